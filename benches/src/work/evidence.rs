//! The evidence for one row of many, when somebody asks for it.

use dabiao::{Metrics, Plan, Prepared, Value, Verdict};

use super::{Found, Size, Workload};
use crate::batch::Columns;
use crate::engine::{Fault, Stand};
use crate::field::Field;
use crate::measure::{Candidate, compare};
use crate::ours::{AS_OF, table_of};
use crate::reference;
use crate::row::{SLOTS, TARGETS};
use crate::rules;

pub(crate) const WORKLOAD: Workload = Workload {
    name: "evidence",
    heading: "Evidence for one row",
    about: "A table of 1,000 rows is there; somebody asks for one of them. The bases of its forty verdicts are the verdicts \
            and the values that each rests on, as numbers, looked up by a prepared plan; their results have all of it in \
            words. The report is one that is asked for anew. There is no limit to hold this against.",
    run,
    repeat,
};

const ROWS: usize = 1_000;

fn run(_: &Field, size: Size) -> Result<Found, Fault> {
    let rows = ROWS.min(size.rows);
    let (plan, metrics) = prepare(rows)?;
    let columns = Columns::of(rows);
    let prepared = || plan.evaluate(&metrics).as_of(AS_OF).prepare();
    let (mut by_bases, mut by_results) = (prepared()?, prepared()?);
    for row in (0..rows).step_by(37) {
        let wanted = u64::from(reference::verdicts(&columns.row(row)).count_ones());
        let found = [
            bases(&mut by_bases, &metrics, row)?.0,
            results(&mut by_results, &metrics, row)?,
            report(&plan, &metrics, row)?,
            verdicts(&plan, &metrics, row)?,
        ];
        if found != [wanted; 4] {
            return Err(format!(
                "dabiao has {found:?} of {TARGETS} met in row {row}, the reference {wanted}"
            )
            .into());
        }
        // Each value of the row is among those that its verdicts rest on.
        let values = bases(&mut by_bases, &metrics, row)?.1;
        if values != SLOTS as u64 {
            return Err(
                format!("dabiao's verdicts rest on {values} values in row {row}, not on {SLOTS}").into()
            );
        }
    }
    let mut candidates = [
        Candidate::new("dabiao, bases", Stand::Ours, |turn| {
            bases(&mut by_bases, &metrics, turn * 7 % rows).map(|(met, _)| met)
        }),
        Candidate::new("dabiao, results in words", Stand::Ours, |turn| {
            results(&mut by_results, &metrics, turn * 7 % rows)
        }),
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

/// How many targets are met by the bases of a row, and how many values these rest on, each of which is read.
fn bases(prepared: &mut Prepared, metrics: &Metrics, row: usize) -> Result<(u64, u64), Fault> {
    let bases = prepared.bases(metrics)?;
    let (mut met, mut values) = (0, 0);
    for basis in bases.row(row) {
        met += u64::from(basis.verdict() == Verdict::Met);
        let is_read = |value: &Value| matches!(value, Value::Number(_));
        values += basis.values().iter().filter_map(|one| one.value()).filter(is_read).count() as u64;
    }
    Ok((met, values))
}

/// How many targets are met by the results of a row in words.
fn results(prepared: &mut Prepared, metrics: &Metrics, row: usize) -> Result<u64, Fault> {
    let bases = prepared.bases(metrics)?;
    Ok(bases.row(row).filter(|basis| basis.result().is_met()).count() as u64)
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
    let mut prepared = plan.evaluate(&metrics).as_of(AS_OF).prepare()?;
    (0..turns).try_fold(0, |sum, turn| bases(&mut prepared, &metrics, turn % 100).map(|(met, _)| sum + met))
}
