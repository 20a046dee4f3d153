//! How a target is judged.

use dabiao_grammar::{Pairs, Rule};
use dabiao_model::RoundingMode;

use super::Lowering;
use super::operand::rounding_mode;
use crate::{Confidence, Judge, Milestone, Path, SamplingMethod, Track};

impl Lowering<'_> {
    pub(super) fn judge(&mut self, parts: Pairs<'_>) -> Option<Judge> {
        let (mut to, mut mode) = (None, RoundingMode::HalfEven);
        let mut exact = false;
        for part in parts {
            match part.as_rule() {
                Rule::judge_exact => exact = true,
                Rule::quantity => to = Some(self.quantity(&part)?),
                rule => mode = rounding_mode(rule).unwrap_or(mode),
            }
            self.token(&part);
        }
        Some(if exact { Judge::Exact } else { Judge::Rounded { to, mode } })
    }

    pub(super) fn confidence(&mut self, parts: Pairs<'_>) -> Option<Confidence> {
        let (mut level, mut start) = (None, None);
        let mut method = SamplingMethod::ClopperPearson;
        for part in parts {
            match part.as_rule() {
                Rule::quantity => {
                    start = Some(self.place(&part));
                    level = Some(self.quantity(&part)?);
                }
                Rule::wilson => method = SamplingMethod::Wilson,
                _ => {}
            }
            self.token(&part);
        }
        Some(Confidence { level: level?, method, span: self.since(start?) })
    }

    pub(super) fn milestone(&mut self, mut parts: Pairs<'_>) -> Option<Milestone> {
        let at = self.moment(&parts.next()?)?;
        let asked = parts.next()?;
        let condition = match asked.as_rule() {
            Rule::asked => self.asked(asked)?,
            _ => self.expr(asked)?,
        };
        Some(Milestone { at, condition, span: self.since(at.span) })
    }

    pub(super) fn track(&mut self, mut parts: Pairs<'_>) -> Option<Track> {
        let path = parts.next()?;
        let start = self.place(&path);
        let path = if path.as_rule() == Rule::linear { Path::Linear } else { Path::Compound };
        let from = self.moment(&parts.last()?)?;
        Some(Track { path, from, span: self.since(start) })
    }
}
