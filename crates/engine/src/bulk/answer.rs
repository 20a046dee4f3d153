//! How the hearings of a target become one verdict.

use dabiao_model::Period;

use super::hearing::{Hearing, Word};
use super::test::TestId;

/// A position among the hearings of a prepared program.
pub(super) type HearingId = usize;

/// Which hearings decide about a column of verdicts.
#[derive(Debug)]
pub(super) enum Answer {
    /// One period, in which nothing but one test decides.
    Plain(HearingId, TestId),
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
            Answer::Plain(at, _) | Answer::At(at) | Answer::Deadline { at, .. } | Answer::Past { at, .. } => {
                *at
            }
        }
    }

    /// The shortest form of an answer.
    pub(super) fn shortened(self, hearings: &[Hearing]) -> Answer {
        match self {
            Answer::At(at) => match hearings.get(at).and_then(Hearing::only_test) {
                Some(test) => Answer::Plain(at, test),
                None => Answer::At(at),
            },
            other => other,
        }
    }

    /// Every hearing that decides.
    pub(super) fn hearings(&self) -> impl Iterator<Item = HearingId> {
        let other = match self {
            Answer::Plain(..) | Answer::At(_) => None,
            Answer::Deadline { later, .. } => Some(*later),
            Answer::Past { in_time, .. } => *in_time,
        };
        std::iter::once(self.at()).chain(other)
    }

    /// Whether some row may be met only after its deadline.
    pub(super) fn may_be_late(&self) -> bool {
        !matches!(self, Answer::Plain(..) | Answer::At(_))
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
#[inline]
pub(super) fn mend(first: &mut Word, later: &Word) -> u64 {
    // A target that does not apply in its period stays so.
    let late = later.met & !(first.met | first.not_applicable);
    first.met |= late;
    first.at_risk = first.at_risk & !late | later.at_risk & late;
    for open in [&mut first.unknown, &mut first.error, &mut first.uncertain] {
        *open &= !late;
    }
    late
}
