//! Interleaved rounds: every candidate takes its turn in each, so that a drift of the machine hits all of them.

use std::hint::black_box;
use std::time::Duration;

use crate::clock::Clock;
use crate::engine::{Arithmetic, Fault, Stand};
use crate::outcome::{Outcome, Spread};

/// How long a measurement may take.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Effort {
    /// Rounds that count.
    pub(crate) rounds: usize,
    /// How long one candidate runs in one round, at the least.
    pub(crate) slice: Duration,
    /// What the time is read from.
    pub(crate) clock: Clock,
}

impl Effort {
    pub(crate) const WHOLE: Effort =
        Effort { rounds: 31, slice: Duration::from_millis(4), clock: Clock::Processor };
    pub(crate) const QUICK: Effort =
        Effort { rounds: 7, slice: Duration::from_millis(1), clock: Clock::Processor };
    /// Once, to see that it runs.
    #[cfg(test)]
    pub(crate) const ONCE: Effort = Effort { rounds: 1, slice: Duration::ZERO, clock: Clock::Wall };

    /// The same for candidates that take a long time each.
    pub(crate) fn fewer(self) -> Effort {
        Effort { rounds: self.rounds.div_ceil(3).max(3).min(self.rounds), ..self }
    }
}

/// Something to be timed.
pub(crate) struct Candidate<'a> {
    pub(crate) name: String,
    pub(crate) stand: Stand,
    pub(crate) arithmetic: Arithmetic,
    /// The time of one turn is this many times what is told: targets of a text, or rows.
    pub(crate) units: f64,
    /// What it returns keeps the compiler from leaving the work out.
    pub(crate) run: Box<dyn FnMut(usize) -> Result<u64, Fault> + 'a>,
}

impl<'a> Candidate<'a> {
    pub(crate) fn new(
        name: impl Into<String>,
        stand: Stand,
        run: impl FnMut(usize) -> Result<u64, Fault> + 'a,
    ) -> Candidate<'a> {
        Candidate { name: name.into(), stand, arithmetic: Arithmetic::Exact, units: 1.0, run: Box::new(run) }
    }

    /// Runs so many turns and gives the time of one unit in nanoseconds.
    fn time(&mut self, turns: usize, clock: Clock) -> Result<f64, Fault> {
        let begin = clock.now();
        for turn in 0..turns {
            black_box((self.run)(turn)?);
        }
        Ok((clock.now() - begin).as_secs_f64() * 1e9 / turns as f64 / self.units)
    }

    /// How many turns fill a slice.
    fn turns(&mut self, slice: Duration) -> Result<usize, Fault> {
        let begin = Clock::Wall.now();
        let mut turns = 0;
        while turns == 0 || Clock::Wall.now() - begin < slice {
            black_box((self.run)(turns)?);
            turns += 1;
        }
        // Whole cycles of the input sets, where there is time for one.
        Ok(if turns > crate::row::SETS { turns - turns % crate::row::SETS } else { turns })
    }
}

/// Times the candidates. `limit` names the one that the others are held against.
pub(crate) fn compare(
    workload: &str,
    limit: Option<&str>,
    effort: Effort,
    candidates: &mut [Candidate<'_>],
) -> Result<Vec<Outcome>, Fault> {
    let mut turns = Vec::new();
    for candidate in candidates.iter_mut() {
        let found = candidate.turns(effort.slice);
        turns.push(found.map_err(|fault| format!("{workload}: {}: {fault}", candidate.name))?);
    }
    let mut times: Vec<Vec<f64>> = candidates.iter().map(|_| Vec::new()).collect();
    for _ in 0..effort.rounds {
        for ((candidate, turns), times) in candidates.iter_mut().zip(&turns).zip(&mut times) {
            times.push(candidate.time(*turns, effort.clock)?);
        }
    }
    Ok(outcomes(workload, limit, candidates, &times))
}

/// What the times of all rounds say.
fn outcomes(
    workload: &str,
    limit: Option<&str>,
    candidates: &[Candidate<'_>],
    times: &[Vec<f64>],
) -> Vec<Outcome> {
    let of_limit = limit.and_then(|name| candidates.iter().position(|one| one.name == name));
    let is_rival = |one: &Candidate<'_>| one.stand == Stand::Peer && one.arithmetic == Arithmetic::Exact;
    let rivals = (0..candidates.len()).filter(|index| is_rival(&candidates[*index]));
    let best = rivals.min_by(|a, b| median(&times[*a]).total_cmp(&median(&times[*b])));
    let against = |index: usize, other: Option<usize>| {
        let ratios = times[index].iter().zip(&times[other?]).map(|(time, other)| time / other);
        Some(Spread::of(ratios.collect()))
    };
    let outcome = |(index, candidate): (usize, &Candidate<'_>)| Outcome {
        workload: workload.to_string(),
        candidate: candidate.name.clone(),
        arithmetic: candidate.arithmetic,
        median_ns: median(&times[index]),
        to_limit: against(index, of_limit),
        to_best_peer: against(index, best),
        mistakes: Vec::new(),
        peak_mib: None,
        columns_mib: None,
    };
    candidates.iter().enumerate().map(outcome).collect()
}

fn median(times: &[f64]) -> f64 {
    Spread::of(times.to_vec()).median
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_are_to_the_limit_and_to_the_fastest_exact_peer_of_the_same_round() {
        let candidate = |name: &str, stand, arithmetic| Candidate {
            arithmetic,
            ..Candidate::new(name, stand, |_| Ok(0))
        };
        let candidates = [
            candidate("limit", Stand::Hand, Arithmetic::Exact),
            candidate("ours", Stand::Ours, Arithmetic::Exact),
            candidate("slow peer", Stand::Peer, Arithmetic::Exact),
            candidate("peer", Stand::Peer, Arithmetic::Exact),
            candidate("floats", Stand::Peer, Arithmetic::Floats),
        ];
        // The machine is twice as slow in the third round.
        let rounds = |time: f64| vec![time, time, 2.0 * time];
        let times = [1.0, 3.0, 99.0, 30.0, 2.0].map(rounds);
        let outcomes = outcomes("w", Some("limit"), &candidates, &times);
        let ours = &outcomes[1];
        assert_eq!(ours.median_ns, 3.0);
        assert_eq!(ours.to_limit, Some(Spread { median: 3.0, lower_quartile: 3.0, upper_quartile: 3.0 }));
        assert_eq!(ours.to_best_peer.map(|ratio| ratio.median), Some(0.1));
    }

    #[test]
    fn candidates_run_in_turns() {
        let mut candidates = [1, 2].map(|sum| Candidate::new("one", Stand::Hand, move |_| Ok(sum)));
        let outcomes = compare("w", None, Effort::ONCE, &mut candidates).unwrap();
        assert!(outcomes.iter().all(|one| one.median_ns > 0.0 && one.to_limit.is_none()));
    }

    #[test]
    fn a_fault_of_a_candidate_ends_the_run() {
        let mut candidates = [Candidate::new("broken", Stand::Peer, |_| Err("no".into()))];
        let fault = compare("w", None, Effort::ONCE, &mut candidates).unwrap_err();
        assert_eq!(fault.to_string(), "w: broken: no");
    }
}
