//! `x falls by at least 20% since 2005`

use std::cmp::Ordering;

use dabiao_check::{Bound, Direction, TermId};
use dabiao_model::{Number, Period};

use super::column::{Cell, Column, both};
use super::{Cause, Fault, Gap};
use crate::program::ChangeRule;
use crate::row::Row;

/// Judges a change, row by row.
///
/// A relative change is held against the amount without a division: `base - now >= amount * base` says the same as
/// `(base - now) / base >= amount` for every base above zero, and both are exact.
pub(super) fn change(
    rule: &ChangeRule,
    term: TermId,
    rows: &[Row],
    [now, base, amount]: [&Column; 3],
) -> Option<Column> {
    let (now, base, amount) = (now.numbers()?, base.numbers()?, amount.numbers()?);
    let values = now.iter().zip(base).zip(amount).map(|((now, base), amount)| three(now, base, amount));
    let judge = |(values, row): (_, &Row)| judge(rule, term, row.period, values);
    Some(Column::Truths(values.zip(rows).map(judge).collect()))
}

/// The value now, the value at the base and the amount.
pub(super) type Three<'a> = (&'a Number, &'a Number, &'a Number);

/// Three cells' values, or the cause that there are not all.
pub(super) fn three<'a>(
    now: &'a Cell<Number>,
    base: &'a Cell<Number>,
    amount: &'a Cell<Number>,
) -> Result<Three<'a>, Cause> {
    match (both(now, base), amount) {
        (Ok((now, base)), Ok(amount)) => Ok((now, base, amount)),
        (Err(first), Err(second)) => Err(first.and(*second)),
        (Err(cause), Ok(_)) => Err(cause),
        (Ok(_), Err(cause)) => Err(*cause),
    }
}

fn judge(
    rule: &ChangeRule,
    term: TermId,
    judged: Option<Period>,
    values: Result<Three<'_>, Cause>,
) -> Cell<bool> {
    if let Err(Cause::Fault(fault)) = values {
        return Err(Cause::Fault(fault));
    }
    // A base that is no earlier can never be one, whether there are data for it or not.
    if let Some(period) = judged.filter(|period| rule.since.end() >= period.start()) {
        return Err(Cause::Unknown(Gap::BaseNotBefore(term, period)));
    }
    let (now, base, amount) = values?;
    if judged.is_none() {
        return Err(Cause::Unknown(Gap::NoPeriod(term)));
    }
    if rule.relative && base.is_zero() {
        return Err(Cause::Fault(Fault::ZeroBase(term)));
    }
    if rule.relative && base.is_negative() {
        return Err(Cause::Fault(Fault::NegativeBase(term)));
    }
    let change = match rule.direction {
        Direction::Falls => base - now,
        Direction::Rises => now - base,
    };
    let ordering = if rule.relative { change.cmp(&(amount * base)) } else { change.cmp(amount) };
    Ok(is_within(rule.bound, ordering))
}

/// Whether a change that stands so to the amount is within the bound.
fn is_within(bound: Bound, ordering: Ordering) -> bool {
    match bound {
        Bound::AtLeast => ordering.is_ge(),
        Bound::AtMost => ordering.is_le(),
        Bound::MoreThan => ordering.is_gt(),
        Bound::LessThan => ordering.is_lt(),
    }
}
