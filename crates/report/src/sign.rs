//! The sign of a verdict, which tells it without colour.

use dabiao_model::Verdict;

use crate::words::Words;

/// The verdict's sign and word, `✓ met`.
pub(crate) fn marked(verdict: Verdict, words: Words) -> String {
    format!("{} {}", sign(verdict), words.verdict(verdict))
}

/// One character for a verdict.
pub(crate) fn sign(verdict: Verdict) -> char {
    match verdict {
        Verdict::Met => '✓',
        Verdict::Missed => '✗',
        Verdict::Pending => '…',
        Verdict::Unknown => '?',
        Verdict::Uncertain => '≈',
        Verdict::NotApplicable => '–',
        Verdict::Error => '!',
    }
}
