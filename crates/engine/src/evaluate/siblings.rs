//! The entities of a level.

use std::collections::HashMap;

use dabiao_check::TermId;

use super::column::Cell;
use super::{Cause, Context, Gap};
use crate::ids::EntityId;
use crate::program::SiblingsRule;
use crate::row::Row;

/// The entities of one level, all of them and by each entity that stands above.
pub(super) struct Siblings {
    all: Vec<EntityId>,
    below: HashMap<EntityId, Vec<EntityId>>,
}

impl Siblings {
    /// Finds the entities of a rule's level, in the order of the data.
    pub(super) fn find(rule: &SiblingsRule, context: &Context<'_>) -> Siblings {
        let entities = context.metrics.tree();
        let all = entities.of_level(&rule.level);
        let mut below: HashMap<EntityId, Vec<EntityId>> = HashMap::new();
        for id in &all {
            for above in entities.ancestors(*id) {
                below.entry(above).or_default().push(*id);
            }
        }
        Siblings { all, below }
    }

    /// The entities around a row's own: those below it or, where there are none, below the nearest entity above it
    /// that has some; where nothing above has any, all of the level.
    pub(super) fn around(
        &self,
        rule: &SiblingsRule,
        term: TermId,
        row: Row,
        context: &Context<'_>,
    ) -> Cell<Vec<EntityId>> {
        let entities = context.metrics.tree();
        let gone = entities.go(row.entity, &rule.places);
        let here = gone.map_err(|_| Cause::Unknown(Gap::NoAncestor(term)))?;
        let above = here.into_iter().chain(here.into_iter().flat_map(|here| entities.ancestors(here)));
        let found = above.filter_map(|id| self.below.get(&id)).next().unwrap_or(&self.all);
        let is_left_out = |id: &EntityId| rule.excluding_self && Some(*id) == here;
        let around: Vec<EntityId> = found.iter().filter(|id| !is_left_out(id)).copied().collect();
        if around.is_empty() { Err(Cause::Unknown(Gap::NoSiblings(term))) } else { Ok(around) }
    }
}
