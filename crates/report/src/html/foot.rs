//! The end of the page.

use askama::Template;

use super::View;
use crate::words::Words;

#[derive(Template)]
#[template(path = "foot.html")]
pub(super) struct Foot {
    w: Words,
    subtitle: String,
    digest: String,
    assumptions: Vec<Assumed>,
}

/// An assumption on its row.
struct Assumed {
    name: String,
    value: String,
    because: String,
    source: String,
}

impl Foot {
    pub(super) fn of(view: &View<'_>) -> Foot {
        let (words, report) = (view.words, view.report);
        let assumed = |one: &dabiao_model::AssumptionUse| {
            let value = words.shown(&one.value);
            let set = one.overridden.then(|| words.word("report-overridden"));
            let value = match set {
                Some(set) => words.say("report-named", [("title", &value), ("id", &set)]),
                None => value,
            };
            let source: Vec<String> = one.source.iter().chain(&one.cite).cloned().collect();
            Assumed {
                name: one.called(words.language).into_owned(),
                value,
                because: one.because.clone().unwrap_or_default(),
                source: words.list(&source),
            }
        };
        Foot {
            w: words,
            subtitle: words.subtitle(report),
            digest: report.plan.rules_digest.clone(),
            assumptions: report.assumptions.iter().map(assumed).collect(),
        }
    }
}
