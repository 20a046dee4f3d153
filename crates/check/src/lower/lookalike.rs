//! Words that name nothing here and mean something elsewhere: `true` for `yes`, 去年 without its metric.

use dabiao_model::{Code, Diagnostic};
use dabiao_syntax::{Expr, ExprKind, Name};

use crate::checker::Checker;
use crate::plan::{At, SourceId};

/// What such a word is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Likeness {
    /// A yes/no value, and how it is written.
    Truth(&'static str),
    /// A time without the metric that is read then, and how it is written.
    Time(&'static str),
}

const TRUTHS: [(&str, &str); 8] = [
    ("true", "yes"),
    ("false", "no"),
    ("yes", "yes"),
    ("no", "no"),
    ("真", "是"),
    ("假", "否"),
    ("对", "是"),
    ("错", "否"),
];

/// Times, and how they are written behind a metric.
const TIMES: [(&str, &str); 8] = [
    ("上年", "上年"),
    ("上年度", "上年"),
    ("去年", "去年"),
    ("上季度", "上季度"),
    ("上月", "上月"),
    ("last_year", "last year"),
    ("last_quarter", "last quarter"),
    ("last_month", "last month"),
];

fn likeness(word: &str) -> Option<Likeness> {
    let found = |words: &'static [(&str, &str)]| {
        words.iter().find(|(written, _)| word.eq_ignore_ascii_case(written)).map(|(_, meant)| *meant)
    };
    found(&TRUTHS).map(Likeness::Truth).or_else(|| found(&TIMES).map(Likeness::Time))
}

/// Whether a word is such a one. It names a metric only where the rules declare it.
pub(crate) fn is_lookalike(word: &str) -> bool {
    likeness(word).is_some()
}

/// What is wrong with a name that names nothing.
pub(super) fn fault(checker: &Checker<'_>, source: SourceId, name: &Name) -> Option<Diagnostic> {
    let fault = checker.fault(Code::UnknownName, source, name.span).with("name", &name.text);
    Some(match likeness(&name.text)? {
        Likeness::Truth(meant) => fault.variant("truth").with("meant", meant).fix(name.span, meant),
        Likeness::Time(time) => fault.variant("time").with("meant", format!("x {time}")),
    })
}

/// `x > 去年`: reports a time that stands alone beside what it is compared with.
pub(super) fn is_time_alone(checker: &mut Checker<'_>, source: SourceId, expr: &Expr, beside: &Expr) -> bool {
    let (ExprKind::Name(name), ExprKind::Name(metric)) = (&expr.kind, &beside.kind) else { return false };
    let Some(Likeness::Time(time)) = likeness(&name.text) else { return false };
    if checker.plan.metric_id(&name.text).is_some()
        || checker.assumption_names.contains_key(name.text.as_ref())
    {
        return false;
    }
    let metric = checker.plan.text_at(At { source, span: metric.span }).to_string();
    let meant = format!("{metric} {time}");
    let fault = checker.fault(Code::UnknownName, source, name.span).with("name", &name.text);
    checker.report(fault.variant("time").with("meant", &meant).fix(name.span, meant));
    true
}
