//! zen-expression: decimals, compiled to bytecode, each target an expression.

use dabiao_benches::engine::{Engine, Fault, Mask, Ready, Stand};
use dabiao_benches::row::{Row, TARGETS};
use zen_expression::expression::Standard;
use zen_expression::vm::VM;
use zen_expression::{Expression, Isolate, Scope, Variable};

use crate::words::Words;

const WORDS: Words = Words { before: "", and: " and " };

/// The engine.
pub(crate) struct Zen;

impl Engine for Zen {
    fn name(&self) -> &'static str {
        "zen-expression"
    }

    fn stand(&self) -> Stand {
        Stand::Peer
    }

    fn text(&self, blocks: usize) -> Option<String> {
        Some(WORDS.lines(blocks))
    }

    fn ready(&self, text: &str) -> Result<Box<dyn Ready>, Fault> {
        let mut isolate = Isolate::new();
        let compile = |line: &str| isolate.compile_standard(line).map_err(|error| error.to_string());
        let expressions = text.lines().map(compile).collect::<Result<_, _>>()?;
        Ok(Box::new(Judging { expressions, scopes: Vec::new(), vm: VM::new() }))
    }
}

struct Judging {
    expressions: Vec<Expression<Standard>>,
    scopes: Vec<Scope>,
    vm: VM,
}

fn judge(expressions: &[Expression<Standard>], scope: &Scope, vm: &mut VM) -> Result<Mask, Fault> {
    let mut mask = 0;
    for (target, expression) in expressions.iter().take(TARGETS).enumerate() {
        match expression.evaluate_with_scope(scope, vm).map_err(|error| error.to_string())? {
            Variable::Bool(is_met) => mask |= u64::from(is_met) << target,
            other => return Err(format!("target {target} is {}", other.type_name()).into()),
        }
    }
    Ok(mask)
}

fn scope(json: &str) -> Result<Scope, Fault> {
    Ok(Scope::new(serde_json::from_str::<Variable>(json)?))
}

impl Ready for Judging {
    fn targets(&self) -> usize {
        self.expressions.len()
    }

    fn hold(&mut self, rows: &[Row]) -> Result<(), Fault> {
        self.scopes = rows.iter().map(|row| scope(&Zen.json(row))).collect::<Result<_, _>>()?;
        Ok(())
    }

    fn verdicts(&mut self, set: usize) -> Result<Mask, Fault> {
        let scope = self.scopes.get(set).ok_or("no such input set")?;
        judge(&self.expressions, scope, &mut self.vm)
    }

    fn verdicts_of_json(&mut self, json: &str) -> Result<Mask, Fault> {
        judge(&self.expressions, &scope(json)?, &mut self.vm)
    }
}
