//! How the hearings of a target become one verdict.

use dabiao_model::Period;

use super::hearing::{Heard, Hearing};
use super::rows::WORDS;

/// A position among the hearings of a prepared program.
pub(super) type HearingId = usize;

/// Which hearings decide about a column of verdicts.
#[derive(Debug)]
pub(super) enum Answer {
    /// One period.
    At(HearingId),
    /// The period of a deadline that has passed; a target that is met in a later one is met late.
    Deadline { at: HearingId, later: HearingId },
    /// A period behind the deadline: what is met there is late, unless it was met in time.
    Past { at: HearingId, in_time: Option<HearingId> },
}

impl Answer {
    /// The hearing whose period a column is of.
    pub(super) fn at(&self) -> HearingId {
        match self {
            Answer::At(at) | Answer::Deadline { at, .. } | Answer::Past { at, .. } => *at,
        }
    }

    /// The period of the verdicts that came late, where it is another one.
    pub(super) fn later(&self, hearings: &[Hearing]) -> Option<Period> {
        match self {
            Answer::Deadline { later, .. } => hearings.get(*later)?.period,
            _ => None,
        }
    }
}

/// Puts what a later hearing has met in the place of what an earlier one has not, and gives the rows where it did.
pub(super) fn mend(first: &mut Heard, later: &Heard, words: usize) -> [u64; WORDS] {
    let mut late = [0; WORDS];
    for (word, late) in late.iter_mut().enumerate().take(words) {
        let bits = |words: &[u64; WORDS]| words.get(word).copied().unwrap_or(0);
        // A target that does not apply in its period stays so.
        *late = bits(&later.met) & !(bits(&first.met) | bits(&first.not_applicable));
        let risk = bits(&later.at_risk);
        let keep = |words: &mut [u64; WORDS], bits: fn(u64, u64, u64) -> u64| {
            if let Some(word) = words.get_mut(word) {
                *word = bits(*word, *late, risk);
            }
        };
        keep(&mut first.met, |met, late, _| met | late);
        keep(&mut first.at_risk, |at_risk, late, risk| at_risk & !late | risk & late);
        for words in [&mut first.unknown, &mut first.error, &mut first.uncertain] {
            keep(words, |open, late, _| open & !late);
        }
    }
    late
}
