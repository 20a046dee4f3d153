//! Conditions of a plan as claims.

use dabiao_model::{Type, Value};
use dabiao_syntax::{Bound, Comparison, Direction};

use super::cases::{self, Case, Cases};
use super::claim::{Condition, all, compare};
use super::linear::Linear;
use super::prover::{Place, Prover};
use super::rounded;
use crate::plan::{ChangeTest, TermId, TermKind, YearlyTest};

impl Prover<'_> {
    /// A yes/no term.
    pub(super) fn condition(&mut self, place: Place, id: TermId) -> Condition {
        if let Some(condition) = self.conditions.get(&(place, id)) {
            return condition.clone();
        }
        let condition = self.read_condition(place, id);
        self.conditions.insert((place, id), condition.clone());
        condition
    }

    fn read_condition(&mut self, place: Place, id: TermId) -> Condition {
        let Some(term) = self.term(place, id) else { return Condition::open() };
        match &term.kind {
            TermKind::Constant(Value::YesNo(truth)) => Condition::always(*truth),
            TermKind::Assumption(assumption) => {
                let value = self.plan(place).and_then(|plan| plan.assumption(*assumption));
                match value.map(|one| &one.value) {
                    Some(Value::YesNo(truth)) => Condition::always(*truth),
                    _ => self.unseen(place, id),
                }
            }
            TermKind::Metric { .. } => match self.reading(place, id) {
                Some(variable) => Condition::truth(variable),
                None => self.unseen(place, id),
            },
            TermKind::Not(inner) => self.condition(place, *inner).negated(),
            TermKind::All(parts) => Condition::all(self.conditions_of(place, parts)),
            TermKind::Any(parts) => Condition::any(self.conditions_of(place, parts)),
            TermKind::AtLeast { count, of } => {
                let count = usize::try_from(*count).unwrap_or(usize::MAX);
                Condition::at_least(count, self.conditions_of(place, of))
            }
            TermKind::If { condition, then, otherwise } => {
                let test = self.condition(place, *condition);
                let then = self.condition(place, *then).under(&test.yes);
                let otherwise = self.condition(place, *otherwise).under(&test.no);
                Condition::of_cases([then, otherwise])
            }
            TermKind::Compare { op, left, right } => self.comparison(place, id, *op, *left, *right),
            TermKind::InRange { value, first, last } => {
                let above = self.comparison(place, id, Comparison::AtLeast, *value, *first);
                let below = self.comparison(place, id, Comparison::AtMost, *value, *last);
                Condition::all(vec![above, below])
            }
            TermKind::Change(test) => self.change(place, id, test),
            TermKind::Yearly(test) => self.yearly(place, id, test),
            TermKind::Trend(test) => self.trend(place, id, test),
            _ => self.unseen(place, id),
        }
    }

    /// A condition that is not looked into: true or false, and the same wherever it stands.
    pub(super) fn unseen(&mut self, place: Place, id: TermId) -> Condition {
        let shape = self.shape(place, id);
        Condition::truth(self.variables.opaque(shape, &Type::YesNo, false))
    }

    fn conditions_of(&mut self, place: Place, parts: &[TermId]) -> Vec<Condition> {
        parts.iter().map(|part| self.condition(place, *part)).collect()
    }

    fn comparison(
        &mut self,
        place: Place,
        whole: TermId,
        op: Comparison,
        left: TermId,
        right: TermId,
    ) -> Condition {
        match self.term(place, left).map(|term| &term.ty) {
            Some(Type::YesNo) => {
                let (left, right) = (self.condition(place, left), self.condition(place, right));
                let alike =
                    Condition::of_cases([right.clone().under(&left.yes), right.negated().under(&left.no)]);
                match op {
                    Comparison::Equal => alike,
                    Comparison::NotEqual => alike.negated(),
                    _ => self.unseen(place, whole),
                }
            }
            Some(Type::Text | Type::Period) => {
                let (left, right) = (self.shape(place, left), self.shape(place, right));
                let positive = if op == Comparison::NotEqual { Comparison::Equal } else { op };
                let shape = self.shapes.number(format!("{positive:?}"), vec![left, right]);
                let truth = Condition::truth(self.variables.opaque(shape, &Type::YesNo, false));
                if op == positive { truth } else { truth.negated() }
            }
            _ => {
                if let Some(condition) = self.rounded_comparison(place, op, left, right) {
                    return condition;
                }
                let (left, right) = (self.value(place, left), self.value(place, right));
                self.ordered(place, whole, op, &left, &right)
            }
        }
    }

    /// A comparison of a rounded value with a fixed one.
    fn rounded_comparison(
        &mut self,
        place: Place,
        op: Comparison,
        left: TermId,
        right: TermId,
    ) -> Option<Condition> {
        let rounds = |id| match self.term(place, id).map(|term| &term.kind) {
            Some(TermKind::Round { value, rounding }) => Some((*value, rounding)),
            _ => None,
        };
        let (op, (value, rounding), limit) = match (rounds(left), rounds(right)) {
            (Some(rounded), None) => (op, rounded, right),
            (None, Some(rounded)) => (op.mirrored(), rounded, left),
            _ => return None,
        };
        let limit = self.value(place, limit);
        let limit = cases::as_constant(&limit)?.clone();
        let value = self.value(place, value);
        let of_case = |case| rounded::compare(op, case, rounding, &limit);
        let found: Vec<Condition> = value.iter().map(of_case).collect::<Option<_>>()?;
        Some(Condition::of_cases(found))
    }

    /// `left op right`, case by case; a case that is no comparison of sums is not looked into.
    fn ordered(
        &mut self,
        place: Place,
        whole: TermId,
        op: Comparison,
        left: &Cases,
        right: &Cases,
    ) -> Condition {
        let mut found = Vec::new();
        for one in left.iter() {
            for other in right.iter() {
                let guard = all([one.guard.clone(), other.guard.clone()]);
                let condition = match (cases::order(op, one, other), cases::order(op.negated(), one, other)) {
                    (Some(yes), Some(no)) => Condition { yes, no },
                    _ => self.unseen(place, whole),
                };
                found.push(condition.under(&guard));
            }
        }
        Condition::of_cases(found)
    }

    /// A change, without its division: for every base above zero, which a relative change needs,
    /// `base - now >= amount * base` says the same as `(base - now) / base >= amount`.
    fn change(&mut self, place: Place, id: TermId, test: &ChangeTest) -> Condition {
        let (now, base) = (self.value(place, test.now), self.value(place, test.base));
        let amount = self.value(place, test.amount);
        let (from, to) = match test.direction {
            Direction::Falls => (&base, &now),
            Direction::Rises => (&now, &base),
        };
        let op = match test.bound {
            Bound::AtLeast => Comparison::AtLeast,
            Bound::AtMost => Comparison::AtMost,
            Bound::MoreThan => Comparison::Above,
            Bound::LessThan => Comparison::Below,
        };
        let change = cases::arithmetic(dabiao_syntax::Arithmetic::Subtract, from, to);
        let held = match test.relative {
            true => cases::arithmetic(dabiao_syntax::Arithmetic::Multiply, &amount, &base),
            false => Some(amount),
        };
        let condition = match (change, held) {
            (Some(change), Some(held)) => self.ordered(place, id, op, &change, &held),
            _ => self.unseen(place, id),
        };
        if test.relative { condition.under(&self.is_positive(&base)) } else { condition }
    }

    fn is_positive(&self, value: &Cases) -> super::claim::Form {
        let zero = Linear::constant(dabiao_model::Number::ZERO);
        let positive = |case: &Case| all([case.guard.clone(), compare(Comparison::Above, &case.over, &zero)]);
        super::claim::any(value.iter().map(positive))
    }

    /// A yearly change is a value of its own, which is not looked into, held against its rate.
    fn yearly(&mut self, place: Place, id: TermId, test: &YearlyTest) -> Condition {
        let (now, base) = (self.shape(place, test.now), self.shape(place, test.base));
        let what = format!("yearly change {:?} {:?} {:?}", test.since, test.time, place.seen);
        let shape = self.shapes.number(what, vec![now, base]);
        let change = Linear::variable(self.variables.opaque(shape, &Type::Percent, false));
        let change: Cases = [Case::of(change)].into();
        let rate = self.value(place, test.rate);
        self.ordered(place, id, test.op, &change, &rate)
    }
}
