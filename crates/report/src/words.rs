//! The words of one language, looked up in the catalogue.

use dabiao_model::{
    Args, Flag, Language, Number, Period, PlanInfo, Report, Shown, TargetResult, Verdict, Wording, message,
};

use crate::groups::shared;

/// The decimals of points that are shown.
const PLACES: u32 = 2;

/// The catalogue of one language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words {
    pub(crate) language: Language,
}

impl Words {
    /// The message `id`; the id itself where the catalogue lacks it.
    pub(crate) fn word(self, id: &str) -> String {
        self.say(id, [])
    }

    /// The message `id` with its arguments filled in.
    pub(crate) fn say<const N: usize>(self, id: &str, args: [(&'static str, &str); N]) -> String {
        let args: Args = args.into_iter().map(|(name, text)| (name, text.into())).collect();
        message(self.language, id, None, &args).unwrap_or_else(|| id.to_string())
    }

    /// The message `id` for a number of things: its attribute `one` for a single one, where it has that.
    pub(crate) fn counted(self, id: &str, count: usize) -> String {
        let shown = count.to_string();
        let one = if count == 1 { message(self.language, id, Some("one"), &Args::new()) } else { None };
        one.unwrap_or_else(|| self.say(id, [("count", &shown)]))
    }

    /// `label: text`.
    pub(crate) fn labelled(self, label: &str, text: &str) -> String {
        self.say("report-labelled", [("label", &self.word(label)), ("text", text)])
    }

    /// `a, b, c`.
    pub(crate) fn list<S: AsRef<str>>(self, items: &[S]) -> String {
        match items {
            [] => String::new(),
            [only] => only.as_ref().to_string(),
            _ => items.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(&self.word("report-list")),
        }
    }

    /// A text of the report.
    pub(crate) fn shown(self, shown: &Shown) -> String {
        shown.text(self.language).into_owned()
    }

    /// Texts of the report: `a, b, c`.
    pub(crate) fn shown_list(self, items: &[Shown]) -> String {
        self.list(&items.iter().map(|item| item.text(self.language)).collect::<Vec<_>>())
    }

    /// A day or period of the report, `2011-12-31`; anything else as it is.
    pub(crate) fn time(self, text: &str) -> String {
        let time = Period::parse(text).map(|period| Wording::from(period).text(self.language).into_owned());
        time.unwrap_or_else(|| text.to_string())
    }

    /// What a plan is called.
    pub(crate) fn plan_title(self, plan: &PlanInfo) -> String {
        let title = plan.title.as_ref().map(|title| self.shown(title));
        title.or_else(|| plan.id.clone()).unwrap_or_else(|| self.word("report-untitled"))
    }

    /// The day, and the period and the entity where there is one only.
    pub(crate) fn subtitle(self, report: &Report) -> String {
        let period = shared(&report.results, |result| result.period.as_deref());
        let entity = shared(&report.results, |result| result.entity.as_deref());
        let facts = [
            Some(self.say("report-as-of", [("date", &self.time(&report.as_of))])),
            period.map(|period| self.say("report-period", [("period", &self.time(period))])),
            entity.map(|entity| self.entity(report, entity)),
        ];
        facts.into_iter().flatten().collect::<Vec<_>>().join(&self.word("report-parts"))
    }

    /// What an entity is called: its title, else its name.
    pub(crate) fn entity(self, report: &Report, name: &str) -> String {
        report.entities.get(name).map_or_else(|| name.to_string(), |title| self.shown(title))
    }

    /// A message as a heading, which begins with a capital.
    pub(crate) fn heading(self, id: &str) -> String {
        capital(&self.word(id))
    }

    /// Why there is no plain verdict, what is missing, and how many passes more would be enough.
    pub(crate) fn why(self, result: &TargetResult) -> String {
        let reason = result.reason.as_ref().map(|reason| reason.text(self.language));
        // The reason of an open verdict names what is missing; that of a missed one names what was not met.
        let names_missing = result.reason.is_some() && result.verdict != Verdict::Missed;
        let missing = (!names_missing && !result.missing.is_empty())
            .then(|| self.labelled("report-label-missing", &self.shown_list(&result.missing)));
        let needed = result.needed.as_ref().map(|needed| self.say("report-needed", [("count", needed)]));
        let facts: Vec<String> = [reason, missing, needed].into_iter().flatten().collect();
        facts.join(&self.word("report-parts"))
    }

    /// `34.8 of 40`
    pub(crate) fn points_of(self, points: Option<&Number>, full: &Number) -> String {
        let full = full.display(PLACES);
        match points {
            Some(points) => self.say("report-score", [("points", &points.display(PLACES)), ("full", &full)]),
            None => self.say("report-score-unknown", [("full", &full)]),
        }
    }

    pub(crate) fn verdict(self, verdict: Verdict) -> String {
        self.word(&format!("verdict-{}", verdict.as_str()))
    }

    pub(crate) fn flag(self, flag: Flag) -> String {
        self.word(&format!("flag-{}", flag.as_str()))
    }
}

/// The text with a capital at its beginning.
pub(crate) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
