//! A loop by hand over columns of integers.

use dabiao::Verdict;

use super::data::Data;
use super::plan::{Part, Target, targets};
use super::{TREND_FROM, YEARS};
use crate::engine::Fault;

/// Columns and the verdicts of the last run.
pub(crate) struct Loop<'a> {
    data: &'a Data,
    targets: Vec<Target>,
    /// By year and target, then by entity.
    verdicts: Vec<Vec<u8>>,
    /// Whether the parts that were looked at so far hold.
    truths: Vec<u8>,
}

const MISSED: u8 = 0;
const UNKNOWN: u8 = 1;
const MET: u8 = 2;
const NOT_APPLICABLE: u8 = 3;

impl<'a> Loop<'a> {
    pub(crate) fn new(data: &'a Data) -> Loop<'a> {
        let targets = targets();
        let verdicts = vec![vec![0; data.entities()]; YEARS * targets.len()];
        Loop { data, targets, verdicts, truths: vec![0; data.entities()] }
    }

    /// Judges everything; gives how many targets are met.
    pub(crate) fn judge(&mut self) -> Result<u64, Fault> {
        let Loop { data, targets, verdicts, truths } = self;
        let mut met = 0;
        for (year, of_year) in verdicts.chunks_mut(targets.len()).enumerate() {
            for (target, verdicts) in targets.iter().zip(of_year) {
                verdicts.fill(MET);
                for part in &target.parts {
                    judge(data, part, year, truths)?;
                    // Missed decides before unknown, and unknown before met.
                    verdicts.iter_mut().zip(&*truths).for_each(|(all, one)| *all = (*all).min(*one));
                }
                if let Some(when) = &target.when {
                    judge(data, when, year, truths)?;
                    let applies = verdicts.iter_mut().zip(&*truths);
                    applies.filter(|(_, truth)| **truth == MISSED).for_each(|(all, _)| *all = NOT_APPLICABLE);
                }
                met += verdicts.iter().map(|verdict| u64::from(*verdict == MET)).sum::<u64>();
            }
        }
        Ok(met)
    }

    pub(crate) fn verdict(&self, target: usize, year: usize, entity: usize) -> Verdict {
        match self.verdicts[year * self.targets.len() + target][entity] {
            MISSED => Verdict::Missed,
            UNKNOWN => Verdict::Unknown,
            MET => Verdict::Met,
            _ => Verdict::NotApplicable,
        }
    }
}

fn judge(data: &Data, part: &Part, year: usize, truths: &mut [u8]) -> Result<(), Fault> {
    let column =
        |metric: &str| data.column(metric).ok_or_else(|| Fault::from(format!("no column `{metric}`")));
    match *part {
        Part::AtLeast(metric, _, line) => one(truths, &column(metric)?.years[year], |value| value >= line),
        Part::Is(metric, _, line) => one(truths, &column(metric)?.years[year], |value| value == line),
        Part::Above(metric, _, line) => one(truths, &column(metric)?.years[year], |value| value > line),
        Part::NotBelow(left, right, _) => {
            two(truths, &column(left)?.years[year], &column(right)?.years[year], |left, right| left >= right);
        }
        Part::NotAbove(left, right, _) => {
            two(truths, &column(left)?.years[year], &column(right)?.years[year], |left, right| left <= right);
        }
        Part::BelowProvince(metric, _) => {
            let values = &column(metric)?.years[year];
            let all = truths.iter_mut().zip(values).zip(&data.province);
            all.for_each(|((truth, value), province)| {
                *truth = province.map_or(UNKNOWN, |province| truth_of(*value < values[province]));
            });
        }
        Part::FallsByAFifth(metric, _, since) if year > since => {
            let years = &column(metric)?.years;
            two(truths, &years[since], &years[year], |base, now| (base - now) * 5 >= base);
        }
        Part::FallsEveryYear(metric, _) if year > TREND_FROM => {
            let years = &column(metric)?.years;
            truths.fill(MET);
            for pair in years[TREND_FROM..=year].windows(2) {
                let steps = pair[0].iter().zip(&pair[1]);
                truths.iter_mut().zip(steps).for_each(|(truth, (before, after))| {
                    *truth = (*truth).min(truth_of(after < before));
                });
            }
        }
        Part::FallsByAFifth(..) | Part::FallsEveryYear(..) => truths.fill(UNKNOWN),
    }
    Ok(())
}

fn one(truths: &mut [u8], values: &[i64], holds: impl Fn(i64) -> bool) {
    truths.iter_mut().zip(values).for_each(|(truth, value)| *truth = truth_of(holds(*value)));
}

fn two(truths: &mut [u8], left: &[i64], right: &[i64], holds: impl Fn(i64, i64) -> bool) {
    let pairs = left.iter().zip(right);
    truths.iter_mut().zip(pairs).for_each(|(truth, (left, right))| *truth = truth_of(holds(*left, *right)));
}

fn truth_of(holds: bool) -> u8 {
    if holds { MET } else { MISSED }
}
