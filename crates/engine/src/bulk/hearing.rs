//! One target in one period, heard for the rows of a chunk.

use dabiao_model::{Period, Verdict};

use super::registers::Truth;
use super::rows::WORDS;
use super::test::{TestId, Tests};
use crate::evaluate::Context;
use crate::ids::EntityId;
use crate::judge;
use crate::program::Program;
use crate::row::Row;
use dabiao_check::Target;

/// A target that is judged for a period.
#[derive(Debug)]
pub(super) struct Hearing {
    target: usize,
    pub(super) period: Option<Period>,
    /// The verdict where the condition does not hold.
    pub(super) otherwise: Verdict,
    /// What decides; `None` where the cells of each row have to be looked at.
    tests: Option<Decisive>,
}

/// The tests that decide about a target.
#[derive(Debug)]
struct Decisive {
    when: Option<TestId>,
    condition: TestId,
    warn: Option<TestId>,
}

/// The rows of a chunk by their verdict, one bit for each; the others have the hearing's own.
#[derive(Debug)]
pub(super) struct Heard {
    pub(super) met: [u64; WORDS],
    pub(super) at_risk: [u64; WORDS],
    pub(super) unknown: [u64; WORDS],
    pub(super) error: [u64; WORDS],
    pub(super) not_applicable: [u64; WORDS],
    pub(super) uncertain: [u64; WORDS],
}

impl Heard {
    pub(super) const NONE: Heard = Heard {
        met: [0; WORDS],
        at_risk: [0; WORDS],
        unknown: [0; WORDS],
        error: [0; WORDS],
        not_applicable: [0; WORDS],
        uncertain: [0; WORDS],
    };

    /// The rows with each of the verdicts that are neither met nor the hearing's own.
    #[inline]
    pub(super) fn others(&self, word: usize) -> [(Verdict, u64); 4] {
        let bits = |words: &[u64; WORDS]| words.get(word).copied().unwrap_or(0);
        [
            (Verdict::Unknown, bits(&self.unknown)),
            (Verdict::Error, bits(&self.error)),
            (Verdict::NotApplicable, bits(&self.not_applicable)),
            (Verdict::Uncertain, bits(&self.uncertain)),
        ]
    }

    fn rows_of(&mut self, verdict: Verdict) -> Option<&mut [u64; WORDS]> {
        match verdict {
            Verdict::Met => Some(&mut self.met),
            Verdict::Unknown => Some(&mut self.unknown),
            Verdict::Error => Some(&mut self.error),
            Verdict::NotApplicable => Some(&mut self.not_applicable),
            Verdict::Uncertain => Some(&mut self.uncertain),
            Verdict::Missed | Verdict::Pending => None,
        }
    }
}

impl Hearing {
    /// Fits a target to a table.
    pub(super) fn new(
        (index, target): (usize, &Target),
        period: Option<Period>,
        tests: &mut Tests<'_>,
        context: &Context<'_>,
    ) -> Hearing {
        let due = judge::due(target, period);
        let is_ahead = due.is_some_and(|due| context.as_of < due);
        let mut compile = |term| tests.compile(term, period);
        let mut decisive = || {
            if target.sampling.is_some() {
                return None;
            }
            let optional = |term: Option<Option<TestId>>| match term {
                Some(None) => None,
                found => Some(found.flatten()),
            };
            Some(Decisive {
                when: optional(target.when.map(&mut compile))?,
                condition: compile(target.condition)?,
                warn: optional(target.warn.map(&mut compile))?,
            })
        };
        let tests = decisive();
        let otherwise = if is_ahead { Verdict::Pending } else { Verdict::Missed };
        Hearing { target: index, period, otherwise, tests }
    }

    /// Whether the cells of each row have to be looked at.
    pub(super) fn needs_cells(&self) -> bool {
        self.tests.is_none()
    }

    /// Hears the rows of a chunk.
    #[inline]
    pub(super) fn hear(
        &self,
        program: &Program,
        entities: &[Option<EntityId>],
        registers: &[Truth],
        context: Option<&Context<'_>>,
        into: &mut Heard,
    ) {
        match (&self.tests, context) {
            (Some(tests), _) => decide(tests, registers, entities.len(), into),
            (None, Some(context)) => self.look(program, entities, context, into),
            (None, None) => *into = Heard { error: super::rows::full(entities.len()), ..Heard::NONE },
        }
    }

    /// Judges each row by its cells.
    fn look(
        &self,
        program: &Program,
        entities: &[Option<EntityId>],
        context: &Context<'_>,
        into: &mut Heard,
    ) {
        *into = Heard::NONE;
        let Some((target, routines)) = program.target(self.target) else { return };
        let rows = entities.iter().map(|entity| Row { entity: *entity, period: self.period }).collect();
        let hearing = judge::Hearing::new(target, routines, rows, context);
        for row in 0..entities.len() {
            let put = |words: &mut [u64; WORDS]| {
                if let Some(word) = words.get_mut(row >> 6) {
                    *word |= 1 << (row & 63);
                }
            };
            if let Some(words) = into.rows_of(hearing.outcome(row).verdict) {
                put(words);
            }
            if hearing.is_at_risk(row) {
                put(&mut into.at_risk);
            }
        }
    }
}

/// Puts the answers of a target's tests together.
#[inline]
fn decide(tests: &Decisive, registers: &[Truth], rows: usize, into: &mut Heard) {
    let Some(condition) = registers.get(tests.condition) else { return };
    let truth = |test: Option<TestId>| test.and_then(|test| registers.get(test));
    let (when, warn) = (truth(tests.when), truth(tests.warn));
    let all = super::rows::full(rows);
    for word in 0..rows.div_ceil(64) {
        let bits = |words: &[u64; WORDS]| words.get(word).copied().unwrap_or(0);
        let applies = when.map_or(bits(&all), |when| bits(&when.held));
        let (held, gap, fault) = (bits(&condition.held), bits(&condition.gap), bits(&condition.fault));
        let (when_gap, when_fault) = when.map_or((0, 0), |when| (bits(&when.gap), bits(&when.fault)));
        let met = held & applies;
        let values = [
            (&mut into.met, met),
            (&mut into.at_risk, warn.map_or(0, |warn| met & bits(&warn.held))),
            (&mut into.unknown, gap & applies | when_gap),
            (&mut into.error, fault & applies | when_fault),
            (&mut into.not_applicable, bits(&all) & !(applies | when_gap | when_fault)),
            (&mut into.uncertain, 0),
        ];
        for (words, value) in values {
            if let Some(word) = words.get_mut(word) {
                *word = value;
            }
        }
    }
}
