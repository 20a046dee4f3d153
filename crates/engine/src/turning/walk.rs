//! From a sheet to the places where its answers may turn.

use std::collections::HashMap;

use dabiao_check::{AssumptionId, MetricId, Summary};
use dabiao_model::Number;

use super::function::Function;
use super::polynomial::Polynomial;
use crate::evaluate::{Context, Place, Sheet, powers};
use crate::ids::{BlockId, Slot};
use crate::program::{ChangeRule, Op, OpKind, Routine, YearlyRule};
use crate::row::Row;
use crate::trace;

/// So many functions one cell may follow; a cell that may follow more is not solved.
const FUNCTIONS: usize = 64;

/// The one value that varies, resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Varying {
    Cell(MetricId, Row),
    Assumption(AssumptionId),
}

/// What was found: polynomials at whose roots alone an answer may turn.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) polynomials: Vec<Polynomial>,
    /// Whether something could not be said by polynomials, so that an answer may turn elsewhere too.
    pub(super) is_open: bool,
}

/// Goes through every cell of a sheet. Cells that the varying value does not reach keep the value that the evaluator
/// found for them, so that places, times, windows and levels are resolved by it alone.
pub(super) fn walk(
    sheet: &Sheet<'_>,
    routine: &Routine,
    varying: Varying,
    context: &Context<'_>,
    found: &mut Found,
) {
    let mut walk = Walk { sheet, varying, context, reached: HashMap::new(), found };
    for (nth, block) in routine.blocks().iter().enumerate() {
        let block_id = BlockId::new(nth);
        for (slot, op) in block.ops().iter().enumerate() {
            let at = |row| Place { block: block_id, slot: Slot::new(slot), row };
            for place in (0..).map(at).take_while(|place| sheet.row(*place).is_some()) {
                walk.step(place, op);
            }
        }
    }
}

struct Walk<'s, 'a> {
    sheet: &'s Sheet<'a>,
    varying: Varying,
    context: &'s Context<'s>,
    /// The cells that the varying value reaches; a condition follows no function.
    reached: HashMap<Place, Vec<Function>>,
    found: &'s mut Found,
}

impl Walk<'_, '_> {
    fn step(&mut self, place: Place, op: &Op) {
        if self.is_varying(place, op) {
            self.reached.insert(place, vec![Function::variable()]);
            return;
        }
        let operands: Vec<Place> = op.operands.iter().map(|slot| Place { slot: *slot, ..place }).collect();
        let parts = self.sheet.series(place);
        if !operands.iter().chain(&parts).any(|part| self.reached.contains_key(part)) {
            return;
        }
        let mut functions = self.follow(place, op, &operands, &parts).unwrap_or_else(|| {
            self.found.is_open = true;
            Vec::new()
        });
        functions.dedup();
        if functions.len() > FUNCTIONS {
            self.found.is_open = true;
            functions.clear();
        }
        self.reached.insert(place, functions);
    }

    fn is_varying(&self, place: Place, op: &Op) -> bool {
        match (&op.kind, self.varying) {
            (OpKind::Assumption(id), Varying::Assumption(varying)) => *id == varying,
            (OpKind::Metric(leaf), Varying::Cell(metric, row)) if leaf.metric == metric => {
                trace::read(self.sheet, place, op.term, leaf, self.context)
                    .is_some_and(|read| read.found == Some(row))
            }
            _ => false,
        }
    }

    /// What a cell may follow; `None` where that cannot be said.
    fn follow(
        &mut self,
        place: Place,
        op: &Op,
        operands: &[Place],
        parts: &[Place],
    ) -> Option<Vec<Function>> {
        match (&op.kind, operands) {
            (OpKind::Negate, [of]) => self.functions(*of).iter().map(Function::negated).collect(),
            (OpKind::Absolute, [of]) => {
                let plain = self.functions(*of);
                let negated = plain.iter().map(Function::negated).collect::<Option<Vec<_>>>()?;
                Some([plain, negated].concat())
            }
            (OpKind::Round { rounding, .. }, [of]) => {
                self.functions(*of).iter().map(|one| one.rounded(rounding)).collect()
            }
            (OpKind::Arithmetic(op), [left, right]) => {
                let (left, right) = (self.functions(*left), self.functions(*right));
                if *op == dabiao_check::Arithmetic::Divide {
                    self.zeros(&right)?;
                }
                let pairs = left.iter().flat_map(|one| right.iter().map(move |other| (one, other)));
                pairs.take(FUNCTIONS.saturating_mul(2)).map(|(one, other)| one.combined(*op, other)).collect()
            }
            (OpKind::Least | OpKind::Greatest, of) => {
                Some(of.iter().flat_map(|one| self.functions(*one)).collect())
            }
            (OpKind::If, [_, then, otherwise]) => {
                Some([self.functions(*then), self.functions(*otherwise)].concat())
            }
            (OpKind::Compare(_), [left, right]) => self.cross(*left, *right),
            (OpKind::InRange, [value, first, last]) => {
                self.cross(*value, *first)?;
                self.cross(*value, *last)
            }
            (OpKind::Not | OpKind::All | OpKind::Any | OpKind::AtLeast(_), _) => Some(Vec::new()),
            (OpKind::Change(rule), [now, base, amount]) => self.change(rule, [*now, *base, *amount]),
            (OpKind::Yearly(rule), [now, base, rate]) => self.yearly(rule, place, [*now, *base, *rate]),
            (OpKind::Trend(_), _) => {
                for pair in parts.windows(2) {
                    let [earlier, later] = pair else { continue };
                    self.cross(*earlier, *later)?;
                }
                Some(Vec::new())
            }
            (OpKind::OverTime(rule), _) => self.together(rule.summary, parts),
            (OpKind::OverPlaces(rule), _) => self.together(rule.summary, parts),
            _ => None,
        }
    }

    /// What a cell may be: its one value where the varying value does not reach it, and nothing where it has none.
    fn functions(&self, place: Place) -> Vec<Function> {
        if let Some(functions) = self.reached.get(&place) {
            return functions.clone();
        }
        let value = self.sheet.value(place).and_then(Result::ok);
        value.and_then(|value| value.ordinal()).map(Function::constant).into_iter().collect()
    }

    /// Notes where two cells cross, for every way that each of them may follow.
    fn cross(&mut self, left: Place, right: Place) -> Option<Vec<Function>> {
        let (left, right) = (self.functions(left), self.functions(right));
        for (one, other) in left.iter().flat_map(|one| right.iter().map(move |other| (one, other))) {
            let crossings = one.crossings(other)?;
            self.found.polynomials.extend(crossings);
        }
        Some(Vec::new())
    }

    /// Notes where a cell is zero.
    fn zeros(&mut self, of: &[Function]) -> Option<()> {
        for one in of {
            self.found.polynomials.push(one.quotient()?.0.clone());
        }
        Some(())
    }

    /// `base - now` against `amount`, or against `amount * base`.
    fn change(&mut self, rule: &ChangeRule, [now, base, amount]: [Place; 3]) -> Option<Vec<Function>> {
        use dabiao_check::{Arithmetic, Direction};
        let [now, base, amount] = [now, base, amount].map(|place| self.functions(place));
        self.zeros(&base)?;
        for ((now, base), amount) in triples(&now, &base, &amount) {
            let change = match rule.direction {
                Direction::Falls => base.combined(Arithmetic::Subtract, now)?,
                Direction::Rises => now.combined(Arithmetic::Subtract, base)?,
            };
            let limit =
                if rule.relative { amount.combined(Arithmetic::Multiply, base)? } else { amount.clone() };
            self.found.polynomials.extend(change.crossings(&limit)?);
        }
        Some(Vec::new())
    }

    /// `now^a` against `base^a * (1 + rate)^b`, as the evaluator compares it.
    fn yearly(
        &mut self,
        rule: &YearlyRule,
        place: Place,
        [now, base, rate]: [Place; 3],
    ) -> Option<Vec<Function>> {
        let (degree, power) = powers(rule, self.sheet.row(place)?.period)?;
        let [now, base, rate] = [now, base, rate].map(|place| self.functions(place));
        self.zeros(&base)?;
        self.zeros(&now)?;
        let one = Polynomial::constant(Number::ONE);
        let raised = |(over, under): (&Polynomial, &Polynomial), to: u32| {
            Function::Quotient(over.power(to), under.power(to))
        };
        for ((now, base), rate) in triples(&now, &base, &rate) {
            let factor = rate.combined(dabiao_check::Arithmetic::Add, &Function::of(one.clone()))?;
            self.zeros(std::slice::from_ref(&factor))?;
            let grown = raised(base.quotient()?, power)
                .combined(dabiao_check::Arithmetic::Multiply, &raised(factor.quotient()?, degree))?;
            let crossings = raised(now.quotient()?, power).crossings(&grown)?;
            self.found.polynomials.extend(crossings);
        }
        Some(Vec::new())
    }

    /// Several cells taken together; one without a value is left out, as where `needing` allows it.
    fn together(&mut self, summary: Summary, parts: &[Place]) -> Option<Vec<Function>> {
        use dabiao_check::Arithmetic;
        let all: Vec<Vec<Function>> = parts
            .iter()
            .map(|part| self.functions(*part))
            .filter(|functions| !functions.is_empty())
            .collect();
        if matches!(summary, Summary::Least | Summary::Greatest) {
            return Some(all.concat());
        }
        let count = Function::constant(Number::from(u64::try_from(all.len()).ok()?));
        let mut sums = vec![Function::constant(Number::ZERO)];
        for of_part in &all {
            let pairs = sums.iter().flat_map(|sum| of_part.iter().map(move |one| (sum, one)));
            sums = pairs.map(|(sum, one)| sum.combined(Arithmetic::Add, one)).collect::<Option<_>>()?;
            if sums.len() > FUNCTIONS {
                return None;
            }
        }
        match summary {
            Summary::Average => sums.iter().map(|sum| sum.combined(Arithmetic::Divide, &count)).collect(),
            _ => Some(sums),
        }
    }
}

/// Every choice of one of each.
fn triples<'f>(
    first: &'f [Function],
    second: &'f [Function],
    third: &'f [Function],
) -> impl Iterator<Item = ((&'f Function, &'f Function), &'f Function)> {
    first.iter().flat_map(move |one| {
        second.iter().flat_map(move |two| third.iter().map(move |three| ((one, two), three)))
    })
}
