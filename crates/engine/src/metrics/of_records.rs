//! Tables of records beside the values of metrics.

use std::sync::Arc;

use dabiao_check::{GivenRecords, MetricId, Plan, TableId};
use dabiao_model::{Code, Diagnostic, Place, RecordAsk, RecordSheet, RecordTallies, Step, Value, similar};

use super::entry::Entry;
use super::{Metrics, Provenance, Rare, typed};
use crate::evaluate;
use crate::ids::EntityId;
use crate::limits;
use crate::records::{Builder, Given, RecordGap, Tallied, grain, read};
use crate::row::Row;
use crate::{Program, Question};

impl Metrics {
    /// Gives the records of a table, read by the types of its columns. A heading that the table does not declare is
    /// not read.
    ///
    /// The answers to the plan's questions about them become values of its metrics when the plan is judged.
    ///
    /// # Errors
    /// Everything that is wrong: a table that the plan does not have or that was given already, a declared column
    /// that is missing, each cell that its column's type refuses, a metric that has a value of its own too. The
    /// table is not given then.
    pub fn set_table(&mut self, name: &str, sheet: RecordSheet) -> Result<(), Vec<Diagnostic>> {
        let program = self.program.clone();
        let plan = program.plan();
        let id = self.free_table(plan, name, &sheet.place).map_err(|fault| vec![*fault])?;
        let Some(table) = plan.table(id) else { return Ok(()) };
        let records = read(table, sheet, &plan.units, &mut self.entities)?;
        let beside = self.values_beside(plan, id);
        if beside.is_empty() {
            self.bind(id, Given::Records(Arc::new(records)));
            Ok(())
        } else {
            Err(beside)
        }
    }

    /// What somebody else has to know to take the records of a table together for a question. Values and entities
    /// that the data have beside the table are to be given before.
    ///
    /// # Errors
    /// Where the plan has no such table or it was given already, or the question names an unknown assumption.
    pub fn record_ask(&self, name: &str, question: &Question) -> Result<RecordAsk, Box<Diagnostic>> {
        let plan = self.program.plan();
        let place = Place::Call(format!("table {name}").into());
        let id = self.free_table(plan, name, &place)?;
        let assumptions = evaluate::assumptions(&self.program, &question.assume)?;
        let listed = self.entities.are_listed();
        Ok(RecordAsk {
            table: plan.table(id).map_or_else(String::new, |table| table.name.clone()),
            grain: grain(plan, self, question.period),
            assumptions: assumptions.into_iter().map(|(value, _)| value).collect(),
            as_of: question.as_of,
            listed: listed.then(|| self.entities.all_names().map(str::to_string).collect()),
        })
    }

    /// Gives what the records of a table amount to, as [`Metrics::record_ask`] asks for it, in place of the records.
    ///
    /// # Errors
    /// A table that the plan does not have or that was given already, tallies of other questions than the plan's, a
    /// metric that has a value of its own too. The table is not given then.
    pub fn set_tallies(&mut self, name: &str, tallies: RecordTallies) -> Result<(), Vec<Diagnostic>> {
        let program = self.program.clone();
        let plan = program.plan();
        let id = self.free_table(plan, name, &tallies.place).map_err(|fault| vec![*fault])?;
        let tallied = Tallied::new(plan, id, tallies, &mut self.entities)?;
        let beside = self.values_beside(plan, id);
        if beside.is_empty() {
            self.bind(id, Given::Tallied(Arc::new(tallied)));
            Ok(())
        } else {
            Err(beside)
        }
    }

    /// Gives the records that a test states, table by table.
    pub(crate) fn give_records(
        &mut self,
        given: &[GivenRecords],
        place_of: impl Fn(&GivenRecords) -> Place,
    ) -> Result<(), Vec<Diagnostic>> {
        let program = self.program.clone();
        let plan = program.plan();
        for (index, table) in plan.tables.iter().enumerate() {
            let id = TableId::new(index);
            let mut of_table = given.iter().filter(|one| one.table == id).peekable();
            let Some(first) = of_table.peek() else { continue };
            let place = place_of(first);
            let mut builder = Builder::new(table, place.to_string(), place);
            let mut cells = 0_usize;
            for one in of_table {
                let count = usize::try_from(one.count).unwrap_or(usize::MAX);
                cells = cells.saturating_add(count.saturating_mul(table.columns.len().max(1)));
                if cells > limits::RECORD_CELLS {
                    let fault = Diagnostic::new(Code::TooMuchData, place_of(one)).variant("records");
                    let fault = fault.with("table", &table.name).with("limit", limits::RECORD_CELLS);
                    return Err(vec![fault]);
                }
                let in_column = |column: Option<usize>| {
                    one.values.iter().find(|(index, _)| Some(*index) == column).map(|(_, value)| value)
                };
                let named = match in_column(table.entity) {
                    Some(Value::Text(name)) => Some(name.clone()),
                    _ => one.entity.clone(),
                };
                let entity = named.map(|name| self.entities.add(&name));
                let own = in_column(table.time).and_then(crate::records::period_of);
                let period = one.period.or(own);
                self.note(entity);
                self.periods.extend(period);
                builder.repeat(one.count, entity, period, &one.values);
            }
            let beside = self.values_beside(plan, id);
            if !beside.is_empty() {
                return Err(beside);
            }
            self.bind(id, Given::Records(Arc::new(builder.finish(None))));
        }
        Ok(())
    }

    /// The tables that are given.
    pub(crate) fn tables(&self) -> impl Iterator<Item = (TableId, &Given)> {
        let all = self.tables.iter().enumerate();
        all.filter_map(|(index, given)| Some((TableId::new(index), given.as_ref()?)))
    }

    /// How many of how many records of a table could not be used; `None` where all could.
    pub(crate) fn refused(&self, id: TableId) -> Option<(u64, u64)> {
        match self.tables.get(id.index())? {
            Some(Given::Tallied(tallied)) => tallied.refused(),
            _ => None,
        }
    }

    /// Whether any table is given.
    pub(crate) fn has_records(&self) -> bool {
        self.tables.iter().any(Option::is_some)
    }

    /// Whether a table is given.
    pub(crate) fn has_table(&self, id: TableId) -> bool {
        self.tables.get(id.index()).is_some_and(Option::is_some)
    }

    /// Keeps what records have answered and not the records.
    pub(crate) fn put_records_away(mut self) -> Metrics {
        self.tables.fill(None);
        self
    }

    /// Why records give no answer at a place; `None` where there are none, or they do.
    pub(crate) fn gap(&self, metric: MetricId, place: Row) -> Option<&RecordGap> {
        self.gaps.get(&(metric, place))
    }

    /// Adds an answer of records.
    pub(crate) fn put_answer(
        &mut self,
        metric: MetricId,
        place: Row,
        value: Option<Value>,
        provenance: Provenance,
        gap: Option<RecordGap>,
        is_home: bool,
    ) -> Result<(), Box<Diagnostic>> {
        if let (Some(known), Some(value)) = (self.program.plan().metric(metric), &value) {
            typed::accept(value, known, &provenance.place)?;
        }
        let origin = self.origins.origin(&provenance.place, &provenance.source, provenance.provisional);
        self.make_room(metric, place, origin)?;
        if is_home {
            self.periods.extend(place.period);
        }
        self.gaps.extend(gap.map(|gap| ((metric, place), gap)));
        if let Some(column) = self.columns.get_mut(metric.index()) {
            let rare = Rare { counts: provenance.counts, mark: provenance.mark };
            column.set(place, value, origin, rare);
        }
        self.reshape();
        Ok(())
    }

    /// Says that of the values of a metric, only those of one kind of period call for judgement.
    pub(crate) fn set_home(&mut self, metric: MetricId, home: Option<Step>) {
        if let Some(column) = self.columns.get_mut(metric.index()) {
            column.set_home(home);
        }
        self.reshape();
    }

    /// Reads the tables anew for another plan.
    pub(super) fn retype_tables(&self, other: &mut Metrics) -> Result<(), Box<Diagnostic>> {
        for (id, given) in self.tables() {
            let name = self.program.plan().table(id).map_or("", |table| table.name.as_str());
            let again = match given {
                Given::Records(records) => match &records.sheet {
                    Some(sheet) => other.set_table(name, RecordSheet::clone(sheet)),
                    None => Ok(()),
                },
                Given::Tallied(tallied) => {
                    asks_the_same(&self.program, &other.program, name, &tallied.given().place)
                        .map_err(|fault| vec![*fault])
                        .and_then(|()| other.set_tallies(name, tallied.given().clone()))
                }
            };
            if let Err(faults) = again {
                return faults.into_iter().next().map_or(Ok(()), |fault| Err(Box::new(fault)));
            }
        }
        Ok(())
    }

    /// Refuses a value of a metric whose records are given.
    pub(super) fn refuse_beside_records(&self, entry: &Entry<'_>) -> Result<(), Box<Diagnostic>> {
        let plan = self.program.plan();
        match plan.query_of(entry.metric).filter(|query| self.has_table(query.table)) {
            Some(query) if entry.value.is_some() => {
                Err(Box::new(beside(plan, entry.metric, query.table, self.origins.place(entry.origin))))
            }
            _ => Ok(()),
        }
    }

    fn bind(&mut self, id: TableId, given: Given) {
        for entity in given.entities() {
            self.note(*entity);
        }
        if let Some(slot) = self.tables.get_mut(id.index()) {
            *slot = Some(given);
        }
    }

    /// Notes that the data speak of an entity, or of none.
    pub(super) fn note(&mut self, entity: Option<EntityId>) {
        self.reshape();
        match entity {
            Some(id) => self.entities.set_has_data(id),
            None => self.without_entity = true,
        }
    }

    fn free_table(&self, plan: &Plan, name: &str, place: &Place) -> Result<TableId, Box<Diagnostic>> {
        let fault = || Diagnostic::new(Code::UnknownTable, place.clone()).with("name", name);
        let Some(id) = plan.table_id(name) else {
            let names = plan.tables.iter().map(|table| table.name.as_str());
            return Err(Box::new(match similar(name, names) {
                Some(similar) => fault().variant("similar").with("similar", similar),
                None => fault(),
            }));
        };
        if self.has_table(id) { Err(Box::new(fault().variant("twice"))) } else { Ok(id) }
    }

    /// The faults of metrics that have values although a table answers for them.
    fn values_beside(&self, plan: &Plan, id: TableId) -> Vec<Diagnostic> {
        let of_table = plan.queries.iter().filter(|query| query.table == id);
        let fault = |metric: MetricId| {
            let first = self.columns.get(metric.index())?.first_value()?;
            Some(beside(plan, metric, id, self.origins.place(first)))
        };
        of_table.filter_map(|query| fault(query.metric)).collect()
    }
}

fn beside(plan: &Plan, metric: MetricId, table: TableId, place: Place) -> Diagnostic {
    let path = plan.metric(metric).map_or("", |metric| metric.path.as_str());
    let name = plan.table(table).map_or("", |table| table.name.as_str());
    let fault = Diagnostic::new(Code::DuplicateValue, place).variant("of-records");
    fault.with("metric", path).with("table", name)
}

/// Refuses tallies for a plan that asks other questions of a table than the one that they were made for.
fn asks_the_same(
    made_for: &Program,
    other: &Program,
    name: &str,
    place: &Place,
) -> Result<(), Box<Diagnostic>> {
    let questions = |program: &Program| {
        let plan = program.plan();
        let id = plan.table_id(name);
        plan.queries.iter().filter(|query| Some(query.table) == id).cloned().collect::<Vec<_>>()
    };
    let (made_for, other) = (questions(made_for), questions(other));
    let are_same = made_for.len() == other.len()
        && made_for.iter().zip(&other).all(|(one, other)| one.asks_the_same(other));
    let fault = || Diagnostic::new(Code::OtherTallies, place.clone()).variant("questions");
    if are_same { Ok(()) } else { Err(Box::new(fault().with("table", name))) }
}
