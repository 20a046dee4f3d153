//! The engine held against a second evaluator, and against laws that need none.

mod expression;
mod fixture;
mod gaps;
mod laws;
mod oracle;
mod random;
mod short;
