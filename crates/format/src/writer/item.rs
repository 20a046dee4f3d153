//! Items: their first lines, then their fields.

use dabiao_grammar::Role;
use dabiao_model::Source;
use dabiao_syntax::{Expr, Item, ItemKind, Name, Text};
use unicode_width::UnicodeWidthStr;

use super::{Line, Writer, key};
use crate::flow::Break;
use crate::surface::{Surface, begins_item, is_bare};

/// Columns before a field.
const INDENT: usize = 2;

/// The item's first line, then a line for each field.
pub(crate) fn item(item: &Item, source: &Source, surface: Surface) -> Vec<Line> {
    let mut writer = Writer::new(source, surface, INDENT, INDENT.saturating_mul(2));
    writer.head(item);
    let mut lines = vec![Line { pieces: writer.pieces, span: item.head, is_field: false }];
    let name = |key| surface.word(Role::Field, key::meaning(key));
    let widest = item.fields.iter().map(|field| name(field.key).width()).max().unwrap_or(0);
    let (colon, gap) = surface.pick((":", 1), ("：", 0));
    let column = INDENT.saturating_add(widest).saturating_add(colon.width()).saturating_add(gap);
    for field in &item.fields {
        let name = name(field.key);
        let mut writer = Writer::new(source, surface, column, column);
        let pad = widest.saturating_sub(name.width()).saturating_add(gap);
        writer.word(format!("{:INDENT$}{name}{colon}{:pad$}", "", ""));
        writer.value(field);
        lines.push(Line { pieces: writer.pieces, span: field.span, is_field: true });
    }
    lines
}

impl Writer<'_> {
    /// The first line of an item.
    fn head(&mut self, item: &Item) {
        match &item.kind {
            ItemKind::Syntax { version } => {
                self.begin("syntax");
                self.quantity(version);
            }
            ItemKind::Use { path } => {
                self.begin("use");
                self.text(path);
            }
            ItemKind::Plan { id, titles } => self.titled("plan", id, titles),
            ItemKind::Organisation { id, titles } => self.titled("organisation", id, titles),
            ItemKind::Metric { path, titles } => self.titled("metric", path, titles),
            ItemKind::Table { name, titles } => self.titled("table", name, titles),
            ItemKind::Unit { name, symbol, definition } => {
                self.titled("unit", name, symbol.as_slice());
                if let Some(definition) = definition {
                    self.assign();
                    self.quantity(definition);
                }
            }
            ItemKind::Scale { name, levels } => {
                self.begin("scale");
                self.name(name);
                self.colon();
                for (index, level) in levels.iter().enumerate() {
                    if index > 0 {
                        self.word(" ");
                        self.mark("<", "＜");
                        self.blank(Break::OUTERMOST);
                    }
                    self.name(level);
                }
            }
            ItemKind::Assume { name, value } => {
                self.begin("assume");
                self.name(name);
                self.assign();
                self.expr(value, Break::OUTERMOST);
            }
            ItemKind::Section { titles } => {
                self.begin("section");
                self.titles(titles);
            }
            ItemKind::Unmeasured { titles } => {
                self.begin("unmeasured");
                self.titles(titles);
            }
            ItemKind::Test { title } => {
                self.begin("test");
                self.text(title);
            }
            ItemKind::Target { id, condition } => {
                if !is_bare(item) || self.would_begin_item(condition) {
                    self.begin("target");
                }
                if let Some(id) = id {
                    self.name(id);
                    self.colon();
                }
                self.expr(condition, Break::OUTERMOST);
            }
        }
    }

    /// Whether a condition would be taken for an item at the start of a line, since its first metric is called like one.
    pub(super) fn would_begin_item(&self, condition: &Expr) -> bool {
        let written = self.source.slice(condition.span);
        let end = written.find(|c: char| !c.is_alphanumeric()).unwrap_or(written.len());
        written.get(..end).is_some_and(begins_item)
    }

    fn begin(&mut self, item: &'static str) {
        self.keyword(Role::Item, item);
        self.word(" ");
    }

    fn titled(&mut self, item: &'static str, name: &Name, titles: &[Text]) {
        self.begin(item);
        self.name(name);
        if !titles.is_empty() {
            self.word(" ");
            self.titles(titles);
        }
    }

    /// Titles need a comma between them only where the line ends.
    fn titles(&mut self, titles: &[Text]) {
        for (index, title) in titles.iter().enumerate() {
            if index > 0 {
                self.soft(Break::OUTERMOST, " ", self.surface.pick(",", "，"));
            }
            self.text(title);
        }
    }

    fn colon(&mut self) {
        self.mark(": ", "：");
    }

    /// The sign between a name and what it is given.
    pub(super) fn assign(&mut self) {
        self.word(" ");
        self.keyword(Role::Value, "assign");
        self.word(" ");
    }
}
