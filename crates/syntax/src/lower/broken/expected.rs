//! What the grammar would have taken at a place, as the wording of a message.

use dabiao_grammar::{Misfit, Rule};

/// The wording of the message for what was expected. Where several things were, the one that the text cannot do
/// without comes first: behind `falls by at least 20` an operator could stand, and `since` must.
pub(super) fn expected(misfit: &Misfit) -> &'static str {
    let all = |rules: &[Rule]| rules.iter().all(|rule| misfit.expected.contains(rule));
    let found = WORDINGS.iter().find(|(_, rules)| all(rules));
    found.map_or("line", |(wording, _)| wording)
}

/// A wording, and the rules that must all have been tried for it.
const WORDINGS: &[(&str, &[Rule])] = &[
    ("change", &[Rule::by_at_least, Rule::each_word]),
    ("bound", &[Rule::by_at_least]),
    ("bound", &[Rule::or_more, Rule::plus]),
    ("in", &[Rule::sum, Rule::moment]),
    ("dots", &[Rule::dots]),
    ("since", &[Rule::since_word]),
    ("to", &[Rule::to_word]),
    ("trend", &[Rule::falls]),
    ("step", &[Rule::step]),
    ("colon", &[Rule::scale_colon]),
    ("less", &[Rule::less]),
    ("assign", &[Rule::assign]),
    ("arrow", &[Rule::arrow]),
    ("then", &[Rule::then_word]),
    ("else", &[Rule::else_word]),
    ("over", &[Rule::over_word]),
    ("satisfies", &[Rule::satisfies_word]),
    ("items", &[Rule::items_word]),
    ("from", &[Rule::from_word]),
    ("per", &[Rule::per_word]),
    ("bracket", &[Rule::close]),
    ("set", &[Rule::set_close]),
    ("type", &[Rule::type_name]),
    ("verdict", &[Rule::verdict]),
    ("method", &[Rule::wilson]),
    ("rounding", &[Rule::half_even]),
    ("judge", &[Rule::judge_exact]),
    ("score", &[Rule::ladder_word]),
    ("path", &[Rule::compound]),
    ("band", &[Rule::otherwise, Rule::at_least]),
    ("number", &[Rule::rung]),
    ("value", &[Rule::operation]),
    ("value", &[Rule::sum]),
    ("count", &[Rule::count]),
    ("value", &[Rule::row]),
    ("value", &[Rule::bracketed]),
    ("value", &[Rule::asked]),
    ("value", &[Rule::minus, Rule::name]),
    ("value", &[Rule::yes, Rule::name]),
    ("name", &[Rule::name]),
    ("name", &[Rule::over_places]),
    ("name", &[Rule::expectation]),
    ("period", &[Rule::moment]),
    ("number", &[Rule::quantity]),
    ("text", &[Rule::text]),
];
