//! `yearly change of x since 2015 >= 2%`

use dabiao_check::TermId;
use dabiao_model::Period;
use dabiao_model::progress::{Growth, ProgressFault};

use super::change::{Three, three};
use super::column::{Cell, Column};
use super::{Cause, Fault, Gap, compare};
use crate::program::YearlyRule;
use crate::row::Row;

/// Judges a compound change per year, row by row, in whole powers and so exactly.
pub(super) fn yearly(
    rule: &YearlyRule,
    term: TermId,
    rows: &[Row],
    [now, base, rate]: [&Column; 3],
) -> Option<Column> {
    let (now, base, rate) = (now.numbers()?, base.numbers()?, rate.numbers()?);
    let values = now.iter().zip(base).zip(rate).map(|((now, base), rate)| three(now, base, rate));
    let judge = |(values, row): (_, &Row)| judge(rule, term, row.period, values);
    Some(Column::Truths(values.zip(rows).map(judge).collect()))
}

/// The change between two values since the base of a rule; its rate is shown to people.
pub(crate) fn growth(
    rule: &YearlyRule,
    term: TermId,
    judged: Option<Period>,
    now: &dabiao_model::Number,
    base: &dabiao_model::Number,
) -> Cell<Growth> {
    let judged = rule.time.anchor.or(judged).ok_or(Cause::Unknown(Gap::NoPeriod(term)))?;
    let period = rule.time.resolve(judged).ok_or(Cause::Unknown(Gap::NoSuchTime(term, judged)))?;
    let (periods, per_year) =
        span(rule.since, period).ok_or(Cause::Unknown(Gap::NoSuchTime(term, period)))?;
    if base.is_zero() {
        return Err(Cause::Fault(Fault::ZeroBase(term)));
    }
    if base.is_negative() {
        return Err(Cause::Fault(Fault::NegativeBase(term)));
    }
    Growth::new(base, now, periods, per_year).map_err(|fault| match fault {
        ProgressFault::NotPositive => Cause::Fault(Fault::NegativeValue(term)),
        _ => Cause::Fault(Fault::NumberTooLarge(term)),
    })
}

fn judge(
    rule: &YearlyRule,
    term: TermId,
    judged: Option<Period>,
    values: Result<Three<'_>, Cause>,
) -> Cell<bool> {
    if let Err(Cause::Fault(fault)) = values {
        return Err(Cause::Fault(fault));
    }
    // A base that is no earlier can never be one, whether there are data for it or not.
    let period = judged.and_then(|judged| rule.time.resolve(judged));
    if let Some(period) = period.filter(|period| rule.since.end() >= period.start()) {
        return Err(Cause::Unknown(Gap::BaseNotBefore(term, period)));
    }
    let (now, base, rate) = values?;
    let growth = growth(rule, term, judged, now, base)?;
    let ordering = growth.compare(rate).map_err(|_| Cause::Fault(Fault::NumberTooLarge(term)))?;
    Ok(compare::holds(rule.op, ordering))
}

/// The two powers in which a rule compares: that of the factor per year, and that of the values.
pub(crate) fn powers(rule: &YearlyRule, judged: Option<Period>) -> Option<(u32, u32)> {
    span(rule.since, rule.time.resolve(rule.time.anchor.or(judged)?)?)
}

/// The periods between two of one kind, and how many make a year; `None` for two kinds, and for days.
fn span(since: Period, until: Period) -> Option<(u32, u32)> {
    let length = since.step().months().filter(|_| since.step() == until.step())?;
    let months = |period: Period| {
        let start = period.start();
        i32::from(start.year()).checked_mul(12)?.checked_add(i32::from(start.month()))
    };
    let passed = months(until)?.checked_sub(months(since)?)?.checked_div(length.into())?;
    let per_year = 12_i8.checked_div(length)?;
    Some((u32::try_from(passed).ok()?, u32::try_from(per_year).ok()?))
}
