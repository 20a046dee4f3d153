//! rhai: one script that gives a list of truths; with its floats, and with its decimals in their place.

use std::sync::Arc;

use dabiao_benches::engine::{Arithmetic, Engine as Candidate, Fault, Mask, Ready, Stand};
use dabiao_benches::row::{Row, TARGETS};
use dabiao_benches::target::{decimal, json};
use rhai::{AST, Array, Engine, Map, OptimizationLevel, Scope, Token};
use rust_decimal::Decimal;

use crate::words::Words;

const WORDS: Words = Words { before: "", and: " && " };

/// The engine, which is made once and reads every script.
pub(crate) struct Rhai {
    engine: Arc<Engine>,
    /// Reads JSON as the engine's own reader does, which knows floats alone.
    reader: Arc<Engine>,
    arithmetic: Arithmetic,
}

impl Rhai {
    /// With `f64`, which fractions are unasked.
    pub(crate) fn floats() -> Rhai {
        Rhai::new(Arithmetic::Floats, |token| token)
    }

    /// With decimals: each fraction of a text becomes one as it is read.
    pub(crate) fn decimals() -> Rhai {
        Rhai::new(Arithmetic::Exact, |token| match token {
            Token::FloatConstant(float) => match Decimal::from_str_exact(&float.1) {
                Ok(decimal) => Token::DecimalConstant(Box::new((decimal, float.1))),
                Err(_) => Token::FloatConstant(float),
            },
            other => other,
        })
    }

    #[expect(deprecated, reason = "rhai marks what may still change in this way")]
    fn new(arithmetic: Arithmetic, fraction: fn(Token) -> Token) -> Rhai {
        let mut engine = Engine::new();
        engine.on_parse_token(move |token, _, _| fraction(token));
        let mut reader = Engine::new();
        reader.set_optimization_level(OptimizationLevel::None);
        reader.on_parse_token(move |token, _, _| match token {
            Token::LeftBrace => Token::MapStart,
            token => fraction(token),
        });
        Rhai { engine: Arc::new(engine), reader: Arc::new(reader), arithmetic }
    }
}

impl Candidate for Rhai {
    fn name(&self) -> &'static str {
        match self.arithmetic {
            Arithmetic::Exact => "rhai, decimals",
            Arithmetic::Floats => "rhai, f64",
        }
    }

    fn stand(&self) -> Stand {
        Stand::Peer
    }

    fn arithmetic(&self) -> Arithmetic {
        self.arithmetic
    }

    fn text(&self, blocks: usize) -> Option<String> {
        let expressions: Vec<String> = (0..blocks).flat_map(|block| WORDS.expressions(block)).collect();
        Some(format!("[\n{}\n]", expressions.join(",\n")))
    }

    fn ready(&self, text: &str) -> Result<Box<dyn Ready>, Fault> {
        let script = self.engine.compile(text).map_err(|error| error.to_string())?;
        // What opens and closes the list stands on lines of its own.
        let targets = text.lines().count().saturating_sub(2);
        let (engine, reader) = (Arc::clone(&self.engine), Arc::clone(&self.reader));
        Ok(Box::new(Judging { engine, reader, script, targets, scopes: Vec::new() }))
    }
}

struct Judging {
    engine: Arc<Engine>,
    reader: Arc<Engine>,
    script: AST,
    targets: usize,
    scopes: Vec<Scope<'static>>,
}

fn scope(reader: &Engine, json: &str) -> Result<Scope<'static>, Fault> {
    let input: Map = reader.eval_expression(json).map_err(|error| error.to_string())?;
    let mut scope = Scope::new();
    for (name, value) in input {
        scope.push_constant_dynamic(name.as_str(), value);
    }
    Ok(scope)
}

fn judge(engine: &Engine, script: &AST, scope: &mut Scope<'static>) -> Result<Mask, Fault> {
    let list: Array = engine.eval_ast_with_scope(scope, script).map_err(|error| error.to_string())?;
    let mut mask = 0;
    for (target, value) in list.iter().take(TARGETS).enumerate() {
        mask |= u64::from(value.as_bool()?) << target;
    }
    Ok(mask)
}

impl Ready for Judging {
    fn targets(&self) -> usize {
        self.targets
    }

    fn hold(&mut self, rows: &[Row]) -> Result<(), Fault> {
        let of_row = |row: &Row| scope(&self.reader, &json(&row.0, decimal));
        self.scopes = rows.iter().map(of_row).collect::<Result<_, _>>()?;
        Ok(())
    }

    fn verdicts(&mut self, set: usize) -> Result<Mask, Fault> {
        judge(&self.engine, &self.script, self.scopes.get_mut(set).ok_or("no such input set")?)
    }

    fn verdicts_of_json(&mut self, json: &str) -> Result<Mask, Fault> {
        judge(&self.engine, &self.script, &mut scope(&self.reader, json)?)
    }
}
