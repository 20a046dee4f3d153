//! One target, heard for rows of one period.

use dabiao_check::{TableId, Target};
use dabiao_model::sampling::Decision;
use dabiao_model::{Date, Period, Verdict};

use super::roster;
use super::sample::Sample;
use crate::evaluate::{Cause, Context, Sheet};
use crate::program::TargetRoutines;
use crate::row::{Row, Rows};

/// A target with the columns of its conditions.
#[derive(Debug)]
pub(crate) struct Hearing<'a> {
    pub(crate) target: &'a Target,
    pub(crate) routines: &'a TargetRoutines,
    rows: Rows,
    /// Where the target applies.
    pub(crate) when: Option<Sheet<'a>>,
    /// What must be true.
    pub(crate) condition: Sheet<'a>,
    /// Where a met target is at risk.
    pub(crate) warn: Option<Sheet<'a>>,
    /// What each row's sample says; empty for a target that no sample decides about.
    samples: Vec<Option<Result<Sample, Cause>>>,
    /// The table that has no records for a row; empty for a target that does not say what this means.
    rosters: Vec<Option<TableId>>,
    /// The last day on which the target may come true: its deadline, or the end of a period that it recurs in.
    pub(crate) due: Option<Date>,
    /// Whether that day lies ahead.
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
    /// The table without records because of which the target's `if none` decided.
    pub(crate) empty: Option<TableId>,
}

impl Outcome {
    fn of(verdict: Verdict, cause: Option<Cause>) -> Outcome {
        Outcome { verdict, cause, by_when: false, empty: None }
    }
}

impl<'a> Hearing<'a> {
    /// Runs a target's conditions over rows.
    pub(crate) fn new(
        target: &'a Target,
        routines: &'a TargetRoutines,
        rows: Rows,
        context: &Context<'_>,
    ) -> Hearing<'a> {
        let run = |routine| Sheet::run(routine, rows.clone(), context);
        let due = due(target, rows.first().and_then(|row| row.period));
        let condition = run(&routines.condition);
        let sample = |row| Sample::hear(target.sampling.as_ref()?, &condition, row, context);
        let empty = |row| roster::empty(target, &condition, row, context);
        Hearing {
            target,
            routines,
            when: routines.when.as_ref().map(run),
            samples: target.sampling.iter().flat_map(|_| (0..rows.len()).map(sample)).collect(),
            rosters: target.if_none.iter().flat_map(|_| (0..rows.len()).map(empty)).collect(),
            condition,
            warn: routines.warn.as_ref().map(run),
            due,
            is_ahead: due.is_some_and(|due| context.as_of < due),
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
            Some(Ok(false)) => Outcome { by_when: true, ..Outcome::of(Verdict::NotApplicable, None) },
            Some(Err(cause)) => Outcome { by_when: true, ..Outcome::of(verdict_of(cause), Some(cause)) },
            None | Some(Ok(true)) => {
                let empty = self.rosters.get(row).copied().flatten();
                if let (Some(_), Some(is_met)) = (empty, self.target.if_none) {
                    return Outcome { empty, ..Outcome::of(self.of_truth(is_met), None) };
                }
                let (verdict, cause) = match (self.condition.truth(row), self.sample(row)) {
                    (Err(cause), _) | (Ok(_), Some(Err(cause))) => (verdict_of(cause), Some(cause)),
                    (Ok(_), Some(Ok(sample))) => (self.of_decision(sample.decision), None),
                    (Ok(is_met), None) => (self.of_truth(is_met), None),
                };
                Outcome::of(verdict, cause)
            }
        }
    }

    /// What the row's sample says, for a target that a sample decides about.
    pub(crate) fn sample(&self, row: usize) -> Option<Result<Sample, Cause>> {
        self.samples.get(row).copied().flatten()
    }

    fn of_decision(&self, decision: Decision) -> Verdict {
        match decision {
            Decision::Met => Verdict::Met,
            Decision::Missed => self.of_truth(false),
            Decision::Uncertain => Verdict::Uncertain,
        }
    }

    fn of_truth(&self, is_met: bool) -> Verdict {
        match is_met {
            true => Verdict::Met,
            false if self.is_ahead => Verdict::Pending,
            false => Verdict::Missed,
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

/// The last day on which a target may come true when a period is judged: its deadline, or the period's end for one that
/// recurs.
pub(crate) fn due(target: &Target, period: Option<Period>) -> Option<Date> {
    target.by.or_else(|| target.each.and(period).map(Period::end))
}

fn verdict_of(cause: Cause) -> Verdict {
    match cause {
        Cause::Unknown(_) => Verdict::Unknown,
        Cause::Fault(_) => Verdict::Error,
    }
}
