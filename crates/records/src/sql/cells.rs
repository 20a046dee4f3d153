//! The columns of a database's table as the cells that questions are asked of.

use dabiao_check::TableColumn;
use dabiao_model::{Date, RecordAsk, Type, Value};
use datafusion::arrow::datatypes::{DataType, Field, Schema};
use datafusion::common::{Result, TableReference};
use datafusion::logical_expr::logical_plan::table_scan;
use datafusion::logical_expr::{Expr, LogicalPlan, ident, lit};

use super::dialect::{Dialect, MILLIONTHS};
use super::snippet::snippet;
use crate::ask::condition::day;
use crate::ask::key::REFUSED;
use crate::decimal::Decimal;
use crate::shape::{Digits, Kind, Shape, in_own_unit};

/// Texts that stand for a missing value, in lower case.
const MISSING: &str = "'', 'NA', 'N/A', 'n/a', 'na', '-', '–', '—', '——', '…', '……', '...'";

/// The columns that questions read, under their names in the rules, with one that says which records cannot be used
/// where there may be any.
pub(super) fn cells(
    shape: &Shape<'_>,
    ask: &RecordAsk,
    relation: TableReference,
    dialect: Dialect,
) -> Result<LogicalPlan> {
    let field = |(_, column): (usize, &TableColumn)| {
        Field::new(&column.name, Kind::of(&column.ty).data_type(Digits::Narrow), true)
    };
    let schema = Schema::new(shape.reads.columns().map(field).collect::<Vec<_>>());
    let scan = table_scan(Some(relation), &schema, None)?;
    let mut columns = Vec::new();
    let mut refusals = Vec::new();
    for (index, column) in shape.reads.columns() {
        let raw = ident(&column.name);
        let value = value(column, raw.clone(), dialect);
        refusals.extend(refused(column, &raw, &value, dialect));
        if shape.table.time == Some(index) {
            refusals.push(value.clone().is_null());
            // A question of no certain day asks of every record.
            if column.ty == Type::Date && ask.as_of < Date::MAX {
                refusals.push(value.clone().gt(day(ask.as_of, dialect.engine())));
            }
        }
        columns.push(value.alias(&column.name));
    }
    if let Some(refused) = refusals.into_iter().reduce(Expr::or) {
        columns.push(refused.alias(REFUSED));
    }
    let cells = if columns.is_empty() { scan } else { scan.project(columns)? };
    cells.alias("records")?.build()
}

/// A column's cell.
fn value(column: &TableColumn, raw: Expr, dialect: Dialect) -> Expr {
    let kind = Kind::of(&column.ty);
    let data_type = kind.data_type(Digits::Narrow);
    let text = "TRIM(CAST({0} AS TEXT))".replace("TEXT", text_type(dialect));
    let template = match (kind, dialect) {
        (Kind::Number, Dialect::Sqlite) => {
            "CASE WHEN typeof({0}) IN ('integer', 'real') THEN CAST(ROUND({0} * 1000000.0) AS INTEGER) END"
                .to_string()
        }
        (Kind::Number, _) => return raw,
        (Kind::Date, Dialect::Sqlite) => "date({0})".to_string(),
        (Kind::Date, _) => "CAST({0} AS DATE)".to_string(),
        (Kind::YesNo, _) => format!(
            "CASE WHEN LOWER({text}) IN ('yes', 'true', 't', '1', '是') THEN TRUE \
             WHEN LOWER({text}) IN ('no', 'false', 'f', '0', '否') THEN FALSE END"
        ),
        (Kind::Level, _) => levels(&column.ty, &text),
        (Kind::Text | Kind::Period, _) => format!("CASE WHEN {text} NOT IN ({MISSING}) THEN {text} END"),
    };
    snippet(&template, data_type, raw)
}

fn levels(ty: &Type, text: &str) -> String {
    let Type::Level(scale) = ty else { return "NULL".to_string() };
    let quoted = |level: &String| format!("'{}'", level.replace('\'', "''"));
    let levels = scale.levels().iter().enumerate();
    let cases: Vec<String> =
        levels.map(|(at, level)| format!("WHEN {text} = {} THEN {at}", quoted(level))).collect();
    format!("CASE {} END", cases.join(" "))
}

/// When a column keeps a record from being used.
fn refused(column: &TableColumn, raw: &Expr, value: &Expr, dialect: Dialect) -> Vec<Expr> {
    let kind = Kind::of(&column.ty);
    let text = "TRIM(CAST({0} AS TEXT))".replace("TEXT", text_type(dialect));
    let mut refused = Vec::new();
    if matches!(kind, Kind::YesNo | Kind::Level) || kind == Kind::Date && dialect == Dialect::Sqlite {
        let says = snippet(&format!("{text} NOT IN ({MISSING})"), DataType::Boolean, raw.clone());
        refused.push(value.clone().is_null().and(says));
    }
    if kind == Kind::Number && dialect == Dialect::Sqlite {
        let template = format!(
            "CASE WHEN typeof({{0}}) IN ('integer', 'real') \
             THEN ROUND({{0}} * 1000000.0) / 1000000.0 <> {{0}} OR ABS({{0}}) >= 1000000000 \
             ELSE {text} NOT IN ({MISSING}) END"
        );
        refused.push(snippet(&template, DataType::Boolean, raw.clone()));
    }
    if let Some((least, greatest)) = &column.range {
        let (least, greatest) = (bound(column, least, dialect), bound(column, greatest, dialect));
        refused.extend(least.map(|least| value.clone().lt(least)));
        refused.extend(greatest.map(|greatest| value.clone().gt(greatest)));
    }
    refused
}

/// An end of a column's range, as the column has it.
fn bound(column: &TableColumn, value: &Value, dialect: Dialect) -> Option<Expr> {
    Some(match value {
        Value::Number(number) => {
            let decimal = Decimal::of(&in_own_unit(&column.ty, number))?;
            match dialect {
                Dialect::Sqlite => lit(decimal.at_scale(MILLIONTHS)?.parse::<i64>().ok()?),
                _ => lit(decimal.literal()?),
            }
        }
        Value::Date(date) => day(*date, dialect.engine()),
        Value::Level(level) => lit(i32::try_from(*level).ok()?),
        _ => return None,
    })
}

fn text_type(dialect: Dialect) -> &'static str {
    if dialect == Dialect::Spark { "STRING" } else { "TEXT" }
}
