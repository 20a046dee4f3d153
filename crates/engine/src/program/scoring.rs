//! The conditions under which bonuses and penalties are given.

use dabiao_check::{Adjustment, Plan};

use super::Routine;

/// A routine for each bonus and penalty that has a condition, in the order of the rules.
#[derive(Debug, Default)]
pub(crate) struct ScoreRoutines {
    plan: Vec<Option<Routine>>,
    sections: Vec<Vec<Option<Routine>>>,
    targets: Vec<Vec<Option<Routine>>>,
}

impl ScoreRoutines {
    /// Compiles the conditions of a plan; there are none where it has no score.
    pub(super) fn compile(plan: &Plan) -> ScoreRoutines {
        let Some(scoring) = &plan.scoring else { return ScoreRoutines::default() };
        let all = |adjustments: &[Adjustment]| {
            let routine = |one: &Adjustment| one.when.map(|root| Routine::compile(&plan.terms, root));
            adjustments.iter().map(routine).collect::<Vec<_>>()
        };
        ScoreRoutines {
            plan: all(&scoring.adjustments),
            sections: plan.sections.iter().map(|section| all(&section.scoring.adjustments)).collect(),
            targets: plan.targets.iter().map(|target| all(&target.adjustments)).collect(),
        }
    }

    /// Those of the plan itself.
    pub(crate) fn of_plan(&self) -> &[Option<Routine>] {
        &self.plan
    }

    /// Those of a section, by its position.
    pub(crate) fn of_section(&self, section: usize) -> &[Option<Routine>] {
        self.sections.get(section).map_or(&[], Vec::as_slice)
    }

    /// Those of a target, by its position.
    pub(crate) fn of_target(&self, target: usize) -> &[Option<Routine>] {
        self.targets.get(target).map_or(&[], Vec::as_slice)
    }
}
