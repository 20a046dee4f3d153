//! A condition, compiled.

use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use dabiao_check::{TermId, TermKind, Terms};

use super::block::{Block, each_operand};
use super::op::Leaf;
use crate::ids::BlockId;

/// The operations that one condition needs: a block for each trend, window and level, then the block of the condition itself, so that
/// every block stands behind those whose values it uses. Running it needs no recursion, however deep the rule.
#[derive(Debug)]
pub(crate) struct Routine {
    blocks: Vec<Block>,
}

impl Routine {
    /// Compiles the terms that `root` reaches.
    pub(crate) fn compile(terms: &Terms, root: TermId) -> Routine {
        let own = direct(terms, root);
        if own.iter().all(|id| spread_value(terms, *id).is_none()) {
            return Routine { blocks: vec![Block::compile(terms, &own, &BTreeMap::new())] };
        }
        let mut pending: BTreeSet<TermId> =
            own.iter().filter(|id| spread_value(terms, **id).is_some()).copied().collect();
        let mut values: BTreeMap<TermId, Vec<TermId>> = BTreeMap::new();
        // A term only refers to terms before it, so taking the last one first meets each of them once.
        while let Some(spread) = pending.pop_last() {
            let Some(value) = spread_value(terms, spread).filter(|value| *value < spread) else { continue };
            let needed = direct(terms, value);
            pending.extend(needed.iter().filter(|id| spread_value(terms, **id).is_some()));
            values.insert(spread, needed);
        }
        let ids = values.keys().enumerate().map(|(index, spread)| (*spread, BlockId::new(index))).collect();
        let blocks =
            values.values().chain([&own]).map(|direct| Block::compile(terms, direct, &ids)).collect();
        Routine { blocks }
    }

    /// The blocks, each behind those whose values it uses; the last one is the condition's own.
    pub(crate) fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// A block by its id.
    pub(crate) fn block(&self, id: BlockId) -> Option<&Block> {
        self.blocks.get(id.index())
    }

    /// The block of the condition itself.
    pub(crate) fn own(&self) -> BlockId {
        BlockId::new(self.blocks.len().saturating_sub(1))
    }

    /// The reads of metrics in a block and in those that it uses.
    pub(crate) fn leaves_under(&self, id: BlockId) -> Vec<&Leaf> {
        let mut leaves = Vec::new();
        let mut pending = vec![id];
        while let Some(block) = pending.pop().and_then(|id| self.block(id)) {
            leaves.extend(block.leaves());
            pending.extend(block.spreads().map(|(_, _, spread)| spread.block()));
        }
        leaves
    }

    /// The reads of metrics in all blocks.
    pub(crate) fn leaves(&self) -> impl Iterator<Item = &Leaf> {
        self.blocks.iter().flat_map(Block::leaves)
    }
}

/// The terms that `root` needs for the same row, itself included, in ascending order.
fn direct(terms: &Terms, root: TermId) -> Vec<TermId> {
    let mut pending = BinaryHeap::from([root]);
    let mut found: Vec<TermId> = Vec::new();
    while let Some(id) = pending.pop() {
        let Some(term) = terms.get(id).filter(|_| found.last() != Some(&id)) else { continue };
        found.push(id);
        each_operand(term, |operand| pending.extend((operand < id).then_some(operand)));
    }
    found.reverse();
    found
}

fn spread_value(terms: &Terms, id: TermId) -> Option<TermId> {
    match &terms.get(id)?.kind {
        TermKind::Trend(test) => Some(test.value),
        TermKind::OverTime(window) => Some(window.value),
        TermKind::OverPlaces(siblings) => Some(siblings.value),
        _ => None,
    }
}
