//! What the grammar would have taken at a place, as the wording of a message.

use dabiao_grammar::{Misfit, Rule};

/// The variant of the message for what was expected. Where several things were, the first that fits is the one that
/// most likely was meant.
pub(super) fn expected(misfit: &Misfit) -> &'static str {
    let any = |rules: &[Rule]| rules.iter().any(|rule| misfit.expected.contains(rule));
    let found = WORDINGS.iter().find(|(_, rules)| any(rules));
    found.map_or("line", |(variant, _)| variant)
}

const WORDINGS: &[(&str, &[Rule])] = &[
    ("value", &[Rule::operation, Rule::conditional, Rule::sum, Rule::row, Rule::bracketed]),
];
