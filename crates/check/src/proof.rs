//! What can be proved of conditions before there are any data.
//!
//! A condition is read as a formula over [`Reading`]s: a metric at one place and time is one variable, in two plans
//! too. [`satisfiable`] asks whether conditions of one plan can hold together, [`implies`] whether one condition
//! follows from another, perhaps of another plan; [`Prover`] answers further questions about what it has read, such as
//! whether one condition can hold while another fails.
//!
//! # What a proof says
//!
//! A condition holds, fails, or does neither because data are missing or at fault. [`Condition::holds`] and
//! [`Condition::fails`] are claims about the first two; each is read so that it comes true exactly where the engine
//! says so, missing values and faults in other parts included: a relative change only holds or fails above a base of
//! zero, a quotient only where its divisor is not zero. So [`Answer::No`] for the claims that `a` holds and `b` fails
//! means that no data whatever make `a` met and `b` missed; `b` may still be unknown where a value is missing that `a`
//! does not need.
//!
//! Ranges that a metric declares are facts, since data outside are refused; across two plans both ranges are.
//! Assumptions have the values that their plans give them. Values that data mark as rounded before, such as `15.5(-)`,
//! are outside what is proved. Numbers are rationals: that counts are whole is no part of a type.
//!
//! # What it decides
//!
//! Sums, differences, and products and quotients with a constant; quotients of sums held against a constant; `min`,
//! `max`, `abs`, `if`; changes and fixed trends; windows whose values are all needed; levels and days; values that are
//! rounded and held against a constant, exactly, at the edge of the rounding's interval. Products of metrics, entities
//! of a level, compound changes and trends without fixed ends are taken as values of their own: a claim that cannot
//! come true whatever these are is answered `No`, and one that can only come true by them is [`Answer::Undecided`].
//! Questions over a limit are undecided too. Every [`Answer::Yes`] carries values that the engine would judge so.
//!
//! The linear part is decided by the exact simplex method of Dutertre and de Moura (2006); choices are tried in turn.

mod cases;
mod claim;
mod condition;
mod linear;
mod prover;
mod rounded;
mod search;
mod series;
mod shape;
mod simplex;
mod value;
mod variable;
mod witness;

pub use claim::{Claim, Condition};
pub use prover::{Answer, Implication, Prover, Undecided, implies, satisfiable};
pub(crate) use variable::meaning;
pub use variable::{Reading, Slot};
pub use witness::{Observed, Witness};
