//! Operands and what stands directly behind them.

use std::borrow::Cow;

use dabiao_grammar::{Pair, Rule};
use dabiao_model::{Code, RoundingMode, Span, Step, nfc, odd_letter, plain_spelling, roman_letters};

use super::Lowering;
use crate::scan::is_hidden;
use crate::{Expr, ExprKind, Function, Name, Quantity};

impl Lowering<'_> {
    pub(super) fn operand(&mut self, pair: Pair<'_>) -> Option<Expr> {
        let start = self.place(&pair);
        let kind = match pair.as_rule() {
            Rule::name if is_operator(pair.as_str()) => {
                let span = self.token(&pair);
                let fault =
                    self.fault(Code::UnexpectedText, span).variant("value").with("found", pair.as_str());
                self.report(fault.with("at", "text"));
                return None;
            }
            Rule::name | Rule::quoted_name | Rule::owner_name => ExprKind::Name(self.name(&pair)?),
            Rule::quantity => ExprKind::Quantity(self.quantity(&pair)?),
            Rule::text => ExprKind::Text(self.text(&pair)),
            Rule::yes | Rule::no => {
                self.token(&pair);
                ExprKind::YesNo(pair.as_rule() == Rule::yes)
            }
            Rule::date | Rule::end_of => ExprKind::Moment(self.moment(&pair)?),
            Rule::bracketed => return self.bracketed(pair, start),
            Rule::sum => return self.expr(pair),
            Rule::all_of => ExprKind::All(self.args(pair)?),
            Rule::any_of => ExprKind::Any(self.args(pair)?),
            Rule::at_least_of => {
                let count = pair.clone().into_inner().find(|part| part.as_rule() == Rule::count)?;
                ExprKind::AtLeast { count: self.count(&count)?, of: self.args(pair)? }
            }
            Rule::call => self.call(pair)?,
            Rule::round => self.round(pair)?,
            Rule::aggregate => self.aggregate(pair)?,
            Rule::over_places_of => self.over_places_of(pair)?,
            Rule::every => self.every(pair)?,
            Rule::yearly => self.yearly(pair)?,
            _ => return None,
        };
        Some(Expr { kind, span: self.since(start) })
    }

    /// The inner value, with the brackets in its span.
    pub(super) fn bracketed(&mut self, pair: Pair<'_>, start: Span) -> Option<Expr> {
        let mut inner = None;
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::close => {
                    self.token(&part);
                }
                _ => inner = Some(self.expr(part)?),
            }
        }
        inner.map(|inner: Expr| Expr { kind: inner.kind, span: self.since(start) })
    }

    pub(super) fn postfix(&mut self, value: Expr, pair: Pair<'_>) -> Option<Expr> {
        let start = value.span;
        let rule = pair.as_rule();
        match rule {
            Rule::window | Rule::yearly_behind | Rule::records => return self.behind(value, pair),
            // The first of a chain is taken in with the operand; here something else stands before it.
            Rule::owned => {
                let span = self.token(&pair);
                self.report(self.fault(Code::UnexpectedText, span).variant("misplaced"));
                return None;
            }
            _ => {}
        }
        let mut parts =
            pair.into_inner().filter(|part| !matches!(part.as_rule(), Rule::of_word | Rule::in_word));
        let (first, second) = (parts.next()?, parts.next());
        let value = Box::new(value);
        let kind = match rule {
            Rule::of_place => ExprKind::Of { value, place: self.name(&first)? },
            Rule::in_period => ExprKind::In { value, period: self.moment(&first)? },
            _ => ExprKind::Last { value, step: self.last(&first, second.as_ref())? },
        };
        Some(Expr { kind, span: self.since(start) })
    }

    /// `last year` is two tokens, 上年 is one.
    pub(super) fn last(&mut self, first: &Pair<'_>, second: Option<&Pair<'_>>) -> Option<Step> {
        self.token(first);
        Some(match (first.as_rule(), second) {
            (Rule::last_year, _) => Step::Year,
            (Rule::last_half, _) => Step::Half,
            (Rule::last_month, _) => Step::Month,
            (Rule::last_day, _) => Step::Day,
            (Rule::last_quarter, _) => Step::Quarter,
            (_, Some(step)) => self.step(step)?,
            (_, None) => return None,
        })
    }

    /// The conditions or values between a form's brackets.
    fn args(&mut self, pair: Pair<'_>) -> Option<Vec<Expr>> {
        let mut args = Vec::new();
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::operation | Rule::conditional => args.push(self.expr(part)?),
                Rule::close => {
                    self.token(&part);
                }
                _ => {}
            }
        }
        Some(args)
    }

    fn call(&mut self, pair: Pair<'_>) -> Option<ExprKind> {
        let function = match pair.clone().into_inner().next()?.as_rule() {
            Rule::min_word => Function::Min,
            Rule::max_word => Function::Max,
            _ => Function::Abs,
        };
        Some(ExprKind::Call { function, args: self.args(pair)? })
    }

    fn round(&mut self, pair: Pair<'_>) -> Option<ExprKind> {
        let (mut value, mut to): (Option<Expr>, Option<Quantity>) = (None, None);
        let mut mode = RoundingMode::HalfEven;
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::operation | Rule::conditional => value = Some(self.expr(part)?),
                Rule::quantity => to = Some(self.quantity(&part)?),
                Rule::close => {
                    self.token(&part);
                }
                rule => mode = rounding_mode(rule).unwrap_or(mode),
            }
        }
        Some(ExprKind::Round { value: Box::new(value?), to: to?, mode })
    }

    /// A name, or a text where a name is due.
    pub(super) fn name(&mut self, pair: &Pair<'_>) -> Option<Name> {
        let span = self.token(pair);
        let text = match pair.as_rule() {
            Rule::name | Rule::owner_name => pair.as_str(),
            _ => unquoted(pair.as_str()),
        };
        if text.is_empty() {
            self.report(self.fault(Code::UnexpectedText, span).variant("empty-name"));
            return None;
        }
        Some(self.spelt(pair, text, span))
    }

    /// The name in the form in which names are compared, and a word where its spelling deceives.
    fn spelt(&mut self, pair: &Pair<'_>, written: &str, span: Span) -> Name {
        let composed = nfc(written);
        let is_bare = pair.as_rule() == Rule::name;
        let mut text = if is_bare { roman_letters(&composed) } else { Cow::Borrowed(&*composed) };
        if let Some(plain) = plain_spelling(&text).filter(|_| is_bare) {
            let fault = self.fault(Code::UnplainName, span).with("name", written).with("plain", &plain);
            self.report(fault.fix(span, plain.clone()));
            text = Cow::Owned(plain);
        } else if let Some(hidden) = text.chars().find(|c| !is_bare && is_hidden(*c)) {
            let visible: String = pair.as_str().chars().filter(|c| !is_hidden(*c)).collect();
            let fault =
                self.fault(Code::HiddenCharacter, span).with("code", format!("U+{:04X}", u32::from(hidden)));
            self.report(fault.fix(span, visible));
            text = Cow::Owned(text.chars().filter(|c| !is_hidden(*c)).collect());
        }
        if odd_letter(&text).is_some() && self.mixed.insert(text.as_ref().into()) {
            self.mixed_names.push(Name { text: text.as_ref().into(), span });
        }
        Name { text: text.into(), span }
    }
}

/// Whether a word is an operator's alone, so that `a and or b` has no metric called `or`.
pub(super) fn is_operator(name: &str) -> bool {
    matches!(
        name,
        "and"
            | "or"
            | "not"
            | "if"
            | "then"
            | "else"
            | "in"
            | "of"
            | "since"
            | "falls"
            | "rises"
            | "where"
            | "among"
            | "every"
    )
}

/// What stands between quotes.
pub(super) fn unquoted(text: &str) -> &str {
    let mut inner = text.chars();
    inner.next();
    inner.next_back();
    inner.as_str()
}

pub(super) fn rounding_mode(rule: Rule) -> Option<RoundingMode> {
    match rule {
        Rule::half_even => Some(RoundingMode::HalfEven),
        Rule::half_up => Some(RoundingMode::HalfUp),
        Rule::truncated => Some(RoundingMode::Truncated),
        _ => None,
    }
}
