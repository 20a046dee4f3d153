//! A program, fitted to the shape of a table.

use dabiao_model::{Period, Verdict};

use super::answer::{Answer, HearingId};
use super::columns::VerdictColumn;
use super::hearing::Hearing;
use super::single::Single;
use super::test::Test;
use super::tests::Tests;
use crate::evaluate::Context;
use crate::ids::EntityId;
use crate::judged_period::Schedule;

/// Everything that a run needs to know of a table beside its values.
#[derive(Debug)]
pub(super) struct Layout {
    /// The entities judged, one for each row.
    pub(super) entities: Vec<Option<EntityId>>,
    /// The conditions, each behind those that it needs.
    pub(super) tests: Vec<Test>,
    pub(super) hearings: Vec<Hearing>,
    /// One for each column of verdicts.
    pub(super) answers: Vec<Answer>,
    /// The same tests for a table that has one row only.
    pub(super) single: Option<Single>,
    /// The columns, still empty.
    pub(super) columns: Vec<VerdictColumn>,
}

impl Layout {
    /// Fits the program of a context to its table.
    pub(super) fn new(context: &Context<'_>) -> Layout {
        let mut tests = Tests::new(context);
        let mut hearings: Vec<Hearing> = Vec::new();
        let mut answers = Vec::new();
        let is_asked = |index: usize| context.target.is_none_or(|only| only == index);
        let targets = context.program.targets().enumerate().filter(|(index, _)| is_asked(*index));
        for (index, (target, routines)) in targets {
            let mut hear = |period| {
                hearings.push(Hearing::new((index, target), period, &mut tests, context));
                hearings.len().saturating_sub(1)
            };
            let of_target = of_schedule(Schedule::new(target, routines, context), &mut hear);
            answers.extend(of_target.into_iter().map(|answer| (index, answer)));
        }
        let rows = context.entities.len();
        let column = |(target, answer): (usize, Answer)| {
            let answer = answer.shortened(&hearings);
            let hearing = hearings.get(answer.at());
            let column = VerdictColumn {
                target,
                period: hearing.and_then(|hearing| hearing.period),
                later: answer.later(&hearings),
                rows,
                otherwise: hearing.map_or(Verdict::Error, |hearing| hearing.otherwise),
                met: vec![0; rows.div_ceil(64)],
                late: words(rows, answer.may_be_late()),
                at_risk: words(
                    rows,
                    answer.hearings().any(|id| hearings.get(id).is_some_and(Hearing::warns)),
                ),
                others: None,
            };
            (answer, column)
        };
        let (answers, columns): (Vec<Answer>, _) = answers.into_iter().map(column).unzip();
        Layout {
            entities: context.entities.clone(),
            single: Single::of(&tests.tests, &answers, &hearings, rows),
            tests: tests.tests,
            columns,
            answers,
            hearings,
        }
    }
}

/// A word for each sixty-four rows, or none.
fn words(rows: usize, any: bool) -> Vec<u64> {
    vec![0; if any { rows.div_ceil(64) } else { 0 }]
}

fn of_schedule(schedule: Schedule, hear: &mut impl FnMut(Option<Period>) -> HearingId) -> Vec<Answer> {
    match schedule {
        Schedule::At(period) => vec![Answer::At(hear(period))],
        Schedule::Deadline { at, later } => {
            vec![Answer::Deadline { at: hear(Some(at)), later: hear(Some(later)) }]
        }
        Schedule::Past { at, deadline } => {
            vec![Answer::Past { at: hear(Some(at)), in_time: deadline.map(|deadline| hear(Some(deadline))) }]
        }
        Schedule::Each(periods) => periods.into_iter().map(|period| Answer::At(hear(Some(period)))).collect(),
    }
}
