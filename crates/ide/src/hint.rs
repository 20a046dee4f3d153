//! Words that an editor shows between those of the rules.

use std::collections::HashSet;
use std::path::Path;

use dabiao_model::Language;
use dabiao_syntax::ItemKind;

use crate::hover::summary;
use crate::{Role, Symbol, View};

/// Words to be shown behind a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// Behind which byte.
    pub offset: usize,
    /// The words.
    pub text: String,
}

/// Behind the metrics of each target, each once: the title in the reader's language, where the metric is not called by it
/// there, and its unit or type.
#[must_use]
pub fn hints(view: &View, path: &Path, language: Language) -> Vec<Hint> {
    let Some(tree) = view.tree(path) else { return Vec::new() };
    let plan = view.analysis().checked();
    let mentions = view.mentions().of_text(tree.source.name());
    let mut hints = Vec::new();
    for item in &tree.items {
        let ItemKind::Target { .. } = item.kind else { continue };
        let head = item.head;
        let mut seen = HashSet::new();
        let first = mentions.partition_point(|mention| mention.span.start < head.start);
        let inside = mentions.iter().skip(first).take_while(|mention| mention.span.end <= head.end);
        for mention in inside.filter(|mention| mention.role == Role::Uses) {
            let Symbol::Metric(path) = &mention.symbol else { continue };
            let Some(metric) = plan.metric_id(path).and_then(|id| plan.metric(id)) else { continue };
            if !metric.declared || !seen.insert(path) {
                continue;
            }
            let text = summary(metric, language);
            let is_said = language.pick(&metric.titles) == Some(mention.name());
            let text =
                if is_said { text.rsplit(" · ").next().unwrap_or_default().to_string() } else { text };
            hints.push(Hint { offset: mention.span.range().end, text });
        }
    }
    hints
}
