//! One question of a plan as aggregates.

use dabiao_check::{RecordFunction, RecordQuery, RowExpr};
use datafusion::functions_aggregate::expr_fn::{max, min, sum};
use datafusion::logical_expr::{Expr, when};

use super::condition::{Asked, Engine, negated};
use super::ledger::{Ledger, Slot};
use super::truth;
use crate::shape::Kind;

/// A question about the records of a table.
#[derive(Debug, Clone)]
pub(crate) struct Question<'p> {
    pub(crate) query: &'p RecordQuery,
    name: String,
    among: Option<Condition>,
    filter: Option<Condition>,
    /// The column whose values are taken together.
    value: Option<Cell>,
    /// Whether only all values together tell the answer, so that they are asked for one by one.
    pub(crate) needs_values: bool,
}

/// A condition as a query asks it.
#[derive(Debug, Clone)]
struct Condition {
    /// Whether it holds; NULL where that is open.
    holds: Expr,
    /// Whether it divides by zero, where it can.
    is_undefined: Option<Expr>,
    /// The columns that it reads.
    reads: Vec<Cell>,
}

/// A column of the table.
#[derive(Debug, Clone)]
struct Cell {
    index: usize,
    expr: Expr,
    name: String,
}

/// Where the aggregates of a question stand that are asked of every record.
#[derive(Debug, Clone)]
pub(crate) struct Lean {
    /// The records out of which others are taken, with those of which it is open whether they count.
    pub(crate) pool: Slot,
    /// The records that count.
    pub(crate) chosen: Slot,
    /// The sum, the least or the greatest of the values that count.
    pub(crate) value: Option<Slot>,
    /// The records of which a division by zero keeps open whether they are in the pool.
    pub(crate) undefined_among: Option<Slot>,
    /// The records of the pool of which a division by zero keeps open whether they count.
    pub(crate) undefined: Option<Slot>,
}

/// Where the aggregates of a question stand that are asked of records which lack a value.
#[derive(Debug, Clone)]
pub(crate) struct Open {
    /// The records of which it is open whether they are in the pool.
    pub(crate) among: Option<Slot>,
    /// The records of the pool of which it is open whether they count.
    pub(crate) filter: Option<Slot>,
    /// The records that count and have no value to be taken in.
    pub(crate) value: Option<Slot>,
    /// For each column, the open records that lack a value in it.
    pub(crate) lacking: Vec<(usize, Slot)>,
}

impl<'p> Question<'p> {
    /// A question, where every condition of it can be asked.
    pub(crate) fn new(asked: Asked<'_>, query: &'p RecordQuery) -> Option<Question<'p>> {
        let name = asked.shape.plan.metric(query.metric)?.path.clone();
        let value = match query.column {
            None => None,
            Some(index) => Some(Cell::of(asked, index)?),
        };
        let kind =
            query.column.and_then(|index| asked.shape.column(index)).map(|column| Kind::of(&column.ty));
        // Periods have an order of their own, which no query engine knows.
        let needs_values = query.function == RecordFunction::Median || kind == Some(Kind::Period);
        let condition = |of: &Option<RowExpr>| match of {
            None => Some(None),
            Some(of) => Condition::of(asked, of).map(Some),
        };
        let (among, filter) = (condition(&query.among)?, condition(&query.filter)?);
        Some(Question { query, name, among, filter, value, needs_values })
    }

    /// The columns whose missing cells can leave the answer open.
    pub(crate) fn reads(&self) -> impl Iterator<Item = (&Expr, &str)> {
        let conditions = self.among.iter().chain(&self.filter).flat_map(|condition| &condition.reads);
        conditions.chain(&self.value).map(|cell| (&cell.expr, cell.name.as_str()))
    }

    /// What is asked of every record.
    pub(crate) fn lean(&self, ledger: &mut Ledger) -> Lean {
        let pool = match &self.among {
            None => ledger.records(),
            Some(among) => ledger.holding(&among.holds, || self.called("of")),
        };
        let chosen = match (&self.value, self.counts()) {
            (None, None) => ledger.records(),
            (None, Some(holds)) => ledger.holding(&holds, || self.called("chosen")),
            (Some(cell), None) => ledger.given(cell.expr.clone(), || cell.name.clone()),
            (Some(cell), Some(holds)) => {
                let has_value = holds.and(cell.expr.clone().is_not_null());
                ledger.holding(&has_value, || self.called("chosen"))
            }
        };
        let within = self.filter.as_ref().and_then(|filter| filter.is_undefined.clone());
        let before = self.among.as_ref().and_then(|among| among.is_undefined.as_ref());
        Lean {
            pool,
            chosen,
            value: self.taken(ledger),
            undefined_among: before.map(|one| ledger.holding(one, || self.called("undefined of"))),
            undefined: within.map(|one| ledger.holding(&self.in_pool(one), || self.called("undefined"))),
        }
    }

    /// What is asked of records that lack a value.
    pub(crate) fn open(&self, ledger: &mut Ledger) -> Open {
        let mut lacking = Vec::new();
        let mut ask = |ledger: &mut Ledger, is_open: Expr, reads: &[Cell], part: &str| {
            for cell in reads {
                let lacks = is_open.clone().and(cell.expr.clone().is_null());
                let slot = ledger.holding(&lacks, || format!("{} without {}", self.called(part), cell.name));
                lacking.push((cell.index, slot));
            }
            ledger.holding(&is_open, || self.called(part))
        };
        let among = self.among.as_ref().map(|among| ask(ledger, among.is_open(), &among.reads, "open of"));
        let filter =
            self.filter.as_ref().map(|one| ask(ledger, self.in_pool(one.is_open()), &one.reads, "open"));
        let value = self.value.as_ref().map(|cell| {
            let lacks = cell.expr.clone().is_null();
            let is_open = self.counts().map_or(lacks.clone(), |holds| holds.and(lacks));
            ask(ledger, is_open, std::slice::from_ref(cell), "without value")
        });
        Open { among, filter, value, lacking }
    }

    /// The values that count, for answers that only all of them tell.
    pub(crate) fn values(&self) -> Option<(Expr, Expr)> {
        let cell = self.value.as_ref().filter(|_| self.needs_values)?;
        let has_value = cell.expr.clone().is_not_null();
        let counting = self.counts().map_or(has_value.clone(), |holds| holds.and(has_value));
        Some((cell.expr.clone(), counting))
    }

    /// Whether a record counts; `None` where every one does.
    fn counts(&self) -> Option<Expr> {
        let holds = |one: &Option<Condition>| one.as_ref().map(|one| one.holds.clone());
        match (holds(&self.among), holds(&self.filter)) {
            (Some(among), Some(filter)) => Some(among.and(filter)),
            (among, filter) => among.or(filter),
        }
    }

    /// Whether a record is in the pool and something else holds of it.
    fn in_pool(&self, also: Expr) -> Expr {
        match &self.among {
            None => also,
            Some(among) => among.holds.clone().and(also),
        }
    }

    /// The sum, the least or the greatest of the values that count.
    fn taken(&self, ledger: &mut Ledger) -> Option<Slot> {
        let cell = self.value.as_ref().filter(|_| !self.needs_values)?;
        let counting = match self.counts() {
            None => cell.expr.clone(),
            Some(holds) => when(holds, cell.expr.clone()).end().ok()?,
        };
        Some(match self.query.function {
            RecordFunction::Least => ledger.add(min(counting), || self.called("least")),
            RecordFunction::Greatest => ledger.add(max(counting), || self.called("greatest")),
            _ => ledger.add(sum(counting), || self.called("sum")),
        })
    }

    fn called(&self, part: &str) -> String {
        format!("{}: {part}", self.name)
    }
}

impl Condition {
    fn of(asked: Asked<'_>, of: &RowExpr) -> Option<Condition> {
        let reads = of.columns().into_iter().map(|index| Cell::of(asked, index)).collect::<Option<_>>()?;
        if let Some(holds) = asked.condition(of) {
            return Some(Condition { holds, is_undefined: None, reads });
        }
        let (holds, is_undefined) = truth::asked(asked, of).filter(|_| asked.engine == Engine::Here)?;
        Some(Condition { holds, is_undefined: Some(is_undefined), reads })
    }

    /// Whether a missing value keeps open if it holds.
    fn is_open(&self) -> Expr {
        let is_open = self.holds.clone().is_null();
        match &self.is_undefined {
            None => is_open,
            Some(undefined) => is_open.and(negated(undefined.clone())),
        }
    }
}

impl Cell {
    fn of(asked: Asked<'_>, index: usize) -> Option<Cell> {
        let name = asked.shape.column(index)?.name.clone();
        Some(Cell { index, expr: asked.cell(index)?, name })
    }
}
