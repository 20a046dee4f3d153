//! What changes of the declarations that targets rest on.

use std::collections::{HashMap, HashSet};

use dabiao_model::DeclarationChangeKind::{Added, Changed, Editorial, Removed};
use dabiao_model::{DeclarationChangeKind, DeclarationKind, DeclarationPart, Type, Value, Wording};

use super::uses::Uses;
use super::walk::Rests;
use super::{DeclaredChange, declared_scores, record_query};
use crate::plan::{Assumption, Metric, Organisation, Plan, Table, TableColumn, Unmeasured};
use crate::proof::{Prover, meaning};

/// Everything that changes, with the names by which targets rest on it.
#[derive(Debug, Default)]
pub(super) struct Declarations {
    changes: Vec<DeclaredChange>,
    /// Metrics whose records are asked otherwise, by path.
    asked: HashSet<String>,
}

impl Declarations {
    /// Holds the declarations of two versions against each other.
    pub(super) fn compare<'p>(old: &'p Plan, new: &'p Plan, shapes: &mut Prover<'p>) -> Declarations {
        let mut found = Declarations::default();
        declared_scores::plan(old, new, shapes, &mut found.changes);
        found.assumptions(old, new);
        for metric in &old.metrics {
            if let Some(after) = new.metric_id(&metric.path).and_then(|id| new.metric(id)) {
                found.metric((old, metric), (new, after), shapes);
            }
        }
        found.units(old, new);
        found.tables(old, new);
        found.organisations(old, new);
        found.unmeasured(old, new);
        found
    }

    pub(super) fn is_empty(&self) -> bool {
        self.changes.iter().all(|one| one.change == Editorial)
    }

    pub(super) fn changes_records(&self) -> bool {
        !self.asked.is_empty()
    }

    pub(super) fn asks_otherwise(&self, path: &str) -> bool {
        self.asked.contains(path)
    }

    /// By which of its terms a plan rests on what changes.
    pub(super) fn uses(&self, plan: &Plan) -> Uses {
        Uses::of_plan(plan, &self.changes)
    }

    /// The names of some of the changes, each once.
    pub(super) fn names(&self, changes: impl Iterator<Item = usize>) -> Vec<String> {
        let mut names: Vec<String> =
            changes.filter_map(|at| Some(self.changes.get(at)?.name.clone())).collect();
        names.dedup();
        names
    }

    /// The changes, each with the targets of the new version that rest on it.
    pub(super) fn told(&self, new: &Plan, uses: &Uses) -> Vec<DeclaredChange> {
        let mut changes = self.changes.clone();
        if self.is_empty() {
            return changes;
        }
        for target in &new.targets {
            for at in uses.of(&Rests::of_target(new, target)) {
                if let Some(change) = changes.get_mut(at) {
                    change.targets.push(target.id.clone());
                }
            }
        }
        changes
    }

    fn put(
        &mut self,
        kind: DeclarationKind,
        name: &str,
        change: DeclarationChangeKind,
        part: DeclarationPart,
        texts: (Option<Wording>, Option<Wording>),
    ) {
        let (old, new) = texts;
        let name = name.to_string();
        self.changes.push(DeclaredChange { kind, name, change, part, old, new, targets: Vec::new() });
    }

    fn assumptions(&mut self, old: &Plan, new: &Plan) {
        use DeclarationPart::{Text, Value as OfValue, Whole};
        let kind = DeclarationKind::Assumption;
        let known: HashSet<&str> = old.assumptions.iter().map(|one| one.name.as_str()).collect();
        let text = |one: &Assumption| Some(one.ty.wording(&one.value));
        let by_name: HashMap<&str, &Assumption> =
            new.assumptions.iter().map(|one| (one.name.as_str(), one)).collect();
        for before in old.assumptions.iter().filter(|one| !one.is_spare) {
            let Some(after) = by_name.get(before.name.as_str()) else {
                self.put(kind, &before.name, Removed, Whole, (text(before), None));
                continue;
            };
            if before.value != after.value || meaning(&before.ty) != meaning(&after.ty) {
                self.put(kind, &before.name, Changed, OfValue, (text(before), text(after)));
            }
            if before.because != after.because || before.origin != after.origin {
                let reason = |one: &Assumption| one.because.as_ref().map(Wording::from);
                self.put(kind, &before.name, Editorial, Text, (reason(before), reason(after)));
            }
        }
        for after in new.assumptions.iter().filter(|one| !one.is_spare && !known.contains(one.name.as_str()))
        {
            self.put(kind, &after.name, Added, Whole, (None, text(after)));
        }
    }

    fn metric<'p>(
        &mut self,
        old: (&'p Plan, &'p Metric),
        new: (&'p Plan, &'p Metric),
        shapes: &mut Prover<'p>,
    ) {
        use DeclarationPart::{Range, Records, Text, Type as OfType, Value as OfValue};
        let ((old, before), (new, after)) = (old, new);
        let (kind, path) = (DeclarationKind::Metric, after.path.as_str());
        if means(&before.ty) != means(&after.ty) {
            self.put(kind, path, Changed, OfType, (Some((&before.ty).into()), Some((&after.ty).into())));
        }
        if before.range != after.range {
            self.put(kind, path, Changed, Range, (range(before), range(after)));
        }
        let shapes = [(old, before), (new, after)]
            .map(|(plan, metric)| metric.value.map(|value| shapes.shape_of(plan, value)));
        let [shape_before, shape_after] = shapes;
        if shape_before != shape_after {
            let text = |plan: &Plan, metric: &Metric| {
                let value = metric.value.and_then(|value| plan.terms.get(value))?;
                Some(Wording::from(plan.text_at(value.at)))
            };
            self.put(kind, path, Changed, OfValue, (text(old, before), text(new, after)));
        }
        let [asked_before, asked_after] = [(old, before), (new, after)]
            .map(|(plan, metric)| metric.query.and_then(|query| plan.query(query)));
        let written = |plan, query: Option<_>| query.map(|query| record_query::written(plan, query));
        if written(old, asked_before) != written(new, asked_after) {
            self.asked.insert(path.to_string());
            let texts = (
                asked_before.map(|query| Wording::from(old.text_at(query.at))),
                asked_after.map(|query| Wording::from(new.text_at(query.at))),
            );
            self.put(kind, path, Changed, Records, texts);
        }
        if (&before.titles, &before.cite, &before.source) != (&after.titles, &after.cite, &after.source) {
            self.put(kind, path, Editorial, Text, (list(&before.titles), list(&after.titles)));
        }
    }

    fn units(&mut self, old: &Plan, new: &Plan) {
        for name in old.unit_origins.keys().filter(|name| new.unit_origins.contains_key(*name)) {
            let (Some(before), Some(after)) = (old.units.resolve(name), new.units.resolve(name)) else {
                continue;
            };
            let [is, was] = [&after, &before].map(|unit| format!("{} {}", unit.factor(), unit.dimension()));
            if is != was {
                self.put(
                    DeclarationKind::Unit,
                    name,
                    Changed,
                    DeclarationPart::Value,
                    (Some(was.into()), Some(is.into())),
                );
            }
        }
    }

    fn tables(&mut self, old: &Plan, new: &Plan) {
        let columns = |table: &Table| {
            let column = |one: &TableColumn| format!("{} {}", one.name, one.ty);
            table.columns.iter().map(column).collect::<Vec<_>>()
        };
        for before in &old.tables {
            let Some(after) = new.tables.iter().find(|table| table.name == before.name) else { continue };
            let facts = |table: &Table| -> Vec<String> {
                let fact = |one: &TableColumn| format!("{} {} {:?}", one.name, means(&one.ty), one.range);
                table.columns.iter().map(fact).collect()
            };
            if facts(before) != facts(after) {
                let texts = (list(&columns(before)), list(&columns(after)));
                self.put(DeclarationKind::Table, &after.name, Changed, DeclarationPart::Columns, texts);
            }
        }
    }

    fn organisations(&mut self, old: &Plan, new: &Plan) {
        let by_id: HashMap<&str, &Organisation> =
            new.organisations.iter().map(|one| (one.id.as_str(), one)).collect();
        for before in &old.organisations {
            let after = by_id.get(before.id.as_str());
            if let Some(after) = after.filter(|after| after.titles != before.titles) {
                let texts = (list(&before.titles), list(&after.titles));
                self.put(DeclarationKind::Organisation, &after.id, Editorial, DeclarationPart::Text, texts);
            }
        }
    }

    fn unmeasured(&mut self, old: &Plan, new: &Plan) {
        let kind = DeclarationKind::Unmeasured;
        let name = |titles: &[String]| titles.first().cloned().unwrap_or_default();
        let known: HashSet<&[String]> = old.unmeasured.iter().map(|one| &one.titles[..]).collect();
        let by_titles: HashMap<&[String], &Unmeasured> =
            new.unmeasured.iter().map(|one| (&one.titles[..], one)).collect();
        for before in &old.unmeasured {
            match by_titles.get(&before.titles[..]) {
                None => self.put(kind, &name(&before.titles), Removed, DeclarationPart::Whole, (None, None)),
                Some(after) if (&after.cite, &after.reason) != (&before.cite, &before.reason) => {
                    let text = |of: &Option<String>| of.as_ref().map(Wording::from);
                    let texts = (text(&before.reason), text(&after.reason));
                    self.put(kind, &name(&after.titles), Editorial, DeclarationPart::Text, texts);
                }
                Some(_) => {}
            }
        }
        for after in &new.unmeasured {
            if !known.contains(&after.titles[..]) {
                self.put(kind, &name(&after.titles), Added, DeclarationPart::Whole, (None, None));
            }
        }
    }
}

/// What values of a type mean, and how a bare number in the data is read.
fn means(ty: &Type) -> String {
    match ty {
        Type::Quantity(unit) => format!("{} {}", meaning(ty), unit.factor()),
        _ => meaning(ty),
    }
}

fn range(metric: &Metric) -> Option<Wording> {
    let (first, last) = metric.range.as_ref()?;
    let show = |value: &Value| metric.ty.wording(value);
    Some(Wording::about("value-range", "first", show(first)).with("last", show(last)))
}

fn list(of: &[String]) -> Option<Wording> {
    (!of.is_empty()).then(|| Wording::list(of))
}
