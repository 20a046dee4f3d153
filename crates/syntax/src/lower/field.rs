//! Fields.

use dabiao_grammar::{Pair, Rule};

use super::{Lowering, key};
use crate::{Column, Expr, Field, FieldValue, Moment, Name, TypeExpr};

impl Lowering<'_> {
    pub(super) fn field(&mut self, line: Pair<'_>) -> Option<Field> {
        let start = self.place(&line);
        let first = line.clone().into_inner().next()?;
        let key = key::key(first.as_str())?;
        let key_span = self.token(&first);
        let value = self.value(line)?;
        Some(Field { key, key_span, value, span: self.since(start) })
    }

    fn value(&mut self, line: Pair<'_>) -> Option<FieldValue> {
        let rule = line.as_rule();
        // The key and its colon come first.
        let mut parts = line.clone().into_inner().skip(2);
        Some(match rule {
            Rule::texts_field => FieldValue::Texts(self.texts(line)),
            Rule::names_field => FieldValue::Names(self.names(line)?),
            Rule::expr_field => FieldValue::Expr(self.expr(parts.next()?)?),
            Rule::moment_field => FieldValue::Moment(self.moment(&parts.next()?)?),
            Rule::type_field => FieldValue::Type(self.type_expr(parts.next()?)?),
            Rule::allow_field => {
                let (code, because) = (parts.next()?, parts.nth(1));
                let code = self.name(&code)?;
                FieldValue::Allow { code, because: because.map(|because| self.text(&because)) }
            }
            Rule::step_field => FieldValue::Step(self.step(&parts.last()?)?),
            Rule::periods_field => {
                let moments = self.moments(line)?;
                let first = *moments.first()?;
                FieldValue::Periods(first, moments.last().copied().unwrap_or(first))
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
                let columns = parts.filter(|part| part.as_rule() == Rule::column);
                FieldValue::Columns(columns.map(|part| self.column(part)).collect::<Option<_>>()?)
            }
            Rule::given_field => {
                let given = parts.filter(|part| part.as_rule() == Rule::given);
                FieldValue::Given(given.map(|part| self.given(part)).collect::<Option<_>>()?)
            }
            Rule::expect_field => {
                let expected = parts.filter(|part| part.as_rule() == Rule::expectation);
                FieldValue::Expect(expected.map(|part| self.expectation(part)).collect::<Option<_>>()?)
            }
            Rule::judge_field => FieldValue::Judge(self.judge(line)?),
            Rule::confidence_field => FieldValue::Confidence(self.confidence(line)?),
            Rule::milestone_field => FieldValue::Milestone(self.milestone(line)?),
            Rule::track_field => FieldValue::Track(self.track(line)?),
            Rule::score_field => FieldValue::Score(self.score(line)?),
            Rule::adjustment_field => FieldValue::Adjustment(Box::new(self.adjustment(line)?)),
            Rule::grade_field => FieldValue::Grade(self.grade(line)?),
            _ => return None,
        })
    }

    fn names(&mut self, line: Pair<'_>) -> Option<Vec<Name>> {
        let is_name = |part: &Pair<'_>| matches!(part.as_rule(), Rule::name | Rule::quoted_name | Rule::text);
        line.into_inner().filter(is_name).map(|part| self.name(&part)).collect()
    }

    fn moments(&mut self, line: Pair<'_>) -> Option<Vec<Moment>> {
        let moments = line.into_inner().filter(|part| part.as_rule() == Rule::moment);
        moments.map(|part| self.moment(&part)).collect()
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
            "是/否" => "yes/no",
            "日期" => "date",
            "期间" | "时期" => "period",
            "文本" => "text",
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
