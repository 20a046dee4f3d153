//! Records in text files, CSV and JSON lines, as typed cells.

mod columns;
mod csv;
mod file;
mod json_lines;
mod stream;
mod survey;

pub(crate) use file::{Form, TextFile, heading_of, unreadable};
pub(crate) use stream::{Refusals, table};
