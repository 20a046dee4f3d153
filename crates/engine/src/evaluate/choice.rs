//! `if … then … else …`

use super::column::{Cell, Cells, Column};

/// Takes each row's value from the branch that its condition names. The other branch does not count, whatever is
/// missing or faulty in it.
pub(super) fn choose(condition: &Column, then: &Column, otherwise: &Column) -> Option<Column> {
    let condition = condition.truths()?;
    match (then, otherwise) {
        (Column::Numbers(a), Column::Numbers(b)) => Some(Column::Numbers(pick(condition, a, b))),
        (Column::Truths(a), Column::Truths(b)) => Some(Column::Truths(pick(condition, a, b))),
        (Column::Values(a), Column::Values(b)) => Some(Column::Values(pick(condition, a, b))),
        _ => None,
    }
}

fn pick<T: Clone>(condition: &[Cell<bool>], then: &[Cell<T>], otherwise: &[Cell<T>]) -> Cells<T> {
    let branches = then.iter().zip(otherwise);
    let pick = |(condition, (then, otherwise)): (&Cell<bool>, (&Cell<T>, &Cell<T>))| match condition {
        Ok(true) => then.clone(),
        Ok(false) => otherwise.clone(),
        Err(cause) => Err(*cause),
    };
    condition.iter().zip(branches).map(pick).collect()
}
