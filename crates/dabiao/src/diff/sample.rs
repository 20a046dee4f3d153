//! Targets that a sample decides: counts that tell two versions apart.

use std::cmp::Ordering;

use dabiao_check::{Observed, Reading, Sampled, Slot};
use dabiao_model::{ChangeKind, Number, Value};

use super::trial::{Given, Trial, Way};
use super::{Found, Shows};

/// The sizes of samples that are tried, and the steps beside a limit.
const SIZES: [u32; 9] = [20, 50, 100, 200, 500, 1_000, 5_000, 20_000, 100_000];
const STEPS: i32 = 40;
/// The largest sample of which each count beside a limit is tried.
const CLOSE: u32 = 1_000;

/// What becomes of a target whose sample is held against another limit, or has to be surer.
pub(super) fn found(sampled: &Sampled, trial: &Trial<'_>) -> Found {
    let shows = |way, is_tighter| match search(sampled, trial, way, is_tighter) {
        Some(witness) => Shows::Yes(Box::new(witness)),
        None => Shows::Open("diff-open-sample"),
    };
    match sampled.proved {
        Some(Ordering::Equal) => Found::plain(ChangeKind::Equivalent),
        Some(Ordering::Greater) => Found::of(shows(Way::Verdict, true), Shows::Never),
        Some(Ordering::Less) => Found::of(Shows::Never, shows(Way::Verdict, false)),
        // A surer sample meets less and misses less: what the versions tell apart may be uncertain in one of them.
        None => {
            let either = |is_tighter| {
                let accepts = shows(Way::Acceptance, is_tighter);
                if matches!(accepts, Shows::Yes(_)) { accepts } else { shows(Way::Refusal, is_tighter) }
            };
            Found::of(either(true), either(false))
        }
    }
}

fn search(
    sampled: &Sampled,
    trial: &Trial<'_>,
    way: Way,
    is_tighter: bool,
) -> Option<dabiao_model::DiffWitness> {
    let metric = trial.metric(&sampled.metric)?;
    let between = sampled.limits.iter().fold(Number::ZERO, |sum, limit| sum + limit);
    let between = between.checked_div(&Number::from(sampled.limits.len()))?;
    for size in SIZES {
        let total = Number::from(size);
        let near = [between.clone()].into_iter().chain(sampled.limits.iter().cloned());
        let mut counts: Vec<Number> = near.map(|share| (share * &total).ceil()).collect();
        if sampled.proved.is_none() && size <= CLOSE {
            let limit = counts.first().cloned().unwrap_or(Number::ZERO);
            counts.extend((-STEPS..=STEPS).map(|step| &limit + &Number::from(step)));
        }
        for passes in counts {
            if passes.is_negative() || passes > total {
                continue;
            }
            let share = passes.checked_div(&total)?;
            let reading = Reading { metric: metric.path.clone(), places: Vec::new(), slot: Slot::Now };
            let observed =
                Observed { reading, value: Value::Number(share), ty: metric.ty.clone(), decides: true };
            let given = Given { observed, counts: Some((passes, total.clone())) };
            if let Some(witness) = trial.shows_given(&[given], way, is_tighter, None) {
                return Some(witness);
            }
        }
    }
    None
}
