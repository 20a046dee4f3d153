//! One case: its text, and how it is answered.

use std::fmt::Write;
use std::sync::Arc;

use dabiao_engine::{Metrics, Program, Question, TestRun};
use dabiao_model::{
    AdjustmentScore, Code, Diagnostic, EntityRow, EntityScore, Number, Observation, Period, Place, RecordRow,
    RecordSheet, Report, Source, TargetResult, parse_date, read_value,
};

/// A case, with its parts as written.
pub(crate) struct Case {
    title: String,
    parts: Vec<(String, String)>,
}

impl Case {
    /// Reads the cases of a file: `=== title`, then `--- part` and the lines of each part.
    pub(crate) fn read_all(text: &str) -> Vec<Case> {
        let mut cases: Vec<Case> = Vec::new();
        for line in text.lines() {
            if let Some(title) = line.strip_prefix("=== ") {
                cases.push(Case { title: title.to_string(), parts: Vec::new() });
            } else if let Some(part) = line.strip_prefix("--- ") {
                cases.last_mut().unwrap().parts.push((part.to_string(), String::new()));
            } else {
                let (_, text) = cases.last_mut().unwrap().parts.last_mut().unwrap();
                text.push_str(line);
                text.push('\n');
            }
        }
        cases
    }

    /// The case as it should stand in its file.
    pub(crate) fn with_answer(&self) -> String {
        let mut text = format!("=== {}\n", self.title);
        for (part, lines) in self.parts.iter().filter(|(part, _)| part != "answer") {
            writeln!(text, "--- {part}\n{}", lines.trim_end()).unwrap();
        }
        writeln!(text, "--- answer\n{}\n", self.answer().trim_end()).unwrap();
        text
    }

    fn part(&self, name: &str) -> impl Iterator<Item = &str> {
        let part = self.parts.iter().find(|(part, _)| part == name);
        part.map_or("", |(_, lines)| lines).lines().filter(|line| !line.trim().is_empty())
    }

    fn answer(&self) -> String {
        let rules: String = self.part("rules").map(|line| format!("{line}\n")).collect();
        let checked = dabiao_check::check(vec![dabiao_syntax::parse(Source::new("rules", rules))]);
        let errors: Vec<&Diagnostic> =
            checked.diagnostics.iter().filter(|one| one.is_error() && !is_proved(one)).collect();
        if !errors.is_empty() {
            return errors.iter().map(|error| format!("{error}\n")).collect();
        }
        let program = Program::compile(Arc::new(checked.plan));
        let mut metrics = Metrics::new(&program);
        let entities: Vec<EntityRow> =
            self.part("entities").enumerate().map(|(index, line)| entity(index, line)).collect();
        let mut faults = metrics.set_entities(&entities);
        for (index, line) in self.part("data").enumerate() {
            faults.extend(metrics.insert(&observation(index, line)).err().map(|fault| *fault));
        }
        let tables =
            self.parts.iter().filter_map(|(part, lines)| Some((part.strip_prefix("table ")?, lines)));
        for (name, lines) in tables {
            faults.extend(metrics.set_table(name, sheet(name, lines)).err().into_iter().flatten());
        }
        if !faults.is_empty() {
            return faults.iter().map(told).collect();
        }
        let mut answer = String::new();
        for line in self.part("ask") {
            if line == "tests" {
                program.run_tests().iter().for_each(|test| write_test(&mut answer, test));
                continue;
            }
            let (question, shows_evidence) = question(&program, line);
            match program.evaluate(&metrics, &question) {
                Ok(report) => write_report(&mut answer, &report, shows_evidence),
                Err(fault) => answer.push_str(&told(&fault)),
            }
        }
        answer
    }
}

fn write_test(text: &mut String, test: &TestRun) {
    writeln!(text, "{}: {}", test.title, if test.has_passed() { "passed" } else { "failed" }).unwrap();
    for failure in &test.failures {
        writeln!(text, "  {failure}").unwrap();
    }
}

fn told(fault: &Diagnostic) -> String {
    let notes: String = fault.notes.iter().map(|note| format!(" ({} {})", note.id, note.place)).collect();
    let help = fault.help(dabiao_model::Language::English).unwrap_or_default();
    format!("{fault}{notes}\n  {help}\n")
}

/// `xincheng under xian level district titled 新城区`
fn entity(index: usize, line: &str) -> EntityRow {
    let after = |word: &str| {
        let (_, rest) = line.split_once(&format!(" {word} "))?;
        rest.split_whitespace().next().map(str::to_string)
    };
    EntityRow {
        entity: line.split_whitespace().next().unwrap().to_string(),
        parent: after("under"),
        level: after("level"),
        title: after("titled"),
        place: row("entities.csv", index),
    }
}

/// `energy.per_gdp of xincheng in 2005 = 1.22`; `(provisional)` may stand at the end, and a unit in brackets `[家]`
fn observation(index: usize, line: &str) -> Observation {
    let (place, text) = line.split_once(" =").unwrap();
    let (place, period) = match place.rsplit_once(" in ") {
        Some((place, period)) => (place, Some(Period::parse(period.trim()).unwrap())),
        None => (place, None),
    };
    let (metric, entity) = match place.split_once(" of ") {
        Some((metric, entity)) => (metric, Some(entity.trim().to_string())),
        None => (place, None),
    };
    let (text, provisional) = match text.strip_suffix("(provisional)") {
        Some(text) => (text, true),
        None => (text, false),
    };
    let (text, unit) = match text.trim_end().strip_suffix(']').and_then(|text| text.rsplit_once('[')) {
        Some((text, unit)) => (text, Some(unit.to_string())),
        None => (text, None),
    };
    Observation {
        entity,
        period,
        unit,
        provisional,
        source: format!("data:{}", index + 1),
        ..Observation::new(metric.trim(), text, row("data.csv", index))
    }
}

/// A line of headings and one for each record, or for several alike: `437 x north,2011,pass`
fn sheet(name: &str, lines: &str) -> RecordSheet {
    let file = format!("{name}.csv");
    let mut lines = lines.lines().filter(|line| !line.trim().is_empty());
    let cells = |line: &str| line.split(',').map(|cell| cell.trim().to_string()).collect::<Vec<_>>();
    let place = |line: u64| Place::Cell { file: file.as_str().into(), row: line, column: None };
    let headings =
        lines.next().map(cells).unwrap_or_default().into_iter().map(|one| (one, place(1))).collect();
    let mut rows: Vec<RecordRow> = Vec::new();
    for line in lines {
        let (count, line) = line.split_once(" x ").unwrap_or(("1", line));
        for _ in 0..count.parse().unwrap() {
            let number = u64::try_from(rows.len()).unwrap() + 2;
            rows.push(RecordRow { line: number, cells: cells(line) });
        }
    }
    RecordSheet { source: file.clone(), place: Place::File(file.as_str().into()), headings, rows }
}

fn row(file: &str, index: usize) -> Place {
    Place::Cell { file: file.into(), row: u64::try_from(index).unwrap() + 1, column: None }
}

/// `as of 2011-12-31, period 2011, entity xincheng, assume substantial = 30%, evidence`
fn question(program: &Program, line: &str) -> (Question, bool) {
    let mut question = Question::new(parse_date("2011-12-31").unwrap());
    let mut shows_evidence = false;
    for part in line.split(", ") {
        if let Some(date) = part.strip_prefix("as of ") {
            question.as_of = parse_date(date).unwrap();
        } else if let Some(period) = part.strip_prefix("period ") {
            question.period = Some(Period::parse(period).unwrap());
        } else if let Some(entity) = part.strip_prefix("entity ") {
            question.entity = Some(entity.to_string());
        } else if let Some((name, text)) =
            part.strip_prefix("assume ").and_then(|rest| rest.split_once(" = "))
        {
            let plan = program.plan();
            let ty = plan.assumptions.iter().find(|one| one.name == name).map(|one| one.ty.clone());
            let ty = ty.unwrap_or(dabiao_model::Type::Number);
            let value = read_value(text, None, &ty, &plan.units).unwrap().value;
            question.assume.push((name.to_string(), value));
        } else {
            assert_eq!(part, "evidence", "in `{line}`");
            shows_evidence = true;
        }
    }
    (question, shows_evidence)
}

fn write_report(text: &mut String, report: &Report, shows_evidence: bool) {
    for result in &report.results {
        write_result(text, result, shows_evidence);
    }
    if let Some(scores) = &report.score {
        scores.entities.iter().for_each(|score| write_score(text, score, shows_evidence));
    }
    for used in report.assumptions.iter().filter(|used| used.overridden) {
        writeln!(text, "assumed {} = {}", used.name, used.value).unwrap();
    }
}

/// `score of north: 94.8 of 100, grade B`, then each target with its points and how they came, and what has none.
fn write_score(text: &mut String, score: &EntityScore, shows_parts: bool) {
    let of = score.entity.as_ref().map_or(String::new(), |entity| format!(" of {entity}"));
    let known = |points: &Option<Number>| points.as_ref().map_or("unknown".to_string(), Number::to_string);
    let mut facts = vec![format!("{} of {}", known(&score.total), score.full)];
    let grade = |grade: &Option<String>| grade.clone().unwrap_or("unknown".to_string());
    match &score.veto {
        Some(veto) => {
            let reason = veto.reason.text(dabiao_model::Language::English);
            facts.push(format!(
                "grade {} by veto of {}, earned {}",
                veto.grade,
                reason,
                grade(&score.earned_grade)
            ));
        }
        None if score.earned_grade.is_some() || score.given_grade.is_some() => {
            facts.push(format!("grade {}", grade(&score.given_grade)));
        }
        None => {}
    }
    facts.extend(score.provisional.then(|| "so far".to_string()));
    facts.extend(score.reweighted.then(|| "reweighted".to_string()));
    writeln!(text, "score{of}: {}", facts.join(", ")).unwrap();
    for section in score.sections.iter().filter(|_| shows_parts) {
        let title = section.section.as_deref().unwrap_or("no section");
        let reweighted = if section.reweighted { ", reweighted" } else { "" };
        writeln!(text, "  {title}: {} of {}{reweighted}", known(&section.points), section.full).unwrap();
        for target in &section.targets {
            let mut facts = vec![format!("{} of {}", known(&target.points), target.full)];
            facts.extend(target.completion.as_ref().map(|share| format!("completion {share}")));
            facts.extend(target.shortfall.as_ref().map(|amount| format!("shortfall {amount}")));
            facts.extend(target.form.as_ref().map(|form| format!("by {form}")));
            writeln!(text, "    {}: {}", target.target, facts.join(", ")).unwrap();
            write_adjustments(text, "      ", &target.adjustments);
        }
        write_adjustments(text, "    ", &section.adjustments);
    }
    write_adjustments(text, "  ", if shows_parts { &score.adjustments } else { &[] });
    for part in &score.missing {
        let target = part.target.as_deref().unwrap_or("beside the targets");
        writeln!(text, "  no points: {target}, {}", part.reason.text(dabiao_model::Language::English))
            .unwrap();
    }
}

fn write_adjustments(text: &mut String, indent: &str, adjustments: &[AdjustmentScore]) {
    for one in adjustments {
        let points = one.points.as_ref().map_or("unknown".to_string(), Number::to_string);
        writeln!(text, "{indent}{points} by {}", one.rule).unwrap();
    }
}

fn write_result(text: &mut String, result: &TargetResult, shows_evidence: bool) {
    let of = |part: &Option<String>| part.as_ref().map_or(String::new(), |part| format!(" of {part}"));
    let during = |part: &Option<String>| part.as_ref().map_or(String::new(), |part| format!(" in {part}"));
    let flags: String = result.flags.iter().map(|flag| format!(", {}", flag.as_str())).collect();
    let (entity, period) = (of(&result.entity), during(&result.period));
    writeln!(text, "{}{entity}{period}: {}{flags}", result.target, result.verdict.as_str()).unwrap();
    let told = [
        ("observed", result.observed.as_deref()),
        ("required", result.required.as_deref()),
        ("margin", result.margin.as_deref()),
        ("needed", result.needed.as_deref()),
    ];
    let told: Vec<String> =
        told.iter().filter_map(|(name, part)| Some(format!("{name} {}", (*part)?))).collect();
    if !told.is_empty() {
        writeln!(text, "  {}", told.join(", ")).unwrap();
    }
    for one in result.evidence.iter().filter(|_| shows_evidence) {
        let (entity, period) = (of(&one.entity), during(&one.period));
        let value = one.value.as_deref().unwrap_or("missing");
        let exact = one.exact.as_ref().map_or(String::new(), |exact| format!(", exactly {exact}"));
        let count = one.count.as_ref().map_or(String::new(), |count| format!(", {count}"));
        let source = one.source.as_ref().map_or(String::new(), |source| format!(", from {source}"));
        writeln!(text, "  {}{entity}{period} = {value}{exact}{count}{source}", one.metric).unwrap();
    }
    if !result.missing.is_empty() {
        writeln!(text, "  missing {}", result.missing.join(", ")).unwrap();
    }
    if let Some(reason) = &result.reason {
        writeln!(text, "  because {}", reason.text(dabiao_model::Language::English)).unwrap();
    }
    if let Some(rounding) = result.rounding.as_ref().filter(|_| shows_evidence) {
        writeln!(text, "  {rounding}").unwrap();
    }
    if shows_evidence && !result.assumptions.is_empty() {
        writeln!(text, "  assuming {}", result.assumptions.join(", ")).unwrap();
    }
}

/// Whether a fault is that conditions can never hold, which is itself a case to be judged.
fn is_proved(fault: &Diagnostic) -> bool {
    fault.code == Code::Contradiction || fault.variant == Some("condition")
}
