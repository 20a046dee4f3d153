//! Verdicts and diagnostics for people and programs, one file per form.
//!
//! [`render_text`] is for a terminal, [`render_json`] for programs, [`write_markdown`] for a pull request or a wiki.
//! Forms that need crates of their own stand behind features of their names: `csv`, `junit`, `xlsx`, `html`.
//! [`render_diagnostics`] and its neighbours show findings about rules and data. Every word comes from the message
//! catalogue of the model, and every value is shown as the report has it.
//!
//! This crate does not judge, calculate or round; it reads no rules, no data, no clock, no environment and
//! no terminal. Whether colour is wanted and how wide the screen is, the caller says in a [`Style`].

#[cfg(feature = "csv")]
mod csv;
mod diagnostics;
mod diagnostics_json;
mod diff_markdown;
mod diff_words;
mod groups;
#[cfg(feature = "html")]
mod html;
mod json;
#[cfg(feature = "junit")]
mod junit;
mod markdown;
mod moves;
mod owners;
mod sarif;
mod sign;
mod style;
mod tests_json;
mod text;
mod width;
mod words;
#[cfg(feature = "xlsx")]
mod xlsx;

#[cfg(feature = "csv")]
pub use csv::write_csv;
pub use diagnostics::{DRAWN_DIAGNOSTICS, render_diagnostics};
pub use diagnostics_json::{DIAGNOSTICS_FORMAT, render_diagnostics_json};
pub use diff_markdown::render_diff_markdown;
#[cfg(feature = "html")]
pub use html::{Beside, DRAWN_ONE_BY_ONE, write_html};
pub use json::{
    pretty_json, read_json, render_comparison_json, render_diff_json, render_explained_json, render_json,
    render_what_if_json, write_json,
};
#[cfg(feature = "junit")]
pub use junit::write_junit;
pub use markdown::{write_comparison_markdown, write_markdown};
pub use sarif::render_sarif;
pub use style::Style;
pub use tests_json::{TESTS_FORMAT, render_tests_json};
pub use text::{
    render_comparison, render_diff, render_explained, render_explanation, render_text, render_what_if,
};
#[cfg(feature = "xlsx")]
pub use xlsx::write_xlsx;
