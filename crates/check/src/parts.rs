//! What an expression is made of.

use dabiao_syntax::{Expr, ExprKind};

/// The direct parts of an expression, in the order of the text.
pub(crate) fn of(expr: &Expr) -> Vec<&Expr> {
    match &expr.kind {
        ExprKind::Quantity(_)
        | ExprKind::YesNo(_)
        | ExprKind::Text(_)
        | ExprKind::Moment(_)
        | ExprKind::Name(_)
        | ExprKind::Subject
        // What stands inside these speaks of columns, not of metrics.
        | ExprKind::Records { .. }
        | ExprKind::Every { .. } => Vec::new(),
        ExprKind::Negate(only) | ExprKind::Not(only) => vec![only],
        ExprKind::Arithmetic { left, right, .. } | ExprKind::Compare { left, right, .. } => vec![left, right],
        ExprKind::InRange { value, first, last } => vec![value, first, last],
        ExprKind::InSet { value, members } => std::iter::once(&**value).chain(members).collect(),
        ExprKind::All(parts) | ExprKind::Any(parts) | ExprKind::AtLeast { of: parts, .. } => parts.iter().collect(),
        ExprKind::Call { args, .. } => args.iter().collect(),
        ExprKind::If { condition, then, otherwise } => vec![condition, then, otherwise],
        ExprKind::Change { value, amount, .. } => vec![value, amount],
        ExprKind::Round { value, .. }
        | ExprKind::Trend { value, .. }
        | ExprKind::Of { value, .. }
        | ExprKind::In { value, .. }
        | ExprKind::Last { value, .. }
        | ExprKind::YearlyChange { value, .. }
        | ExprKind::OverPlaces { value, .. }
        | ExprKind::OverTime { value, .. } => vec![value],
    }
}
