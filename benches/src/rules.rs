//! The rules of the workload as text, and the stages of reading them.

use dabiao_grammar::{Rule, parse};

use crate::workload::{CHANGES, PAIRS, THRESHOLDS, TRENDS, threshold};

/// 40 targets: thresholds, comparisons of two metrics, relative changes, trends, one conjunction.
pub(crate) fn text() -> String {
    let decimal = |thousandths: i64| format!("{}.{:03}", thousandths / 1000, thousandths % 1000);
    let mut lines = Vec::new();
    for index in 0..THRESHOLDS {
        lines.push(format!("target t{index}: group.m{index} >= {}", decimal(threshold(index))));
    }
    for index in 0..PAIRS {
        lines.push(format!("target p{index}: pair.a{index} < pair.b{index}"));
    }
    for index in 0..CHANGES {
        lines.push(format!("target c{index}: change.c{index} falls by at least 20% since 2007"));
    }
    for index in 0..TRENDS {
        lines.push(format!("target s{index}: trend.s{index} falls every year since 2007"));
    }
    lines.push(format!(
        "target both: group.m0 >= {} and group.m1 >= {}",
        decimal(threshold(0)),
        decimal(threshold(1))
    ));
    lines.join("\n") + "\n"
}

/// The grammar alone.
pub(crate) fn bare_pest(text: &str) -> usize {
    parse(Rule::file, text).map_or(0, |pairs| pairs.flatten().count())
}

/// The tree with its diagnostics.
pub(crate) fn parsed(text: &str) -> usize {
    dabiao_syntax::parse(dabiao::Source::new("workload", text)).items.len()
}
