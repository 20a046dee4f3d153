//! Changes, trends and other places: the shipped plan over entities and years.

use super::{Found, Size, Workload};
use crate::engine::{Fault, Stand};
use crate::field::Field;
use crate::measure::{Candidate, compare};
use crate::places::{Dabiao, Data, Loop, YEARS, reference, targets};

/// The limit.
const LOOP: &str = "i64 loop by hand";

pub(crate) const WORKLOAD: Workload = Workload {
    name: "places",
    heading: "Times and places",
    about: "The shipped plan of 2011 for 3,000 entities, of which each hundredth is a province, and each of the 15 \
            years from 2005 to 2019: 68 targets and one that is not measured, with changes against a base year, a \
            trend over years, and the value of the province above. Times are those of all verdicts. The limit is a \
            loop by hand over columns of `i64`.",
    run,
    repeat,
};

/// The reference is asked for every so-many-th entity, for the provinces, and for every target and year.
const EVERY: usize = 29;

fn run(_: &Field, size: Size) -> Result<Found, Fault> {
    let data = Data::of(size.entities);
    let mut by_hand = Loop::new(&data);
    let mut ours = Dabiao::new(&data)?;
    by_hand.judge()?;
    ours.judge()?;
    agree(&data, &by_hand, &ours)?;
    let mut candidates = [
        Candidate::new(LOOP, Stand::Hand, |_| by_hand.judge()),
        Candidate::new("dabiao", Stand::Ours, |_| ours.judge()),
    ];
    let outcomes = compare(WORKLOAD.name, Some(LOOP), size.effort.fewer(), &mut candidates)?;
    Ok(Found { outcomes, notes: Vec::new() })
}

fn agree(data: &Data, by_hand: &Loop<'_>, ours: &Dabiao) -> Result<(), Fault> {
    let targets = targets();
    if ours.targets() != targets.len() {
        return Err(format!("the plan has {} targets, and not {}", ours.targets(), targets.len()).into());
    }
    let places = (0..YEARS).flat_map(|year| (0..data.entities()).map(move |entity| (year, entity)));
    for (year, entity) in places {
        let is_asked = entity % EVERY == 0 || data.province[entity].is_none();
        for (index, target) in targets.iter().enumerate() {
            let hand = by_hand.verdict(index, year, entity);
            let wanted = if is_asked { reference(data, target, year, entity) } else { Some(hand) };
            let found = [Some(hand), ours.verdict(index, year, entity)];
            if found != [wanted; 2] {
                let what = format!("target {index} of entity {entity} in year {year}");
                return Err(
                    format!("{what}: the loop and dabiao say {found:?}, the reference {wanted:?}").into()
                );
            }
        }
    }
    Ok(())
}

fn repeat(turns: usize) -> Result<u64, Fault> {
    let mut ours = Dabiao::new(&Data::of(20))?;
    (0..turns).try_fold(0, |sum, _| ours.judge().map(|met| sum + met))
}
