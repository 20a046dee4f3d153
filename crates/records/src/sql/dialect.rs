//! How each database spells what the queries say.

use std::fmt;
use std::str::FromStr;

use datafusion::common::Result;
use datafusion::logical_expr::Expr;
use datafusion::sql::sqlparser::ast;
use datafusion::sql::unparser::Unparser;
use datafusion::sql::unparser::dialect::Dialect as Speaks;

use super::snippet;
use crate::ask::condition::Engine;

/// A database's SQL.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// PostgreSQL.
    Postgres,
    /// DuckDB.
    DuckDb,
    /// Apache Spark, from 3.0 on.
    Spark,
    /// SQLite, from 3.23 on.
    Sqlite,
}

impl Dialect {
    /// Every dialect.
    pub const ALL: [Dialect; 4] = [Dialect::Postgres, Dialect::DuckDb, Dialect::Spark, Dialect::Sqlite];

    /// What the command calls it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Dialect::Postgres => "postgres",
            Dialect::DuckDb => "duckdb",
            Dialect::Spark => "spark",
            Dialect::Sqlite => "sqlite",
        }
    }

    /// What the database can compute exactly.
    pub(super) fn engine(self) -> Engine {
        match self {
            // SQLite has integers of 64 bits and binary fractions, so that numbers become integers there.
            Dialect::Sqlite => Engine::Integers { scale: MILLIONTHS },
            _ => Engine::Decimals,
        }
    }
}

/// Digits behind the point that SQLite's numbers are taken to have at most.
pub(crate) const MILLIONTHS: u8 = 6;

impl fmt::Display for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Dialect {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Dialect, String> {
        Dialect::ALL.into_iter().find(|dialect| dialect.as_str() == text).ok_or_else(|| text.to_string())
    }
}

/// A dialect as DataFusion's unparser asks for it.
pub(super) struct Spoken(pub(super) Dialect);

impl Speaks for Spoken {
    fn identifier_quote_style(&self, _identifier: &str) -> Option<char> {
        Some(if self.0 == Dialect::Spark { '`' } else { '"' })
    }

    fn requires_derived_table_alias(&self) -> bool {
        true
    }

    fn supports_qualify(&self) -> bool {
        false
    }

    fn supports_empty_select_list(&self) -> bool {
        self.0 == Dialect::Postgres
    }

    fn date32_cast_dtype(&self) -> ast::DataType {
        // SQLite keeps days as texts.
        if self.0 == Dialect::Sqlite { ast::DataType::Text } else { ast::DataType::Date }
    }

    fn scalar_function_to_sql_overrides(
        &self,
        unparser: &Unparser<'_>,
        function: &str,
        arguments: &[Expr],
    ) -> Result<Option<ast::Expr>> {
        let template = match function {
            "dabiao_year" => Some(self.period(&["YEAR"])),
            "dabiao_month" => Some(self.period(&["YEAR", "MONTH"])),
            "dabiao_day" => Some(self.period(&["YEAR", "MONTH", "DAY"])),
            other => snippet::template(other).map(str::to_string),
        };
        template.map(|template| snippet::spelt(&template, unparser, arguments)).transpose()
    }
}

impl Spoken {
    /// The year, the month or the day of a date as a number: 2011, 201103, 20110315.
    fn period(&self, parts: &[&str]) -> String {
        let part = |part: &&str| match (self.0, *part) {
            (Dialect::Sqlite, "YEAR") => "CAST(strftime('%Y', {0}) AS INTEGER)".to_string(),
            (Dialect::Sqlite, "MONTH") => "CAST(strftime('%m', {0}) AS INTEGER)".to_string(),
            (Dialect::Sqlite, _) => "CAST(strftime('%d', {0}) AS INTEGER)".to_string(),
            (_, part) => format!("CAST(EXTRACT({part} FROM {{0}}) AS INTEGER)"),
        };
        let parts = parts.iter().map(part);
        parts.reduce(|before, part| format!("({before}) * 100 + {part}")).unwrap_or_default()
    }
}
