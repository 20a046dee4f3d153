//! The peak of the memory, as the system tells it of a process of its own.

use std::env;
use std::fs;
use std::process::Command;

use crate::batch::Columns;
use crate::engine::Fault;
use crate::field::Field;

/// Gets an engine ready and prints by how much that raised the peak of the process, in KiB.
pub(crate) fn of_plan(field: &Field, engine: &str, blocks: usize) -> Result<(), Fault> {
    let found = field.engines.iter().find(|one| one.name() == engine);
    let engine = found.ok_or_else(|| format!("there is no engine `{engine}`"))?;
    let text = engine.text(blocks).ok_or("an engine without a text has no size")?;
    raised(|| engine.ready(&text))
}

/// Judges so many rows by one thread, and prints by how much its columns and the work raised the peak.
pub(crate) fn of_batch(field: &Field, batch: &str, rows: usize) -> Result<(), Fault> {
    let found = field.batches.iter().find(|one| one.name() == batch);
    let batch = found.ok_or_else(|| format!("there is no candidate `{batch}` for many rows"))?;
    let columns = Columns::of(rows);
    raised(|| {
        let mut judging = batch.hold(&columns, rows, 1)?;
        judging.judge()?;
        Ok(judging)
    })
}

fn raised<T>(work: impl FnOnce() -> Result<T, Fault>) -> Result<(), Fault> {
    let before = peak_kib().ok_or("the system does not tell the peak of the memory")?;
    let kept = work()?;
    let after = peak_kib().unwrap_or(before);
    println!("{}", after.saturating_sub(before));
    drop(kept);
    Ok(())
}

/// The peak in MiB that a process of its own tells of a candidate and a size; `None` where the system does not tell it.
pub(crate) fn ask(option: &str, candidate: &str, size: usize) -> Option<f64> {
    let mut command = Command::new(env::current_exe().ok()?);
    command.args([option, candidate, &size.to_string()]);
    let output = command.output().ok().filter(|output| output.status.success())?;
    let kib: f64 = String::from_utf8(output.stdout).ok()?.trim().parse().ok()?;
    Some(kib / 1024.0)
}

/// The most memory that this process has held at once.
fn peak_kib() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}
