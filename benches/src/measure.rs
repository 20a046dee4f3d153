//! Interleaved rounds and the ratios inside each of them.

use std::fmt;
use std::hint::black_box;
use std::time::Instant;

/// Something to be timed; what it returns keeps the compiler from leaving it out.
pub(crate) struct Candidate<'a> {
    name: &'static str,
    run: Box<dyn FnMut(usize) -> usize + 'a>,
}

impl<'a> Candidate<'a> {
    pub(crate) fn new(name: &'static str, run: impl FnMut(usize) -> usize + 'a) -> Candidate<'a> {
        Candidate { name, run: Box::new(run) }
    }
}

/// A table with a row for each candidate.
pub(crate) struct Table(Vec<Row>);

struct Row {
    name: &'static str,
    median_ns: f64,
    /// The time over the first candidate's in the same round: median, lower and upper quartile.
    ratio: (f64, f64, f64),
}

/// Runs every candidate once a round, `turns` times in a row, after one round that is not counted.
pub(crate) fn compare(rounds: usize, turns: usize, candidates: &mut [Candidate<'_>]) -> Table {
    let mut times: Vec<Vec<f64>> = candidates.iter().map(|_| Vec::new()).collect();
    for round in 0..=rounds {
        for (candidate, times) in candidates.iter_mut().zip(&mut times) {
            let begin = Instant::now();
            for turn in 0..turns {
                black_box((candidate.run)(turn));
            }
            let per_turn = begin.elapsed().as_secs_f64() * 1e9 / turns as f64;
            if round > 0 {
                times.push(per_turn);
            }
        }
    }
    let first = times.first().cloned().unwrap_or_default();
    let row = |(candidate, times): (&Candidate<'_>, &Vec<f64>)| {
        let ratios = sorted(times.iter().zip(&first).map(|(time, first)| time / first).collect());
        let ratio = (quantile(&ratios, 2), quantile(&ratios, 1), quantile(&ratios, 3));
        Row { name: candidate.name, median_ns: quantile(&sorted(times.clone()), 2), ratio }
    };
    Table(candidates.iter().zip(&times).map(row).collect())
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| candidate | median (µs) | of the first | quartiles |")?;
        writeln!(f, "|---|---:|---:|---:|")?;
        for Row { name, median_ns, ratio: (median, lower, upper) } in &self.0 {
            writeln!(f, "| {name} | {:.3} | {median:.2} | {lower:.2}–{upper:.2} |", median_ns / 1e3)?;
        }
        Ok(())
    }
}

fn sorted(mut values: Vec<f64>) -> Vec<f64> {
    values.sort_by(f64::total_cmp);
    values
}

/// The quarter-th quartile of sorted values.
fn quantile(sorted: &[f64], quarter: usize) -> f64 {
    sorted.get(sorted.len().saturating_sub(1) * quarter / 4).copied().unwrap_or(f64::NAN)
}
