//! The forty targets as rule text.

use crate::row::{BOTH_LINES, CHANGES, LINES, PAIRS, TRENDS};
use crate::target::decimal;

/// So many blocks of the forty targets, one target a line. Each block has metrics of its own: `b0.m3`, `b1.m3`.
#[must_use]
pub fn text(blocks: usize) -> String {
    let mut text = String::new();
    for block in 0..blocks {
        let mut line = |name: &str, index: usize, condition: &str| {
            text.push_str(&format!("target b{block}_{name}{index}: {condition}\n"));
        };
        for (index, least) in LINES.iter().enumerate() {
            line("m", index, &format!("b{block}.m{index} >= {}", decimal(*least)));
        }
        for index in 0..PAIRS {
            line("p", index, &format!("b{block}.p{index}a < b{block}.p{index}b"));
        }
        for index in 0..CHANGES {
            line("c", index, &format!("b{block}.c{index} falls by at least 20% since 2007"));
        }
        for index in 0..TRENDS {
            line("t", index, &format!("b{block}.t{index} falls every year since 2007"));
        }
        let part = |index: usize| format!("b{block}.x{index} >= {}", decimal(BOTH_LINES[index]));
        line("x", 0, &format!("{} and {}", part(0), part(1)));
    }
    text
}
