//! Conditions and values.

use dabiao_grammar::Role;
use dabiao_model::{RoundingMode, Span};
use dabiao_syntax::{Arithmetic, Comparison, Expr, ExprKind, Function};

use super::Writer;
use crate::flow::Break;

/// How much deeper a comparison breaks than other operators of its level: its sides are read together.
const LATE: u32 = 256;

impl Writer<'_> {
    /// A condition or a value, in brackets where its author put some. Its outermost operators break at `rank`.
    pub(super) fn expr(&mut self, expr: &Expr, rank: u32) {
        let is_within = rank > Break::OUTERMOST && self.is_left_open(expr);
        if is_within || self.is_bracketed(expr) {
            self.in_brackets(expr, rank)
        } else {
            self.plain(expr, rank)
        }
    }

    pub(super) fn in_brackets(&mut self, expr: &Expr, rank: u32) {
        self.mark("(", "（");
        self.soft(Break::FOR_COMMENTS, "", "");
        self.plain(expr, rank.saturating_add(1));
        self.mark(")", "）");
    }

    fn plain(&mut self, expr: &Expr, rank: u32) {
        let inner = rank.saturating_add(1);
        match &expr.kind {
            ExprKind::Quantity(value) => self.quantity(value),
            ExprKind::YesNo(value) => {
                let word = self.surface.word(Role::Literal, if *value { "yes" } else { "no" });
                self.leaf(word, expr.span);
            }
            ExprKind::Text(value) => self.text_among_values(value),
            ExprKind::Moment(value) => self.moment_among_values(value),
            ExprKind::Name(value) => self.name_among_values(value),
            ExprKind::Subject => {}
            ExprKind::Negate(value) => {
                self.keyword(Role::Operator, "minus");
                self.expr(value, inner);
            }
            ExprKind::Not(value) => {
                self.keyword(Role::Prefix, "not");
                if !(self.surface.is_chinese() && (self.is_bracketed(value) || self.is_left_open(value))) {
                    self.word(" ");
                }
                self.expr(value, inner);
            }
            ExprKind::Arithmetic { op, left, right } => {
                // A chain of operators that bind alike breaks at one rank.
                let is_alike = matches!(&left.kind, ExprKind::Arithmetic { op: other, .. } if is_sum(*op) == is_sum(*other));
                let is_chain = is_alike && !self.is_bracketed(left);
                if is_condition(left) {
                    // Where a condition is written in one form, what follows reaches into it in another.
                    self.in_brackets(left, inner);
                    self.word(" ");
                } else {
                    self.subject(left, if is_chain { rank } else { inner });
                }
                self.infix(arithmetic(*op), right, rank);
            }
            ExprKind::Compare { op, left, right } => {
                self.subject(left, inner);
                self.infix(comparison(*op), right, rank.saturating_add(LATE));
            }
            ExprKind::InRange { value, first, last } => self.in_range(value, first, last, inner),
            ExprKind::InSet { value, members } => {
                self.subject(value, inner);
                self.keyword(Role::Operator, "in");
                self.mark(" {", " ｛");
                self.commas(members, inner, |writer, member| writer.expr(member, inner));
                self.mark("}", "｝");
            }
            ExprKind::All(parts) => self.list(expr, parts, "and", "all_of", rank),
            ExprKind::Any(parts) => self.list(expr, parts, "or", "any_of", rank),
            ExprKind::AtLeast { count, of } => {
                self.keyword(Role::Form, "at_least_of");
                self.mark(" ", "");
                self.count(*count);
                self.mark(" ", "");
                self.keyword(Role::Word, "items");
                self.mark(" ", "");
                self.args(expr, of, rank);
            }
            ExprKind::Call { function, args } => {
                let function = match function {
                    Function::Min => "min",
                    Function::Max => "max",
                    Function::Abs => "abs",
                };
                self.keyword(Role::Form, function);
                self.args(expr, args, rank);
            }
            ExprKind::Round { value, to, mode } => {
                self.keyword(Role::Form, "round");
                self.mark("(", "（");
                self.soft(Break::FOR_COMMENTS, "", "");
                self.expr(value, inner);
                self.word(" ");
                self.keyword(Role::Word, "to");
                self.word(" ");
                self.quantity(to);
                self.rounding_mode(*mode, Span { start: to.span.end, end: expr.span.end });
                self.mark(")", "）");
            }
            ExprKind::If { condition, then, otherwise } => {
                self.keyword(Role::Form, "if");
                self.word(" ");
                self.expr(condition, inner);
                self.blank(rank);
                self.keyword(Role::Word, "then");
                self.word(" ");
                self.expr(then, inner);
                self.blank(rank);
                self.keyword(Role::Word, "else");
                self.word(" ");
                self.expr(otherwise, rank);
            }
            ExprKind::Change { .. } | ExprKind::Trend { .. } => self.change(expr, rank),
            ExprKind::Of { .. } | ExprKind::In { .. } | ExprKind::Last { .. } => self.postfix(expr, rank),
            ExprKind::YearlyChange { .. }
            | ExprKind::OverPlaces { .. }
            | ExprKind::OverTime { .. }
            | ExprKind::Records { .. }
            | ExprKind::Every { .. } => self.aggregate(expr, rank),
        }
    }

    /// An operator and what follows it; the line may be broken between them.
    fn infix(&mut self, operator: &'static str, right: &Expr, rank: u32) {
        self.keyword(Role::Operator, operator);
        self.blank(rank);
        self.expr(right, rank.saturating_add(1));
    }

    /// `x in 80%..90%`
    fn in_range(&mut self, value: &Expr, first: &Expr, last: &Expr, rank: u32) {
        self.subject(value, rank);
        self.keyword(Role::Operator, "in");
        self.word(" ");
        self.range(first, last, rank);
    }

    /// `80%..90%`; blanks around the dots where a side has several parts.
    pub(super) fn range(&mut self, first: &Expr, last: &Expr, rank: u32) {
        let is_long = |side: &Expr| matches!(side.kind, ExprKind::Arithmetic { .. });
        let is_wide = is_long(first) || is_long(last);
        self.expr(first, rank);
        self.mark(if is_wide { " .. " } else { ".." }, if is_wide { " ～ " } else { "～" });
        self.expr(last, rank);
    }

    /// What stands before an operator, and the blank between them; nothing where the target's own value is meant.
    pub(super) fn subject(&mut self, value: &Expr, rank: u32) {
        if value.kind != ExprKind::Subject {
            self.expr(value, rank);
            self.word(" ");
        }
    }

    /// `a and b` or `all of (a, b)`, as it was written.
    fn list(&mut self, expr: &Expr, parts: &[Expr], operator: &'static str, form: &'static str, rank: u32) {
        if self.is_form(expr, parts) {
            self.keyword(Role::Form, form);
            self.mark(" ", "");
            return self.args(expr, parts, rank);
        }
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                self.word(" ");
                self.keyword(Role::Operator, operator);
                self.blank(rank);
            }
            self.expr(part, rank.saturating_add(1));
        }
    }

    fn args(&mut self, whole: &Expr, args: &[Expr], rank: u32) {
        let first = args.first().map_or(whole.span.end, |first| first.span.start);
        let opening = Span { start: whole.span.start, end: first };
        // They stand one a line where the author broke the line behind the opening bracket.
        let is_listed = breaks_behind_bracket(self.source.slice(opening))
            && !args.first().is_some_and(|first| self.would_begin_item(first));
        self.bracketed(is_listed, args, rank, |writer, arg| writer.expr(arg, rank.saturating_add(1)));
    }

    /// The mode of rounding, where the author wrote one in the stretch behind the interval.
    pub(super) fn rounding_mode(&mut self, mode: RoundingMode, behind: Span) {
        let meaning = match mode {
            RoundingMode::HalfEven => "half_even",
            RoundingMode::HalfUp => "half_up",
            RoundingMode::Truncated => "truncated",
        };
        if mode != RoundingMode::HalfEven || self.wrote_half_even(behind) {
            self.word(" ");
            self.keyword(Role::Value, meaning);
        }
    }

    fn wrote_half_even(&self, stretch: Span) -> bool {
        let text = self.source.slice(stretch);
        text.contains("even") || text.contains("四舍六入")
    }

    /// Whether the author put brackets around all of it.
    pub(super) fn is_bracketed(&self, expr: &Expr) -> bool {
        self.source.slice(expr.span).starts_with(['(', '（']) && first_part(expr) != Some(expr.span.start)
    }

    /// Whether a list was written as a form, `all of (…)`: then more than brackets stand before its first part.
    fn is_form(&self, expr: &Expr, parts: &[Expr]) -> bool {
        let Some(first) = parts.first() else { return true };
        let before = self.source.slice(Span { start: expr.span.start, end: first.span.start });
        let lines = before.lines().map(|line| line.split('#').next().unwrap_or_default());
        lines.flat_map(str::chars).any(|c| !c.is_whitespace() && !matches!(c, '(' | '（'))
    }
}

/// Whether a line ends behind the last bracket of a text, brackets in comments left out.
fn breaks_behind_bracket(text: &str) -> bool {
    let code = |line: &str| line.split('#').next().is_some_and(|code| code.contains(['(', '（']));
    let mut lines = text.split('\n').rev();
    // The last line has no end here.
    lines.next().is_some_and(|last| !code(last)) && lines.any(code)
}

/// Where the first part begins of what begins with one of its parts.
fn first_part(expr: &Expr) -> Option<u32> {
    let start = |part: &Expr| Some(part.span.start);
    match &expr.kind {
        ExprKind::Quantity(value) => Some(value.span.start),
        ExprKind::Text(value) => Some(value.span.start),
        ExprKind::Moment(value) => Some(value.span.start),
        ExprKind::Name(value) => Some(value.span.start),
        ExprKind::Subject => Some(expr.span.start),
        ExprKind::Arithmetic { left, .. } | ExprKind::Compare { left, .. } => start(left),
        ExprKind::All(parts) | ExprKind::Any(parts) => parts.first().and_then(start),
        ExprKind::InRange { value, .. }
        | ExprKind::InSet { value, .. }
        | ExprKind::Change { value, .. }
        | ExprKind::Trend { value, .. }
        | ExprKind::Of { value, .. }
        | ExprKind::In { value, .. }
        | ExprKind::Last { value, .. }
        | ExprKind::YearlyChange { value, .. }
        | ExprKind::OverPlaces { value, .. }
        | ExprKind::OverTime { value, .. } => start(value),
        ExprKind::Records { table, .. } | ExprKind::Every { table, .. } => Some(table.span.start),
        ExprKind::YesNo(_)
        | ExprKind::Negate(_)
        | ExprKind::Not(_)
        | ExprKind::AtLeast { .. }
        | ExprKind::Call { .. }
        | ExprKind::Round { .. }
        | ExprKind::If { .. } => None,
    }
}

fn arithmetic(op: Arithmetic) -> &'static str {
    match op {
        Arithmetic::Add => "plus",
        Arithmetic::Subtract => "minus",
        Arithmetic::Multiply => "times",
        Arithmetic::Divide => "divide",
    }
}

/// Whether it is a value with a comparison or its like behind it.
fn is_condition(expr: &Expr) -> bool {
    matches!(
        expr.kind,
        ExprKind::Compare { .. }
            | ExprKind::InRange { .. }
            | ExprKind::InSet { .. }
            | ExprKind::Change { .. }
            | ExprKind::Trend { .. }
    )
}

/// Whether it binds as `+` does, not as `*`.
fn is_sum(op: Arithmetic) -> bool {
    matches!(op, Arithmetic::Add | Arithmetic::Subtract)
}

fn comparison(op: Comparison) -> &'static str {
    match op {
        Comparison::AtLeast => "at_least",
        Comparison::Above => "above",
        Comparison::AtMost => "at_most",
        Comparison::Below => "below",
        Comparison::Equal => "equal",
        Comparison::NotEqual => "not_equal",
    }
}
