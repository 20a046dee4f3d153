//! Fields.

use dabiao_grammar::{Pair, Pairs, Rule};

use super::{Lowering, key};
use crate::{Column, Expr, Field, FieldValue, Name, TypeExpr};

impl Lowering<'_> {
    pub(super) fn field(&mut self, line: Pair<'_>) -> Option<Field> {
        let start = self.place(&line);
        let rule = line.as_rule();
        let mut parts = line.into_inner();
        let first = parts.next()?;
        let key = key::key(first.as_str())?;
        let key_span = self.token(&first);
        let value = self.value(rule, parts)?;
        Some(Field { key, key_span, value, span: self.since(start) })
    }

    /// The value, from what stands behind the key.
    fn value(&mut self, rule: Rule, mut parts: Pairs<'_>) -> Option<FieldValue> {
        Some(match rule {
            Rule::texts_field => FieldValue::Texts(parts.map(|part| self.text(&part)).collect()),
            Rule::names_field => {
                FieldValue::Names(parts.map(|part| self.name(&part)).collect::<Option<_>>()?)
            }
            Rule::expr_field => FieldValue::Expr(self.expr(parts.next()?)?),
            Rule::moment_field => FieldValue::Moment(self.moment(&parts.next()?)?),
            Rule::type_field => FieldValue::Type(Box::new(self.type_expr(parts.next()?)?)),
            Rule::allow_field => {
                let code = self.name(&parts.next()?)?;
                // Between the two stands `because`.
                FieldValue::Allow { code, because: parts.nth(1).map(|because| self.text(&because)) }
            }
            Rule::step_field => FieldValue::Step(self.step(&parts.last()?)?),
            Rule::periods_field => {
                let first = self.moment(&parts.next()?)?;
                let last = parts.last().map(|last| self.moment(&last)).unwrap_or(Some(first))?;
                FieldValue::Periods(first, last)
            }
            Rule::quantity_field => FieldValue::Quantity(self.quantity(&parts.next()?)?),
            Rule::veto_field => {
                let value = parts.next()?;
                match value.as_rule() {
                    Rule::yes | Rule::no => {
                        self.token(&value);
                        FieldValue::YesNo(value.as_rule() == Rule::yes)
                    }
                    _ => FieldValue::Names(vec![self.name(&value)?]),
                }
            }
            Rule::if_none_field => FieldValue::Verdict(self.verdict(&parts.next()?)?),
            Rule::columns_field => {
                FieldValue::Columns(parts.map(|part| self.column(part)).collect::<Option<_>>()?)
            }
            Rule::given_field => {
                FieldValue::Given(parts.map(|part| self.given(part)).collect::<Option<_>>()?)
            }
            Rule::expect_field => {
                FieldValue::Expect(parts.map(|part| self.expectation(part)).collect::<Option<_>>()?)
            }
            Rule::judge_field => FieldValue::Judge(self.judge(parts)?),
            Rule::confidence_field => FieldValue::Confidence(Box::new(self.confidence(parts)?)),
            Rule::milestone_field => FieldValue::Milestone(Box::new(self.milestone(parts)?)),
            Rule::track_field => FieldValue::Track(self.track(parts)?),
            Rule::score_field => FieldValue::Score(Box::new(self.score(parts)?)),
            Rule::adjustment_field => FieldValue::Adjustment(Box::new(self.adjustment(parts)?)),
            Rule::grade_field => FieldValue::Grade(parts.map(|part| self.band(part)).collect::<Option<_>>()?),
            _ => return None,
        })
    }

    /// `percent in 0%..100%`. The types' own words are put in English, so that nobody else needs to know both.
    fn type_expr(&mut self, pair: Pair<'_>) -> Option<TypeExpr> {
        let start = self.place(&pair);
        let mut parts = pair.into_inner();
        let name = parts.next()?;
        let span = self.token(&name);
        let text: String = name.as_str().chars().filter(|c| !matches!(c, '"' | '「' | '」')).collect();
        let text = match text.as_str() {
            "百分比" | "百分率" => "percent",
            "百分点" => "points",
            "数" | "数值" => "number",
            "是/否" | "是否" => "yes/no",
            "日期" => "date",
            "期间" | "时期" => "period",
            "文本" | "文字" => "text",
            other if other.starts_with("yes") && other.contains('/') => "yes/no",
            other => other,
        };
        let name = Name { text: text.into(), span };
        let sums = parts.filter(|part| part.as_rule() == Rule::sum);
        let mut bounds = sums.map(|part| self.expr(part)).collect::<Option<Vec<Expr>>>()?.into_iter();
        let range = bounds.next().zip(bounds.next());
        Some(TypeExpr { name, range, span: self.since(start) })
    }

    fn column(&mut self, pair: Pair<'_>) -> Option<Column> {
        let mut parts = pair.into_inner();
        let (name, ty) = (parts.next()?, parts.next()?);
        Some(Column { name: self.name(&name)?, ty: self.type_expr(ty)? })
    }
}
