//! What a result says of the values it rests on.

use dabiao_check::{MetricId, TermKind};
use dabiao_model::{Evidence, Mark, Number, Period, Type, Value, Wording};

use crate::evaluate::{Context, Place, Sheet};
use crate::judge::Hearing;
use crate::metrics::Rare;
use crate::naming;
use crate::program::Op;
use crate::row::Row;
use crate::trace::{Read, Seen, Through, cells};

/// Each value once, in the order in which it was first read.
pub(crate) fn evidence(reads: &[Read<'_>], context: &Context<'_>) -> Vec<Evidence> {
    once(reads).map(|(read, place)| one(read, place, context)).collect()
}

/// Each value once, in the order in which it was first read, with its place.
pub(crate) fn once<'r, 'a>(reads: &'r [Read<'a>]) -> impl Iterator<Item = (&'r Read<'a>, Row)> {
    let mut seen = Seen::new();
    reads.iter().filter_map(move |read| {
        let place = place(read);
        seen.add((read.leaf.metric, read.place.is_ok(), place)).then_some((read, place))
    })
}

/// Where a reading's value comes from, as evidence names it.
pub(crate) fn source(read: &Read<'_>, context: &Context<'_>) -> Option<String> {
    context.metrics.source(read.leaf.metric, seen_at(read)?)
}

/// What was computed from several values of one metric, a window or a level: by the text of the rule, with how many
/// of how many values are in it.
pub(crate) fn computed(sheet: &Sheet<'_>, row: usize, context: &Context<'_>) -> Vec<Evidence> {
    let one = |(place, op): (Place, &Op)| {
        let term = context.program.plan().terms.get(op.term)?;
        let (places, time) = match &term.kind {
            TermKind::OverTime(window) => (&window.places, window.time),
            TermKind::OverPlaces(siblings) => (&siblings.places, siblings.time),
            _ => return None,
        };
        let parts = sheet.series(place);
        let used = parts.iter().filter(|part| sheet.cause(**part).is_none()).count();
        let value = sheet.value(place).and_then(Result::ok);
        let of = sheet.row(place)?;
        let entity = context.metrics.tree().go(of.entity, places).ok().flatten();
        let period = time.anchor.or(of.period).and_then(|from| time.resolve(from));
        Some(Evidence {
            metric: context.program.plan().text_at(term.at),
            value: value.as_ref().map(|value| term.ty.wording(value).into()),
            exact: value.as_ref().and_then(|value| exact(value, &term.ty)),
            count: Some(format!("{used}/{}", parts.len())),
            source: None,
            entity: entity.map(|id| context.metrics.tree().name(id).to_string()),
            period: period.as_ref().map(Period::to_string),
            refused: None,
        })
    };
    cells(sheet, row, Through::Everything).into_iter().filter_map(one).collect()
}

/// The bounds of the sample that decided, by the text of the rule.
pub(crate) fn sampled(hearing: &Hearing<'_>, row: usize, context: &Context<'_>) -> Option<Evidence> {
    let sampling = hearing.target.sampling.as_ref()?;
    let sample = hearing.sample(row)?.ok()?;
    let [low, high] = sample.bounds(sampling)?;
    let of = hearing.row(row);
    Some(Evidence {
        metric: context.program.plan().text_at(sampling.at),
        value: Some(Wording::about("value-bounds", "low", low).with("high", high).into()),
        exact: None,
        count: Some(format!("{}/{}", sample.counts.passes(), sample.counts.total())),
        source: None,
        entity: of.entity.map(|id| context.metrics.tree().name(id).to_string()),
        period: of.period.as_ref().map(Period::to_string),
        refused: None,
    })
}

/// The names of the values that are missing, each once, as seen from the row judged, and of the tables of records that
/// would give them and are not there.
pub(crate) fn missing(reads: &[Read<'_>], judged: Row, context: &Context<'_>) -> Vec<Wording> {
    let plan = context.program.plan();
    let mut names = missing_values(reads, judged, context);
    for read in reads.iter().filter(|read| read.found.is_none()) {
        let query = plan.query_of(read.leaf.metric).filter(|query| !context.metrics.has_table(query.table));
        let has_values = context.metrics.column(read.leaf.metric).is_some_and(|column| !column.is_empty());
        if let Some(table) = query.and_then(|query| plan.table(query.table)).filter(|_| !has_values) {
            let name = Wording::about("naming-table", "table", &table.name);
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

/// The names of the values that are missing, each once, as seen from the row judged.
pub(crate) fn missing_values(reads: &[Read<'_>], judged: Row, context: &Context<'_>) -> Vec<Wording> {
    let mut names = Vec::new();
    for read in reads.iter().filter(|read| read.found.is_none()) {
        let name = name(read, judged, context);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The passes and the total behind a reading's value, where the data give them.
pub(crate) fn counts<'a>(read: &Read<'_>, context: &Context<'a>) -> Option<&'a (Number, Number)> {
    rare(read, context)?.counts.as_ref()
}

/// What a reading's value has beside itself, where it has anything.
pub(crate) fn rare<'a>(read: &Read<'_>, context: &Context<'a>) -> Option<&'a Rare> {
    context.metrics.column(read.leaf.metric)?.rare(seen_at(read)?)
}

/// Where the data speak of what is read.
fn seen_at(read: &Read<'_>) -> Option<Row> {
    read.found.or(read.place.ok())
}

/// `energy.per_gdp of jiangsu in 2005`: entity and period are named where they are not those judged.
fn name(read: &Read<'_>, judged: Row, context: &Context<'_>) -> Wording {
    let plan = context.program.plan();
    let Ok(place) = read.place else {
        // The way there is what is missing, so it is named as the rule has it.
        return naming::reading(plan, read.leaf.metric, &read.leaf.places, read.leaf.time);
    };
    let mut name = naming::metric(plan, read.leaf.metric);
    if let Some(entity) = place.entity.filter(|_| place.entity != judged.entity) {
        name = naming::of(name, context.metrics.tree().name(entity));
    }
    if let Some(period) = place.period.filter(|_| place.period != judged.period) {
        name = naming::during(name, period);
    }
    name
}

/// The place of the value itself, which is without a period where the value holds in every one.
pub(crate) fn place(read: &Read<'_>) -> Row {
    read.found.or(read.place.ok()).unwrap_or(Row { entity: None, period: None })
}

/// What a reading found.
pub(crate) fn one(read: &Read<'_>, place: Row, context: &Context<'_>) -> Evidence {
    let metric = context.program.plan().metric(read.leaf.metric);
    let column = context.metrics.column(read.leaf.metric);
    let value = read.found.and_then(|row| column?.value(row));
    let mark = rare(read, context).and_then(|rare| rare.mark);
    Evidence {
        metric: metric.map_or_else(String::new, |metric| metric.path.clone()),
        value: value.as_ref().and_then(|value| Some(marked(metric?.ty.wording(value), mark).into())),
        exact: value.as_ref().and_then(|value| exact(value, &metric?.ty)),
        count: counts(read, context).map(|(passes, total)| format!("{passes}/{total}")),
        source: source(read, context),
        entity: place.entity.map(|id| context.metrics.tree().name(id).to_string()),
        period: place.period.as_ref().map(Period::to_string),
        refused: refused(read.leaf.metric, context),
    }
}

/// How many of how many records behind a metric could not be used.
fn refused(metric: MetricId, context: &Context<'_>) -> Option<String> {
    let query = context.program.plan().query_of(metric)?;
    let (refused, records) = context.metrics.refused(query.table)?;
    Some(format!("{refused}/{records}"))
}

/// A value with its mark, where it was rounded before.
fn marked(value: Wording, mark: Option<Mark>) -> Wording {
    match mark {
        Some(Mark::RoundedUp) => Wording::about("value-rounded-up", "value", value),
        Some(Mark::RoundedDown) => Wording::about("value-rounded-down", "value", value),
        None => value,
    }
}

/// The number in its type's own unit, never rounded.
pub(crate) fn exact(value: &Value, ty: &Type) -> Option<String> {
    match value {
        Value::Number(number) => Some(ty.in_own_unit(number).to_string()),
        _ => None,
    }
}
