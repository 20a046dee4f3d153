//! A question that is asked again and again.

use dabiao_engine::Verdicts;

use crate::{Error, Metrics};

/// A plan and a question, fitted to the shape of a table: its entities, its periods and the forms of its values.
///
/// It judges any table of the plan's metrics. For one of the same shape the common conditions cost no more than their
/// comparisons; conditions of other forms are judged cell by cell, and records are asked anew each time. For one of
/// another shape the plan is fitted anew first. Evidence is what [`run`](crate::Evaluation::run) is for.
///
/// ```
/// use dabiao::Verdict;
/// let plan = dabiao::Plan::parse("complaints falls by at least 20% since 2010")?;
/// let mut metrics = plan.metrics();
/// for (district, before, now) in [("riverside", 250, 200), ("hillside", 250, 201)] {
///     metrics.set_at(Some(district), dabiao::Period::parse("2010"), "complaints", before)?;
///     metrics.set_at(Some(district), dabiao::Period::parse("2011"), "complaints", now)?;
/// }
/// let mut prepared = plan.evaluate(&metrics).as_of("2011-12-31").prepare()?;
/// let column = &prepared.judge(&metrics)?.columns()[0];
/// assert_eq!([column.verdict(0), column.verdict(1)], [Verdict::Met, Verdict::Missed]);
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug)]
pub struct Prepared(dabiao_engine::Prepared);

impl Prepared {
    pub(crate) fn new(prepared: dabiao_engine::Prepared) -> Prepared {
        Prepared(prepared)
    }

    /// Judges every target for every entity of a table, and keeps the verdicts until the next run.
    ///
    /// # Errors
    /// [`Error::Call`] where the question names an entity or a period that the table does not have.
    pub fn judge(&mut self, metrics: &Metrics) -> Result<&Verdicts, Error> {
        self.0.judge(metrics.values()).map_err(|fault| Error::Call(vec![*fault]))
    }

    /// The verdicts of the last run; none before the first.
    #[must_use]
    pub fn verdicts(&self) -> &Verdicts {
        self.0.verdicts()
    }

    /// The names of the entities judged, in the order of the rows of each column; `None` for values without an entity.
    pub fn entities<'a>(&'a self, metrics: &'a Metrics) -> impl Iterator<Item = Option<&'a str>> {
        self.0.entities(metrics.values())
    }
}
