//! What tests give and expect.

use dabiao_grammar::Role;
use dabiao_syntax::{Expectation, Given};

use super::Writer;
use crate::flow::Break;

/// The commas between several stand outside of what each is made of.
const INNER: u32 = Break::OUTERMOST.saturating_add(1);

impl Writer<'_> {
    /// `market_sampling.pass_rate = 90%`
    pub(super) fn given(&mut self, given: &Given) {
        match given {
            Given::AsOf(moment) => {
                self.keyword(Role::Value, "as_of");
                self.word(" ");
                self.moment(moment);
            }
            Given::Records { count, table, condition, .. } => {
                self.count(*count);
                self.mark(" ", "条 ");
                self.expr(table, INNER);
                if let Some(condition) = condition {
                    self.mark(" where ", " 其中 ");
                    self.expr(condition, INNER);
                }
            }
            Given::Value { metric, value, .. } => {
                self.expr(metric, INNER);
                self.assign();
                match value {
                    Some(value) => self.expr(value, INNER),
                    None => self.keyword(Role::Value, "missing"),
                }
            }
        }
    }

    /// `market_sampling.pass_rate met`
    pub(super) fn expectation(&mut self, expectation: &Expectation) {
        match expectation {
            Expectation::Condition(condition) => self.expr(condition, INNER),
            Expectation::Verdict { target, verdict, flags, .. } => {
                self.expr(target, INNER);
                self.word(" ");
                self.keyword(Role::Verdict, verdict.as_str());
                for flag in flags {
                    self.word(" ");
                    self.keyword(Role::Flag, flag.as_str());
                }
            }
        }
    }
}
