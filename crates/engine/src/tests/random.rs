//! Expressions and data, made up at random.

use dabiao_check::{Arithmetic, Bound, Comparison, Direction};
use std::collections::HashSet;

use proptest::prelude::*;
use proptest::sample::select;

use super::expression::{Cond, Expr};
use super::fixture::{Data, JUDGED, METRICS};

/// Fractions close enough to each other that sums and bounds are often met exactly.
fn fraction() -> impl Strategy<Value = (i64, i64)> + Clone {
    prop_oneof![
        4 => (-4_i64..=6, select(vec![1_i64, 2, 3, 5])),
        1 => (any::<i64>(), 1..=i64::MAX),
    ]
}

/// Values of three entities; some are missing.
pub(super) fn data() -> impl Strategy<Value = Data> {
    let year = prop_oneof![6 => (2008_i16..=JUDGED).prop_map(Some), 1 => Just(None)];
    let values = prop::collection::btree_map((0..3_usize, 0..METRICS, year), fraction(), 0..30);
    values.prop_map(of_one_kind)
}

/// Decimals close to each other and to the edges of the integers that columns are made of.
fn decimal() -> impl Strategy<Value = (i64, i64)> + Clone {
    let edge = select(vec![
        (i64::from(i32::MAX), 10_000),
        (i64::from(i32::MIN), 10_000),
        (2_147_483_648, 10_000),
        (-2_147_483_649, 10_000),
        (i64::MAX, 10_000),
        (i64::MIN + 1, 10_000),
        (i64::MAX, 1),
        (1, 1_000_000_000),
        (-3, 1_000_000),
    ]);
    prop_oneof![
        8 => (-3_i64..=5, select(vec![1_i64, 2, 5, 10])),
        1 => edge,
    ]
}

/// Decimals of so many entities; some are missing, and now and then one is no decimal.
pub(super) fn decimals(entities: usize) -> impl Strategy<Value = Data> {
    let year = prop_oneof![12 => (2008_i16..=JUDGED).prop_map(Some), 1 => Just(None)];
    let value = prop_oneof![40 => decimal(), 1 => Just((1_i64, 3_i64))];
    let most = entities.saturating_mul(14);
    prop::collection::btree_map((0..entities, 0..METRICS, year), value, 0..most).prop_map(of_one_kind)
}

/// A condition of the shapes that are run in bulk.
pub(super) fn short() -> impl Strategy<Value = Cond> {
    let read = || (0..METRICS, 0..2_i32).prop_map(|(metric, back)| Expr::Read(metric, back));
    let line = || {
        let line = prop_oneof![4 => decimal(), 1 => fraction()];
        line.prop_map(|(numerator, denominator)| Expr::Constant(numerator, denominator))
    };
    let bound = select(vec![Bound::AtLeast, Bound::AtMost, Bound::MoreThan, Bound::LessThan]);
    let leaf = prop_oneof![
        2 => (comparison(), read(), line()).prop_map(|(op, left, right)| Cond::Compare(op, left, right)),
        1 => (comparison(), line(), read()).prop_map(|(op, left, right)| Cond::Compare(op, left, right)),
        2 => (comparison(), read(), read()).prop_map(|(op, left, right)| Cond::Compare(op, left, right)),
        1 => (read(), line(), line()).prop_map(|(value, first, last)| Cond::InRange(value, first, last)),
        3 => (0..METRICS, 2008_i16..=2011, decimal(), any::<bool>(), direction(), bound).prop_map(
            |(metric, since, amount, relative, direction, bound)| {
                Cond::Change { metric, since, amount, relative, direction, bound }
            }
        ),
        2 => (read(), 2008_i16..=2011, direction(), any::<bool>())
            .prop_map(|(value, since, direction, negated)| Cond::Trend { value, since, direction, negated }),
    ];
    leaf.prop_recursive(2, 8, 4, |inner| {
        let several = || prop::collection::vec(inner.clone(), 1..5);
        prop_oneof![
            inner.clone().prop_map(|of| Cond::Not(Box::new(of))),
            several().prop_map(Cond::All),
            several().prop_map(Cond::Any),
            (1_u32..4, several()).prop_map(|(count, of)| Cond::AtLeast(count, of)),
        ]
    })
}

/// For one entity a metric has values with a period or one without, never both.
fn of_one_kind(mut data: Data) -> Data {
    let dated: HashSet<(usize, usize)> = data
        .keys()
        .filter(|(_, _, year)| year.is_some())
        .map(|(entity, metric, _)| (*entity, *metric))
        .collect();
    data.retain(|(entity, metric, year), _| year.is_some() || !dated.contains(&(*entity, *metric)));
    data
}

pub(super) fn expr() -> impl Strategy<Value = Expr> {
    leaf().prop_recursive(3, 12, 3, |inner| numeric(inner).boxed())
}

pub(super) fn cond() -> impl Strategy<Value = Cond> {
    simple().prop_recursive(3, 12, 4, |inner| {
        let several = || prop::collection::vec(inner.clone(), 1..5);
        prop_oneof![
            inner.clone().prop_map(|of| Cond::Not(Box::new(of))),
            several().prop_map(Cond::All),
            several().prop_map(Cond::Any),
            (1_u32..4, several()).prop_map(|(count, of)| Cond::AtLeast(count, of)),
            (inner.clone(), expr(), expr(), expr(), comparison()).prop_map(
                |(condition, then, otherwise, right, op)| {
                    Cond::Compare(
                        op,
                        Expr::If(Box::new(condition), Box::new(then), Box::new(otherwise)),
                        right,
                    )
                }
            ),
            (inner, expr(), expr(), 2007_i16..=2012, direction(), any::<bool>()).prop_map(
                |(condition, then, otherwise, since, direction, negated)| {
                    let value = Expr::If(Box::new(condition), Box::new(then), Box::new(otherwise));
                    Cond::Trend { value, since, direction, negated }
                }
            ),
        ]
    })
}

fn leaf() -> impl Strategy<Value = Expr> {
    prop_oneof![
        2 => fraction().prop_map(|(numerator, denominator)| Expr::Constant(numerator, denominator)),
        3 => (0..METRICS, 0..3_i32).prop_map(|(metric, back)| Expr::Read(metric, back)),
    ]
}

fn numeric(inner: impl Strategy<Value = Expr> + Clone + 'static) -> impl Strategy<Value = Expr> {
    let op = select(vec![Arithmetic::Add, Arithmetic::Subtract, Arithmetic::Multiply, Arithmetic::Divide]);
    let several = prop::collection::vec(inner.clone(), 1..4);
    prop_oneof![
        4 => (op, inner.clone(), inner.clone())
            .prop_map(|(op, left, right)| Expr::Arithmetic(op, Box::new(left), Box::new(right))),
        1 => inner.clone().prop_map(|of| Expr::Negate(Box::new(of))),
        1 => inner.prop_map(|of| Expr::Absolute(Box::new(of))),
        1 => several.clone().prop_map(Expr::Least),
        1 => several.prop_map(Expr::Greatest),
    ]
}

fn simple() -> impl Strategy<Value = Cond> {
    let bound = select(vec![Bound::AtLeast, Bound::AtMost, Bound::MoreThan, Bound::LessThan]);
    prop_oneof![
        3 => (comparison(), expr(), expr()).prop_map(|(op, left, right)| Cond::Compare(op, left, right)),
        1 => (expr(), expr(), expr()).prop_map(|(value, first, last)| Cond::InRange(value, first, last)),
        2 => (0..METRICS, 2007_i16..=2012, fraction(), any::<bool>(), direction(), bound).prop_map(
            |(metric, since, amount, relative, direction, bound)| {
                Cond::Change { metric, since, amount, relative, direction, bound }
            }
        ),
        2 => (expr(), 2007_i16..=2012, direction(), any::<bool>())
            .prop_map(|(value, since, direction, negated)| Cond::Trend { value, since, direction, negated }),
    ]
}

fn comparison() -> impl Strategy<Value = Comparison> {
    use Comparison::{Above, AtLeast, AtMost, Below, Equal, NotEqual};
    select(vec![AtLeast, Above, AtMost, Below, Equal, NotEqual])
}

fn direction() -> impl Strategy<Value = Direction> {
    select(vec![Direction::Falls, Direction::Rises])
}
