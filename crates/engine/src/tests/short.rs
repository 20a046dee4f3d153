//! The short ways held against the way by cells, for one row, for a few and for several words of them.

use dabiao_model::{Value, Verdict};
use proptest::prelude::*;

use super::expression::Cond;
use super::fixture::{Data, entity, number, program, provenance, question, table_of, year_of};
use super::random;
use crate::{Metrics, Program, Question};

/// How many entities the tables have.
const COUNTS: [usize; 4] = [1, 3, 65, 140];

/// The verdicts by the way of cells, by entity and then by target.
fn by_cells(program: &Program, metrics: &Metrics, question: &Question) -> Vec<Verdict> {
    program.evaluate(metrics, question).unwrap().results.iter().map(|result| result.verdict).collect()
}

fn in_bulk(program: &Program, metrics: &Metrics, question: &Question) -> Vec<Verdict> {
    program.judge(metrics, question).unwrap().iter().map(|judged| judged.verdict).collect()
}

fn conditions() -> impl Strategy<Value = Vec<Cond>> {
    prop::collection::vec(random::short(), 1..6)
}

fn data() -> impl Strategy<Value = (usize, Data)> {
    prop::sample::select(COUNTS.to_vec()).prop_flat_map(|count| (Just(count), random::decimals(count)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn many_rows_at_once_are_judged_as_by_their_cells(conditions in conditions(), (count, data) in data()) {
        let program = program(&conditions);
        let metrics = table_of(&program, &data, 0..count);
        let found = in_bulk(&program, &metrics, &question(None));
        prop_assert_eq!(found, by_cells(&program, &metrics, &question(None)));
    }

    #[test]
    fn a_row_alone_in_its_table_is_judged_as_among_others(conditions in conditions(), data in random::decimals(6)) {
        let program = program(&conditions);
        let together = in_bulk(&program, &table_of(&program, &data, 0..6), &question(None));
        for (row, wanted) in together.chunks(conditions.len()).enumerate() {
            let alone = in_bulk(&program, &table_of(&program, &data, row..row.saturating_add(1)), &question(None));
            prop_assert_eq!(alone, wanted);
        }
    }

    #[test]
    fn a_prepared_program_sees_every_change(
        conditions in conditions(),
        before in random::decimals(2),
        after in random::decimals(2),
        count in 1..3_usize,
    ) {
        let program = program(&conditions);
        let mut metrics = table_of(&program, &before, 0..count);
        let mut prepared = program.prepare(&metrics, question(None)).unwrap();
        prepared.judge(&metrics).unwrap();
        let mut now = before;
        for ((index, metric, year), value) in after.into_iter().filter(|((index, ..), _)| *index < count) {
            let name = entity(index);
            let (path, period) = (format!("m{metric}"), year.map(year_of));
            let value_now = Value::Number(number(value));
            // A value of one kind of period beside one of the other is refused, and then nothing changes.
            if metrics.replace_value(&path, Some(&name), period, value_now, provenance()).is_ok() {
                now.insert((index, metric, year), value);
            }
            prepared.judge(&metrics).unwrap();
            let fresh = table_of(&program, &now, 0..count);
            let rows = 0..count;
            let columns = prepared.verdicts().columns();
            let found: Vec<Verdict> =
                rows.flat_map(|row| columns.iter().map(move |column| column.verdict(row))).collect();
            prop_assert_eq!(found, by_cells(&program, &fresh, &question(None)));
        }
    }
}
