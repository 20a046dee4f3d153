//! `test` items.

mod outcome;

use dabiao_model::{Code, Number, Period, Type};
use dabiao_syntax::{
    Arithmetic, Comparison, Expectation, Expr, ExprKind, FieldValue, Item, ItemKind, Key, Name, Suffix,
};

use super::Items;
use crate::checker::Checker;
use crate::fields::Fields;
use crate::lower;
use crate::plan::{At, Expected, Given, GivenRecords, SourceId, Test};

/// Reads the tests, whose names are those of metrics and targets that are known by now.
pub(crate) fn tests(checker: &mut Checker<'_>, items: Items<'_, '_>) {
    for (source, item) in items {
        let ItemKind::Test { title } = &item.kind else { continue };
        let at = At { source: *source, span: item.head };
        let mut test = Test {
            title: title.text.to_string(),
            as_of: None,
            given: Vec::new(),
            records: Vec::new(),
            expected: Vec::new(),
            scores: Vec::new(),
            at,
        };
        read(checker, *source, item, &mut test);
        checker.plan.tests.push(test);
    }
}

fn read(checker: &mut Checker<'_>, source: SourceId, item: &Item, test: &mut Test) {
    let fields = Fields(&item.fields);
    for given in fields.all(Key::Given).filter_map(|field| match &field.value {
        FieldValue::Given(given) => Some(given),
        _ => None,
    }) {
        for one in given {
            match one {
                dabiao_syntax::Given::AsOf(moment) => test.as_of = Some(moment.period.end()),
                dabiao_syntax::Given::Records { count, table, condition, span } => {
                    let at = At { source, span: *span };
                    test.records.extend(read_records(checker, at, *count, table, condition.as_ref()));
                }
                dabiao_syntax::Given::Value { metric, value, span } => {
                    let at = At { source, span: *span };
                    test.given.extend(read_given(checker, at, metric, value.as_ref()));
                }
            }
        }
    }
    for expected in fields.all(Key::Expect).filter_map(|field| match &field.value {
        FieldValue::Expect(expected) => Some(expected),
        _ => None,
    }) {
        for one in expected {
            if let Some(expectation) = outcome::written(checker, one) {
                test.scores.extend(outcome::read(checker, source, expectation));
            } else {
                test.expected.extend(read_expected(checker, source, one));
            }
        }
    }
    if fields.all(Key::Expect).next().is_none() {
        let fault = checker.fault(Code::MissingField, source, item.head).variant("test");
        checker.report(fault);
    }
}

fn read_given(checker: &mut Checker<'_>, at: At, metric: &Expr, value: Option<&Expr>) -> Option<Given> {
    let subject = subject(checker, at.source, metric)?;
    let Some(id) = lower::metric_of(checker, &subject.name.text) else {
        if !checker.is_lost(&subject.name.text) {
            lower::unknown(checker, at.source, &subject.name);
        }
        return None;
    };
    if checker.derived.contains_key(&id) {
        let fault = checker.fault(Code::NotAMetric, at.source, metric.span).variant("computed");
        checker.report(fault.with("metric", &subject.name.text));
        return None;
    }
    let ty = checker.plan.metric(id).map(|metric| metric.ty.clone())?;
    let counts = value.filter(|_| ty == Type::Percent).and_then(counts);
    let value = match value {
        Some(value) => Some(lower::constant_of(checker, at.source, value, &ty)?),
        None => None,
    };
    Some(Given { metric: id, entity: subject.entity, period: subject.period, value, counts, at })
}

/// `437 market_samples of north in 2011 where outcome = "pass"`
fn read_records(
    checker: &mut Checker<'_>,
    at: At,
    count: u32,
    table: &Expr,
    condition: Option<&Expr>,
) -> Option<GivenRecords> {
    let subject = subject(checker, at.source, table)?;
    let table = lower::table_of(checker, at.source, &subject.name.text, subject.name.span)?;
    let mut values = Vec::new();
    let mut parts: Vec<&Expr> = condition.into_iter().collect();
    while let Some(part) = parts.pop() {
        match &part.kind {
            ExprKind::All(all) => parts.extend(all.iter().rev()),
            ExprKind::Compare { op: Comparison::Equal, left, right } => {
                values.push(lower::cell(checker, at.source, table, (left, right))?);
            }
            _ => {
                let fault = checker.fault(Code::NotOfARecord, at.source, part.span).variant("given");
                checker.report(fault);
                return None;
            }
        }
    }
    let Subject { entity, period, .. } = subject;
    Some(GivenRecords { table, count, entity, period, values, at })
}

/// The counts of a share that is written as `462/500`.
fn counts(value: &Expr) -> Option<(Number, Number)> {
    let ExprKind::Arithmetic { op: Arithmetic::Divide, left, right } = &value.kind else { return None };
    let count = |side: &Expr| match &side.kind {
        ExprKind::Quantity(quantity) if quantity.suffix == Suffix::None => Some(quantity.number.clone()),
        _ => None,
    };
    Some((count(left)?, count(right)?))
}

fn read_expected(checker: &mut Checker<'_>, source: SourceId, one: &Expectation) -> Option<Expected> {
    let (target, verdict, flags, span) = match one {
        Expectation::Verdict { target, verdict, flags, span } => (target, *verdict, flags.clone(), *span),
        // Conditions are read as outcomes.
        Expectation::Condition(_) => return None,
    };
    let subject = subject(checker, source, target)?;
    let id = subject.name.text.as_ref();
    if checker.plan.target(id).is_none() {
        if checker.is_lost(id) {
            return None;
        }
        let ids = checker.plan.targets.iter().map(|target| target.id.as_str());
        let similar = dabiao_model::similar(id, ids).map(str::to_string);
        let fault = checker.fault(Code::UnknownName, source, subject.name.span).with("name", id);
        let fault = match similar {
            Some(similar) => {
                fault.variant("similar").with("similar", &similar).fix(subject.name.span, similar)
            }
            None => fault.variant("target"),
        };
        checker.report(fault);
        return None;
    }
    let (entity, period) = (subject.entity, subject.period);
    Some(Expected { target: id.to_string(), entity, period, verdict, flags, at: At { source, span } })
}

/// A metric or target with the place and the period that are named behind it.
struct Subject {
    name: Name,
    entity: Option<String>,
    period: Option<Period>,
}

fn subject(checker: &mut Checker<'_>, source: SourceId, expr: &Expr) -> Option<Subject> {
    let (mut entity, mut period) = (None, None);
    let mut here = expr;
    loop {
        here = match &here.kind {
            ExprKind::Name(name) => return Some(Subject { name: name.clone(), entity, period }),
            ExprKind::Text(text) => {
                let name = Name { text: text.text.clone(), span: text.span };
                return Some(Subject { name, entity, period });
            }
            ExprKind::Of { value, place } if entity.is_none() => {
                entity = Some(place.text.to_string());
                value
            }
            ExprKind::In { value, period: written } if period.is_none() => {
                period = Some(written.period);
                value
            }
            _ => {
                let fault = checker.fault(Code::NotAMetric, source, expr.span).variant("one-place");
                checker.report(fault);
                return None;
            }
        };
    }
}
