//! Progress towards a target: where a value should be on its way, and how fast it moves.
//!
//! A path leads from a base to a target, [evenly](Path::Linear) or [by the same share each period](Path::Compound).
//! Times are whole periods counted from anywhere, so that a path by years may be asked for its years and a path by
//! quarters for its quarters. Whether a value is on its path, and whether a yearly change reaches a rate, is decided
//! exactly by comparing whole powers; the roots themselves are irrational and only shown, rounded once.
//!
//! A fall by 20 % from 1.20, due in year 5 and at 1.12 in year 2:
//!
//! ```
//! use dabiao_model::Number;
//! use dabiao_model::progress::{Growth, Path, Point, Track};
//!
//! let number = |text| Number::parse(text).unwrap();
//! let point = |at, value| Point { at, value: number(value) };
//! let track = |path| Track::new(path, point(0, "1.20"), point(5, "0.96")).unwrap();
//!
//! let linear = track(Path::Linear);
//! assert_eq!(linear.expected(2, 6).unwrap().value, number("1.104"));
//! assert_eq!(linear.progress(&number("1.12")), number("1/3"));
//! assert_eq!(linear.elapsed(2).unwrap(), number("0.4"));
//! assert_eq!(linear.pace(2, &number("1.12"), 1, 6).unwrap().value, number("5/6"));
//! assert!(!linear.is_on_track(2, &number("1.12")).unwrap());
//!
//! let compound = track(Path::Compound);
//! assert_eq!(compound.expected(2, 6).unwrap().value, number("1.097532"));
//! assert_eq!(compound.pace(2, &number("1.12"), 1, 6).unwrap().value, number("0.776865"));
//! let required = Growth::new(&number("1.20"), &number("0.96"), 5, 1).unwrap();
//! assert_eq!(required.yearly(6).unwrap().value, number("-0.043648"));
//! ```

mod fault;
mod growth;
mod path;
mod powers;
mod track;

pub use fault::ProgressFault;
pub use growth::Growth;
pub use path::{Path, Point};
pub use powers::Rounded;
pub use track::Track;
