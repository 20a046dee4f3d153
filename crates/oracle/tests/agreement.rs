//! dabiao and the oracle agree, and would not if one of them were wrong.

use dabiao_oracle::{Agreement, Planted, disagreement, reduced, scenarios};

#[test]
fn dabiao_agrees_with_the_oracle() {
    let mut verdicts = 0;
    for scenario in scenarios(1).take(400) {
        match disagreement(&scenario, None) {
            Ok(Agreement::Verdicts(count)) => verdicts += count,
            Ok(Agreement::Refused) => {}
            Err(_) => {
                let least = reduced(&scenario, None);
                let what = disagreement(&least, None).err().unwrap_or_default();
                panic!("{}\n{}\n{what}", least.rules(), least.shown_data());
            }
        }
    }
    assert!(verdicts > 4000, "{verdicts} verdicts are too few to show anything");
}

#[test]
fn a_planted_fault_is_found() {
    for planted in Planted::ALL {
        let found =
            scenarios(2).take(400).position(|scenario| disagreement(&scenario, Some(planted)).is_err());
        assert!(found.is_some(), "{planted:?} goes unnoticed");
    }
}

#[test]
fn a_difference_is_made_small() {
    let planted = Some(Planted::MissingIsZero);
    let Some(large) = scenarios(3).find(|scenario| disagreement(scenario, planted).is_err()) else {
        panic!("no difference")
    };
    let small = reduced(&large, planted);
    assert!(disagreement(&small, planted).is_err());
    assert!(small.rules().len() < large.rules().len() || small.shown_data().len() < large.shown_data().len());
}
