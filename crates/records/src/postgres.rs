//! Records in a PostgreSQL server, which takes them together itself.

use dabiao_model::{Code, Diagnostic, Place, RecordAsk, RecordTallies};
use datafusion::arrow::array::RecordBatch;
use tokio_postgres::types::Type as ServerType;
use tokio_postgres::{Client, NoTls, SimpleQueryMessage};

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
    let connected = tokio_postgres::connect(&server.address, NoTls).await;
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
