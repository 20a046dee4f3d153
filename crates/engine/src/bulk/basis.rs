//! What verdicts rest on, looked up when somebody asks.

use dabiao_model::{Evidence, Number, Period, TargetResult, Value, Verdict};
use smallvec::smallvec;

use super::answer::{Answer, HearingId};
use super::layout::Layout;
use crate::assemble;
use crate::evaluate::Context;
use crate::evidence;
use crate::judge::Hearing;
use crate::metrics::Rare;
use crate::row::Row;
use crate::trace::Read;

/// A table that was judged, to be asked for what any of its verdicts rests on.
///
/// Nothing is looked up before it is asked for, and values stay numbers until words are asked for.
#[derive(Debug)]
pub struct Bases<'a> {
    context: Context<'a>,
    layout: &'a Layout,
    /// The target of each column.
    targets: Vec<usize>,
}

/// What one verdict rests on.
#[derive(Debug)]
pub struct Basis<'b> {
    context: &'b Context<'b>,
    hearing: Hearing<'b>,
    late: bool,
}

/// A value that a verdict rests on.
#[derive(Debug, Clone, Copy)]
pub struct BasisValue<'b> {
    context: &'b Context<'b>,
    read: Read<'b>,
    /// Where the value stands.
    place: Row,
}

impl<'a> Bases<'a> {
    pub(super) fn new(context: Context<'a>, layout: &'a Layout, targets: Vec<usize>) -> Bases<'a> {
        Bases { context, layout, targets }
    }

    /// What the verdict of a column in a row rests on, columns and rows counted as in the verdicts; `None` where there
    /// is no such verdict.
    #[must_use]
    pub fn of(&self, column: usize, row: usize) -> Option<Basis<'_>> {
        let entity = *self.layout.entities.get(row)?;
        let (target, routines) = self.context.program.target(*self.targets.get(column)?)?;
        let hear = |id: HearingId| {
            let period = self.layout.hearings.get(id)?.period;
            Some(Hearing::new(target, routines, smallvec![Row { entity, period }], &self.context))
        };
        let answer = self.layout.answers.get(column)?;
        let hearing = hear(answer.at())?;
        let basis = |hearing, late| Some(Basis { context: &self.context, hearing, late });
        match answer {
            Answer::Plain(..) | Answer::At(_) => basis(hearing, false),
            Answer::Deadline { later, .. } => {
                let later = if hearing.may_be_met_later(0) { hear(*later) } else { None };
                match later.filter(|later| later.is_met(0)) {
                    Some(later) => basis(later, true),
                    None => basis(hearing, false),
                }
            }
            Answer::Past { in_time, .. } => {
                let was_met = || in_time.and_then(hear).is_some_and(|in_time| in_time.is_met(0));
                let late = hearing.is_met(0) && !was_met();
                basis(hearing, late)
            }
        }
    }

    /// What all verdicts of a row rest on, one for each column; none beyond the last row.
    pub fn row(&self, row: usize) -> impl Iterator<Item = Basis<'_>> {
        (0..self.targets.len()).filter_map(move |column| self.of(column, row))
    }
}

impl<'b> Basis<'b> {
    /// The target's stable id.
    #[must_use]
    pub fn target(&self) -> &'b str {
        &self.hearing.target.id
    }

    /// The entity judged; `None` where the data name none.
    #[must_use]
    pub fn entity(&self) -> Option<&'b str> {
        self.hearing.row(0).entity.map(|id| self.context.metrics.tree().name(id))
    }

    /// The period judged; `None` where the data name none.
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        self.hearing.row(0).period
    }

    /// The verdict.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.hearing.outcome(0).verdict
    }

    /// Whether the target was met, though only after its deadline.
    #[must_use]
    pub fn is_late(&self) -> bool {
        self.late
    }

    /// Whether the target is met and its `warn` holds.
    #[must_use]
    pub fn is_at_risk(&self) -> bool {
        self.hearing.is_at_risk(0)
    }

    /// The values that the verdict rests on, each once, in the order of the rule: those that are there and those that
    /// are missing.
    #[must_use]
    pub fn values(&self) -> Vec<BasisValue<'b>> {
        let reads = assemble::reads_of(&self.hearing, 0, self.context);
        let context = self.context;
        evidence::once(&reads).map(|(read, place)| BasisValue { context, read: *read, place }).collect()
    }

    /// All of it in words, as a report has it.
    #[must_use]
    pub fn result(&self) -> TargetResult {
        assemble::result(&self.hearing, 0, self.late, self.context)
    }
}

impl<'b> BasisValue<'b> {
    /// The metric's path.
    #[must_use]
    pub fn metric(&self) -> &'b str {
        self.context.program.plan().metric(self.read.leaf.metric).map_or("", |metric| &metric.path)
    }

    /// The value in base units; `None` where it is missing.
    #[must_use]
    pub fn value(&self) -> Option<Value> {
        self.context.metrics.column(self.read.leaf.metric)?.value(self.read.found?)
    }

    /// The passes and the total behind a share, where the data give them.
    #[must_use]
    pub fn counts(&self) -> Option<(&'b Number, &'b Number)> {
        let rare: &Rare = evidence::rare(&self.read, self.context)?;
        rare.counts.as_ref().map(|(passes, total)| (passes, total))
    }

    /// The entity whose value this is.
    #[must_use]
    pub fn entity(&self) -> Option<&'b str> {
        self.place.entity.map(|id| self.context.metrics.tree().name(id))
    }

    /// The period whose value this is.
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        self.place.period
    }

    /// Where the value was read, `metrics.csv:7`.
    #[must_use]
    pub fn source(&self) -> Option<String> {
        evidence::source(&self.read, self.context)
    }

    /// All of it in words, as a report has it.
    #[must_use]
    pub fn evidence(&self) -> Evidence {
        evidence::one(&self.read, self.place, self.context)
    }
}
