//! What a name means.

use std::collections::HashSet;

use dabiao_check::Plan;
use dabiao_model::{Type, nfc};

/// Something that rules give a name to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Symbol {
    /// A metric, by its path; also the target that takes its id from it.
    Metric(String),
    /// A target with an id of its own.
    Target(String),
    /// An assumption, by its name.
    Assumption(String),
    /// An organisation, by its id.
    Organisation(String),
    /// A unit, by its name.
    Unit(String),
    /// A scale, by its name.
    Scale(String),
    /// A level of a scale.
    Level(String, String),
    /// A table of records, by its name.
    Table(String),
    /// A column of a table.
    Column(String, String),
    /// The plan itself.
    Plan(String),
}

/// What kind of name is due at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Due<'t> {
    /// A value or a condition: a metric, an assumption, a level.
    Value,
    /// A cell of a record of the table, or else a value.
    Cell(&'t str),
    /// The outcome of a target.
    Outcome,
    Organisation,
    Type,
    Unit,
    Table,
}

/// Finds what names mean in one plan.
pub(crate) struct Resolver<'p> {
    plan: &'p Plan,
    /// The ids that targets are given in the text.
    ids: HashSet<String>,
}

impl<'p> Resolver<'p> {
    pub(crate) fn new(plan: &'p Plan, ids: HashSet<String>) -> Resolver<'p> {
        Resolver { plan, ids }
    }

    pub(crate) fn resolve(&self, due: Due<'_>, name: &str) -> Option<Symbol> {
        let name = nfc(name);
        let name = name.as_ref();
        match due {
            Due::Value => self.value(name),
            Due::Cell(table) => self.column(table, name).or_else(|| self.value(name)),
            Due::Outcome if self.ids.contains(name) => Some(Symbol::Target(name.to_string())),
            Due::Outcome => self.value(name),
            Due::Organisation => {
                let is_called = |titles: &[String]| titles.iter().any(|title| title == name);
                let found =
                    self.plan.organisations.iter().find(|one| one.id == name || is_called(&one.titles));
                found.map(|one| Symbol::Organisation(one.id.clone()))
            }
            Due::Type => self.scale(name).or_else(|| self.unit(name)),
            Due::Unit => self.unit(name),
            Due::Table => {
                let table = self.plan.table_id(name).and_then(|id| self.plan.table(id));
                table.map(|table| Symbol::Table(table.name.clone()))
            }
        }
    }

    pub(crate) fn column(&self, table: &str, name: &str) -> Option<Symbol> {
        let table = self.plan.table_id(table).and_then(|id| self.plan.table(id))?;
        let column = table.columns.iter().find(|column| column.name == name)?;
        Some(Symbol::Column(table.name.clone(), column.name.clone()))
    }

    fn value(&self, name: &str) -> Option<Symbol> {
        let metric = self.plan.metric_id(name).and_then(|id| self.plan.metric(id));
        let metric_symbol = || metric.map(|metric| Symbol::Metric(metric.path.clone()));
        if metric.is_some_and(|metric| metric.declared) {
            return metric_symbol();
        }
        let assumption = self.plan.assumptions.iter().find(|one| one.is_called(name));
        if let Some(assumption) = assumption {
            return Some(Symbol::Assumption(assumption.name.clone()));
        }
        let level = self.plan.scales.iter().find(|scale| scale.index(name).is_some());
        match (metric, level) {
            (Some(metric), Some(level)) if !matches!(metric.ty, Type::YesNo) => {
                Some(level_of(level.name(), name))
            }
            (None, Some(level)) => Some(level_of(level.name(), name)),
            _ => metric_symbol(),
        }
    }

    fn scale(&self, name: &str) -> Option<Symbol> {
        let scale = self.plan.scales.iter().find(|scale| scale.is_called(name))?;
        Some(Symbol::Scale(scale.name().to_string()))
    }

    fn unit(&self, name: &str) -> Option<Symbol> {
        let unit = self.plan.units.resolve(name)?;
        let is_one = unit.parts().count() == 1;
        is_one.then(|| unit.parts().next().map(|part| Symbol::Unit(part.to_string()))).flatten()
    }
}

fn level_of(scale: &str, level: &str) -> Symbol {
    Symbol::Level(scale.to_string(), level.to_string())
}
