//! What stands behind a value and makes it a condition: sets, ranges, changes, trends.

use dabiao_grammar::{Pair, Rule};
use dabiao_model::{Code, Step};

use super::Lowering;
use crate::{Bound, Comparison, Direction, Expr, ExprKind, Moment, TrendRange};

/// The parts of a change or a trend, in whatever order the language puts them.
#[derive(Default)]
struct Parts {
    direction: Option<Direction>,
    bound: Option<Bound>,
    amount: Option<Expr>,
    moments: Vec<Moment>,
    /// Whether the one moment is the base, not the whole range.
    since: bool,
    step: Option<Step>,
    negated: bool,
}

impl Lowering<'_> {
    pub(super) fn tail(&mut self, value: Expr, pair: Pair<'_>) -> Option<Expr> {
        let start = value.span;
        let kind = match pair.as_rule() {
            Rule::in_set => self.in_set(value, pair)?,
            Rule::in_range => {
                let mut bounds = pair.into_inner().filter(|part| part.as_rule() == Rule::sum);
                let (first, last) = (self.expr(bounds.next()?)?, self.expr(bounds.next()?)?);
                ExprKind::InRange { value: Box::new(value), first: Box::new(first), last: Box::new(last) }
            }
            Rule::change => self.change(value, pair)?,
            Rule::trend => self.trend(value, pair)?,
            _ => self.bound_behind(value, pair)?,
        };
        Some(Expr { kind, span: self.since(start) })
    }

    fn in_set(&mut self, value: Expr, pair: Pair<'_>) -> Option<ExprKind> {
        let mut members = Vec::new();
        let mut sign = None;
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::in_word => {}
                Rule::minus => sign = Some(self.token(&part)),
                Rule::set_close => {
                    self.token(&part);
                }
                _ => {
                    let member = self.operand(part)?;
                    members.push(match sign.take() {
                        Some(sign) => super::expr::negated(member, sign),
                        None => member,
                    });
                }
            }
        }
        Some(ExprKind::InSet { value: Box::new(value), members })
    }

    fn change(&mut self, value: Expr, pair: Pair<'_>) -> Option<ExprKind> {
        let parts = self.parts(pair)?;
        Some(ExprKind::Change {
            value: Box::new(value),
            direction: parts.direction?,
            bound: parts.bound?,
            amount: Box::new(parts.amount?),
            since: *parts.moments.first()?,
        })
    }

    fn trend(&mut self, value: Expr, pair: Pair<'_>) -> Option<ExprKind> {
        let parts = self.parts(pair)?;
        let range = match parts.moments.as_slice() {
            [] => None,
            [since] if parts.since => Some(TrendRange::Since(*since)),
            [whole] => Some(TrendRange::In(*whole, *whole)),
            [first, last, ..] => Some(TrendRange::In(*first, *last)),
        };
        Some(ExprKind::Trend {
            value: Box::new(value),
            direction: parts.direction?,
            negated: parts.negated,
            step: parts.step?,
            range,
        })
    }

    /// `达到 90% 以上`, `90% 以上`: the figure itself is included (Civil Code art. 1259).
    fn bound_behind(&mut self, value: Expr, pair: Pair<'_>) -> Option<ExprKind> {
        let mut op = Comparison::AtLeast;
        let mut limit = None;
        let mut up = None;
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::reach_up => up = Some(true),
                Rule::reach_down => {
                    up = Some(false);
                    op = Comparison::AtMost;
                }
                Rule::or_more | Rule::or_less => {
                    let more = part.as_rule() == Rule::or_more;
                    let span = self.token(&part);
                    if up.is_some_and(|up| up != more) {
                        self.report(self.fault(Code::UnexpectedText, span).variant("contrary"));
                        return None;
                    }
                    op = if more { Comparison::AtLeast } else { Comparison::AtMost };
                }
                Rule::sum => limit = Some(self.expr(part)?),
                _ => limit = Some(self.operand(part)?),
            }
        }
        Some(ExprKind::Compare { op, left: Box::new(value), right: Box::new(limit?) })
    }

    fn parts(&mut self, pair: Pair<'_>) -> Option<Parts> {
        let mut parts = Parts::default();
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::falls => parts.direction = Some(Direction::Falls),
                Rule::rises => parts.direction = Some(Direction::Rises),
                Rule::by_at_least | Rule::or_more => parts.bound = Some(Bound::AtLeast),
                Rule::by_at_most | Rule::or_less => parts.bound = Some(Bound::AtMost),
                Rule::by_more_than => parts.bound = Some(Bound::MoreThan),
                Rule::by_less_than => parts.bound = Some(Bound::LessThan),
                Rule::sum => parts.amount = Some(self.expr(part.clone())?),
                Rule::moment => parts.moments.push(self.moment(&part)?),
                Rule::step => parts.step = Some(self.step(&part)?),
                Rule::since_word => parts.since = true,
                Rule::negation => parts.negated = true,
                _ => {}
            }
            if part.as_rule() != Rule::sum {
                self.token(&part);
            }
        }
        Some(parts)
    }
}
