//! Whether two trees say the same, wherever their parts stand.
//!
//! A copy of each tree loses its spans, and what is left is compared. A span that were forgotten here would make
//! equal trees differ, which is seen at once; it could never make different ones equal.

use dabiao_model::Span;
use dabiao_syntax::{
    Adjustment, Confidence, Expectation, Expr, ExprKind, Field, FieldValue, Given, Item, ItemKind, Judge,
    Milestone, Moment, Name, Quantity, Score, ScoreForm, Suffix, Text, Tree, TrendRange, TypeExpr,
};

/// Whether two trees hold the same items with the same fields in the same order, and the same comments, blanks at
/// their ends left out. Spans do not count, nor does what could not be read.
///
/// ```
/// use dabiao_format::same_meaning;
/// use dabiao_model::Source;
/// let read = |text: &str| dabiao_syntax::parse(Source::new("a.dabiao", text));
/// assert!(same_meaning(&read("target a >= 90%"), &read("目标  a 不低于 90％")));
/// assert!(!same_meaning(&read("target a >= 90%"), &read("target a >= 90.0%")), "rounding goes by the written digits");
/// ```
#[must_use]
pub fn same_meaning(left: &Tree, right: &Tree) -> bool {
    first_difference(left, right).is_none()
}

/// Where the left tree first says something else than the right one.
pub(crate) fn first_difference(left: &Tree, right: &Tree) -> Option<Span> {
    let comment = |tree: &Tree, span: &Span| tree.source.slice(*span).trim_end().to_string();
    for (index, item) in left.items.iter().enumerate() {
        if right.items.get(index).is_none_or(|other| bare(item) != bare(other)) {
            return Some(item.head);
        }
    }
    for (index, span) in left.comments.iter().enumerate() {
        if right.comments.get(index).is_none_or(|other| comment(left, span) != comment(right, other)) {
            return Some(*span);
        }
    }
    let same = left.items.len() == right.items.len() && left.comments.len() == right.comments.len();
    let errors = |tree: &Tree| tree.diagnostics.iter().filter(|found| found.is_error()).count();
    (!same || errors(left) != errors(right)).then(Span::default)
}

/// The item without its spans.
fn bare(item: &Item) -> Item {
    let mut item = item.clone();
    item.head = Span::default();
    head(&mut item.kind);
    item.fields.iter_mut().for_each(field);
    item
}

fn head(kind: &mut ItemKind) {
    match kind {
        ItemKind::Syntax { version } => quantity(version),
        ItemKind::Use { path } => text(path),
        ItemKind::Plan { id: found, titles }
        | ItemKind::Organisation { id: found, titles }
        | ItemKind::Metric { path: found, titles }
        | ItemKind::Table { name: found, titles } => {
            name(found);
            titles.iter_mut().for_each(text);
        }
        ItemKind::Unit { name: found, symbol, definition } => {
            name(found);
            symbol.iter_mut().for_each(text);
            definition.iter_mut().for_each(quantity);
        }
        ItemKind::Scale { name: found, levels } => {
            name(found);
            levels.iter_mut().for_each(name);
        }
        ItemKind::Assume { name: found, value } => {
            name(found);
            expr(value);
        }
        ItemKind::Section { titles } | ItemKind::Unmeasured { titles } => titles.iter_mut().for_each(text),
        ItemKind::Target { id, condition } => {
            id.iter_mut().for_each(name);
            expr(condition);
        }
        ItemKind::Test { title } => text(title),
    }
}

fn field(field: &mut Field) {
    field.span = Span::default();
    field.key_span = Span::default();
    match &mut field.value {
        FieldValue::Texts(found) => found.iter_mut().for_each(text),
        FieldValue::Names(found) => found.iter_mut().for_each(name),
        FieldValue::Expr(found) => expr(found),
        FieldValue::Type(found) => ty(found),
        FieldValue::Moment(found) => moment(found),
        FieldValue::Periods(first, last) => {
            moment(first);
            moment(last);
        }
        FieldValue::Step(_) | FieldValue::YesNo(_) | FieldValue::Verdict(_) => {}
        FieldValue::Allow { code, because } => {
            name(code);
            because.iter_mut().for_each(text);
        }
        FieldValue::Quantity(found) => quantity(found),
        FieldValue::Columns(columns) => columns.iter_mut().for_each(|column| {
            name(&mut column.name);
            ty(&mut column.ty);
        }),
        FieldValue::Judge(Judge::Exact) => {}
        FieldValue::Judge(Judge::Rounded { to, mode: _ }) => to.iter_mut().for_each(quantity),
        FieldValue::Confidence(found) => {
            let Confidence { level, method: _, span } = found.as_mut();
            quantity(level);
            *span = Span::default();
        }
        FieldValue::Milestone(found) => {
            let Milestone { at, condition, span } = found.as_mut();
            moment(at);
            expr(condition);
            *span = Span::default();
        }
        FieldValue::Track(found) => {
            moment(&mut found.from);
            found.span = Span::default();
        }
        FieldValue::Score(found) => score(found),
        FieldValue::Adjustment(found) => adjustment(found),
        FieldValue::Grade(bands) => bands.iter_mut().for_each(|band| {
            name(&mut band.grade);
            band.from.iter_mut().for_each(quantity);
        }),
        FieldValue::Given(found) => found.iter_mut().for_each(given),
        FieldValue::Expect(found) => found.iter_mut().for_each(expectation),
    }
}

fn score(score: &mut Score) {
    let Score { forms, floor, reweight_missing: _, span } = score;
    *span = Span::default();
    floor.iter_mut().for_each(quantity);
    for form in forms {
        match form {
            ScoreForm::AllOrNothing | ScoreForm::Proportional => {}
            ScoreForm::Linear { from, to } => {
                expr(from);
                expr(to);
            }
            ScoreForm::Ladder(rungs) => rungs.iter_mut().for_each(|rung| {
                rung.from.iter_mut().for_each(quantity);
                quantity(&mut rung.points);
            }),
            ScoreForm::Deduct { points, per, part: _ } => {
                quantity(points);
                quantity(per);
            }
        }
    }
}

fn adjustment(adjustment: &mut Adjustment) {
    let Adjustment { points, per, beyond, when, cap, span } = adjustment;
    *span = Span::default();
    quantity(points);
    per.iter_mut().for_each(|(per, _)| quantity(per));
    beyond.iter_mut().chain(cap).for_each(quantity);
    when.iter_mut().for_each(expr);
}

fn given(given: &mut Given) {
    match given {
        Given::AsOf(at) => moment(at),
        Given::Value { metric, value, span } => {
            expr(metric);
            value.iter_mut().for_each(expr);
            *span = Span::default();
        }
        Given::Records { count: _, table, condition, span } => {
            expr(table);
            condition.iter_mut().for_each(expr);
            *span = Span::default();
        }
    }
}

fn expectation(expectation: &mut Expectation) {
    match expectation {
        Expectation::Condition(condition) => expr(condition),
        Expectation::Verdict { target, verdict: _, flags: _, span } => {
            expr(target);
            *span = Span::default();
        }
    }
}

fn expr(found: &mut Expr) {
    found.span = Span::default();
    match &mut found.kind {
        ExprKind::Quantity(value) => quantity(value),
        ExprKind::YesNo(_) | ExprKind::Subject => {}
        ExprKind::Text(value) => text(value),
        ExprKind::Moment(value) => moment(value),
        ExprKind::Name(value) => name(value),
        ExprKind::Negate(value) | ExprKind::Not(value) | ExprKind::Last { value, step: _ } => expr(value),
        ExprKind::Arithmetic { op: _, left, right } | ExprKind::Compare { op: _, left, right } => {
            expr(left);
            expr(right);
        }
        ExprKind::InRange { value, first, last } => {
            expr(value);
            expr(first);
            expr(last);
        }
        ExprKind::InSet { value, members } => {
            expr(value);
            members.iter_mut().for_each(expr);
        }
        ExprKind::All(parts)
        | ExprKind::Any(parts)
        | ExprKind::AtLeast { count: _, of: parts }
        | ExprKind::Call { function: _, args: parts } => parts.iter_mut().for_each(expr),
        ExprKind::Round { value, to, mode: _ } => {
            expr(value);
            quantity(to);
        }
        ExprKind::If { condition, then, otherwise } => {
            expr(condition);
            expr(then);
            expr(otherwise);
        }
        ExprKind::Change { value, direction: _, bound: _, amount, since } => {
            expr(value);
            expr(amount);
            moment(since);
        }
        ExprKind::Trend { value, direction: _, negated: _, step: _, range } => {
            expr(value);
            match range {
                None => {}
                Some(TrendRange::Since(since)) => moment(since),
                Some(TrendRange::In(first, last)) => {
                    moment(first);
                    moment(last);
                }
            }
        }
        ExprKind::Of { value, place } => {
            expr(value);
            name(place);
        }
        ExprKind::In { value, period: at } | ExprKind::YearlyChange { value, since: at } => {
            expr(value);
            moment(at);
        }
        ExprKind::OverPlaces { function: _, value, level, excluding_self: _ } => {
            expr(value);
            name(level);
        }
        ExprKind::OverTime { function: _, value, count: _, step: _, needing: _ } => expr(value),
        ExprKind::Records { function: _, table, filter, among } => {
            name(table);
            filter.iter_mut().chain(among).for_each(|part| expr(part));
        }
        ExprKind::Every { table, condition } => {
            name(table);
            expr(condition);
        }
    }
}

fn ty(ty: &mut TypeExpr) {
    ty.span = Span::default();
    name(&mut ty.name);
    if let Some((first, last)) = &mut ty.range {
        expr(first);
        expr(last);
    }
}

fn quantity(quantity: &mut Quantity) {
    quantity.span = Span::default();
    if let Suffix::Unit(unit) = &mut quantity.suffix {
        name(unit);
    }
}

fn name(name: &mut Name) {
    name.span = Span::default();
}

fn text(text: &mut Text) {
    text.span = Span::default();
}

fn moment(moment: &mut Moment) {
    moment.span = Span::default();
}
