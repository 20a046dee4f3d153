//! `section`, `target` and `unmeasured` items.

use std::collections::HashMap;

use dabiao_model::{Code, Date, PeriodRange, Step, Verdict};
use dabiao_syntax::{Expr, FieldValue, Item, ItemKind, Key, Name};

use super::Items;
use crate::checker::Checker;
use crate::fields::{self, Fields};
use crate::lower;
use crate::plan::{
    At, MetricId, Milestone, Organisation, Section, SectionId, SectionScoring, SourceId, Target, Unmeasured,
};

/// Reads targets with the section that each stands in. A section ends with its file.
pub(crate) fn targets(checker: &mut Checker<'_>, items: Items<'_, '_>) {
    let mut section: Option<(SourceId, SectionId)> = None;
    let mut ids: HashMap<String, At> = HashMap::with_capacity(items.len());
    checker.plan.targets.reserve(items.len());
    for (source, item) in items {
        let here = section.filter(|(of, _)| of == source).map(|(_, id)| id);
        match &item.kind {
            ItemKind::Section { titles } => {
                let id = SectionId::new(checker.plan.sections.len());
                let declared = read_section(checker, *source, item, fields::titles(titles));
                checker.plan.sections.push(declared);
                section = Some((*source, id));
            }
            ItemKind::Target { id, condition } => {
                let Some(target) = read_target(checker, *source, item, id.as_ref(), condition, here) else {
                    continue;
                };
                let at = At { source: *source, span: id.as_ref().map_or(condition.span, |id| id.span) };
                if let Some(first) = ids.get(&target.id) {
                    let note = checker.place(*first);
                    let fault = checker.fault(Code::DuplicateTarget, *source, at.span).with("id", &target.id);
                    let fault = if id.is_none() { fault.variant("implicit") } else { fault };
                    checker.report(fault.note(note, "note-first-declared"));
                    continue;
                }
                ids.insert(target.id.clone(), at);
                checker.plan.targets.push(target);
            }
            ItemKind::Unmeasured { titles } => {
                let unmeasured = read_unmeasured(checker, *source, item, fields::titles(titles), here);
                checker.plan.unmeasured.push(unmeasured);
            }
            _ => {}
        }
    }
}

/// How often a target may recur in a plan's period: 27 years of days.
const PERIODS: usize = 10_000;

/// At most how many periods of a kind a plan's period has.
fn periods(range: PeriodRange, step: Step) -> usize {
    let years = range.last().end().year().saturating_sub(range.first().start().year()).saturating_add(1);
    let of_year: usize = match step {
        Step::Year => 1,
        Step::Half => 2,
        Step::Quarter => 4,
        Step::Month => 12,
        Step::Day => 366,
    };
    usize::try_from(years).unwrap_or(0).saturating_mul(of_year)
}

fn read_section(
    checker: &mut Checker<'_>,
    source: SourceId,
    item: &Item,
    mut titles: Vec<String>,
) -> Section {
    let fields = Fields(&item.fields);
    titles.extend(fields.texts(Key::Title));
    Section {
        titles,
        cite: fields.texts(Key::Cite),
        owner: organisations(checker, source, &fields.names(Key::Owner)),
        scoring: SectionScoring::default(),
        at: At { source, span: item.head },
    }
}

fn read_unmeasured(
    checker: &mut Checker<'_>,
    source: SourceId,
    item: &Item,
    mut titles: Vec<String>,
    section: Option<SectionId>,
) -> Unmeasured {
    let fields = Fields(&item.fields);
    titles.extend(fields.texts(Key::Title));
    organisations(checker, source, &fields.names(Key::Owner));
    let mut cite = fields.texts(Key::Cite);
    if cite.is_empty() {
        cite = section
            .and_then(|id| checker.plan.section(id))
            .map_or_else(Vec::new, |section| section.cite.clone());
    }
    let reason = fields.texts(Key::Reason).into_iter().next();
    if reason.is_none() {
        let fault = checker.fault(Code::MissingField, source, item.head).variant("unmeasured");
        checker.report(fault);
    }
    Unmeasured { titles, cite, reason, at: At { source, span: item.head } }
}

fn read_target(
    checker: &mut Checker<'_>,
    source: SourceId,
    item: &Item,
    id: Option<&Name>,
    condition: &Expr,
    section: Option<SectionId>,
) -> Option<Target> {
    let fields = Fields(&item.fields);
    let mut cite = fields.texts(Key::Cite);
    let mut owner = organisations(checker, source, &fields.names(Key::Owner));
    if let Some(section) = section.and_then(|id| checker.plan.section(id)) {
        if cite.is_empty() {
            cite.clone_from(&section.cite);
        }
        if owner.is_empty() && fields.names(Key::Owner).is_empty() {
            owner.clone_from(&section.owner);
        }
    }
    let with = organisations(checker, source, &fields.names(Key::With));
    let when = fields.expr(Key::When).map(|expr| lower::condition(checker, source, expr));
    let warn = fields.expr(Key::Warn).map(|expr| lower::condition(checker, source, expr));
    let by = fields.moment(Key::By).map(|moment| moment.period.end());
    let each = fields.step(Key::Each);
    if let (Some(_), Some((field, _))) = (by, each) {
        let fault = checker.fault(Code::FieldNotHere, source, field.span).variant("each-by");
        checker.report(fault);
    }
    if let (Some((field, step)), Some(range)) = (each, checker.plan.period)
        && periods(range, step) > PERIODS
    {
        let fault = checker.fault(Code::TooLong, source, field.span).variant("periods");
        checker.report(fault.with("limit", PERIODS));
    }
    let own_judge = fields.judge(source);
    let confidence = fields.confidence();
    // The bound of a sample is compared as it is, whatever the plan says of values.
    let judge = match (&own_judge, confidence) {
        (Some(own), _) => own.clone(),
        (None, Some(_)) => None,
        (None, None) => checker.judge.clone(),
    };
    checker.roundings.clear();
    let lowered = lower::judged_condition(checker, source, condition, judge)?;
    let rounding = std::mem::take(&mut checker.roundings);
    if let Some(field) = fields.all(Key::Judge).next().filter(|_| rounding.is_empty())
        && own_judge.flatten().is_some()
    {
        let fault = checker.fault(Code::FieldNotHere, source, field.span).variant("nothing-rounded");
        checker.report(fault);
    }
    let sampling = confidence.map(|(field, written)| {
        if !rounding.is_empty() {
            let fault = checker.fault(Code::FieldNotHere, source, field.span).variant("rounded-sample");
            checker.report(fault);
            return None;
        }
        lower::sampling(checker, At { source, span: field.span }, written, lowered)
    });
    let milestones = read_milestones(checker, source, &fields, condition, by);
    let track = fields.all(Key::Track).next().and_then(|field| match &field.value {
        FieldValue::Track(track) => Some((field.span, track)),
        _ => None,
    });
    let track = track.map(|(span, track)| lower::track(checker, At { source, span }, track, condition, by));
    let used = lower::uses(checker, lowered);
    let if_none = read_if_none(checker, source, &fields, &used.metrics);
    let text = checker.plan.text_at(At { source, span: condition.span });
    // A condition without a metric has nothing but itself to be known by.
    let own_id = id.map(|id| id.text.to_string());
    let id =
        own_id.or_else(|| lower::first_metric(checker, source, condition)).unwrap_or_else(|| text.clone());
    // A faulty part was reported; the target cannot be judged without it.
    let (when, warn) = (optional(when)?, optional(warn)?);
    let (sampling, track) = (optional(sampling)?, optional(track)?);
    let at = At { source, span: item.head };
    let mut titles = fields.texts(Key::Title);
    if titles.is_empty() {
        // A target that is known by a metric's path bears its titles, of a computed metric too.
        let metric = checker.plan.metric_id(&id).and_then(|id| checker.plan.metric(id));
        titles = metric.map_or_else(Vec::new, |metric| metric.titles.clone());
    }
    Some(Target {
        id,
        titles,
        section,
        cite,
        owner,
        with,
        condition: lowered,
        text,
        when,
        warn,
        by,
        each: each.map(|(_, step)| step),
        rounding,
        sampling,
        milestones: milestones?,
        track,
        if_none,
        worth: None,
        adjustments: Vec::new(),
        veto: None,
        metrics: used.metrics,
        assumptions: used.assumptions,
        at,
    })
}

/// The milestones, the earliest first; `None` where one is faulty.
fn read_milestones(
    checker: &mut Checker<'_>,
    source: SourceId,
    fields: &Fields<'_>,
    condition: &Expr,
    by: Option<Date>,
) -> Option<Vec<Milestone>> {
    let judge = fields.judge(source).unwrap_or_else(|| checker.judge.clone());
    let mut milestones = Vec::new();
    let mut is_whole = true;
    for field in fields.all(Key::Milestone) {
        let FieldValue::Milestone(written) = &field.value else { continue };
        if by.is_none_or(|by| written.at.period.end() >= by) {
            let fault = checker.fault(Code::MissingField, source, written.at.span).variant("milestone");
            checker.report(fault);
            is_whole = false;
            continue;
        }
        let at = At { source, span: field.span };
        match lower::milestone(checker, at, written, lower::subject(condition), judge.clone()) {
            Some(milestone) => milestones.push(milestone),
            None => is_whole = false,
        }
    }
    milestones.sort_by_key(|milestone| milestone.period.end());
    is_whole.then_some(milestones)
}

/// What the target, or else the metrics that it reads, say of an empty roster.
fn read_if_none(
    checker: &mut Checker<'_>,
    source: SourceId,
    fields: &Fields<'_>,
    metrics: &[MetricId],
) -> Option<bool> {
    let Some(field) = fields.all(Key::IfNone).next() else {
        let mut told = metrics.iter().filter_map(|id| checker.if_none.get(id).copied());
        let first = told.next()?;
        return told.all(|other| other == first).then_some(first);
    };
    let FieldValue::Verdict(verdict) = &field.value else { return None };
    let has_records = metrics.iter().any(|id| checker.plan.query_of(*id).is_some());
    let variant = match verdict {
        Verdict::Met | Verdict::Missed if has_records => return Some(*verdict == Verdict::Met),
        Verdict::Met | Verdict::Missed => "if-none",
        _ => "if-none-verdict",
    };
    let fault = checker.fault(Code::FieldNotHere, source, field.span).variant(variant);
    checker.report(fault);
    None
}

/// `None` for a part that is there and faulty.
fn optional<T>(part: Option<Option<T>>) -> Option<Option<T>> {
    match part {
        None => Some(None),
        Some(None) => None,
        Some(Some(lowered)) => Some(Some(lowered)),
    }
}

/// The ids of organisations; those that are not declared are reported.
fn organisations(checker: &mut Checker<'_>, source: SourceId, names: &[&Name]) -> Vec<String> {
    let mut known = Vec::new();
    for name in names {
        if checker.is_lost(&name.text) {
            known.push(name.text.to_string());
            continue;
        }
        let organisations = &checker.plan.organisations;
        let text = name.text.as_ref();
        let is_called = |one: &&Organisation| one.id == text || one.titles.iter().any(|title| title == text);
        if let Some(found) = organisations.iter().find(is_called) {
            let id = found.id.clone();
            checker.used_organisations.insert(id.clone());
            known.push(id);
            continue;
        }
        let similar = dabiao_model::similar(&name.text, organisations.iter().map(|one| one.id.as_str()));
        let similar = similar.map(str::to_string);
        let fault = checker.fault(Code::UnknownOrganisation, source, name.span).with("name", &name.text);
        let fault = match similar {
            Some(similar) => fault.variant("similar").with("similar", &similar).fix(name.span, similar),
            None => fault,
        };
        checker.report(fault);
        // Someone answers, though nobody knows who: that is one fault, not two.
        known.push(name.text.to_string());
    }
    known
}
