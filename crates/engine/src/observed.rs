//! What was observed, what was required, and how far apart they are.

mod attainment;
mod change;
mod comparison;
mod counts;
mod figures;
mod range;
mod trend;
mod truth;
mod yearly;

pub(crate) use attainment::{Attained, attained};
use dabiao_model::{Number, Type, Value, Verdict, Wording};
pub(crate) use figures::figures;

use crate::evaluate::{Context, Place, Sheet};
use crate::judge::Hearing;
use crate::program::{Op, OpKind};

/// Texts for people about one result; what the condition's form has no answer for is `None`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Observed {
    pub(crate) observed: Option<Wording>,
    pub(crate) required: Option<Wording>,
    pub(crate) margin: Option<Wording>,
    pub(crate) needed: Option<String>,
}

/// Tells the sides of a condition whose outermost part is a comparison, a range, a change, a trend or a yes/no
/// value.
pub(crate) fn observed(
    hearing: &Hearing<'_>,
    row: usize,
    verdict: Verdict,
    context: &Context<'_>,
) -> Observed {
    if verdict == Verdict::NotApplicable {
        return Observed::default();
    }
    let view = View { sheet: &hearing.condition, context };
    let root = view.sheet.root(row);
    let Some(op) = view.sheet.op(root) else { return Observed::default() };
    let operands: Vec<Place> = op.operands.iter().map(|slot| Place { slot: *slot, ..root }).collect();
    let told = match (&op.kind, operands.as_slice()) {
        (OpKind::Compare(op), [left, right]) => {
            // How many more passes a sample needs is another question than how many the share does.
            let is_short = verdict == Verdict::Missed && hearing.target.sampling.is_none();
            comparison::tell(&view, *op, *left, *right, is_short)
        }
        (OpKind::InRange, [value, first, last]) => range::tell(&view, *value, *first, *last),
        (OpKind::Change(rule), [now, base, amount]) => {
            change::tell(&view, rule, root, [*now, *base, *amount])
        }
        (OpKind::Trend(_), _) => trend::tell(&view, root),
        (OpKind::Yearly(rule), [now, base, rate]) => yearly::tell(&view, rule, root, [*now, *base, *rate]),
        (OpKind::Metric(_), _) => truth::tell(&view, root, true),
        (OpKind::Not, [of]) => truth::tell(&view, *of, false),
        _ => None,
    };
    told.unwrap_or_default()
}

/// The cells of a sheet with their types.
struct View<'s, 'a> {
    sheet: &'s Sheet<'a>,
    context: &'s Context<'s>,
}

impl<'a> View<'_, 'a> {
    fn op(&self, place: Place) -> Option<&'a Op> {
        self.sheet.op(place)
    }

    /// The type of a cell's value.
    fn ty(&self, place: Place) -> Option<&Type> {
        let term = self.context.program.plan().terms.get(self.op(place)?.term)?;
        Some(&term.ty)
    }

    /// A cell's value; `None` where it has none.
    fn value(&self, place: Place) -> Option<Value> {
        self.sheet.value(place)?.ok()
    }

    /// A cell's value, where it is a number.
    fn number(&self, place: Place) -> Option<Number> {
        match self.value(place)? {
            Value::Number(number) => Some(number),
            _ => None,
        }
    }

    fn depends_on_data(&self, place: Place) -> bool {
        self.op(place).is_some_and(|op| op.depends_on_data)
    }
}

/// A number of a type as people read it.
fn show(ty: &Type, number: Number) -> Wording {
    ty.wording(&Value::Number(number))
}
