//! The questions about one table as queries over its cells, one scan for all of them.

pub(crate) mod condition;
mod figure;
pub(crate) mod key;
pub(crate) mod ledger;
pub(crate) mod question;
mod truth;

use dabiao_model::RecordAsk;
use datafusion::arrow::datatypes::Schema;
use datafusion::common::Result;
use datafusion::functions_aggregate::expr_fn::count;
use datafusion::logical_expr::lit;
use datafusion::logical_expr::{Expr, LogicalPlan, LogicalPlanBuilder};

use crate::shape::Shape;
use condition::{Asked, Engine};
use key::Keys;
use ledger::{Ledger, Slot};
use question::{Lean, Open, Question};

/// All questions about one table.
#[derive(Debug, Clone)]
pub(crate) struct Questions<'p> {
    pub(crate) all: Vec<Question<'p>>,
    pub(crate) keys: Keys,
    /// The digits behind the point that whole numbers of cells stand for.
    pub(crate) scale: u8,
    /// The cells that they are asked of.
    cells: LogicalPlan,
}

/// A query with the places of what it computes.
#[derive(Debug, Clone)]
pub(crate) struct Query<S> {
    pub(crate) plan: LogicalPlan,
    /// For each question, where its aggregates stand.
    pub(crate) slots: Vec<S>,
    /// The records of each group.
    pub(crate) records: Slot,
    /// The records of each group that have a value, for each column whose missing cells can leave an answer open.
    pub(crate) given: Vec<Slot>,
    /// The columns that the groups take up before the aggregates.
    pub(crate) width: usize,
}

/// The values that count for one question, each with how often it occurs.
#[derive(Debug, Clone)]
pub(crate) struct Values {
    /// The question, by its position.
    pub(crate) question: usize,
    pub(crate) plan: LogicalPlan,
    pub(crate) width: usize,
}

/// A query that asks everything at once, for an engine that each further scan costs more.
#[derive(Debug, Clone)]
pub(crate) struct Both {
    pub(crate) plan: LogicalPlan,
    pub(crate) lean: Vec<Lean>,
    pub(crate) open: Vec<Open>,
    pub(crate) records: Slot,
    pub(crate) width: usize,
}

/// A question that the query's engine cannot ask exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Inexact(pub(crate) usize);

impl<'p> Questions<'p> {
    /// The questions about a table, asked of cells that stand under the names of its columns.
    ///
    /// # Errors
    /// The first question that cannot be asked, by its position.
    pub(crate) fn new(
        shape: &Shape<'p>,
        ask: &RecordAsk,
        cells: LogicalPlan,
        engine: Engine,
    ) -> std::result::Result<Questions<'p>, Inexact> {
        let schema: Schema = cells.schema().as_arrow().clone();
        let asked = Asked { shape, cells: &schema, assumptions: &ask.assumptions, engine };
        let all = shape.queries.iter().enumerate();
        let all = all.map(|(at, query)| Question::new(asked, query).ok_or(Inexact(at)));
        let all: Vec<Question<'p>> = all.collect::<std::result::Result<_, _>>()?;
        let keys = Keys::new(shape, &schema, ask.grain);
        let scale = if let Engine::Integers { scale } = engine { scale } else { 0 };
        Ok(Questions { all, keys, scale, cells })
    }

    /// What is asked of every record.
    pub(crate) fn lean(&self) -> Result<Query<Lean>> {
        let mut ledger = Ledger::default();
        let records = ledger.records();
        let slots = self.all.iter().map(|question| question.lean(&mut ledger)).collect();
        let given = self.all.iter().flat_map(Question::reads);
        let given: Vec<Slot> =
            given.map(|(cell, name)| ledger.given(cell.clone(), || name.to_string())).collect();
        self.query(self.cells.clone(), &ledger, slots, records, given)
    }

    /// What is asked of the records that lack a value which may decide.
    pub(crate) fn open(&self) -> Result<Query<Open>> {
        let lacks = self.all.iter().flat_map(Question::reads).map(|(cell, _)| cell.clone().is_null());
        let lacks = lacks.reduce(Expr::or).unwrap_or_else(|| lit(false));
        let sound = self.keys.sound();
        let filter = sound.map_or(lacks.clone(), |sound| sound.and(lacks));
        let some = LogicalPlanBuilder::from(self.cells.clone()).filter(filter)?.build()?;
        let mut ledger = Ledger::default();
        let records = ledger.records();
        let slots = self.all.iter().map(|question| question.open(&mut ledger)).collect();
        self.query(some, &ledger, slots, records, Vec::new())
    }

    /// Everything that is asked, in one query.
    pub(crate) fn both(&self) -> Result<Both> {
        let mut ledger = Ledger::default();
        let records = ledger.records();
        let lean: Vec<Lean> = self.all.iter().map(|question| question.lean(&mut ledger)).collect();
        let open = self.all.iter().map(|question| question.open(&mut ledger)).collect();
        let Query { plan, slots, records, width, .. } =
            self.query(self.cells.clone(), &ledger, lean, records, Vec::new())?;
        Ok(Both { plan, lean: slots, open, records, width })
    }

    /// The values of the questions that only all of them answer.
    pub(crate) fn values(&self) -> Result<Vec<Values>> {
        let asking = self.all.iter().enumerate();
        let asking = asking.filter_map(|(at, question)| Some((at, question.values()?)));
        asking.map(|(question, (value, counting))| self.values_of(question, value, counting)).collect()
    }

    fn values_of(&self, question: usize, value: Expr, counting: Expr) -> Result<Values> {
        let filter = self.keys.sound().map_or(counting.clone(), |sound| sound.and(counting));
        let (mut groups, mut names) = self.keys.named();
        let width = groups.len();
        groups.push(value);
        names.extend(["value".to_string(), "times".to_string()]);
        let plan = LogicalPlanBuilder::from(self.cells.clone()).filter(filter)?;
        let plan = named(plan.aggregate(groups, [count(lit(1_i64))])?, &names)?;
        Ok(Values { question, plan, width })
    }

    fn query<S>(
        &self,
        cells: LogicalPlan,
        ledger: &Ledger,
        slots: Vec<S>,
        records: Slot,
        given: Vec<Slot>,
    ) -> Result<Query<S>> {
        let (groups, mut names) = self.keys.named();
        let width = groups.len();
        names.extend_from_slice(&ledger.names);
        let plan = LogicalPlanBuilder::from(cells).aggregate(groups, ledger.exprs.clone())?;
        Ok(Query { plan: named(plan, &names)?, slots, records, given, width })
    }
}

/// Gives what was computed its names. The order of a query's columns is certain only where it is asked for: a text made
/// of groups alone names what is computed of them first.
fn named(plan: LogicalPlanBuilder, names: &[String]) -> Result<LogicalPlan> {
    let columns = plan.schema().columns();
    let columns = columns.into_iter().zip(names).map(|(column, name)| Expr::Column(column).alias(name));
    plan.project(columns.collect::<Vec<_>>())?.build()
}
