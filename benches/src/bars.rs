//! The bars: what dabiao is to reach on each workload, and whether a run reached it.

use crate::outcome::{Outcome, number, time};

/// What is asked of one figure.
enum Bar {
    /// At most so many nanoseconds.
    Time(f64),
    /// At most so many times the workload's limit.
    OfLimit(f64),
    /// At most so much of the time of the fastest exact engine.
    OfBestPeer(f64),
    /// At most so many MiB at the peak.
    Peak(f64),
    /// At most so many times the columns that were handed in.
    OfColumns(f64),
    /// At most so many times the same candidate's figure in another workload.
    Growth(&'static str, f64),
    /// At least so many times faster than the same candidate in another workload.
    Speedup(&'static str, f64),
}

struct Line {
    work: &'static str,
    workload: &'static str,
    candidate: &'static str,
    bar: Bar,
}

const fn line(work: &'static str, workload: &'static str, bar: Bar) -> Line {
    Line { work, workload, candidate: "dabiao", bar }
}

const LINES: &[Line] = &[
    line("40 verdicts from typed inputs", "verdicts", Bar::Time(430.0)),
    line("… beside the best other engine", "verdicts", Bar::OfBestPeer(0.1)),
    line("JSON to 40 verdicts", "json", Bar::OfLimit(3.0)),
    line("… beside the best other engine", "json", Bar::OfBestPeer(0.4)),
    line("text to a plan that can judge", "ready", Bar::OfLimit(2.5)),
    line("plan size: 40,000 targets beside 40, each", "plan-size-40000", Bar::Growth("plan-size-40", 1.5)),
    line("… peak of the memory", "plan-size-40000", Bar::Peak(100.0)),
    Line {
        candidate: "dabiao, 4000 targets",
        ..line("analysis: 4,000 targets beside 400, each", "analysis", Bar::OfLimit(1.5))
    },
    line("a batch by one thread", "batch-1", Bar::OfLimit(2.0)),
    line("… beside the best other engine", "batch-1", Bar::OfBestPeer(1.0)),
    line("… peak of the memory beside the columns", "batch-1", Bar::OfColumns(1.1)),
    line("a batch by two threads beside one", "batch-2", Bar::Speedup("batch-1", 1.8)),
    Line {
        candidate: "dabiao, bases",
        ..line("evidence for one row, values as numbers", "evidence", Bar::Time(20_000.0))
    },
    Line {
        candidate: "dabiao, results in words",
        ..line("… and all of it in words", "evidence", Bar::Time(20_000.0))
    },
    line("times and places in a batch", "places", Bar::OfLimit(3.0)),
];

/// A table of the bars whose workloads were run.
pub(crate) fn markdown(outcomes: &[Outcome]) -> String {
    let mut text = "## Bars\n\n| work | workload | bar | measured | |\n|---|---|---:|---:|---|\n".to_string();
    for line in LINES {
        let found = |workload: &str| {
            outcomes.iter().find(|one| one.workload == workload && one.candidate == line.candidate)
        };
        let Some(outcome) = found(line.workload) else { continue };
        let (asked, measured) = line.bar.tell(outcome, found);
        let (measured, end) = match measured {
            Some((told, true)) => (told, "met"),
            Some((told, false)) => (told, "**missed**"),
            None => ("–".to_string(), "not measured"),
        };
        text.push_str(&format!("| {} | `{}` | {asked} | {measured} | {end} |\n", line.work, line.workload));
    }
    text
}

impl Bar {
    /// What is asked, and what was found with whether that is enough.
    fn tell<'a>(
        &self,
        outcome: &Outcome,
        other: impl Fn(&str) -> Option<&'a Outcome>,
    ) -> (String, Option<(String, bool)>) {
        let at_most = |most: f64, found: f64, told: String| (told, found <= most);
        let times = |value: f64| format!("{} ×", number(value));
        match *self {
            Bar::Time(most) => {
                let found = outcome.median_ns;
                (format!("≤ {}", time(most)), Some(at_most(most, found, time(found))))
            }
            Bar::OfLimit(most) => {
                let found = outcome.to_limit.map(|ratio| ratio.median);
                let found = found.map(|found| at_most(most, found, times(found)));
                (format!("≤ {} the limit", times(most)), found)
            }
            Bar::OfBestPeer(most) => {
                let found = outcome.to_best_peer.map(|ratio| ratio.median);
                let found = found.map(|found| at_most(most, found, times(found)));
                (format!("≤ {} the best engine", times(most)), found)
            }
            Bar::Peak(most) => {
                let found = outcome.peak_mib.map(|found| at_most(most, found, format!("{found:.1} MiB")));
                (format!("≤ {most:.0} MiB"), found)
            }
            Bar::OfColumns(most) => {
                let found = outcome.peak_mib.zip(outcome.columns_mib).map(|(peak, columns)| peak / columns);
                let found = found.map(|found| at_most(most, found, times(found)));
                (format!("≤ {} the columns", times(most)), found)
            }
            Bar::Growth(workload, most) => {
                let found = other(workload).map(|other| outcome.median_ns / other.median_ns);
                let found = found.map(|found| at_most(most, found, times(found)));
                (format!("≤ {}", times(most)), found)
            }
            Bar::Speedup(workload, least) => {
                let found = other(workload).map(|other| other.median_ns / outcome.median_ns);
                let found = found.map(|found| (format!("{} faster", times(found)), found >= least));
                (format!("≥ {} faster", times(least)), found)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outcome::{Spread, sample};
    use crate::work::ALL;

    fn check(outcomes: &[Outcome], wanted: &str) {
        let text = markdown(outcomes);
        let rows: Vec<&str> = text.lines().skip(4).collect();
        assert_eq!(rows.join("\n"), wanted);
    }

    #[test]
    fn a_bar_is_met_on_its_line_and_missed_above_it() {
        check(
            &[sample("places", "dabiao", 3.0)],
            "| times and places in a batch | `places` | ≤ 3.00 × the limit | 3.00 × | met |",
        );
        check(
            &[sample("places", "dabiao", 3.1)],
            "| times and places in a batch | `places` | ≤ 3.00 × the limit | 3.10 × | **missed** |",
        );
        check(&[sample("places", "other", 1.0)], "");
    }

    #[test]
    fn what_was_not_measured_is_not_met() {
        let mut one = sample("batch-1", "dabiao", 1.5);
        one.peak_mib = Some(440.0);
        one.columns_mib = Some(400.0);
        check(
            &[one.clone()],
            "| a batch by one thread | `batch-1` | ≤ 2.00 × the limit | 1.50 × | met |\n\
             | … beside the best other engine | `batch-1` | ≤ 1.00 × the best engine | – | not measured |\n\
             | … peak of the memory beside the columns | `batch-1` | ≤ 1.10 × the columns | 1.10 × | met |",
        );
        let mut two = sample("batch-2", "dabiao", 1.5);
        two.median_ns = one.median_ns / 1.9;
        two.to_best_peer = Some(Spread { median: 0.5, lower_quartile: 0.5, upper_quartile: 0.5 });
        check(
            &[two],
            "| a batch by two threads beside one | `batch-2` | ≥ 1.80 × faster | – | not measured |",
        );
    }

    #[test]
    fn every_bar_belongs_to_a_workload() {
        for line in LINES {
            let is_known = ALL.iter().any(|workload| line.workload.starts_with(workload.name));
            assert!(is_known, "{}", line.workload);
        }
    }
}
