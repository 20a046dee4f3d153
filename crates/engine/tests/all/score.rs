//! Scores, held against a slow oracle that counts in fractions of two integers, and their laws.

use std::fmt::Write;
use std::sync::Arc;

use dabiao_engine::{Metrics, Program, Question};
use dabiao_model::{EntityScore, Number, Observation, Place, Source, parse_date};
use proptest::prelude::*;

/// One target: its weight, its form and its value, of a target of 100.
#[derive(Debug, Clone)]
struct Item {
    weight: i128,
    form: Form,
    value: Option<i128>,
    bonus: bool,
}

#[derive(Debug, Clone, Copy)]
enum Form {
    AllOrNothing,
    Proportional,
    Linear,
    Ladder,
    Deduct,
}

/// The sections of a plan with their own weights.
type Sections = Vec<(Option<i128>, Vec<Item>)>;

fn rules(sections: &Sections, reweights: bool) -> String {
    let mut text = "plan p\n".to_string();
    if reweights {
        text.push_str("  score: all-or-nothing, reweight missing\n");
    }
    for (place, (weight, items)) in sections.iter().enumerate() {
        writeln!(text, "section \"s{place}\"").unwrap();
        weight.iter().for_each(|weight| writeln!(text, "  weight: {weight}").unwrap());
        for (index, item) in items.iter().enumerate() {
            let form = match item.form {
                Form::AllOrNothing => "all-or-nothing",
                Form::Proportional => "proportional",
                Form::Linear => "linear from 40 to 120",
                Form::Ladder => "ladder 100% -> 8, 75% -> 3, otherwise -> 1",
                Form::Deduct => "deduct 1 per 7 begun",
            };
            writeln!(text, "target t{place}_{index}: m{place}_{index} >= 100").unwrap();
            writeln!(text, "  weight: {}\n  score: {form}", item.weight).unwrap();
            if item.bonus {
                writeln!(text, "  bonus: 1 per 10% complete over 100% up to 3").unwrap();
            }
        }
    }
    text
}

fn score(sections: &Sections, reweights: bool) -> EntityScore {
    let rules = rules(sections, reweights);
    let checked = dabiao_check::check(vec![dabiao_syntax::parse(Source::new("rules", rules))]);
    assert!(checked.is_usable(), "{:?}", checked.diagnostics);
    let program = Program::compile(Arc::new(checked.plan));
    let mut metrics = Metrics::new(&program);
    for (place, (_, items)) in sections.iter().enumerate() {
        for (index, item) in items.iter().enumerate() {
            let Some(value) = item.value else { continue };
            let at = Place::File("data".into());
            let name = format!("m{place}_{index}");
            metrics.insert(&Observation::new(name, value.to_string(), at)).unwrap();
        }
    }
    let question = Question::new(parse_date("2011-12-31").unwrap());
    program.evaluate(&metrics, &question).unwrap().score(None).unwrap().clone()
}

/// A fraction, never reduced: slow and obvious.
type Fraction = (i128, i128);

fn plus(a: Fraction, b: Fraction) -> Fraction {
    reduced((a.0 * b.1 + b.0 * a.1, a.1 * b.1))
}

fn times(a: Fraction, b: Fraction) -> Fraction {
    reduced((a.0 * b.0, a.1 * b.1))
}

fn reduced((a, b): Fraction) -> Fraction {
    let by = (1..=a.abs().min(b.abs())).rev().find(|by| a % by == 0 && b % by == 0).unwrap_or(1);
    (a / by, b / by)
}

/// The points of an item and its bonus.
fn points(item: &Item) -> Option<(Fraction, i128)> {
    let (value, weight) = (item.value?, item.weight);
    let points = match item.form {
        Form::AllOrNothing => (if value >= 100 { weight } else { 0 }, 1),
        Form::Proportional => (weight * value.min(100), 100),
        Form::Linear => (weight * (value - 40).clamp(0, 80), 80),
        Form::Ladder => (
            weight
                * if value >= 100 {
                    8
                } else if value >= 75 {
                    3
                } else {
                    1
                },
            8,
        ),
        Form::Deduct => ((weight - ((100 - value).max(0) + 6) / 7).max(0), 1),
    };
    let bonus = if item.bonus { ((value - 100).max(0) / 10).min(3) } else { 0 };
    Some((points, bonus))
}

/// What parts with full points come to; `None` where one is missing and none takes over.
fn sum(parts: &[(i128, Option<Fraction>)], reweights: bool) -> Option<Fraction> {
    let known: Vec<(i128, Fraction)> =
        parts.iter().filter_map(|(full, points)| Some((*full, (*points)?))).collect();
    let sum = known.iter().fold((0, 1), |sum, (_, points)| plus(sum, *points));
    if known.len() == parts.len() {
        return Some(sum);
    }
    let (all, present) = (parts.iter().map(|part| part.0).sum(), known.iter().map(|part| part.0).sum());
    (reweights && present > 0).then(|| times(sum, (all, present)))
}

fn expected(sections: &Sections, reweights: bool) -> Option<Fraction> {
    let mut parts = Vec::new();
    let mut bonuses = 0;
    for (weight, items) in sections {
        let full: i128 = items.iter().map(|item| item.weight).sum();
        let of_items: Vec<_> =
            items.iter().map(|item| (item.weight, points(item).map(|(points, _)| points))).collect();
        let weight = weight.unwrap_or(full);
        parts.push((weight, sum(&of_items, reweights).map(|points| times(points, (weight, full)))));
        bonuses += items.iter().filter_map(points).map(|(_, bonus)| bonus).sum::<i128>();
    }
    sum(&parts, reweights).map(|sum| plus(sum, (bonuses, 1)))
}

fn item() -> impl Strategy<Value = Item> {
    let form = prop::sample::select(vec![
        Form::AllOrNothing,
        Form::Proportional,
        Form::Linear,
        Form::Ladder,
        Form::Deduct,
    ]);
    (1_i128..12, form, prop::option::weighted(0.85, 0_i128..150), any::<bool>())
        .prop_map(|(weight, form, value, bonus)| Item { weight, form, value, bonus })
}

fn sections() -> impl Strategy<Value = Sections> {
    let section = (prop::option::of(1_i128..60), prop::collection::vec(item(), 1..4));
    prop::collection::vec(section, 1..4)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn a_score_is_that_of_the_oracle(sections in sections(), reweights in any::<bool>()) {
        let score = score(&sections, reweights);
        let expected = expected(&sections, reweights);
        let expected = expected.map(|(above, below)| Number::fraction(above.into(), below.into()).unwrap());
        prop_assert_eq!(score.total, expected);
    }

    #[test]
    fn the_order_of_targets_and_sections_does_not_matter(sections in sections(), reweights in any::<bool>()) {
        let mut turned = sections.clone();
        turned.reverse();
        turned.iter_mut().for_each(|(_, items)| items.reverse());
        let (one, other) = (score(&sections, reweights), score(&turned, reweights));
        prop_assert_eq!((one.total, one.full), (other.total, other.full));
    }

    #[test]
    fn weights_scale(mut sections in sections(), by in 2_i128..9, reweights in any::<bool>()) {
        // A deduction and a bonus are in points of their own, which no weight scales.
        for item in sections.iter_mut().flat_map(|(_, items)| items) {
            item.bonus = false;
            if matches!(item.form, Form::Deduct) {
                item.form = Form::Proportional;
            }
        }
        let mut scaled = sections.clone();
        for (weight, items) in &mut scaled {
            weight.iter_mut().for_each(|weight| *weight *= by);
            items.iter_mut().for_each(|item| item.weight *= by);
        }
        let (one, other) = (score(&sections, reweights), score(&scaled, reweights));
        prop_assert_eq!(one.total.map(|total| total * Number::from(by)), other.total);
        prop_assert_eq!(one.full * Number::from(by), other.full);
    }
}

/// The oracle and the engine would not agree on another form.
#[test]
fn the_test_finds_faults() {
    let item = |form| Item { weight: 10, form, value: Some(87), bonus: false };
    let total = score(&vec![(None, vec![item(Form::Proportional)])], false).total;
    let other = expected(&vec![(None, vec![item(Form::Linear)])], false);
    assert_ne!(total, other.map(|(above, below)| Number::fraction(above.into(), below.into()).unwrap()));
}
