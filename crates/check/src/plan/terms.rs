//! The flat table of a plan's terms.

use serde::{Deserialize, Serialize};

use super::{Term, TermId};

/// Every term of a plan; a term only refers to terms before it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Terms(Vec<Term>);

impl Terms {
    /// Adds a term behind all others.
    pub fn push(&mut self, term: Term) -> TermId {
        let id = TermId::new(self.0.len());
        self.0.push(term);
        id
    }

    /// A term by its id.
    #[must_use]
    pub fn get(&self, id: TermId) -> Option<&Term> {
        self.0.get(id.index())
    }

    /// How many terms there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every term with its id, in order.
    pub fn iter(&self) -> impl Iterator<Item = (TermId, &Term)> {
        self.0.iter().enumerate().map(|(index, term)| (TermId::new(index), term))
    }
}
