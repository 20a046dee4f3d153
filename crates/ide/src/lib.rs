//! What editors ask about rules: faults with their fixes, completion, meaning, names and their places, outlines.
//!
//! Everything is answered in the terms of texts: a path, a span in bytes, a sentence in the reader's language. This
//! crate speaks no protocol, draws nothing and never writes a file; `dabiao-lsp` is its way to editors.

mod complete;
mod edit;
mod expr;
mod finding;
mod folding;
mod format;
mod highlight;
mod hint;
mod hover;
mod lens;
mod lines;
mod mention;
mod mentions;
mod naming;
mod observed;
mod outline;
mod rename;
mod settings;
mod symbol;
mod task;
mod view;
mod words;
mod workspace;

pub use complete::{Completion, CompletionKind, complete};
pub use edit::{Edit, FileEdit};
pub use finding::{Finding, Mending, Related};
pub use folding::{Fold, folds};
pub use format::formatted;
pub use highlight::{Highlight, HighlightKind, highlights};
pub use hint::{Hint, hints};
pub use hover::{Hover, hover};
pub use lens::{Lens, lenses};
pub use lines::{Encoding, Lines, Position};
pub use mention::{Mention, Role};
pub use naming::{definitions, references};
pub use outline::{Entry, EntryKind, outline, symbols};
pub use rename::{RenameRefused, renamable, rename};
pub use settings::Settings;
pub use symbol::Symbol;
pub use task::{Task, TaskOutcome, run_task};
pub use view::View;
pub use workspace::Workspace;
