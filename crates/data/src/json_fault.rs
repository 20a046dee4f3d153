//! What is wrong with a JSON text, in words of both languages.

use dabiao_model::Wording;

/// What the parser's sentences begin with, in the order in which they are tried, and the messages that say the same.
const SENTENCES: [(&str, &str); 15] = [
    ("EOF", "json-end"),
    ("expected `:`", "json-colon"),
    ("expected `,` or `]`", "json-comma-or-bracket"),
    ("expected `,` or `}`", "json-comma-or-brace"),
    ("expected ident", "json-value"),
    ("expected value", "json-value"),
    ("expected `\"`", "json-key"),
    ("key must be a string", "json-key"),
    ("invalid number", "json-number"),
    ("invalid escape", "json-escape"),
    ("unexpected end of hex escape", "json-escape"),
    ("lone leading surrogate", "json-escape"),
    ("control character", "json-control-character"),
    ("trailing comma", "json-trailing-comma"),
    ("trailing characters", "json-trailing-text"),
];

/// The parser's sentence as a message; one that is not known stays as it is.
pub(crate) fn wording(error: &serde_json::Error) -> Wording {
    let sentence = error.to_string();
    // It ends in the place, which is told by other means.
    let detail = sentence.split(" at line ").next().unwrap_or(&sentence);
    let known = SENTENCES.iter().find(|(begin, _)| detail.starts_with(begin));
    known.map_or_else(|| Wording::about("json-other", "text", detail), |(_, id)| Wording::word(id))
}

#[cfg(test)]
mod tests {
    use dabiao_model::Language;

    use super::*;

    #[test]
    fn the_parser_says_what_is_expected_here() {
        for (text, english) in [
            ("[1", "the text ends too early"),
            ("{\"a\" 1}", "`:` is expected"),
            ("[1 2]", "`,` or `]` is expected"),
            ("{\"a\": 1 \"b\": 2}", "`,` or `}` is expected"),
            ("nulL", "a value is expected"),
            ("[NaN]", "a value is expected"),
            ("{a: 1}", "a key in double quotes is expected"),
            ("[1.]", "not a number"),
            ("[\"\\x\"]", "an escape in a string that JSON does not have"),
            ("[\"\\u12\"]", "an escape in a string that JSON does not have"),
            ("[\"a\nb\"]", "a line break or another control character in a string"),
            ("[1,]", "a comma behind the last part"),
            ("1 2", "text behind the end"),
        ] {
            let error = serde_json::from_str::<serde_json::Value>(text).unwrap_err();
            let wording = wording(&error);
            assert_eq!(wording.text(Language::English), english, "{text}: {error}");
            let chinese = wording.text(Language::Chinese);
            assert!(!chinese.contains(|c: char| c.is_ascii_alphabetic() && !"JSON".contains(c)), "{chinese}");
        }
    }
}
