//! How a pending target stands on its way.

use dabiao_check::{Milestone, Track};
use dabiao_model::progress::{Point, Track as Way};
use dabiao_model::{Evidence, Flag, Number, Period, Step, Type, Value, Verdict, Wording};

use smallvec::smallvec;

use crate::evaluate::{Context, Sheet};
use crate::judge::Hearing;
use crate::program::Routine;
use crate::row::Row;
use crate::trace::{Read, Through, reads};

/// The decimals of figures that are shown.
const PLACES: u32 = 6;

/// What is known of the way: a flag, what was read for it, and what it says.
#[derive(Debug, Default)]
pub(crate) struct Standing<'a> {
    pub(crate) flag: Option<Flag>,
    pub(crate) reads: Vec<Read<'a>>,
    pub(crate) evidence: Vec<Evidence>,
}

/// Holds a pending row against the last milestone that has passed and against its track. Behind one of them it is off
/// track; where neither can be told, it is neither on nor off.
pub(crate) fn standing<'a>(
    hearing: &Hearing<'a>,
    row: usize,
    verdict: Verdict,
    context: &Context<'_>,
) -> Standing<'a> {
    let mut standing = Standing::default();
    if verdict != Verdict::Pending {
        return standing;
    }
    let place = hearing.row(row);
    let passed = context.period.map_or(context.as_of, |period| period.end().min(context.as_of));
    let mut milestones = hearing.target.milestones.iter().zip(&hearing.routines.milestones);
    let milestone = milestones.rfind(|(milestone, _)| milestone.period.end() <= passed);
    let at_milestone = milestone
        .and_then(|(milestone, routine)| at_milestone(milestone, routine, place, &mut standing, context));
    let track = hearing.target.track.as_ref().zip(hearing.routines.track.as_ref());
    let on_path =
        track.and_then(|(track, routines)| on_path(hearing, track, routines, place, &mut standing, context));
    standing.flag = match (at_milestone, on_path) {
        (Some(false), _) | (_, Some(false)) => Some(Flag::OffTrack),
        (Some(true), _) | (_, Some(true)) => Some(Flag::OnTrack),
        (None, None) => None,
    };
    standing
}

/// Whether a milestone was met at its own time; `None` where that is not known.
fn at_milestone<'a>(
    milestone: &Milestone,
    routine: &'a Routine,
    place: Row,
    standing: &mut Standing<'a>,
    context: &Context<'_>,
) -> Option<bool> {
    // A milestone of a year is held against the last quarter of it where quarters are judged.
    let kind = place.period.map_or(milestone.period.step(), Period::step);
    let period = Period::containing(milestone.period.end(), kind).unwrap_or(milestone.period);
    let sheet = Sheet::run(routine, smallvec![Row { period: Some(period), ..place }], context);
    standing.reads.extend(reads(&sheet, 0, Through::Everything, context));
    let met = sheet.truth(0).ok();
    let verdict = met.map(|met| Wording::from(if met { Verdict::Met } else { Verdict::Missed }));
    let plan = context.program.plan();
    let text = plan.text_at(milestone.at);
    standing.evidence.push(said(text, verdict, None, Row { period: Some(period), ..place }, context));
    met
}

/// Whether the value is on its path; `None` where that is not known.
fn on_path<'a>(
    hearing: &Hearing<'a>,
    track: &Track,
    routines: &'a [Routine; 3],
    place: Row,
    standing: &mut Standing<'a>,
    context: &Context<'_>,
) -> Option<bool> {
    let mut number = |routine: &'a Routine| {
        let sheet = Sheet::run(routine, smallvec![place], context);
        standing.reads.extend(reads(&sheet, 0, Through::Everything, context));
        match sheet.value(sheet.root(0))? {
            Ok(Value::Number(number)) => Some(number),
            _ => None,
        }
    };
    let [now, base, goal] = routines.each_ref().map(&mut number);
    let plan = context.program.plan();
    let told = || {
        let (now, base, goal) = (now.as_ref()?, base?, goal?);
        if (goal > base) != track.rises {
            return None;
        }
        let by = hearing.target.by?;
        // Days are held against the path of their months.
        let step = place.period.map_or(Step::Year, Period::step);
        let (step, per_year) = match step {
            Step::Year => (Step::Year, 1),
            Step::Half => (Step::Half, 2),
            Step::Quarter => (Step::Quarter, 4),
            Step::Month | Step::Day => (Step::Month, 12),
        };
        let at = |date| index(Period::containing(date, step)?);
        let here = at(place.period.map_or(context.as_of, Period::end))?;
        let from = Point { at: at(track.from.end())?, value: base };
        let way = Way::new(track.path, from, Point { at: at(by)?, value: goal }).ok()?;
        let is_on = way.is_on_track(here, now).ok()?;
        let expected = way.expected(here, PLACES).ok()?;
        let ty = plan.terms.get(track.now).map_or(Type::Number, |term| term.ty.clone());
        let pace = way.pace(here, now, per_year, PLACES);
        let pace = pace.map_or_else(|_| "…".to_string(), |pace| shown(&pace.value, pace.is_exact));
        let wording =
            Wording::about("value-expected", "value", approximate(&ty, &expected.value, expected.is_exact))
                .with("progress", way.progress(now).display(PLACES))
                .with("time", way.elapsed(here).ok()?.display(PLACES))
                .with("pace", pace);
        let exact = expected.is_exact.then(|| ty.in_own_unit(&expected.value).to_string());
        Some((is_on, wording, exact))
    };
    let told = told();
    let (wording, exact) =
        told.as_ref().map_or((None, None), |(_, wording, exact)| (Some(wording.clone()), exact.clone()));
    standing.evidence.push(said(plan.text_at(track.at), wording, exact, place, context));
    told.map(|(is_on, ..)| is_on)
}

/// The running number of a period among those of its kind; `None` for a day.
fn index(period: Period) -> Option<i64> {
    let start = period.start();
    let months =
        i64::from(start.year()).checked_mul(12)?.checked_add(i64::from(start.month()).checked_sub(1)?)?;
    months.checked_div(period.step().months()?.into())
}

fn shown(number: &Number, is_exact: bool) -> String {
    let text = number.display(PLACES);
    if is_exact || text.starts_with('≈') { text } else { format!("≈{text}") }
}

/// A value of a path, which is marked where it was rounded.
fn approximate(ty: &Type, number: &Number, is_exact: bool) -> Wording {
    let value = ty.wording(&Value::Number(number.clone()));
    let is_marked = value.text(dabiao_model::Language::English).starts_with('≈');
    if is_exact || is_marked { value } else { Wording::about("value-about", "value", value) }
}

fn said(
    text: String,
    value: Option<Wording>,
    exact: Option<String>,
    of: Row,
    context: &Context<'_>,
) -> Evidence {
    Evidence {
        metric: text,
        value: value.map(Into::into),
        exact,
        count: None,
        source: None,
        entity: of.entity.map(|id| context.metrics.tree().name(id).to_string()),
        period: of.period.as_ref().map(Period::to_string),
        refused: None,
    }
}
