//! What a target asks: condition, `when`, `judge`, `confidence`.

use dabiao_model::sampling::{Confidence, Direction, Interval};
use dabiao_model::{ChangeKind, Number, RoundingMode, TargetPart, Type, Value, Wording};

use super::walk::Rests;
use super::{Finding, PartChange, Sampled, Separation, Versions};
use crate::plan::{Plan, Target, TermKind, Time};
use crate::proof::{Answer, Claim, Condition, Prover};

impl Versions<'_> {
    /// What changes of the question that a target asks; `None` where it is asked in the same words.
    pub(super) fn condition(&mut self, old: &Target, new: &Target) -> Option<PartChange> {
        let same_condition = self.says_the_same(Some(old.condition), Some(new.condition));
        let same_when = self.says_the_same(old.when, new.when);
        let same_sampling = confidence(old) == confidence(new);
        let whens = [(self.old, old), (self.new, new)].map(|(plan, target)| {
            target.when.and_then(|when| plan.terms.get(when)).map(|term| plan.text_at(term.at))
        });
        let [old_when, new_when] = whens;
        let texts = |part| match part {
            TargetPart::When => (old_when.clone().map(Wording::from), new_when.clone().map(Wording::from)),
            TargetPart::Confidence => (written_confidence(old), written_confidence(new)),
            TargetPart::Judge => (written_rounding(old), written_rounding(new)),
            _ => (Some(Wording::from(&old.text)), Some(Wording::from(&new.text))),
        };
        let with = |part, finding, causes| {
            let (old, new) = texts(part);
            Some(PartChange { part, old, new, finding, causes })
        };
        if same_condition && same_when && same_sampling {
            let part = match (old.text == new.text, old_when == new_when) {
                (true, true) => return None,
                (true, false) => TargetPart::When,
                (false, _) => TargetPart::Condition,
            };
            return with(part, Finding::Plain(ChangeKind::Editorial), Vec::new());
        }
        let causes = self.causes(old, new);
        if old.sampling.is_some() || new.sampling.is_some() {
            let part =
                if same_condition && same_when { TargetPart::Confidence } else { TargetPart::Condition };
            let sampled = self.sampled(old, new, same_when);
            return with(part, Finding::Sampled(sampled), causes);
        }
        let part = if same_condition {
            TargetPart::When
        } else if old.text == new.text && old.rounding != new.rounding && causes.is_empty() {
            TargetPart::Judge
        } else {
            TargetPart::Condition
        };
        with(part, Finding::Judged(separation(self.old, self.new, old, new)), causes)
    }

    /// The declarations that change and that one of the two rests on.
    pub(super) fn causes(&self, old: &Target, new: &Target) -> Vec<String> {
        if self.declarations.is_empty() {
            return Vec::new();
        }
        let before = self.old_uses.of(&Rests::of_target(self.old, old));
        let after = self.new_uses.of(&Rests::of_target(self.new, new));
        self.declarations.names(before.union(&after).copied())
    }

    fn sampled(&self, old: &Target, new: &Target, same_when: bool) -> Sampled {
        let (one, other) = (sample(self.old, old), sample(self.new, new));
        let limits: Vec<Number> =
            [&one, &other].into_iter().flatten().map(|sample| sample.limit.clone()).collect();
        // Under the same demands on the sample, its bound meets the easier of two limits wherever it meets the harder.
        let proved = match (&one, &other) {
            (Some(one), Some(other))
                if same_when && one.is_like(other) && confidence(old) == confidence(new) =>
            {
                Some(match one.direction {
                    Direction::AtLeast | Direction::MoreThan => other.limit.cmp(&one.limit),
                    Direction::AtMost | Direction::LessThan => one.limit.cmp(&other.limit),
                })
            }
            _ => None,
        };
        Sampled { metric: one.or(other).map(|sample| sample.metric).unwrap_or_default(), limits, proved }
    }
}

/// A share that a sample tells, with what it is held against.
struct Sample {
    metric: String,
    limit: Number,
    direction: Direction,
}

impl Sample {
    fn is_like(&self, other: &Sample) -> bool {
        self.metric == other.metric && self.direction == other.direction
    }
}

/// The sample that decides a target, where it is of one metric for the period judged.
fn sample(plan: &Plan, target: &Target) -> Option<Sample> {
    let sampling = target.sampling.as_ref()?;
    let TermKind::Metric { metric, places, time } = &plan.terms.get(sampling.share)?.kind else {
        return None;
    };
    let limit = Prover::new().constant(plan, sampling.threshold)?;
    let metric = plan.metric(*metric)?.path.clone();
    (places.is_empty() && *time == Time::NOW).then_some(Sample {
        metric,
        limit,
        direction: sampling.direction,
    })
}

/// A target as its conditions are read for proofs.
struct Read {
    when: Option<Condition>,
    condition: Condition,
}

impl Read {
    fn of<'p>(prover: &mut Prover<'p>, plan: &'p Plan, target: &Target) -> Read {
        let when = target.when.map(|when| prover.read(plan, when));
        Read { when, condition: prover.read(plan, target.condition) }
    }

    fn applies(&self) -> Claim {
        Claim::all(self.when.iter().map(Condition::holds))
    }

    /// Never, for a target that always applies.
    fn does_not_apply(&self) -> Claim {
        Claim::any(self.when.iter().map(Condition::fails))
    }

    /// That nothing is missed: the condition holds, or the target does not apply.
    fn accepts(&self) -> Claim {
        Claim::any([self.does_not_apply(), Claim::all([self.applies(), self.condition.holds()])])
    }

    fn refuses(&self) -> Claim {
        Claim::all([self.applies(), self.condition.fails()])
    }
}

/// Which values one version accepts and the other refuses; where there are none, to which one applies and the other
/// does not.
pub(super) fn separation(old_plan: &Plan, new_plan: &Plan, old: &Target, new: &Target) -> Separation {
    let mut prover = Prover::new();
    // Whichever is called the old one, the answers are the same: so the same one is always read first.
    let is_turned = old_plan.digest > new_plan.digest;
    let (before, after) = if is_turned {
        let after = Read::of(&mut prover, new_plan, new);
        (Read::of(&mut prover, old_plan, old), after)
    } else {
        (Read::of(&mut prover, old_plan, old), Read::of(&mut prover, new_plan, new))
    };
    let one_way = |from: &Read, to: &Read| {
        let mut answer = prover.can_hold(&[from.accepts(), to.refuses()]);
        if !answer.is_yes() && (from.when.is_some() || to.when.is_some()) {
            let applies = prover.can_hold(&[from.does_not_apply(), to.applies()]);
            if answer.is_no() || applies.is_yes() {
                answer = applies;
            }
        }
        answer
    };
    Separation { tighter: one_way(&before, &after), looser: one_way(&after, &before) }
}

impl Separation {
    /// Whether it was shown that there are no such values.
    #[must_use]
    pub fn is_none_at_all(&self) -> bool {
        self.tighter == Answer::No && self.looser == Answer::No
    }
}

fn confidence(target: &Target) -> Option<&Confidence> {
    target.sampling.as_ref().map(|sampling| &sampling.confidence)
}

fn written_confidence(target: &Target) -> Option<Wording> {
    let confidence = confidence(target)?;
    let id = match confidence.interval() {
        Interval::ClopperPearson => "diff-confidence-clopper-pearson",
        Interval::Wilson => "diff-confidence-wilson",
    };
    let level = Type::Percent.wording(&Value::Number(confidence.level().clone()));
    Some(Wording::about(id, "level", level))
}

fn written_rounding(target: &Target) -> Option<Wording> {
    if target.rounding.is_empty() {
        return Some(Wording::word("diff-judge-exact"));
    }
    let each = target.rounding.iter().map(|(rounding, ty)| {
        let id = match rounding.mode() {
            RoundingMode::HalfEven => "rounding-half-even",
            RoundingMode::HalfUp => "rounding-half-up",
            RoundingMode::Truncated => "rounding-truncated",
        };
        Wording::about(id, "interval", ty.wording(&Value::Number(rounding.interval().clone())))
    });
    Some(Wording::list(each))
}
