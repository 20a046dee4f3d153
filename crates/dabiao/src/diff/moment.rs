//! When and where values are put, so that the engine reads them as a proof does.

use dabiao_check::{Observed, Reading, Slot};
use dabiao_model::{Period, Step, Wording};

/// The first year that may be judged, and how far behind every period that rules name it lies: no window that a proof
/// looks into reaches back so far.
const EARLIEST: i16 = 2000;
const BEHIND: i16 = 60;

/// The period judged, and the entity.
#[derive(Debug)]
pub(super) struct Moment {
    pub(super) judged: Period,
    pub(super) entity: String,
}

impl Moment {
    /// A moment at which all readings have their own places, in a period that is asked for or, since none matters, a late
    /// one; `None` where there is none.
    pub(super) fn of(readings: &[Observed], asked: Option<Period>) -> Option<Moment> {
        let named = readings.iter().filter_map(|one| match one.reading.slot {
            Slot::At(period) => Some(period.end().year()),
            _ => None,
        });
        let year = named.chain([EARLIEST]).max()?.checked_add(BEHIND)?;
        let late = || Period::containing(Period::year(year)?.end(), kind(readings));
        let judged = asked.or_else(late)?;
        let mut entity = "here".to_string();
        while readings.iter().any(|one| one.reading.places.contains(&entity)) {
            entity.push('\'');
        }
        Some(Moment { judged, entity })
    }

    /// The entity and the period of a reading.
    pub(super) fn place<'r>(&'r self, reading: &'r Reading) -> Option<(&'r str, Period)> {
        let entity = reading.places.last().unwrap_or(&self.entity);
        Some((entity, self.period(reading.slot)?))
    }

    fn period(&self, slot: Slot) -> Option<Period> {
        match slot {
            Slot::Now => Some(self.judged),
            Slot::At(period) => Some(period),
            Slot::Back { months, days } => {
                dabiao_check::Time { anchor: None, months, days }.resolve(self.judged)
            }
            Slot::Step { step, back } => {
                let last = Period::containing(self.judged.end(), step)?;
                last.shift(i32::try_from(back).ok()?.checked_neg()?)
            }
        }
    }
}

/// The kind of the period judged: that of windows and trends, else the longest that steps back lead from.
fn kind(readings: &[Observed]) -> Step {
    let steps = readings.iter().find_map(|one| match one.reading.slot {
        Slot::Step { step, .. } => Some(step),
        _ => None,
    });
    let back = || {
        readings.iter().filter_map(|one| match one.reading.slot {
            Slot::Back { months, days } => Some((months, days)),
            _ => None,
        })
    };
    let fits = |length: i32| back().all(|(months, days)| days == 0 && months.checked_rem(length) == Some(0));
    let longest = || {
        let kinds = [(Step::Year, 12), (Step::Half, 6), (Step::Quarter, 3), (Step::Month, 1)];
        kinds.into_iter().find(|(_, length)| fits(*length)).map_or(Step::Day, |(step, _)| step)
    };
    steps.unwrap_or_else(longest)
}

/// When a reading is taken, in words; nothing for the period judged, unless it matters which one that is.
pub(super) fn told(slot: Slot, judged: Option<Period>) -> Option<Wording> {
    let (step, count) = match slot {
        Slot::Now => return judged.as_ref().map(Wording::from),
        Slot::At(period) => return Some((&period).into()),
        Slot::Back { months, days: 0 } if months.checked_rem(12) == Some(0) => {
            (Step::Year, u32::try_from(months.checked_div(12)?).ok()?)
        }
        Slot::Back { months, days: 0 } => (Step::Month, u32::try_from(months).ok()?),
        Slot::Back { days, .. } => (Step::Day, u32::try_from(days).ok()?),
        Slot::Step { step, back } => (step, back),
    };
    let (one, several) = match step {
        Step::Year => ("diff-one-year-back", "diff-years-back"),
        Step::Half => ("diff-one-half-back", "diff-halves-back"),
        Step::Quarter => ("diff-one-quarter-back", "diff-quarters-back"),
        Step::Month => ("diff-one-month-back", "diff-months-back"),
        Step::Day => ("diff-one-day-back", "diff-days-back"),
    };
    match count {
        0 => None,
        1 => Some(Wording::word(one)),
        _ => Some(Wording::about(several, "count", count)),
    }
}
