//! Where gaps and faults meet: every small comparison and range of such sides, one by one.

use dabiao_check::{Arithmetic, Comparison};
use dabiao_model::Verdict;

use super::expression::{Cond, Expr};
use super::fixture::{Data, JUDGED, program, question, table};
use super::oracle::{Answer, disagreement};

const HELD: usize = 0;
const MISSING: usize = 1;
const ZERO: usize = 2;

fn one_over(divisor: Expr) -> Expr {
    Expr::Arithmetic(Arithmetic::Divide, Box::new(Expr::Constant(1, 1)), Box::new(divisor))
}

/// A constant, a value, a gap, a fault without data, one that rests on data, and a gap below a line.
fn sides() -> Vec<Expr> {
    let read = |metric| Expr::Read(metric, 0);
    vec![
        Expr::Constant(1, 2),
        read(HELD),
        read(MISSING),
        one_over(Expr::Constant(0, 1)),
        one_over(read(ZERO)),
        one_over(read(MISSING)),
    ]
}

fn conditions() -> Vec<Cond> {
    use Comparison::{Above, AtLeast, AtMost, Below, Equal, NotEqual};
    let sides = sides();
    let mut all = Vec::new();
    for left in &sides {
        for right in &sides {
            let compare = |op| Cond::Compare(op, left.clone(), right.clone());
            all.extend([AtLeast, Above, AtMost, Below, Equal, NotEqual].map(compare));
            all.extend(sides.iter().map(|last| Cond::InRange(left.clone(), right.clone(), last.clone())));
        }
    }
    all
}

/// What is missing is so for every entity, or has a value for another one.
fn tables() -> [Data; 2] {
    let alone = Data::from([((0, HELD, Some(JUDGED)), (1, 4)), ((0, ZERO, Some(JUDGED)), (0, 1))]);
    let mut among_others = alone.clone();
    among_others.extend((0..3).map(|metric| ((1, metric, Some(JUDGED)), (3, 4))));
    [alone, among_others]
}

#[test]
fn a_fault_goes_before_a_gap_however_it_is_judged() {
    for data in tables() {
        let conditions = conditions();
        assert_eq!(disagreement(&conditions, &data, || Answer::Unknown), None);
        let program = program(&conditions);
        let metrics = table(&program, &data);
        let judged = program.judge(&metrics, &question(None)).unwrap();
        let judged: Vec<Verdict> = judged.iter().map(|one| one.verdict).collect();
        let report = program.evaluate(&metrics, &question(None)).unwrap();
        let told: Vec<Verdict> = report.results.iter().map(|result| result.verdict).collect();
        assert_eq!(judged, told);
        for verdict in [Verdict::Met, Verdict::Missed, Verdict::Unknown, Verdict::Error] {
            assert!(told.contains(&verdict), "no case is {verdict:?}");
        }
    }
}
