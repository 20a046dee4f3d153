//! One run from the command line to the report.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use crate::bars;
use crate::engine::Fault;
use crate::field::Field;
use crate::floors::Floors;
use crate::options::Options;
use crate::outcome::{self, Outcome};
use crate::peak;
use crate::work::{self, Size};

/// Where the floors are recorded, compiled in so that a run needs no file.
const FLOORS: &str = include_str!("../floors.toml");

/// Runs what the arguments ask for. 0 where all went well, 1 where a candidate judged wrong, failed, or fell behind
/// its floor, 2 where the call is wrong.
pub fn run(field: Field, arguments: impl Iterator<Item = String>) -> ExitCode {
    let options = match Options::read(arguments) {
        Ok(options) => options,
        Err(fault) => {
            eprintln!("error: {fault}");
            return ExitCode::from(2);
        }
    };
    match answer(&field, &options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("error: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn answer(field: &Field, options: &Options) -> Result<(), Fault> {
    if let Some((engine, blocks)) = &options.peak {
        return peak::of_plan(field, engine, *blocks);
    }
    if let Some((batch, rows)) = &options.peak_batch {
        return peak::of_batch(field, batch, *rows);
    }
    let wanted: Vec<&work::Workload> =
        work::ALL.iter().filter(|workload| options.wants(workload.name)).collect();
    if let Some(unknown) = options.workloads.iter().find(|name| work::ALL.iter().all(|it| it.name != **name))
    {
        let known: Vec<&str> = work::ALL.iter().map(|workload| workload.name).collect();
        return Err(format!("there is no workload `{unknown}`; there are {}", known.join(", ")).into());
    }
    if let Some(turns) = options.repeat {
        return wanted.iter().try_for_each(|workload| {
            (workload.repeat)(turns).map(|sum| eprintln!("{}: {sum:#x}", workload.name))
        });
    }
    let size = if options.quick { Size::QUICK } else { Size::WHOLE };
    let mut outcomes: Vec<Outcome> = Vec::new();
    let mut report = String::new();
    for workload in wanted {
        eprintln!("{}", workload.name);
        let found = (workload.run)(field, size)?;
        let mut text = sections(workload, &found.outcomes);
        for note in &found.notes {
            text.push_str(&format!("\n{note}.\n"));
        }
        println!("{text}");
        report.push_str(&text);
        report.push('\n');
        outcomes.extend(found.outcomes);
    }
    let bars = bars::markdown(&outcomes);
    println!("{bars}");
    report = format!("{bars}\n{report}");
    if let Some(folder) = &options.output {
        write(folder, &report, &outcomes)?;
    }
    if options.check { check(&outcomes) } else { Ok(()) }
}

/// One table for each name that the outcomes have: a workload of several sizes has several.
fn sections(workload: &work::Workload, outcomes: &[Outcome]) -> String {
    let mut names: Vec<&str> = outcomes.iter().map(|one| one.workload.as_str()).collect();
    names.dedup();
    let table = |name: &&str| {
        let of_name: Vec<Outcome> = outcomes.iter().filter(|one| one.workload == **name).cloned().collect();
        let heading = format!("{} (`{name}`)", workload.heading);
        outcome::markdown(&heading, workload.about, &of_name)
    };
    names.iter().map(table).collect::<Vec<_>>().join("\n")
}

fn write(folder: &Path, report: &str, outcomes: &[Outcome]) -> Result<(), Fault> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join("results.md"), report)?;
    fs::write(folder.join("results.json"), outcome::json(outcomes)?)?;
    Ok(())
}

fn check(outcomes: &[Outcome]) -> Result<(), Fault> {
    let broken = Floors::read(FLOORS)?.broken(outcomes);
    if broken.is_empty() { Ok(()) } else { Err(format!("behind the floors:\n{}", broken.join("\n")).into()) }
}
