//! What records answer, by going through all of them.

use num_traits::Zero;

use crate::answer::{Answer, Known, Number, Unknown, all, any, both, not};
use crate::evaluate::{At, World, summarise, whole};
use crate::scenario::{Question, Record, Summary};

impl World<'_> {
    /// The answer of the table to a question.
    pub(crate) fn asked(&self, question: Question, at: At) -> Answer<Number> {
        let Some(records) = self.of(at.entity) else { return Unknown };
        let here: Vec<&Record> = records.iter().copied().filter(|one| one.year == at.year).collect();
        let is = |record: &Record, word: &str| record.outcome.map_or(Unknown, |is| Known(is == word));
        let threshold = self.scenario.threshold.value();
        let at_least = |record: &Record| {
            record.amount.as_ref().map_or(Unknown, |amount| Known(amount.value() >= threshold))
        };
        match question {
            Question::Share => self
                .counts(at)
                .then(|(passes, all)| if all == 0 { Unknown } else { Known(whole(passes) / whole(all)) }),
            Question::Count => count(here.iter().map(|one| at_least(one)))
                .then(|count| if count == 0 { self.nothing(&records, at) } else { Known(whole(count)) }),
            Question::Every => {
                let parts: Vec<_> =
                    here.iter().map(|one| any(&[is(one, "pass"), not(at_least(one))])).collect();
                if parts.is_empty() { Unknown } else { all(&parts).map(|holds| whole(usize::from(holds))) }
            }
            _ => {
                let mut amounts = Vec::new();
                for record in &here {
                    let amount = record.amount.as_ref().map_or(Unknown, |amount| Known(amount.value()));
                    match not(is(record, "void")) {
                        Known(false) => {}
                        Known(true) => amounts.push(amount),
                        _ => amounts.push(Unknown),
                    }
                }
                if amounts.is_empty() {
                    return if question == Question::Sum { self.nothing(&records, at) } else { Unknown };
                }
                match question {
                    Question::Average => summarise(Summary::Average, amounts),
                    Question::Least => summarise(Summary::Least, amounts),
                    Question::Greatest => summarise(Summary::Greatest, amounts),
                    Question::Median => crate::answer::every(amounts).map(median),
                    _ => summarise(Summary::Sum, amounts),
                }
            }
        }
    }

    /// How many of the records of the share passed, and of how many.
    pub(crate) fn counts(&self, at: At) -> Answer<(usize, usize)> {
        let Some(records) = self.of(at.entity) else { return Unknown };
        let here = || records.iter().filter(|one| one.year == at.year);
        let is =
            |record: &Record, words: &[&str]| record.outcome.map_or(Unknown, |is| Known(words.contains(&is)));
        let among = count(here().map(|one| is(one, &["pass", "fail"])));
        both(count(here().map(|one| is(one, &["pass"]))), among)
    }

    /// The records of an entity and of those below it; `None` where the table was not given.
    pub(crate) fn of(&self, entity: Option<usize>) -> Option<Vec<&Record>> {
        let belongs = |record: &&Record| match (record.entity, entity) {
            (Some(own), Some(of)) => own == of || self.is_below(own, of),
            (own, of) => own == of,
        };
        Some(self.scenario.records.as_ref()?.iter().filter(belongs).collect())
    }

    /// Zero where the entity has records then, or before and after it; otherwise nobody knows.
    fn nothing(&self, records: &[&Record], at: At) -> Answer<Number> {
        let is_known =
            records.iter().any(|one| one.year <= at.year) && records.iter().any(|one| one.year >= at.year);
        if is_known { Known(Number::zero()) } else { Unknown }
    }
}

fn count(parts: impl Iterator<Item = Answer<bool>>) -> Answer<usize> {
    crate::answer::every(parts.collect()).map(|parts| parts.into_iter().filter(|part| *part).count())
}

fn median(mut values: Vec<Number>) -> Number {
    values.sort();
    let middle = values.len() / 2;
    if values.len() % 2 == 1 {
        values[middle].clone()
    } else {
        (&values[middle - 1] + &values[middle]) / whole(2)
    }
}
