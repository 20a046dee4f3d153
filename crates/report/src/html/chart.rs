//! Charts as inline SVG. They draw the numbers of a result; what they tell stands in texts beside them too.

mod bullet;
mod scale;
mod stack;
mod strip;
mod trend;

pub(super) use bullet::Bullet;
pub(super) use stack::Stack;
pub(super) use strip::Strip;
pub(super) use trend::Trend;
