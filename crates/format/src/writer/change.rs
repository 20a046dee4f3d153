//! Changes and trends. The Chinese surface names the base first: 较2005年下降至少20％.

use dabiao_grammar::Role;
use dabiao_model::{Span, Step};
use dabiao_syntax::{Bound, Direction, Expr, ExprKind, Moment, TrendRange};

use super::Writer;

/// The Chinese word before the base that an amount is reckoned from; 自 stands before the base of a trend.
const COMPARED_WITH: &str = "较";

impl Writer<'_> {
    /// A change or a trend; anything else is no business of this one.
    pub(super) fn change(&mut self, expr: &Expr, rank: u32) {
        let inner = rank.saturating_add(1);
        match &expr.kind {
            ExprKind::Change { value, direction, bound, amount, since } => {
                self.subject(value, inner);
                if self.surface.is_chinese() {
                    self.word(COMPARED_WITH);
                    self.moment(since);
                    self.keyword(Role::Operator, way(*direction));
                    self.keyword(Role::Bound, bound_of(*bound));
                    if !matches!(amount.kind, ExprKind::Quantity(_)) {
                        self.word(" ");
                    }
                    self.expr(amount, inner);
                } else {
                    self.direction(*direction, value, amount.span);
                    self.word(" ");
                    self.keyword(Role::Word, "by");
                    self.word(" ");
                    self.keyword(Role::Bound, bound_of(*bound));
                    self.word(" ");
                    self.expr(amount, inner);
                    self.blank(rank);
                    self.since(since);
                }
            }
            ExprKind::Trend { value, direction, negated, step, range } => {
                self.subject(value, inner);
                if self.surface.is_chinese() {
                    self.chinese_trend(*direction, *negated, *step, range.as_ref());
                } else {
                    self.english_trend(expr, rank);
                }
            }
            _ => {}
        }
    }

    fn english_trend(&mut self, expr: &Expr, rank: u32) {
        let ExprKind::Trend { value, direction, negated, step, range } = &expr.kind else { return };
        if *negated {
            self.keyword(Role::Operator, "does_not");
            self.word(match direction {
                Direction::Falls => " fall",
                Direction::Rises => " rise",
            });
        } else {
            self.direction(*direction, value, Span { start: expr.span.end, end: expr.span.end });
        }
        self.word(" ");
        self.keyword(Role::Word, "every");
        self.word(" ");
        self.step(*step);
        match range {
            None => {}
            Some(TrendRange::Since(since)) => {
                self.blank(rank);
                self.since(since);
            }
            Some(TrendRange::In(first, last)) => {
                self.blank(rank);
                self.keyword(Role::Operator, "in");
                self.word(" ");
                self.moments(first, last);
            }
        }
    }

    /// `自2008年起每年不上升`, `每季度下降`, `下降每季度在2008年至2011年`
    fn chinese_trend(&mut self, direction: Direction, negated: bool, step: Step, range: Option<&TrendRange>) {
        if let Some(TrendRange::Since(since)) = range {
            self.keyword(Role::Word, "since");
            self.moment(since);
            self.keyword(Role::Word, "onwards");
        }
        let is_within = matches!(range, Some(TrendRange::In(..)));
        if !is_within {
            self.keyword(Role::Word, "every");
            self.step(step);
        }
        if negated {
            self.keyword(Role::Operator, "does_not");
        }
        self.keyword(Role::Operator, way(direction));
        if let Some(TrendRange::In(first, last)) = range {
            self.keyword(Role::Word, "every");
            self.step(step);
            self.word("在");
            self.moments(first, last);
        }
    }

    /// `falls`, or `fall` where the author wrote so of several things.
    fn direction(&mut self, direction: Direction, value: &Expr, before: Span) {
        let (singular, plural) = match direction {
            Direction::Falls => ("falls", "fall"),
            Direction::Rises => ("rises", "rise"),
        };
        let written = self.source.slice(Span { start: value.span.end, end: before.end.max(value.span.end) });
        let first = written.split_whitespace().next().unwrap_or_default();
        self.word(if first == plural { plural } else { singular });
    }

    /// `since 2005`
    pub(super) fn since(&mut self, since: &Moment) {
        self.keyword(Role::Word, "since");
        self.word(" ");
        self.moment(since);
    }

    /// `year`
    pub(super) fn step(&mut self, step: Step) {
        self.keyword(Role::Step, step_of(step));
    }
}

/// What the keyword table calls a step.
pub(super) fn step_of(step: Step) -> &'static str {
    match step {
        Step::Year => "year",
        Step::Half => "half",
        Step::Quarter => "quarter",
        Step::Month => "month",
        Step::Day => "day",
    }
}

fn way(direction: Direction) -> &'static str {
    match direction {
        Direction::Falls => "falls",
        Direction::Rises => "rises",
    }
}

fn bound_of(bound: Bound) -> &'static str {
    match bound {
        Bound::AtLeast => "by_at_least",
        Bound::AtMost => "by_at_most",
        Bound::MoreThan => "by_more_than",
        Bound::LessThan => "by_less_than",
    }
}
