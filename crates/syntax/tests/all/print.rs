//! Trees and diagnostics in a compact form for snapshots and comparisons; the form leaves all spans out.

use dabiao_model::{Diagnostic, Language, Place};
use dabiao_syntax::{
    Adjustment, Band, Bound, Comparison, Direction, Expectation, Expr, ExprKind, Field, FieldValue, Given,
    Item, ItemKind, Judge, Name, Quantity, Score, ScoreForm, Suffix, Text, Tree, TrendRange, TypeExpr,
};

/// Every item on a line, its fields below it.
pub(crate) fn tree(tree: &Tree) -> String {
    tree.items.iter().map(item).collect()
}

pub(crate) fn item(item: &Item) -> String {
    let fields: String = item.fields.iter().map(|found| format!("  {}\n", field(found))).collect();
    format!("{}\n{fields}", head(&item.kind))
}

/// Every diagnostic with the text it points at.
pub(crate) fn diagnostics(diagnostics: &[Diagnostic]) -> String {
    diagnostics.iter().map(diagnostic).collect()
}

fn diagnostic(diagnostic: &Diagnostic) -> String {
    let Place::Text { source, span } = &diagnostic.place else {
        panic!("{diagnostic} has no place in the text")
    };
    let before = &source.text()[..span.range().start];
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let line = source.text()[line_start..].split('\n').next().unwrap();
    let indent: String = before[line_start..].chars().map(blank).collect();
    let marks: String = source.slice(*span).lines().next().unwrap_or_default().chars().map(mark).collect();
    let label = diagnostic.label(Language::English).unwrap_or_default();
    let help = diagnostic.help(Language::English).unwrap_or_default();
    let marks = if marks.is_empty() { "^" } else { &marks };
    let mut text = format!("{diagnostic}\n  | {line}\n  | {indent}{marks} {label}\n  = {help}\n");
    for fix in &diagnostic.fixes {
        let mut mended = source.text().to_string();
        mended.replace_range(fix.span.range(), &fix.replacement);
        text += &format!("  + {}\n", mended[line_start..].split('\n').next().unwrap());
    }
    text.replace('\r', "")
}

/// As wide as the character on most screens.
fn blank(c: char) -> &'static str {
    if wide(c) { "  " } else { " " }
}

fn mark(c: char) -> &'static str {
    if wide(c) { "^^" } else { "^" }
}

fn wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{FAFF}' | '\u{FF01}'..='\u{FF60}')
}

fn head(kind: &ItemKind) -> String {
    match kind {
        ItemKind::Syntax { version } => format!("(syntax {})", quantity(version)),
        ItemKind::Use { path } => format!("(use {})", text(path)),
        ItemKind::Plan { id, titles } => format!("(plan {}{})", name(id), texts(titles)),
        ItemKind::Organisation { id, titles } => format!("(organisation {}{})", name(id), texts(titles)),
        ItemKind::Unit { name: unit, symbol, definition } => {
            let definition =
                definition.as_ref().map(|found| format!(" = {}", quantity(found))).unwrap_or_default();
            format!("(unit {}{}{definition})", name(unit), texts(symbol.as_slice()))
        }
        ItemKind::Scale { name: scale, levels } => format!("(scale {} ({}))", name(scale), names(levels)),
        ItemKind::Assume { name: assumed, value } => format!("(assume {} {})", name(assumed), expr(value)),
        ItemKind::Section { titles } => format!("(section{})", texts(titles)),
        ItemKind::Metric { path, titles } => format!("(metric {}{})", name(path), texts(titles)),
        ItemKind::Table { name: table, titles } => format!("(table {}{})", name(table), texts(titles)),
        ItemKind::Target { id: Some(id), condition } => format!("(target {}: {})", name(id), expr(condition)),
        ItemKind::Target { id: None, condition } => format!("(target {})", expr(condition)),
        ItemKind::Unmeasured { titles } => format!("(unmeasured{})", texts(titles)),
        ItemKind::Test { title } => format!("(test {})", text(title)),
    }
}

fn field(field: &Field) -> String {
    let key = format!("{:?}", field.key);
    let value = match &field.value {
        FieldValue::Texts(found) => texts(found).trim_start().to_string(),
        FieldValue::Names(found) => names(found),
        FieldValue::Expr(found) => expr(found),
        FieldValue::Type(found) => ty(found),
        FieldValue::Moment(found) => found.period.to_string(),
        FieldValue::Periods(first, last) => format!("{}..{}", first.period, last.period),
        FieldValue::Step(step) => format!("{step:?}"),
        FieldValue::YesNo(value) => yes_no(*value).to_string(),
        FieldValue::Allow { code, because } => format!("{}{}", name(code), texts(because.as_slice())),
        FieldValue::Quantity(found) => quantity(found),
        FieldValue::Verdict(verdict) => verdict.as_str().to_string(),
        FieldValue::Columns(columns) => {
            list(columns, |column| format!("({} {})", name(&column.name), ty(&column.ty)))
        }
        FieldValue::Judge(Judge::Exact) => "exact".to_string(),
        FieldValue::Judge(Judge::Rounded { to, mode }) => {
            format!("(rounded {} {mode:?})", to.as_ref().map(quantity).unwrap_or_default())
        }
        FieldValue::Confidence(found) => format!("{} {:?}", quantity(&found.level), found.method),
        FieldValue::Milestone(found) => format!("{} {}", found.at.period, expr(&found.condition)),
        FieldValue::Track(found) => format!("{:?} {}", found.path, found.from.period),
        FieldValue::Score(found) => score(found),
        FieldValue::Adjustment(found) => adjustment(found),
        FieldValue::Grade(bands) => list(bands, band),
        FieldValue::Given(found) => list(found, given),
        FieldValue::Expect(found) => list(found, expectation),
    };
    format!("{key}: {value}")
}

fn given(given: &Given) -> String {
    match given {
        Given::AsOf(moment) => format!("(as-of {})", moment.period),
        Given::Records { count, table, condition, .. } => {
            let condition = condition.as_ref().map_or(String::new(), |one| format!(" {}", expr(one)));
            format!("(records {count} {}{condition})", expr(table))
        }
        Given::Value { metric, value, .. } => {
            format!("(= {} {})", expr(metric), value.as_ref().map_or("#missing".to_string(), expr))
        }
    }
}

fn expectation(expectation: &Expectation) -> String {
    match expectation {
        Expectation::Condition(condition) => expr(condition),
        Expectation::Verdict { target, verdict, flags, .. } => {
            let flags: String = flags.iter().map(|flag| format!(" {}", flag.as_str())).collect();
            format!("({} {}{flags})", verdict.as_str(), expr(target))
        }
    }
}

fn score(score: &Score) -> String {
    let forms = list(&score.forms, |form| match form {
        ScoreForm::AllOrNothing => "all-or-nothing".to_string(),
        ScoreForm::Proportional => "proportional".to_string(),
        ScoreForm::Linear { from, to } => format!("(linear {} {})", expr(from), expr(to)),
        ScoreForm::Ladder(rungs) => {
            let rung = |from: &Option<Quantity>| from.as_ref().map_or("otherwise".to_string(), quantity);
            format!(
                "(ladder {})",
                list(rungs, |step| format!("{}->{}", rung(&step.from), quantity(&step.points)))
            )
        }
        ScoreForm::Deduct { points, per, part } => {
            format!("(deduct {} per {} {part:?})", quantity(points), quantity(per))
        }
    });
    let floor = score.floor.as_ref().map(|floor| format!(" floor {}", quantity(floor))).unwrap_or_default();
    let missing = if score.reweight_missing { " reweight-missing" } else { "" };
    format!("{forms}{floor}{missing}")
}

fn adjustment(found: &Adjustment) -> String {
    let mut text = quantity(&found.points);
    if let Some((per, part)) = &found.per {
        text += &format!(" per {} {part:?}", quantity(per));
    }
    if let Some(beyond) = &found.beyond {
        text += &format!(" beyond {}", quantity(beyond));
    }
    if let Some(when) = &found.when {
        text += &format!(" when {}", expr(when));
    }
    if let Some(cap) = &found.cap {
        text += &format!(" cap {}", quantity(cap));
    }
    text
}

fn band(band: &Band) -> String {
    let from = band.from.as_ref().map_or("otherwise".to_string(), quantity);
    format!("({} {}{from})", name(&band.grade), if band.excluding { "> " } else { "" })
}

fn ty(ty: &TypeExpr) -> String {
    match &ty.range {
        Some((first, last)) => format!("({} {} {})", name(&ty.name), expr(first), expr(last)),
        None => name(&ty.name),
    }
}

pub(crate) fn expr(found: &Expr) -> String {
    match &found.kind {
        ExprKind::Quantity(value) => quantity(value),
        ExprKind::YesNo(value) => yes_no(*value).to_string(),
        ExprKind::Text(value) => text(value),
        ExprKind::Moment(moment) => format!("@{}", moment.period),
        ExprKind::Name(value) => name(value),
        ExprKind::Subject => "_".to_string(),
        ExprKind::Negate(value) => format!("(- {})", expr(value)),
        ExprKind::Not(value) => format!("(not {})", expr(value)),
        ExprKind::Arithmetic { op, left, right } => format!("({op:?} {} {})", expr(left), expr(right)),
        ExprKind::Compare { op, left, right } => {
            format!("({} {} {})", comparison(*op), expr(left), expr(right))
        }
        ExprKind::InRange { value, first, last } => {
            format!("(in {} {} {})", expr(value), expr(first), expr(last))
        }
        ExprKind::InSet { value, members } => format!("(in {} {{{}}})", expr(value), list(members, expr)),
        ExprKind::All(parts) => format!("(and {})", list(parts, expr)),
        ExprKind::Any(parts) => format!("(or {})", list(parts, expr)),
        ExprKind::AtLeast { count, of } => format!("(at-least {count} {})", list(of, expr)),
        ExprKind::Call { function, args } => format!("({function:?} {})", list(args, expr)),
        ExprKind::Round { value, to, mode } => format!("(round {} {} {mode:?})", expr(value), quantity(to)),
        ExprKind::If { condition, then, otherwise } => {
            format!("(if {} {} {})", expr(condition), expr(then), expr(otherwise))
        }
        ExprKind::Change { value, direction, bound, amount, since } => {
            let bound = match bound {
                Bound::AtLeast => ">=",
                Bound::AtMost => "<=",
                Bound::MoreThan => ">",
                Bound::LessThan => "<",
            };
            format!("({} {} {bound} {} {})", way(*direction), expr(value), expr(amount), since.period)
        }
        ExprKind::Trend { value, direction, negated, step, range } => {
            let not = if *negated { "not-" } else { "" };
            let range = match range {
                None => String::new(),
                Some(TrendRange::Since(since)) => format!(" {}..", since.period),
                Some(TrendRange::In(first, last)) => format!(" {}..{}", first.period, last.period),
            };
            format!("({not}{} {} every {step:?}{range})", way(*direction), expr(value))
        }
        ExprKind::Of { value, place } => format!("(of {} {})", expr(value), name(place)),
        ExprKind::In { value, period } => format!("(in {} {})", expr(value), period.period),
        ExprKind::Last { value, step } => format!("(last {step:?} {})", expr(value)),
        ExprKind::YearlyChange { value, since } => format!("(yearly {} {})", expr(value), since.period),
        ExprKind::OverPlaces { function, value, level, excluding_self } => {
            let without = if *excluding_self { " without-self" } else { "" };
            format!("({function:?} {} over {}{without})", expr(value), name(level))
        }
        ExprKind::OverTime { function, value, count, step, needing } => {
            let needing = needing.map(|needing| format!(" needing {needing}")).unwrap_or_default();
            format!("({function:?} {} over {count} {step:?}{needing})", expr(value))
        }
        ExprKind::Records { function, table, filter, among } => {
            let part = |word, part: &Option<Box<Expr>>| {
                part.as_ref().map(|part| format!(" {word} {}", expr(part))).unwrap_or_default()
            };
            format!("({function:?} {}{}{})", name(table), part("where", filter), part("among", among))
        }
        ExprKind::Every { table, condition } => format!("(every {} {})", name(table), expr(condition)),
    }
}

fn comparison(op: Comparison) -> &'static str {
    match op {
        Comparison::AtLeast => ">=",
        Comparison::Above => ">",
        Comparison::AtMost => "<=",
        Comparison::Below => "<",
        Comparison::Equal => "=",
        Comparison::NotEqual => "!=",
    }
}

fn way(direction: Direction) -> &'static str {
    match direction {
        Direction::Falls => "falls",
        Direction::Rises => "rises",
    }
}

fn quantity(quantity: &Quantity) -> String {
    let places = if quantity.places > 0 { format!("/{}", quantity.places) } else { String::new() };
    match &quantity.suffix {
        Suffix::None => format!("{}{places}", quantity.number),
        Suffix::Percent => format!("{}{places}%", quantity.number),
        Suffix::Points => format!("{}{places}pp", quantity.number),
        Suffix::Unit(unit) => format!("{}{places}[{}]", quantity.number, unit.text),
    }
}

fn yes_no(value: bool) -> &'static str {
    if value { "#yes" } else { "#no" }
}

fn name(name: &Name) -> String {
    let is_plain = name.text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '/'));
    if is_plain { name.text.to_string() } else { format!("「{}」", name.text) }
}

fn names(names: &[Name]) -> String {
    list(names, name)
}

fn text(text: &Text) -> String {
    format!("\"{}\"", text.text)
}

fn texts(texts: &[Text]) -> String {
    texts.iter().map(|found| format!(" {}", text(found))).collect()
}

fn list<T>(parts: &[T], show: impl Fn(&T) -> String) -> String {
    parts.iter().map(show).collect::<Vec<_>>().join(" ")
}
