//! Every text of the corpus keeps its meaning and its comments in either surface, and one pass is enough.

use dabiao_format::same_meaning;
use dabiao_model::Language;

use super::{WAYS, comments, format, read, texts, try_format};

/// Runs a check on each text and lists what is wrong with all of them.
fn all(check: impl Fn(&str) -> Option<String>) {
    let faults = texts().into_iter().filter_map(|(name, text)| Some(format!("── {name}\n{}", check(&text)?)));
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn meaning_and_comments_stay() {
    all(|text| {
        WAYS.into_iter().find_map(|to| match try_format(text, to) {
            Err(refusal) => Some(format!("{to:?}: {refusal}")),
            Ok(out) if !same_meaning(&read(text), &read(&out)) => Some(format!("{to:?}: {out}")),
            Ok(out) => (comments(text) != comments(&out)).then_some(out),
        })
    });
}

#[test]
fn one_pass_is_enough() {
    all(|text| {
        WAYS.into_iter().find_map(|to| {
            let once = format(text, to);
            let twice = format(&once, to);
            (once != twice).then(|| format!("{to:?}\n{once}\n── then\n{twice}"))
        })
    });
}

/// From Chinese to English and back nothing is lost. Where lines are broken may differ, since one language is wider
/// than the other.
#[test]
fn there_and_back_is_the_same() {
    let plain = |text: &str| text.split_whitespace().collect::<String>();
    all(|text| {
        let (english, chinese) = (Some(Language::English), Some(Language::Chinese));
        let first = format(text, chinese);
        let again = format(&format(&first, english), chinese);
        (plain(&first) != plain(&again)).then(|| format!("{first}\n── there and back\n{again}"))
    });
}

#[test]
fn no_line_ends_in_a_blank() {
    all(|text| {
        WAYS.into_iter().find_map(|to| {
            let out = format(text, to);
            let is_clean = out.lines().all(|line| line.trim_end() == line)
                && !out.contains("\n\n\n")
                && !out.ends_with("\n\n");
            (!is_clean).then_some(out)
        })
    });
}
