//! Databases give what the engine gives for the same records.

use std::collections::BTreeSet;

use dabiao::{Plan, RecordAsk, RecordTallies};
use dabiao_check::TableColumn;
use dabiao_model::{Type, read_value};
use dabiao_records::{Dialect, Options, Source, statements, tallies};

use crate::case::{self, Table};
use crate::parity::agree;
use crate::postgres::Server;
use crate::python;

/// What makes a table and fills it.
fn filled(plan: &Plan, table: &Table<'_>, dialect: Dialect) -> Vec<String> {
    let columns = columns(plan, table);
    let declared =
        columns.iter().map(|column| format!("\"{}\" {}", column.name, type_of(&column.ty, dialect)));
    let mut all = vec![
        format!("DROP TABLE IF EXISTS \"{}\"", table.name),
        format!("CREATE TABLE \"{}\" ({})", table.name, declared.collect::<Vec<_>>().join(", ")),
    ];
    for part in table.rows.chunks(500) {
        let rows = part.iter().map(|row| {
            let cells = columns.iter().zip(row).map(|(column, cell)| literal(plan, column, cell));
            format!("({})", cells.collect::<Vec<_>>().join(", "))
        });
        all.push(format!("INSERT INTO \"{}\" VALUES {}", table.name, rows.collect::<Vec<_>>().join(", ")));
    }
    all
}

/// The columns of the rules in the order of the file.
fn columns<'p>(plan: &'p Plan, table: &Table<'_>) -> Vec<&'p TableColumn> {
    let declared = &plan.checked().tables.iter().find(|one| one.name == table.name).unwrap().columns;
    let named = table.headings.iter();
    named.map(|heading| declared.iter().find(|column| column.name == *heading).unwrap()).collect()
}

fn type_of(ty: &Type, dialect: Dialect) -> &'static str {
    match ty {
        ty if ty.is_numeric() && dialect == Dialect::DuckDb => "DECIMAL(20, 6)",
        ty if ty.is_numeric() => "NUMERIC",
        Type::YesNo => "BOOLEAN",
        Type::Date if dialect == Dialect::Sqlite => "TEXT",
        Type::Date => "DATE",
        _ => "TEXT",
    }
}

fn literal(plan: &Plan, column: &TableColumn, cell: &str) -> String {
    let quoted = || format!("'{}'", cell.replace('\'', "''"));
    if column.ty == Type::Text || column.ty == Type::Period {
        return quoted();
    }
    match read_value(cell, None, &column.ty, &plan.checked().units) {
        Err(_) => "NULL".to_string(),
        Ok(reading) => match reading.value {
            dabiao_model::Value::Number(number) => {
                let percent = matches!(column.ty, Type::Percent | Type::Points);
                let own =
                    if percent { &number * &dabiao::Number::HUNDRED } else { column.ty.in_own_unit(&number) };
                own.to_string()
            }
            dabiao_model::Value::YesNo(truth) => truth.to_string(),
            _ => quoted(),
        },
    }
}

/// Has a database of Python's answer what it can answer, and counts the questions.
fn python_answers(dialect: Dialect) -> usize {
    agree(&|plan: &Plan, ask: &RecordAsk, table: &Table<'_>| -> Option<RecordTallies> {
        let texts = statements(plan.checked(), ask, table.name, dialect).ok()?.texts;
        let answers = python::run(dialect.as_str(), &filled(plan, table, dialect), &texts);
        Some(tallies(plan.checked(), ask, dialect, "a test", answers).unwrap())
    })
}

#[test]
fn duckdb_gives_what_the_engine_gives() {
    assert!(python_answers(Dialect::DuckDb) >= 20);
}

#[test]
fn sqlite_gives_what_the_engine_gives() {
    assert!(python_answers(Dialect::Sqlite) >= 20);
}

#[test]
#[cfg(feature = "postgres")]
fn postgres_gives_what_the_engine_gives() {
    let server = Server::start();
    let questions = agree(&|plan: &Plan, ask: &RecordAsk, table: &Table<'_>| -> Option<RecordTallies> {
        statements(plan.checked(), ask, table.name, Dialect::Postgres).ok()?;
        server.run(&filled(plan, table, Dialect::Postgres));
        let source = Source::open(&server.address()).unwrap();
        let taken = dabiao_records::take(plan.checked(), ask, &source, &Options::default());
        Some(taken.unwrap_or_else(|faults| panic!("{}", faults[0])).tallies)
    });
    assert!(questions >= 20);
}

#[test]
#[cfg(feature = "postgres")]
fn a_server_names_what_is_wrong() {
    let server = Server::start();
    let rules = "table samples\n  columns: lead number\ntarget x: sum of samples.lead <= 1";
    let plan = Plan::parse(rules).unwrap();
    let said = || {
        let metrics = plan.metrics();
        let ask = plan.evaluate(&metrics).as_of("2011-12-31").record_ask("samples").unwrap();
        let source = Source::open(&format!("{}#lab.results", server.address())).unwrap();
        let faults = dabiao_records::take(plan.checked(), &ask, &source, &Options::default()).unwrap_err();
        faults[0].to_string().replace(&server.address().replace(":unused", ""), "postgres://…")
    };
    let absent = said();
    assert_eq!(
        absent,
        "postgres://…#lab.results: E0715: the records of `samples` cannot be read: relation \"lab.results\" does not exist"
    );
    server.run(&["CREATE SCHEMA lab; CREATE TABLE lab.results (lead double precision)".to_string()]);
    let binary = said();
    assert_eq!(
        binary,
        "postgres://…#lab.results: E0715: the column `lead` of `samples` holds float8, which cannot be read as number"
    );
}

/// Every statement for Spark is one that a parser of Spark's SQL reads.
#[test]
fn spark_texts_are_read_by_another_parser() {
    let mut texts = BTreeSet::new();
    for case in case::all() {
        let metrics = case.plan.metrics();
        for table in case.tables() {
            let ask = case.plan.evaluate(&metrics).as_of("2011-12-31").record_ask(table.name).unwrap();
            let spelt = statements(case.plan.checked(), &ask, "lab.samples", Dialect::Spark);
            texts.extend(spelt.into_iter().flat_map(|statements| statements.texts));
        }
    }
    let texts: Vec<String> = texts.into_iter().collect();
    assert!(texts.len() >= 15, "{}", texts.len());
    let trees = python::parse("spark", &texts);
    let sound = trees.iter().filter(|tree| tree.starts_with("Select(") && !tree.contains("Command(")).count();
    assert_eq!(sound, texts.len(), "{trees:?}");
}

/// A division is no question for a database, and is said to be none.
#[test]
fn what_cannot_be_exact_is_refused() {
    let rules = "table t\n  columns: a number, b number\ntarget x: (count of t where a / b > 1) >= 1";
    let plan = Plan::parse(rules).unwrap();
    let metrics = plan.metrics();
    let ask = plan.evaluate(&metrics).as_of("2011-12-31").record_ask("t").unwrap();
    for dialect in Dialect::ALL {
        let faults = statements(plan.checked(), &ask, "t", dialect).unwrap_err();
        assert_eq!(faults[0].code, dabiao::Code::InexactQuestion, "{dialect}");
    }
}

#[test]
fn texts_stand_as_people_read_them() {
    let rules = "table samples\n  columns: entity text, sampled date, outcome text, lead number in 0..10, done yes/no\n\
        metric rate\n  type: percent\n  value: share of samples where outcome = \"pass\" among outcome in {\"pass\", \"fail\"}\n\
        target rate >= 90%\ntarget lead: (average of samples.lead where done) <= 1\n\
        target middle: median of samples.lead <= 1";
    let plan = Plan::parse(rules).unwrap();
    let metrics = plan.metrics();
    let ask = plan.evaluate(&metrics).as_of("2011-12-31").record_ask("samples").unwrap();
    let spelt = Dialect::ALL.map(|dialect| {
        let texts = statements(plan.checked(), &ask, "lab.samples", dialect).unwrap().texts;
        format!("-- {dialect}\n{}", texts.join(";\n"))
    });
    insta::assert_snapshot!(spelt.join("\n\n"));
}
