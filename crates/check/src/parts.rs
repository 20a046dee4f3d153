//! What an expression is made of.

use dabiao_syntax::{Expr, ExprKind};

/// The direct parts of an expression, in the order of the text.
pub(crate) fn of(expr: &Expr) -> Vec<&Expr> {
    let mut parts = Vec::new();
    each(expr, &mut |part| parts.push(part));
    parts
}

/// Looks at the direct parts of an expression in the order of the text.
pub(crate) fn each<'e>(expr: &'e Expr, see: &mut impl FnMut(&'e Expr)) {
    match &expr.kind {
        ExprKind::Quantity(_)
        | ExprKind::YesNo(_)
        | ExprKind::Text(_)
        | ExprKind::Moment(_)
        | ExprKind::Name(_)
        | ExprKind::Subject
        // What stands inside these speaks of columns, not of metrics.
        | ExprKind::Records { .. }
        | ExprKind::Every { .. } => {}
        ExprKind::Negate(only) | ExprKind::Not(only) => see(only),
        ExprKind::Arithmetic { left, right, .. } | ExprKind::Compare { left, right, .. } => {
            see(left);
            see(right);
        }
        ExprKind::InRange { value, first, last } => [value, first, last].into_iter().for_each(|part| see(part)),
        ExprKind::InSet { value, members } => std::iter::once(&**value).chain(members).for_each(see),
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
    }
}
