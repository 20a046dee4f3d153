//! Files of every kind give what the engine gives for the same records.

use std::fs;

use dabiao::{Plan, RecordAsk, RecordTallies};

use crate::case::{self, Backend, Table};
use crate::files::tallies;
use crate::write;

/// Holds a backend to the engine, case by case and question by question, and counts the questions.
pub(crate) fn agree(backend: Backend<'_>) -> usize {
    let mut questions = 0;
    for case in case::all() {
        for line in case.asks() {
            let Some(answer) = case.of(line, backend) else { continue };
            pretty_equal(&format!("{}: {line}", case.title), &case.of_engine(line), &answer);
            questions += 1;
        }
    }
    questions
}

fn pretty_equal(what: &str, engine: &[String], other: &[String]) {
    assert_eq!(engine.len(), other.len(), "{what}\n{other:?}");
    for (engine, other) in engine.iter().zip(other) {
        if engine != other {
            let differing = engine.lines().zip(other.lines()).filter(|(one, other)| one != other);
            let differing: Vec<String> =
                differing.map(|(one, other)| format!("- {one}\n+ {other}")).collect();
            panic!("{what}\n{}\n{engine}", differing.join("\n"));
        }
    }
}

fn with_file(ending: &str, write: impl Fn(&Table<'_>) -> Vec<u8>) -> usize {
    let folder = tempfile::tempdir().unwrap();
    agree(&|plan: &Plan, ask: &RecordAsk, table: &Table<'_>| -> Option<RecordTallies> {
        let path = folder.path().join(format!("{}.{ending}", table.name));
        fs::write(&path, write(table)).unwrap();
        Some(tallies(plan, ask, &path))
    })
}

#[test]
fn csv_files_give_what_the_engine_gives() {
    assert!(with_file("csv", |table| table.csv().into_bytes()) >= 20);
}

#[test]
fn json_lines_give_what_the_engine_gives() {
    assert!(with_file("jsonl", |table| write::json_lines(table).into_bytes()) >= 20);
}

#[test]
fn parquet_files_of_texts_give_what_the_engine_gives() {
    assert!(with_file("parquet", |table| write::parquet(table, false)) >= 20);
}

#[test]
fn parquet_files_with_types_give_what_the_engine_gives() {
    assert!(with_file("parquet", |table| write::parquet(table, true)) >= 20);
}

#[test]
fn a_folder_parted_by_column_gives_what_one_file_gives() {
    let folder = tempfile::tempdir().unwrap();
    let questions = agree(&|plan: &Plan, ask: &RecordAsk, table: &Table<'_>| {
        let root = folder.path().join(table.name);
        fs::remove_dir_all(&root).ok();
        for (name, part) in write::parted(table) {
            let path = root.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, write::parquet(&part, false)).unwrap();
        }
        Some(tallies(plan, ask, &root))
    });
    assert!(questions >= 20);
}
