//! Recorded ratios that dabiao may not fall behind.

use serde::Deserialize;

use crate::engine::Fault;
use crate::outcome::Outcome;

/// The recorded ratios, from `benches/floors.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Floors {
    floor: Vec<Floor>,
}

/// The slowest that a candidate may be.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Floor {
    workload: String,
    candidate: String,
    /// Its time over that of the workload's limit.
    ratio_to_limit_at_most: f64,
}

impl Floors {
    pub(crate) fn read(text: &str) -> Result<Floors, Fault> {
        Ok(toml::from_str(text)?)
    }

    /// Every floor that is not kept, as a sentence. A floor of a workload that was run and has no such candidate is
    /// not kept either; one of a workload that was not run says nothing.
    pub(crate) fn broken(&self, outcomes: &[Outcome]) -> Vec<String> {
        let was_run = |floor: &&Floor| outcomes.iter().any(|one| one.workload == floor.workload);
        self.floor.iter().filter(was_run).filter_map(|floor| floor.broken(outcomes)).collect()
    }
}

impl Floor {
    fn broken(&self, outcomes: &[Outcome]) -> Option<String> {
        let Floor { workload, candidate, ratio_to_limit_at_most: most } = self;
        let is_it = |one: &&Outcome| one.workload == *workload && one.candidate == *candidate;
        let found = outcomes.iter().find(is_it).and_then(|one| one.to_limit);
        match found {
            Some(ratio) if ratio.median <= *most => None,
            Some(ratio) => Some(format!(
                "{workload}: {candidate} takes {:.2} of the limit, and may take {most}",
                ratio.median
            )),
            None => Some(format!("{workload}: {candidate} has no ratio to the limit")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outcome::sample;

    const TEXT: &str =
        "[[floor]]\nworkload = \"json\"\ncandidate = \"dabiao\"\nratio_to_limit_at_most = 3.0\n";

    fn check(outcomes: &[Outcome], wanted: &[&str]) {
        assert_eq!(Floors::read(TEXT).unwrap().broken(outcomes), wanted);
    }

    #[test]
    fn a_slower_run_breaks_the_floor() {
        check(&[sample("json", "dabiao", 3.0)], &[]);
        check(&[sample("json", "dabiao", 3.1)], &["json: dabiao takes 3.10 of the limit, and may take 3"]);
    }

    #[test]
    fn a_floor_needs_its_candidate_where_its_workload_was_run() {
        check(&[sample("ready", "dabiao", 9.0)], &[]);
        check(&[sample("json", "other", 1.0)], &["json: dabiao has no ratio to the limit"]);
    }

    #[test]
    fn the_recorded_floors_can_be_read() {
        let floors = Floors::read(include_str!("../floors.toml")).unwrap();
        assert!(!floors.floor.is_empty());
    }
}
