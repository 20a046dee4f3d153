//! The C interface, with texts of any bytes.

use std::ffi::c_char;
use std::ptr;

use dabiao_bindings::c::error::{dabiao_error_free, dabiao_error_message};
use dabiao_bindings::c::metrics::{
    dabiao_metrics_fill_json, dabiao_metrics_free, dabiao_metrics_new, dabiao_metrics_read,
};
use dabiao_bindings::c::plan::{dabiao_plan_evaluate, dabiao_plan_free, dabiao_plan_parse};
use dabiao_bindings::c::report::{dabiao_report_free, dabiao_report_render};
use dabiao_bindings::c::text::dabiao_text_free;

use crate::PART;

/// Rules, data and a question, each handed over with a length and without an end.
pub fn border(bytes: &[u8]) {
    let mut parts = split(bytes).into_iter();
    let mut part = || parts.next().unwrap_or_default();
    let (rules, data, question) = (part(), part(), part());
    let question = if question.is_empty() { br#"{"as_of": "2011-12-31"}"# } else { question };
    let mut error = ptr::null_mut();
    // SAFETY: every text is as long as is said, every handle is one that was handed out, and each is freed once.
    unsafe {
        let plan = dabiao_plan_parse(start(rules), rules.len(), &raw mut error);
        assert!(plan.is_null() != error.is_null(), "neither a plan nor an error, or both");
        let metrics = dabiao_metrics_new(plan, &raw mut error);
        if !dabiao_metrics_fill_json(metrics, start(data), data.len(), &raw mut error) {
            let name = b"fuzz.csv";
            dabiao_metrics_read(metrics, start(name), name.len(), start(data), data.len(), &raw mut error);
        }
        let report = dabiao_plan_evaluate(plan, metrics, start(question), question.len(), &raw mut error);
        for form in [&b"text"[..], b"json", b"html", b"nothing"] {
            let language = question.get(..2).unwrap_or_default();
            let text = dabiao_report_render(
                report,
                start(form),
                form.len(),
                start(language),
                language.len(),
                &raw mut error,
            );
            dabiao_text_free(text);
        }
        let _ = dabiao_error_message(error);
        dabiao_error_free(error);
        dabiao_report_free(report);
        dabiao_metrics_free(metrics);
        dabiao_plan_free(plan);
    }
}

fn split(bytes: &[u8]) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.windows(PART.len()).position(|window| window == PART.as_bytes()) {
        parts.push(&rest[..at]);
        rest = &rest[at + PART.len()..];
    }
    parts.push(rest);
    parts
}

fn start(bytes: &[u8]) -> *const c_char {
    bytes.as_ptr().cast()
}
