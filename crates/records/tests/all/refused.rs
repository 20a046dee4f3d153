//! Records that cannot be used are counted and named.

use std::fs;

use dabiao::Plan;

use crate::case::Table;
use crate::files::take;
use crate::write;

const RULES: &str = "scale grade: poor < fair < good
table samples
  columns: entity text, sampled date, outcome text, lead number in 0..10, grade grade
target pass: (share of samples where outcome = \"pass\" and lead < 1) >= 50%
target grade: min of samples.grade >= fair
target median: median of samples.lead <= 1";

const ROWS: &str = "entity,sampled,outcome,lead,grade
north,2011-05-01,pass,0.5,good
north,2011-05-02,pass,x,good
north,2011-05-03,pass,0.5,excellent
north,2012-01-01,pass,0.5,good
north,,pass,0.5,good
north,2011-05-06,pass,10.5,good
norht,2011-05-07,pass,0.5,good
north,2011-05-08,fail,2,fair
";

/// What is said of a file with faults, and the evidence of the verdicts.
fn said(ending: &str, bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("samples.{ending}"));
    fs::write(&path, bytes).unwrap();
    let plan = Plan::parse(RULES).unwrap();
    let mut metrics = plan.metrics();
    let place = dabiao::Place::File("entities.csv".into());
    let north =
        dabiao::EntityRow { entity: "north".to_string(), parent: None, level: None, title: None, place };
    assert!(metrics.set_entities(&[north]).is_empty());
    let ask = || plan.evaluate(&metrics).as_of("2011-12-31");
    let taken = take(&plan, &ask().record_ask("samples").unwrap(), &path);
    let mut lines: Vec<String> = taken.refused.iter().map(ToString::to_string).collect();
    lines.push(format!("{} of {} refused", taken.tallies.refused, taken.tallies.records));
    metrics.set_tallies("samples", taken.tallies).unwrap();
    let report = plan.evaluate(&metrics).as_of("2011-12-31").run().unwrap();
    for result in report.results {
        for one in &result.evidence {
            let value = one.value.as_deref().unwrap_or("missing");
            lines.push(format!("{} = {value}, count {:?}, refused {:?}", one.metric, one.count, one.refused));
        }
    }
    lines.join("\n").replace(&folder.path().display().to_string(), "")
}

fn table() -> Table<'static> {
    let mut lines = ROWS.lines().map(|line| line.split(',').map(str::to_string).collect::<Vec<_>>());
    Table { name: "samples", headings: lines.next().unwrap(), rows: lines.collect() }
}

#[test]
fn in_csv() {
    insta::assert_snapshot!(said("csv", ROWS.as_bytes()));
}

#[test]
fn in_json_lines() {
    insta::assert_snapshot!(said("jsonl", write::json_lines(&table()).as_bytes()));
}

#[test]
fn in_parquet_of_texts() {
    insta::assert_snapshot!(said("parquet", &write::parquet(&table(), false)));
}

#[test]
fn in_parquet_with_types() {
    insta::assert_snapshot!(said("parquet", &write::parquet(&table(), true)));
}

#[test]
fn rows_that_are_no_records_are_refused_and_named() {
    let text = "entity,sampled,outcome,lead,grade\nnorth,2011-05-01,pass,0.5\nnorth,2011-05-01,\"pa\nss\",0.5,good\n,,,,\n";
    insta::assert_snapshot!(said("csv", text.as_bytes()));
    let text = "{\"entity\": \"north\", \"sampled\": \"2011-05-01\", \"outcome\": [1]}\n{\"entity\": \"north\",\n\n{\"Entity\": \"north\", \"sampled\": \"2011-05-01\", \"outcome\": \"pass\", \"lead\": 1e-1, \"grade\": \"good\"}\n";
    insta::assert_snapshot!(said("jsonl", text.as_bytes()));
}
