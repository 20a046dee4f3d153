//! What differs between two plans, as Markdown for a review comment.

use dabiao_model::{ChangeKind, DiffReport, DiffWitness, Language, TargetChange};

use crate::diff_words::{by_target, declared, is_editorial, label, side, title, totals, values, verdicts};
use crate::words::Words;

/// What a new version of a plan changes, as GitHub-flavoured Markdown: a table of what is judged or answered for, and
/// folded below it what brings it about, the declarations, and the targets that are only written otherwise.
///
/// Every text of the plans is escaped: nothing of it is read as Markdown, HTML or a mention.
#[must_use]
pub fn render_diff_markdown(report: &DiffReport, language: Language) -> String {
    let words = Words { language };
    let mut text = format!("### {}\n\n{}\n", escape(&title(report, words)), escape(&totals(report, words)));
    let (editorial, changed): (Vec<_>, Vec<_>) = by_target(report).partition(|changes| is_editorial(changes));
    if !changed.is_empty() {
        let heads = ["report-label-target", "diff-change", "diff-old", "diff-new", "diff-shown"];
        let heads = heads.map(|id| escape(&words.word(id)));
        text.push_str(&format!("\n| {} |\n|---|---|---|---|---|\n", heads.join(" | ")));
    }
    for change in changed.iter().copied().flatten().filter(|one| one.change != ChangeKind::Editorial) {
        text.push_str(&row(change, words));
    }
    let reasons = changed.iter().copied().flatten().filter_map(|change| background(change, words));
    fold(&mut text, "diff-background", reasons, words);
    let declarations = report.declarations.iter().map(|one| {
        let mut line = escape(&declared(one, words));
        if one.old.is_some() || one.new.is_some() {
            let (old, new) = (side(one.old.as_ref(), words), side(one.new.as_ref(), words));
            let texts =
                if old == new { escape(&new) } else { format!("{} → {}", escape(&old), escape(&new)) };
            line = words.say("report-labelled", [("label", &line), ("text", &texts)]);
        }
        if !one.targets.is_empty() {
            let targets = words.labelled("diff-rests", &words.list(&one.targets));
            line.push_str(&format!("<br>{}", escape(&targets)));
        }
        line
    });
    fold(&mut text, "diff-declarations", declarations, words);
    let written = editorial.iter().filter_map(|changes| changes.first()).map(|one| escape(&one.target));
    fold(&mut text, "diff-editorial-only", written, words);
    text
}

fn row(change: &TargetChange, words: Words) -> String {
    let title = words.shown(&change.title);
    let target = match title == change.target {
        true => escape(&title),
        false => format!("{}<br>{}", escape(&title), escape(&change.target)),
    };
    let cell =
        |text: Option<&dabiao_model::Shown>| text.map_or_else(String::new, |text| escape(&words.shown(text)));
    let shown: Vec<String> = change
        .witness
        .iter()
        .chain(&change.counter_witness)
        .map(|witness| escape(&told(witness, words)))
        .chain(change.reason.iter().map(|reason| escape(&words.shown(reason))))
        .collect();
    let kind = format!("**{}**", escape(&label(change, words)));
    let cells = [target, kind, cell(change.old.as_ref()), cell(change.new.as_ref()), shown.join("<br>")];
    format!("| {} |\n", cells.join(" | "))
}

/// `x = 91%: met → missed`
fn told(witness: &DiffWitness, words: Words) -> String {
    let verdicts = verdicts(witness, words, |verdict| words.verdict(verdict));
    let values = values(witness, words);
    if values.is_empty() {
        return verdicts;
    }
    words.say("report-labelled", [("label", &values), ("text", &verdicts)])
}

/// What brings a change about, and what of a changed target is only written otherwise.
fn background(change: &TargetChange, words: Words) -> Option<String> {
    let text = if change.change == ChangeKind::Editorial {
        let (old, new) = (side(change.old.as_ref(), words), side(change.new.as_ref(), words));
        words.say("report-labelled", [("label", &label(change, words)), ("text", &format!("{old} → {new}"))])
    } else if change.causes.is_empty() {
        return None;
    } else {
        words.labelled("diff-causes", &words.list(&change.causes))
    };
    Some(escape(&words.list(&[change.target.clone(), text])))
}

/// A list that is folded away; nothing where it is empty.
fn fold(text: &mut String, heading: &str, lines: impl Iterator<Item = String>, words: Words) {
    let lines: Vec<String> = lines.map(|line| format!("- {line}\n")).collect();
    if !lines.is_empty() {
        let heading = escape(&words.word(heading));
        text.push_str(&format!(
            "\n<details>\n<summary>{heading} ({})</summary>\n\n{}\n</details>\n",
            lines.len(),
            lines.concat()
        ));
    }
}

/// A text on one line that means nothing but itself.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        // Inside a word an underscore is one; only at its ends it would be emphasis.
        let is_inside = before.is_alphanumeric() && chars.peek().is_some_and(|next| next.is_alphanumeric());
        before = c;
        match c {
            '_' if is_inside => escaped.push(c),
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '@' => escaped.push_str("&#64;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '~' | '!' | '$' | '^' => {
                escaped.push('\\');
                escaped.push(c);
            }
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    // A bare address would become a link.
    escaped.replace("://", ":&#47;&#47;").replace("www.", "www&#46;")
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_is_read_as_markup() {
        for (written, shown) in [
            ("a | b", r"a \| b"),
            ("<script>&", "&lt;script&gt;&amp;"),
            ("[x](http://a.b) **b** _c_ `d`", r"\[x\](http:&#47;&#47;a.b) \*\*b\*\* \_c\_ \`d\`"),
            ("goods.pass_rate", "goods.pass_rate"),
            ("@everyone #1 ~~no~~", r"&#64;everyone \#1 \~\~no\~\~"),
            ("two\nlines", "two lines"),
            ("市场抽检 ≥ 90％", "市场抽检 ≥ 90％"),
        ] {
            assert_eq!(escape(written), shown);
        }
    }
}
