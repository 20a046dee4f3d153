//! A flat table of terms, one for each target, and a loop over it.

use rust_decimal::Decimal;

use super::json::Keys;
use super::text::{Node, parse, thousandths};
use crate::engine::{Engine, Fault, Mask, Ready, Stand};
use crate::row::{Row, SLOTS, YEARS};
use crate::rules;

/// The table over integers of thousandths.
pub(crate) struct IntegerTable;

/// The table over decimals.
pub(crate) struct DecimalTable;

/// The terms that the table has, with their constants in the form that is compared.
enum Term<T> {
    AtLeast(usize, T),
    Below(usize, usize),
    /// The fall is held against this share of the base.
    Falls(usize, usize, T),
    FallsEveryYear(usize),
    Both([(usize, T); 2]),
}

/// The term of a tree; `None` for a shape that the table does not have.
fn term<T>(node: &Node, line: &impl Fn(i64) -> T, share: &impl Fn(i64) -> T) -> Option<Term<T>> {
    let at_least = |node: &Node| match node {
        Node::AtLeast(left, right) => match (&**left, &**right) {
            (Node::Metric(slot), Node::Constant(least)) => Some((*slot, line(*least))),
            _ => None,
        },
        _ => None,
    };
    match node {
        Node::AtLeast(..) => at_least(node).map(|(slot, least)| Term::AtLeast(slot, least)),
        Node::Below(left, right) => match (&**left, &**right) {
            (Node::Metric(left), Node::Metric(right)) => Some(Term::Below(*left, *right)),
            _ => None,
        },
        Node::Falls { base, now, percent } => Some(Term::Falls(*base, *now, share(*percent))),
        Node::FallsEveryYear(first) => Some(Term::FallsEveryYear(*first)),
        Node::And(left, right) => Some(Term::Both([at_least(left)?, at_least(right)?])),
        Node::Metric(_) | Node::Constant(_) => None,
    }
}

fn terms<T>(text: &str, line: impl Fn(i64) -> T, share: impl Fn(i64) -> T) -> Result<Vec<Term<T>>, Fault> {
    let of_node =
        |node: &Node| term(node, &line, &share).ok_or_else(|| Fault::from("no term for this shape"));
    parse(text)?.iter().map(of_node).collect()
}

impl Engine for IntegerTable {
    fn name(&self) -> &'static str {
        "table-driven i64"
    }

    fn stand(&self) -> Stand {
        Stand::Hand
    }

    fn text(&self, blocks: usize) -> Option<String> {
        Some(rules::text(blocks))
    }

    fn ready(&self, text: &str) -> Result<Box<dyn Ready>, Fault> {
        let terms = IntegerTerms::read(text)?;
        Ok(Box::new(Integers { terms, keys: Keys::new(), rows: Vec::new() }))
    }
}

impl Engine for DecimalTable {
    fn name(&self) -> &'static str {
        "table-driven rust_decimal"
    }

    fn stand(&self) -> Stand {
        Stand::Hand
    }

    fn text(&self, blocks: usize) -> Option<String> {
        Some(rules::text(blocks))
    }

    fn ready(&self, text: &str) -> Result<Box<dyn Ready>, Fault> {
        let terms = terms(text, |line| Decimal::new(line, 3), |percent| Decimal::new(percent, 2))?;
        Ok(Box::new(Decimals { terms, keys: Keys::new(), rows: Vec::new() }))
    }
}

/// The terms over integers.
pub(super) struct IntegerTerms(Vec<Term<i64>>);

impl IntegerTerms {
    pub(super) fn read(text: &str) -> Result<IntegerTerms, Fault> {
        terms(text, |line| line, |percent| percent).map(IntegerTerms)
    }

    pub(super) fn judge(&self, values: &[i64; SLOTS]) -> Mask {
        judge(&self.0, values, |base, now, percent| (base - now) * 100 >= percent * base)
    }
}

struct Integers {
    terms: IntegerTerms,
    keys: Keys,
    rows: Vec<Row>,
}

impl Ready for Integers {
    fn targets(&self) -> usize {
        self.terms.0.len()
    }

    fn hold(&mut self, rows: &[Row]) -> Result<(), Fault> {
        self.rows = rows.to_vec();
        Ok(())
    }

    fn verdicts(&mut self, set: usize) -> Result<Mask, Fault> {
        Ok(self.terms.judge(&self.rows[set].0))
    }

    fn verdicts_of_json(&mut self, json: &str) -> Result<Mask, Fault> {
        Ok(self.terms.judge(&self.keys.read(json, 0, |text| thousandths(text.as_bytes()))?))
    }
}

struct Decimals {
    terms: Vec<Term<Decimal>>,
    keys: Keys,
    rows: Vec<[Decimal; SLOTS]>,
}

impl Decimals {
    fn judge(&self, values: &[Decimal; SLOTS]) -> Mask {
        judge(&self.terms, values, |base, now, share| base - now >= share * base)
    }
}

impl Ready for Decimals {
    fn targets(&self) -> usize {
        self.terms.len()
    }

    fn hold(&mut self, rows: &[Row]) -> Result<(), Fault> {
        self.rows = rows.iter().map(|row| row.0.map(|value| Decimal::new(value, 3))).collect();
        Ok(())
    }

    fn verdicts(&mut self, set: usize) -> Result<Mask, Fault> {
        Ok(self.judge(&self.rows[set]))
    }

    fn verdicts_of_json(&mut self, json: &str) -> Result<Mask, Fault> {
        Ok(self.judge(&self.keys.read(json, Decimal::ZERO, |text| Decimal::from_str_exact(text).ok())?))
    }
}

fn judge<T: Copy + PartialOrd>(
    terms: &[Term<T>],
    values: &[T; SLOTS],
    falls: impl Fn(T, T, T) -> bool,
) -> Mask {
    let is_met = |term: &Term<T>| match term {
        Term::AtLeast(slot, least) => values[*slot] >= *least,
        Term::Below(left, right) => values[*left] < values[*right],
        Term::Falls(base, now, share) => falls(values[*base], values[*now], *share),
        Term::FallsEveryYear(first) => {
            (*first + 1..*first + YEARS).all(|slot| values[slot] < values[slot - 1])
        }
        Term::Both(parts) => parts.iter().all(|(slot, least)| values[*slot] >= *least),
    };
    terms.iter().enumerate().fold(0, |mask, (target, term)| mask | u64::from(is_met(term)) << target)
}
