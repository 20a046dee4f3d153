//! Lines looked at without a grammar: what they begin with, and whether they go on.

use std::sync::LazyLock;

use dabiao_grammar::{Keyword, Role, keywords as table};

static ITEMS: LazyLock<Vec<&'static str>> = LazyLock::new(|| keywords(Role::Item).collect());

/// Every spelling of a role.
pub(crate) fn keywords(role: Role) -> impl Iterator<Item = &'static str> {
    table().iter().filter(move |keyword| keyword.role == role).flat_map(Keyword::spellings)
}

pub(crate) fn is_keyword(role: Role, word: &str) -> bool {
    keywords(role).any(|spelling| spelling == word)
}

/// The text without the blanks at its start. Lines end nowhere but at `\n`.
pub(crate) fn skip_blanks(text: &str) -> &str {
    text.trim_start_matches(|c: char| c != '\n' && c != '\r' && c.is_whitespace())
}

/// Whether the line begins an item: its keyword, then a blank, a quote, a bracket or the end of the line.
pub(crate) fn begins_item(line: &str) -> bool {
    let line = skip_blanks(line);
    ITEMS.iter().any(|keyword| line.strip_prefix(keyword).is_some_and(is_edge))
}

/// Whether the line begins with a field, known or not.
pub(crate) fn begins_field(line: &str) -> bool {
    label(skip_blanks(line)).is_some()
}

/// The word before the colon at the start of a line.
pub(crate) fn label(line: &str) -> Option<&str> {
    let (word, rest) = first_word(line);
    let (word, rest) = match second_word(line, word) {
        Some(both) => both,
        None => (word, rest),
    };
    (!word.is_empty() && skip_blanks(rest).starts_with(COLONS)).then_some(word)
}

/// The known field at the start of a line whose colon is missing.
pub(crate) fn bare_key(line: &str) -> Option<&str> {
    let (word, rest) = second_word(line, first_word(line).0).unwrap_or(first_word(line));
    let value = skip_blanks(rest);
    // A metric of that name may stand there too, before an operator.
    let operator = value
        .starts_with(['<', '>', '=', '+', '-', '*', '/', '!', '≥', '≤', '≠', '.', '(', '&', '|', '，', ',']);
    let operator =
        operator || value.starts_with(['＜', '＞', '＝', '（', '≧', '≦', '≮', '≯', '﹤', '﹥', '﹦']);
    (is_keyword(Role::Field, word) && is_edge(rest) && !value.is_empty() && !operator).then_some(word)
}

/// Whether a line cannot end where it does: behind an operator, a comma or an opening bracket.
pub(crate) fn expects_more(line: &str) -> bool {
    let line = line.trim_end();
    let ends_with = |word: &&str| {
        let before = line.strip_suffix(word);
        before.is_some_and(|before| !word.is_ascii() || is_sign(word) || !before.ends_with(is_word_character))
    };
    line.ends_with(OPENING) || line.ends_with(COMMAS) || OPERATORS.iter().any(ends_with)
}

/// Whether a line can only be the rest of the one before it.
pub(crate) fn continues(line: &str) -> bool {
    let line = skip_blanks(line);
    let word = first_word(line).0;
    let operator =
        |spelling: &&str| if is_sign(spelling) { line.starts_with(*spelling) } else { *spelling == word };
    line.starts_with(CLOSING) || line.starts_with(COMMAS) || OPERATORS.iter().any(operator)
}

/// Whether two lines that follow each other certainly belong to different items or fields. A line that may begin
/// with an operator is taken for one that does.
pub(crate) fn are_apart(before: &str, after: &str) -> bool {
    let after = skip_blanks(after);
    let shows = |line: &str| !line.trim_start().is_empty() && !line.trim_start().starts_with('#');
    let operator = || OPERATORS.iter().any(|word| after.starts_with(word));
    let both_show = shows(before) && !after.is_empty() && !after.starts_with(['#', '\n', '\r']);
    both_show && !before.contains('#') && !operator() && !continues(after) && !expects_more(before)
}

const OPENING: [char; 6] = ['(', '（', '﹙', '{', '｛', '﹛'];
const CLOSING: [char; 6] = [')', '）', '﹚', '}', '｝', '﹜'];
const COLONS: [char; 5] = [':', '：', '﹕', '︰', '∶'];
const COMMAS: [char; 9] = [',', '，', '、', '；', ';', '﹐', '﹑', '﹔', '､'];

/// What stands between two parts of a value, so that a line may be broken before or behind it.
static OPERATORS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let words = table().iter().filter(|keyword| match keyword.role {
        Role::Operator | Role::Prefix => true,
        Role::Word => matches!(keyword.meaning, "then" | "else" | "since" | "over" | "where" | "among"),
        _ => false,
    });
    words.flat_map(Keyword::spellings).collect()
});

fn is_sign(word: &str) -> bool {
    !word.starts_with(char::is_alphabetic)
}

fn is_word_character(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.')
}

fn first_word(line: &str) -> (&str, &str) {
    let end = line.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(line.len());
    line.split_at_checked(end).unwrap_or((line, ""))
}

/// `if none` is the one field of two words.
fn second_word<'l>(line: &'l str, first: &str) -> Option<(&'l str, &'l str)> {
    let behind = line.strip_prefix("if").filter(|_| first == "if")?;
    let rest = skip_blanks(behind).strip_prefix("none")?;
    let length = line.len().saturating_sub(rest.len());
    line.split_at_checked(length)
}

fn is_edge(rest: &str) -> bool {
    rest.is_empty()
        || rest.starts_with(['"', '“', '「', '(', '（', '#'])
        || rest.starts_with(char::is_whitespace)
}
