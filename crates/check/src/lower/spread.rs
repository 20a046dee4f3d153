//! `average of x over last 3 years`, `average of x over districts`.

use dabiao_model::{Code, Span, Type};
use dabiao_syntax::{Aggregate, Expr, ExprKind};

use super::{Context, number, push, rests_on_metric};
use crate::checker::Checker;
use crate::plan::{Siblings, Summary, TermId, TermKind, Time, Window};

/// Lowers a window of periods. Its value is seen from each period of the window, so the time of the context moves the
/// window as a whole.
pub(super) fn over_time(checker: &mut Checker<'_>, cx: &Context, expr: &Expr) -> Option<TermId> {
    let ExprKind::OverTime { function, value, count, step, needing } = &expr.kind else { return None };
    let summary = summary(checker, cx, expr.span, *function);
    let inner = Context { time: Time::NOW, ..cx.clone() };
    let lowered = observed_number(checker, &inner, value);
    let needed = needing.unwrap_or(*count);
    if *count == 0 || needed == 0 || needed > *count {
        let fault = checker.fault(Code::ThresholdOutOfRange, cx.source, expr.span).variant("window");
        checker.report(fault.with("count", count).with("needed", needed));
        return None;
    }
    let (value, ty) = lowered?;
    let window = Window {
        value,
        summary: summary?,
        count: *count,
        step: *step,
        needing: *needing,
        places: cx.places.clone(),
        time: cx.time,
    };
    Some(push(checker, cx, expr.span, TermKind::OverTime(window), ty))
}

/// Lowers values of several entities. The value is seen from each of them, so the places of the context say around
/// which entity they stand.
pub(super) fn over_places(checker: &mut Checker<'_>, cx: &Context, expr: &Expr) -> Option<TermId> {
    let ExprKind::OverPlaces { function, value, level, excluding_self } = &expr.kind else { return None };
    let summary = summary(checker, cx, expr.span, *function);
    let inner = Context { places: Vec::new(), ..cx.clone() };
    let (value, ty) = observed_number(checker, &inner, value)?;
    let siblings = Siblings {
        value,
        summary: summary?,
        level: level.text.to_string(),
        excluding_self: *excluding_self,
        places: cx.places.clone(),
        time: cx.time,
    };
    Some(push(checker, cx, expr.span, TermKind::OverPlaces(siblings), ty))
}

fn observed_number(checker: &mut Checker<'_>, cx: &Context, expr: &Expr) -> Option<(TermId, Type)> {
    let (id, ty) = number(checker, cx, expr)?;
    rests_on_metric(checker, cx, expr, id).then_some((id, ty))
}

/// What the values are taken together to; shares, counts and medians are those of records.
fn summary(checker: &mut Checker<'_>, cx: &Context, span: Span, function: Aggregate) -> Option<Summary> {
    match function {
        Aggregate::Average => Some(Summary::Average),
        Aggregate::Sum => Some(Summary::Sum),
        Aggregate::Min => Some(Summary::Least),
        Aggregate::Max => Some(Summary::Greatest),
        Aggregate::Share | Aggregate::Count | Aggregate::Median => {
            let fault = checker.fault(Code::TypeMismatch, cx.source, span).variant("only-of-records");
            checker.report(fault);
            None
        }
    }
}
