//! What Chinese puts before a value, its place and its time; and the aggregates that it names behind a value.

use std::iter::Peekable;

use dabiao_grammar::{Pair, Pairs, Rule};
use dabiao_model::{Code, Step};

use super::Lowering;
use crate::{Aggregate, Expr, ExprKind, Moment, Name};

/// Whose or when a value is.
enum Owner {
    Place(Name),
    Period(Moment),
    Last(Step),
}

impl Lowering<'_> {
    /// An operand with the `的` chain that it may begin: `2005年的 省 的 能耗` is `能耗` of 省, in 2005.
    pub(super) fn owned(&mut self, first: Pair<'_>, rest: &mut Peekable<Pairs<'_>>) -> Option<Expr> {
        let start = self.place(&first);
        let mut owners = Vec::new();
        let mut head = first;
        while let Some(owned) = rest.next_if(|next| next.as_rule() == Rule::owned) {
            self.within_nesting(owners.len(), start)?;
            owners.push(self.owner(head)?);
            head = owned.into_inner().find(|part| part.as_rule() != Rule::owned_word)?;
        }
        let mut value = match head.as_rule() {
            Rule::text if !owners.is_empty() => self.operand_name(&head)?,
            _ => self.operand(head)?,
        };
        while let Some(owner) = owners.pop() {
            let inner = Box::new(value);
            let kind = match owner {
                Owner::Place(place) => ExprKind::Of { value: inner, place },
                Owner::Period(period) => ExprKind::In { value: inner, period },
                Owner::Last(step) => ExprKind::Last { value: inner, step },
            };
            value = Expr { kind, span: self.since(start) };
        }
        Some(value)
    }

    fn owner(&mut self, pair: Pair<'_>) -> Option<Owner> {
        match pair.as_rule() {
            Rule::date => self.moment(&pair).map(Owner::Period),
            Rule::last_owner => {
                let word = pair.into_inner().next()?;
                self.last(&word, None).map(Owner::Last)
            }
            Rule::name | Rule::owner_name | Rule::quoted_name | Rule::text => {
                self.name(&pair).map(Owner::Place)
            }
            _ => {
                let span = self.token(&pair);
                self.report(self.fault(Code::UnexpectedText, span).variant("misplaced"));
                None
            }
        }
    }

    /// A name with a chain before it and postfixes behind it, from the parts of a form.
    pub(super) fn placed(&mut self, first: Pair<'_>, rest: &mut Peekable<Pairs<'_>>) -> Option<Expr> {
        let is_name = rest.peek().is_none_or(|next| next.as_rule() != Rule::owned);
        let mut value = match first.as_rule() {
            Rule::text if is_name => self.operand_name(&first)?,
            _ => self.owned(first, rest)?,
        };
        while let Some(part) = rest.next_if(|next| super::expr::is_postfix(next.as_rule())) {
            value = self.postfix(value, part)?;
        }
        Some(value)
    }

    /// `能耗 近3年的平均值`, `产值 自2015年起的年均变化率`, `样品 的条数`
    pub(super) fn behind(&mut self, value: Expr, pair: Pair<'_>) -> Option<Expr> {
        let start = value.span;
        let kind = match pair.as_rule() {
            Rule::window => self.window(value, pair)?,
            Rule::yearly_behind => {
                let mut since = None;
                for part in pair.into_inner() {
                    match part.as_rule() {
                        Rule::moment => since = Some(self.moment(&part)?),
                        _ => {
                            self.token(&part);
                        }
                    }
                }
                ExprKind::YearlyChange { value: Box::new(value), since: since? }
            }
            _ => self.records_of(value, pair)?,
        };
        Some(Expr { kind, span: self.since(start) })
    }

    fn window(&mut self, value: Expr, pair: Pair<'_>) -> Option<ExprKind> {
        let (mut counts, mut steps, mut function) = (Vec::new(), Vec::new(), None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::count => counts.push(self.count(&part)?),
                Rule::step => steps.push((self.step(&part)?, self.place(&part))),
                Rule::noun => function = self.noun(part),
                _ => {
                    self.token(&part);
                }
            }
        }
        let ((step, _), again) = (*steps.first()?, steps.get(1));
        if let Some((_, span)) = again.filter(|(other, _)| *other != step) {
            self.report(self.fault(Code::UnexpectedText, *span).variant("misplaced"));
            return None;
        }
        let needing = counts.get(1).copied();
        Some(ExprKind::OverTime {
            function: function?,
            value: Box::new(value),
            count: *counts.first()?,
            step,
            needing,
        })
    }

    fn records_of(&mut self, value: Expr, pair: Pair<'_>) -> Option<ExprKind> {
        let (mut rows, mut is_among, mut function) = (Vec::new(), false, None);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::row => rows.push(Box::new(self.expr(part)?)),
                Rule::noun => function = self.noun(part),
                rule => {
                    is_among |= rule == Rule::of_records;
                    self.token(&part);
                }
            }
        }
        let span = value.span;
        let ExprKind::Name(table) = value.kind else {
            self.report(self.fault(Code::UnexpectedText, span).variant("misplaced"));
            return None;
        };
        let mut rows = rows.into_iter();
        let among = if is_among { rows.next() } else { None };
        Some(ExprKind::Records { function: function?, table, filter: rows.next(), among })
    }

    /// `各 区县（不含本地）的 合格率 的平均值`
    pub(super) fn over_places_of(&mut self, pair: Pair<'_>) -> Option<ExprKind> {
        let mut parts = pair.into_inner().peekable();
        let (mut level, mut value, mut function) = (None, None, None);
        let mut excluding_self = false;
        while let Some(part) = parts.next() {
            match part.as_rule() {
                Rule::over_chinese | Rule::close => {
                    self.token(&part);
                }
                Rule::excluding_here => excluding_self = true,
                Rule::noun => function = self.noun(part),
                _ if level.is_none() => level = Some(self.name(&part)?),
                Rule::bracketed => {
                    let start = self.place(&part);
                    value = Some(self.bracketed(part, start)?);
                }
                _ => value = Some(self.placed(part, &mut parts)?),
            }
        }
        let value = Box::new(value?);
        Some(ExprKind::OverPlaces { function: function?, value, level: level?, excluding_self })
    }

    fn noun(&mut self, pair: Pair<'_>) -> Option<Aggregate> {
        self.token(&pair);
        Some(match pair.into_inner().next()?.as_rule() {
            Rule::share_noun => Aggregate::Share,
            Rule::count_noun => Aggregate::Count,
            Rule::sum_noun => Aggregate::Sum,
            Rule::average_noun => Aggregate::Average,
            Rule::median_noun => Aggregate::Median,
            Rule::min_noun => Aggregate::Min,
            Rule::max_noun => Aggregate::Max,
            _ => return None,
        })
    }
}
