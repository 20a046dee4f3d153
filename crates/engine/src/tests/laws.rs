//! Laws of the engine that need no second evaluator.

use dabiao_model::Verdict;
use proptest::prelude::*;

use super::expression::Cond;
use super::fixture::{Data, program, question, report, table, verdicts};
use super::random;

fn not(of: Cond) -> Cond {
    Cond::Not(Box::new(of))
}

fn opposite(verdict: Verdict) -> Verdict {
    match verdict {
        Verdict::Met => Verdict::Missed,
        Verdict::Missed => Verdict::Met,
        other => other,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_batch_gives_what_each_row_alone_gives(
        conditions in prop::collection::vec(random::cond(), 1..5),
        data in random::data(),
    ) {
        let together = report(&conditions, &data, None);
        let alone: Vec<_> = (0..3).flat_map(|entity| report(&conditions, &data, Some(entity)).results).collect();
        let mut together = together.results;
        let by_entity = |one: &dabiao_model::TargetResult| one.entity.clone();
        together.sort_by_key(by_entity);
        prop_assert_eq!(together, alone);
    }

    #[test]
    fn evidence_changes_no_verdict(
        conditions in prop::collection::vec(random::cond(), 1..5),
        data in random::data(),
    ) {
        let program = program(&conditions);
        let metrics = table(&program, &data);
        let judged = program.judge(&metrics, &question(None)).unwrap();
        let report = program.evaluate(&metrics, &question(None)).unwrap();
        let told: Vec<_> = report.results.iter().map(|result| (&result.entity, result.verdict)).collect();
        prop_assert_eq!(judged.iter().map(|one| (&one.entity, one.verdict)).collect::<Vec<_>>(), told);
        for result in &report.results {
            // A reason goes with every verdict that is not plain, and names go with what is missing.
            prop_assert_eq!(result.reason.is_some(), matches!(result.verdict, Verdict::Unknown | Verdict::Error));
            let missing = result.evidence.iter().filter(|one| one.value.is_none()).count();
            prop_assert_eq!(missing, result.missing.len());
        }
    }

    #[test]
    fn logic_has_its_laws(parts in prop::collection::vec(random::cond(), 1..5), data in random::data()) {
        let count = u32::try_from(parts.len()).unwrap();
        let negated: Vec<Cond> = parts.iter().cloned().map(not).collect();
        let backwards: Vec<Cond> = parts.iter().rev().cloned().collect();
        let equal = [
            (Cond::All(parts.clone()), Cond::All(backwards.clone())),
            (Cond::Any(parts.clone()), Cond::Any(backwards)),
            (not(Cond::All(parts.clone())), Cond::Any(negated.clone())),
            (not(Cond::Any(parts.clone())), Cond::All(negated.clone())),
            (Cond::AtLeast(1, parts.clone()), Cond::Any(parts.clone())),
            (Cond::AtLeast(count, parts.clone()), Cond::All(parts.clone())),
            (not(Cond::AtLeast(2, parts.clone())), Cond::AtLeast(count.saturating_sub(1), negated)),
            (not(not(parts[0].clone())), parts[0].clone()),
        ];
        for entity in 0..3 {
            for (left, right) in &equal {
                let both = verdicts(&[left.clone(), right.clone()], &data, entity);
                prop_assert_eq!(both[0], both[1], "{:?} against {:?}", left, right);
            }
            let one = verdicts(&[parts[0].clone(), not(parts[0].clone())], &data, entity);
            prop_assert_eq!(one[0], opposite(one[1]));
        }
    }

    #[test]
    fn what_is_decided_stays_so_when_gaps_are_filled(
        conditions in prop::collection::vec(random::cond(), 1..5),
        data in random::data(),
        more in random::data(),
    ) {
        // A value for every year gives way to one for a single year, so only single years are filled.
        let some: Data = data.into_iter().filter(|((_, _, year), _)| year.is_some()).collect();
        let mut filled: Data = more.into_iter().filter(|((_, _, year), _)| year.is_some()).collect();
        filled.extend(some.clone());
        for entity in 0..3 {
            let before = verdicts(&conditions, &some, entity);
            let after = verdicts(&conditions, &filled, entity);
            for (before, after) in before.into_iter().zip(after) {
                if matches!(before, Verdict::Met | Verdict::Missed) {
                    prop_assert_eq!(before, after);
                }
            }
        }
    }
}
