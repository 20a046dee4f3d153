//! The names of a condition or a value.

use dabiao_syntax::{Expr, ExprKind, Name, Quantity, Suffix};

use crate::symbol::Due;

/// Hands every name of an expression on, with what is due where it stands.
pub(crate) fn names<'t>(expr: &'t Expr, due: Due<'t>, see: &mut impl FnMut(&'t Name, Due<'t>)) {
    match &expr.kind {
        ExprKind::Name(name) => see(name, due),
        ExprKind::Quantity(quantity) => unit(quantity, see),
        ExprKind::Round { value, to, .. } => {
            names(value, due, see);
            unit(to, see);
        }
        ExprKind::Records { table, filter, among, .. } => {
            see(table, Due::Table);
            let name = table_of(table);
            for condition in [filter, among].into_iter().flatten() {
                names(condition, Due::Cell(name), see);
            }
        }
        ExprKind::Every { table, condition } => {
            see(table, Due::Table);
            names(condition, Due::Cell(&table.text), see);
        }
        kind => parts(kind, &mut |part| names(part, due, see)),
    }
}

/// The unit behind a number.
pub(crate) fn unit<'t>(quantity: &'t Quantity, see: &mut impl FnMut(&'t Name, Due<'t>)) {
    if let Suffix::Unit(name) = &quantity.suffix {
        see(name, Due::Unit);
    }
}

/// The table of `market_samples.amount`.
pub(crate) fn table_of(name: &Name) -> &str {
    name.text.split_once('.').map_or(&name.text, |(table, _)| table)
}

/// The expressions directly inside one.
pub(crate) fn parts<'t>(kind: &'t ExprKind, see: &mut dyn FnMut(&'t Expr)) {
    match kind {
        ExprKind::Quantity(_)
        | ExprKind::YesNo(_)
        | ExprKind::Text(_)
        | ExprKind::Moment(_)
        | ExprKind::Name(_)
        | ExprKind::Subject => {}
        ExprKind::Negate(only) | ExprKind::Not(only) => see(only),
        ExprKind::Arithmetic { left, right, .. } | ExprKind::Compare { left, right, .. } => {
            see(left);
            see(right);
        }
        ExprKind::InRange { value, first, last } => {
            [value, first, last].into_iter().for_each(|part| see(part))
        }
        ExprKind::InSet { value, members } => {
            see(value);
            members.iter().for_each(see);
        }
        ExprKind::All(parts) | ExprKind::Any(parts) | ExprKind::AtLeast { of: parts, .. } => {
            parts.iter().for_each(see);
        }
        ExprKind::Call { args, .. } => args.iter().for_each(see),
        ExprKind::If { condition, then, otherwise } => {
            [condition, then, otherwise].into_iter().for_each(|part| see(part));
        }
        ExprKind::Change { value, amount, .. } => {
            see(value);
            see(amount);
        }
        ExprKind::Round { value, .. }
        | ExprKind::Trend { value, .. }
        | ExprKind::Of { value, .. }
        | ExprKind::In { value, .. }
        | ExprKind::Last { value, .. }
        | ExprKind::YearlyChange { value, .. }
        | ExprKind::OverPlaces { value, .. }
        | ExprKind::OverTime { value, .. } => see(value),
        ExprKind::Records { filter, among, .. } => {
            [filter, among].into_iter().flatten().for_each(|part| see(part));
        }
        ExprKind::Every { condition, .. } => see(condition),
    }
}
