//! What holds for a whole row: its entity, its period, its flag and its source.

use dabiao_model::{Code, Diagnostic, Period, RowHead, Wording};

use crate::Column;
use crate::columns::plain;
use crate::output::Output;
use crate::table::{Row, Table};

/// More metrics than this are counted rather than named when their row cannot be used.
const NAMED: usize = 4;

/// What the values of a row have in common.
#[derive(Debug)]
pub(crate) struct Context<'r> {
    entity: Option<&'r str>,
    period: Option<Period>,
    is_provisional: bool,
    source: Option<&'r str>,
}

impl<'r> Context<'r> {
    /// The row's context; `None` where a cell of it has a fault. `metrics` gives the metrics of the row, of which
    /// the fault says that they are not used.
    pub(crate) fn read(
        table: &Table<'_>,
        row: &'r Row<'_>,
        metrics: impl FnOnce() -> Vec<&'r str>,
        output: &mut Output<'_>,
    ) -> Option<Context<'r>> {
        let period = period(table, row, metrics);
        let is_provisional = is_provisional(table, row);
        match (period, is_provisional) {
            (Ok(period), Ok(is_provisional)) => Some(Context {
                entity: table.text(row, Column::Entity),
                period,
                is_provisional,
                source: table.text(row, Column::Source),
            }),
            (period, is_provisional) => {
                let faults = [period.err(), is_provisional.err()];
                output.faults.extend(faults.into_iter().flatten().map(|fault| *fault));
                None
            }
        }
    }

    pub(crate) fn head(&self) -> RowHead<'r> {
        RowHead {
            entity: self.entity,
            period: self.period,
            provisional: self.is_provisional,
            source: self.source,
        }
    }
}

fn period<'r>(
    table: &Table<'_>,
    row: &Row<'_>,
    metrics: impl FnOnce() -> Vec<&'r str>,
) -> Result<Option<Period>, Box<Diagnostic>> {
    let Some(cell) = table.cell(row, Column::Period).filter(|cell| !cell.text.is_empty()) else {
        return Ok(None);
    };
    Period::parse(&plain(&cell.text)).map(Some).ok_or_else(|| {
        let fault = Diagnostic::new(Code::UnreadablePeriod, table.place(cell)).with("text", &cell.text);
        Box::new(match metrics().as_slice() {
            [] => fault.variant("alone"),
            few if few.len() <= NAMED => {
                fault.with("metrics", Wording::list(few.iter().map(|metric| Wording::quoted(*metric))))
            }
            many => fault.variant("many").with("count", many.len()),
        })
    })
}

fn is_provisional(table: &Table<'_>, row: &Row<'_>) -> Result<bool, Box<Diagnostic>> {
    let Some(cell) = table.cell(row, Column::Flag) else { return Ok(false) };
    match plain(&cell.text).as_str() {
        "provisional" | "p" | "初步" | "暂定" => Ok(true),
        "" | "final" | "正式" | "最终" => Ok(false),
        _ => {
            let fault = Diagnostic::new(Code::BrokenFile, table.place(cell));
            Err(Box::new(fault.variant("flag").with("text", &cell.text)))
        }
    }
}
