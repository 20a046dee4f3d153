//! The order in which findings are shown.

use dabiao_model::{Diagnostic, Place};

/// The diagnostics by file, position and code, identical ones once.
pub(crate) fn in_order(diagnostics: &[Diagnostic]) -> Vec<&Diagnostic> {
    let mut found: Vec<&Diagnostic> = diagnostics.iter().collect();
    found.sort_by(|a, b| key(a).cmp(&key(b)));
    found.dedup();
    found
}

/// What a diagnostic is sorted by. The wording comes last, so that identical ones stand side by side.
fn key(diagnostic: &Diagnostic) -> impl Ord + '_ {
    let (file, position) = match &diagnostic.place {
        Place::Call(words) => ((0, &**words), (0, 0, "")),
        Place::File(file) => ((1, &**file), (0, 0, "")),
        Place::Cell { file, row, column } => ((1, &**file), (*row, 0, column.as_deref().unwrap_or_default())),
        Place::Text { source, span } => ((1, source.name()), (span.start.into(), span.end, "")),
    };
    (file, position, diagnostic.code, diagnostic.variant, &diagnostic.args)
}
