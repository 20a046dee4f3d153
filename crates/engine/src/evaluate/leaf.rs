//! Metrics, read from the table.

use dabiao_check::{TermId, Time};
use dabiao_model::{Mark, Period, Step};

use super::column::Column;
use super::{Cause, Context, Gap};
use crate::ids::EntityId;
use crate::program::Leaf;
use crate::row::Row;

/// Reads a metric for every row.
pub(super) fn gather(leaf: &Leaf, term: TermId, rows: &[Row], context: &Context<'_>) -> Option<Column> {
    let column = context.metrics.column(leaf.metric)?;
    let cells = rows.iter().map(|row| {
        let place = locate(leaf, term, *row, context).map_err(Cause::Unknown)?;
        let value = column.find(place).and_then(|row| column.value(row));
        value.ok_or(Cause::Unknown(Gap::Missing))
    });
    Some(Column::of_type(column.ty(), cells))
}

/// The place in the data that a metric is read at when a row is judged.
pub(crate) fn locate(leaf: &Leaf, term: TermId, row: Row, context: &Context<'_>) -> Result<Row, Gap> {
    let entities = context.metrics.tree();
    let entity = entities.go(row.entity, &leaf.places).map_err(|_| Gap::NoAncestor(term))?;
    let is_now = leaf.time == Time::NOW;
    let period = match leaf.time.anchor.or(row.period) {
        None if is_now => None,
        // A value that holds in every period has no year before; where there is none at all, it is missing.
        None => {
            let undated = Row { entity, period: None };
            let column = context.metrics.column(leaf.metric);
            let known = column.is_some_and(|column| column.find(undated).is_some());
            return Err(if known { Gap::NoPeriod(term) } else { Gap::Missing });
        }
        Some(from) => Some(leaf.time.resolve(from).ok_or(Gap::NoSuchTime(term, from))?),
    };
    Ok(Row { entity, period })
}

/// The marks of a metric's values, row by row.
pub(super) fn marks(
    leaf: &Leaf,
    term: TermId,
    rows: &[Row],
    context: &Context<'_>,
) -> impl Iterator<Item = Option<Mark>> {
    let column = context.metrics.column(leaf.metric);
    rows.iter().map(move |row| {
        let found = column?.find(locate(leaf, term, *row, context).ok()?)?;
        column?.rare(found)?.mark
    })
}

/// The first period of a kind at which a metric, as seen from an entity, has a value.
pub(super) fn first_period(
    leaf: &Leaf,
    entity: Option<EntityId>,
    step: Step,
    context: &Context<'_>,
) -> Option<Period> {
    let entity = context.metrics.tree().go(entity, &leaf.places).ok()?;
    let first = context.metrics.column(leaf.metric)?.first(entity, step)?;
    // What is read a year back has its first value a year after its data begin.
    let ahead =
        Time { anchor: None, months: leaf.time.months.checked_neg()?, days: leaf.time.days.checked_neg()? };
    ahead.resolve(first)
}
