//! What is known of a name.

use std::path::Path;

use dabiao_check::{Metric, Plan, Target};
use dabiao_model::{Language, Observation, Source, Span, Wording};

use crate::words::{item, labelled, word};
use crate::{Symbol, View};

/// What is said of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    /// The name that it is said of.
    pub span: Span,
    /// Markdown.
    pub markdown: String,
}

/// What is known of the name at a place: what it is, its titles, type, unit and clause, and where `dabiao.toml` names data
/// files, its last value.
#[must_use]
pub fn hover(view: &View, path: &Path, offset: usize, language: Language) -> Option<Hover> {
    let mention = view.mentions().at(&path.to_string_lossy(), offset)?;
    let plan = view.analysis().checked();
    let mut page = Page { plan, language, lines: Vec::new() };
    page.symbol(&mention.symbol, view)?;
    Some(Hover { span: mention.span, markdown: page.lines.join("\n\n") })
}

/// A metric's title in a language, its unit or type.
pub(crate) fn summary(metric: &Metric, language: Language) -> String {
    let ty = Wording::from(&metric.ty).text(language).into_owned();
    match language.pick(&metric.titles) {
        Some(title) => format!("{title} · {ty}"),
        None => ty,
    }
}

struct Page<'p> {
    plan: &'p Plan,
    language: Language,
    lines: Vec<String>,
}

impl Page<'_> {
    fn symbol(&mut self, symbol: &Symbol, view: &View) -> Option<()> {
        match symbol {
            Symbol::Metric(path) => {
                let metric = self.plan.metric_id(path).and_then(|id| self.plan.metric(id))?;
                self.metric(metric, view);
                if let Some(target) = self.plan.target(path) {
                    self.target(target, view);
                }
            }
            Symbol::Target(id) => {
                let target = self.plan.target(id)?;
                self.head("target", id, &target.titles);
                self.target(target, view);
            }
            Symbol::Assumption(name) => {
                let assumption = self.plan.assumptions.iter().find(|one| one.name == *name)?;
                self.head("assume", name, &assumption.origin.titles);
                self.say("report-label-value", assumption.ty.wording(&assumption.value));
                self.say_all("report-label-cite", &assumption.origin.cite);
                self.say_all("report-label-because", assumption.because.as_slice());
            }
            Symbol::Organisation(id) => {
                let organisation = self.plan.organisations.iter().find(|one| one.id == *id)?;
                self.head("organisation", id, &organisation.titles);
            }
            Symbol::Unit(name) => {
                let unit = self.plan.units.resolve(name)?;
                self.head("unit", name, &[]);
                self.say("ide-label-symbol", unit.symbol());
                self.say("ide-label-base", format!("{} × {}", unit.factor(), unit.dimension()));
            }
            Symbol::Scale(name) => self.scale(name, None)?,
            Symbol::Level(scale, level) => self.scale(scale, Some(level))?,
            Symbol::Table(name) => {
                let table = self.plan.table_id(name).and_then(|id| self.plan.table(id))?;
                self.head("table", name, &table.titles);
                for column in &table.columns {
                    let ty = Wording::from(&column.ty).text(self.language).into_owned();
                    self.lines.push(format!("- `{}` · {ty}", column.name));
                }
            }
            Symbol::Column(table, name) => {
                let table = self.plan.table_id(table).and_then(|id| self.plan.table(id))?;
                let column = table.columns.iter().find(|column| column.name == *name)?;
                self.head("table", &format!("{}.{name}", table.name), &[]);
                self.say("ide-label-type", &column.ty);
            }
            Symbol::Plan(id) => {
                self.head("plan", id, &self.plan.titles);
                self.say_all("report-label-source", self.plan.document.as_slice());
                self.lines.push(labelled("ide-label-targets", self.plan.targets.len(), self.language));
            }
        }
        Some(())
    }

    fn metric(&mut self, metric: &Metric, view: &View) {
        self.head("metric", &metric.path, &metric.titles);
        self.say("ide-label-type", &metric.ty);
        if let Some((first, last)) = &metric.range {
            let (first, last) = (metric.ty.show(first), metric.ty.show(last));
            self.say("ide-label-range", format!("{first}..{last}"));
        }
        self.say_all("report-label-cite", &metric.cite);
        self.say_all("report-label-source", metric.source.as_slice());
        if !metric.declared {
            self.lines.push(word("ide-not-declared", self.language));
        }
        if let Some(last) = view.observed().last(metric) {
            self.say("ide-label-last", shown(last));
        }
    }

    fn target(&mut self, target: &Target, view: &View) {
        self.say("report-label-condition", format!("`{}`", target.text));
        let section = target.section.and_then(|id| self.plan.section(id));
        let section = section.and_then(|section| self.language.pick(&section.titles));
        if let Some(title) = section {
            self.say("report-label-section", title);
        }
        self.say_all("report-label-cite", &target.cite);
        let called = |id: &String| {
            let organisation = self.plan.organisations.iter().find(|one| one.id == *id);
            let title = organisation.and_then(|one| self.language.pick(&one.titles));
            title.unwrap_or(id).to_string()
        };
        let owners: Vec<String> = target.owner.iter().map(called).collect();
        self.say_all("report-label-owner", &owners);
        if let Some(by) = target.by {
            self.say("report-label-due", by.to_string());
        }
        for line in view.verdicts_on(&target.id, self.language) {
            self.lines.push(line);
        }
    }

    fn scale(&mut self, name: &str, level: Option<&str>) -> Option<()> {
        let scale = self.plan.scales.iter().find(|scale| scale.name() == name)?;
        self.head("scale", name, &scale.origin().titles);
        let levels: Vec<String> = scale
            .levels()
            .iter()
            .map(|one| if Some(one.as_str()) == level { format!("**{one}**") } else { one.clone() })
            .collect();
        self.lines.push(levels.join(" < "));
        Some(())
    }

    fn head(&mut self, meaning: &str, name: &str, titles: &[String]) {
        self.lines.push(format!("**{}** `{name}`", item(meaning, self.language)));
        if !titles.is_empty() {
            self.lines.push(titles.join("  \n"));
        }
    }

    fn say(&mut self, id: &'static str, text: impl Into<Wording>) {
        self.lines.push(labelled(id, text, self.language));
    }

    fn say_all(&mut self, id: &'static str, texts: &[String]) {
        if !texts.is_empty() {
            self.say(id, Wording::list(texts.iter().map(String::as_str)));
        }
    }
}

/// `2011 · riverside · 92.4% (metrics.csv:7)`
fn shown(value: &Observation) -> String {
    let period = value.period.map(|period| period.to_string());
    let place = value.entity.clone();
    let unit = value.unit.as_ref().map_or(String::new(), |unit| format!(" {unit}"));
    let text = format!("**{}{unit}**", value.text);
    let parts: Vec<String> = [period, place, Some(text)].into_iter().flatten().collect();
    format!("{} ({})", parts.join(" · "), file_name(&value.source))
}

fn file_name(source: &str) -> &str {
    source.rsplit(['/', '\\']).next().unwrap_or(source)
}

/// The text of a source under a span, on one line.
pub(crate) fn one_line(source: &Source, span: Span) -> String {
    source.slice(span).split_whitespace().collect::<Vec<_>>().join(" ")
}
