//! One verdict in big rational numbers.

use dabiao::Verdict;
use num_bigint::BigInt;
use num_rational::BigRational;

use super::TREND_FROM;
use super::data::Data;
use super::plan::{Part, Target};

/// The verdict of a target for an entity and a year; `None` where a metric has no column.
pub(crate) fn verdict(data: &Data, target: &Target, year: usize, entity: usize) -> Option<Verdict> {
    if let Some(when) = &target.when
        && truth(data, when, year, entity)? == Some(false)
    {
        return Some(Verdict::NotApplicable);
    }
    let parts: Vec<Option<bool>> =
        target.parts.iter().map(|part| truth(data, part, year, entity)).collect::<Option<_>>()?;
    Some(if parts.contains(&Some(false)) {
        Verdict::Missed
    } else if parts.contains(&None) {
        Verdict::Unknown
    } else {
        Verdict::Met
    })
}

/// Whether a part holds, where that can be known.
fn truth(data: &Data, part: &Part, year: usize, entity: usize) -> Option<Option<bool>> {
    let at = |metric: &str, year: usize, entity: usize| -> Option<BigRational> {
        Some(BigRational::from(BigInt::from(data.column(metric)?.years[year][entity])))
    };
    let now = |metric: &str| at(metric, year, entity);
    let line = |line: i64| BigRational::from(BigInt::from(line));
    Some(match *part {
        Part::AtLeast(metric, _, least) => Some(now(metric)? >= line(least)),
        Part::Is(metric, _, wanted) => Some(now(metric)? == line(wanted)),
        Part::Above(metric, _, below) => Some(now(metric)? > line(below)),
        Part::NotBelow(left, right, _) => Some(now(left)? >= now(right)?),
        Part::NotAbove(left, right, _) => Some(now(left)? <= now(right)?),
        Part::BelowProvince(metric, _) => match data.province[entity] {
            Some(province) => Some(now(metric)? < at(metric, year, province)?),
            None => None,
        },
        Part::FallsByAFifth(metric, _, since) if year > since => {
            let base = at(metric, since, entity)?;
            Some((&base - now(metric)?) / base >= BigRational::new(1.into(), 5.into()))
        }
        Part::FallsEveryYear(metric, _) if year > TREND_FROM => {
            let steps = (TREND_FROM + 1..=year)
                .map(|later| Some(at(metric, later, entity)? < at(metric, later - 1, entity)?));
            Some(!steps.collect::<Option<Vec<bool>>>()?.contains(&false))
        }
        // The base, or the year before, does not lie before the year judged.
        Part::FallsByAFifth(..) | Part::FallsEveryYear(..) => None,
    })
}
