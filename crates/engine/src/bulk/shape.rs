//! What a prepared program depends on in a table of metrics.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::Metrics;
use crate::metrics::Cells;

/// A digest of everything but the values: which entities and periods there are, how they stand to each other, and in
/// which form the values are held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shape([u64; 2]);

impl Shape {
    pub(crate) fn of(metrics: &Metrics) -> Shape {
        // Two digests of 64 bits each, so that no two tables that differ are ever taken for one.
        Shape([0_u8, 1].map(|seed| {
            let mut hasher = DefaultHasher::new();
            seed.hash(&mut hasher);
            metrics.tree().hash(&mut hasher);
            metrics.judged().hash(&mut hasher);
            metrics.all_periods().for_each(|period| period.hash(&mut hasher));
            for (index, column) in metrics.columns().iter().enumerate() {
                index.hash(&mut hasher);
                for (period, plane) in column.planes() {
                    period.hash(&mut hasher);
                    form(plane.cells()).hash(&mut hasher);
                    plane.has_values().hash(&mut hasher);
                }
            }
            hasher.finish()
        }))
    }
}

/// The form of exact numbers; smaller ones are powers of ten.
pub(super) const NUMBERS: u32 = 100;
/// The form of yes and no.
pub(super) const TRUTHS: u32 = 101;
/// The form of levels.
pub(super) const LEVELS: u32 = 102;
/// The form of all other values.
const VALUES: u32 = 103;

/// A number for each form of values, and for each power of ten of scaled ones. How many bytes their integers take is no
/// part of it: a run looks for itself.
pub(crate) fn form(cells: &Cells) -> u32 {
    match cells {
        Cells::Scaled(scaled) => scaled.exponent(),
        Cells::Numbers(_) => NUMBERS,
        Cells::Truths { .. } => TRUTHS,
        Cells::Levels(_) => LEVELS,
        Cells::Values(_) => VALUES,
    }
}
