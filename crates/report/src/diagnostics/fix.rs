//! An edit drawn as the line that it makes.

use annotate_snippets::{Patch, Snippet};
use dabiao_model::{Fix, Source};

use super::excerpt::{Excerpt, fitted, visible};
use crate::width::clean;
use crate::words::Words;

/// Longer replacements are not drawn.
const DRAWABLE_REPLACEMENT: usize = 4 * 1024;

/// The fix as a patch of its source; `None` where that cannot be drawn or would change nothing.
pub(super) fn patch(source: &Source, fix: &Fix) -> Option<Snippet<'static, Patch<'static>>> {
    let text = source.text();
    let mut range = fitted(source, fix.span);
    let mut replacement = fix.replacement.clone();
    if replacement.len() > DRAWABLE_REPLACEMENT || text.get(range.clone()) == Some(replacement.as_str()) {
        return None;
    }
    // Text added behind the last line break begins a line that the drawing does not have yet.
    if range.start == text.len() && text.ends_with('\n') {
        let line_break = if text.ends_with("\r\n") { "\r\n" } else { "\n" };
        let end = text.len().saturating_sub(line_break.len());
        range = end..end;
        replacement = format!("\n{}", replacement.trim_end_matches(['\r', '\n']));
    }
    let excerpt = Excerpt::of(source, std::slice::from_ref(&range))?;
    let replacement: String = replacement.chars().map(visible).collect();
    let patch = Patch::new(excerpt.within(&range), replacement);
    Some(Snippet::source(excerpt.text).line_start(excerpt.line).path(clean(source.name())).patch(patch))
}

/// The fix in words.
pub(super) fn in_words(fix: &Fix, words: Words) -> String {
    if fix.replacement.is_empty() {
        return words.word("report-remove");
    }
    words.say("report-replace", [("replacement", &clean(&fix.replacement))])
}
