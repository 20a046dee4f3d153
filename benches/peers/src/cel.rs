//! cel: the Common Expression Language, whose only fractions are binary floats; each target an expression.

use std::sync::Arc;

use cel::context::Context;
use cel::{Env, Program, Value};
use dabiao_benches::engine::{Arithmetic, Engine, Fault, Mask, Ready, Stand};
use dabiao_benches::row::{Row, TARGETS};
use dabiao_benches::target::{decimal, json};

use crate::words::Words;

const WORDS: Words = Words { before: "", and: " && " };

/// The engine, with the environment that compiles every expression.
pub(crate) struct Cel(Arc<Env>);

impl Cel {
    pub(crate) fn new() -> Cel {
        Cel(Arc::new(Env::stdlib()))
    }
}

impl Engine for Cel {
    fn name(&self) -> &'static str {
        "cel"
    }

    fn stand(&self) -> Stand {
        Stand::Peer
    }

    fn arithmetic(&self) -> Arithmetic {
        Arithmetic::Floats
    }

    fn text(&self, blocks: usize) -> Option<String> {
        Some(WORDS.lines(blocks))
    }

    fn ready(&self, text: &str) -> Result<Box<dyn Ready>, Fault> {
        let compile = |line: &str| self.0.compile(line).map_err(|error| error.to_string());
        let programs = text.lines().map(compile).collect::<Result<_, _>>()?;
        Ok(Box::new(Judging { env: Arc::clone(&self.0), programs, contexts: Vec::new() }))
    }
}

struct Judging {
    env: Arc<Env>,
    programs: Vec<Program>,
    contexts: Vec<Context<'static, 'static>>,
}

impl Judging {
    fn context(&self, json: &str) -> Result<Context<'static, 'static>, Fault> {
        let input: serde_json::Map<String, serde_json::Value> = serde_json::from_str(json)?;
        let mut context = Context::with_env(Arc::clone(&self.env));
        for (name, value) in input {
            context.add_variable(name, value).map_err(|error| error.to_string())?;
        }
        Ok(context)
    }
}

fn judge(programs: &[Program], context: &Context<'_, '_>) -> Result<Mask, Fault> {
    let mut mask = 0;
    for (target, program) in programs.iter().take(TARGETS).enumerate() {
        match program.execute(context).map_err(|error| error.to_string())? {
            Value::Bool(is_met) => mask |= u64::from(is_met) << target,
            other => return Err(format!("target {target} is {other:?}").into()),
        }
    }
    Ok(mask)
}

impl Ready for Judging {
    fn targets(&self) -> usize {
        self.programs.len()
    }

    fn hold(&mut self, rows: &[Row]) -> Result<(), Fault> {
        self.contexts =
            rows.iter().map(|row| self.context(&json(&row.0, decimal))).collect::<Result<_, _>>()?;
        Ok(())
    }

    fn verdicts(&mut self, set: usize) -> Result<Mask, Fault> {
        judge(&self.programs, self.contexts.get(set).ok_or("no such input set")?)
    }

    fn verdicts_of_json(&mut self, json: &str) -> Result<Mask, Fault> {
        judge(&self.programs, &self.context(json)?)
    }
}
