//! Records in a PostgreSQL server, which takes them together itself.

use std::env;

use dabiao_model::{Code, Diagnostic, Place, RecordAsk, RecordTallies};
use datafusion::arrow::array::RecordBatch;
use tokio_postgres::types::Type as ServerType;
use tokio_postgres::{Client, Config, NoTls, SimpleQueryMessage};

use crate::Taken;
use crate::answer::Answer;
use crate::server::{Server, batch};
use crate::shape::{Kind, Shape};
use crate::sql::{Dialect, asked};

/// Has a server take the records of a table together, and reads back the result.
pub(crate) async fn take(
    shape: &Shape<'_>,
    ask: &RecordAsk,
    server: &Server,
    place: Place,
) -> Result<Taken, Vec<Diagnostic>> {
    let broken = |reason: String| {
        let fault = Diagnostic::new(Code::BrokenSource, place.clone()).with("table", &shape.table.name);
        vec![fault.with("reason", reason)]
    };
    let relation = server.relation.as_deref().unwrap_or(&shape.table.name);
    let spelt = asked(shape, ask, relation, Dialect::Postgres)
        .map_err(|fault| vec![fault.told(shape, place.clone())])?;
    let config =
        config(&server.address, env::var("PGPASSWORD").ok()).map_err(|error| broken(said(&error)))?;
    let connected = config.connect(NoTls).await;
    let (client, connection) = connected.map_err(|error| broken(said(&error)))?;
    let connection = tokio::spawn(connection);
    let answered = async {
        let read_only = client.batch_execute("SET default_transaction_read_only = on").await;
        read_only.map_err(|error| broken(said(&error)))?;
        exact_columns(&client, shape, relation, &place, &broken).await?;
        let mut answer = Answer::new(shape, &spelt.questions, ask);
        let mut texts = spelt.texts.iter();
        if let Some(text) = texts.next() {
            let batch = rows(&client, text).await.map_err(&broken)?;
            answer.both(&spelt.both, &batch);
        }
        for (values, text) in spelt.values.iter().zip(texts) {
            let batch = rows(&client, text).await.map_err(&broken)?;
            answer.values(values, &batch);
        }
        Ok(answer.finish(server.shown(), place.clone()))
    };
    let tallies: Result<RecordTallies, Vec<Diagnostic>> = answered.await;
    drop(client);
    connection.abort();
    Ok(Taken { tallies: tallies?, refused: Vec::new() })
}

/// The address, with the password of the environment where it has none, as PostgreSQL's own programs take it.
fn config(address: &str, environment: Option<String>) -> Result<Config, tokio_postgres::Error> {
    let mut config: Config = address.parse()?;
    if let Some(password) = environment.filter(|_| config.get_password().is_none()) {
        config.password(password);
    }
    Ok(config)
}

/// Refuses columns of binary fractions where numbers are to be exact.
async fn exact_columns(
    client: &Client,
    shape: &Shape<'_>,
    relation: &str,
    place: &Place,
    broken: &dyn Fn(String) -> Vec<Diagnostic>,
) -> Result<(), Vec<Diagnostic>> {
    let quoted = |name: &str| format!("\"{}\"", name.replace('"', "\"\""));
    let columns: Vec<String> = shape.reads.columns().map(|(_, column)| quoted(&column.name)).collect();
    let relation: Vec<String> = relation.split('.').map(quoted).collect();
    let text = format!("SELECT {} FROM {}", columns.join(", "), relation.join("."));
    let statement = client.prepare(&text).await.map_err(|error| broken(said(&error)))?;
    let found = shape.reads.columns().zip(statement.columns());
    let is_binary = |ty: &ServerType| *ty == ServerType::FLOAT4 || *ty == ServerType::FLOAT8;
    let faults =
        found.filter(|((_, column), found)| Kind::of(&column.ty) == Kind::Number && is_binary(found.type_()));
    let faults: Vec<Diagnostic> = faults
        .map(|((_, column), found)| {
            let fault = Diagnostic::new(Code::BrokenSource, place.clone()).variant("column");
            let fault = fault.with("name", &column.name).with("table", &shape.table.name);
            fault.with("found", found.type_().name()).with("type", &column.ty)
        })
        .collect();
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// The answer to a statement, every cell as its text.
async fn rows(client: &Client, text: &str) -> Result<RecordBatch, String> {
    let messages = client.simple_query(text).await.map_err(|error| said(&error))?;
    let rows = messages.into_iter().filter_map(|message| match message {
        SimpleQueryMessage::Row(row) => {
            Some((0..row.len()).map(|at| row.get(at).map(str::to_string)).collect())
        }
        _ => None,
    });
    batch(rows.collect()).map_err(|error| error.strip_backtrace())
}

/// What the server says, on one line.
fn said(error: &tokio_postgres::Error) -> String {
    match error.as_db_error() {
        Some(answer) => answer.message().to_string(),
        None => std::error::Error::source(error).map_or_else(|| error.to_string(), ToString::to_string),
    }
}

#[cfg(test)]
mod tests {
    use super::config;

    #[test]
    fn the_password_of_the_address_goes_before_that_of_the_environment() {
        let password = |address: &str, environment: Option<&str>| {
            let config = config(address, environment.map(String::from)).unwrap();
            config.get_password().map(|word| String::from_utf8_lossy(word).into_owned())
        };
        assert_eq!(password("postgres://a:own@db/x", Some("other")).as_deref(), Some("own"));
        assert_eq!(password("postgres://a@db/x", Some("other")).as_deref(), Some("other"));
        assert_eq!(password("postgres://a@db/x", None), None);
    }
}
