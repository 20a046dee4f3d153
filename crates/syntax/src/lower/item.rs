//! The first lines of items.

use dabiao_grammar::{Pair, Rule};

use super::Lowering;
use crate::{ItemKind, Name, Quantity, Text};

/// What most items are made of: a name, texts, a quantity.
#[derive(Default)]
struct Parts {
    name: Option<Name>,
    texts: Vec<Text>,
    quantity: Option<Quantity>,
}

impl Lowering<'_> {
    pub(super) fn item(&mut self, line: Pair<'_>) -> Option<ItemKind> {
        Some(match line.as_rule() {
            Rule::target | Rule::bare => return self.target(line),
            Rule::scale => return self.scale(line),
            Rule::assume => return self.assume(line),
            Rule::metric => {
                let parts = self.named(line)?;
                ItemKind::Metric { path: parts.name?, titles: parts.texts }
            }
            Rule::organisation => {
                let parts = self.named(line)?;
                ItemKind::Organisation { id: parts.name?, titles: parts.texts }
            }
            Rule::plan => {
                let parts = self.named(line)?;
                ItemKind::Plan { id: parts.name?, titles: parts.texts }
            }
            Rule::table => {
                let parts = self.named(line)?;
                ItemKind::Table { name: parts.name?, titles: parts.texts }
            }
            Rule::unit_item => {
                let parts = self.named(line)?;
                let symbol = parts.texts.into_iter().next();
                ItemKind::Unit { name: parts.name?, symbol, definition: parts.quantity }
            }
            Rule::section => ItemKind::Section { titles: self.texts(line) },
            Rule::unmeasured => ItemKind::Unmeasured { titles: self.texts(line) },
            Rule::test => ItemKind::Test { title: self.texts(line).into_iter().next()? },
            Rule::use_item => ItemKind::Use { path: self.texts(line).into_iter().next()? },
            Rule::syntax_item => {
                let version = line.into_inner().find(|part| part.as_rule() == Rule::quantity)?;
                ItemKind::Syntax { version: self.quantity(&version)? }
            }
            _ => return None,
        })
    }

    fn target(&mut self, line: Pair<'_>) -> Option<ItemKind> {
        let (mut id, mut condition) = (None, None);
        for part in line.into_inner() {
            match part.as_rule() {
                Rule::target_word => {}
                Rule::operation | Rule::conditional => condition = Some(self.expr(part)?),
                _ => id = Some(self.name(&part)?),
            }
        }
        Some(ItemKind::Target { id, condition: condition? })
    }

    fn assume(&mut self, line: Pair<'_>) -> Option<ItemKind> {
        let (mut name, mut value) = (None, None);
        for part in line.into_inner() {
            match part.as_rule() {
                Rule::assume_word | Rule::assign => {}
                Rule::operation | Rule::conditional => value = Some(self.expr(part)?),
                _ => name = Some(self.name(&part)?),
            }
        }
        Some(ItemKind::Assume { name: name?, value: value? })
    }

    fn scale(&mut self, line: Pair<'_>) -> Option<ItemKind> {
        let mut names = Vec::new();
        for part in line.into_inner() {
            if !matches!(part.as_rule(), Rule::scale_word | Rule::scale_colon | Rule::less) {
                names.push(self.name(&part)?);
            }
        }
        let mut names = names.into_iter();
        Some(ItemKind::Scale { name: names.next()?, levels: names.collect() })
    }

    /// A name, then texts and a quantity where they stand. A quoted name comes before the titles.
    fn named(&mut self, line: Pair<'_>) -> Option<Parts> {
        let mut parts = Parts::default();
        for part in line.into_inner() {
            match part.as_rule() {
                Rule::name => parts.name = Some(self.name(&part)?),
                Rule::text | Rule::quoted_name if parts.name.is_none() => {
                    parts.name = Some(self.name(&part)?)
                }
                Rule::text | Rule::quoted_name => parts.texts.push(self.text(&part)),
                Rule::quantity => parts.quantity = Some(self.quantity(&part)?),
                _ => {}
            }
        }
        Some(parts)
    }

    /// The texts of a line behind its keyword.
    fn texts(&mut self, line: Pair<'_>) -> Vec<Text> {
        line.into_inner().skip(1).map(|part| self.text(&part)).collect()
    }
}
