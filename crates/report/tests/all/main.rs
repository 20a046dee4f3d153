//! Reports and diagnostics in every form, shown as snapshots and held to laws.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at once"
)]

mod carets;
mod case;
mod diagnostics;
mod diff;
mod forms;
mod json;
mod laws;
mod sample;
mod schema;
mod scored;
mod text;
mod validator;

/// Compares an answer with the snapshot of that name.
fn check(name: &str, answer: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, answer));
}
