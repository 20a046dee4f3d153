//! Types of metrics that no rule declares, told by how they are used.

use std::collections::HashSet;

use dabiao_model::{Code, Type};
use dabiao_syntax::{Arithmetic, Expr, ExprKind, FieldValue, Item, ItemKind, Key, Name, Quantity, Suffix};

use crate::allowance;
use crate::checker::Checker;
use crate::declare::{self, Items};
use crate::lower::result_type;
use crate::plan::{At, SourceId};

/// Adds the metrics that rules use and none declares, and finds the type of each metric that has none.
///
/// A name close to a declared one is left out: the rule that uses it reports it as unknown. What no use tells is
/// a plain number.
pub(crate) fn undeclared_metrics<'t>(checker: &mut Checker<'t>, items: Items<'_, 't>) {
    let conditions = conditions(items);
    let declared = checker.plan.metrics.len();
    for condition in &conditions {
        add_names(checker, condition.source, condition.expr);
    }
    // Each round may tell a type that tells another one in the next; a round that tells none is the last.
    loop {
        let mut inference = Inference { checker, changed: false };
        inference.derived();
        for condition in &conditions {
            if condition.is_condition {
                inference.expect(condition.expr, &Type::YesNo);
            }
            inference.visit(condition.expr);
        }
        if !inference.changed {
            break;
        }
    }
    settle(checker, declared, items);
}

/// The direct parts of an expression, in the order of the text.
pub(crate) fn parts(expr: &Expr) -> Vec<&Expr> {
    match &expr.kind {
        ExprKind::Quantity(_)
        | ExprKind::YesNo(_)
        | ExprKind::Text(_)
        | ExprKind::Moment(_)
        | ExprKind::Name(_)
        | ExprKind::Subject
        // What stands inside these speaks of columns, not of metrics.
        | ExprKind::Records { .. }
        | ExprKind::Every { .. } => Vec::new(),
        ExprKind::Negate(only) | ExprKind::Not(only) => vec![only],
        ExprKind::Arithmetic { left, right, .. } | ExprKind::Compare { left, right, .. } => vec![left, right],
        ExprKind::InRange { value, first, last } => vec![value, first, last],
        ExprKind::InSet { value, members } => std::iter::once(&**value).chain(members).collect(),
        ExprKind::All(parts) | ExprKind::Any(parts) | ExprKind::AtLeast { of: parts, .. } => parts.iter().collect(),
        ExprKind::Call { args, .. } => args.iter().collect(),
        ExprKind::If { condition, then, otherwise } => vec![condition, then, otherwise],
        ExprKind::Change { value, amount, .. } => vec![value, amount],
        ExprKind::Round { value, .. }
        | ExprKind::Trend { value, .. }
        | ExprKind::Of { value, .. }
        | ExprKind::In { value, .. }
        | ExprKind::Last { value, .. }
        | ExprKind::YearlyChange { value, .. }
        | ExprKind::OverPlaces { value, .. }
        | ExprKind::OverTime { value, .. } => vec![value],
    }
}

/// An expression of the rules, and whether it must be a condition.
struct Use<'t> {
    source: SourceId,
    expr: &'t Expr,
    is_condition: bool,
}

fn conditions<'t>(items: Items<'_, 't>) -> Vec<Use<'t>> {
    let mut found = Vec::new();
    for (source, item) in items {
        let item: &'t Item = item;
        let mut keep = |expr: &'t Expr, is_condition| found.push(Use { source: *source, expr, is_condition });
        if let ItemKind::Target { condition, .. } = &item.kind {
            keep(condition, true);
        }
        for field in &item.fields {
            match (&field.value, field.key) {
                (FieldValue::Expr(expr), Key::When | Key::Warn) => keep(expr, true),
                (FieldValue::Expr(expr), Key::Value) => keep(expr, false),
                (FieldValue::Milestone(milestone), _) => keep(&milestone.condition, true),
                _ => {}
            }
        }
    }
    found
}

/// Adds every name of an expression that can only be a metric.
fn add_names(checker: &mut Checker<'_>, source: SourceId, expr: &Expr) {
    if let ExprKind::Name(name) = &expr.kind {
        if !is_known(checker, name) && !resembles_declared(checker, name) {
            let hint = checker.hints.get(name.text.as_ref()).cloned();
            declare::add_undeclared(checker, source, name, hint);
        }
        return;
    }
    if let ExprKind::Compare { left, right, .. } = &expr.kind {
        // Beside a level stands a level: an unknown word there is a mistyped one.
        let inference = Inference { checker, changed: false };
        let beside_level = |one: &Expr, other: &Expr| {
            matches!(inference.guess(one), Some(Type::Level(_))) && is_single_word(other)
        };
        if beside_level(left, right) || beside_level(right, left) {
            let side = if is_single_word(right) { left } else { right };
            add_names(checker, source, side);
            return;
        }
    }
    for part in parts(expr) {
        add_names(checker, source, part);
    }
}

fn is_known(checker: &Checker<'_>, name: &Name) -> bool {
    checker.plan.metric_id(&name.text).is_some()
        || checker.is_lost(&name.text)
        || checker.assumption_names.contains_key(name.text.as_ref())
        || checker.plan.scales.iter().any(|scale| scale.index(&name.text).is_some())
}

/// Whether a name is most likely a declared one, mistyped.
fn resembles_declared(checker: &Checker<'_>, name: &Name) -> bool {
    let declared = checker.plan.metrics.iter().filter(|metric| metric.declared);
    let paths = declared.clone().map(|metric| metric.path.as_str());
    let titles = declared.flat_map(|metric| metric.titles.iter().map(String::as_str));
    let assumptions = checker.plan.assumptions.iter().map(|assumption| assumption.name.as_str());
    let similar = dabiao_model::similar(&name.text, paths.chain(titles).chain(assumptions));
    similar.is_some_and(|similar| is_slip(&name.text, similar))
}

/// Whether two similar names differ in segments that are long enough to mistype: `a.rate` and `b.rate` are two
/// metrics, `market.pass_rate` and `markt.pass_rate` are one.
fn is_slip(name: &str, similar: &str) -> bool {
    const SHORT: usize = 3;
    let mut pairs = name.split('.').zip(similar.split('.'));
    let is_long = |segment: &str| segment.chars().count() > SHORT;
    name.split('.').count() != similar.split('.').count()
        || pairs.all(|(one, other)| one == other || !one.is_ascii() || is_long(one) || is_long(other))
}

fn is_single_word(expr: &Expr) -> bool {
    matches!(&expr.kind, ExprKind::Name(name) if !name.text.contains('.'))
}

/// Gives what is still open its type, and says which metrics were inferred where the rules declare others.
fn settle(checker: &mut Checker<'_>, declared: usize, items: Items<'_, '_>) {
    let derived: HashSet<_> = checker.derived.keys().copied().collect();
    for index in 0..checker.plan.metrics.len() {
        let id = crate::plan::MetricId::new(index);
        let open = checker.metric_types.get(index).is_some_and(Option::is_none);
        if open && !derived.contains(&id) {
            declare::set_type(checker, id, Type::Number);
        }
        let Some(metric) = checker.plan.metrics.get(index) else { continue };
        if index >= declared && checker.declares_metrics {
            let (path, ty, at) = (metric.path.clone(), metric.ty.clone(), metric.at);
            let warning = checker.fault(Code::UndeclaredMetric, at.source, at.span);
            let item = item_around(items, at);
            allowance::warn(checker, item, warning.with("name", path).with("type", ty));
        }
    }
}

/// The head of the item that a place stands in.
fn item_around(items: Items<'_, '_>, at: At) -> At {
    let before =
        |(source, item): &&(SourceId, &Item)| *source == at.source && item.head.start <= at.span.start;
    let item = items.iter().rev().find(before);
    item.map_or(at, |(source, item)| At { source: *source, span: item.head })
}

/// One round over all expressions.
struct Inference<'c, 't> {
    checker: &'c mut Checker<'t>,
    changed: bool,
}

impl Inference<'_, '_> {
    /// What a metric is computed from has to give the type that the metric declares.
    fn derived(&mut self) {
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
    fn visit(&mut self, expr: &Expr) {
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
        parts(expr).into_iter().for_each(|part| self.visit(part));
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
    fn expect(&mut self, expr: &Expr, ty: &Type) {
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
    fn guess(&self, expr: &Expr) -> Option<Type> {
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
            ExprKind::Records { .. } | ExprKind::Subject => None,
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
