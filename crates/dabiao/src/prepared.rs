//! A question that is asked again and again.

use dabiao_engine::{Bases, Verdicts};

use crate::{Error, Metrics};

/// A plan and a question, fitted to the shape of a table: its entities, its periods and the forms of its values.
///
/// It judges any table of the plan's metrics. For one of the same shape these conditions cost no more than their
/// comparisons, and take no memory once they have been run:
///
/// - a metric, at any place and time, against a limit, a range or another metric; a yes/no metric; levels of a scale
/// - a change since a period, and a trend since a period
/// - sums, differences, products, quotients, `abs`, `min` and `max` of metrics on either side of a comparison, and windows
///   that need all of their periods, as far as their integers fit sixteen bytes
/// - all of these under `and`, `or`, `not` and `at least 2 of (…)`, with `when`, `warn`, deadlines and recurrence
///
/// Every other condition is judged cell by cell, as is a metric that has a value like `1/3`, which no decimal is; and
/// records are asked anew each time. For a table of another shape the plan is fitted anew first. What a
/// verdict rests on is looked up when it is asked for: see [`Prepared::bases`].
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

    /// Lets so many threads share the rows of a table from now on: they are those of `rayon`, its own or those of the
    /// pool that this is called in. The verdicts are the same for any number. This needs the feature `threads`.
    ///
    /// ```
    /// let plan = dabiao::Plan::parse("x.rate >= 90%")?;
    /// let mut metrics = plan.metrics();
    /// for row in 0..1_000 {
    ///     metrics.set_at(Some(&format!("e{row}")), None, "x.rate", format!("{}%", row % 100))?;
    /// }
    /// let mut prepared = plan.evaluate(&metrics).as_of("2011-12-31").prepare()?.threads(2);
    /// assert_eq!(prepared.judge(&metrics)?.summary().met, 100);
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    #[cfg(feature = "threads")]
    #[must_use]
    pub fn threads(self, threads: usize) -> Prepared {
        Prepared(self.0.threads(threads))
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

    /// What the verdicts of a table rest on, to be asked one at a time: values stay numbers until words are asked for, so
    /// that one row of many costs little more than its values. Judging pays nothing for it, and need not have been done
    /// before. A report of everything is what [`run`](crate::Evaluation::run) is for.
    ///
    /// # Errors
    /// As for [`Prepared::judge`].
    ///
    /// ```
    /// use dabiao::Verdict;
    /// let plan = dabiao::Plan::parse("x.rate >= 90%")?;
    /// let mut metrics = plan.metrics();
    /// metrics.set_at(Some("riverside"), None, "x.rate", "89.5%")?;
    /// metrics.set_at(Some("hillside"), None, "x.rate", "462/500")?;
    /// let mut prepared = plan.evaluate(&metrics).as_of("2011-12-31").prepare()?;
    /// assert_eq!(prepared.judge(&metrics)?.summary().missed, 1);
    /// let bases = prepared.bases(&metrics)?;
    /// let basis = bases.of(0, 0).unwrap();
    /// assert_eq!((basis.verdict(), basis.entity()), (Verdict::Missed, Some("riverside")));
    /// assert_eq!(basis.values()[0].evidence().exact.unwrap(), "0.895");
    /// assert_eq!(basis.result().margin.unwrap(), "-0.5 points");
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn bases<'a>(&'a mut self, metrics: &'a Metrics) -> Result<Bases<'a>, Error> {
        self.0.bases(metrics.values()).map_err(|fault| Error::Call(vec![*fault]))
    }

    /// The names of the entities judged, in the order of the rows of each column; `None` for values without an entity.
    pub fn entities<'a>(&'a self, metrics: &'a Metrics) -> impl Iterator<Item = Option<&'a str>> {
        self.0.entities(metrics.values())
    }
}
