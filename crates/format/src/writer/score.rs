//! Scores, bonuses, penalties and grades.

use dabiao_grammar::Role;
use dabiao_model::Span;
use dabiao_syntax::{Adjustment, Band, Part, Quantity, Rung, Score, ScoreForm};

use super::Writer;
use crate::flow::Break;

const TOP: u32 = Break::OUTERMOST;

impl Writer<'_> {
    /// `ladder 100% -> 40, 90% -> 35, otherwise -> 0, floor 0`
    pub(super) fn score(&mut self, score: &Score) {
        let mut is_first = true;
        for form in &score.forms {
            self.next(&mut is_first);
            self.score_form(form, score.span);
        }
        if let Some(floor) = &score.floor {
            self.next(&mut is_first);
            self.worded("floor", floor);
        }
        if score.reweight_missing {
            self.next(&mut is_first);
            self.keyword(Role::Value, "reweight_missing");
        }
    }

    /// A comma before all parts but the first.
    fn next(&mut self, is_first: &mut bool) {
        if !std::mem::take(is_first) {
            self.comma(TOP);
        }
    }

    fn score_form(&mut self, form: &ScoreForm, whole: Span) {
        match form {
            ScoreForm::AllOrNothing => self.keyword(Role::Value, "all_or_nothing"),
            ScoreForm::Proportional => self.keyword(Role::Value, "proportional"),
            ScoreForm::Linear { from, to } => {
                self.keyword(Role::Value, "linear");
                self.word(" ");
                self.keyword(Role::Value, "from");
                self.word(" ");
                self.expr(from, TOP);
                self.word(" ");
                self.keyword(Role::Word, "to");
                self.word(" ");
                self.expr(to, TOP);
            }
            ScoreForm::Ladder(rungs) => {
                self.keyword(Role::Value, "ladder");
                self.word(" ");
                self.commas(rungs, TOP, Self::rung);
            }
            ScoreForm::Deduct { points, per, part } => {
                self.worded("deduct", points);
                self.word(" ");
                self.worded("per", per);
                self.part(*part, per.span.end, whole.end);
            }
        }
    }

    fn rung(&mut self, rung: &Rung) {
        match &rung.from {
            Some(from) => self.quantity(from),
            None => self.keyword(Role::Value, "otherwise"),
        }
        self.word(" ");
        self.keyword(Role::Value, "arrow");
        self.word(" ");
        self.quantity(&rung.points);
    }

    /// `2 per 10% over 100% up to 6`
    pub(super) fn adjustment(&mut self, adjustment: &Adjustment) {
        self.quantity(&adjustment.points);
        if let Some((per, part)) = &adjustment.per {
            self.word(" ");
            self.worded("per", per);
            self.part(*part, per.span.end, adjustment.span.end);
        }
        if let Some(beyond) = &adjustment.beyond {
            self.word(" ");
            self.beyond(beyond);
            self.word(" ");
            self.quantity(beyond);
        }
        if let Some(when) = &adjustment.when {
            self.word(" ");
            self.keyword(Role::Value, "when");
            self.word(" ");
            self.expr(when, TOP);
        }
        if let Some(cap) = &adjustment.cap {
            self.word(" ");
            self.worded("up_to", cap);
        }
    }

    /// `A >= 90`, `D otherwise`
    pub(super) fn band(&mut self, band: &Band) {
        self.name(&band.grade);
        self.word(" ");
        match &band.from {
            Some(from) => {
                self.keyword(Role::Operator, if band.excluding { "above" } else { "at_least" });
                self.word(" ");
                self.quantity(from);
            }
            None => self.keyword(Role::Value, "otherwise"),
        }
    }

    /// `over` or `below`, as the author wrote: the two mean the same here and read differently.
    fn beyond(&mut self, beyond: &Quantity) {
        let before = self.source.text().get(..beyond.span.range().start).unwrap_or_default().trim_end();
        let is_below = before.ends_with("below") || before.ends_with("低于");
        self.word(match (is_below, self.surface.is_chinese()) {
            (true, false) => "below",
            (true, true) => "低于",
            (false, _) => self.surface.word(Role::Value, "beyond"),
        });
    }

    /// `begun`, `complete`, and `exact` where it was written; `end` is where to look for it ends.
    fn part(&mut self, part: Part, start: u32, end: u32) {
        let meaning = match part {
            Part::Begun => "begun",
            Part::Complete => "complete",
            Part::Exact => {
                let behind = self.source.slice(Span { start, end }).trim_start();
                if !(behind.starts_with("exact") || behind.starts_with("实计")) {
                    return;
                }
                "exact_part"
            }
        };
        self.word(" ");
        self.keyword(Role::Value, meaning);
    }

    /// `floor 0`: a word and its quantity.
    fn worded(&mut self, word: &'static str, quantity: &Quantity) {
        self.keyword(Role::Value, word);
        self.word(" ");
        self.quantity(quantity);
    }
}
