//! The words of the domain: exact numbers, units, periods, values, verdicts, diagnostics.
//!
//! This crate knows nothing of rule text, of plans or of how a verdict is reached; it reads no file, no clock
//! and no environment. Everything here is plain data with the laws that the data obey.

mod brief;
mod code;
mod comparison;
mod date;
mod diagnostic;
mod diff;
mod evidence;
mod explanation;
mod figures;
mod flag;
mod fraction;
mod intake;
mod language;
mod message;
mod number;
mod observation;
mod ordinal;
mod origin;
mod period;
pub mod progress;
mod reading;
mod reason;
mod record;
mod report;
mod result;
mod rounding;
pub mod sampling;
mod scale;
pub mod score;
mod scores;
mod shown;
mod similar;
mod source;
mod span;
mod spelling;
mod summary;
mod tally;
mod types;
mod unit;
mod value;
mod verdict;
mod what_if;
mod wording;

pub use brief::brief;
pub use code::{Code, Severity};
pub use comparison::{ComparedReport, Comparison, Move, MoveKind, MoveSide};
pub use date::{Date, parse_date};
pub use diagnostic::{Diagnostic, Fix, Note, Place};
pub use diff::{
    ChangeKind, DeclarationChange, DeclarationChangeKind, DeclarationKind, DeclarationPart, DiffReport,
    DiffWitness, TargetChange, TargetPart, WitnessValue,
};
pub use evidence::Evidence;
pub use explanation::{Explained, ExplainedStep, ExplainedText, Explanation, Role, StepValue};
pub use figures::{Course, Dated, Figures};
pub use flag::Flag;
pub use intake::{Intake, RawCell, RowHead};
pub use language::Language;
pub use message::{Args, message};
pub use number::{Number, NumberError, PlainDecimal};
pub use observation::{EntityRow, Observation};
pub use origin::Origin;
pub use period::{Period, PeriodRange, Step};
pub use reading::{Reading, ReadingFault, is_missing, read_value};
pub use reason::Reason;
pub use record::{ENTITY_HEADINGS, PERIOD_HEADINGS, RecordRow, RecordSheet};
pub use report::{AssumptionUse, PlanInfo, Report};
pub use result::{SourcePosition, TargetResult};
pub use rounding::{Mark, Rounding, RoundingMode};
pub use scale::Scale;
pub use scores::{
    AdjustmentKind, AdjustmentScore, EntityScore, MissingPoints, Scores, SectionScore, TargetScore, VetoUse,
};
pub use shown::Shown;
pub use similar::similar;
pub use source::{Position, Source};
pub use span::Span;
pub use spelling::{nfc, odd_letter, plain_spelling, roman_letters};
pub use summary::Summary;
pub use tally::{RecordAsk, RecordTallies, RecordTally, TallyGroup};
pub use types::Type;
pub use unit::{Dimension, Unit, UnitError, Units};
pub use value::Value;
pub use verdict::Verdict;
pub use what_if::{Change, Missed, Replaced, ScoreTurned, Turned, Varied, VerdictSpan, WhatIfReport};
pub use wording::Wording;
