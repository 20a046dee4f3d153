//! A table of records to verdicts.

use std::hint::black_box;

use super::{Found, Size, Workload};
use crate::engine::{Fault, Stand};
use crate::field::Field;
use crate::measure::{Candidate, Effort, compare};
use crate::records::{Dabiao, Data, Loop, TARGETS, judged_of_csv, reference};

/// The limit.
const LOOP: &str = "loop by hand over typed records";

pub(crate) const WORKLOAD: Workload = Workload {
    name: "records",
    heading: "Records to verdicts",
    about: "One table of 1,000,000 records, as many as 3,000 districts have taken samples in two years, and eight \
            targets over a share, two counts, an average, a greatest and a least value, a median and a sum of them in \
            one year. dabiao holds the records typed and asks them anew in every turn; a second candidate begins at \
            their CSV text. The limit goes over typed records once.",
    run,
    repeat,
};

/// Every so-many-th entity is held against the reference.
const EVERY: usize = 997;

fn run(_: &Field, size: Size) -> Result<Found, Fault> {
    let data = Data::of(size.rows, size.entities);
    let mut by_hand = Loop::new(&data);
    let mut ours = Dabiao::new(&data.csv)?;
    by_hand.judge();
    ours.judge()?;
    agree(&data, &by_hand, &ours)?;
    let mut candidates = [
        Candidate::new(LOOP, Stand::Hand, |_| Ok(by_hand.judge())),
        Candidate::new("dabiao", Stand::Ours, |_| ours.judge()),
        Candidate::new("dabiao, from CSV text", Stand::Ours, |_| judged_of_csv(black_box(&data))),
    ];
    let effort = Effort { rounds: size.effort.rounds.min(5), ..size.effort };
    let outcomes = compare(WORKLOAD.name, Some(LOOP), effort, &mut candidates)?;
    Ok(Found { outcomes, notes: Vec::new() })
}

fn agree(data: &Data, by_hand: &Loop<'_>, ours: &Dabiao) -> Result<(), Fault> {
    for entity in 0..data.entities {
        let wanted = (entity % EVERY == 0).then(|| reference(&data.csv, entity));
        for target in 0..TARGETS {
            let hand = by_hand.is_met(target, entity);
            let wanted = wanted.map_or(hand, |wanted| wanted[target]);
            let found = [Some(hand), ours.is_met(target, entity)];
            if found != [Some(wanted); 2] {
                let what = format!("target {target} of entity {entity}");
                return Err(
                    format!("{what}: the loop and dabiao say {found:?}, the reference {wanted}").into()
                );
            }
        }
    }
    Ok(())
}

fn repeat(turns: usize) -> Result<u64, Fault> {
    let mut ours = Dabiao::new(&Data::of(1_000, 10).csv)?;
    (0..turns).try_fold(0, |sum, _| ours.judge().map(|met| sum + met))
}
