//! A yes/no metric as a condition.

use dabiao_model::{Type, Value};

use super::{Observed, View};
use crate::evaluate::Place;
use crate::program::OpKind;

/// A metric of which yes, or no, is required.
pub(super) fn tell(view: &View<'_, '_>, metric: Place, wanted: bool) -> Option<Observed> {
    let OpKind::Metric(_) = view.op(metric)?.kind else { return None };
    let observed = view.value(metric).map(|value| Type::YesNo.wording(&value));
    let required = Some(Type::YesNo.wording(&Value::YesNo(wanted)));
    Some(Observed { observed, required, ..Observed::default() })
}
