//! The verdicts of a district in big rational numbers, from the texts of its records: slow, obvious and exact.

use num_rational::BigRational;
use num_traits::Zero;

use super::{TARGETS, YEAR};
use crate::reference::rational;

/// Whether each target is met, from the CSV text of all records.
pub(crate) fn verdicts(csv: &str, entity: usize) -> [bool; TARGETS] {
    let (name, year) = (format!("e{entity}"), format!("{YEAR}-"));
    let rows: Vec<Vec<&str>> = csv.lines().skip(1).map(|line| line.split(',').collect()).collect();
    let own = rows.iter().filter(|row| row[0] == name && row[1].starts_with(&year));
    let rows: Vec<(&str, BigRational, BigRational)> =
        own.map(|row| (row[2], rational(row[3]), rational(row[4]))).collect();
    let count = |outcome: &str| whole(rows.iter().filter(|row| row.0 == outcome).count());
    let kept: Vec<&BigRational> = rows.iter().filter(|row| row.0 != "withdrawn").map(|row| &row.1).collect();
    let mut leads: Vec<&BigRational> = rows.iter().map(|row| &row.1).collect();
    leads.sort();
    let middle = (leads[(leads.len() - 1) / 2] + leads[leads.len() / 2]) / whole(2);
    let sum = |values: &mut dyn Iterator<Item = &BigRational>| {
        values.fold(BigRational::zero(), |sum, value| sum + value)
    };
    [
        count("pass") / (count("pass") + count("fail")) >= rational("0.9"),
        whole(rows.len()) >= whole(300),
        count("fail") <= whole(27),
        sum(&mut kept.iter().copied()) / whole(kept.len()) <= rational("0.01"),
        leads[leads.len() - 1] <= &rational("0.019"),
        leads[0] >= &rational("0.001"),
        middle <= rational("0.01"),
        sum(&mut rows.iter().map(|row| &row.2)) >= whole(3015),
    ]
}

fn whole(number: usize) -> BigRational {
    BigRational::from_integer(number.into())
}
