//! Scores, bonuses, penalties and grades.

use dabiao_grammar::{Pair, Pairs, Rule};

use super::Lowering;
use crate::{Adjustment, Band, Part, Quantity, Rung, Score, ScoreForm};

impl Lowering<'_> {
    pub(super) fn score(&mut self, parts: Pairs<'_>) -> Option<Score> {
        let mut score = None;
        for part in parts {
            let start = self.place(&part);
            let score = score.get_or_insert_with(|| Score {
                forms: Vec::new(),
                floor: None,
                reweight_missing: false,
                span: start,
            });
            match part.as_rule() {
                Rule::floor => score.floor = self.quantities(part)?.pop(),
                Rule::reweight => {
                    self.token(&part);
                    score.reweight_missing = true;
                }
                _ => score.forms.push(self.score_form(part)?),
            }
            score.span = self.since(score.span);
        }
        score
    }

    fn score_form(&mut self, pair: Pair<'_>) -> Option<ScoreForm> {
        Some(match pair.as_rule() {
            Rule::all_or_nothing => {
                self.token(&pair);
                ScoreForm::AllOrNothing
            }
            Rule::proportional => {
                self.token(&pair);
                ScoreForm::Proportional
            }
            Rule::linear_score => {
                let mut ends = pair.into_inner().filter(|part| part.as_rule() == Rule::sum);
                ScoreForm::Linear { from: self.expr(ends.next()?)?, to: self.expr(ends.next()?)? }
            }
            Rule::ladder => {
                let rungs = pair.into_inner().filter(|part| part.as_rule() == Rule::rung);
                ScoreForm::Ladder(rungs.map(|part| self.rung(part)).collect::<Option<_>>()?)
            }
            Rule::deduct => {
                let part = counted_part(&pair);
                let mut quantities = self.quantities(pair)?.into_iter();
                ScoreForm::Deduct { points: quantities.next()?, per: quantities.next()?, part }
            }
            _ => return None,
        })
    }

    fn rung(&mut self, pair: Pair<'_>) -> Option<Rung> {
        let mut quantities = self.quantities(pair)?;
        let points = quantities.pop()?;
        Some(Rung { from: quantities.pop(), points })
    }

    pub(super) fn adjustment(&mut self, parts: Pairs<'_>) -> Option<Adjustment> {
        let mut adjustment: Option<Adjustment> = None;
        for part in parts {
            let start = self.place(&part);
            match (part.as_rule(), &mut adjustment) {
                (Rule::quantity, none) => {
                    let points = self.quantity(&part)?;
                    *none = Some(Adjustment {
                        points,
                        per: None,
                        beyond: None,
                        when: None,
                        cap: None,
                        span: start,
                    });
                }
                (Rule::per_part, Some(adjustment)) => {
                    let counted = counted_part(&part);
                    adjustment.per = self.quantities(part)?.pop().map(|per| (per, counted));
                }
                (Rule::over_part, Some(adjustment)) => adjustment.beyond = self.quantities(part)?.pop(),
                (Rule::cap_part, Some(adjustment)) => adjustment.cap = self.quantities(part)?.pop(),
                (_, Some(adjustment)) => adjustment.when = Some(self.expr(part.into_inner().last()?)?),
                (_, None) => return None,
            }
        }
        let mut adjustment = adjustment?;
        adjustment.span = self.since(adjustment.span);
        Some(adjustment)
    }

    pub(super) fn band(&mut self, pair: Pair<'_>) -> Option<Band> {
        let (mut grade, mut from, mut excluding) = (None, None, false);
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::otherwise | Rule::at_least => {
                    self.token(&part);
                }
                Rule::above => excluding = true,
                Rule::quantity => from = Some(self.quantity(&part)?),
                _ => grade = Some(self.name(&part)?),
            }
        }
        Some(Band { grade: grade?, from, excluding })
    }

    /// The quantities of a node, in order.
    fn quantities(&mut self, pair: Pair<'_>) -> Option<Vec<Quantity>> {
        let mut quantities = Vec::new();
        for part in pair.into_inner() {
            if part.as_rule() == Rule::quantity {
                quantities.push(self.quantity(&part)?);
            } else {
                self.token(&part);
            }
        }
        Some(quantities)
    }
}

fn counted_part(pair: &Pair<'_>) -> Part {
    let is = |rule| pair.clone().into_inner().any(|part| part.as_rule() == rule);
    if is(Rule::begun) {
        Part::Begun
    } else if is(Rule::complete) {
        Part::Complete
    } else {
        Part::Exact
    }
}
