//! Tree to canonical rule text, in the English or in the Chinese surface.
//!
//! Files look the same whoever wrote them: one item is a block, values stand below each other, operators and
//! punctuation are those of the file's language. Comments, and the blank lines that part groups, stay. Names, numbers
//! and texts are written as their author wrote them; nothing is translated but the words of the language itself.
//!
//! This crate judges no rule and reads no file. It never hands out a text that it has not read again and found to
//! mean the same.

mod arrange;
mod comment;
mod flow;
mod format;
mod layout;
mod meaning;
mod options;
mod refusal;
mod surface;
mod writer;

pub use format::{format, format_source, surface_of};
pub use meaning::same_meaning;
pub use options::Options;
pub use refusal::Refusal;
