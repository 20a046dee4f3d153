//! Scores and grades that a test expects.

use dabiao_check::{Comparison, ExpectedScore, Outcome};
use dabiao_model::{Code, Date, Diagnostic, EntityScore, Number, Verdict, Wording};

use super::place;
use crate::{Metrics, Program, Question};

/// What came out otherwise than expected.
pub(super) fn other(
    program: &Program,
    metrics: &Metrics,
    as_of: Date,
    expected: &ExpectedScore,
) -> Option<Diagnostic> {
    let place = place(program.plan(), expected.at);
    let question = Question { entity: expected.entity.clone(), ..Question::new(as_of) };
    let report = match program.evaluate(metrics, &question) {
        Ok(report) => report,
        Err(fault) => return Some(Diagnostic { place, ..*fault }),
    };
    let fault = Diagnostic::new(Code::TestFailed, place).with("wanted", &expected.text);
    let entities = report.score.map_or_else(Vec::new, |score| score.entities);
    if entities.is_empty() {
        return Some(fault.variant("no-score"));
    }
    let other = entities.iter().find(|score| !holds(&expected.outcome, score))?;
    let unknown = || Wording::from(Verdict::Unknown);
    let fault = match &expected.outcome {
        Outcome::Score(..) | Outcome::ScoreWithin(..) | Outcome::NoScore => {
            fault.variant("score").with("got", other.total.as_ref().map_or_else(unknown, Wording::from))
        }
        Outcome::Grade(_) | Outcome::OtherGrade(_) | Outcome::NoGrade => {
            fault.variant("grade").with("got", other.given_grade.as_ref().map_or_else(unknown, Wording::from))
        }
    };
    Some(fault)
}

fn holds(outcome: &Outcome, score: &EntityScore) -> bool {
    let total = score.total.as_ref();
    let grade = score.given_grade.as_ref();
    match outcome {
        Outcome::Score(op, number) => total.is_some_and(|total| compares(total, *op, number)),
        Outcome::ScoreWithin(first, last) => total.is_some_and(|total| total >= first && total <= last),
        Outcome::NoScore => total.is_none(),
        Outcome::Grade(wanted) => grade == Some(wanted),
        Outcome::OtherGrade(other) => grade.is_some_and(|grade| grade != other),
        Outcome::NoGrade => grade.is_none(),
    }
}

fn compares(left: &Number, op: Comparison, right: &Number) -> bool {
    match op {
        Comparison::AtLeast => left >= right,
        Comparison::Above => left > right,
        Comparison::AtMost => left <= right,
        Comparison::Below => left < right,
        Comparison::Equal => left == right,
        Comparison::NotEqual => left != right,
    }
}
