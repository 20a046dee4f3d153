//! The numbers behind what was observed and required.

use dabiao_check::{Bound, Comparison, Direction, Track};
use dabiao_model::progress::{Point, Track as Way};
use dabiao_model::{Course, Dated, Figures, Number, Period, Shown, Type, Value, Verdict, Wording};

use smallvec::smallvec;

use super::{View, comparison};
use crate::evaluate::{Context, Place, Sheet};
use crate::judge::Hearing;
use crate::program::{ChangeRule, OpKind, Routine};
use crate::row::{Row, Rows};

/// The decimals of a path that has no finite ones.
const PLACES: u32 = 6;

/// How many periods of a path or of a history are told at most; of a longer history, the latest.
const MOST: usize = 60;

/// The numbers of a condition that is a comparison, a range or a change; of a trend, its course alone.
pub(crate) fn figures(
    hearing: &Hearing<'_>,
    row: usize,
    verdict: Verdict,
    context: &Context<'_>,
) -> Option<Figures> {
    if verdict == Verdict::NotApplicable {
        return None;
    }
    let view = View { sheet: &hearing.condition, context };
    let root = view.sheet.root(row);
    let op = view.op(root)?;
    let operands: Vec<Place> = op.operands.iter().map(|slot| Place { slot: *slot, ..root }).collect();
    let told = match (&op.kind, operands.as_slice()) {
        (OpKind::Compare(op), [left, right]) => of_comparison(&view, *op, *left, *right),
        (OpKind::InRange, [value, first, last]) => of_range(&view, *value, *first, *last),
        (OpKind::Change(rule), [now, base, amount]) => of_change(&view, rule, root, [*now, *base, *amount]),
        (OpKind::Trend(_), _) => of_trend(&view, root),
        (OpKind::Yearly(rule), [now, base, _]) => of_yearly(&view, *now, *base, rule.since),
        _ => None,
    };
    let mut told = told?;
    told.figures.warn = warn(hearing, row, &told, context);
    if let Some(track) = hearing.target.track.as_ref().zip(hearing.routines.track.as_ref()) {
        on_track(&mut told, hearing, row, track, context);
    }
    if context.history
        && let Some(value) = told.value
    {
        let values = history(hearing, &told, value, row, context);
        told.course().values = values;
    }
    // A single value is no course.
    let is_course = |course: &Course| course.base.is_some() || course.values.len() > 1;
    told.figures.course = told.figures.course.take().filter(is_course);
    let has_any = told.figures.observed.is_some() || told.figures.course.is_some();
    (has_any || told.figures.least.is_some() || told.figures.greatest.is_some()).then_some(told.figures)
}

/// Figures that are being put together.
struct Told {
    figures: Figures,
    /// The cell whose value is observed, and the type it is shown in.
    value: Option<Place>,
    ty: Type,
}

impl Told {
    fn new(unit: &Type, value: Option<Place>, ty: &Type) -> Told {
        let figures = Figures {
            unit: unit_of(unit),
            of_change: false,
            observed: None,
            least: None,
            greatest: None,
            margin: None,
            warn: None,
            course: None,
        };
        Told { figures, value, ty: ty.clone() }
    }

    fn course(&mut self) -> &mut Course {
        let unit = unit_of(&self.ty);
        self.figures.course.get_or_insert_with(|| Course {
            unit,
            base: None,
            goal: None,
            path: Vec::new(),
            values: Vec::new(),
        })
    }
}

fn unit_of(ty: &Type) -> Shown {
    Shown::from(Wording::from(ty))
}

fn of_comparison(view: &View<'_, '_>, op: Comparison, left: Place, right: Place) -> Option<Told> {
    let (op, left, right) = comparison::sides(view, op, left, right)?;
    let (ty, _) = comparison::shown_types(view.ty(left)?, view.ty(right)?);
    if !ty.is_numeric() {
        return None;
    }
    let own = |number: &Number| ty.in_own_unit(number);
    let (value, limit) = (view.number(left), view.number(right));
    let mut told = Told::new(ty, Some(left), ty);
    told.figures.observed = value.as_ref().map(own);
    let bound = limit.as_ref().map(own);
    match op {
        Comparison::AtLeast | Comparison::Above => told.figures.least = bound,
        Comparison::AtMost | Comparison::Below => told.figures.greatest = bound,
        Comparison::Equal => (told.figures.least, told.figures.greatest) = (bound.clone(), bound),
        Comparison::NotEqual => {}
    }
    let margin = value.zip(limit).and_then(|(value, limit)| comparison::margin(op, &value, &limit));
    told.figures.margin = margin.as_ref().map(own);
    Some(told)
}

fn of_range(view: &View<'_, '_>, value: Place, first: Place, last: Place) -> Option<Told> {
    let ty = view.ty(value)?;
    if !ty.is_numeric() {
        return None;
    }
    let own = |number: &Number| ty.in_own_unit(number);
    let mut told = Told::new(ty, Some(value), ty);
    let ends = view.number(first).zip(view.number(last));
    let number = view.number(value);
    told.figures.observed = number.as_ref().map(own);
    if let Some((first, last)) = &ends {
        (told.figures.least, told.figures.greatest) = (Some(own(first)), Some(own(last)));
    }
    let margin = number.zip(ends).map(|(value, (first, last))| (&value - &first).min(&last - &value));
    told.figures.margin = margin.as_ref().map(own);
    Some(told)
}

fn of_change(
    view: &View<'_, '_>,
    rule: &ChangeRule,
    root: Place,
    [now, base, amount]: [Place; 3],
) -> Option<Told> {
    let ty = view.ty(now)?;
    let shown = if rule.relative { Type::Percent } else { ty.difference() };
    let own = |number: &Number| shown.in_own_unit(number);
    let mut told = Told::new(&shown, Some(now), ty);
    told.figures.of_change = true;
    let (value, start, asked) = (view.number(now), view.number(base), view.number(amount)?);
    let bound = match rule.direction {
        Direction::Falls => -asked,
        Direction::Rises => asked,
    };
    // A fall by at least a fifth is a change of at most minus a fifth.
    let is_least = matches!(
        (rule.direction, rule.bound),
        (Direction::Falls, Bound::AtMost | Bound::LessThan)
            | (Direction::Rises, Bound::AtLeast | Bound::MoreThan)
    );
    let slot = if is_least { &mut told.figures.least } else { &mut told.figures.greatest };
    *slot = Some(own(&bound));
    let change = view.value(root).and_then(|_| {
        let change = value? - start.as_ref()?;
        if rule.relative { change.checked_div(start.as_ref()?) } else { Some(change) }
    });
    let margin = change.as_ref().map(|change| if is_least { change - &bound } else { &bound - change });
    (told.figures.observed, told.figures.margin) = (change.as_ref().map(own), margin.as_ref().map(own));
    if let Some(start) = start {
        let goal = if rule.relative { &start + &(&start * &bound) } else { &start + &bound };
        let dated = |period: String, number: &Number| Dated { period, value: ty.in_own_unit(number) };
        let end = view.sheet.row(root).and_then(|row| row.period);
        let course = told.course();
        course.base = Some(dated(rule.since.to_string(), &start));
        course.goal = end.map(|end| dated(end.to_string(), &goal));
    }
    Some(told)
}

/// A trend has no limit; what there is to tell is its course.
fn of_trend(view: &View<'_, '_>, root: Place) -> Option<Told> {
    let places = view.sheet.series(root);
    let ty = view.ty(*places.first()?)?;
    if !ty.is_numeric() || !view.context.history {
        return None;
    }
    let mut told = Told::new(ty, None, ty);
    let dated = |place: &Place| {
        let period = view.sheet.row(*place)?.period?;
        Some(Dated { period: period.to_string(), value: ty.in_own_unit(&view.number(*place)?) })
    };
    told.course().values = latest(places.iter().filter_map(dated).collect());
    Some(told)
}

fn of_yearly(view: &View<'_, '_>, now: Place, base: Place, since: Period) -> Option<Told> {
    let ty = view.ty(now)?;
    let mut told = Told::new(&Type::Percent, Some(now), ty);
    told.figures.of_change = true;
    let value = ty.in_own_unit(&view.number(base)?);
    told.course().base = Some(Dated { period: since.to_string(), value });
    Some(told)
}

/// The limit of a warning about the very value that the condition is about.
fn warn(hearing: &Hearing<'_>, row: usize, told: &Told, context: &Context<'_>) -> Option<Number> {
    let sheet = hearing.warn.as_ref()?;
    let view = View { sheet, context };
    let root = view.sheet.root(row);
    let op = view.op(root)?;
    let operands: Vec<Place> = op.operands.iter().map(|slot| Place { slot: *slot, ..root }).collect();
    let plan = context.program.plan();
    let text = |sheet: &Sheet<'_>, place| {
        let term = plan.terms.get(sheet.op(place)?.term)?;
        Some(plan.text_at(term.at))
    };
    let own = told.value?;
    let is_same = |place| text(sheet, place) == text(&hearing.condition, own);
    match (&op.kind, operands.as_slice()) {
        (OpKind::Compare(op), [left, right]) => {
            let (_, left, right) = comparison::sides(&view, *op, *left, *right)?;
            let (ty, _) = comparison::shown_types(view.ty(left)?, view.ty(right)?);
            let number = view.number(right)?;
            (is_same(left) && unit_of(ty) == told.figures.unit).then(|| ty.in_own_unit(&number))
        }
        (OpKind::Change(rule), [now, _, amount]) => {
            let ty = if rule.relative { Type::Percent } else { view.ty(*now)?.difference() };
            let amount = view.number(*amount)?;
            let bound = match rule.direction {
                Direction::Falls => -amount,
                Direction::Rises => amount,
            };
            (is_same(*now) && unit_of(&ty) == told.figures.unit).then(|| ty.in_own_unit(&bound))
        }
        _ => None,
    }
}

/// The path that a rule names, from its base to its goal.
fn on_track(
    told: &mut Told,
    hearing: &Hearing<'_>,
    row: usize,
    (track, routines): (&Track, &[Routine; 3]),
    context: &Context<'_>,
) {
    let place = hearing.row(row);
    let number = |routine: &Routine| {
        let sheet = Sheet::run(routine, smallvec![place], context);
        match sheet.value(sheet.root(0))? {
            Ok(Value::Number(number)) => Some(number),
            _ => None,
        }
    };
    let [_, base, goal] = routines.each_ref().map(number);
    let ty = context.program.plan().terms.get(track.now).map_or(Type::Number, |term| term.ty.clone());
    let (Some(base), Some(goal), Some(by)) = (base, goal, hearing.target.by) else { return };
    told.ty = ty.clone();
    let dated = |period: String, value: &Number| Dated { period, value: ty.in_own_unit(value) };
    let step = place.period.map_or(track.from.step(), Period::step);
    let (from, to) = (Period::containing(track.from.end(), step), Period::containing(by, step));
    let last = to.map_or_else(|| by.to_string(), |period| period.to_string());
    let course = told.course();
    course.base = Some(dated(track.from.to_string(), &base));
    course.goal = Some(dated(last, &goal));
    let periods: Vec<Period> =
        std::iter::successors(from, |period| period.next().filter(|next| Some(*next) <= to)).collect();
    let Some(length) = periods.len().checked_sub(1).and_then(|length| i64::try_from(length).ok()) else {
        return;
    };
    if periods.len() > MOST {
        return;
    }
    let way = Way::new(track.path, Point { at: 0, value: base }, Point { at: length, value: goal });
    let Ok(way) = way else { return };
    let expected = |(at, period): (i64, &Period)| {
        way.expected(at, PLACES).ok().map(|expected| dated(period.to_string(), &expected.value))
    };
    course.path = (0..).zip(&periods).filter_map(expected).collect();
}

/// The observed value in every period of the data up to the day of the question.
fn history(
    hearing: &Hearing<'_>,
    told: &Told,
    value: Place,
    row: usize,
    context: &Context<'_>,
) -> Vec<Dated> {
    let judged = hearing.row(row);
    let Some(step) = judged.period.map(Period::step) else { return Vec::new() };
    let columns = hearing.routines.condition.leaves().filter_map(|leaf| context.metrics.column(leaf.metric));
    let mut periods: Vec<Period> = columns
        .flat_map(|column| column.periods())
        .map(|(period, _)| period)
        .filter(|period| period.step() == step && period.start() <= context.as_of)
        .collect();
    periods.sort();
    periods.dedup();
    let rows: Rows = periods.iter().map(|period| Row { period: Some(*period), ..judged }).collect();
    let sheet = Sheet::run(&hearing.routines.condition, rows, context);
    let dated = |(row, period): (usize, &Period)| match sheet.value(Place { row, ..value })? {
        Ok(Value::Number(number)) => {
            Some(Dated { period: period.to_string(), value: told.ty.in_own_unit(&number) })
        }
        _ => None,
    };
    latest(periods.iter().enumerate().filter_map(dated).collect())
}

fn latest(mut values: Vec<Dated>) -> Vec<Dated> {
    let early = values.len().saturating_sub(MOST);
    values.drain(..early);
    values
}
