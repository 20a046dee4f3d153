//! Rule text to tree, with every error of a file in one pass.
//!
//! Parsing never fails: [`parse`] returns a [`Tree`] of what could be read and the diagnostics of what could not.
//! This crate knows the shape of the language alone; names, types and meaning are the checker's. It reads no file.

mod limits;
mod lines;
mod lower;
mod parse;
mod scan;
mod tree;

pub use limits::Limits;
pub use parse::{parse, parse_with};
pub use tree::*;
