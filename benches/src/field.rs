//! Who takes part.

use crate::batch::Batch;
use crate::engine::Engine;
use crate::hand::{Columns, DecimalTable, DecimalTree, IntegerTable, RowTable, Straight, StraightDecimal};
use crate::ours::{Dabiao, DabiaoBatch};

/// The candidates of a run.
pub struct Field {
    /// For one plan and one input set at a time.
    pub engines: Vec<Box<dyn Engine>>,
    /// For many rows at once.
    pub batches: Vec<Box<dyn Batch>>,
}

impl Field {
    /// dabiao and what is written by hand.
    #[must_use]
    pub fn without_peers() -> Field {
        Field {
            engines: vec![
                Box::new(Straight),
                Box::new(IntegerTable),
                Box::new(StraightDecimal),
                Box::new(DecimalTable),
                Box::new(DecimalTree),
                Box::new(Dabiao),
            ],
            batches: vec![
                Box::new(Columns::Roofline),
                Box::new(Columns::Bitmaps),
                Box::new(RowTable),
                Box::new(DabiaoBatch),
            ],
        }
    }
}
