//! From verdicts to a report.

use std::collections::{BTreeMap, HashSet};

use dabiao_check::{At, Plan, Section, Target};
use dabiao_model::{
    AssumptionUse, Evidence, Flag, Period, PlanInfo, Report, Rounding, RoundingMode, Scores, Shown,
    SourcePosition, TargetResult, Type, Value, Wording,
};

use crate::evaluate::Context;
use crate::evidence::{computed, evidence, missing, sampled};
use crate::ids::EntityId;
use crate::judge::{Hearing, Outcome, every};
use crate::observed::{figures, observed};
use crate::reason::reason;
use crate::row::Row;
use crate::score;
use crate::trace::{Read, Through, reads};
use crate::way::{Standing, standing};

/// The report on every target and entity.
pub(crate) fn report(context: &Context<'_>) -> Report {
    let plan = context.program.plan();
    let (results, score) = results(context);
    Report {
        format: Report::FORMAT,
        plan: PlanInfo {
            id: plan.id.clone(),
            title: Shown::title(&plan.titles, plan.home()),
            rules_digest: plan.digest.clone(),
        },
        as_of: context.as_of.to_string(),
        assumptions: assumptions(context),
        summary: results.iter().map(|result| result.verdict).collect(),
        results,
        score,
        organisations: plan
            .organisations
            .iter()
            .filter_map(|one| Some((one.id.clone(), Shown::title(&one.titles, plan.home())?)))
            .collect(),
        entities: titles(context),
    }
}

/// The titles of the entities judged.
fn titles(context: &Context<'_>) -> BTreeMap<String, Shown> {
    let tree = context.metrics.tree();
    let judged: HashSet<EntityId> = context.entities.iter().copied().flatten().collect();
    let titled = tree.titles().filter(|(id, title)| judged.contains(id) && tree.name(*id) != *title);
    titled.map(|(id, title)| (tree.name(id).to_string(), Shown::from(title))).collect()
}

/// Every result, and the scores where the plan declares some.
fn results(context: &Context<'_>) -> (Vec<TargetResult>, Option<Scores>) {
    let Some(scoring) = &context.program.plan().scoring else {
        return (every(context, |_, hearing, row, late| result(hearing, row, late, context)), None);
    };
    let told = every(context, |target, hearing, row, late| {
        let result = result(hearing, row, late, context);
        let reached = score::reached(target, hearing, row, &result, context);
        (result, reached)
    });
    let (results, reached): (Vec<_>, Vec<_>) = told.into_iter().unzip();
    let score = score::scores(scoring, reached.into_iter().flatten().collect(), context);
    (results, Some(score))
}

fn assumptions(context: &Context<'_>) -> Vec<AssumptionUse> {
    let plan = context.program.plan();
    let used = |(index, assumption): (usize, &dabiao_check::Assumption)| {
        let id = dabiao_check::AssumptionId::new(index);
        let value = context.assumption(id).unwrap_or(&assumption.value);
        AssumptionUse {
            name: assumption.name.clone(),
            title: Shown::title(&assumption.origin.titles, plan.home()),
            value: assumption.ty.wording(value).into(),
            because: assumption.because.clone(),
            source: assumption.origin.source.clone(),
            cite: assumption.origin.cite.clone(),
            overridden: context.is_overridden(id),
        }
    };
    let listed = plan.assumptions.iter().enumerate();
    listed.filter(|(_, assumption)| !assumption.is_spare).map(used).collect()
}

/// One verdict in words, with what it rests on.
pub(crate) fn result(hearing: &Hearing<'_>, row: usize, late: bool, context: &Context<'_>) -> TargetResult {
    let plan = context.program.plan();
    let target = hearing.target;
    let place = hearing.row(row);
    let outcome = hearing.outcome(row);
    let mut standing = standing(hearing, row, outcome.verdict, context);
    let reads = with_way(hearing, row, outcome, &mut standing, context);
    let told = observed(hearing, row, outcome.verdict, context);
    TargetResult {
        target: target.id.clone(),
        title: title(plan, target),
        section: section(plan, target),
        cite: target.cite.clone(),
        owner: target.owner.clone(),
        entity: place.entity.map(|id| context.metrics.tree().name(id).to_string()),
        period: place.period.as_ref().map(Period::to_string),
        verdict: outcome.verdict,
        flags: flags(hearing, row, late, standing.flag, &reads, context),
        condition: target.text.clone(),
        due: hearing.due.map(|due| due.to_string()),
        observed: told.observed.map(Shown::from),
        required: told.required.map(Shown::from),
        margin: told.margin.map(Shown::from),
        evidence: all_evidence(hearing, row, outcome, &reads, standing.evidence, context),
        assumptions: target
            .assumptions
            .iter()
            .filter_map(|id| plan.assumption(*id))
            .map(|assumption| assumption.name.clone())
            .collect(),
        missing: if outcome.empty.is_some() { Vec::new() } else { missing_shown(&reads, place, context) },
        reason: reason(hearing, row, outcome, context),
        at: position(plan, target.at),
        with: target.with.clone(),
        needed: told.needed,
        rounding: rounding(target),
        figures: figures(hearing, row, outcome.verdict, context).map(Box::new),
    }
}

fn missing_shown(reads: &[Read<'_>], place: Row, context: &Context<'_>) -> Vec<Shown> {
    missing(reads, place, context).into_iter().map(Shown::from).collect()
}

/// Everything that was read for a verdict and for how a pending one stands on its way.
pub(crate) fn reads_of<'a>(hearing: &Hearing<'a>, row: usize, context: &Context<'_>) -> Vec<Read<'a>> {
    let outcome = hearing.outcome(row);
    let mut standing = standing(hearing, row, outcome.verdict, context);
    with_way(hearing, row, outcome, &mut standing, context)
}

fn with_way<'a>(
    hearing: &Hearing<'a>,
    row: usize,
    outcome: Outcome,
    standing: &mut Standing<'a>,
    context: &Context<'_>,
) -> Vec<Read<'a>> {
    let mut reads = all_reads(hearing, row, outcome, context);
    reads.append(&mut standing.reads);
    reads
}

/// Everything that was read for a verdict: the condition's values first, then those that say where it applies and
/// when it is at risk, as far as these counted.
fn all_reads<'a>(
    hearing: &Hearing<'a>,
    row: usize,
    outcome: Outcome,
    context: &Context<'_>,
) -> Vec<Read<'a>> {
    let condition = Some(&hearing.condition).filter(|_| !outcome.by_when);
    let warn = hearing.warn.as_ref().filter(|_| hearing.is_met(row));
    let sheets = condition.into_iter().chain(&hearing.when).chain(warn);
    sheets.flat_map(|sheet| reads(sheet, row, Through::Everything, context)).collect()
}

/// The values that were read, then what was computed from several of them.
fn all_evidence(
    hearing: &Hearing<'_>,
    row: usize,
    outcome: Outcome,
    reads: &[Read<'_>],
    of_way: Vec<Evidence>,
    context: &Context<'_>,
) -> Vec<Evidence> {
    let mut all = evidence(reads, context);
    if !outcome.by_when {
        all.extend(computed(&hearing.condition, row, context));
        all.extend(sampled(hearing, row, context));
    }
    all.extend(of_way);
    all
}

fn flags(
    hearing: &Hearing<'_>,
    row: usize,
    late: bool,
    of_way: Option<Flag>,
    reads: &[Read<'_>],
    context: &Context<'_>,
) -> Vec<Flag> {
    let is_running = hearing.row(row).period.is_some_and(|period| period.end() > context.as_of);
    let is_provisional =
        |read: &Read<'_>| read.found.is_some_and(|row| context.metrics.is_provisional(read.leaf.metric, row));
    let all = [
        (Flag::AtRisk, hearing.is_at_risk(row)),
        (Flag::OnTrack, of_way == Some(Flag::OnTrack)),
        (Flag::OffTrack, of_way == Some(Flag::OffTrack)),
        (Flag::Provisional, is_running || reads.iter().any(is_provisional)),
        (Flag::Late, late),
    ];
    all.into_iter().filter(|(_, holds)| *holds).map(|(flag, _)| flag).collect()
}

/// How values were rounded before they were compared.
fn rounding(target: &Target) -> Option<Shown> {
    let one = |(rounding, ty): &(Rounding, Type)| {
        let id = match rounding.mode() {
            RoundingMode::HalfEven => "rounding-half-even",
            RoundingMode::HalfUp => "rounding-half-up",
            RoundingMode::Truncated => "rounding-truncated",
        };
        // Rounding to 0.1 % is named so, though a difference of percents is counted in points.
        Wording::about(id, "interval", ty.wording(&Value::Number(rounding.interval().clone())))
    };
    let all: Vec<Wording> = target.rounding.iter().map(one).collect();
    (!all.is_empty()).then(|| Wording::list(all).into())
}

/// The target's own title, else that of its first metric, else its id.
fn title(plan: &Plan, target: &Target) -> Shown {
    let of_metric = || Shown::title(&plan.metric(*target.metrics.first()?)?.titles, plan.home());
    Shown::title(&target.titles, plan.home()).or_else(of_metric).unwrap_or_else(|| Shown::from(&target.id))
}

fn section(plan: &Plan, target: &Target) -> Option<Shown> {
    let section: &Section = plan.section(target.section?)?;
    Shown::title(&section.titles, plan.home())
}

fn position(plan: &Plan, at: At) -> SourcePosition {
    let Some(source) = plan.sources.get(at.source.index()) else {
        return SourcePosition { file: String::new(), line: 1, column: 1 };
    };
    let position = source.position(at.span.start);
    SourcePosition { file: source.name().to_string(), line: position.line, column: position.column }
}
