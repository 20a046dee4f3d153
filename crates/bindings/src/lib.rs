//! dabiao for other languages: one flat API of the facade, and a thin skin of it for C, Python and WebAssembly.
//!
//! The flat API is made of what every language can hold: texts, handles, and faults that are data. A skin changes how
//! they are handed over and nothing else, so that the same rules, data and question give the same bytes everywhere.
//!
//! ```
//! use dabiao_bindings::{Form, Metrics, Plan, Question};
//! let plan = Plan::parse("market.pass_rate >= 90%")?;
//! let mut metrics = Metrics::new(&plan);
//! metrics.read("metrics.json", br#"{"market": {"pass_rate": 91.2}}"#)?;
//! let report = plan.evaluate(&metrics, &Question::parse(r#"{"as_of": "2011-12-31"}"#)?)?;
//! assert_eq!(report.summary().met, 1);
//! assert!(report.render(Form::Json, dabiao::Language::English).starts_with("{\n  \"format\": \"dabiao.report/1\""));
//! # Ok::<(), dabiao_bindings::Fault>(())
//! ```
//!
//! This crate judges nothing and words nothing. It is the only one in which `unsafe` may stand, and only in the skins.

#[cfg(any(feature = "c", feature = "wasm"))]
pub mod c;
mod fault;
mod form;
mod metrics;
mod plan;
#[cfg(feature = "planted-panic")]
mod planted;
#[cfg(feature = "python")]
mod python;
mod question;
mod report;
#[cfg(any(feature = "c", feature = "python"))]
mod stream;
#[cfg(any(feature = "c", feature = "python"))]
mod verdicts;

pub use fault::{Fault, Kind, guard};
pub use form::Form;
pub use metrics::Metrics;
pub use plan::{Plan, check};
pub use question::Question;
pub use report::Report;
#[cfg(any(feature = "c", feature = "python"))]
pub use verdicts::Verdicts;

/// The version of dabiao.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
