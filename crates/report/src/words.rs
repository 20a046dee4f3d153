//! The words of one language, looked up in the catalogue.

use dabiao_model::{Args, Flag, Language, Period, Shown, Verdict, Wording, message};

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

    pub(crate) fn verdict(self, verdict: Verdict) -> String {
        self.word(&format!("verdict-{}", verdict.as_str()))
    }

    pub(crate) fn flag(self, flag: Flag) -> String {
        self.word(&format!("flag-{}", flag.as_str()))
    }
}
