//! Operations that run over the same rows.

use std::collections::BTreeMap;

use dabiao_check::{Term, TermId, TermKind, Terms};

use super::op::{ChangeRule, Leaf, Op, OpKind, SiblingsRule, Spread, TrendRule, WindowRule, YearlyRule};
use crate::ids::{BlockId, Slot};

/// A straight line of operations; the value of the last one is what the block is for.
#[derive(Debug)]
pub(crate) struct Block {
    ops: Vec<Op>,
}

impl Block {
    /// Compiles terms, which stand in ascending order. The value of a trend, a window or a level is computed by
    /// another block, since it is needed for other rows than the one judged.
    pub(super) fn compile(terms: &Terms, direct: &[TermId], spreads: &BTreeMap<TermId, BlockId>) -> Block {
        let mut ops: Vec<Op> = Vec::with_capacity(direct.len());
        for id in direct {
            let Some(term) = terms.get(*id) else { continue };
            // An operand that is missing leaves its operation with too few, and that is a fault when it runs.
            let slot = |operand: &TermId| direct.binary_search(operand).ok().map(Slot::new);
            let mut slots = Vec::new();
            each_operand(term, |operand| slots.extend(slot(&operand)));
            let operands: Box<[Slot]> = slots.into();
            let kind = kind(*id, term, terms, spreads);
            let reads = |slot: &Slot| ops.get(slot.index()).is_some_and(|op| op.depends_on_data);
            let depends_on_data = matches!(kind, OpKind::Metric(_)) || operands.iter().any(reads);
            let mut op = Op { term: *id, kind, operands, depends_on_data };
            op.depends_on_data |= op.spread().is_some();
            ops.push(op);
        }
        Block { ops }
    }

    /// The operations, each behind its operands.
    pub(crate) fn ops(&self) -> &[Op] {
        &self.ops
    }

    /// An operation by its slot.
    pub(crate) fn op(&self, slot: Slot) -> Option<&Op> {
        self.ops.get(slot.index())
    }

    /// The slot of the block's value.
    pub(crate) fn root(&self) -> Slot {
        Slot::new(self.ops.len().saturating_sub(1))
    }

    /// The reads of metrics.
    pub(crate) fn leaves(&self) -> impl Iterator<Item = &Leaf> {
        self.ops.iter().filter_map(|op| match &op.kind {
            OpKind::Metric(leaf) => Some(leaf),
            _ => None,
        })
    }

    /// The operations that need values of other rows.
    pub(crate) fn spreads(&self) -> impl Iterator<Item = (Slot, TermId, Spread<'_>)> {
        let ops = self.ops.iter().enumerate();
        ops.filter_map(|(slot, op)| Some((Slot::new(slot), op.term, op.spread()?)))
    }
}

/// The terms that a term needs for the same row, in the order of the text.
pub(super) fn each_operand(term: &Term, mut see: impl FnMut(TermId)) {
    match &term.kind {
        TermKind::Constant(_)
        | TermKind::Assumption(_)
        | TermKind::Metric { .. }
        | TermKind::Trend(_)
        | TermKind::OverTime(_)
        | TermKind::OverPlaces(_) => {}
        TermKind::Negate(a) | TermKind::Absolute(a) | TermKind::Not(a) | TermKind::Round { value: a, .. } => {
            see(*a);
        }
        TermKind::Arithmetic { left, right, .. } | TermKind::Compare { left, right, .. } => {
            [*left, *right].into_iter().for_each(see);
        }
        TermKind::If { condition, then, otherwise } => {
            [*condition, *then, *otherwise].into_iter().for_each(see);
        }
        TermKind::InRange { value, first, last } => [*value, *first, *last].into_iter().for_each(see),
        TermKind::Change(test) => [test.now, test.base, test.amount].into_iter().for_each(see),
        TermKind::Yearly(test) => [test.now, test.base, test.rate].into_iter().for_each(see),
        TermKind::Least(of)
        | TermKind::Greatest(of)
        | TermKind::All(of)
        | TermKind::Any(of)
        | TermKind::AtLeast { of, .. } => of.iter().copied().for_each(see),
    }
}

/// Where and when a metric is read, for a term that reads one.
fn leaf(term: &Term) -> Option<Leaf> {
    match &term.kind {
        TermKind::Metric { metric, places, time } => {
            Some(Leaf { metric: *metric, places: places.clone().into(), time: *time })
        }
        _ => None,
    }
}

fn kind(id: TermId, term: &Term, terms: &Terms, spreads: &BTreeMap<TermId, BlockId>) -> OpKind {
    // Every spread that is reached has a block; a block that does not exist has no rows and no values.
    let block = || spreads.get(&id).copied().unwrap_or(BlockId::new(usize::MAX));
    match &term.kind {
        TermKind::Constant(value) => OpKind::Constant(value.clone()),
        TermKind::Assumption(id) => OpKind::Assumption(*id),
        TermKind::Metric { metric, places, time } => {
            OpKind::Metric(Leaf { metric: *metric, places: places.clone().into(), time: *time })
        }
        TermKind::Negate(_) => OpKind::Negate,
        TermKind::Absolute(_) => OpKind::Absolute,
        TermKind::Arithmetic { op, .. } => OpKind::Arithmetic(*op),
        TermKind::Least(_) => OpKind::Least,
        TermKind::Greatest(_) => OpKind::Greatest,
        TermKind::Round { value, rounding } => {
            OpKind::Round { rounding: rounding.clone(), reading: terms.get(*value).and_then(leaf) }
        }
        TermKind::If { .. } => OpKind::If,
        TermKind::Compare { op, .. } => OpKind::Compare(*op),
        TermKind::InRange { .. } => OpKind::InRange,
        TermKind::Not(_) => OpKind::Not,
        TermKind::All(_) => OpKind::All,
        TermKind::Any(_) => OpKind::Any,
        TermKind::AtLeast { count, .. } => OpKind::AtLeast(*count),
        TermKind::Change(test) => OpKind::Change(ChangeRule {
            since: test.since,
            relative: test.relative,
            direction: test.direction,
            bound: test.bound,
        }),
        TermKind::Trend(test) => OpKind::Trend(TrendRule {
            block: block(),
            direction: test.direction,
            negated: test.negated,
            step: test.step,
            first: test.first,
            last: test.last,
        }),
        TermKind::Yearly(test) => {
            OpKind::Yearly(YearlyRule { since: test.since, time: test.time, op: test.op })
        }
        TermKind::OverTime(window) => OpKind::OverTime(WindowRule {
            block: block(),
            summary: window.summary,
            count: window.count,
            step: window.step,
            needing: window.needing,
            time: window.time,
        }),
        TermKind::OverPlaces(siblings) => OpKind::OverPlaces(SiblingsRule {
            block: block(),
            summary: siblings.summary,
            level: siblings.level.as_str().into(),
            excluding_self: siblings.excluding_self,
            places: siblings.places.clone().into(),
        }),
    }
}
