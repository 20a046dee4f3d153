//! Every name of a plan's texts.

use std::collections::BTreeMap;
use std::sync::Arc;

use dabiao::Analysis;
use dabiao_model::{Source, Span, nfc};
use dabiao_syntax::{
    Adjustment, Expectation, Expr, Field, FieldValue, Given, Item, ItemKind, Key, Name, ScoreForm, Text, Tree,
};

use crate::expr::{names, table_of, unit};
use crate::symbol::{Due, Resolver};
use crate::{Mention, Role, Symbol};

/// The names of all texts of a plan, by the texts' names, each list in the order of its text.
#[derive(Debug, Default)]
pub(crate) struct Mentions(BTreeMap<String, Vec<Mention>>);

impl Mentions {
    pub(crate) fn of(analysis: &Analysis) -> Mentions {
        let ids = analysis.trees().flat_map(|tree| &tree.items).filter_map(|item| match &item.kind {
            ItemKind::Target { id: Some(id), .. } => Some(nfc(&id.text).into_owned()),
            _ => None,
        });
        let resolver = Resolver::new(analysis.checked(), ids.collect());
        let of_tree = |tree: &Arc<Tree>| {
            let mut reader = Reader { resolver: &resolver, source: &tree.source, found: Vec::new() };
            tree.items.iter().for_each(|item| reader.item(item));
            reader.found.sort_by_key(|mention| (mention.span, mention.role));
            (tree.source.name().to_string(), reader.found)
        };
        Mentions(analysis.trees().map(of_tree).collect())
    }

    /// The names of one text.
    pub(crate) fn of_text(&self, name: &str) -> &[Mention] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// The name at a place of a text; its end counts, since the cursor stands there after typing.
    pub(crate) fn at(&self, name: &str, offset: usize) -> Option<&Mention> {
        let is_at = |mention: &&Mention| {
            let range = mention.span.range();
            range.start <= offset && offset <= range.end
        };
        let found = || self.of_text(name).iter().filter(is_at);
        found().find(|mention| offset < mention.span.range().end).or_else(|| found().next())
    }

    /// All places of what a name means.
    pub(crate) fn with<'m>(&'m self, symbol: &'m Symbol) -> impl Iterator<Item = &'m Mention> {
        self.0.values().flatten().filter(move |mention| mention.symbol == *symbol)
    }

    /// All names.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Mention> {
        self.0.values().flatten()
    }
}

/// Reads the names of one tree.
struct Reader<'a> {
    resolver: &'a Resolver<'a>,
    source: &'a Arc<Source>,
    found: Vec<Mention>,
}

impl Reader<'_> {
    fn item(&mut self, item: &Item) {
        let canonical = |name: &Name| nfc(&name.text).into_owned();
        let mut table = None;
        let mut declared = None;
        match &item.kind {
            ItemKind::Syntax { .. } | ItemKind::Use { .. } | ItemKind::Section { .. } => {}
            ItemKind::Unmeasured { .. } | ItemKind::Test { .. } => {}
            ItemKind::Plan { id, .. } => self.add(Symbol::Plan(canonical(id)), id.span, Role::Declares),
            ItemKind::Organisation { id, titles } => {
                declared = Some(self.declare(Symbol::Organisation(canonical(id)), id, titles));
            }
            ItemKind::Metric { path, titles } => {
                declared = Some(self.declare(Symbol::Metric(canonical(path)), path, titles));
            }
            ItemKind::Table { name, titles } => {
                table = Some(&*name.text);
                self.declare(Symbol::Table(canonical(name)), name, titles);
            }
            ItemKind::Unit { name, definition, .. } => {
                declared = Some(self.declare(Symbol::Unit(canonical(name)), name, &[]));
                if let Some(quantity) = definition {
                    unit(quantity, &mut |name, due| self.name(name, due));
                }
            }
            ItemKind::Scale { name, levels } => {
                let scale = canonical(name);
                for level in levels {
                    let symbol = Symbol::Level(scale.clone(), canonical(level));
                    self.add(symbol, level.span, Role::Declares);
                }
                declared = Some(self.declare(Symbol::Scale(scale), name, &[]));
            }
            ItemKind::Assume { name, value } => {
                declared = Some(self.declare(Symbol::Assumption(canonical(name)), name, &[]));
                self.expr(value, Due::Value);
            }
            ItemKind::Target { id, condition } => {
                if let Some(id) = id {
                    self.add(Symbol::Target(canonical(id)), id.span, Role::Declares);
                }
                self.expr(condition, Due::Value);
            }
        }
        for field in &item.fields {
            self.field(field, table, declared.as_ref());
        }
    }

    /// A declaration with its titles, which are names too.
    fn declare(&mut self, symbol: Symbol, name: &Name, titles: &[Text]) -> Symbol {
        self.add(symbol.clone(), name.span, Role::Declares);
        for title in titles {
            self.add(symbol.clone(), title.span, Role::Titles);
        }
        symbol
    }

    fn field(&mut self, field: &Field, table: Option<&str>, declared: Option<&Symbol>) {
        match &field.value {
            FieldValue::Names(list) if field.key == Key::Also => {
                if let Some(symbol) = declared {
                    list.iter().for_each(|name| self.add(symbol.clone(), name.span, Role::Titles));
                }
            }
            FieldValue::Names(list) if matches!(field.key, Key::Owner | Key::With) => {
                list.iter().for_each(|name| self.name(name, Due::Organisation));
            }
            FieldValue::Names(_) => {}
            FieldValue::Expr(expr) => self.expr(expr, Due::Value),
            FieldValue::Type(ty) => {
                self.name(&ty.name, Due::Type);
                for end in ty.range.iter().flat_map(|(first, last)| [first, last]) {
                    self.expr(end, Due::Value);
                }
            }
            FieldValue::Quantity(quantity) => unit(quantity, &mut |name, due| self.name(name, due)),
            FieldValue::Columns(columns) => {
                for column in columns {
                    let symbol = table.and_then(|table| self.resolver.column(table, &column.name.text));
                    if let Some(symbol) = symbol {
                        self.add(symbol, column.name.span, Role::Declares);
                    }
                    self.name(&column.ty.name, Due::Type);
                }
            }
            FieldValue::Milestone(milestone) => self.expr(&milestone.condition, Due::Value),
            FieldValue::Score(score) => score.forms.iter().for_each(|form| self.score(form)),
            FieldValue::Adjustment(adjustment) => self.adjustment(adjustment),
            FieldValue::Given(list) => list.iter().for_each(|given| self.given(given)),
            FieldValue::Expect(list) => list.iter().for_each(|expected| match expected {
                Expectation::Verdict { target, .. } => self.expr(target, Due::Outcome),
                Expectation::Condition(_) => {}
            }),
            FieldValue::Texts(_)
            | FieldValue::Moment(_)
            | FieldValue::Periods(..)
            | FieldValue::Step(_)
            | FieldValue::YesNo(_)
            | FieldValue::Allow { .. }
            | FieldValue::Verdict(_)
            | FieldValue::Judge(_)
            | FieldValue::Confidence(_)
            | FieldValue::Track(_)
            | FieldValue::Grade(_) => {}
        }
    }

    fn given(&mut self, given: &Given) {
        match given {
            Given::Value { metric, value, .. } => {
                self.expr(metric, Due::Value);
                if let Some(value) = value {
                    self.expr(value, Due::Value);
                }
            }
            Given::Records { table, condition, .. } => {
                self.expr(table, Due::Table);
                if let (Some(condition), Some(name)) = (condition, innermost(table)) {
                    self.expr(condition, Due::Cell(&name.text));
                }
            }
            Given::AsOf(_) => {}
        }
    }

    fn score(&mut self, form: &ScoreForm) {
        match form {
            ScoreForm::Linear { from, to } => {
                self.expr(from, Due::Value);
                self.expr(to, Due::Value);
            }
            ScoreForm::Deduct { per, .. } => unit(per, &mut |name, due| self.name(name, due)),
            ScoreForm::Ladder(rungs) => {
                for from in rungs.iter().filter_map(|rung| rung.from.as_ref()) {
                    unit(from, &mut |name, due| self.name(name, due));
                }
            }
            ScoreForm::AllOrNothing | ScoreForm::Proportional => {}
        }
    }

    fn adjustment(&mut self, adjustment: &Adjustment) {
        let per = adjustment.per.as_ref().map(|(per, _)| per);
        for quantity in [per, adjustment.beyond.as_ref()].into_iter().flatten() {
            unit(quantity, &mut |name, due| self.name(name, due));
        }
        if let Some(when) = &adjustment.when {
            self.expr(when, Due::Value);
        }
    }

    fn expr(&mut self, expr: &Expr, due: Due<'_>) {
        names(expr, due, &mut |name, due| self.name(name, due));
    }

    fn name(&mut self, name: &Name, due: Due<'_>) {
        if due == Due::Table && name.text.contains('.') {
            return self.table_and_column(name);
        }
        if let Some(symbol) = self.resolver.resolve(due, &name.text) {
            return self.add(symbol, name.span, Role::Uses);
        }
        if matches!(due, Due::Unit | Due::Type) {
            self.parts_of_unit(name);
        }
    }

    /// `market_samples.amount`
    fn table_and_column(&mut self, name: &Name) {
        let table = table_of(name);
        let start = name.span.range().start;
        if self.source.slice(name.span) != &*name.text {
            return;
        }
        let dot = start.saturating_add(table.len());
        if let Some(symbol) = self.resolver.resolve(Due::Table, table) {
            self.add(symbol, Span::new(start, dot), Role::Uses);
        }
        let column = name.text.get(table.len().saturating_add(1)..).unwrap_or_default();
        if let Some(symbol) = self.resolver.column(table, column) {
            self.add(symbol, Span::new(dot.saturating_add(1), name.span.range().end), Role::Uses);
        }
    }

    /// The units of `tce/万元`.
    fn parts_of_unit(&mut self, name: &Name) {
        let mut at = name.span.range().start;
        for part in self.source.slice(name.span).split_inclusive(['/', '*', '·', '×', '^']) {
            let word = part.trim_end_matches(['/', '*', '·', '×', '^']);
            let lead = word.len().saturating_sub(word.trim_start().len());
            let start = at.saturating_add(lead);
            let word = word.trim();
            if let Some(symbol) = self.resolver.resolve(Due::Unit, word) {
                self.add(symbol, Span::new(start, start.saturating_add(word.len())), Role::Uses);
            }
            at = at.saturating_add(part.len());
        }
    }

    fn add(&mut self, symbol: Symbol, span: Span, role: Role) {
        self.found.push(Mention { symbol, source: Arc::clone(self.source), span, role });
    }
}

/// The name inside `market_samples of north in 2011`.
fn innermost(expr: &Expr) -> Option<&Name> {
    let mut found = None;
    names(expr, Due::Table, &mut |name, _| found = found.or(Some(name)));
    found
}
