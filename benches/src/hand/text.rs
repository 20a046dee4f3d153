//! A parser by hand for just the rule text of the workload: what reading it costs at the least.

use std::collections::HashMap;

use crate::engine::Fault;
use crate::row::{BOTH, CHANGE, SLOTS, TREND, YEARS};
use crate::target::metric;

/// A condition as a tree over the slots of its block; constants in thousandths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node {
    /// `m0`
    Metric(usize),
    /// `10.000`
    Constant(i64),
    /// `left >= right`
    AtLeast(Box<Node>, Box<Node>),
    /// `left < right`
    Below(Box<Node>, Box<Node>),
    /// `c0 falls by at least 20% since 2007`, the share in percent; base and now are slots.
    Falls { base: usize, now: usize, percent: i64 },
    /// `t0 falls every year since 2007`, from this slot on.
    FallsEveryYear(usize),
    /// `left and right`
    And(Box<Node>, Box<Node>),
}

/// The conditions of a text, in its order.
pub(crate) fn parse(text: &str) -> Result<Vec<Node>, Fault> {
    let slots: HashMap<String, usize> = (0..SLOTS).rev().map(|slot| (metric(slot), slot)).collect();
    text.lines()
        .map(|line| target(line, &slots).ok_or_else(|| format!("`{line}` is no target").into()))
        .collect()
}

/// How many lines there are, and how many words: what looking at every byte costs.
pub(crate) fn bare_lines(text: &str) -> usize {
    text.lines().map(|line| line.split_ascii_whitespace().count()).sum()
}

fn target(line: &str, slots: &HashMap<String, usize>) -> Option<Node> {
    let (_, condition) = line.strip_prefix("target ")?.split_once(": ")?;
    match condition.split_once(" and ") {
        Some((left, right)) => {
            Some(Node::And(Box::new(comparison(left, slots)?), Box::new(comparison(right, slots)?)))
        }
        None => comparison(condition, slots),
    }
}

fn comparison(text: &str, slots: &HashMap<String, usize>) -> Option<Node> {
    let (name, rest) = text.split_once(' ')?;
    let slot = slot(name, slots)?;
    if let Some(right) = rest.strip_prefix(">= ") {
        return Some(Node::AtLeast(Box::new(Node::Metric(slot)), Box::new(value(right, slots)?)));
    }
    if let Some(right) = rest.strip_prefix("< ") {
        return Some(Node::Below(Box::new(Node::Metric(slot)), Box::new(value(right, slots)?)));
    }
    if let Some(rest) = rest.strip_prefix("falls by at least ") {
        let percent = rest.strip_suffix("% since 2007")?.parse().ok()?;
        return (CHANGE..TREND).contains(&slot).then_some(Node::Falls { base: slot, now: slot + 1, percent });
    }
    let is_trend = rest == "falls every year since 2007" && (TREND..BOTH).contains(&slot);
    (is_trend && (slot - TREND).is_multiple_of(YEARS)).then_some(Node::FallsEveryYear(slot))
}

fn value(text: &str, slots: &HashMap<String, usize>) -> Option<Node> {
    match text.as_bytes().first()? {
        b'0'..=b'9' => thousandths(text.as_bytes()).map(Node::Constant),
        _ => slot(text, slots).map(Node::Metric),
    }
}

fn slot(name: &str, slots: &HashMap<String, usize>) -> Option<usize> {
    slots.get(name.split_once('.')?.1).copied()
}

/// `12.5` as 12,500; `None` where there are more than three places, or anything but digits.
pub(crate) fn thousandths(text: &[u8]) -> Option<i64> {
    let mut number: i64 = 0;
    let mut places = None;
    for byte in text {
        match (byte, places) {
            (b'0'..=b'9', Some(3)) => return None,
            (b'0'..=b'9', seen) => {
                number = number.checked_mul(10)?.checked_add(i64::from(byte - b'0'))?;
                places = seen.map(|count| count + 1);
            }
            (b'.', None) => places = Some(0),
            _ => return None,
        }
    }
    number.checked_mul(10_i64.pow(3 - places.unwrap_or(0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, wanted: Option<i64>) {
        assert_eq!(thousandths(text.as_bytes()), wanted, "{text}");
    }

    #[test]
    fn numbers_are_read_exactly_or_not_at_all() {
        check("12.5", Some(12_500));
        check("0.001", Some(1));
        check("7", Some(7_000));
        check("0.0001", None);
        check("1e3", None);
        check("1.2.3", None);
        check("9999999999999999999", None);
    }
}
