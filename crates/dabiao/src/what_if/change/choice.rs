//! Levels, yes and no, and days: the nearest one that meets the target.

use dabiao_model::{Change, Date, Diagnostic, Period, Type, Value, Verdict, Wording};

use super::super::steps::days;
use super::{Search, Way};

impl Search<'_> {
    /// Over the other answer, or the levels of a scale from the nearest on.
    pub(super) fn by_choice(
        &self,
        now: &Value,
        ty: &Type,
        change: &mut Change,
    ) -> Result<Option<Way>, Box<Diagnostic>> {
        let mut others: Vec<Value> = match (now, ty) {
            (Value::YesNo(truth), _) => vec![Value::YesNo(!truth)],
            (Value::Level(now), Type::Level(scale)) => {
                let mut levels: Vec<_> = (0..)
                    .take_while(|level| scale.level(*level).is_some())
                    .filter(|level| level != now)
                    .collect();
                levels.sort_by_key(|level| level.abs_diff(*now));
                levels.into_iter().map(Value::Level).collect()
            }
            _ => Vec::new(),
        };
        for value in others.drain(..) {
            let way = Way { value, counts: None };
            if self.may_be(&way) && self.verdict(&way)? == Verdict::Met {
                change.to = Some(ty.wording(&way.value).into());
                change.included = Some(true);
                return Ok(Some(way));
            }
        }
        Ok(None)
    }

    /// Over the days beside which the verdict may turn, from the nearest on.
    pub(super) fn by_day(
        &self,
        now: Date,
        ty: &Type,
        change: &mut Change,
    ) -> Result<Option<Way>, Box<Diagnostic>> {
        let mut days: Vec<Date> = days(&self.turning_points()?).iter().filter_map(day).collect();
        days.sort_by_key(|day| distance(*day, now));
        for found in days {
            let way = Way::day(found);
            if !self.may_be(&way) || self.verdict(&way)? != Verdict::Met {
                continue;
            }
            let is_later = found > now;
            let further = Period::day(found).and_then(|day| day.shift(if is_later { 1 } else { -1 }));
            let further = further.map(|day| Way::day(day.start())).filter(|way| self.may_be(way));
            let is_alone = match further {
                Some(way) => self.verdict(&way)? != Verdict::Met,
                None => true,
            };
            let id = match (is_alone, is_later) {
                (true, _) => "what-if-exactly",
                (false, true) => "what-if-no-earlier-than",
                (false, false) => "what-if-no-later-than",
            };
            change.to = Some(Wording::about(id, "value", ty.wording(&way.value)).into());
            change.limit = Some(found.to_string());
            change.included = Some(true);
            return Ok(Some(way));
        }
        Ok(None)
    }

    /// Whether the metric's declared range has the value.
    fn may_be(&self, way: &Way) -> bool {
        self.supposing(way, |_| ()).is_ok()
    }
}

impl Way {
    fn day(day: Date) -> Way {
        Way { value: Value::Date(day), counts: None }
    }
}

fn day(value: &Value) -> Option<Date> {
    match value {
        Value::Date(day) => Some(*day),
        _ => None,
    }
}

/// In days; the longest where the calendar ends between them.
fn distance(one: Date, other: Date) -> u32 {
    one.until(other).map_or(u32::MAX, |span| span.get_days().unsigned_abs())
}
