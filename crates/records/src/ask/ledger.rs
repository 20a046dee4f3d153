//! The aggregates of one query, each once.

use datafusion::functions_aggregate::expr_fn::{count, sum};
use datafusion::logical_expr::{Expr, lit, when};

/// The aggregates that a query computes for each group, in their order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ledger {
    pub(super) exprs: Vec<Expr>,
    pub(super) names: Vec<String>,
}

/// Where an aggregate stands among those of its query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Slot(pub(crate) usize);

impl Ledger {
    /// An aggregate; the one that stands there already, where it is the same.
    pub(crate) fn add(&mut self, expr: Expr, name: impl FnOnce() -> String) -> Slot {
        if let Some(known) = self.exprs.iter().position(|one| *one == expr) {
            return Slot(known);
        }
        self.exprs.push(expr);
        let name = self.free(name());
        self.names.push(name);
        Slot(self.exprs.len().saturating_sub(1))
    }

    /// How many records there are.
    pub(crate) fn records(&mut self) -> Slot {
        self.add(count(lit(1_i64)), || "records".to_string())
    }

    /// How many records hold a condition.
    pub(crate) fn holding(&mut self, condition: &Expr, name: impl FnOnce() -> String) -> Slot {
        // A sum of ones is several times faster than a filtered count.
        let one = when(condition.clone(), lit(1_i64)).otherwise(lit(0_i64));
        self.add(sum(one.unwrap_or_else(|_| lit(0_i64))), name)
    }

    /// How many records have a value.
    pub(crate) fn given(&mut self, cell: Expr, name: impl FnOnce() -> String) -> Slot {
        self.add(count(cell), name)
    }

    fn free(&self, name: String) -> String {
        let taken = |name: &String| self.names.contains(name);
        if !taken(&name) {
            return name;
        }
        (2_u32..).map(|n| format!("{name} {n}")).find(|name| !taken(name)).unwrap_or(name)
    }
}
