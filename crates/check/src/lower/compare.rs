//! Comparisons, and which values can be compared.

use std::sync::Arc;

use dabiao_model::{Code, Language, Number, Scale, Type};
use dabiao_syntax::{Comparison, Expr, ExprKind, Name, Quantity, Suffix};

use super::{Context, lookalike, push, rounded, type_of, value, yearly};
use crate::checker::Checker;
use crate::plan::{SourceId, TermId, TermKind};
use crate::surface;

/// Lowers a comparison, a range or a set.
pub(super) fn comparison(checker: &mut Checker<'_>, cx: &Context, expr: &Expr) -> Option<TermId> {
    let kind = match &expr.kind {
        ExprKind::Compare { op, left, right } if yearly::is_yearly(left) => {
            return yearly::comparison(checker, cx, expr, *op, [left, right]);
        }
        ExprKind::Compare { op, left, right } if yearly::is_yearly(right) => {
            return yearly::comparison(checker, cx, expr, op.mirrored(), [right, left]);
        }
        ExprKind::InRange { value, first, last } if yearly::is_yearly(value) => {
            let above = yearly::comparison(checker, cx, expr, Comparison::AtLeast, [value, first]);
            let below = yearly::comparison(checker, cx, expr, Comparison::AtMost, [value, last]);
            TermKind::All(vec![above?, below?])
        }
        ExprKind::Compare { op, left, right } => {
            let (left_id, right_id) = operands(checker, cx, left, right)?;
            let ty = fit(checker, cx, (left, left_id), (right, right_id))?;
            let needs_order = !matches!(op, Comparison::Equal | Comparison::NotEqual);
            if needs_order && matches!(ty, Type::YesNo | Type::Text) {
                let fault = checker.fault(Code::NotOrdered, cx.source, expr.span).with("type", &ty);
                checker.report(fault);
                return None;
            }
            let (left_id, right_id) = rounded::sides(checker, cx, &ty, (left, left_id), (right, right_id))?;
            TermKind::Compare { op: *op, left: left_id, right: right_id }
        }
        ExprKind::InRange { value, first, last } => {
            let (value_id, first_id) = operands(checker, cx, value, first)?;
            let (_, last_id) = operands(checker, cx, value, last)?;
            let ty = fit(checker, cx, (value, value_id), (first, first_id))?;
            fit(checker, cx, (value, value_id), (last, last_id))?;
            if reversed(checker, first_id, last_id) {
                let fault = checker.fault(Code::RangeReversed, cx.source, first.span.to(last.span));
                checker.report(fault);
                return None;
            }
            let above = rounded::sides(checker, cx, &ty, (value, value_id), (first, first_id))?;
            let below = rounded::sides(checker, cx, &ty, (value, value_id), (last, last_id))?;
            if rounded::are_one(checker, above.0, below.0) {
                TermKind::InRange { value: above.0, first: above.1, last: below.1 }
            } else {
                // Ends that are written with different places are two comparisons.
                let mut side = |op, (left, right)| {
                    push(checker, cx, expr.span, TermKind::Compare { op, left, right }, Type::YesNo)
                };
                TermKind::All(vec![side(Comparison::AtLeast, above), side(Comparison::AtMost, below)])
            }
        }
        ExprKind::InSet { value, members } => {
            let mut equal = Vec::new();
            for member in members {
                let (value_id, member_id) = operands(checker, cx, value, member)?;
                let ty = fit(checker, cx, (value, value_id), (member, member_id))?;
                let (left, right) = rounded::sides(checker, cx, &ty, (value, value_id), (member, member_id))?;
                let kind = TermKind::Compare { op: Comparison::Equal, left, right };
                equal.push(push(checker, cx, member.span, kind, Type::YesNo));
            }
            TermKind::Any(equal)
        }
        _ => return None,
    };
    Some(push(checker, cx, expr.span, kind, Type::YesNo))
}

/// Lowers two sides. A word that names nothing may be a level of the other side's scale.
pub(super) fn operands(
    checker: &mut Checker<'_>,
    cx: &Context,
    left: &Expr,
    right: &Expr,
) -> Option<(TermId, TermId)> {
    if lookalike::is_time_alone(checker, cx.source, right, left)
        || lookalike::is_time_alone(checker, cx.source, left, right)
    {
        return None;
    }
    match (bare_word(checker, left), bare_word(checker, right)) {
        (None, Some(word)) => {
            let left_id = value(checker, cx, left)?;
            Some((left_id, level_beside(checker, cx, left_id, word, right)?))
        }
        (Some(word), None) => {
            let right_id = value(checker, cx, right)?;
            Some((level_beside(checker, cx, right_id, word, left)?, right_id))
        }
        _ => {
            let left_id = value(checker, cx, left);
            let right_id = value(checker, cx, right);
            Some((left_id?, right_id?))
        }
    }
}

/// The common type of two sides that can be compared; otherwise the mismatch is reported.
pub(super) fn fit(
    checker: &mut Checker<'_>,
    cx: &Context,
    left: (&Expr, TermId),
    right: (&Expr, TermId),
) -> Option<Type> {
    let (left_type, right_type) = (type_of(checker, left.1), type_of(checker, right.1));
    fit_types(checker, cx.source, (left.0, left_type), (right.0, right_type))
}

/// As [`fit`], for sides whose types are known.
pub(super) fn fit_types(
    checker: &mut Checker<'_>,
    source: SourceId,
    left: (&Expr, Type),
    right: (&Expr, Type),
) -> Option<Type> {
    let (left_type, right_type) = (left.1, right.1);
    // Zero is zero in every unit.
    if is_zero(right.0) && left_type.is_numeric() {
        return Some(left_type);
    }
    if is_zero(left.0) && right_type.is_numeric() {
        return Some(right_type);
    }
    if fits(&left_type, &right_type) {
        return Some(if left_type == Type::Ratio { right_type } else { left_type });
    }
    // The bare literal is at fault, on whichever side it stands.
    let (wanted, at_fault, found) = if is_bare(left.0) && !is_bare(right.0) {
        (right_type, left.0, left_type)
    } else {
        (left_type, right.0, right_type)
    };
    mismatch(checker, source, &wanted, at_fault, &found);
    None
}

/// Whether a value of type `found` can stand where `wanted` is due; otherwise the mismatch is reported.
pub(super) fn fit_constant(
    checker: &mut Checker<'_>,
    source: SourceId,
    wanted: &Type,
    expr: &Expr,
    found: &Type,
) -> bool {
    let fitting = fits(wanted, found);
    if !fitting {
        mismatch(checker, source, wanted, expr, found);
    }
    fitting
}

/// Whether an expression is the literal zero without a unit.
pub(super) fn is_zero(expr: &Expr) -> bool {
    matches!(&expr.kind, ExprKind::Quantity(Quantity { number, suffix: Suffix::None, .. }) if number.is_zero())
}

/// The position of a level; an unknown one is reported.
pub(super) fn level(
    checker: &mut Checker<'_>,
    source: SourceId,
    name: &Name,
    scale: &Arc<Scale>,
) -> Option<usize> {
    if let Some(index) = scale.index(&name.text) {
        return Some(index);
    }
    let levels = dabiao_model::Wording::list(scale.levels());
    let similar =
        dabiao_model::similar(&name.text, scale.levels().iter().map(String::as_str)).map(str::to_string);
    let fault = checker.fault(Code::UnknownLevel, source, name.span).with("name", &name.text);
    let fault = fault.with("scale", scale.name()).with("levels", levels);
    let fault = match similar {
        Some(similar) => fault.fix(name.span, similar),
        None => fault,
    };
    checker.report(fault);
    None
}

fn level_beside(
    checker: &mut Checker<'_>,
    cx: &Context,
    beside: TermId,
    word: &Name,
    expr: &Expr,
) -> Option<TermId> {
    let Type::Level(scale) = type_of(checker, beside) else { return value(checker, cx, expr) };
    let index = level(checker, cx.source, word, &scale)?;
    let kind = TermKind::Constant(dabiao_model::Value::Level(index));
    Some(push(checker, cx, expr.span, kind, Type::Level(scale)))
}

/// A name that is neither a metric nor an assumption.
fn bare_word<'e>(checker: &Checker<'_>, expr: &'e Expr) -> Option<&'e Name> {
    let ExprKind::Name(name) = &expr.kind else { return None };
    let known = checker.plan.metric_id(&name.text).is_some()
        || checker.assumption_names.contains_key(name.text.as_ref());
    (!known).then_some(name)
}

fn fits(left: &Type, right: &Type) -> bool {
    use Type::{Level, Number, Percent, Quantity, Ratio};
    match (left, right) {
        (Quantity(a), Quantity(b)) => a.dimension() == b.dimension(),
        (Level(a), Level(b)) => a.name() == b.name(),
        (Ratio, Number | Percent) | (Number | Percent, Ratio) => true,
        _ => left == right,
    }
}

fn is_bare(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Quantity(quantity) => quantity.suffix == Suffix::None,
        ExprKind::Negate(inner) => is_bare(inner),
        _ => false,
    }
}

/// Reports that `expr` is of type `found` where `wanted` is due, with the fix where there is one.
fn mismatch(checker: &mut Checker<'_>, source: SourceId, wanted: &Type, expr: &Expr, found: &Type) {
    let written = |checker: &Checker<'_>| {
        checker.plan.sources.get(source.index()).map_or("", |text| text.slice(expr.span)).to_string()
    };
    let text = written(checker);
    let written_in = checker.plan.sources.get(source.index());
    let written_in = written_in.map_or(Language::English, |source| surface::surface(source, expr.span));
    let number_part = text.trim_end_matches(['%', '％']).trim_end().to_string();
    let fault = |code: Code, checker: &Checker<'_>| {
        let fault = checker.fault(code, source, expr.span);
        fault.with("text", &text).with("wanted", wanted).with("found", found)
    };
    let fault = match (wanted, found) {
        (Type::Percent, Type::Number) if is_bare(expr) => {
            let fixed = format!("{text}%");
            let bare = fault(Code::BareNumberForPercent, checker).with("fixed", &fixed);
            match as_fraction(expr) {
                // `0.9` may be a share written as a fraction of one.
                Some(share) => {
                    let share = format!("{share}%");
                    bare.variant("fraction").with("share", &share).fix(expr.span, share).fix(expr.span, fixed)
                }
                None => bare.fix(expr.span, fixed),
            }
        }
        (Type::Quantity(unit), Type::Number) if is_bare(expr) => {
            // The symbol is read too, unless another unit has it.
            let is_its_own = checker.plan.units.parse(unit.symbol()).is_some_and(|read| read == **unit);
            let name =
                if written_in == Language::Chinese && is_its_own { unit.symbol() } else { unit.label() };
            let fixed = format!("{text} {name}");
            fault(Code::UnitMismatch, checker).variant("bare").with("fixed", &fixed).fix(expr.span, fixed)
        }
        (Type::Points, Type::Percent | Type::Number) if matches!(expr.kind, ExprKind::Quantity(_)) => {
            let fixed = surface::points(&number_part, written_in);
            fault(Code::TypeMismatch, checker).variant("points").with("fixed", &fixed).fix(expr.span, fixed)
        }
        (Type::Quantity(_), Type::Quantity(_)) => fault(Code::UnitMismatch, checker),
        (Type::Number, Type::Percent) => fault(Code::TypeMismatch, checker).variant("percent"),
        _ => fault(Code::TypeMismatch, checker),
    };
    checker.report(fault);
}

/// A hundred times a bare number between zero and one.
fn as_fraction(expr: &Expr) -> Option<Number> {
    let ExprKind::Quantity(quantity) = &expr.kind else { return None };
    let is_fraction = quantity.number.is_positive() && quantity.number < Number::ONE;
    is_fraction.then(|| &quantity.number * &Number::HUNDRED)
}

fn reversed(checker: &Checker<'_>, first: TermId, last: TermId) -> bool {
    use dabiao_model::Value;
    let fold = |id| super::constant::fold(checker, id);
    match (fold(first), fold(last)) {
        (Some(Value::Number(first)), Some(Value::Number(last))) => first > last,
        (Some(Value::Level(first)), Some(Value::Level(last))) => first > last,
        (Some(Value::Date(first)), Some(Value::Date(last))) => first > last,
        _ => false,
    }
}
