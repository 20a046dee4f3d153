//! Values that tell two versions apart where a proof finds none: a few of those that the rules name are tried.

use std::collections::BTreeSet;

use dabiao_check::{Observed, Plan, Reading, Slot, TermKind};
use dabiao_model::{DiffWitness, Number, Period, Type, Value};

use super::given;
use super::trial::{Given, Trial, Way};

/// How many readings two conditions may have, and how many rows are tried.
const READINGS: usize = 4;
const ROWS: usize = 120;

/// Tries the numbers that two conditions name, with their neighbours, as values of their readings. What is found was
/// judged by the engine, as every witness is; that nothing is found says nothing.
pub(super) fn hunt(trial: &Trial<'_>, way: Way, is_tighter: bool) -> Option<DiffWitness> {
    let mut readings: Vec<Observed> = Vec::new();
    let mut numbers = BTreeSet::new();
    let mut since = BTreeSet::new();
    for plan in trial.plans() {
        gather(plan, &mut readings, &mut numbers, &mut since)?;
    }
    // A compound change hangs on how many years there are: it is looked at one step behind its base.
    let judged = match since.len() {
        0 => None,
        1 => Some(since.first()?.next()?),
        _ => return None,
    };
    let named: Vec<Number> = numbers.iter().cloned().collect();
    let beside = named.iter().flat_map(|one| [one - &Number::ONE, one + &Number::ONE]);
    let mut values = vec![Number::ONE];
    for value in named.iter().cloned().chain([Number::ZERO]).chain(beside) {
        if !values.contains(&value) {
            values.push(value);
        }
    }
    // Both ways try the same rows, so that what is found never hangs on which version is the old one.
    readings.sort_by(|one, other| one.reading.cmp(&other.reading));
    if readings.is_empty() || readings.len() > READINGS {
        return None;
    }
    (0..ROWS).find_map(|row| {
        let given: Vec<Given> = assigned(&readings, &values, row)?.iter().map(given).collect();
        trial.shows_given(&given, way, is_tighter, judged)
    })
}

/// The readings and the numbers of a plan; `None` where it reads series or many places, which are not tried.
fn gather(
    plan: &Plan,
    readings: &mut Vec<Observed>,
    numbers: &mut BTreeSet<Number>,
    since: &mut BTreeSet<Period>,
) -> Option<()> {
    for (_, term) in plan.terms.iter() {
        match &term.kind {
            TermKind::Constant(Value::Number(number)) => {
                numbers.insert(number.clone());
            }
            TermKind::Assumption(id) => {
                if let Some(Value::Number(number)) = plan.assumption(*id).map(|one| &one.value) {
                    numbers.insert(number.clone());
                }
            }
            TermKind::Metric { metric, places, time } => {
                let slot = match (time.anchor, time.months, time.days) {
                    (Some(anchor), _, _) => Slot::At(time.resolve(anchor)?),
                    (None, 0, 0) => Slot::Now,
                    (None, months, days) => Slot::Back { months, days },
                };
                let metric = plan.metric(*metric)?;
                let reading = Reading { metric: metric.path.clone(), places: places.clone(), slot };
                let is_known = |one: &Observed| one.reading == reading && one.is_of(metric);
                if !readings.iter().any(is_known) {
                    let value = Value::Number(Number::ZERO);
                    readings.push(Observed { reading, value, ty: metric.ty.clone(), decides: true });
                }
            }
            TermKind::Yearly(test) => {
                since.insert(test.since);
            }
            TermKind::Trend(_) | TermKind::OverTime(_) | TermKind::OverPlaces(_) => return None,
            _ => {}
        }
    }
    Some(())
}

/// The values of one row: the digits of its number choose among the candidates; `None` beyond the last row.
fn assigned(readings: &[Observed], values: &[Number], row: usize) -> Option<Vec<Observed>> {
    let mut rest = row;
    let mut given = Vec::new();
    for one in readings {
        let kinds = match &one.ty {
            Type::YesNo => 2,
            Type::Level(scale) => scale.levels().len(),
            Type::Date | Type::Period | Type::Text => return None,
            _ => values.len(),
        };
        let place = rest.checked_rem(kinds)?;
        rest = rest.checked_div(kinds)?;
        let value = match &one.ty {
            Type::YesNo => Value::YesNo(place == 1),
            Type::Level(_) => Value::Level(place),
            _ => Value::Number(values.get(place)?.clone()),
        };
        given.push(Observed { value, ..one.clone() });
    }
    (rest == 0).then_some(given)
}
