//! What tests give and expect.

use dabiao_grammar::{Pair, Rule};
use dabiao_model::{Flag, Verdict};

use super::Lowering;
use crate::{Expectation, Given};

impl Lowering<'_> {
    pub(super) fn given(&mut self, pair: Pair<'_>) -> Option<Given> {
        let start = self.place(&pair);
        let (mut metric, mut value) = (None, None);
        let mut parts = pair.into_inner().peekable();
        while let Some(part) = parts.next() {
            match part.as_rule() {
                Rule::as_of_word | Rule::assign => {}
                Rule::moment => return Some(Given::AsOf(self.moment(&part)?)),
                Rule::given_records => return self.given_records(part),
                Rule::missing => {
                    self.token(&part);
                }
                Rule::sum => value = Some(self.expr(part)?),
                _ => metric = Some(self.placed(part, &mut parts)?),
            }
        }
        Some(Given::Value { metric: metric?, value, span: self.since(start) })
    }

    fn given_records(&mut self, pair: Pair<'_>) -> Option<Given> {
        let start = self.place(&pair);
        let (mut count, mut table, mut condition) = (None, None, None);
        let mut parts = pair.into_inner().peekable();
        while let Some(part) = parts.next() {
            match part.as_rule() {
                Rule::count => count = Some(self.count(&part)?),
                Rule::such_word => {}
                Rule::row => condition = Some(self.expr(part)?),
                _ => table = Some(self.placed(part, &mut parts)?),
            }
        }
        Some(Given::Records { count: count?, table: table?, condition, span: self.since(start) })
    }

    pub(super) fn expectation(&mut self, pair: Pair<'_>) -> Option<Expectation> {
        let start = self.place(&pair);
        let (mut target, mut verdict, mut flags) = (None, None, Vec::new());
        let mut parts = pair.into_inner().peekable();
        while let Some(part) = parts.next() {
            match part.as_rule() {
                Rule::operation | Rule::conditional => return Some(Expectation::Condition(self.expr(part)?)),
                Rule::verdict => verdict = Some(self.verdict(&part)?),
                Rule::flag => {
                    self.token(&part);
                    flags.push(flag(part.as_str())?);
                }
                _ => target = Some(self.placed(part, &mut parts)?),
            }
        }
        Some(Expectation::Verdict { target: target?, verdict: verdict?, flags, span: self.since(start) })
    }

    pub(super) fn verdict(&mut self, pair: &Pair<'_>) -> Option<Verdict> {
        self.token(pair);
        Some(match pair.as_str() {
            "met" | "达标" => Verdict::Met,
            "missed" | "未达标" => Verdict::Missed,
            "pending" | "未到期" => Verdict::Pending,
            "unknown" | "未知" => Verdict::Unknown,
            "uncertain" | "不确定" => Verdict::Uncertain,
            "error" | "出错" => Verdict::Error,
            // In English its two words may be joined by `_` or by blanks.
            _ => Verdict::NotApplicable,
        })
    }
}

fn flag(text: &str) -> Option<Flag> {
    Some(match text {
        "at_risk" | "有风险" => Flag::AtRisk,
        "on_track" | "进度正常" => Flag::OnTrack,
        "off_track" | "进度滞后" => Flag::OffTrack,
        "provisional" | "暂定" => Flag::Provisional,
        "late" | "逾期" => Flag::Late,
        _ => return None,
    })
}
