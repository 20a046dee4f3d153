//! Aggregates over records, places and times.

use dabiao_grammar::{Pair, Rule};

use super::Lowering;
use crate::{Aggregate, Expr, ExprKind, Name};

impl Lowering<'_> {
    pub(super) fn aggregate(&mut self, pair: Pair<'_>) -> Option<ExprKind> {
        let mut function = None;
        let mut value: Option<Expr> = None;
        let (mut filter, mut among) = (None, None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::aggregate_word => function = aggregate(part.as_str()),
                Rule::of_word | Rule::over_word => {}
                Rule::bracketed => {
                    let start = self.place(&part);
                    value = self.bracketed(part, start);
                }
                Rule::over_time => return self.over_time(function?, value?, part),
                Rule::over_places => return self.over_places(function?, value?, part),
                Rule::filter => filter = Some(Box::new(self.last_row(part)?)),
                Rule::among => among = Some(Box::new(self.last_row(part)?)),
                Rule::of_place | Rule::in_period | Rule::last_step => {
                    value = Some(self.postfix(value?, part)?)
                }
                _ => value = Some(self.operand_name(&part)?),
            }
        }
        let ExprKind::Name(table) = value?.kind else { return None };
        Some(ExprKind::Records { function: function?, table, filter, among })
    }

    fn over_time(&mut self, function: Aggregate, value: Expr, pair: Pair<'_>) -> Option<ExprKind> {
        let (mut counts, mut step) = (Vec::new(), None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::count => counts.push(self.count(&part)?),
                Rule::step => step = Some(self.step(&part)?),
                _ => {}
            }
        }
        let mut counts = counts.into_iter();
        let (count, needing) = (counts.next()?, counts.next());
        Some(ExprKind::OverTime { function, value: Box::new(value), count, step: step?, needing })
    }

    fn over_places(&mut self, function: Aggregate, value: Expr, pair: Pair<'_>) -> Option<ExprKind> {
        let mut level: Option<Name> = None;
        let mut excluding_self = false;
        for part in pair.into_inner() {
            if part.as_rule() == Rule::excluding_self {
                self.token(&part);
                excluding_self = true;
            } else {
                level = Some(self.name(&part)?);
            }
        }
        Some(ExprKind::OverPlaces { function, value: Box::new(value), level: level?, excluding_self })
    }

    pub(super) fn every(&mut self, pair: Pair<'_>) -> Option<ExprKind> {
        let (mut table, mut condition) = (None, None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::every_word | Rule::satisfies_word => {}
                Rule::row => condition = Some(self.expr(part)?),
                _ => table = Some(self.name(&part)?),
            }
        }
        Some(ExprKind::Every { table: table?, condition: Box::new(condition?) })
    }

    pub(super) fn yearly(&mut self, pair: Pair<'_>) -> Option<ExprKind> {
        let (mut value, mut since) = (None, None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::yearly_word | Rule::since_word => {}
                Rule::moment => since = Some(self.moment(&part)?),
                Rule::bracketed => {
                    let start = self.place(&part);
                    value = self.bracketed(part, start);
                }
                Rule::of_place | Rule::in_period | Rule::last_step => {
                    value = Some(self.postfix(value?, part)?)
                }
                _ => value = Some(self.operand_name(&part)?),
            }
        }
        Some(ExprKind::YearlyChange { value: Box::new(value?), since: since? })
    }

    /// A name as a value.
    pub(super) fn operand_name(&mut self, pair: &Pair<'_>) -> Option<Expr> {
        let name = self.name(pair)?;
        let span = name.span;
        Some(Expr { kind: ExprKind::Name(name), span })
    }

    fn last_row(&mut self, pair: Pair<'_>) -> Option<Expr> {
        let row = pair.into_inner().find(|part| part.as_rule() == Rule::row)?;
        self.expr(row)
    }
}

fn aggregate(text: &str) -> Option<Aggregate> {
    Some(match text {
        "share" => Aggregate::Share,
        "count" => Aggregate::Count,
        "sum" => Aggregate::Sum,
        "average" => Aggregate::Average,
        "median" => Aggregate::Median,
        "min" => Aggregate::Min,
        "max" => Aggregate::Max,
        _ => return None,
    })
}
