//! regorus: Rego compiled to its bytecode; one rule that collects the numbers of the targets that are met.

use std::num::NonZeroUsize;

use dabiao_benches::engine::{Arithmetic, Engine as Candidate, Fault, Mask, Ready, Stand};
use dabiao_benches::row::{Row, TARGETS};
use regorus::languages::rego::compiler::Compiler;
use regorus::rvm::RegoVM;
use regorus::{Engine, PolicyLengthConfig, Value};

use crate::words::Words;

const WORDS: Words = Words { before: "input.", and: "; " };

/// The rule that collects.
const MET: &str = "data.targets.met";

/// The engine.
pub(crate) struct Regorus;

impl Candidate for Regorus {
    fn name(&self) -> &'static str {
        "regorus, bytecode"
    }

    fn stand(&self) -> Stand {
        Stand::Peer
    }

    fn arithmetic(&self) -> Arithmetic {
        Arithmetic::Floats
    }

    fn text(&self, blocks: usize) -> Option<String> {
        let mut text = "package targets\nimport rego.v1\n".to_string();
        let expressions = (0..blocks).flat_map(|block| WORDS.expressions(block));
        for (target, expression) in expressions.enumerate() {
            text.push_str(&format!("met contains {target} if {{ {expression} }}\n"));
        }
        Some(text)
    }

    fn ready(&self, text: &str) -> Result<Box<dyn Ready>, Fault> {
        let mut engine = Engine::new();
        // The text of a large plan is longer than what it takes unasked; its own program may still be too long.
        engine.set_policy_length_config(PolicyLengthConfig {
            max_file_bytes: NonZeroUsize::MAX,
            max_lines: NonZeroUsize::MAX,
            ..PolicyLengthConfig::default()
        });
        engine.add_policy("targets.rego".to_string(), text.to_string())?;
        let policy = engine.compile_with_entrypoint(&MET.into())?;
        let program = Compiler::compile_from_policy(&policy, &[MET]).map_err(|error| error.to_string())?;
        let mut vm = RegoVM::new_with_policy(policy);
        vm.load_program(program);
        vm.set_data(Value::new_object()).map_err(|error| error.to_string())?;
        let targets = text.lines().count().saturating_sub(2);
        Ok(Box::new(Judging { vm, targets, inputs: Vec::new() }))
    }
}

struct Judging {
    vm: RegoVM,
    targets: usize,
    inputs: Vec<Value>,
}

impl Judging {
    fn judge(&mut self, input: Value) -> Result<Mask, Fault> {
        self.vm.set_input(input);
        let met = self.vm.execute().map_err(|error| error.to_string())?;
        let mut mask = 0;
        for target in met.as_set()? {
            let target = target.as_u64()?;
            if target < TARGETS as u64 {
                mask |= 1 << target;
            }
        }
        Ok(mask)
    }
}

impl Ready for Judging {
    fn targets(&self) -> usize {
        self.targets
    }

    fn hold(&mut self, rows: &[Row]) -> Result<(), Fault> {
        self.inputs =
            rows.iter().map(|row| Value::from_json_str(&Regorus.json(row))).collect::<Result<_, _>>()?;
        Ok(())
    }

    fn verdicts(&mut self, set: usize) -> Result<Mask, Fault> {
        let input = self.inputs.get(set).ok_or("no such input set")?.clone();
        self.judge(input)
    }

    fn verdicts_of_json(&mut self, json: &str) -> Result<Mask, Fault> {
        self.judge(Value::from_json_str(json)?)
    }
}
