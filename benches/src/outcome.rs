//! What a run found, and how it is told: Markdown for people, JSON for programs.

use std::fmt::Write;

use serde::Serialize;

use crate::engine::Arithmetic;
use crate::target::Kind;

/// The middle of some numbers and how far they spread.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Spread {
    pub(crate) median: f64,
    pub(crate) lower_quartile: f64,
    pub(crate) upper_quartile: f64,
}

impl Spread {
    pub(crate) fn of(mut values: Vec<f64>) -> Spread {
        values.sort_by(f64::total_cmp);
        let quarter = |number: usize| {
            values.get(values.len().saturating_sub(1) * number / 4).copied().unwrap_or(f64::NAN)
        };
        Spread { median: quarter(2), lower_quartile: quarter(1), upper_quartile: quarter(3) }
    }
}

/// How many verdicts of a kind a candidate got wrong, out of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mistakes {
    pub(crate) kind: Kind,
    pub(crate) wrong: usize,
    pub(crate) asked: usize,
}

impl Mistakes {
    /// Counts one verdict of a kind.
    pub(crate) fn count(mistakes: &mut Vec<Mistakes>, kind: Kind, is_wrong: bool) {
        if !mistakes.iter().any(|one| one.kind == kind) {
            mistakes.push(Mistakes { kind, wrong: 0, asked: 0 });
        }
        for one in mistakes.iter_mut().filter(|one| one.kind == kind) {
            one.asked += 1;
            one.wrong += usize::from(is_wrong);
        }
    }
}

/// One candidate on one workload.
#[derive(Debug, Clone)]
pub(crate) struct Outcome {
    pub(crate) workload: String,
    pub(crate) candidate: String,
    pub(crate) arithmetic: Arithmetic,
    pub(crate) median_ns: f64,
    pub(crate) to_limit: Option<Spread>,
    pub(crate) to_best_peer: Option<Spread>,
    /// Of a candidate that computes in binary floats.
    pub(crate) mistakes: Vec<Mistakes>,
    /// The most memory that it held beyond what was there before it began.
    pub(crate) peak_mib: Option<f64>,
    /// What the columns take that it was handed.
    pub(crate) columns_mib: Option<f64>,
}

#[derive(Serialize)]
struct Line<'a> {
    workload: &'a str,
    candidate: &'a str,
    median_ns: f64,
    ratio_to_limit: Option<f64>,
    ratio_to_best_peer: Option<f64>,
}

/// A list of `{"workload", "candidate", "median_ns", "ratio_to_limit", "ratio_to_best_peer"}`, one on each line.
pub(crate) fn json(outcomes: &[Outcome]) -> Result<String, serde_json::Error> {
    let line = |one: &Outcome| {
        serde_json::to_string(&Line {
            workload: &one.workload,
            candidate: &one.candidate,
            median_ns: one.median_ns,
            ratio_to_limit: one.to_limit.map(|ratio| ratio.median),
            ratio_to_best_peer: one.to_best_peer.map(|ratio| ratio.median),
        })
    };
    let lines: Vec<String> = outcomes.iter().map(line).collect::<Result<_, _>>()?;
    Ok(format!("[\n{}\n]\n", lines.join(",\n")))
}

/// A table of one workload, under a heading.
pub(crate) fn markdown(heading: &str, about: &str, outcomes: &[Outcome]) -> String {
    let has_peers = outcomes.iter().any(|one| one.to_best_peer.is_some());
    let has_peak = outcomes.iter().any(|one| one.peak_mib.is_some());
    let mut text = format!("## {heading}\n\n{about}\n\n| candidate | median | of the limit | quartiles |");
    let mut rule = "|---|---:|---:|---:|".to_string();
    for (_, title) in
        [(has_peers, " of the best peer |"), (has_peak, " peak memory |")].iter().filter(|(has, _)| *has)
    {
        text.push_str(title);
        rule.push_str("---:|");
    }
    let _infallible = writeln!(text, "\n{rule}");
    for one in outcomes {
        let mark = if one.arithmetic == Arithmetic::Floats { " (binary floats)" } else { "" };
        let (ratio, quartiles) = match one.to_limit {
            Some(Spread { median, lower_quartile, upper_quartile }) => {
                (number(median), format!("{}–{}", number(lower_quartile), number(upper_quartile)))
            }
            None => ("–".to_string(), "–".to_string()),
        };
        let time = time(one.median_ns);
        let _infallible = write!(text, "| {}{mark} | {time} | {ratio} | {quartiles} |", one.candidate);
        if has_peers {
            let ratio = one.to_best_peer.map_or_else(|| "–".to_string(), |ratio| number(ratio.median));
            let _infallible = write!(text, " {ratio} |");
        }
        if has_peak {
            let peak = one.peak_mib.map_or_else(|| "–".to_string(), |peak| format!("{peak:.1} MiB"));
            let of_columns = one.peak_mib.zip(one.columns_mib).map(|(peak, columns)| peak / columns);
            let of_columns = of_columns.map(|ratio| format!(", {} × the columns", number(ratio)));
            let _infallible = write!(text, " {peak}{} |", of_columns.unwrap_or_default());
        }
        text.push('\n');
    }
    for one in outcomes.iter().filter(|one| one.arithmetic == Arithmetic::Floats) {
        let by_kind: Vec<String> =
            one.mistakes.iter().map(|it| format!("{} {} of {}", it.kind, it.wrong, it.asked)).collect();
        let _infallible = writeln!(text, "\nWrong verdicts of {}: {}.", one.candidate, by_kind.join(", "));
    }
    text
}

/// Three digits that count.
pub(crate) fn number(value: f64) -> String {
    match value {
        ..0.1 => format!("{value:.3}"),
        ..10.0 => format!("{value:.2}"),
        ..100.0 => format!("{value:.1}"),
        _ => format!("{value:.0}"),
    }
}

pub(crate) fn time(ns: f64) -> String {
    match ns {
        ..1e3 => format!("{ns:.1} ns"),
        ..1e6 => format!("{:.2} µs", ns / 1e3),
        ..1e9 => format!("{:.2} ms", ns / 1e6),
        _ => format!("{:.2} s", ns / 1e9),
    }
}

#[cfg(test)]
pub(crate) fn sample(workload: &str, candidate: &str, to_limit: f64) -> Outcome {
    Outcome {
        workload: workload.to_string(),
        candidate: candidate.to_string(),
        arithmetic: Arithmetic::Exact,
        median_ns: 1500.0,
        to_limit: Some(Spread { median: to_limit, lower_quartile: to_limit, upper_quartile: to_limit }),
        to_best_peer: None,
        mistakes: Vec::new(),
        peak_mib: None,
        columns_mib: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_has_the_five_keys() {
        let text = json(&[sample("verdicts", "dabiao", 2.5)]).unwrap();
        let line = "{\"workload\":\"verdicts\",\"candidate\":\"dabiao\",\"median_ns\":1500.0,\"ratio_to_limit\":2.5,\
                    \"ratio_to_best_peer\":null}";
        assert_eq!(text, format!("[\n{line}\n]\n"));
    }

    #[test]
    fn markdown_tells_ratios_and_what_floats_get_wrong() {
        let mut floats = sample("verdicts", "other", 130.0);
        floats.arithmetic = Arithmetic::Floats;
        floats.mistakes = vec![Mistakes { kind: Kind::Change, wrong: 3, asked: 48 }];
        let text = markdown("Verdicts", "What it is.", &[sample("verdicts", "dabiao", 2.5), floats]);
        let wanted = "## Verdicts\n\nWhat it is.\n\n\
                      | candidate | median | of the limit | quartiles |\n|---|---:|---:|---:|\n\
                      | dabiao | 1.50 µs | 2.50 | 2.50–2.50 |\n\
                      | other (binary floats) | 1.50 µs | 130 | 130–130 |\n\
                      \nWrong verdicts of other: change 3 of 48.\n";
        assert_eq!(text, wanted);
    }

    #[test]
    fn quartiles_are_of_the_sorted_values() {
        let spread = Spread::of(vec![5.0, 1.0, 4.0, 2.0, 3.0]);
        assert_eq!(spread, Spread { median: 3.0, lower_quartile: 2.0, upper_quartile: 4.0 });
    }
}
