//! What a program is run on.

use dabiao_check::AssumptionId;
use dabiao_model::{Code, Date, Diagnostic, Period, Place, Value, similar};

use crate::ids::EntityId;
use crate::metrics::fits;
use crate::{Metrics, Program, Question};

/// A question about a table of metrics, with its names resolved.
#[derive(Debug)]
pub(crate) struct Context<'a> {
    pub(crate) program: &'a Program,
    pub(crate) metrics: &'a Metrics,
    /// The day on which the question is asked.
    pub(crate) as_of: Date,
    /// The period asked for.
    pub(crate) period: Option<Period>,
    /// The only target to judge, by its position.
    pub(crate) target: Option<usize>,
    /// Whether results tell the values of earlier periods too.
    pub(crate) history: bool,
    /// The entities to judge.
    pub(crate) entities: Vec<Option<EntityId>>,
    /// The assumptions' values, with whether the question replaces the plan's.
    assumptions: Vec<(Value, bool)>,
}

impl<'a> Context<'a> {
    /// Resolves a question.
    pub(crate) fn new(
        program: &'a Program,
        metrics: &'a Metrics,
        question: &Question,
        assumptions: Vec<(Value, bool)>,
    ) -> Result<Context<'a>, Box<Diagnostic>> {
        if let Some(period) = question.period {
            check_period(metrics, period)?;
        }
        let entities = entities(metrics, question.entity.as_deref())?;
        Ok(Context { entities, ..Context::of_rows(program, metrics, question, assumptions) })
    }

    /// The same for rows that are named one at a time, so that no entities are gathered.
    pub(crate) fn of_rows(
        program: &'a Program,
        metrics: &'a Metrics,
        question: &Question,
        assumptions: Vec<(Value, bool)>,
    ) -> Context<'a> {
        let Question { as_of, period, target, history, .. } = *question;
        Context { program, metrics, as_of, period, target, history, entities: Vec::new(), assumptions }
    }

    /// The value of an assumption.
    pub(crate) fn assumption(&self, id: AssumptionId) -> Option<&Value> {
        self.assumptions.get(id.index()).map(|(value, _)| value)
    }

    /// Whether the question replaces the plan's value of an assumption.
    pub(crate) fn is_overridden(&self, id: AssumptionId) -> bool {
        self.assumptions.get(id.index()).is_some_and(|(_, overridden)| *overridden)
    }
}

fn entities(metrics: &Metrics, asked: Option<&str>) -> Result<Vec<Option<EntityId>>, Box<Diagnostic>> {
    let Some(name) = asked else { return Ok(metrics.judged()) };
    if let Some(id) = metrics.tree().find(name) {
        return Ok(vec![Some(id)]);
    }
    let fault = fault(Code::UnknownEntity, "entity", name).with("name", name);
    Err(Box::new(with_similar(fault, metrics.tree().similar(name))))
}

/// Data without any period hold in every one. Otherwise the period itself or a part of it must be in the data.
fn check_period(metrics: &Metrics, asked: Period) -> Result<(), Box<Diagnostic>> {
    let lies_within = |period: &Period| asked.contains(period.start()) && asked.contains(period.end());
    let known = metrics.periods();
    // Records answer for shorter periods than those that they call to be judged.
    let is_answered = || metrics.columns().iter().any(|column| column.plane(Some(asked)).is_some());
    if known.is_empty() || known.iter().any(lies_within) || is_answered() {
        return Ok(());
    }
    let asked = asked.to_string();
    let known: Vec<String> = known.iter().map(Period::to_string).collect();
    let fault = fault(Code::UnknownPeriod, "period", &asked).with("name", &asked);
    Err(Box::new(with_similar(fault, similar(&asked, known.iter().map(String::as_str)))))
}

/// The values of the assumptions, with whether a question replaces the plan's.
pub(crate) fn assumptions(
    program: &Program,
    assume: &[(String, Value)],
) -> Result<Vec<(Value, bool)>, Box<Diagnostic>> {
    let plan = program.plan();
    let mut values: Vec<_> = plan.assumptions.iter().map(|one| (one.value.clone(), false)).collect();
    for (name, value) in assume {
        let found = plan.assumptions.iter().zip(&mut values).find(|(one, _)| one.is_called(name));
        let Some((assumption, slot)) = found else {
            let names = plan.assumptions.iter().map(|one| one.name.as_str());
            let fault = fault(Code::UnknownAssumption, "assume", name).with("name", name);
            return Err(Box::new(with_similar(fault, similar(name, names))));
        };
        if !fits(&assumption.ty, value) {
            let fault = fault(Code::UnreadableArgument, "assume", name).with("option", "assume");
            let fault = fault.with("text", assumption.ty.show(value)).with("wanted", &assumption.ty);
            return Err(Box::new(fault));
        }
        *slot = (value.clone(), true);
    }
    Ok(values)
}

fn fault(code: Code, what: &str, name: &str) -> Diagnostic {
    Diagnostic::new(code, Place::Call(format!("{what} {name}").into()))
}

fn with_similar(fault: Diagnostic, similar: Option<&str>) -> Diagnostic {
    match similar {
        Some(similar) => fault.variant("similar").with("similar", similar),
        None => fault,
    }
}
