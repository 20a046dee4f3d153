//! The names of fields.

use dabiao_syntax::Key;

/// What the keyword table calls a field.
pub(super) fn meaning(key: Key) -> &'static str {
    match key {
        Key::Allow => "allow",
        Key::Also => "also",
        Key::Because => "because",
        Key::Bonus => "bonus",
        Key::By => "by",
        Key::Cite => "cite",
        Key::Columns => "columns",
        Key::Confidence => "confidence",
        Key::Each => "each",
        Key::Expect => "expect",
        Key::Given => "given",
        Key::Grade => "grade",
        Key::IfNone => "if_none",
        Key::Judge => "judge",
        Key::Language => "language",
        Key::Milestone => "milestone",
        Key::Owner => "owner",
        Key::Penalty => "penalty",
        Key::Period => "period",
        Key::Reason => "reason",
        Key::Score => "score",
        Key::Source => "source",
        Key::Title => "title",
        Key::Track => "track",
        Key::Type => "type",
        Key::Value => "value",
        Key::Veto => "veto",
        Key::Warn => "warn",
        Key::Weight => "weight",
        Key::When => "when",
        Key::With => "with",
    }
}
