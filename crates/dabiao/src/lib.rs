//! An exact rules engine with a small language for quality targets.
//!
//! A plan is read and checked once, then judged against metrics as often as needed:
//!
//! ```
//! let plan = dabiao::Plan::parse("market_sampling.pass_rate >= 90%")?;
//! let mut metrics = plan.metrics();
//! metrics.set("market_sampling.pass_rate", "91.2%")?;
//! let report = plan.evaluate(&metrics).as_of("2011-12-31").run()?;
//! assert!(report["market_sampling.pass_rate"].is_met());
//! assert_eq!(report["market_sampling.pass_rate"].margin.as_deref(), Some("1.2 points"));
//! # Ok::<(), dabiao::Error>(())
//! ```
//!
//! Verdicts are decided in exact rational arithmetic, and a missing value is never a verdict. This crate reads
//! no clock, no environment, no network, and no file but the rules it is told to load; readers of data files are
//! in `dabiao-data`.

mod analysis;
mod diff;
mod error;
mod evaluation;
mod flatten;
mod input;
mod load;
mod metrics;
mod plan;
mod prepared;
mod session;
mod stored;
mod targets;
mod trees;
mod uses;
mod what_if;

pub use dabiao_check::{OpenQuestion, Undecided};
pub use dabiao_engine::{Bases, Basis, BasisValue, Judgement, TestRun, VerdictColumn, Verdicts};
pub use dabiao_model::{
    AdjustmentKind, AdjustmentScore, Change, ChangeKind, Code, ComparedReport, Comparison, Course, Date,
    Dated, DeclarationChange, DeclarationChangeKind, DeclarationKind, DeclarationPart, Diagnostic,
    DiffReport, DiffWitness, EntityRow, EntityScore, Evidence, Explained, ExplainedStep, ExplainedText,
    Explanation, Figures, Flag, Intake, Language, Missed, MissingPoints, Move, MoveKind, MoveSide, Number,
    Observation, Period, Place, PlainDecimal, PlanInfo, RawCell, Reason, RecordAsk, RecordRow, RecordSheet,
    RecordTallies, RecordTally, Replaced, Report, Role, RowHead, ScoreTurned, Scores, SectionScore, Severity,
    Shown, Source, StepValue, Summary, TallyGroup, TargetChange, TargetPart, TargetResult, TargetScore,
    Turned, Value, Varied, Verdict, VerdictSpan, VetoUse, WhatIfReport, WitnessValue, Wording, similar,
};
#[cfg(feature = "csv")]
pub use dabiao_report::write_csv;
#[cfg(feature = "junit")]
pub use dabiao_report::write_junit;
#[cfg(feature = "xlsx")]
pub use dabiao_report::write_xlsx;
#[cfg(feature = "html")]
pub use dabiao_report::{Beside, DRAWN_ONE_BY_ONE, write_html};
pub use dabiao_report::{
    Style, read_json, render_comparison, render_comparison_json, render_diagnostics, render_diagnostics_json,
    render_diff, render_diff_json, render_diff_markdown, render_explained, render_explained_json,
    render_explanation, render_json, render_sarif, render_tests_json, render_text, render_what_if,
    render_what_if_json, write_comparison_markdown, write_json, write_markdown,
};

pub use analysis::Analysis;
pub use error::Error;
pub use evaluation::{AsOf, Evaluation};
pub use input::Input;
pub use load::{Loaded, load, load_beside, read_rules};
pub use metrics::Metrics;
pub use plan::Plan;
pub use prepared::Prepared;
pub use session::Session;
pub use targets::{MetricEntry, ScaleEntry, TargetEntry, TargetList, UnitEntry, UnmeasuredEntry};
pub use what_if::WhatIf;

/// The guide for programs, whose blocks run with the examples of this crate.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/embedding.md")]
mod guide {}
