//! Tree to checked plan: names, types, units and what follows from the rules alone.
//!
//! [`check`] never fails: it returns the plan as far as it could be understood and a diagnostic for everything
//! else. This crate reads no data and reaches no verdict; see `dabiao-engine` for that.

mod allowance;
mod checker;
mod declare;
mod diff;
mod digest;
mod fields;
mod finding;
mod infer;
mod lower;
mod parts;
mod plan;
mod proof;
mod score;
mod stored;
mod surface;

pub use checker::{Checked, check, check_shared, check_with_hints};
/// The words of the language that terms keep as they are.
pub use dabiao_syntax::{Arithmetic, Bound, Comparison, Direction};
pub use diff::{
    Aligned, DeclaredChange, Finding, PartChange, PlanDiff, Sampled, Separation, TargetPair, align, diff,
};
pub use finding::{OpenQuestion, undecided};
pub use plan::{
    Adjustment, Amount, Assumption, AssumptionId, At, ChangeTest, DerivedUse, Expected, ExpectedScore,
    Figure, Given, GivenRecords, Line, Metric, MetricId, Milestone, Organisation, Outcome, Plan, QueryId,
    RecordFunction, RecordQuery, RowExpr, Sampling, Scoring, Section, SectionId, SectionScoring, Siblings,
    SourceId, Summary, Table, TableColumn, TableId, Target, Term, TermId, TermKind, Terms, Test, Time, Track,
    TrendTest, Unmeasured, Window, Worth, YearlyTest,
};
pub use proof::{
    Answer, Claim, Condition, Implication, Observed, Prover, Reading, Slot, Undecided, Witness, implies,
    satisfiable,
};
