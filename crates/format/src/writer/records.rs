//! What stands behind a value: other places and times; and aggregates over records, places and times.

use dabiao_grammar::Role;
use dabiao_model::Step;
use dabiao_syntax::{Aggregate, Expr, ExprKind, Name};

use super::Writer;
use super::change::step_of;

impl Writer<'_> {
    /// `x of province`, `x in 2005`, `x last year`; in Chinese `省 的 x`, `2005年的 x`, `上年的 x`
    pub(super) fn postfix(&mut self, expr: &Expr, rank: u32) {
        let (ExprKind::Of { value, .. } | ExprKind::In { value, .. } | ExprKind::Last { value, .. }) =
            &expr.kind
        else {
            return;
        };
        if self.surface.is_chinese() {
            match &expr.kind {
                ExprKind::Of { place, .. } => {
                    self.name(place);
                    self.word(" ");
                }
                ExprKind::In { period, .. } => self.moment(period),
                ExprKind::Last { step, .. } => self.keyword(Role::Suffix, last(*step)),
                _ => {}
            }
            self.keyword(Role::Suffix, "of");
            self.word(" ");
            return self.placed(value, rank);
        }
        if is_aggregate(value) && !self.is_bracketed(value) {
            self.in_brackets(value, rank);
        } else {
            self.expr(value, rank);
        }
        match &expr.kind {
            ExprKind::Of { place, .. } => {
                self.word(" ");
                self.keyword(Role::Suffix, "of");
                self.word(" ");
                self.name(place);
            }
            ExprKind::In { period, .. } => {
                self.word(" in ");
                self.moment(period);
            }
            ExprKind::Last { step, .. } => {
                self.word(" ");
                self.keyword(Role::Suffix, last(*step));
            }
            _ => {}
        }
    }

    /// A name with its place and time, or else brackets.
    fn placed(&mut self, value: &Expr, rank: u32) {
        if self.is_placed(value) || self.is_bracketed(value) {
            self.expr(value, rank);
        } else {
            self.in_brackets(value, rank);
        }
    }

    fn is_placed(&self, expr: &Expr) -> bool {
        let mut expr = expr;
        while !self.is_bracketed(expr) {
            match &expr.kind {
                ExprKind::Name(_) => return true,
                ExprKind::Of { value, .. } | ExprKind::In { value, .. } | ExprKind::Last { value, .. } => {
                    expr = value;
                }
                _ => return false,
            }
        }
        false
    }

    /// Whether an aggregate needs brackets among other parts: in English it would go on to the end of the line, and
    /// what Chinese writes is what it becomes there and back.
    pub(super) fn is_left_open(&self, expr: &Expr) -> bool {
        let ExprKind::Records { table, filter, among, .. } = &expr.kind else { return false };
        let is_chinese = expr.span.start == table.span.start;
        (is_chinese || self.surface.is_chinese()) && (filter.is_some() || among.is_some())
    }

    /// An aggregate, a yearly change, or a condition on every record.
    pub(super) fn aggregate(&mut self, expr: &Expr, rank: u32) {
        if self.surface.is_chinese() {
            return self.chinese_aggregate(expr, rank);
        }
        let inner = rank.saturating_add(1);
        match &expr.kind {
            ExprKind::YearlyChange { value, since } => {
                self.keyword(Role::Form, "yearly_change");
                self.word(" ");
                self.placed(value, inner);
                self.word(" ");
                self.since(since);
            }
            ExprKind::OverPlaces { function, value, level, excluding_self } => {
                self.function(*function);
                self.placed(value, inner);
                self.blank(rank);
                self.word("over ");
                self.name(level);
                if *excluding_self {
                    self.word(" ");
                    self.keyword(Role::Word, "excluding_self");
                }
            }
            ExprKind::OverTime { function, value, count, step, needing } => {
                self.function(*function);
                self.placed(value, inner);
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
            ExprKind::Every { table, condition } => self.every(table, condition, inner),
            _ => {}
        }
    }

    /// `a 近3年的平均值`, `各 区县 的 a 的平均值`, `样品 中 结果 ＝ “合格” 的占比`
    fn chinese_aggregate(&mut self, expr: &Expr, rank: u32) {
        let inner = rank.saturating_add(1);
        match &expr.kind {
            ExprKind::YearlyChange { value, since } => {
                self.placed(value, inner);
                self.word(" ");
                self.keyword(Role::Word, "since");
                self.moment(since);
                self.keyword(Role::Word, "onwards");
                self.keyword(Role::Suffix, "of");
                self.keyword(Role::Form, "yearly_change");
            }
            ExprKind::OverPlaces { function, value, level, excluding_self } => {
                self.keyword(Role::Word, "over");
                self.word(" ");
                self.name(level);
                if *excluding_self {
                    self.word("（");
                    self.keyword(Role::Word, "excluding_self");
                    self.word("）");
                } else {
                    self.word(" ");
                }
                self.keyword(Role::Suffix, "of");
                self.word(" ");
                self.placed(value, inner);
                self.word(" ");
                self.noun(*function);
            }
            ExprKind::OverTime { function, value, count, step, needing } => {
                self.placed(value, inner);
                self.word(" ");
                self.keyword(Role::Word, "last");
                self.count(*count);
                self.counted(*step);
                self.noun(*function);
                if let Some(needing) = needing {
                    self.word("（");
                    self.keyword(Role::Word, "needing");
                    self.count(*needing);
                    self.counted(*step);
                    self.keyword(Role::Word, "with_data");
                    self.word("）");
                }
            }
            ExprKind::Records { function, table, filter, among } => {
                self.name_among_values(table);
                self.word(" ");
                if filter.is_some() || among.is_some() {
                    self.keyword(Role::Word, "where");
                    self.blank(rank);
                }
                if let Some(among) = among {
                    self.expr(among, inner);
                    self.word(" ");
                    self.keyword(Role::Word, "among");
                    self.blank(rank);
                }
                if let Some(filter) = filter {
                    self.expr(filter, inner);
                    self.word(" ");
                }
                self.noun(*function);
            }
            ExprKind::Every { table, condition } => self.every(table, condition, inner),
            _ => {}
        }
    }

    /// `every villages satisfies covered = yes`
    fn every(&mut self, table: &Name, condition: &Expr, rank: u32) {
        self.keyword(Role::Form, "every");
        self.word(" ");
        self.name(table);
        self.word(" ");
        self.keyword(Role::Word, "satisfies");
        self.word(" ");
        self.expr(condition, rank);
    }

    /// `的平均值`
    fn noun(&mut self, function: Aggregate) {
        self.keyword(Role::Suffix, "of");
        self.keyword(Role::Form, meaning(function));
    }

    /// `average of `
    fn function(&mut self, function: Aggregate) {
        self.keyword(Role::Form, meaning(function));
        self.word(" of ");
    }

    /// Of three months it is 3个月.
    fn counted(&mut self, step: Step) {
        match step {
            Step::Quarter => self.word("个季度"),
            Step::Half => self.word("个半年"),
            Step::Month => self.word("个月"),
            _ => self.step(step),
        }
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

/// Whether words of its own stand before or behind its value.
fn is_aggregate(expr: &Expr) -> bool {
    matches!(
        expr.kind,
        ExprKind::YearlyChange { .. }
            | ExprKind::OverPlaces { .. }
            | ExprKind::OverTime { .. }
            | ExprKind::Records { .. }
            | ExprKind::Every { .. }
    )
}

/// What the keyword table calls one step back.
fn last(step: Step) -> &'static str {
    match step {
        Step::Year => "last_year",
        Step::Half => "last_half",
        Step::Quarter => "last_quarter",
        Step::Month => "last_month",
        Step::Day => "last_day",
    }
}

/// What the keyword table calls a function of many values.
fn meaning(function: Aggregate) -> &'static str {
    match function {
        Aggregate::Share => "share",
        Aggregate::Count => "count",
        Aggregate::Sum => "sum",
        Aggregate::Average => "average",
        Aggregate::Median => "median",
        Aggregate::Min => "min_of",
        Aggregate::Max => "max_of",
    }
}
