//! `dabiao sql`: the queries that compute the metrics of a plan's tables in a database.

use dabiao::{Code, Date, Diagnostic, Place, Plan, RecordAsk};

use crate::args::Sql;
use crate::exit::{Exit, Failure};
use crate::voice::Voice;
use crate::{data, output, rules};

#[cfg(feature = "records")]
pub(crate) fn run(args: &Sql, voice: &Voice) -> Result<Exit, Failure> {
    use dabiao::Wording;
    use dabiao_records::Dialect;

    let dialect = match args.dialect {
        crate::args::Dialect::Postgres => Dialect::Postgres,
        crate::args::Dialect::Duckdb => Dialect::DuckDb,
        crate::args::Dialect::Spark => Dialect::Spark,
        crate::args::Dialect::Sqlite => Dialect::Sqlite,
    };
    let plan = rules::plan(&args.rules, &[], &[], voice)?;
    let mut relations = Vec::new();
    for words in &args.table {
        let (name, relation) = data::split("--table", words, "wanted-pair")?;
        known(&plan, name)?;
        relations.push((name, relation));
    }
    let mut text = String::new();
    let mut faults = Vec::new();
    for ask in asks(&plan, args)? {
        let relation = relations.iter().find(|(name, _)| *name == ask.table).map(|(_, relation)| *relation);
        match dabiao_records::statements(plan.checked(), &ask, relation.unwrap_or(&ask.table), dialect) {
            Err(of_table) => faults.extend(of_table),
            Ok(statements) => {
                let heading =
                    Wording::about("sql-heading", "table", &ask.table).with("dialect", dialect.as_str());
                text.push_str(&format!("-- {}\n", heading.text(voice.language())));
                statements.texts.iter().for_each(|one| text.push_str(&format!("{one};\n\n")));
            }
        }
    }
    if !faults.is_empty() {
        return Err(Failure::rules(faults));
    }
    output::result(&text, args.output.as_deref())?;
    Ok(Exit::Fine)
}

#[cfg(not(feature = "records"))]
pub(crate) fn run(args: &Sql, voice: &Voice) -> Result<Exit, Failure> {
    let plan = rules::plan(&args.rules, &[], &[], voice)?;
    let place = || Place::Call(format!("--dialect {:?}", args.dialect).into());
    let fault = |ask: RecordAsk| {
        Diagnostic::new(Code::BrokenSource, place()).variant("without-records").with("name", ask.table)
    };
    Err(Failure::rules(asks(&plan, args)?.into_iter().map(fault).collect()))
}

/// What has to be known of each table that the plan asks about.
fn asks(plan: &Plan, args: &Sql) -> Result<Vec<RecordAsk>, Failure> {
    let metrics = plan.metrics();
    let checked = plan.checked();
    let mut asks = Vec::new();
    for (index, table) in checked.tables.iter().enumerate() {
        if !checked.queries.iter().any(|query| query.table.index() == index) {
            continue;
        }
        let mut asked = plan.evaluate(&metrics);
        asked = match &args.as_of {
            Some(date) => asked.as_of(date.as_str()),
            None => asked.as_of(Date::MAX),
        };
        if let Some(period) = &args.period {
            asked = asked.period(data::period("--period", period)?);
        }
        for words in &args.assume {
            let (name, value) = data::split("--assume", words, "wanted-pair")?;
            asked = asked.assume(name, value);
        }
        asks.push(asked.record_ask(&table.name).map_err(data::failure)?);
    }
    Ok(asks)
}

/// Refuses a table that the plan does not have.
fn known(plan: &Plan, name: &str) -> Result<(), Failure> {
    let checked = plan.checked();
    if checked.table_id(name).is_some() {
        return Ok(());
    }
    let fault = Diagnostic::new(Code::UnknownTable, Place::Call(format!("--table {name}").into()));
    let fault = fault.with("name", name);
    let names = checked.tables.iter().map(|table| table.name.as_str());
    Err(Failure::rules(vec![match dabiao::similar(name, names) {
        Some(similar) => fault.variant("similar").with("similar", similar),
        None => fault,
    }]))
}
