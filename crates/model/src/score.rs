//! Points for results: from what was reached to a grade.
//!
//! The order is that of assessments: the points of each item ([`Credit`]), their weighted sum ([`weighted_sum`]),
//! bonus and penalty with their caps and a floor of zero ([`Adjustment`], [`adjusted`]), the grade ([`Grades`]), and
//! a veto last ([`Veto`]), which leaves the grade that was earned in the result. Everything is exact; nothing is
//! rounded on the way, and a score of 89.5 is not 90.
//!
//! ```
//! use dabiao_model::Number;
//! use dabiao_model::score::{Attainment, Credit, Grades, Ladder, Missing, Rung, Veto, Weighted, weighted_sum};
//!
//! let number = |text| Number::parse(text).unwrap();
//! let rungs = [("1", "40"), ("0.9", "35"), ("0.8", "30"), ("0.7", "25"), ("0.6", "20"), ("0.5", "15")];
//! let ladder = Ladder::new(rungs.map(|(at, points)| Rung { at: number(at), points: number(points) }).into());
//! let reached = Attainment { completion: Some(number("0.87")), ..Attainment::default() };
//! let points = Credit::Ladder(ladder.unwrap()).points(&reached, &number("40"));
//! assert_eq!(points, Some(number("30")));
//!
//! let measures = Weighted { weight: Number::ONE, points: Some(number("55")) };
//! let sum = weighted_sum(&[Weighted { weight: Number::ONE, points }, measures], Missing::Unknown).unwrap();
//! let grades = Grades::descending(
//!     [("A", "90"), ("B", "80"), ("C", "60")].map(|(grade, line)| (grade.to_string(), number(line))),
//!     Some("D".to_string()),
//! );
//! let veto = Veto { grade: "D".to_string(), reason: "a systemic product-safety incident".to_string() };
//! let graded = grades.unwrap().grade(Some(&sum), &[veto]);
//! assert_eq!((graded.earned.as_deref(), graded.given.as_deref()), (Some("B"), Some("D")));
//! ```

mod adjustment;
mod credit;
mod cut;
mod grade;
mod grade_fault;
mod ladder;
mod rate;
mod veto;
mod weighted;

pub use adjustment::{Adjustment, adjusted};
pub use credit::{Attainment, Credit, Linear};
pub use grade::{Band, Grades};
pub use grade_fault::GradeFault;
pub use ladder::{Ladder, LadderFault, Rung};
pub use rate::{Part, Rate};
pub use veto::{Graded, Veto};
pub use weighted::{Missing, Weighted, weighted_sum};
