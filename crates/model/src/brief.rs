//! A user's text, cut for a message.

/// Characters of a user's text that a message repeats at most.
const SHOWN: usize = 60;

/// The text, or its beginning with `…` where it is too long for a message.
///
/// ```
/// use dabiao_model::brief;
/// assert_eq!(brief("92.4%"), "92.4%");
/// assert_eq!(brief(&"9".repeat(1_000)), format!("{}…", "9".repeat(60)));
/// ```
#[must_use]
pub fn brief(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_string(),
    }
}
