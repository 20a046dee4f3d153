//! Operations: from the grammar's flat list of operands and operators to a tree, by precedence.
//!
//! From loose to tight: `or`, `and`, `not`, comparisons and their like, `+ -`, `* /`, the sign, what stands directly
//! behind an operand. Comparisons do not chain.

use std::iter::Peekable;

use dabiao_grammar::{Pair, Pairs, Rule};
use dabiao_model::{Code, Span};

use super::Lowering;
use crate::{Arithmetic, Comparison, Expr, ExprKind};

/// The operands and operators of one operation.
struct Operation<'t> {
    tokens: Peekable<Pairs<'t>>,
    /// Arithmetic operators so far.
    operators: usize,
    /// How many a `not` stands inside another's comparison.
    depth: usize,
}

impl<'t> Operation<'t> {
    fn new(pair: Pair<'t>) -> Operation<'t> {
        Operation { tokens: pair.into_inner().peekable(), operators: 0, depth: 0 }
    }
}

/// How tightly an operator binds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Power {
    Or,
    And,
    Comparison,
    Sum,
    Product,
}

impl Lowering<'_> {
    /// An `expr` of the grammar, or one of its narrower forms.
    pub(super) fn expr(&mut self, pair: Pair<'_>) -> Option<Expr> {
        if pair.as_rule() == Rule::conditional {
            return self.conditional(pair);
        }
        let mut operation = Operation::new(pair);
        self.climb(&mut operation, Power::Or)
    }

    /// What a milestone asks: an operation without its first operand.
    pub(super) fn asked(&mut self, pair: Pair<'_>) -> Option<Expr> {
        let start = self.place(&pair).start;
        let subject = Expr { kind: ExprKind::Subject, span: Span { start, end: start } };
        let mut operation = Operation::new(pair);
        self.climb_from(subject, &mut operation, Power::Or)
    }

    fn conditional(&mut self, pair: Pair<'_>) -> Option<Expr> {
        let whole = self.place(&pair);
        let mut clauses: Vec<(Span, Expr, Expr)> = Vec::new();
        let mut waiting: Option<(Span, Option<Expr>)> = None;
        let mut otherwise = None;
        for part in pair.into_inner() {
            match (part.as_rule(), waiting.take()) {
                (Rule::if_word, _) => waiting = Some((self.token(&part), None)),
                (Rule::then_word | Rule::else_word, before) => waiting = before,
                (_, Some((start, None))) => waiting = Some((start, Some(self.expr(part)?))),
                (_, Some((start, Some(condition)))) => clauses.push((start, condition, self.expr(part)?)),
                (_, None) => otherwise = Some(self.expr(part)?),
            }
        }
        self.within_nesting(clauses.len(), whole)?;
        let mut value = otherwise?;
        while let Some((start, condition, then)) = clauses.pop() {
            let kind = ExprKind::If {
                condition: Box::new(condition),
                then: Box::new(then),
                otherwise: Box::new(value),
            };
            value = Expr { kind, span: self.since(start) };
        }
        Some(value)
    }

    /// Reads operators that bind at least as tightly as `floor`.
    fn climb(&mut self, operation: &mut Operation<'_>, floor: Power) -> Option<Expr> {
        let first = self.prefixed(operation)?;
        self.climb_from(first, operation, floor)
    }

    fn climb_from(&mut self, first: Expr, operation: &mut Operation<'_>, floor: Power) -> Option<Expr> {
        let mut left = first;
        let mut compared = false;
        while let Some((rule, power)) =
            operation.tokens.peek().map(|next| (next.as_rule(), power(next.as_rule())))
        {
            if power < floor {
                break;
            }
            left = match power {
                Power::Or | Power::And => self.list(left, operation, rule, power)?,
                Power::Comparison if compared || is_postfix(rule) => {
                    let span = operation.tokens.next().map(|token| self.place(&token)).unwrap_or(left.span);
                    let variant = if is_postfix(rule) { "misplaced" } else { "chained" };
                    self.report(self.fault(Code::UnexpectedText, span).variant(variant));
                    return None;
                }
                Power::Comparison => {
                    compared = true;
                    self.comparison(left, operation)?
                }
                Power::Sum | Power::Product => self.arithmetic(left, operation, rule)?,
            };
        }
        Some(left)
    }

    /// `a and b and c`: one list, however long.
    fn list(&mut self, first: Expr, operation: &mut Operation<'_>, rule: Rule, power: Power) -> Option<Expr> {
        let start = first.span;
        let mut parts = vec![first];
        while operation.tokens.next_if(|next| next.as_rule() == rule).is_some() {
            parts.push(self.climb(operation, above(power))?);
        }
        let kind = if rule == Rule::and { ExprKind::All(parts) } else { ExprKind::Any(parts) };
        Some(Expr { kind, span: self.since(start) })
    }

    fn comparison(&mut self, left: Expr, operation: &mut Operation<'_>) -> Option<Expr> {
        let token = operation.tokens.next()?;
        let Some(op) = comparison_of(token.as_rule()) else { return self.tail(left, token) };
        let right = self.climb(operation, Power::Sum)?;
        let span = left.span.to(right.span);
        Some(Expr { kind: ExprKind::Compare { op, left: Box::new(left), right: Box::new(right) }, span })
    }

    fn arithmetic(&mut self, left: Expr, operation: &mut Operation<'_>, rule: Rule) -> Option<Expr> {
        let (op, power) = match rule {
            Rule::plus => (Arithmetic::Add, Power::Product),
            Rule::minus => (Arithmetic::Subtract, Power::Product),
            Rule::times => (Arithmetic::Multiply, Power::Product),
            _ => (Arithmetic::Divide, Power::Product),
        };
        let token = operation.tokens.next()?;
        operation.operators = operation.operators.saturating_add(1);
        if operation.operators > self.limits.operators {
            let span = self.token(&token);
            let fault = self.fault(Code::TooLong, span).variant("operators");
            self.report(fault.with("limit", self.limits.operators));
            return None;
        }
        let right = match op {
            Arithmetic::Add | Arithmetic::Subtract => self.climb(operation, power)?,
            Arithmetic::Multiply | Arithmetic::Divide => self.prefixed(operation)?,
        };
        let span = left.span.to(right.span);
        Some(Expr { kind: ExprKind::Arithmetic { op, left: Box::new(left), right: Box::new(right) }, span })
    }

    /// An operand with the signs and `not`s before it and what stands directly behind it. A `not` takes in the
    /// whole comparison that follows.
    fn prefixed(&mut self, operation: &mut Operation<'_>) -> Option<Expr> {
        let mut prefixes: Vec<(Rule, Span)> = Vec::new();
        while let Some(token) =
            operation.tokens.next_if(|next| matches!(next.as_rule(), Rule::not | Rule::minus))
        {
            prefixes.push((token.as_rule(), self.token(&token)));
        }
        let operand = operation.tokens.next()?;
        let mut value = self.owned(operand, &mut operation.tokens)?;
        let mut behind: usize = 0;
        while let Some(token) = operation.tokens.next_if(|next| is_postfix(next.as_rule())) {
            behind = behind.saturating_add(1);
            self.within_nesting(behind, value.span)?;
            value = self.postfix(value, token)?;
        }
        self.within_nesting(prefixes.len(), value.span)?;
        while let Some((_, span)) = prefixes.pop_if(|(rule, _)| *rule == Rule::minus) {
            value = negated(value, span);
        }
        if !prefixes.is_empty() {
            operation.depth = operation.depth.saturating_add(1);
            self.within_nesting(operation.depth, value.span)?;
            value = self.climb_from(value, operation, Power::Comparison)?;
            operation.depth = operation.depth.saturating_sub(1);
        }
        while let Some((rule, span)) = prefixes.pop() {
            value = match rule {
                Rule::minus => negated(value, span),
                _ => Expr { span: span.to(value.span), kind: ExprKind::Not(Box::new(value)) },
            };
        }
        Some(value)
    }

    /// Refuses what nests too deeply without brackets.
    pub(super) fn within_nesting(&mut self, depth: usize, span: Span) -> Option<()> {
        if depth <= self.limits.nesting {
            return Some(());
        }
        let fault = self.fault(Code::TooDeep, span).variant("chain").with("limit", self.limits.nesting);
        self.report(fault);
        None
    }
}

/// A literal takes the sign into its number, so that `-5%` is one quantity.
pub(super) fn negated(value: Expr, sign: Span) -> Expr {
    let span = sign.to(value.span);
    match value.kind {
        ExprKind::Quantity(mut quantity) if quantity.span == value.span => {
            quantity.number = -quantity.number;
            quantity.span = span;
            Expr { kind: ExprKind::Quantity(quantity), span }
        }
        kind => Expr { kind: ExprKind::Negate(Box::new(Expr { kind, span: value.span })), span },
    }
}

fn power(rule: Rule) -> Power {
    match rule {
        Rule::or => Power::Or,
        Rule::and => Power::And,
        Rule::plus | Rule::minus => Power::Sum,
        Rule::times | Rule::divide => Power::Product,
        _ => Power::Comparison,
    }
}

/// The next tighter power.
fn above(power: Power) -> Power {
    match power {
        Power::Or => Power::And,
        Power::And => Power::Comparison,
        Power::Comparison => Power::Sum,
        Power::Sum | Power::Product => Power::Product,
    }
}

pub(super) fn is_postfix(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::of_place
            | Rule::in_period
            | Rule::last_step
            | Rule::owned
            | Rule::window
            | Rule::yearly_behind
            | Rule::records
    )
}

fn comparison_of(rule: Rule) -> Option<Comparison> {
    Some(match rule {
        Rule::at_least => Comparison::AtLeast,
        Rule::above => Comparison::Above,
        Rule::at_most => Comparison::AtMost,
        Rule::below => Comparison::Below,
        Rule::equal => Comparison::Equal,
        Rule::not_equal => Comparison::NotEqual,
        _ => return None,
    })
}
