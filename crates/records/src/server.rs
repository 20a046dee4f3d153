//! Tables of a database, by the address of its server.

use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, RecordBatch, RecordBatchOptions, StringArray};
use datafusion::arrow::datatypes::{DataType, Field, Schema};
use datafusion::common::DataFusionError;

/// A table of a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Server {
    /// The address as the client takes it.
    pub(crate) address: String,
    /// The table, where it is not called as in the rules.
    pub(crate) relation: Option<String>,
}

/// Whether a name is the address of a PostgreSQL server.
pub(crate) fn is_address(name: &str) -> bool {
    name.starts_with("postgres://") || name.starts_with("postgresql://")
}

impl Server {
    /// `postgres://user:word@host/database#schema.table`
    pub(crate) fn new(name: &str) -> Server {
        let (address, relation) = match name.split_once('#') {
            Some((address, relation)) => (address, Some(relation.to_string())),
            None => (name, None),
        };
        Server { address: address.to_string(), relation }
    }

    /// The address without the password.
    pub(crate) fn shown(&self) -> String {
        let Some((scheme, rest)) = self.address.split_once("://") else { return self.address.clone() };
        let rest = match rest.split_once('@') {
            Some((user, host)) => format!("{}@{host}", user.split(':').next().unwrap_or_default()),
            None => rest.to_string(),
        };
        let relation = self.relation.as_ref().map_or(String::new(), |relation| format!("#{relation}"));
        format!("{scheme}://{}{relation}", rest.split('?').next().unwrap_or_default())
    }
}

/// Rows of texts as a batch.
pub(crate) fn batch(rows: Vec<Vec<Option<String>>>) -> Result<RecordBatch, DataFusionError> {
    let count = rows.len();
    let mut columns: Vec<Vec<Option<String>>> = Vec::new();
    for row in rows {
        columns.resize(row.len(), Vec::new());
        columns.iter_mut().zip(row).for_each(|(column, cell)| column.push(cell));
    }
    let fields = (0..columns.len()).map(|at| Field::new(at.to_string(), DataType::Utf8, true));
    let schema = Arc::new(Schema::new(fields.collect::<Vec<_>>()));
    let arrays = columns.into_iter().map(|cells| -> ArrayRef { Arc::new(StringArray::from(cells)) });
    let options = RecordBatchOptions::new().with_row_count(Some(count));
    Ok(RecordBatch::try_new_with_options(schema, arrays.collect(), &options)?)
}

#[cfg(test)]
mod tests {
    use super::Server;

    #[test]
    fn addresses_are_shown_without_the_password() {
        let server =
            Server::new("postgres://reader:secret@db.example:5432/inspections?sslmode=disable#lab.samples");
        assert_eq!(server.shown(), "postgres://reader@db.example:5432/inspections#lab.samples");
        assert_eq!(Server::new("postgres://db/x").shown(), "postgres://db/x");
    }
}
