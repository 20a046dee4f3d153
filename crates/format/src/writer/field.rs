//! The values of fields.

use dabiao_grammar::Role;
use dabiao_model::Span;
use dabiao_syntax::{Column, Field, FieldValue, Name, Text, TypeExpr};

use super::Writer;
use crate::flow::Break;

const TOP: u32 = Break::OUTERMOST;

impl Writer<'_> {
    /// What stands behind the colon.
    pub(super) fn value(&mut self, field: &Field) {
        match &field.value {
            FieldValue::Texts(texts) => self.commas(texts, TOP, Self::text),
            FieldValue::Names(names) => self.commas(names, TOP, Self::name),
            FieldValue::Expr(value) => self.expr(value, TOP),
            FieldValue::Type(ty) => self.ty(ty),
            FieldValue::Moment(moment) => self.moment(moment),
            FieldValue::Periods(first, last) => self.moments(first, last),
            FieldValue::Step(step) => self.step(*step),
            FieldValue::YesNo(value) => self.keyword(Role::Literal, if *value { "yes" } else { "no" }),
            FieldValue::Allow { code, because } => self.allow(code, because.as_ref()),
            FieldValue::Quantity(quantity) => self.quantity(quantity),
            FieldValue::Verdict(verdict) => self.keyword(Role::Verdict, verdict.as_str()),
            FieldValue::Columns(columns) => self.commas(columns, TOP, Self::column),
            FieldValue::Judge(judge) => {
                self.judge(judge, Span { start: field.key_span.end, end: field.span.end })
            }
            FieldValue::Confidence(confidence) => self.confidence(confidence),
            FieldValue::Milestone(milestone) => {
                self.moment(&milestone.at);
                // An operator without a value before it may stand close to a Chinese date.
                self.word(" ");
                self.expr(&milestone.condition, TOP);
            }
            FieldValue::Track(track) => self.track(track),
            FieldValue::Score(score) => self.score(score),
            FieldValue::Adjustment(adjustment) => self.adjustment(adjustment),
            FieldValue::Grade(bands) => self.commas(bands, TOP, Self::band),
            FieldValue::Given(given) => self.commas(given, TOP, Self::given),
            FieldValue::Expect(expected) => self.commas(expected, TOP, Self::expectation),
        }
    }

    fn allow(&mut self, code: &Name, because: Option<&Text>) {
        self.name(code);
        if let Some(because) = because {
            self.word(" ");
            self.keyword(Role::Value, "because");
            self.word(" ");
            self.text(because);
        }
    }

    /// `percent in 0%..100%`
    fn ty(&mut self, ty: &TypeExpr) {
        self.type_name(&ty.name);
        if let Some((first, last)) = &ty.range {
            self.word(" ");
            self.keyword(Role::Operator, "in");
            self.word(" ");
            self.range(first, last, TOP);
        }
    }

    /// A type's own word, or else the name of a unit or a scale as it was written.
    fn type_name(&mut self, name: &Name) {
        let own = match name.text.as_ref() {
            "percent" => Some("percent"),
            "points" => Some("points"),
            "number" => Some("number"),
            "yes/no" => Some("yes_no"),
            "date" => Some("date"),
            "period" => Some("period"),
            "text" => Some("text"),
            _ => None,
        };
        let text = match own {
            Some(own) => self.surface.word(Role::Type, own).to_string(),
            None => self.unit(name),
        };
        self.leaf(text, name.span);
    }

    /// `outcome text`
    fn column(&mut self, column: &Column) {
        self.name(&column.name);
        self.word(" ");
        self.ty(&column.ty);
    }
}
