//! A file in its canonical form.

use std::sync::Arc;

use dabiao_format::{Options, format_source};
use dabiao_model::{Diagnostic, Source, Span};

use crate::Edit;

/// The change that brings a text into its canonical form; `None` where it has that form already. What is alike at both
/// ends is left alone, so that an editor keeps its cursor.
///
/// # Errors
/// The errors that keep the text from being read.
///
/// ```
/// use dabiao_model::Source;
/// let edit = dabiao_ide::formatted(&Source::new("a.dabiao", "target a >=  90%\n")).unwrap().unwrap();
/// assert_eq!((edit.span.start, edit.span.end, edit.text.as_str()), (12, 13, ""));
/// ```
pub fn formatted(source: &Arc<Source>) -> Result<Option<Edit>, Vec<Diagnostic>> {
    let new =
        format_source(Arc::clone(source), &Options::default()).map_err(|refusal| refusal.diagnostics)?;
    let old = source.text();
    if new == old {
        return Ok(None);
    }
    let alike = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        pairs.take_while(|(left, right)| left == right).map(|(c, _)| c.len_utf8()).sum()
    };
    let start = alike(&mut old.chars().zip(new.chars()));
    let (old_rest, new_rest) = (old.get(start..).unwrap_or_default(), new.get(start..).unwrap_or_default());
    let end = alike(&mut old_rest.chars().rev().zip(new_rest.chars().rev()));
    let span = Span::new(start, old.len().saturating_sub(end));
    let text = new_rest.get(..new_rest.len().saturating_sub(end)).unwrap_or_default().to_string();
    Ok(Some(Edit { span, text }))
}
