//! Mistakes that many make, with what was meant instead.

use dabiao_model::{Code, Diagnostic};

use super::Stretch;
use crate::lower::{Lowering, operand::is_operator};

/// A spelling that other languages have, and what it is here.
struct Habit {
    /// The spelling.
    written: &'static str,
    /// How many of its bytes the grammar reads before it stops.
    read: usize,
    /// What stands here instead; `None` where no plain exchange of words would do.
    meant: Option<&'static str>,
    /// The wording of the message.
    variant: &'static str,
}

const HABITS: &[Habit] = &[
    Habit { written: "=>", read: 1, meant: Some(">="), variant: "habit" },
    Habit { written: "=<", read: 1, meant: Some("<="), variant: "habit" },
    Habit { written: "<>", read: 1, meant: Some("!="), variant: "habit" },
    Habit { written: "&&", read: 0, meant: Some("and"), variant: "habit" },
    Habit { written: "||", read: 0, meant: Some("or"), variant: "habit" },
    Habit { written: "!", read: 0, meant: Some("not "), variant: "habit" },
    Habit { written: "！", read: 0, meant: Some("not "), variant: "habit" },
    Habit { written: "－＞", read: 0, meant: Some("->"), variant: "habit" },
    Habit { written: "．．", read: 0, meant: Some(".."), variant: "habit" },
    Habit { written: "…", read: 0, meant: Some(".."), variant: "habit" },
    Habit { written: "．", read: 0, meant: Some("."), variant: "habit" },
    Habit { written: "＃", read: 0, meant: Some("#"), variant: "habit" },
    Habit { written: "–", read: 0, meant: None, variant: "dash" },
    Habit { written: "—", read: 0, meant: None, variant: "dash" },
    Habit { written: "between", read: 0, meant: None, variant: "between" },
    Habit { written: "is", read: 0, meant: Some(""), variant: "filler" },
    Habit { written: "are", read: 0, meant: Some(""), variant: "filler" },
    Habit { written: "之间", read: 0, meant: Some(""), variant: "filler" },
    Habit { written: "。", read: 0, meant: Some(""), variant: "filler" },
];

/// The diagnostic for such a mistake where the stretch stops being readable.
pub(super) fn special(lowering: &Lowering<'_>, stretch: &Stretch<'_>, at: usize) -> Option<Diagnostic> {
    habit(lowering, stretch, at)
        .or_else(|| thousands(lowering, stretch, at))
        .or_else(|| single_quotes(lowering, stretch, at))
        .or_else(|| bare_point(lowering, stretch, at))
        .or_else(|| function(lowering, stretch, at))
}

fn habit(lowering: &Lowering<'_>, stretch: &Stretch<'_>, at: usize) -> Option<Diagnostic> {
    let fits = |habit: &&Habit| {
        let start = at.checked_sub(habit.read);
        let rest = start.and_then(|start| stretch.text.get(start..)).unwrap_or_default();
        let is_word = habit.written.bytes().all(|byte| byte.is_ascii_alphabetic());
        rest.starts_with(habit.written) && (!is_word || stretch.word(at) == habit.written)
    };
    let habit = HABITS.iter().find(fits)?;
    let start = at.checked_sub(habit.read)?;
    let span = stretch.part(start, start.saturating_add(habit.written.len()));
    let fault =
        lowering.fault(Code::UnexpectedText, span).variant(habit.variant).with("found", habit.written);
    Some(match habit.meant {
        Some(meant) => fault.with("meant", meant.trim_end()).fix(span, meant),
        None => fault,
    })
}

/// `1,000`
fn thousands(lowering: &Lowering<'_>, stretch: &Stretch<'_>, at: usize) -> Option<Diagnostic> {
    let (before, rest) = stretch.text.split_at_checked(at)?;
    let group = rest.strip_prefix([',', '，'])?;
    let digits = group.bytes().take_while(u8::is_ascii_digit).count();
    if digits != 3 || !before.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let comma = stretch.part(at, at.saturating_add(rest.len().saturating_sub(group.len())));
    let fault = lowering.fault(Code::UnreadableNumber, comma).variant("thousands");
    Some(fault.fix(comma, "_"))
}

/// `'pass'`, `『合格』`, `《方案》`, `＂合格＂`
fn single_quotes(lowering: &Lowering<'_>, stretch: &Stretch<'_>, at: usize) -> Option<Diagnostic> {
    let rest = stretch.text.get(at..)?.lines().next()?;
    let (opening, closing) = QUOTES.iter().find(|(opening, _)| rest.starts_with(*opening))?;
    let inner = rest.strip_prefix(*opening)?;
    let length = inner.find(*closing)?;
    let (inner, behind) = inner.split_at_checked(length)?;
    let width = behind.chars().next()?.len_utf8();
    let end = at.saturating_add(rest.len()).saturating_sub(behind.len()).saturating_add(width);
    let span = stretch.part(at, end);
    let variant = if opening.contains(&'‘') { "single-quotes" } else { "other-quotes" };
    let fault = lowering.fault(Code::UnexpectedText, span).variant(variant);
    Some(if inner.contains('"') { fault } else { fault.fix(span, format!("\"{inner}\"")) })
}

/// Quotes that the language does not have, with those that close them.
const QUOTES: &[(&[char], &[char])] = &[
    (&['\'', '‘'], &['\'', '’']),
    (&['『'], &['』']),
    (&['《'], &['》']),
    (&['＂', '„', '”'], &['＂', '“', '”']),
    (&['«'], &['»']),
    (&['｢'], &['｣']),
];

/// `.5`
fn bare_point(lowering: &Lowering<'_>, stretch: &Stretch<'_>, at: usize) -> Option<Diagnostic> {
    let (before, rest) = stretch.text.split_at_checked(at)?;
    let digit = rest.strip_prefix('.')?.chars().next()?;
    if !digit.is_ascii_digit() || before.ends_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    let fault =
        lowering.fault(Code::UnreadableNumber, stretch.part(at, at.saturating_add(1))).variant("point");
    Some(fault.fix(stretch.part(at, at), "0"))
}

/// `log(x)`
fn function(lowering: &Lowering<'_>, stretch: &Stretch<'_>, at: usize) -> Option<Diagnostic> {
    let (before, rest) = stretch.text.split_at_checked(at)?;
    let cut = before.rfind(|c: char| !c.is_alphanumeric() && c != '_').map_or(0, |cut| cut.saturating_add(1));
    let name = before.get(cut..).filter(|name| !name.is_empty() && rest.starts_with(['(', '（']))?;
    let fault = lowering.fault(Code::UnexpectedText, stretch.part(cut, at)).variant("function");
    Some(fault.with("found", name))
}

/// `a and or b`: the second operator was read as a name, and `b` is left over.
pub(super) fn operator_as_name(
    lowering: &Lowering<'_>,
    stretch: &Stretch<'_>,
    at: usize,
) -> Option<Diagnostic> {
    let before = stretch.text.get(..at)?.trim_end();
    let word = before.rsplit(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '.')).next()?;
    let start = before.len().checked_sub(word.len())?;
    (start > 0 && is_operator(word)).then(|| lowering.unexpected(stretch, start, "value"))
}
