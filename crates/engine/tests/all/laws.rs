//! Windows and yearly changes, held against integers.

use std::sync::Arc;

use dabiao_engine::{Metrics, Program, Provenance, Question};
use dabiao_model::{Period, Place, Source, Value, Verdict, parse_date};
use proptest::prelude::*;

/// The verdict of one rule on values of `x`, the first of them for the year 2001.
fn verdict(rule: &str, values: &[Option<u32>]) -> Verdict {
    let checked = dabiao_check::check(vec![dabiao_syntax::parse(Source::new("rules", rule))]);
    assert!(checked.is_usable(), "{:?}", checked.diagnostics);
    let program = Program::compile(Arc::new(checked.plan));
    let mut metrics = Metrics::new(&program);
    let mut year = 2000;
    for value in values {
        year += 1;
        let Some(value) = value else { continue };
        let provenance = Provenance {
            source: String::new(),
            counts: None,
            mark: None,
            provisional: false,
            place: Place::Call("x".into()),
        };
        metrics.set_value("x", None, Period::year(year), Value::Number((*value).into()), provenance).unwrap();
    }
    let mut question = Question::new(parse_date("2099-12-31").unwrap());
    question.period = Period::year(year);
    match program.judge(&metrics, &question) {
        Ok(judged) => judged[0].verdict,
        // Without a value for the period there is nothing to ask for.
        Err(_) => Verdict::Unknown,
    }
}

fn of(is_met: bool) -> Verdict {
    if is_met { Verdict::Met } else { Verdict::Missed }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_window_is_its_values(
        mut values in prop::collection::vec(prop::option::weighted(0.8, 0_u32..20), 0..6),
        last in 0_u32..20,
        needing in 1_usize..7,
        limit in 0_u32..20,
    ) {
        values.push(Some(last));
        let count = values.len();
        let known: Vec<u32> = values.iter().flatten().copied().collect();
        let needing = needing.min(count);
        let (sum, number) = (known.iter().sum::<u32>(), u32::try_from(known.len()).unwrap());
        let expected = [
            ("average", sum >= limit * number),
            ("sum", sum >= limit),
            ("min", *known.iter().min().unwrap() >= limit),
            ("max", *known.iter().max().unwrap() >= limit),
        ];
        for (word, is_met) in expected {
            let whole = format!("{word} of x over last {count} years >= {limit}");
            let wanted = if known.len() == count { of(is_met) } else { Verdict::Unknown };
            prop_assert_eq!(verdict(&whole, &values), wanted, "{} of {:?}", whole, values);
            let enough = format!("{word} of x over last {count} years needing {needing} >= {limit}");
            let wanted = if known.len() >= needing { of(is_met) } else { Verdict::Unknown };
            prop_assert_eq!(verdict(&enough, &values), wanted, "{} of {:?}", enough, values);
        }
    }

    #[test]
    fn a_yearly_change_is_a_power(base in 1_u32..1000, now in 0_u32..2000, years in 1_u32..9, rate in 0_u32..100) {
        let mut values = vec![None; usize::try_from(years).unwrap() + 1];
        values[0] = Some(base);
        *values.last_mut().unwrap() = Some(now);
        let held = u128::from(now) * 100_u128.pow(years);
        for (rate, sign, share) in [(rate, "", 100 + rate), (rate, "-", 100 - rate)] {
            let line = u128::from(base) * u128::from(share).pow(years);
            for (symbol, is_met) in [(">=", held >= line), (">", held > line), ("<=", held <= line), ("=", held == line)] {
                let rule = format!("yearly change of x since 2001 {symbol} {sign}{rate}%");
                prop_assert_eq!(verdict(&rule, &values), of(is_met), "{} from {} to {}", rule, base, now);
            }
        }
    }
}
