//! One plan, one input set at a time.

use dabiao::{Metrics, Plan, Prepared, Verdicts};

use super::table::{AS_OF, places, set};
use crate::engine::{Engine, Fault, Mask, Ready, Stand};
use crate::row::{Row, SLOTS, TARGETS};
use crate::rules;
use crate::target::{decimal, metric, year};

/// The engine.
pub(crate) struct Dabiao;

impl Engine for Dabiao {
    fn name(&self) -> &'static str {
        "dabiao"
    }

    fn stand(&self) -> Stand {
        Stand::Ours
    }

    fn text(&self, blocks: usize) -> Option<String> {
        Some(rules::text(blocks))
    }

    /// One row for each year.
    fn json(&self, row: &Row) -> String {
        let of_year = |wanted: i16| {
            let slots = (0..SLOTS).filter(|slot| year(*slot) == wanted);
            let values: Vec<String> =
                slots.map(|slot| format!("\"{}\":{}", metric(slot), decimal(row.0[slot]))).collect();
            format!("{{\"period\":\"{wanted}\",\"b0\":{{{}}}}}", values.join(","))
        };
        format!("[{}]", (2007..=2011).map(of_year).collect::<Vec<_>>().join(","))
    }

    fn ready(&self, text: &str) -> Result<Box<dyn Ready>, Fault> {
        let plan = Plan::parse(text)?;
        Ok(Box::new(Judged { plan, tables: Vec::new(), input: None, prepared: None }))
    }
}

struct Judged {
    plan: Plan,
    tables: Vec<Metrics>,
    /// The table of JSON texts.
    input: Option<Metrics>,
    /// Fitted to the shape of the tables, which all have one.
    prepared: Option<Prepared>,
}

/// The verdicts of the first block. The one place that asks the engine for them.
fn verdicts(plan: &Plan, metrics: &Metrics, prepared: &mut Option<Prepared>) -> Result<Mask, Fault> {
    let prepared = match prepared {
        Some(prepared) => prepared,
        none => none.insert(plan.evaluate(metrics).as_of(AS_OF).prepare()?),
    };
    Ok(mask(prepared.judge(metrics)?))
}

/// A bit for each target of the first block that is met for the only row.
fn mask(verdicts: &Verdicts) -> Mask {
    let columns = verdicts.columns().iter().take(TARGETS).enumerate();
    let bit = |word: Option<&u64>| Mask::from(word.is_some_and(|word| word & 1 == 1));
    columns.fold(0, |mask, (target, column)| mask | bit(column.met().first()) << target)
}

impl Ready for Judged {
    fn targets(&self) -> usize {
        self.plan.checked().targets.len()
    }

    fn hold(&mut self, rows: &[Row]) -> Result<(), Fault> {
        let places = places();
        self.tables.clear();
        for row in rows {
            let mut metrics = self.plan.metrics();
            set(&mut metrics, row, &places)?;
            self.tables.push(metrics);
        }
        Ok(())
    }

    fn verdicts(&mut self, set: usize) -> Result<Mask, Fault> {
        verdicts(&self.plan, &self.tables[set], &mut self.prepared)
    }

    fn verdicts_of_json(&mut self, json: &str) -> Result<Mask, Fault> {
        let metrics = self.input.get_or_insert_with(|| self.plan.metrics());
        metrics.refill_json(json)?;
        verdicts(&self.plan, metrics, &mut self.prepared)
    }
}
