//! Which item takes which field, and the values of fields by their key.

use dabiao_model::{Code, Origin, Span, Step, Wording};
use dabiao_syntax::{
    Confidence, Expr, Field, FieldValue, Item, ItemKind, Judge, Key, Moment, Name, Text, TypeExpr,
};

use crate::checker::Checker;
use crate::lower::Rounded;
use crate::plan::SourceId;

/// Reports the fields that an item does not take.
pub(crate) fn refuse_strange(checker: &mut Checker<'_>, source: SourceId, item: &Item) {
    for field in &item.fields {
        let text = text_of(checker, source, field.key_span);
        if !takes(&item.kind, field.key) {
            let fault = checker.fault(Code::FieldNotHere, source, field.key_span);
            checker.report(fault.with("field", text).with("item", keyword(&item.kind)));
        }
    }
}

/// The fields of an item, by key.
pub(crate) struct Fields<'t>(pub(crate) &'t [Field]);

impl<'t> Fields<'t> {
    /// The fields of one key, in order.
    pub(crate) fn all(&self, key: Key) -> impl Iterator<Item = &'t Field> {
        self.0.iter().filter(move |field| field.key == key)
    }

    /// The texts of a field; empty where it is absent.
    pub(crate) fn texts(&self, key: Key) -> Vec<String> {
        let texts = self.all(key).filter_map(|field| match &field.value {
            FieldValue::Texts(texts) => Some(texts),
            _ => None,
        });
        texts.flatten().map(|text| text.text.to_string()).collect()
    }

    /// What an item is called, and where it is taken from.
    pub(crate) fn origin(&self, is_shipped: bool) -> Origin {
        Origin {
            titles: self.texts(Key::Title),
            source: self.texts(Key::Source).into_iter().next(),
            cite: self.texts(Key::Cite),
            is_shipped,
        }
    }

    /// The names of a field; empty where it is absent.
    pub(crate) fn names(&self, key: Key) -> Vec<&'t Name> {
        let names = self.all(key).filter_map(|field| match &field.value {
            FieldValue::Names(names) => Some(names),
            _ => None,
        });
        names.flatten().collect()
    }

    /// The expression of a field.
    pub(crate) fn expr(&self, key: Key) -> Option<&'t Expr> {
        self.all(key).find_map(|field| match &field.value {
            FieldValue::Expr(expr) => Some(expr),
            _ => None,
        })
    }

    /// The moment of a field.
    pub(crate) fn moment(&self, key: Key) -> Option<&'t Moment> {
        self.all(key).find_map(|field| match &field.value {
            FieldValue::Moment(moment) => Some(moment),
            _ => None,
        })
    }

    /// How the item says that comparisons are rounded; `Some(None)` where it says that they are not.
    pub(crate) fn judge(&self, source: SourceId) -> Option<Option<Rounded>> {
        self.all(Key::Judge).find_map(|field| match &field.value {
            FieldValue::Judge(Judge::Exact) => Some(None),
            FieldValue::Judge(Judge::Rounded { to, mode }) => {
                Some(Some(Rounded { source, to: to.clone(), mode: *mode }))
            }
            _ => None,
        })
    }

    /// The confidence at which a sample decides, with its field.
    pub(crate) fn confidence(&self) -> Option<(&'t Field, &'t Confidence)> {
        self.all(Key::Confidence).find_map(|field| match &field.value {
            FieldValue::Confidence(confidence) => Some((field, &**confidence)),
            _ => None,
        })
    }

    /// The kind of period of a field, with the field.
    pub(crate) fn step(&self, key: Key) -> Option<(&'t Field, Step)> {
        self.all(key).find_map(|field| match &field.value {
            FieldValue::Step(step) => Some((field, *step)),
            _ => None,
        })
    }

    /// The type of a field.
    pub(crate) fn type_expr(&self, key: Key) -> Option<&'t TypeExpr> {
        self.all(key).find_map(|field| match &field.value {
            FieldValue::Type(ty) => Some(&**ty),
            _ => None,
        })
    }
}

/// The texts of titles behind an id.
pub(crate) fn titles(texts: &[Text]) -> Vec<String> {
    texts.iter().map(|text| text.text.to_string()).collect()
}

/// The item's keyword, for messages.
fn keyword(kind: &ItemKind) -> Wording {
    Wording::word(match kind {
        ItemKind::Syntax { .. } => "item-syntax",
        ItemKind::Use { .. } => "item-use",
        ItemKind::Plan { .. } => "item-plan",
        ItemKind::Organisation { .. } => "item-organisation",
        ItemKind::Unit { .. } => "item-unit",
        ItemKind::Scale { .. } => "item-scale",
        ItemKind::Assume { .. } => "item-assume",
        ItemKind::Section { .. } => "item-section",
        ItemKind::Metric { .. } => "item-metric",
        ItemKind::Table { .. } => "item-table",
        ItemKind::Target { .. } => "item-target",
        ItemKind::Unmeasured { .. } => "item-unmeasured",
        ItemKind::Test { .. } => "item-test",
    })
}

/// Whether an item takes a field.
pub(crate) fn takes(kind: &ItemKind, key: Key) -> bool {
    use Key::{
        Allow, Also, Because, Bonus, By, Cite, Columns, Confidence, Each, Expect, Given, Grade, IfNone,
        Judge, Language, Milestone, Owner, Penalty, Period, Reason, Score, Source, Title, Track, Type, Value,
        Veto, Warn, Weight, When, With,
    };
    let taken: &[Key] = match kind {
        ItemKind::Syntax { .. } | ItemKind::Use { .. } => &[],
        ItemKind::Plan { .. } => {
            &[Title, Source, Period, Language, Cite, Judge, Score, Grade, Bonus, Penalty, Allow]
        }
        ItemKind::Organisation { .. } => &[Title, Allow],
        ItemKind::Unit { .. } => &[Title, Also, Source, Cite, Allow],
        ItemKind::Scale { .. } => &[Title, Source, Cite, Allow],
        ItemKind::Assume { .. } => &[Title, Because, Cite, Source, Allow],
        ItemKind::Section { .. } => &[Title, Cite, Owner, Score, Weight, Bonus, Penalty, Allow],
        ItemKind::Metric { .. } => &[Title, Type, Value, IfNone, Cite, Source, Allow],
        ItemKind::Table { .. } => &[Title, Columns, Source, Allow],
        ItemKind::Target { .. } => &[
            Title, Cite, Owner, With, When, Warn, By, Each, Milestone, Track, Confidence, Judge, Score,
            Weight, Veto, Bonus, Penalty, IfNone, Source, Allow,
        ],
        ItemKind::Unmeasured { .. } => &[Title, Cite, Reason, Owner, With, Source],
        ItemKind::Test { .. } => &[Given, Expect],
    };
    taken.contains(&key)
}

fn text_of(checker: &Checker<'_>, source: SourceId, span: Span) -> String {
    checker.plan.sources.get(source.index()).map_or("", |source| source.slice(span)).to_string()
}
