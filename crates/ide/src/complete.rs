//! What can be written at a place.

mod place;

use std::collections::BTreeSet;
use std::path::Path;

use dabiao_check::Plan;
use dabiao_grammar::{Role, keywords};
use dabiao_model::{Language, Span};
use dabiao_syntax::{FieldValue, Key, Tree};

use crate::View;
use crate::hover::summary;
use crate::words::spelling;
use place::{DueHere, Place, word_at_end};

/// Something that can be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// What is shown, and written in the place of the span.
    pub label: String,
    /// What it is.
    pub kind: CompletionKind,
    /// Its title and unit, or its spelling in the other language.
    pub detail: Option<String>,
    /// What typed letters are compared with: the name and its titles.
    pub filter: String,
    /// The word that was begun.
    pub span: Span,
}

/// The kinds of what can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum CompletionKind {
    Keyword,
    Field,
    Metric,
    Target,
    Assumption,
    Organisation,
    Unit,
    Scale,
    Level,
    Table,
    Clause,
    File,
}

/// What can be written at a place: keywords in the file's own language, and the names that fit there.
#[must_use]
pub fn complete(view: &View, path: &Path, offset: usize, reader: Language) -> Vec<Completion> {
    let Some(tree) = view.tree(path) else { return Vec::new() };
    let text = tree.source.text();
    let before = text.get(..offset).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let place = Place::of(before, line);
    let begun = match place.quote {
        Some(at) => line.get(at..).unwrap_or_default(),
        None => word_at_end(line),
    };
    let span = Span::new(offset.saturating_sub(begun.len()), offset);
    let home = dabiao_format::surface_of(tree);
    let mut list = List { plan: view.analysis().checked(), reader, home, span, found: Vec::new() };
    match place.due {
        DueHere::Nothing => {}
        DueHere::Item => {
            list.keywords(&[Role::Item], CompletionKind::Keyword);
            list.metrics();
        }
        DueHere::FieldKey => list.fields(),
        DueHere::Organisation => list.organisations(),
        DueHere::Type => list.types(),
        DueHere::Clause => list.clauses(view, place.quote.is_some()),
        DueHere::File => list.files(view),
        DueHere::Word => list.keywords(&[Role::Value, Role::Step, Role::Literal], CompletionKind::Keyword),
        DueHere::Outcome => {
            list.targets();
            list.metrics();
            list.keywords(&[Role::Verdict, Role::Flag], CompletionKind::Keyword);
        }
        DueHere::Value => list.values(),
    }
    list.found
}

struct List<'p> {
    plan: &'p Plan,
    reader: Language,
    home: Language,
    span: Span,
    found: Vec<Completion>,
}

impl List<'_> {
    fn add(&mut self, label: &str, kind: CompletionKind, detail: Option<String>, titles: &[String]) {
        let filter =
            std::iter::once(label).chain(titles.iter().map(String::as_str)).collect::<Vec<_>>().join(" ");
        self.found.push(Completion { label: label.to_string(), kind, detail, filter, span: self.span });
    }

    fn keywords(&mut self, roles: &[Role], kind: CompletionKind) {
        let other = match self.home {
            Language::English => Language::Chinese,
            Language::Chinese => Language::English,
        };
        let mut seen = BTreeSet::new();
        for keyword in keywords().iter().filter(|keyword| roles.contains(&keyword.role)) {
            let own = match self.home {
                Language::English => keyword.english.first(),
                Language::Chinese => keyword.chinese.first(),
            };
            let Some(word) = own.filter(|word| word.starts_with(char::is_alphabetic)) else { continue };
            if seen.insert(*word) {
                let detail = spelling(keyword, other).filter(|spelt| spelt != word).map(str::to_string);
                self.add(word, kind, detail.clone(), detail.as_slice());
            }
        }
    }

    fn fields(&mut self) {
        let first = self.found.len();
        self.keywords(&[Role::Field], CompletionKind::Field);
        let colon = if self.home == Language::Chinese { "：" } else { ": " };
        self.found.iter_mut().skip(first).for_each(|one| one.label.push_str(colon));
    }

    fn values(&mut self) {
        self.metrics();
        let plan = self.plan;
        for one in plan.assumptions.iter().filter(|one| !one.is_spare) {
            let value = one.ty.wording(&one.value).text(self.reader).into_owned();
            self.add(&one.name, CompletionKind::Assumption, Some(value), &one.origin.titles);
        }
        for scale in &plan.scales {
            for level in scale.levels() {
                self.add(level, CompletionKind::Level, Some(scale.name().to_string()), &[]);
            }
        }
        for table in &plan.tables {
            let title = self.reader.pick(&table.titles).map(str::to_string);
            self.add(&table.name, CompletionKind::Table, title, &table.titles);
        }
        let roles = [
            Role::Operator,
            Role::Prefix,
            Role::Suffix,
            Role::Bound,
            Role::Form,
            Role::Word,
            Role::Literal,
            Role::Step,
        ];
        self.keywords(&roles, CompletionKind::Keyword);
    }

    fn metrics(&mut self) {
        for metric in &self.plan.metrics {
            self.add(
                &metric.path,
                CompletionKind::Metric,
                Some(summary(metric, self.reader)),
                &metric.titles,
            );
        }
    }

    fn targets(&mut self) {
        let plan = self.plan;
        for target in plan.targets.iter().filter(|target| plan.metric_id(&target.id).is_none()) {
            let title = self.reader.pick(&target.titles).map(str::to_string);
            self.add(&target.id, CompletionKind::Target, title, &target.titles);
        }
    }

    fn organisations(&mut self) {
        for one in &self.plan.organisations {
            let title = self.reader.pick(&one.titles).map(str::to_string);
            self.add(&one.id, CompletionKind::Organisation, title, &one.titles);
        }
    }

    fn types(&mut self) {
        self.keywords(&[Role::Type], CompletionKind::Keyword);
        for scale in &self.plan.scales {
            let levels = scale.levels().join(" < ");
            self.add(scale.name(), CompletionKind::Scale, Some(levels), &scale.origin().titles);
        }
        let names: BTreeSet<&str> = self.plan.units.names().collect();
        for name in names {
            let symbol = self.plan.units.resolve(name).map(|unit| unit.symbol().to_string());
            self.add(name, CompletionKind::Unit, symbol.clone(), symbol.as_slice());
        }
    }

    /// The clauses that the plan cites.
    fn clauses(&mut self, view: &View, is_quoted: bool) {
        let own = view.analysis().trees().filter(|tree| !tree.source.is_shipped());
        let clauses: BTreeSet<&str> = own.flat_map(|tree| cited(tree)).collect();
        for clause in clauses {
            let label = match (is_quoted, self.home) {
                (true, _) => clause.to_string(),
                (false, Language::English) => format!("\"{clause}\""),
                (false, Language::Chinese) => format!("「{clause}」"),
            };
            self.add(&label, CompletionKind::Clause, None, &[]);
        }
    }

    fn files(&mut self, view: &View) {
        for shipped in dabiao_rules::SHIPPED {
            self.add(shipped.path, CompletionKind::File, None, &[]);
        }
        for tree in view.analysis().trees().filter(|tree| !tree.source.is_shipped()) {
            let path = Path::new(tree.source.name()).strip_prefix(view.folder());
            if let Ok(path) = path {
                let written = path.components().map(|part| part.as_os_str().to_string_lossy());
                self.add(&written.collect::<Vec<_>>().join("/"), CompletionKind::File, None, &[]);
            }
        }
    }
}

fn cited(tree: &Tree) -> impl Iterator<Item = &str> {
    let fields = tree.items.iter().flat_map(|item| &item.fields).filter(|field| field.key == Key::Cite);
    fields.flat_map(|field| match &field.value {
        FieldValue::Texts(texts) => texts.iter().map(|text| &*text.text).collect::<Vec<_>>(),
        _ => Vec::new(),
    })
}
