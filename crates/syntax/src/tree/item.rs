//! The items of a rule file.

use dabiao_model::Span;

use super::{Expr, Field, Name, Quantity, Text};

/// An item with the fields below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub kind: ItemKind,
    /// Its fields, in the order of the text.
    pub fields: Vec<Field>,
    /// The first line of the item, from its keyword to the end of what it declares.
    pub head: Span,
}

/// The kinds of items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemKind {
    /// `syntax 1`
    Syntax {
        /// The version of the language.
        version: Quantity,
    },
    /// `use "common/units.dabiao"`
    Use {
        /// The path, relative to the plan's folder.
        path: Text,
    },
    /// `plan quality_2011 "2011 product quality management plan"`
    Plan {
        /// The plan's id.
        id: Name,
        /// Its titles.
        titles: Vec<Text>,
    },
    /// `organisation industry_and_commerce "工商分局"`
    Organisation {
        /// The organisation's id.
        id: Name,
        /// Its titles.
        titles: Vec<Text>,
    },
    /// `unit enterprise "家"`, `unit kgce = 0.001 tce`, `unit kgce "千克标准煤" = 0.001 tce`
    Unit {
        /// The unit's name.
        name: Name,
        /// Its symbol.
        symbol: Option<Text>,
        /// What it is made of; a unit without a definition is a measure of its own.
        definition: Option<Quantity>,
    },
    /// `scale water_class: V < IV < III < II < I`
    Scale {
        /// The scale's name.
        name: Name,
        /// Its levels, worst first.
        levels: Vec<Name>,
    },
    /// `assume substantial = 20%`
    Assume {
        /// The assumption's name.
        name: Name,
        /// Its value.
        value: Expr,
    },
    /// `section "Supervision and inspection"`
    Section {
        /// The section's titles.
        titles: Vec<Text>,
    },
    /// `metric market_sampling.pass_rate "市场商品抽检合格率"`
    Metric {
        /// The metric's path.
        path: Name,
        /// Its titles, which are names of it too.
        titles: Vec<Text>,
    },
    /// `table market_samples`
    Table {
        /// The table's name.
        name: Name,
        /// Its titles.
        titles: Vec<Text>,
    },
    /// `target energy: energy.per_gdp falls by at least 20% since 2005`; the keyword may be left out
    Target {
        /// The explicit id.
        id: Option<Name>,
        /// The condition.
        condition: Expr,
    },
    /// `unmeasured "service standardisation promoted"`
    Unmeasured {
        /// Its titles.
        titles: Vec<Text>,
    },
    /// `test "exactly on the line is met"`
    Test {
        /// The test's title.
        title: Text,
    },
}
