//! What stands behind a value: other places and times; and aggregates over records, places and times.

use dabiao_grammar::Role;
use dabiao_model::Step;
use dabiao_syntax::{Aggregate, Expr, ExprKind};

use super::Writer;
use super::change::step_of;

impl Writer<'_> {
    /// `x of province`, `x in 2005`, `x last year`
    pub(super) fn postfix(&mut self, expr: &Expr, rank: u32) {
        match &expr.kind {
            ExprKind::Of { value, place } => {
                self.expr(value, rank);
                self.word(" of ");
                self.name(place);
            }
            ExprKind::In { value, period } => {
                self.expr(value, rank);
                self.mark(" in ", " 在");
                self.moment(period);
            }
            ExprKind::Last { value, step } => {
                self.expr(value, rank);
                self.word(" ");
                self.last(*step);
            }
            _ => {}
        }
    }

    /// `last year`, 上年
    fn last(&mut self, step: Step) {
        let one_word = match step {
            Step::Year => Some("last_year"),
            Step::Quarter => Some("last_quarter"),
            Step::Month => Some("last_month"),
            Step::Half | Step::Day => None,
        };
        match one_word.filter(|_| self.surface.is_chinese()) {
            Some(meaning) => self.keyword(Role::Suffix, meaning),
            None => {
                self.word("last ");
                self.step(step);
            }
        }
    }

    /// An aggregate, a yearly change, or a condition on every record.
    pub(super) fn aggregate(&mut self, expr: &Expr, rank: u32) {
        let inner = rank.saturating_add(1);
        match &expr.kind {
            ExprKind::YearlyChange { value, since } => {
                self.word("yearly change of ");
                self.expr(value, inner);
                self.word(" since ");
                self.moment(since);
            }
            ExprKind::OverPlaces { function, value, level, excluding_self } => {
                self.function(*function);
                self.expr(value, inner);
                self.blank(rank);
                self.word("over ");
                self.name(level);
                if *excluding_self {
                    self.word(" excluding self");
                }
            }
            ExprKind::OverTime { function, value, count, step, needing } => {
                self.function(*function);
                self.expr(value, inner);
                self.blank(rank);
                self.word("over last ");
                self.count(*count);
                self.word(" ");
                self.steps(*count, *step);
                if let Some(needing) = needing {
                    self.word(" needing ");
                    self.count(*needing);
                }
            }
            ExprKind::Records { function, table, filter, among } => {
                self.function(*function);
                self.name(table);
                for (word, part) in [("where ", filter), ("among ", among)] {
                    if let Some(part) = part {
                        self.blank(rank);
                        self.word(word);
                        self.expr(part, inner);
                    }
                }
            }
            ExprKind::Every { table, condition } => {
                self.word("every ");
                self.name(table);
                self.word(" satisfies ");
                self.expr(condition, inner);
            }
            _ => {}
        }
    }

    fn function(&mut self, function: Aggregate) {
        self.word(match function {
            Aggregate::Share => "share of ",
            Aggregate::Count => "count of ",
            Aggregate::Sum => "sum of ",
            Aggregate::Average => "average of ",
            Aggregate::Median => "median of ",
            Aggregate::Min => "min of ",
            Aggregate::Max => "max of ",
        });
    }

    /// `1 year`, `3 years`
    fn steps(&mut self, count: u32, step: Step) {
        let plural = match step {
            Step::Year => "years",
            Step::Half => "halves",
            Step::Quarter => "quarters",
            Step::Month => "months",
            Step::Day => "days",
        };
        self.word(if count == 1 { step_of(step) } else { plural });
    }
}
