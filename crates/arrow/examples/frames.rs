//! Judges the frame of an Arrow file: `frames RULES FILE DAY`.
//!
//! It prints the seconds from the batches in memory to the batch of verdicts, and how many targets are met and missed.
//! `cargo xtask bench --python` runs it beside the same lines in Python.

use std::error::Error;
use std::fs::File;
use std::time::Instant;

use arrow_array::RecordBatch;
use arrow_ipc::reader::FileReader;
use dabiao_arrow::{Frame, verdicts};

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [rules, file, day] = words.as_slice() else { return Err("frames RULES FILE DAY".into()) };
    let plan = dabiao::Plan::load(rules)?;
    let batches = FileReader::try_new_buffered(File::open(file)?, None)?.collect::<Result<Vec<_>, _>>()?;

    let start = Instant::now();
    let (summary, answer) = judge(&plan, &batches, day)?;
    let seconds = start.elapsed().as_secs_f64();
    println!("{seconds:.4} {} {} {}", answer.num_rows(), summary.met, summary.missed);
    Ok(())
}

fn judge(
    plan: &dabiao::Plan,
    batches: &[RecordBatch],
    day: &str,
) -> Result<(dabiao::Summary, RecordBatch), Box<dyn Error>> {
    let mut metrics = plan.metrics();
    for batch in batches {
        Frame::new(batch).fill(&mut metrics)?;
    }
    let mut prepared = plan.evaluate(&metrics).as_of(day).prepare()?;
    let summary = prepared.judge(&metrics)?.summary();
    Ok((summary, verdicts(plan, &prepared, &metrics)?))
}
