//! How many more passes would have been enough.

use dabiao_check::Comparison;
use dabiao_model::Number;

use super::View;
use crate::evaluate::Place;
use crate::evidence::counts;
use crate::program::OpKind;
use crate::trace;

/// For a share given by its counts: the passes that are lacking among the same total. `None` where the side is no
/// such share, or the total is too small for it.
pub(super) fn needed(
    view: &View<'_, '_>,
    op: Comparison,
    share: Place,
    threshold: &Number,
) -> Option<String> {
    let operation = view.op(share)?;
    let OpKind::Metric(leaf) = &operation.kind else { return None };
    let read = trace::read(view.sheet, share, operation.term, leaf, view.context)?;
    let (passes, total) = counts(&read, view.context)?;
    let wanted = threshold * total;
    let enough = match op {
        Comparison::AtLeast => wanted.ceil(),
        Comparison::Above => wanted.floor() + Number::ONE,
        _ => return None,
    };
    (enough <= *total).then(|| (enough - passes).to_string())
}
