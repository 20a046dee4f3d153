//! The grade of a total, and vetoes last.

use std::collections::BTreeMap;

use dabiao_check::Scoring;
use dabiao_model::score::Veto;
use dabiao_model::{MissingPoints, Number, Reason, Verdict, VetoUse};

use super::reached::Reached;
use crate::evaluate::Context;

/// The grades before and after vetoes.
#[derive(Debug, Default)]
pub(super) struct Graded {
    pub(super) earned: Option<String>,
    pub(super) given: Option<String>,
    pub(super) veto: Option<VetoUse>,
}

/// Grades a total. A veto that is missed gives its grade; where it is not known whether one applies that would change
/// the grade, the given grade is not known.
pub(super) fn graded(
    scoring: &Scoring,
    total: Option<&Number>,
    counted: &BTreeMap<usize, Reached>,
    missing: &mut Vec<MissingPoints>,
    context: &Context<'_>,
) -> Graded {
    let Some(grades) = &scoring.grades else { return Graded::default() };
    let plan = context.program.plan();
    let mut applying = Vec::new();
    let mut open = Vec::new();
    for (index, reached) in counted {
        let Some(target) = plan.targets.get(*index) else { continue };
        // The target's id stands for the reason, which is worded below.
        let Some(veto) = target.veto.clone().map(|grade| Veto { grade, reason: target.id.clone() }) else {
            continue;
        };
        match reached.verdict {
            Verdict::Missed => applying.push(veto),
            Verdict::Unknown | Verdict::Uncertain | Verdict::Error => open.push(veto),
            Verdict::Met | Verdict::Pending | Verdict::NotApplicable => {}
        }
    }
    let graded = grades.grade(total, &applying);
    let mut given = graded.given.clone();
    for veto in open {
        let with: Vec<Veto> = applying.iter().cloned().chain([veto.clone()]).collect();
        if grades.grade(total, &with).given != graded.given {
            given = None;
            let reason = Reason::new("reason-veto-open").with("target", &veto.reason);
            missing.push(MissingPoints { target: Some(veto.reason), reason });
        }
    }
    let used = |veto: Veto| VetoUse {
        reason: Reason::new("reason-veto").with("target", &veto.reason),
        target: veto.reason,
        grade: veto.grade,
    };
    Graded { earned: graded.earned, veto: graded.veto.filter(|_| given.is_some()).map(used), given }
}
