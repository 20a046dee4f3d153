//! A panic for the tests of the borders.

use crate::Question;

/// The entity of the question that panics.
const ENTITY: &str = "planted panic";

#[expect(clippy::panic, reason = "the tests of the borders need one; no release has the feature")]
pub(crate) fn panic_where_asked(question: &Question) {
    if question.entity.as_deref() == Some(ENTITY) {
        panic!("planted for a test");
    }
}
