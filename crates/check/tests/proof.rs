//! What is proved of conditions, and of pairs of them: the cases are in `tests/cases/proof.txt`.
#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use std::fmt::Write;
use std::path::Path;

use dabiao_check::{
    Answer, Condition, Implication, Observed, Plan, Prover, Slot, Target, Undecided, Witness, check, implies,
};
use dabiao_model::Source;

#[test]
fn conditions_and_pairs_of_them() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/proof.txt");
    let text = std::fs::read_to_string(file).unwrap();
    let mut shown = String::new();
    for case in text.split("=== ").skip(1) {
        let (title, rules) = case.split_once('\n').unwrap();
        writeln!(shown, "──── {title}\n{}\n──", rules.trim_end()).unwrap();
        show(&mut shown, &plan(rules));
        shown.push('\n');
    }
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("proof", shown);
    });
}

/// Readings of two plans are one where they are the same metric with the same meaning.
#[test]
fn across_two_plans() {
    let proved = |old: &str, new: &str| {
        let (old, new) = (plan(old), plan(new));
        let condition = |plan: &Plan| plan.targets.last().unwrap().condition;
        implies((&new, condition(&new)), (&old, condition(&old)))
    };
    assert_eq!(proved("x >= 90%", "x >= 92%"), Implication::Proved);
    assert_eq!(proved("x >= 90%\n  judge: rounded to 1%", "x >= 89.5%"), Implication::Proved);
    let changed = "metric b\n  type: number\nmetric a\n  value: b * 2\ntarget t: a >= 10";
    assert_eq!(proved("b >= 5", changed), Implication::Proved);
    let Implication::Refuted(witness) = proved("x >= 93%", "x >= 90%") else { panic!("no witness") };
    assert_eq!(words(&witness), "x = 92%");
    // A number and a percent are not the same reading.
    assert!(matches!(proved("x >= 0.9", "x >= 90%"), Implication::Refuted(_)));
}

/// Where a question is too large, nothing is claimed of it.
#[test]
fn limits() {
    let parts = |from: usize| {
        let part = |i: usize| format!("x{i} * y{i} + z{i} >= 1 or z{i} - x{i} * y{i} >= {i}");
        (from..from + 40).map(part).map(|part| format!("({part})")).collect::<Vec<_>>().join(" and ")
    };
    let text = format!(
        "at least 20 of ({})",
        (0..40).map(|i| format!("x{i} > x{}", (i * 7 + 1) % 40)).collect::<Vec<_>>().join(", ")
    );
    let plan = plan(&format!("target a: {}\ntarget b: {text} and {}", parts(0), parts(40)));
    let mut prover = Prover::new();
    for target in &plan.targets {
        let condition = prover.read(&plan, target.condition);
        assert!(!prover.can_hold(&[condition.holds()]).is_no());
    }
}

fn plan(rules: &str) -> Plan {
    let checked = check(vec![dabiao_syntax::parse(Source::new("rules", rules))]);
    let others = checked.diagnostics.iter().filter(|one| one.is_error() && one.code.as_str() < "E0308");
    let others: Vec<String> = others.map(ToString::to_string).collect();
    assert!(others.is_empty(), "{others:?}");
    checked.plan
}

fn show(shown: &mut String, plan: &Plan) {
    let mut prover = Prover::new();
    let read: Vec<(&Target, Condition)> =
        plan.targets.iter().map(|target| (target, prover.read(plan, target.condition))).collect();
    for (target, condition) in &read {
        let [met, missed] =
            [condition.holds(), condition.fails()].map(|claim| answer(prover.can_hold(&[claim])));
        writeln!(shown, "{}: met {met}; missed {missed}", target.id).unwrap();
    }
    for (one, first) in &read {
        for (other, second) in read.iter().filter(|(other, _)| other.id != one.id) {
            let both = prover.can_hold(&[first.holds(), second.holds()]);
            let only = prover.can_hold(&[first.holds(), second.fails()]);
            if one.id < other.id && !both.is_yes() {
                writeln!(shown, "{} and {}: {}", one.id, other.id, answer(both)).unwrap();
            }
            match only {
                Answer::No => writeln!(shown, "{} implies {}", one.id, other.id).unwrap(),
                Answer::Undecided(why) => {
                    writeln!(shown, "{} without {}: {}", one.id, other.id, answer(Answer::Undecided(why)))
                        .unwrap();
                }
                Answer::Yes(_) => {}
            }
        }
    }
}

fn answer(answer: Answer) -> String {
    match answer {
        Answer::Yes(witness) => format!("where {}", words(&witness)),
        Answer::No => "never".to_string(),
        Answer::Undecided(Undecided::NotLinear) => "undecided".to_string(),
        Answer::Undecided(Undecided::TooLarge) => "too large".to_string(),
    }
}

fn words(witness: &Witness) -> String {
    let word = |one: &Observed| {
        let slot = match one.reading.slot {
            Slot::Now => String::new(),
            Slot::At(period) => format!(" in {period}"),
            Slot::Back { months, days } => format!(" {months} months and {days} days back"),
            Slot::Step { step, back } => format!(" {back} {} back", step.as_str()),
        };
        format!("{}{slot} = {}", one.reading.metric, one.shown())
    };
    witness.readings.iter().filter(|one| one.decides).map(word).collect::<Vec<_>>().join(", ")
}
