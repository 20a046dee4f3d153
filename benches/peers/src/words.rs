//! The forty targets as expressions, in the few ways in which the engines' languages differ.

use dabiao_benches::row::{BOTH, TREND, YEARS};
use dabiao_benches::target::{Condition, conditions, decimal, field};

/// How a language writes an expression.
pub(crate) struct Words {
    /// What stands before the name of a block: `input.`.
    pub(crate) before: &'static str,
    /// Between two parts that both have to hold.
    pub(crate) and: &'static str,
}

impl Words {
    /// The expressions of a block.
    pub(crate) fn expressions(&self, block: usize) -> Vec<String> {
        conditions().iter().map(|condition| self.expression(block, condition)).collect()
    }

    /// The expressions of so many blocks, one on each line.
    pub(crate) fn lines(&self, blocks: usize) -> String {
        (0..blocks).flat_map(|block| self.expressions(block)).map(|line| line + "\n").collect()
    }

    fn expression(&self, block: usize, condition: &Condition) -> String {
        let at = |slot: usize| {
            let name = format!("{}b{block}.{}", self.before, field(slot));
            if (TREND..BOTH).contains(&slot) { format!("{name}[{}]", (slot - TREND) % YEARS) } else { name }
        };
        match *condition {
            Condition::AtLeast(slot, line) => format!("{} >= {}", at(slot), decimal(line)),
            Condition::Below(left, right) => format!("{} < {}", at(left), at(right)),
            Condition::FallsByAFifth(base, now) => {
                format!("{} - {} >= 0.2 * {}", at(base), at(now), at(base))
            }
            Condition::FallsEveryYear(first) => {
                let step = |slot: usize| format!("{} < {}", at(slot), at(slot - 1));
                (first + 1..first + YEARS).map(step).collect::<Vec<_>>().join(self.and)
            }
            Condition::Both(parts) => {
                parts.map(|(slot, line)| format!("{} >= {}", at(slot), decimal(line))).join(self.and)
            }
        }
    }
}
