//! Literals: texts, quantities, periods, steps, counts.

use std::borrow::Cow;

use dabiao_grammar::Pair;
use dabiao_model::{Code, Number, NumberError, Period, Span, Step, nfc};

use super::Lowering;
use super::operand::unquoted;
use crate::{Moment, Name, Quantity, Suffix, Text};

impl Lowering<'_> {
    pub(super) fn text(&mut self, pair: &Pair<'_>) -> Text {
        let span = self.token(pair);
        Text { text: nfc(unquoted(pair.as_str())).into(), span }
    }

    /// `90%`, `2个百分点`, `0.8 tce/万元`
    pub(super) fn quantity(&mut self, pair: &Pair<'_>) -> Option<Quantity> {
        let span = self.token(pair);
        let text = pair.as_str();
        let is_number = |c: char| matches!(c, '0'..='9' | '０'..='９' | '_' | '.' | '．');
        let cut = text.find(|c| !is_number(c)).unwrap_or(text.len());
        let (digits, behind) = text.split_at_checked(cut).unwrap_or((text, ""));
        let plain = narrow(digits);
        let number = match Number::parse(&plain) {
            Ok(number) => number,
            Err(error) => {
                let end = start_of(span).saturating_add(cut);
                self.unreadable(error, Span::new(start_of(span), end));
                return None;
            }
        };
        let fraction = plain.split_once('.').map_or("", |(_, fraction)| fraction);
        let places = fraction.bytes().filter(u8::is_ascii_digit).count();
        let written = behind.trim_start();
        let suffix = match written {
            "" => Suffix::None,
            "%" | "％" | "﹪" | "percent" => Suffix::Percent,
            "points" | "point" | "个百分点" | "百分点" => Suffix::Points,
            _ if written.starts_with("percentage") => Suffix::Points,
            _ => {
                let start = self.end.saturating_sub(written.len());
                let unit = without_quotes(written);
                Suffix::Unit(Name { text: nfc(&unit).into(), span: Span::new(start, self.end) })
            }
        };
        Some(Quantity { number, places: u32::try_from(places).unwrap_or(u32::MAX), suffix, span })
    }

    /// `2005`, `2011-Q2`, `end of 2011`, `2011年底`
    pub(super) fn moment(&mut self, pair: &Pair<'_>) -> Option<Moment> {
        let span = self.token(pair);
        let text = narrow(pair.as_str());
        let text =
            text.strip_prefix("end").map_or(&*text, |behind| behind.trim_start().trim_start_matches("of"));
        let text = text.trim_start().replace("年度", "年");
        let named = text.strip_suffix(['底', '末']).unwrap_or(&text);
        let period = Period::parse(named).or_else(|| Period::parse(named.strip_suffix('年')?));
        let Some(period) = period else {
            let fault = self.fault(Code::UnreadableDate, span).with("text", pair.as_str());
            self.report(fault);
            return None;
        };
        Some(Moment { period, span })
    }

    pub(super) fn step(&mut self, pair: &Pair<'_>) -> Option<Step> {
        self.token(pair);
        Some(match pair.as_str() {
            "year" | "years" | "年" => Step::Year,
            "half" | "halves" | "半年" | "个半年" => Step::Half,
            "quarter" | "quarters" | "季度" | "季" | "个季度" => Step::Quarter,
            "month" | "months" | "个月" | "月" => Step::Month,
            "day" | "days" | "日" | "天" => Step::Day,
            _ => return None,
        })
    }

    /// A whole number such as the 2 of `at least 2 of`.
    pub(super) fn count(&mut self, pair: &Pair<'_>) -> Option<u32> {
        let span = self.token(pair);
        let count = narrow(pair.as_str()).parse().ok();
        if count.is_none() {
            self.unreadable(NumberError::TooLong, span);
        }
        count
    }

    fn unreadable(&mut self, error: NumberError, span: Span) {
        let fault = self.fault(Code::UnreadableNumber, span);
        self.report(match error {
            NumberError::TooLong => fault.variant("too-long"),
            _ => fault,
        });
    }
}

/// Full-width digits and signs as plain ones.
fn narrow(text: &str) -> Cow<'_, str> {
    if !text
        .contains(['．', '－', '﹣', '‐', '‑', '０', '１', '２', '３', '４', '５', '６', '７', '８', '９'])
    {
        return Cow::Borrowed(text);
    }
    let plain = |c: char| match c {
        '．' => '.',
        '－' | '﹣' | '‐' | '‑' => '-',
        '０'..='９' => u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c),
        other => other,
    };
    Cow::Owned(text.chars().map(plain).collect())
}

/// A unit whose parts may be quoted, without the quotes.
fn without_quotes(text: &str) -> Cow<'_, str> {
    const QUOTES: [char; 3] = ['"', '「', '」'];
    if text.contains(QUOTES) { Cow::Owned(text.replace(QUOTES, "")) } else { Cow::Borrowed(text) }
}

fn start_of(span: Span) -> usize {
    span.range().start
}
