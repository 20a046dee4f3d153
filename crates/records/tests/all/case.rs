//! The engine's cases about records, as files for somebody else to read.

use std::fs;
use std::path::{Path, PathBuf};

use dabiao::{EntityRow, Metrics, Observation, Period, Place, Plan, RecordAsk, RecordTallies, Report};

/// One case: rules, data and what is asked, from the files that the engine's own tests read.
pub(crate) struct Case {
    pub(crate) title: String,
    pub(crate) plan: Plan,
    parts: Vec<(String, Vec<String>)>,
}

/// A table of a case.
pub(crate) struct Table<'c> {
    pub(crate) name: &'c str,
    /// The headings and the rows, as texts.
    pub(crate) headings: Vec<String>,
    pub(crate) rows: Vec<Vec<String>>,
}

/// What takes records together.
pub(crate) type Backend<'b> = &'b dyn Fn(&Plan, &RecordAsk, &Table<'_>) -> Option<RecordTallies>;

/// Every case whose rules are sound and whose tables the engine takes.
pub(crate) fn all() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    // The engine's cases have faults on purpose, too, which are not for here; its own have none.
    let of_engine = read(&root.join("../engine/tests/cases/records.txt"), false);
    let own = read(&root.join("tests/cases/records.txt"), true);
    assert!(of_engine.len() >= 9, "only {} cases were found", of_engine.len());
    of_engine.into_iter().chain(own).collect()
}

fn read(path: &PathBuf, are_sound: bool) -> Vec<Case> {
    let text = fs::read_to_string(path).unwrap();
    let cases = text.split("=== ").skip(1).filter_map(|case| {
        let (title, body) = case.split_once('\n')?;
        let parts = body.split("--- ").skip(1).filter_map(|part| part.split_once('\n'));
        let lines = |body: &str| -> Vec<String> {
            body.lines().filter(|line| !line.trim().is_empty()).map(str::to_string).collect()
        };
        let parts: Vec<(String, Vec<String>)> =
            parts.map(|(name, body)| (name.to_string(), lines(body))).collect();
        let rules = parts.iter().find(|(name, _)| name == "rules")?.1.join("\n");
        let plan = match Plan::parse(&rules) {
            Err(error) if are_sound => panic!("{title}: {error}"),
            plan => plan.ok()?,
        };
        let case = Case { title: title.to_string(), plan, parts };
        let is_sound = case.tables().count() > 0
            && case.metrics().is_some_and(|mut metrics| {
                case.tables().all(|table| match metrics.set_table(table.name, table.sheet()) {
                    Err(error) if are_sound => panic!("{title}: {error}"),
                    given => given.is_ok(),
                })
            });
        is_sound.then_some(case)
    });
    cases.collect()
}

impl Case {
    fn part(&self, name: &str) -> impl Iterator<Item = &String> {
        self.parts.iter().filter(move |(part, _)| part == name).flat_map(|(_, lines)| lines)
    }

    /// The tables of the case.
    pub(crate) fn tables(&self) -> impl Iterator<Item = Table<'_>> {
        let parts = self.parts.iter().filter_map(|(part, lines)| Some((part.strip_prefix("table ")?, lines)));
        parts.map(|(name, lines)| {
            let cells = |line: &str| line.split(',').map(|cell| cell.trim().to_string()).collect::<Vec<_>>();
            let mut rows = Vec::new();
            for line in lines.iter().skip(1) {
                let (count, line) = line.split_once(" x ").unwrap_or(("1", line));
                rows.extend(std::iter::repeat_n(cells(line), count.parse().unwrap()));
            }
            Table { name, headings: cells(&lines[0]), rows }
        })
    }

    /// The data beside the tables.
    pub(crate) fn metrics(&self) -> Option<Metrics> {
        let mut metrics = self.plan.metrics();
        let entities: Vec<EntityRow> = self.part("entities").map(|line| entity(line)).collect();
        let is_sound = metrics.set_entities(&entities).is_empty()
            && self.part("data").all(|line| metrics.insert(&observation(line)).is_ok());
        is_sound.then_some(metrics)
    }

    /// What is asked, line by line.
    pub(crate) fn asks(&self) -> impl Iterator<Item = &str> {
        self.part("ask").map(String::as_str).filter(|line| *line != "tests")
    }

    /// The answer to a line where the engine has the records themselves.
    pub(crate) fn of_engine(&self, line: &str) -> Vec<String> {
        let mut metrics = self.metrics().unwrap();
        for table in self.tables() {
            metrics.set_table(table.name, table.sheet()).unwrap();
        }
        told(ask(&self.plan, &metrics, line).run())
    }

    /// The answer to a line where somebody else takes the records together; `None` where they do not.
    pub(crate) fn of(&self, line: &str, backend: Backend<'_>) -> Option<Vec<String>> {
        let mut metrics = self.metrics().unwrap();
        for table in self.tables() {
            // Whom the question is about does not matter to the records.
            let line: Vec<&str> = line.split(", ").filter(|part| !part.starts_with("entity ")).collect();
            let asked = ask(&self.plan, &metrics, &line.join(", ")).record_ask(table.name).unwrap();
            metrics.set_tallies(table.name, backend(&self.plan, &asked, &table)?).unwrap();
        }
        Some(told(ask(&self.plan, &metrics, line).run()))
    }
}

impl Table<'_> {
    fn sheet(&self) -> dabiao::RecordSheet {
        let file = format!("{}.csv", self.name);
        let place = |row: usize| Place::Cell {
            file: file.as_str().into(),
            row: u64::try_from(row).unwrap(),
            column: None,
        };
        let rows = self.rows.iter().enumerate();
        dabiao::RecordSheet {
            source: file.clone(),
            place: Place::File(file.as_str().into()),
            headings: self.headings.iter().map(|heading| (heading.clone(), place(1))).collect(),
            rows: rows
                .map(|(at, cells)| dabiao::RecordRow {
                    line: u64::try_from(at).unwrap() + 2,
                    cells: cells.clone(),
                })
                .collect(),
        }
    }

    /// The table as a CSV text.
    pub(crate) fn csv(&self) -> String {
        let lines = std::iter::once(&self.headings).chain(&self.rows);
        lines.map(|cells| format!("{}\n", cells.join(","))).collect()
    }
}

/// `as of 2011-12-31, period 2011, entity xincheng, assume substantial = 30%, evidence`
fn ask<'m>(plan: &'m Plan, metrics: &'m Metrics, line: &str) -> dabiao::Evaluation<'m> {
    let mut asked = plan.evaluate(metrics).as_of("2011-12-31");
    for part in line.split(", ") {
        asked = match part.split_once(' ') {
            Some(("as", date)) => asked.as_of(date.strip_prefix("of ").unwrap()),
            Some(("period", period)) => asked.period(Period::parse(period).unwrap()),
            Some(("entity", entity)) => asked.entity(entity),
            Some(("assume", pair)) => {
                let (name, value) = pair.split_once(" = ").unwrap();
                asked.assume(name, value)
            }
            _ => asked,
        };
    }
    asked
}

/// Every result whole, without the name of the source; the order of entities that only records name is each one's own.
fn told(report: Result<Report, dabiao::Error>) -> Vec<String> {
    let report = match report {
        Ok(report) => report,
        Err(error) => return vec![error.to_string()],
    };
    let mut results: Vec<String> = report
        .results
        .into_iter()
        .map(|mut result| {
            result.evidence.iter_mut().for_each(|one| one.source = None);
            format!("{result:#?}")
        })
        .collect();
    results.sort();
    results
}

/// `xincheng under xian level district titled 新城区`
fn entity(line: &str) -> EntityRow {
    let after = |word: &str| {
        let (_, rest) = line.split_once(&format!(" {word} "))?;
        rest.split_whitespace().next().map(str::to_string)
    };
    EntityRow {
        entity: line.split_whitespace().next().unwrap().to_string(),
        parent: after("under"),
        level: after("level"),
        title: after("titled"),
        place: Place::File("entities.csv".into()),
    }
}

/// `energy.per_gdp of xincheng in 2005 = 1.22`
fn observation(line: &str) -> Observation {
    let (place, text) = line.split_once(" =").unwrap();
    let (place, period) = match place.rsplit_once(" in ") {
        Some((place, period)) => (place, Some(Period::parse(period.trim()).unwrap())),
        None => (place, None),
    };
    let (metric, entity) = match place.split_once(" of ") {
        Some((metric, entity)) => (metric, Some(entity.trim().to_string())),
        None => (place, None),
    };
    let place = Place::File("data.csv".into());
    Observation {
        entity,
        period,
        source: "data".to_string(),
        ..Observation::new(metric.trim(), text.trim(), place)
    }
}
