//! A share that a sample tells.

use dabiao_check::Sampling;
use dabiao_model::sampling::{Bounds, Counts, CountsFault, Decision, bounds, decide};
use dabiao_model::{Value, Wording};

use crate::evaluate::{Cause, Context, Fault, Place, Sheet};
use crate::evidence;
use crate::program::OpKind;
use crate::trace;

/// What the sample of one row says.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sample {
    pub(crate) decision: Decision,
    pub(crate) counts: Counts,
}

impl Sample {
    /// Decides about a row of a condition; `None` where the condition has no answer to decide about.
    pub(super) fn hear(
        sampling: &Sampling,
        sheet: &Sheet<'_>,
        row: usize,
        context: &Context<'_>,
    ) -> Option<Result<Sample, Cause>> {
        sheet.truth(row).ok()?;
        let fault = |fault| Some(Err(Cause::Fault(fault)));
        let root = sheet.root(row);
        let side = |term| {
            let slots = sheet.op(root)?.operands.iter();
            let mut places = slots.map(|slot| Place { slot: *slot, ..root });
            places.find(|place| sheet.op(*place).is_some_and(|op| op.term == term))
        };
        let (share, threshold) = (side(sampling.share)?, side(sampling.threshold)?);
        let Some(Ok(Value::Number(threshold))) = sheet.value(threshold) else {
            return fault(Fault::Mistyped);
        };
        let op = sheet.op(share)?;
        let OpKind::Metric(leaf) = &op.kind else { return fault(Fault::Mistyped) };
        let read = trace::read(sheet, share, op.term, leaf, context)?;
        let Some((passes, total)) = evidence::counts(&read, context) else {
            return fault(Fault::NoCounts(op.term));
        };
        Some(match Counts::new(passes, total) {
            Ok(counts) => {
                let decision = decide(counts, &sampling.confidence, &threshold, sampling.direction);
                Ok(Sample { decision, counts })
            }
            Err(CountsFault::TooLarge) => Err(Cause::Fault(Fault::NumberTooLarge(op.term))),
            Err(_) => Err(Cause::Fault(Fault::NoCounts(op.term))),
        })
    }

    /// The bounds as people read them.
    pub(crate) fn bounds(self, sampling: &Sampling) -> Option<[Wording; 2]> {
        let Bounds { low, high } = bounds(self.counts, &sampling.confidence)?;
        let shown = |bound: f64| {
            let is_end = bound <= 0.0 || bound >= 1.0;
            Wording::from(if is_end {
                format!("{:.0}%", bound * 100.0)
            } else {
                format!("≈{:.4}%", bound * 100.0)
            })
        };
        Some([low, high].map(shown))
    }
}
