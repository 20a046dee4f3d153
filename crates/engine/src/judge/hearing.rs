//! One target, heard for rows of one period.

use dabiao_check::Target;
use dabiao_model::Verdict;

use crate::evaluate::{Cause, Context, Sheet};
use crate::program::TargetRoutines;
use crate::row::Row;

/// A target with the columns of its conditions.
#[derive(Debug)]
pub(crate) struct Hearing<'a> {
    pub(crate) target: &'a Target,
    rows: Vec<Row>,
    /// Where the target applies.
    pub(crate) when: Option<Sheet<'a>>,
    /// What must be true.
    pub(crate) condition: Sheet<'a>,
    /// Where a met target is at risk.
    pub(crate) warn: Option<Sheet<'a>>,
    /// Whether the deadline lies ahead.
    is_ahead: bool,
}

/// What came out for one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub(crate) verdict: Verdict,
    /// Why there is no plain verdict.
    pub(crate) cause: Option<Cause>,
    /// Whether the target's `when` decided, so that the condition did not count.
    pub(crate) by_when: bool,
}

impl<'a> Hearing<'a> {
    /// Runs a target's conditions over rows.
    pub(crate) fn new(
        target: &'a Target,
        routines: &'a TargetRoutines,
        rows: Vec<Row>,
        context: &Context<'_>,
    ) -> Hearing<'a> {
        let run = |routine| Sheet::run(routine, rows.clone(), context);
        Hearing {
            target,
            when: routines.when.as_ref().map(run),
            condition: run(&routines.condition),
            warn: routines.warn.as_ref().map(run),
            is_ahead: target.by.is_some_and(|by| context.as_of < by),
            rows,
        }
    }

    /// The entity and period of a row.
    pub(crate) fn row(&self, row: usize) -> Row {
        self.rows.get(row).copied().unwrap_or(Row { entity: None, period: None })
    }

    /// The verdict for a row.
    pub(crate) fn outcome(&self, row: usize) -> Outcome {
        match self.when.as_ref().map(|when| when.truth(row)) {
            Some(Ok(false)) => Outcome { verdict: Verdict::NotApplicable, cause: None, by_when: true },
            Some(Err(cause)) => Outcome { verdict: verdict_of(cause), cause: Some(cause), by_when: true },
            None | Some(Ok(true)) => {
                let (verdict, cause) = match self.condition.truth(row) {
                    Ok(true) => (Verdict::Met, None),
                    Ok(false) if self.is_ahead => (Verdict::Pending, None),
                    Ok(false) => (Verdict::Missed, None),
                    Err(cause) => (verdict_of(cause), Some(cause)),
                };
                Outcome { verdict, cause, by_when: false }
            }
        }
    }

    /// Whether the target is met.
    pub(crate) fn is_met(&self, row: usize) -> bool {
        self.outcome(row).verdict == Verdict::Met
    }

    /// Whether a later period may still show the target as met: not where it is met or does not apply.
    pub(crate) fn may_be_met_later(&self, row: usize) -> bool {
        !matches!(self.outcome(row).verdict, Verdict::Met | Verdict::NotApplicable)
    }

    /// Whether the target is met and its `warn` holds.
    pub(crate) fn is_at_risk(&self, row: usize) -> bool {
        self.is_met(row) && self.warn.as_ref().is_some_and(|warn| warn.truth(row) == Ok(true))
    }
}

fn verdict_of(cause: Cause) -> Verdict {
    match cause {
        Cause::Unknown(_) => Verdict::Unknown,
        Cause::Fault(_) => Verdict::Error,
    }
}
