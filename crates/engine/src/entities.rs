//! The entities of the data and how they stand in a tree.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::iter::successors;

use dabiao_model::{Code, Diagnostic, EntityRow, Place, nfc, similar};
use indexmap::IndexMap;

use crate::ids::EntityId;

/// Every entity that the data name, in the order in which they first do.
#[derive(Debug, Clone, Default)]
pub(crate) struct Entities {
    by_name: IndexMap<String, Entity>,
    /// Entities by title; `None` where several bear it, since it then names none of them.
    by_title: HashMap<String, Option<EntityId>>,
}

#[derive(Debug, Clone, Default)]
struct Entity {
    parent: Option<EntityId>,
    level: Option<String>,
    /// Where the entity's row stands, for one that has one.
    place: Option<Place>,
    /// Whether a value is known, or known to be missing, for the entity itself.
    has_data: bool,
}

impl Hash for Entities {
    fn hash<H: Hasher>(&self, state: &mut H) {
        for (name, entity) in &self.by_name {
            (name, entity.parent, &entity.level, entity.has_data).hash(state);
        }
        // Titles are kept in no order, so they are added up.
        let title = |named: (&String, &Option<EntityId>)| {
            let mut hasher = DefaultHasher::new();
            named.hash(&mut hasher);
            hasher.finish()
        };
        self.by_title.iter().map(title).fold(0, u64::wrapping_add).hash(state);
    }
}

impl Entities {
    /// The entity with a name or title, which is added where there is none.
    pub(crate) fn add(&mut self, name: &str) -> EntityId {
        self.find(name).unwrap_or_else(|| self.add_named(name))
    }

    /// The entity with a name or, if only one has it, a title.
    pub(crate) fn find(&self, name: &str) -> Option<EntityId> {
        let name = &*nfc(name);
        let by_name = self.by_name.get_index_of(name).map(EntityId::new);
        by_name.or_else(|| self.by_title.get(name).copied().flatten())
    }

    /// An entity's name.
    pub(crate) fn name(&self, id: EntityId) -> &str {
        self.by_name.get_index(id.index()).map_or("", |(name, _)| name)
    }

    /// The entities with a title that is theirs alone, in no order.
    pub(crate) fn titles(&self) -> impl Iterator<Item = (EntityId, &str)> {
        self.by_title.iter().filter_map(|(title, id)| Some(((*id)?, title.as_str())))
    }

    /// How many entities there are.
    pub(crate) fn len(&self) -> usize {
        self.by_name.len()
    }

    /// Every entity, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = EntityId> {
        (0..self.by_name.len()).map(EntityId::new)
    }

    /// Notes that the data speak of an entity itself.
    pub(crate) fn set_has_data(&mut self, id: EntityId) {
        if let Some((_, entity)) = self.by_name.get_index_mut(id.index()) {
            entity.has_data = true;
        }
    }

    /// Whether the data speak of an entity itself.
    pub(crate) fn has_data(&self, id: EntityId) -> bool {
        self.get(id).is_some_and(|entity| entity.has_data)
    }

    /// The same entities, of none of which the data speak any more.
    pub(crate) fn without_data(mut self) -> Entities {
        self.by_name.values_mut().for_each(|entity| entity.has_data = false);
        self
    }

    /// Those that a file of entities lists, of none of which the data speak any more.
    pub(crate) fn listed(self) -> Entities {
        let mut places: Vec<Option<EntityId>> = Vec::new();
        let mut by_name = IndexMap::new();
        for (name, entity) in self.by_name {
            let is_listed = entity.place.is_some();
            places.push(is_listed.then(|| EntityId::new(by_name.len())));
            if is_listed {
                by_name.insert(name, Entity { has_data: false, ..entity });
            }
        }
        let moved = |id: EntityId| places.get(id.index()).copied().flatten();
        by_name.values_mut().for_each(|entity| entity.parent = entity.parent.and_then(moved));
        let by_title = self.by_title.into_iter().map(|(title, id)| (title, id.and_then(moved))).collect();
        Entities { by_name, by_title }
    }

    /// Whether a file of entities says which there are.
    pub(crate) fn are_listed(&self) -> bool {
        self.by_name.values().any(|entity| entity.place.is_some())
    }

    /// The names of all entities.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().map(String::as_str)
    }

    /// The names of all entities, and the titles by which one of them is known.
    pub(crate) fn all_names(&self) -> impl Iterator<Item = &str> {
        let titles = self.by_title.iter().filter(|(_, of)| of.is_some()).map(|(title, _)| title.as_str());
        self.names().chain(titles)
    }

    /// The name that a mistyped one most likely means.
    pub(crate) fn similar(&self, name: &str) -> Option<&str> {
        similar(name, self.by_name.keys().map(String::as_str))
    }

    /// Goes from an entity to each of the places in turn: to the nearest ancestor of that level, else to the entity
    /// of that name.
    ///
    /// # Errors
    /// Where the way ends: the entity reached so far and the place that it does not lead to.
    pub(crate) fn go<'p>(
        &self,
        from: Option<EntityId>,
        places: &'p [String],
    ) -> Result<Option<EntityId>, (Option<EntityId>, &'p str)> {
        places.iter().try_fold(from, |from, place| {
            let ancestor = from.and_then(|from| self.ancestor(from, place));
            ancestor.or_else(|| self.find(place)).map(Some).ok_or((from, place.as_str()))
        })
    }

    /// The entities of a level, in order; the level may be named in the plural.
    pub(crate) fn of_level(&self, name: &str) -> Vec<EntityId> {
        let of = |level: &str| -> Vec<EntityId> {
            let is_of_level =
                |id: &EntityId| self.get(*id).is_some_and(|entity| entity.level.as_deref() == Some(level));
            self.iter().filter(is_of_level).collect()
        };
        let found = of(name);
        if !found.is_empty() {
            return found;
        }
        match (name.strip_suffix("ies"), name.strip_suffix('s')) {
            (Some(stem), _) => of(&format!("{stem}y")),
            (None, Some(singular)) => of(singular),
            (None, None) => found,
        }
    }

    /// The entities above another, the nearest first.
    pub(crate) fn ancestors(&self, of: EntityId) -> impl Iterator<Item = EntityId> {
        successors(self.parent(of), |id| self.parent(*id))
    }

    /// Adds the rows of an entity file and says what is wrong with them. Rows that are wrong are left out.
    pub(crate) fn set(&mut self, rows: &[EntityRow]) -> Vec<Diagnostic> {
        let mut faults = Vec::new();
        let mut added = Vec::new();
        for row in rows {
            let id = match self.by_name.get_index_of(nfc(&row.entity).as_ref()) {
                Some(index) => EntityId::new(index),
                None => self.add_named(&row.entity),
            };
            let Some((_, entity)) = self.by_name.get_index_mut(id.index()) else { continue };
            if let Some(first) = &entity.place {
                let fault = Diagnostic::new(Code::BrokenEntityTree, row.place.clone()).variant("twice");
                faults.push(fault.with("entity", &row.entity).note(first.clone(), "note-first-declared"));
                continue;
            }
            entity.place = Some(row.place.clone());
            entity.level = row.level.as_deref().map(|level| nfc(level).into_owned());
            if let Some(title) = &row.title {
                let named = self.by_title.entry(nfc(title).into_owned()).or_insert(Some(id));
                *named = named.filter(|other| *other == id);
            }
            added.push((id, row));
        }
        // A parent may stand below its children, so they are looked up when all rows are known.
        for (id, row) in &added {
            let Some(parent) = &row.parent else { continue };
            match self.find(parent) {
                Some(found) => self.set_parent(*id, Some(found)),
                None => {
                    let fault =
                        Diagnostic::new(Code::BrokenEntityTree, row.place.clone()).variant("unknown-parent");
                    faults.push(fault.with("entity", &row.entity).with("parent", parent));
                }
            }
        }
        faults.extend(self.cut_cycles(&added));
        faults
    }

    fn add_named(&mut self, name: &str) -> EntityId {
        let (index, _) = self.by_name.insert_full(nfc(name).into_owned(), Entity::default());
        EntityId::new(index)
    }

    fn get(&self, id: EntityId) -> Option<&Entity> {
        self.by_name.get_index(id.index()).map(|(_, entity)| entity)
    }

    fn parent(&self, id: EntityId) -> Option<EntityId> {
        self.get(id)?.parent
    }

    fn set_parent(&mut self, id: EntityId, parent: Option<EntityId>) {
        if let Some((_, entity)) = self.by_name.get_index_mut(id.index()) {
            entity.parent = parent;
        }
    }

    /// The nearest entity above another that is of a level.
    fn ancestor(&self, of: EntityId, level: &str) -> Option<EntityId> {
        let is_of_level =
            |id: &EntityId| self.get(*id).is_some_and(|entity| entity.level.as_deref() == Some(level));
        self.ancestors(of).find(is_of_level)
    }

    /// Cuts every cycle at one of its entities, so that each way up ends, and reports it there.
    fn cut_cycles(&mut self, added: &[(EntityId, &EntityRow)]) -> Vec<Diagnostic> {
        let mut faults = Vec::new();
        // On which walk each entity was met first; meeting one again on the same walk closes a cycle.
        let mut met: Vec<Option<usize>> = vec![None; self.by_name.len()];
        for (walk, (start, _)) in added.iter().enumerate() {
            let mut below = None;
            let mut next = Some(*start);
            while let Some(here) = next {
                let Some(mark) = met.get_mut(here.index()) else { break };
                if let Some(earlier) = *mark {
                    if let Some(below) = below.filter(|_| earlier == walk) {
                        faults.extend(self.cycle(below));
                        self.set_parent(below, None);
                    }
                    break;
                }
                *mark = Some(walk);
                below = Some(here);
                next = self.parent(here);
            }
        }
        faults
    }

    fn cycle(&self, at: EntityId) -> Option<Diagnostic> {
        let place = self.get(at)?.place.clone()?;
        Some(Diagnostic::new(Code::BrokenEntityTree, place).variant("ancestor").with("entity", self.name(at)))
    }
}
