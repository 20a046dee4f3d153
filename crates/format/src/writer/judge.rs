//! How a target is judged.

use dabiao_grammar::Role;
use dabiao_model::Span;
use dabiao_syntax::{Confidence, Judge, Path, SamplingMethod, Track};

use super::Writer;

impl Writer<'_> {
    /// `exact`, `rounded to 0.1% half up`; `value` is where it stands in the text.
    pub(super) fn judge(&mut self, judge: &Judge, value: Span) {
        match judge {
            Judge::Exact => self.keyword(Role::Value, "judge_exact"),
            Judge::Rounded { to, mode } => {
                self.keyword(Role::Value, "judge_rounded");
                if let Some(to) = to {
                    self.word(" ");
                    self.keyword(Role::Word, "to");
                    self.word(" ");
                    self.quantity(to);
                }
                let behind = to.as_ref().map_or(value, |to| Span { start: to.span.end, end: value.end });
                self.rounding_mode(*mode, behind);
            }
        }
    }

    /// `95% by wilson`
    pub(super) fn confidence(&mut self, confidence: &Confidence) {
        self.quantity(&confidence.level);
        let method = match confidence.method {
            SamplingMethod::Wilson => Some("wilson"),
            SamplingMethod::ClopperPearson => {
                let behind = Span { start: confidence.level.span.end, end: confidence.span.end };
                self.wrote(behind, Role::Value, "clopper_pearson").then_some("clopper_pearson")
            }
        };
        if let Some(method) = method {
            self.word(" ");
            self.keyword(Role::Value, "method");
            self.word(" ");
            self.keyword(Role::Value, method);
        }
    }

    /// `linear from 2010`
    pub(super) fn track(&mut self, track: &Track) {
        self.keyword(
            Role::Value,
            match track.path {
                Path::Linear => "linear",
                Path::Compound => "compound",
            },
        );
        self.word(" ");
        self.keyword(Role::Value, "from");
        self.mark(" ", "");
        self.moment(&track.from);
    }
}
