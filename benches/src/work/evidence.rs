//! The evidence for one row of many, when somebody asks for it.

use dabiao::{Metrics, Plan};

use super::{Found, Size, Workload};
use crate::batch::Columns;
use crate::engine::{Fault, Stand};
use crate::field::Field;
use crate::measure::{Candidate, compare};
use crate::ours::{AS_OF, table_of};
use crate::reference;
use crate::row::TARGETS;
use crate::rules;

pub(crate) const WORKLOAD: Workload = Workload {
    name: "evidence",
    heading: "Evidence for one row",
    about: "A table of 1,000 rows is there; somebody asks for one of them. The report has the evidence of all forty \
            targets, the verdicts alone have none. There is no limit to hold this against.",
    run,
    repeat,
};

const ROWS: usize = 1_000;

fn run(_: &Field, size: Size) -> Result<Found, Fault> {
    let rows = ROWS.min(size.rows);
    let (plan, metrics) = prepare(rows)?;
    let columns = Columns::of(rows);
    for row in (0..rows).step_by(37) {
        let wanted = u64::from(reference::verdicts(&columns.row(row)).count_ones());
        let found = [report(&plan, &metrics, row)?, verdicts(&plan, &metrics, row)?];
        if found != [wanted; 2] {
            return Err(format!(
                "dabiao has {found:?} of {TARGETS} met in row {row}, the reference {wanted}"
            )
            .into());
        }
    }
    let mut candidates = [
        Candidate::new("dabiao, report with evidence", Stand::Ours, |turn| {
            report(&plan, &metrics, turn * 7 % rows)
        }),
        Candidate::new("dabiao, verdicts alone", Stand::Ours, |turn| {
            verdicts(&plan, &metrics, turn * 7 % rows)
        }),
    ];
    Ok(Found { outcomes: compare(WORKLOAD.name, None, size.effort, &mut candidates)?, notes: Vec::new() })
}

fn prepare(rows: usize) -> Result<(Plan, Metrics), Fault> {
    let plan = Plan::parse(&rules::text(1))?;
    let metrics = table_of(&plan, &Columns::of(rows), 0..rows)?;
    Ok((plan, metrics))
}

/// How many targets are met by the report of a row.
fn report(plan: &Plan, metrics: &Metrics, row: usize) -> Result<u64, Fault> {
    let report = plan.evaluate(metrics).as_of(AS_OF).entity(format!("r{row}")).run()?;
    Ok(report.summary.met as u64)
}

/// How many targets are met by the verdicts of a row.
fn verdicts(plan: &Plan, metrics: &Metrics, row: usize) -> Result<u64, Fault> {
    let judged = plan.evaluate(metrics).as_of(AS_OF).entity(format!("r{row}")).verdicts()?;
    Ok(judged.iter().filter(|one| one.verdict == dabiao::Verdict::Met).count() as u64)
}

fn repeat(turns: usize) -> Result<u64, Fault> {
    let (plan, metrics) = prepare(100)?;
    (0..turns).try_fold(0, |sum, turn| report(&plan, &metrics, turn % 100).map(|met| sum + met))
}
