//! Verdicts on a share that only a sample tells.
//!
//! A sample of which 95 % pass does not show that 90 % of everything passes. The bounds here say what the sample
//! leaves possible: with a confidence of 95 %, a procedure that calls a target met whenever the *lower* bound
//! reaches it is wrong at most once in twenty times. So there are three answers, and one of them is that
//! [the sample cannot decide](Decision::Uncertain); the acceptance, rejection and undecided zones of JCGM 106 for
//! measured values have the same shape.
//!
//! The bounds hold for a **simple random sample**. Where inspectors choose what they test by risk, the share is a
//! description of what was tested and nothing more, whatever bound is put around it. And a sample never proves a
//! declared level: in the words of GB/T 2828.4 and ISO 2859-4 it is contradicted or not contradicted.
//!
//! ```
//! use dabiao_model::Number;
//! use dabiao_model::sampling::{Confidence, Counts, Decision, Direction, Interval, decide};
//!
//! let number = |text| Number::parse(text).unwrap();
//! let counts = Counts::new(&95.into(), &100.into()).unwrap();
//! let answer = |interval| {
//!     let confidence = Confidence::new(number("0.95"), interval).unwrap();
//!     decide(counts, &confidence, &number("0.9"), Direction::AtLeast)
//! };
//! assert_eq!(answer(Interval::ClopperPearson), Decision::Uncertain);
//! assert_eq!(answer(Interval::Wilson), Decision::Met);
//! ```

mod bounds;
mod clopper_pearson;
mod confidence;
mod counts;
mod decision;
mod exact;
#[cfg(test)]
mod testing;
mod weights;
mod wilson;

pub use bounds::{Bounds, bounds};
pub use confidence::{Confidence, Interval};
pub use counts::{Counts, CountsFault};
pub use decision::{Decision, Direction, decide};
