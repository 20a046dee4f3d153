//! One pass over typed records, and integers for each district: what the work costs at the least.

use super::{Data, Sample, TARGETS};

/// The loop, with the verdicts of its last run.
pub(crate) struct Loop<'a> {
    data: &'a Data,
    /// By entity, a bit for each target.
    verdicts: Vec<u8>,
}

/// What is summed up of a district.
#[derive(Debug, Clone, Default)]
struct Tally {
    outcomes: [i64; 3],
    lead_kept: i64,
    fees: i64,
    leads: Vec<i64>,
}

impl<'a> Loop<'a> {
    pub(crate) fn new(data: &'a Data) -> Loop<'a> {
        Loop { data, verdicts: Vec::new() }
    }

    /// Judges everything; gives how many targets are met.
    pub(crate) fn judge(&mut self) -> u64 {
        let mut tallies = vec![Tally::default(); self.data.entities];
        for Sample { entity, outcome, lead, fee, .. } in self.data.samples.iter().filter(|one| one.is_judged)
        {
            let tally = &mut tallies[*entity];
            tally.outcomes[*outcome] += 1;
            tally.fees += fee;
            tally.leads.push(*lead);
            if *outcome != 2 {
                tally.lead_kept += lead;
            }
        }
        self.verdicts = tallies.iter_mut().map(Tally::verdicts).collect();
        self.verdicts.iter().map(|mask| u64::from(mask.count_ones())).sum()
    }

    /// Whether a target is met for an entity, by the last run.
    pub(crate) fn is_met(&self, target: usize, entity: usize) -> bool {
        self.verdicts[entity] >> target & 1 == 1
    }
}

impl Tally {
    fn verdicts(&mut self) -> u8 {
        let [passed, failed, withdrawn] = self.outcomes;
        let kept = passed + failed;
        let (least, worst) = (self.leads.iter().min(), self.leads.iter().max());
        let (least, worst) = (least.copied().unwrap_or_default(), worst.copied().unwrap_or_default());
        let met: [bool; TARGETS] = [
            passed * 10 >= kept * 9,
            kept + withdrawn >= 300,
            failed <= 27,
            self.lead_kept <= 10 * kept,
            worst <= 19,
            least >= 1,
            self.twice_the_middle() <= 20,
            self.fees >= 301_500,
        ];
        met.iter().enumerate().fold(0, |mask, (target, is_met)| mask | u8::from(*is_met) << target)
    }

    /// The two values in the middle, added up.
    fn twice_the_middle(&mut self) -> i64 {
        let count = self.leads.len();
        let (below, middle, _) = self.leads.select_nth_unstable(count / 2);
        let lower = if count.is_multiple_of(2) { below.iter().max() } else { None };
        *middle + lower.copied().unwrap_or(*middle)
    }
}
