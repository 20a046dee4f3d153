//! A question about metrics.

use dabiao_engine::{Judgement, Question};
use dabiao_model::{
    Code, Date, Diagnostic, Explanation, Period, Place, RecordAsk, Report, Value, Wording, parse_date,
    read_value, similar,
};

use crate::{Error, Input, Metrics, Plan, Prepared, WhatIf};

/// A day as a date or as text, `2011-12-31`.
#[derive(Debug, Clone, PartialEq)]
pub enum AsOf {
    /// The day.
    Date(Date),
    /// The day as text, read when the question is asked.
    Text(String),
}

impl From<Date> for AsOf {
    fn from(date: Date) -> AsOf {
        AsOf::Date(date)
    }
}

impl From<&str> for AsOf {
    fn from(text: &str) -> AsOf {
        AsOf::Text(text.to_string())
    }
}

/// A question that is being put together: which day, which entity, which period, which assumptions.
///
/// ```
/// let plan = dabiao::Plan::parse("assume least = 90%\n  because: \"not stated\"\nmarket.pass_rate >= least")?;
/// let mut metrics = plan.metrics();
/// metrics.set("market.pass_rate", "92%")?;
/// let ask = || plan.evaluate(&metrics).as_of("2011-12-31");
/// assert!(ask().run()?["market.pass_rate"].is_met());
/// assert!(ask().assume("least", "95%").run()?["market.pass_rate"].is_missed());
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use = "a question is asked by `run`"]
pub struct Evaluation<'a> {
    plan: &'a Plan,
    metrics: &'a Metrics,
    as_of: Option<AsOf>,
    period: Option<Period>,
    entity: Option<String>,
    assume: Vec<(String, Input)>,
    history: bool,
}

impl<'a> Evaluation<'a> {
    pub(crate) fn new(plan: &'a Plan, metrics: &'a Metrics) -> Evaluation<'a> {
        Evaluation {
            plan,
            metrics,
            as_of: None,
            period: None,
            entity: None,
            assume: Vec::new(),
            history: false,
        }
    }

    /// The day to judge for. It must be given: the library reads no clock.
    pub fn as_of(mut self, day: impl Into<AsOf>) -> Self {
        self.as_of = Some(day.into());
        self
    }

    /// The period to judge, instead of the latest one not after the day.
    pub fn period(mut self, period: Period) -> Self {
        self.period = Some(period);
        self
    }

    /// The entity to judge, instead of every one.
    pub fn entity(mut self, entity: impl Into<String>) -> Self {
        self.entity = Some(entity.into());
        self
    }

    /// Another value for one of the plan's assumptions.
    pub fn assume(mut self, name: impl Into<String>, value: impl Into<Input>) -> Self {
        self.assume.push((name.into(), value.into()));
        self
    }

    /// Lets results also tell the values of earlier periods, as trend lines need them.
    ///
    /// ```
    /// let plan = dabiao::Plan::parse("complaints <= 300")?;
    /// let mut metrics = plan.metrics();
    /// for (year, count) in [("2010", 320), ("2011", 280)] {
    ///     metrics.set_at(None, dabiao::Period::parse(year), "complaints", count)?;
    /// }
    /// let report = plan.evaluate(&metrics).as_of("2011-12-31").history().run()?;
    /// let figures = report["complaints"].figures.as_ref().unwrap();
    /// assert_eq!(figures.course.as_ref().unwrap().values[0].value, 320.into());
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn history(mut self) -> Self {
        self.history = true;
        self
    }

    /// Judges every target, and scores every entity where the plan gives targets points.
    ///
    /// ```
    /// let plan = dabiao::Plan::parse(
    ///     "plan quality
    ///       grade: A >= 90, B >= 80, C otherwise
    ///     target food.pass_rate >= 100%
    ///       score: ladder 100% -> 40, 90% -> 35, 80% -> 30
    ///       bonus: 2 per 10% over 100% up to 6
    ///     target audits.done >= 100%
    ///       weight: 60
    ///       score:  proportional",
    /// )?;
    /// let mut metrics = plan.metrics();
    /// metrics.set("food.pass_rate", "87%")?;
    /// metrics.set("audits.done", "91.5%")?;
    /// let report = plan.evaluate(&metrics).as_of("2011-12-31").run()?;
    /// let score = report.score(None).unwrap();
    /// assert_eq!(score.total.as_ref().unwrap().to_string(), "84.9");
    /// assert_eq!(score.given_grade.as_deref(), Some("B"));
    /// let food = score.target("food.pass_rate").unwrap();
    /// assert_eq!((food.points.clone(), food.full.clone()), (Some(30.into()), 40.into()));
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Call`] where the day is missing or no day, or the entity, the period or an assumption is unknown.
    pub fn run(self) -> Result<Report, Error> {
        let question = self.question()?;
        let judged = self.plan.program().evaluate(self.metrics.values(), &question);
        judged.map_err(|fault| Error::Call(vec![*fault]))
    }

    /// Judges one target and tells what each part of its texts amounts to, so that a person can follow the verdict.
    ///
    /// # Errors
    /// [`Error::Call`] as for [`Evaluation::run`], and where the plan has no such target.
    ///
    /// ```
    /// let plan = dabiao::Plan::parse("x.rate >= 90%")?;
    /// let mut metrics = plan.metrics();
    /// metrics.set("x.rate", (87, 100))?;
    /// let told = plan.evaluate(&metrics).as_of("2011-12-31").explain("x.rate")?;
    /// let steps = &told.explained[0].texts[0].steps;
    /// assert_eq!((steps[0].text.as_str(), &*steps[0].values[0].value), ("x.rate >= 90%", "does not hold"));
    /// assert_eq!((steps[1].text.as_str(), &*steps[1].values[0].value), ("x.rate", "87%"));
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn explain(self, target: &str) -> Result<Explanation, Error> {
        let mut question = self.question()?;
        let plan = self.plan.checked();
        let id = dabiao_model::nfc(target);
        question.target = plan.targets.iter().position(|one| one.id == id.as_ref());
        if question.target.is_none() {
            let place = Place::Call(format!("explain {target}").into());
            let fault = Diagnostic::new(Code::UnknownTarget, place).with("target", target);
            let ids = plan.targets.iter().map(|target| target.id.as_str());
            return Err(Error::Call(vec![match similar(target, ids) {
                Some(similar) => fault.variant("similar").with("similar", similar),
                None => fault,
            }]));
        }
        let explained = self.plan.program().explain(self.metrics.values(), &question);
        explained.map_err(|fault| Error::Call(vec![*fault]))
    }

    /// Goes on from the same question to what a change would do.
    ///
    /// ```
    /// let plan = dabiao::Plan::parse("x.rate >= 90%")?;
    /// let mut metrics = plan.metrics();
    /// metrics.set("x.rate", (87, 100))?;
    /// let ways = plan.evaluate(&metrics).as_of("2011-12-31").what_if().run()?;
    /// assert_eq!(ways.missed[0].changes[0].passes.as_deref(), Some("3"));
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn what_if(self) -> WhatIf<'a> {
        WhatIf::of(self.plan, self.metrics, self)
    }

    /// What somebody else has to know to take the records of a table together for this question: `dabiao-records`, or
    /// a database. The tallies go into [`Metrics::set_tallies`], and the question is then asked again.
    ///
    /// # Errors
    /// [`Error::Call`] as for [`Evaluation::run`], and where the plan has no such table or it was given already.
    pub fn record_ask(self, table: &str) -> Result<RecordAsk, Error> {
        let question = self.question()?;
        self.metrics.values().record_ask(table, &question).map_err(|fault| Error::Call(vec![*fault]))
    }

    /// Judges every target and collects no evidence, which is much faster: by entity, then in the rules' order.
    ///
    /// # Errors
    /// As for [`Evaluation::run`].
    ///
    /// ```
    /// use dabiao::Verdict;
    /// let plan = dabiao::Plan::parse("x.rate >= 90%")?;
    /// let mut metrics = plan.metrics();
    /// metrics.set("x.rate", "91%")?;
    /// let judged = plan.evaluate(&metrics).as_of("2011-12-31").verdicts()?;
    /// assert_eq!(judged[0].verdict, Verdict::Met);
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn verdicts(self) -> Result<Vec<Judgement>, Error> {
        let question = self.question()?;
        let judged = self.plan.program().judge(self.metrics.values(), &question);
        judged.map_err(|fault| Error::Call(vec![*fault]))
    }

    /// Gets ready to judge tables of one shape many times without evidence, at the speed of integers: see [`Prepared`].
    ///
    /// # Errors
    /// As for [`Evaluation::run`].
    ///
    /// ```
    /// let plan = dabiao::Plan::parse("x.rate >= 90%")?;
    /// let mut metrics = plan.metrics();
    /// metrics.set("x.rate", "91%")?;
    /// let mut prepared = plan.evaluate(&metrics).as_of("2011-12-31").prepare()?;
    /// for (value, met) in [("91%", 1), ("89.9%", 0), ("90%", 1)] {
    ///     metrics.set("x.rate", value)?;
    ///     assert_eq!(prepared.judge(&metrics)?.summary().met, met);
    /// }
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn prepare(self) -> Result<Prepared, Error> {
        let question = self.question()?;
        let prepared = self.plan.program().prepare(self.metrics.values(), question);
        Ok(Prepared::new(prepared.map_err(|fault| Error::Call(vec![*fault]))?))
    }

    /// The question, or everything that is wrong with it.
    pub(crate) fn question(&self) -> Result<Question, Error> {
        let as_of = self.day();
        let (assume, mut faults) = self.assumptions();
        let as_of = match as_of {
            Ok(day) => day,
            Err(fault) => {
                faults.insert(0, fault);
                return Err(Error::Call(faults));
            }
        };
        if !faults.is_empty() {
            return Err(Error::Call(faults));
        }
        let (entity, history) = (self.entity.clone(), self.history);
        Ok(Question { as_of, period: self.period, entity, assume, target: None, history })
    }

    fn day(&self) -> Result<Date, Diagnostic> {
        let text = match &self.as_of {
            Some(AsOf::Date(date)) => return Ok(*date),
            Some(AsOf::Text(text)) => text.as_str(),
            None => "",
        };
        parse_date(text).ok_or_else(|| {
            let fault =
                Diagnostic::new(Code::UnreadableArgument, Place::Call(format!("as_of {text}").into()));
            fault.with("option", "as_of").with("text", text).with("wanted", Wording::word("wanted-day"))
        })
    }

    /// The assumptions' values, read by the types that the plan gives them.
    fn assumptions(&self) -> (Vec<(String, Value)>, Vec<Diagnostic>) {
        let mut values = Vec::new();
        let mut faults = Vec::new();
        for (name, input) in &self.assume {
            match self.assumption(name, input) {
                Ok(value) => values.push((name.clone(), value)),
                Err(fault) => faults.push(*fault),
            }
        }
        (values, faults)
    }

    pub(crate) fn assumption(&self, name: &str, input: &Input) -> Result<Value, Box<Diagnostic>> {
        let plan = self.plan.checked();
        let place = || Place::Call(format!("assume {name}").into());
        let Some(assumption) = plan.assumptions.iter().find(|one| one.is_called(name)) else {
            let fault = Diagnostic::new(Code::UnknownAssumption, place()).with("name", name);
            let fault = match similar(name, plan.assumptions.iter().map(|one| one.name.as_str())) {
                Some(similar) => fault.variant("similar").with("similar", similar),
                None => fault,
            };
            return Err(Box::new(fault));
        };
        let text = input.clone().text(name)?;
        let reading = read_value(&text, None, &assumption.ty, &plan.units).map_err(|reason| {
            let fault = Diagnostic::new(Code::UnreadableArgument, place()).with("option", "assume");
            fault.with("text", text.as_str()).with("wanted", &assumption.ty).with("reason", reason)
        })?;
        Ok(reading.value)
    }
}
