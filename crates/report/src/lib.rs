//! Verdicts and diagnostics for people and programs: text, JSON.
//!
//! One file per form: [`render_text`] for a terminal and [`render_json`] for programs show a report,
//! [`render_diagnostics`] and [`render_diagnostics_json`] show findings. Every word comes from the message
//! catalogue of the model, and every value is shown as the report has it.
//!
//! This crate does not judge, calculate or round; it reads no rules, no data, no clock, no environment and
//! no terminal. Whether colour is wanted and how wide the screen is, the caller says in a [`Style`].

mod diagnostics;
mod diagnostics_json;
mod diff_markdown;
mod diff_words;
mod json;
mod style;
mod text;
mod width;
mod words;

pub use diagnostics::{DRAWN_DIAGNOSTICS, render_diagnostics};
pub use diagnostics_json::{DIAGNOSTICS_FORMAT, render_diagnostics_json};
pub use diff_markdown::render_diff_markdown;
pub use json::{pretty_json, render_diff_json, render_json, render_what_if_json};
pub use style::Style;
pub use text::{render_diff, render_explanation, render_text, render_what_if};
