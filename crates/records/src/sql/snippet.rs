//! Functions that stand for a piece of SQL.

use datafusion::arrow::datatypes::DataType;
use datafusion::common::{DataFusionError, Result, exec_err};
use datafusion::logical_expr::{
    ColumnarValue, Expr, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility,
};
use datafusion::sql::sqlparser::ast;
use datafusion::sql::sqlparser::dialect::GenericDialect;
use datafusion::sql::sqlparser::parser::Parser;
use datafusion::sql::unparser::Unparser;

/// What names of such functions begin with.
const PREFIX: &str = "dabiao sql: ";

/// A piece of SQL over an expression, which stands in it as `{0}`.
pub(super) fn snippet(template: &str, data_type: DataType, argument: Expr) -> Expr {
    let name = format!("{PREFIX}{template}");
    let signature = Signature::any(1, Volatility::Immutable);
    ScalarUDF::from(Snippet { name, data_type, signature }).call(vec![argument])
}

/// The template of a function that stands for a piece of SQL.
pub(super) fn template(function: &str) -> Option<&str> {
    function.strip_prefix(PREFIX)
}

/// The piece of SQL that a function stands for.
pub(super) fn spelt(template: &str, unparser: &Unparser<'_>, arguments: &[Expr]) -> Result<ast::Expr> {
    let [argument] = arguments else { return exec_err!("one argument is needed") };
    let argument = unparser.expr_to_sql(argument)?.to_string();
    let text = template.replace("{0}", &argument);
    let parsed =
        Parser::new(&GenericDialect {}).try_with_sql(&text).and_then(|mut parser| parser.parse_expr());
    let parsed = parsed.map_err(|error| DataFusionError::Plan(error.to_string()))?;
    Ok(ast::Expr::Nested(Box::new(parsed)))
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct Snippet {
    name: String,
    data_type: DataType,
    signature: Signature,
}

impl ScalarUDFImpl for Snippet {
    fn name(&self) -> &str {
        &self.name
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _arguments: &[DataType]) -> Result<DataType> {
        Ok(self.data_type.clone())
    }

    fn invoke_with_args(&self, _args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        exec_err!("a piece of SQL is run by a database")
    }
}
