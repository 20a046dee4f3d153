//! Rosters that have nobody on them.

use dabiao_check::{TableId, Target};

use crate::evaluate::{Cause, Context, Gap, Sheet};
use crate::records::RecordGap;
use crate::trace::{Read, Through, reads};

/// The table whose emptiness leaves a row of a condition open; `None` where anything else does too.
pub(super) fn empty(
    target: &Target,
    sheet: &Sheet<'_>,
    row: usize,
    context: &Context<'_>,
) -> Option<TableId> {
    target.if_none?;
    if sheet.truth(row) != Err(Cause::Unknown(Gap::Missing)) {
        return None;
    }
    let open = reads(sheet, row, Through::Unknown, context);
    let mut tables = open.iter().filter(|read| read.found.is_none()).map(|read| table(read, context));
    let first = tables.next()??;
    tables.all(|table| table.is_some()).then_some(first)
}

/// The table that has no records for a reading.
fn table(read: &Read<'_>, context: &Context<'_>) -> Option<TableId> {
    let query = context.program.plan().query_of(read.leaf.metric)?;
    let gap = context.metrics.gap(read.leaf.metric, read.place.ok()?);
    let is_empty = matches!(gap, None | Some(RecordGap::NoneChosen));
    (is_empty && context.metrics.has_table(query.table)).then_some(query.table)
}
