//! What is refused.

use dabiao_model::Code;

use super::{WAYS, files, read, try_format};

/// A text with errors is left alone, and its errors are told.
#[test]
fn texts_with_errors() {
    let texts = files("grammar/corpus/err");
    assert!(!texts.is_empty());
    for (name, text) in texts {
        let told: Vec<Code> = read(&text).diagnostics.iter().map(|found| found.code).collect();
        for to in WAYS {
            let refusal = try_format(&text, to).unwrap_err();
            let refused: Vec<Code> = refusal.diagnostics.iter().map(|found| found.code).collect();
            assert_eq!(refused, told, "{name}");
            assert!(!refused.contains(&Code::MeaningChanged), "{name}");
        }
    }
}
