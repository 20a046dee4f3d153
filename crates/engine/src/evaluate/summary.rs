//! `average of x over …`

use dabiao_check::{Summary, TermId};
use dabiao_model::Number;

use super::arithmetic::sized;
use super::column::{Cell, Column};
use super::series::Series;
use super::{Cause, Gap};

/// Takes the values of each row's series together. A value that is not known makes the whole unknown, unless so many
/// as are needed are there; a faulty one is never left out.
pub(super) fn summarize(
    summary: Summary,
    needing: Option<u32>,
    term: TermId,
    series: &Series,
    values: &Column,
) -> Option<Column> {
    let cells = values.numbers()?;
    let of_row = |points: &Cell<Vec<usize>>| {
        let points = points.as_ref().map_err(|cause| *cause)?;
        let mut known: Vec<&Number> = Vec::with_capacity(points.len());
        let mut open: Option<Cause> = None;
        for cell in points.iter().filter_map(|point| cells.get(*point)) {
            match cell {
                Ok(number) => known.push(number),
                Err(cause) => open = Some(open.map_or(*cause, |first| first.and(*cause))),
            }
        }
        let is_enough =
            needing.and_then(|count| usize::try_from(count).ok()).is_some_and(|n| known.len() >= n);
        match open {
            Some(Cause::Unknown(_)) if is_enough => {}
            Some(cause) => return Err(cause),
            None => {}
        }
        sized(take(summary, &known).ok_or(Cause::Unknown(Gap::NoSiblings(term)))?, term)
    };
    Some(Column::Numbers(series.of_rows().iter().map(of_row).collect()))
}

/// What numbers are taken together to; `None` where there are none.
fn take(summary: Summary, numbers: &[&Number]) -> Option<Number> {
    let least = numbers.iter().copied().min();
    let sum = || numbers.iter().fold(Number::ZERO, |sum, number| sum + *number);
    match summary {
        Summary::Least => least.cloned(),
        Summary::Greatest => numbers.iter().copied().max().cloned(),
        Summary::Sum => least.map(|_| sum()),
        Summary::Average => sum().checked_div(&Number::from(u64::try_from(numbers.len()).ok()?)),
    }
}
