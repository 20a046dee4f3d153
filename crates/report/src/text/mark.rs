//! The colour of a verdict.

use anstyle::{AnsiColor, Style as Paint};
use dabiao_model::Verdict;

use super::page::{DIM, PLAIN};

/// The colour that goes with the sign; it tells nothing that the word does not.
pub(super) fn paint(verdict: Verdict) -> Paint {
    match verdict {
        Verdict::Met => PLAIN.fg_color(Some(AnsiColor::Green.into())),
        Verdict::Missed | Verdict::Error => PLAIN.bold().fg_color(Some(AnsiColor::Red.into())),
        Verdict::Pending => PLAIN.fg_color(Some(AnsiColor::Cyan.into())),
        Verdict::Unknown | Verdict::Uncertain => PLAIN.bold().fg_color(Some(AnsiColor::Yellow.into())),
        Verdict::NotApplicable => DIM,
    }
}
