//! What the parts of a target's texts amount to, for one verdict.

mod picture;

use dabiao_check::{At, DerivedUse, TermKind};
use dabiao_model::{
    Explained, ExplainedText, Explanation, Period, Role, StepValue, TargetResult, Type, Value, Wording,
};

use crate::assemble;
use crate::evaluate::{Cause, Context, Place, Sheet};
use crate::evidence::{exact, one, place as place_of};
use crate::judge::{Hearing, every};
use crate::program::{Op, OpKind};
use crate::row::Row;
use crate::trace::{Through, below, cells, read};
use picture::Picture;

/// The verdicts of the target that the context asks for, each with its texts.
pub(crate) fn explanation(context: &Context<'_>) -> Explanation {
    let report = assemble::report(context);
    let texts = every(context, |_, hearing, row, _| texts(hearing, row, context));
    let explained =
        |(result, texts): (TargetResult, Vec<ExplainedText>)| Explained { result, texts, points: None };
    let target = context.target.and_then(|index| context.program.plan().targets.get(index));
    Explanation {
        format: Explanation::FORMAT,
        plan: report.plan,
        as_of: report.as_of,
        target: target.map_or_else(String::new, |target| target.id.clone()),
        assumptions: report.assumptions,
        explained: report.results.into_iter().zip(texts).map(explained).collect(),
        organisations: report.organisations,
        entities: report.entities,
    }
}

/// The texts behind a verdict: where the target applies, its condition, and where it is at risk, each followed by the
/// metrics that it computes.
fn texts(hearing: &Hearing<'_>, row: usize, context: &Context<'_>) -> Vec<ExplainedText> {
    let outcome = hearing.outcome(row);
    let condition = Some(&hearing.condition).filter(|_| !outcome.by_when);
    let warn = hearing.warn.as_ref().filter(|_| hearing.is_met(row));
    let sheets = [(Role::When, hearing.when.as_ref()), (Role::Condition, condition), (Role::Warn, warn)];
    let sheets = sheets.into_iter().filter_map(|(role, sheet)| Some((role, sheet?)));
    sheets.flat_map(|(role, sheet)| of_sheet(role, sheet, row, hearing.target.at, context)).collect()
}

fn of_sheet(
    role: Role,
    sheet: &Sheet<'_>,
    row: usize,
    target: At,
    context: &Context<'_>,
) -> Vec<ExplainedText> {
    let plan = context.program.plan();
    let cells = cells(sheet, row, Through::Everything);
    let Some(root) = cells.first().and_then(|(_, op)| Some((op.term, plan.terms.get(op.term)?.at))) else {
        return Vec::new();
    };
    // A condition that is the name of a computed metric stands where the name does.
    let is_own = |one: &&DerivedUse| one.term == root.0 && one.at.source == target.source;
    let named = plan.derived_uses.iter().filter(is_own);
    let named =
        named.filter(|one| one.at.span.start >= target.span.start).min_by_key(|one| one.at.span.start);
    let mut pictures = vec![Picture::new(role, None, named.map_or(root.1, |one| one.at), plan)];
    for (place, op) in &cells {
        let Some(term) = plan.terms.get(op.term) else { continue };
        let computed: Vec<&DerivedUse> = plan.derived_uses.iter().filter(|one| one.term == op.term).collect();
        if let Some(first) = computed.first() {
            if !pictures.iter().any(|picture| picture.at == term.at) {
                let metric = plan.metric(first.metric).map(|metric| metric.path.clone());
                pictures.push(Picture::new(Role::Metric, metric, term.at, plan));
            }
            let value = value(sheet, *place, op, context);
            for one in computed {
                put(&mut pictures, one.at, value.clone());
            }
        }
        put(&mut pictures, term.at, value(sheet, *place, op, context));
    }
    pictures.into_iter().map(Picture::into_text).collect()
}

/// The place and time that a computed value is of: those of what it was computed from, where these are one.
fn seen_at(sheet: &Sheet<'_>, place: Place, context: &Context<'_>) -> Option<Row> {
    let own = sheet.row(place)?;
    let reads = below(sheet, place, Through::Everything).into_iter().filter_map(|(at, op)| match &op.kind {
        OpKind::Metric(leaf) => read(sheet, at, op.term, leaf, context).map(|read| place_of(&read)),
        _ => None,
    });
    let mut rows: Vec<Row> = reads.collect();
    rows.dedup();
    Some(match rows[..] {
        [only] if only.period.is_some() => only,
        _ => own,
    })
}

/// Puts a value into the smallest text that holds its place; a constant has none, and only its place counts.
fn put(pictures: &mut [Picture], at: At, value: Option<StepValue>) {
    let holding = pictures.iter_mut().filter(|picture| picture.holds(at));
    if let Some(picture) =
        holding.min_by_key(|picture| picture.at.span.end.saturating_sub(picture.at.span.start))
    {
        picture.put(at, value);
    }
}

fn value(sheet: &Sheet<'_>, place: Place, op: &Op, context: &Context<'_>) -> Option<StepValue> {
    let term = context.program.plan().terms.get(op.term)?;
    if let TermKind::Constant(_) = term.kind {
        return None;
    }
    if let OpKind::Metric(leaf) = &op.kind {
        let read = read(sheet, place, op.term, leaf, context)?;
        let found = one(&read, place_of(&read), context);
        return Some(StepValue {
            value: found.value.unwrap_or_else(|| Wording::word("explain-missing").into()),
            exact: found.exact,
            count: found.count,
            source: found.source,
            entity: found.entity,
            period: found.period,
        });
    }
    let row = if term.ty == Type::YesNo { sheet.row(place)? } else { seen_at(sheet, place, context)? };
    let found = sheet.value(place)?;
    let is_condition = term.ty == Type::YesNo && !matches!(term.kind, TermKind::Assumption(_));
    let wording = match &found {
        Ok(Value::YesNo(true)) if is_condition => Wording::word("explain-holds"),
        Ok(Value::YesNo(false)) if is_condition => Wording::word("explain-fails"),
        Ok(value) => term.ty.wording(value),
        Err(Cause::Unknown(_)) => Wording::word("explain-unknown"),
        Err(Cause::Fault(_)) => Wording::word("explain-error"),
    };
    let everywhere = matches!(term.kind, TermKind::Assumption(_));
    Some(StepValue {
        value: wording.into(),
        exact: found.ok().as_ref().and_then(|value| exact(value, &term.ty)),
        count: None,
        source: None,
        entity: row.entity.filter(|_| !everywhere).map(|id| context.metrics.tree().name(id).to_string()),
        period: row.period.as_ref().filter(|_| !everywhere).map(Period::to_string),
    })
}
