//! Prints the verdicts of a district that is built in Rust.

use dabiao::Plan;
use embedding::{Complaints, District, RULES, Safety, Sampling, judge_district, judge_values};

fn main() -> Result<(), dabiao::Error> {
    let plan = Plan::parse(RULES)?;
    let district = District {
        market_sampling: Sampling { pass_rate: (437, 500) },
        complaints: Complaints { rate: None },
        safety: Safety { major_accidents: 0, emergency_mechanism: true },
    };
    for report in [judge_values(&plan)?, judge_district(&plan, &district)?] {
        for result in &report.results {
            let observed = result.observed.as_deref().unwrap_or("no data");
            println!("{:<28} {:<8} {observed}", result.target, result.verdict.as_str());
        }
        println!("{} of {} met\n", report.summary.met, report.summary.total());
    }
    Ok(())
}
