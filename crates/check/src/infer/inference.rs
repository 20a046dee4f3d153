//! One round of letting uses tell types.

use dabiao_model::Type;
use dabiao_syntax::{Arithmetic, Expr, ExprKind, Name, Quantity, Suffix};

use crate::checker::Checker;
use crate::lower::{answer_type, result_type};
use crate::{declare, parts};

/// One round over all expressions.
pub(super) struct Inference<'c, 't> {
    pub(super) checker: &'c mut Checker<'t>,
    /// Whether the round has told a type.
    pub(super) changed: bool,
}

impl Inference<'_, '_> {
    /// What a metric is computed from has to give the type that the metric declares.
    pub(super) fn derived(&mut self) {
        let declared: Vec<(&Expr, Type)> = self
            .checker
            .derived
            .iter()
            .filter_map(|(id, (_, expr))| {
                Some((*expr, self.checker.metric_types.get(id.index()).cloned().flatten()?))
            })
            .collect();
        for (expr, ty) in declared {
            self.expect(expr, &ty);
        }
    }

    /// Lets the parts of an expression tell one another's types.
    pub(super) fn visit(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Compare { left, right, .. } => self.alike(left, right),
            ExprKind::InRange { value, first, last } => {
                self.alike(value, first);
                self.alike(value, last);
            }
            ExprKind::InSet { value, members } => members.iter().for_each(|member| self.alike(value, member)),
            ExprKind::Not(only) => self.expect(only, &Type::YesNo),
            ExprKind::All(parts) | ExprKind::Any(parts) | ExprKind::AtLeast { of: parts, .. } => {
                parts.iter().for_each(|part| self.expect(part, &Type::YesNo));
            }
            ExprKind::If { condition, then, otherwise } => {
                self.expect(condition, &Type::YesNo);
                self.alike(then, otherwise);
            }
            ExprKind::Arithmetic { op: Arithmetic::Add | Arithmetic::Subtract, left, right } => {
                self.alike(left, right);
            }
            ExprKind::Change { value, amount, .. } => match self.guess(amount) {
                Some(Type::Points) => self.expect(value, &Type::Percent),
                Some(Type::Percent) | None => {}
                Some(other) => self.expect(value, &other),
            },
            _ => {}
        }
        parts::each(expr, &mut |part| self.visit(part));
    }

    fn alike(&mut self, left: &Expr, right: &Expr) {
        if let Some(ty) = self.guess(left) {
            self.expect(right, &ty);
        }
        if let Some(ty) = self.guess(right) {
            self.expect(left, &ty);
        }
    }

    /// Passes a type down to the metrics that it tells the type of.
    pub(super) fn expect(&mut self, expr: &Expr, ty: &Type) {
        match &expr.kind {
            ExprKind::Name(name) => self.learn(name, ty),
            ExprKind::Negate(value)
            | ExprKind::Round { value, .. }
            | ExprKind::Of { value, .. }
            | ExprKind::In { value, .. }
            | ExprKind::Last { value, .. }
            | ExprKind::OverPlaces { value, .. }
            | ExprKind::OverTime { value, .. } => self.expect(value, ty),
            ExprKind::Call { args, .. } => args.iter().for_each(|arg| self.expect(arg, ty)),
            ExprKind::If { then, otherwise, .. } => {
                self.expect(then, ty);
                self.expect(otherwise, ty);
            }
            ExprKind::Arithmetic { op, left, right } => self.expect_operands(*op, left, right, ty),
            _ => {}
        }
    }

    fn expect_operands(&mut self, op: Arithmetic, left: &Expr, right: &Expr, ty: &Type) {
        let is_number = |one: Option<Type>| matches!(one, Some(Type::Number));
        match op {
            Arithmetic::Subtract if *ty == Type::Points => {
                self.expect(left, &Type::Percent);
                self.expect(right, &Type::Percent);
            }
            Arithmetic::Add | Arithmetic::Subtract => {
                self.expect(left, ty);
                self.expect(right, ty);
            }
            Arithmetic::Multiply if is_number(self.guess(right)) => self.expect(left, ty),
            Arithmetic::Multiply if is_number(self.guess(left)) => self.expect(right, ty),
            Arithmetic::Divide if is_number(self.guess(right)) => self.expect(left, ty),
            Arithmetic::Multiply | Arithmetic::Divide => {}
        }
    }

    fn learn(&mut self, name: &Name, ty: &Type) {
        let Some(id) = self.checker.plan.metric_id(&name.text) else { return };
        let open = self.checker.metric_types.get(id.index()).is_some_and(Option::is_none);
        if open && !self.checker.derived.contains_key(&id) {
            let plain = if *ty == Type::Ratio { Type::Number } else { ty.clone() };
            declare::set_type(self.checker, id, plain);
            self.changed = true;
        }
    }

    /// The type of an expression as far as it is known; the literal zero has every unit and tells none.
    pub(super) fn guess(&self, expr: &Expr) -> Option<Type> {
        match &expr.kind {
            ExprKind::Quantity(quantity) => self.guess_quantity(quantity),
            ExprKind::YesNo(_) => Some(Type::YesNo),
            ExprKind::Text(text) => match self.checker.plan.metric_id(&text.text) {
                Some(id) => self.checker.metric_types.get(id.index()).cloned().flatten(),
                None => Some(Type::Text),
            },
            ExprKind::Moment(moment) if moment.period.step() == dabiao_model::Step::Day => Some(Type::Date),
            ExprKind::Moment(_) => Some(Type::Period),
            ExprKind::Name(name) => self.guess_name(name),
            ExprKind::Negate(value)
            | ExprKind::Round { value, .. }
            | ExprKind::Of { value, .. }
            | ExprKind::In { value, .. }
            | ExprKind::Last { value, .. }
            | ExprKind::OverPlaces { value, .. }
            | ExprKind::OverTime { value, .. } => self.guess(value),
            ExprKind::Call { args, .. } => args.iter().find_map(|arg| self.guess(arg)),
            ExprKind::If { then, otherwise, .. } => self.guess(then).or_else(|| self.guess(otherwise)),
            ExprKind::Arithmetic { op, left, right } => {
                result_type(*op, &self.guess(left)?, &self.guess(right)?)
            }
            ExprKind::YearlyChange { .. } => Some(Type::Percent),
            ExprKind::Records { function, table, .. } => answer_type(self.checker, *function, &table.text),
            ExprKind::Subject => None,
            ExprKind::Not(_)
            | ExprKind::Compare { .. }
            | ExprKind::InRange { .. }
            | ExprKind::InSet { .. }
            | ExprKind::All(_)
            | ExprKind::Any(_)
            | ExprKind::AtLeast { .. }
            | ExprKind::Change { .. }
            | ExprKind::Trend { .. }
            | ExprKind::Every { .. } => Some(Type::YesNo),
        }
    }

    fn guess_quantity(&self, quantity: &Quantity) -> Option<Type> {
        match &quantity.suffix {
            Suffix::None if quantity.number.is_zero() => None,
            Suffix::None => Some(Type::Number),
            Suffix::Percent => Some(Type::Percent),
            Suffix::Points => Some(Type::Points),
            Suffix::Unit(name) => {
                let unit = self.checker.plan.units.parse(&name.text)?;
                Some(Type::Quantity(std::sync::Arc::new(unit)))
            }
        }
    }

    fn guess_name(&self, name: &Name) -> Option<Type> {
        if let Some(id) = self.checker.plan.metric_id(&name.text) {
            return self.checker.metric_types.get(id.index()).cloned().flatten();
        }
        if let Some(id) = self.checker.assumption_names.get(name.text.as_ref()) {
            return self.checker.plan.assumption(*id).map(|assumption| assumption.ty.clone());
        }
        let scales = &self.checker.plan.scales;
        scales
            .iter()
            .find(|scale| scale.index(&name.text).is_some())
            .map(|scale| Type::Level(std::sync::Arc::clone(scale)))
    }
}
