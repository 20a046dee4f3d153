//! What is asked of claims, and what comes of it.

use std::collections::HashMap;
use std::ptr;

use dabiao_model::{Number, Period, Step};

use super::cases::{self, Cases};
use super::claim::{Claim, Condition, Form};
use super::search::Search;
use super::shape::Shapes;
use super::simplex::TooMuch;
use super::variable::{Reading, Variables};
use super::witness::{self, Witness};
use crate::plan::{Plan, Term, TermId};

/// How many variables one question may have.
const VARIABLES: usize = 2_000;

/// Whether a claim can come true.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// It can: under these values.
    Yes(Witness),
    /// It cannot, whatever the data are.
    No,
    /// Neither was shown.
    Undecided(Undecided),
}

/// Why neither was shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Undecided {
    /// It hangs on parts that the proof does not look into, such as a product of two metrics.
    NotLinear,
    /// It has too many parts or alternatives.
    TooLarge,
}

/// Whether one condition follows from another.
#[derive(Debug, Clone, PartialEq)]
pub enum Implication {
    /// Wherever the premise holds, the conclusion does not fail.
    Proved,
    /// Under these values the premise holds and the conclusion fails.
    Refuted(Witness),
    /// Neither was shown.
    Undecided(Undecided),
}

/// Reads conditions of one plan or several, and tells which claims about them can come true.
///
/// See [`Condition`] for an example, and [`satisfiable`] and [`implies`] for single questions.
#[derive(Debug, Default)]
pub struct Prover<'p> {
    plans: Vec<&'p Plan>,
    pub(super) variables: Variables,
    pub(super) shapes: Shapes,
    pub(super) values: HashMap<(Place, TermId), Cases>,
    pub(super) conditions: HashMap<(Place, TermId), Condition>,
}

/// From where a term is seen: which plan it is of, and at which time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Place {
    pub(super) plan: usize,
    pub(super) seen: Seen,
}

/// The time from which a term is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Seen {
    /// The period judged.
    Now,
    /// A period that the rules name.
    At(Period),
    /// So many steps before the one in which the period judged ends.
    Step(Step, u32),
}

impl Answer {
    /// Whether it can, and how was shown.
    #[must_use]
    pub fn is_yes(&self) -> bool {
        matches!(self, Answer::Yes(_))
    }

    /// Whether it cannot.
    #[must_use]
    pub fn is_no(&self) -> bool {
        *self == Answer::No
    }
}

impl<'p> Prover<'p> {
    /// A prover that has read nothing.
    #[must_use]
    pub fn new() -> Prover<'p> {
        Prover::default()
    }

    /// Reads a condition of a plan. The same metric at the same place and time is one reading, in all that is read;
    /// "now" is the same period for all.
    pub fn read(&mut self, plan: &'p Plan, condition: TermId) -> Condition {
        let place = self.now(plan);
        self.condition(place, condition)
    }

    /// The number of what a term says, which two terms share where they say the same word for word: with other names
    /// of assumptions and computed metrics, or in the other language, and in two plans too.
    pub(crate) fn shape_of(&mut self, plan: &'p Plan, term: TermId) -> u32 {
        let place = self.now(plan);
        self.shape(place, term)
    }

    /// The number that a term comes to, where it comes to one without any data.
    pub(crate) fn constant(&mut self, plan: &'p Plan, term: TermId) -> Option<Number> {
        let place = self.now(plan);
        cases::as_constant(&self.value(place, term)).cloned()
    }

    /// A plan as it is seen from the period judged.
    fn now(&mut self, plan: &'p Plan) -> Place {
        let known = self.plans.iter().position(|one| ptr::eq(*one, plan));
        let index = known.unwrap_or_else(|| {
            self.plans.push(plan);
            self.plans.len().saturating_sub(1)
        });
        Place { plan: index, seen: Seen::Now }
    }

    /// Whether all claims can come true together.
    #[must_use]
    pub fn can_hold(&self, claims: &[Claim]) -> Answer {
        let forms: Vec<&Form> = claims.iter().map(|claim| &claim.0).collect();
        if self.variables.len() > VARIABLES {
            return Answer::Undecided(Undecided::TooLarge);
        }
        match self.decide(&forms) {
            Ok(answer) => answer,
            Err(TooMuch) => Answer::Undecided(Undecided::TooLarge),
        }
    }

    /// Whether it was shown that the claims cannot come true together. Cheaper than [`Prover::can_hold`], since no
    /// values are looked for; `None` where the question is too large.
    #[must_use]
    pub fn refutes(&self, claims: &[Claim]) -> Option<bool> {
        let forms: Vec<&Form> = claims.iter().map(|claim| &claim.0).collect();
        if self.variables.len() > VARIABLES {
            return None;
        }
        Search::new(&self.variables, true).solve(&forms).ok().map(|can_hold| !can_hold)
    }

    /// Every reading that was met so far, in the order in which the conditions name them.
    pub fn readings(&self) -> impl Iterator<Item = &Reading> {
        self.variables.iter().filter_map(|(_, known)| known.reading.as_ref())
    }

    fn decide(&self, forms: &[&Form]) -> Result<Answer, TooMuch> {
        // What is not looked into may be anything, and two readings that may be one are held apart: a contradiction
        // that is left is one whatever they are.
        let mut free = Search::new(&self.variables, true);
        if !free.solve(forms)? {
            return Ok(Answer::No);
        }
        let mut sure = Search::new(&self.variables, false);
        if sure.judge_by_steps()?
            && sure.solve(forms)?
            && let Some(witness) = witness::find(&mut sure)?
        {
            return Ok(Answer::Yes(witness));
        }
        Ok(Answer::Undecided(Undecided::NotLinear))
    }

    pub(super) fn plan(&self, place: Place) -> Option<&'p Plan> {
        self.plans.get(place.plan).copied()
    }

    pub(super) fn term(&self, place: Place, id: TermId) -> Option<&'p Term> {
        self.plan(place)?.terms.get(id)
    }
}

/// Whether conditions of a plan can all hold at one place and time.
///
/// ```
/// use dabiao_check::{check, satisfiable};
/// use dabiao_model::Source;
/// let rules = "target a: x >= 90%\ntarget b: x < 80%";
/// let plan = check(vec![dabiao_syntax::parse(Source::new("rules", rules))]).plan;
/// let terms: Vec<_> = plan.targets.iter().map(|target| target.condition).collect();
/// assert!(satisfiable(&plan, &terms[..1]).is_yes());
/// assert!(satisfiable(&plan, &terms).is_no());
/// ```
#[must_use]
pub fn satisfiable(plan: &Plan, conditions: &[TermId]) -> Answer {
    let mut prover = Prover::new();
    let claims: Vec<Claim> = conditions.iter().map(|id| prover.read(plan, *id).holds()).collect();
    prover.can_hold(&claims)
}

/// Whether one condition follows from another, which may be of another plan.
///
/// ```
/// use dabiao_check::{Implication, Plan, check, implies};
/// use dabiao_model::Source;
/// let plan = |text| check(vec![dabiao_syntax::parse(Source::new("rules", text))]).plan;
/// let condition = |plan: &Plan| plan.targets[0].condition;
/// let (old, new) = (plan("x >= 90%"), plan("x >= 95%"));
/// assert_eq!(implies((&new, condition(&new)), (&old, condition(&old))), Implication::Proved);
/// let Implication::Refuted(witness) = implies((&old, condition(&old)), (&new, condition(&new))) else { panic!() };
/// assert_eq!(witness.readings[0].shown(), "94%");
/// ```
#[must_use]
pub fn implies(premise: (&Plan, TermId), conclusion: (&Plan, TermId)) -> Implication {
    let mut prover = Prover::new();
    let premise = prover.read(premise.0, premise.1);
    let conclusion = prover.read(conclusion.0, conclusion.1);
    match prover.can_hold(&[premise.holds(), conclusion.fails()]) {
        Answer::No => Implication::Proved,
        Answer::Yes(witness) => Implication::Refuted(witness),
        Answer::Undecided(why) => Implication::Undecided(why),
    }
}
