//! A walk over the syntax tree, with decimals: what most small rule engines do.

use rust_decimal::Decimal;

use super::json::Keys;
use super::text::{Node, parse};
use crate::engine::{Engine, Fault, Mask, Ready, Stand};
use crate::row::{Row, SLOTS, YEARS};
use crate::rules;

/// The walk.
pub(crate) struct DecimalTree;

/// An expression with the operators that the change needs.
enum Tree {
    Metric(usize),
    Constant(Decimal),
    Minus(Box<Tree>, Box<Tree>),
    Times(Box<Tree>, Box<Tree>),
    AtLeast(Box<Tree>, Box<Tree>),
    Below(Box<Tree>, Box<Tree>),
    And(Box<Tree>, Box<Tree>),
}

enum Value {
    Number(Decimal),
    Truth(bool),
}

impl Engine for DecimalTree {
    fn name(&self) -> &'static str {
        "syntax tree, rust_decimal"
    }

    fn stand(&self) -> Stand {
        Stand::Hand
    }

    fn text(&self, blocks: usize) -> Option<String> {
        Some(rules::text(blocks))
    }

    fn ready(&self, text: &str) -> Result<Box<dyn Ready>, Fault> {
        let trees = parse(text)?.iter().map(tree).collect();
        Ok(Box::new(Walk { trees, keys: Keys::new(), rows: Vec::new() }))
    }
}

struct Walk {
    trees: Vec<Tree>,
    keys: Keys,
    rows: Vec<[Decimal; SLOTS]>,
}

impl Walk {
    fn judge(&self, values: &[Decimal; SLOTS]) -> Result<Mask, Fault> {
        let mut mask = 0;
        for (target, tree) in self.trees.iter().enumerate() {
            mask |= u64::from(truth(walk(tree, values)?)?) << target;
        }
        Ok(mask)
    }
}

impl Ready for Walk {
    fn targets(&self) -> usize {
        self.trees.len()
    }

    fn hold(&mut self, rows: &[Row]) -> Result<(), Fault> {
        self.rows = rows.iter().map(|row| row.0.map(|value| Decimal::new(value, 3))).collect();
        Ok(())
    }

    fn verdicts(&mut self, set: usize) -> Result<Mask, Fault> {
        self.judge(&self.rows[set])
    }

    fn verdicts_of_json(&mut self, json: &str) -> Result<Mask, Fault> {
        self.judge(&self.keys.read(json, Decimal::ZERO, |text| Decimal::from_str_exact(text).ok())?)
    }
}

fn tree(node: &Node) -> Tree {
    let boxed = |node: &Node| Box::new(tree(node));
    let metric = |slot: usize| Box::new(Tree::Metric(slot));
    match node {
        Node::Metric(slot) => Tree::Metric(*slot),
        Node::Constant(thousandths) => Tree::Constant(Decimal::new(*thousandths, 3)),
        Node::AtLeast(left, right) => Tree::AtLeast(boxed(left), boxed(right)),
        Node::Below(left, right) => Tree::Below(boxed(left), boxed(right)),
        Node::And(left, right) => Tree::And(boxed(left), boxed(right)),
        Node::Falls { base, now, percent } => {
            let share = Box::new(Tree::Constant(Decimal::new(*percent, 2)));
            let fall = Tree::Minus(metric(*base), metric(*now));
            Tree::AtLeast(Box::new(fall), Box::new(Tree::Times(share, metric(*base))))
        }
        Node::FallsEveryYear(first) => {
            let step = |slot: usize| Tree::Below(metric(slot), metric(slot - 1));
            (first + 2..first + YEARS)
                .fold(step(first + 1), |tree, slot| Tree::And(Box::new(tree), Box::new(step(slot))))
        }
    }
}

fn walk(tree: &Tree, values: &[Decimal; SLOTS]) -> Result<Value, Fault> {
    let numbers = |left: &Tree, right: &Tree| {
        Ok::<_, Fault>((number(walk(left, values)?)?, number(walk(right, values)?)?))
    };
    Ok(match tree {
        Tree::Metric(slot) => Value::Number(values[*slot]),
        Tree::Constant(number) => Value::Number(*number),
        Tree::Minus(left, right) => {
            let (left, right) = numbers(left, right)?;
            Value::Number(left - right)
        }
        Tree::Times(left, right) => {
            let (left, right) = numbers(left, right)?;
            Value::Number(left * right)
        }
        Tree::AtLeast(left, right) => {
            let (left, right) = numbers(left, right)?;
            Value::Truth(left >= right)
        }
        Tree::Below(left, right) => {
            let (left, right) = numbers(left, right)?;
            Value::Truth(left < right)
        }
        Tree::And(left, right) => Value::Truth(truth(walk(left, values)?)? && truth(walk(right, values)?)?),
    })
}

fn number(value: Value) -> Result<Decimal, Fault> {
    match value {
        Value::Number(number) => Ok(number),
        Value::Truth(_) => Err("a truth is no number".into()),
    }
}

fn truth(value: Value) -> Result<bool, Fault> {
    match value {
        Value::Truth(truth) => Ok(truth),
        Value::Number(_) => Err("a number is no truth".into()),
    }
}
