//! Nobody is timed who judges wrong.

use crate::engine::{Arithmetic, Engine, Fault, Mask, Ready};
use crate::outcome::Mistakes;
use crate::reference;
use crate::row::Row;
use crate::target::conditions;

/// How an engine is given its input sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Input {
    /// In its own form.
    Native,
    /// As JSON.
    Json,
}

/// Holds every verdict of an engine against the reference: an exact one must have all of them right, and of one that
/// computes in binary floats the mistakes are counted by kind.
pub(crate) fn agree(
    engine: &dyn Engine,
    ready: &mut dyn Ready,
    rows: &[Row],
    input: Input,
) -> Result<Vec<Mistakes>, Fault> {
    let name = engine.name();
    ready.hold(rows).map_err(|fault| format!("{name}: {fault}"))?;
    let mut mistakes: Vec<Mistakes> = Vec::new();
    for (set, row) in rows.iter().enumerate() {
        let found: Mask = match input {
            Input::Native => ready.verdicts(set),
            Input::Json => ready.verdicts_of_json(&engine.json(row)),
        }
        .map_err(|fault| format!("{name}: {fault}"))?;
        let wanted = reference::verdicts(row);
        for (target, condition) in conditions().iter().enumerate() {
            let is_wrong = (found ^ wanted) >> target & 1 == 1;
            if is_wrong && engine.arithmetic() == Arithmetic::Exact {
                let said = if found >> target & 1 == 1 { "met" } else { "not met" };
                return Err(format!(
                    "{name} differs from the reference: target {target} of input {set} is {said}"
                )
                .into());
            }
            Mistakes::count(&mut mistakes, condition.kind(), is_wrong);
        }
        if let Some(target) = found.checked_shr(conditions().len() as u32).filter(|more| *more != 0) {
            return Err(format!("{name} judges {target} more than there are").into());
        }
    }
    Ok(mistakes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Stand;
    use crate::hand::IntegerTable;
    use crate::row::sets;

    /// The table with one wrong verdict: the first target of one input set.
    struct Planted(Arithmetic);

    struct Wrong(Box<dyn Ready>);

    impl Engine for Planted {
        fn name(&self) -> &'static str {
            "planted"
        }

        fn stand(&self) -> Stand {
            Stand::Peer
        }

        fn arithmetic(&self) -> Arithmetic {
            self.0
        }

        fn text(&self, blocks: usize) -> Option<String> {
            IntegerTable.text(blocks)
        }

        fn ready(&self, text: &str) -> Result<Box<dyn Ready>, Fault> {
            Ok(Box::new(Wrong(IntegerTable.ready(text)?)))
        }
    }

    impl Ready for Wrong {
        fn targets(&self) -> usize {
            self.0.targets()
        }

        fn hold(&mut self, rows: &[Row]) -> Result<(), Fault> {
            self.0.hold(rows)
        }

        fn verdicts(&mut self, set: usize) -> Result<Mask, Fault> {
            Ok(self.0.verdicts(set)? ^ u64::from(set == 7))
        }

        fn verdicts_of_json(&mut self, json: &str) -> Result<Mask, Fault> {
            self.0.verdicts_of_json(json)
        }
    }

    fn check(arithmetic: Arithmetic, input: Input) -> Result<Vec<Mistakes>, String> {
        let engine = Planted(arithmetic);
        let mut ready = engine.ready(&engine.text(1).unwrap()).unwrap();
        agree(&engine, ready.as_mut(), &sets(), input).map_err(|fault| fault.to_string())
    }

    #[test]
    fn a_planted_wrong_verdict_fails_the_run() {
        let fault = check(Arithmetic::Exact, Input::Native).unwrap_err();
        assert!(fault.starts_with("planted differs from the reference: target 0 of input 7 is"), "{fault}");
        assert!(check(Arithmetic::Exact, Input::Json).is_ok());
    }

    #[test]
    fn of_floats_it_is_counted() {
        let mistakes = check(Arithmetic::Floats, Input::Native).unwrap();
        let wrong: Vec<usize> = mistakes.iter().map(|one| one.wrong).collect();
        assert_eq!(wrong, [1, 0, 0, 0, 0]);
        assert_eq!(mistakes[0], Mistakes { kind: crate::target::Kind::Threshold, wrong: 1, asked: 480 });
    }
}
