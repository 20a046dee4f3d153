//! From conditions to verdicts.

mod hearing;
mod roster;
mod sample;

use dabiao_model::{Period, Verdict};

pub(crate) use hearing::{Hearing, Outcome, due};

use crate::Verdicts;
use crate::evaluate::Context;
use crate::ids::EntityId;
use crate::judged_period::Schedule;
use crate::limits;
use crate::row::Row;

/// The verdict for one target, entity and period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// The target's position among the plan's targets.
    pub target: usize,
    /// The entity judged; `None` where the data name none.
    pub entity: Option<String>,
    /// The period judged; `None` where the data name none.
    pub period: Option<Period>,
    /// The verdict.
    pub verdict: Verdict,
    /// Whether the target was met, though only after its deadline.
    pub late: bool,
    /// Whether the target is met and its `warn` holds.
    pub at_risk: bool,
}

/// The verdicts of a run by entity, then by target, then by period.
pub(crate) fn judgements(verdicts: &Verdicts, entities: &[Option<&str>]) -> Vec<Judgement> {
    let of_row = |(row, entity): (usize, &Option<&str>)| {
        let entity = entity.map(str::to_string);
        verdicts.columns().iter().map(move |column| Judgement {
            target: column.target(),
            entity: entity.clone(),
            period: column.period(row),
            verdict: column.verdict(row),
            late: column.is_late(row),
            at_risk: column.is_at_risk(row),
        })
    };
    entities.iter().enumerate().flat_map(of_row).collect()
}

/// Judges every target for every entity and tells what `tell` makes of each: by entity, then by target, then by
/// period. `tell` gets
/// the target's position, the hearing that decided, the row in it, and whether the target was met late.
pub(crate) fn every<T>(
    context: &Context<'_>,
    tell: impl Fn(usize, &Hearing<'_>, usize, bool) -> T,
) -> Vec<T> {
    let is_asked = |index: usize| context.target.is_none_or(|only| only == index);
    let targets = || context.program.targets().enumerate().filter(move |(index, _)| is_asked(*index));
    let schedules: Vec<Schedule> =
        targets().map(|(_, (target, routines))| Schedule::new(target, routines, context)).collect();
    let mut told = Vec::new();
    for entities in context.entities.chunks(limits::CHUNK) {
        let of_target = |((index, (target, routines)), schedule): ((usize, _), &Schedule)| {
            let hear = |period, entities: &[Option<EntityId>]| {
                let rows = entities.iter().map(|entity| Row { entity: *entity, period }).collect();
                Hearing::new(target, routines, rows, context)
            };
            let tell = |hearing: &Hearing<'_>, row, late| tell(index, hearing, row, late);
            (schedule.answers(), decide(schedule, entities, hear, tell).into_iter())
        };
        let mut by_target: Vec<_> = targets().zip(&schedules).map(of_target).collect();
        for _ in entities {
            told.extend(by_target.iter_mut().flat_map(|(answers, of_target)| of_target.take(*answers)));
        }
    }
    told
}

/// Hears a target for the periods of its schedule: the answers for one entity after the other.
fn decide<'a, T>(
    schedule: &Schedule,
    entities: &[Option<EntityId>],
    hear: impl Fn(Option<Period>, &[Option<EntityId>]) -> Hearing<'a>,
    tell: impl Fn(&Hearing<'a>, usize, bool) -> T,
) -> Vec<T> {
    let rows = 0..entities.len();
    match schedule {
        Schedule::At(period) => {
            let hearing = hear(*period, entities);
            rows.map(|row| tell(&hearing, row, false)).collect()
        }
        Schedule::Deadline { at, later } => {
            let hearing = hear(Some(*at), entities);
            let again: Vec<usize> = rows.clone().filter(|row| hearing.may_be_met_later(*row)).collect();
            let entities: Vec<Option<EntityId>> =
                again.iter().filter_map(|row| entities.get(*row).copied()).collect();
            let second = hear(Some(*later), &entities);
            let met_late = |row| again.binary_search(&row).ok().filter(|place| second.is_met(*place));
            rows.map(|row| match met_late(row) {
                Some(place) => tell(&second, place, true),
                None => tell(&hearing, row, false),
            })
            .collect()
        }
        Schedule::Past { at, deadline } => {
            let hearing = hear(Some(*at), entities);
            let in_time = deadline.map(|deadline| hear(Some(deadline), entities));
            let was_met = |row| in_time.as_ref().is_some_and(|hearing| hearing.is_met(row));
            rows.map(|row| tell(&hearing, row, hearing.is_met(row) && !was_met(row))).collect()
        }
        Schedule::Each(periods) => {
            let hearings: Vec<Hearing<'a>> =
                periods.iter().map(|period| hear(Some(*period), entities)).collect();
            rows.flat_map(|row| hearings.iter().map(move |hearing| (hearing, row)))
                .map(|(hearing, row)| tell(hearing, row, false))
                .collect()
        }
    }
}
