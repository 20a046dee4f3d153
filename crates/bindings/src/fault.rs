//! What went wrong, as every language can hold it.

use std::any::Any;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

use dabiao::{Code, Diagnostic, Error, Language, Place, Wording, render_diagnostics_json};

/// Which part of a call was at fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The rules have errors.
    Rules,
    /// The data have errors.
    Data,
    /// The call itself is wrong: a question that cannot be asked, an argument that cannot be read.
    Call,
    /// dabiao itself failed. This is a defect; the call was ended, and others may follow.
    Internal,
}

/// Why a call gave no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Which part was at fault.
    pub kind: Kind,
    /// Everything that was wrong; empty for an internal fault.
    pub diagnostics: Vec<Diagnostic>,
    message: String,
}

impl Fault {
    /// An argument of the call that cannot be read; `wanted` is what should have stood there.
    pub(crate) fn argument(name: &'static str, text: &str, wanted: impl Into<Wording>) -> Fault {
        let place = Place::Call(name.into());
        let fault = Diagnostic::new(Code::UnreadableArgument, place).with("option", name);
        Error::Call(vec![fault.with("text", text).with("wanted", wanted)]).into()
    }

    /// The language of a tag, `en` or `zh`.
    #[cfg(any(feature = "c", feature = "python", feature = "wasm"))]
    pub(crate) fn language(tag: &str) -> Result<Language, Fault> {
        Language::parse(tag).ok_or_else(|| {
            let tags = Wording::list(Language::ALL.into_iter().map(|one| Wording::from(one.tag())));
            Fault::argument("language", tag, Wording::about("wanted-one-of", "words", tags))
        })
    }

    /// What Arrow says of a stream or a batch that it does not take.
    #[cfg(any(feature = "c", feature = "python"))]
    pub(crate) fn arrow(error: &dyn fmt::Display) -> Fault {
        let reason = Wording::about("given-other", "text", error.to_string());
        Fault::value("arrow", "arrow", reason)
    }

    /// A value that no metric can take, for a reason.
    #[cfg(any(feature = "c", feature = "python"))]
    pub(crate) fn value(metric: &str, text: &str, reason: Wording) -> Fault {
        let fault = Diagnostic::new(Code::UnreadableValue, Place::Call(metric.into())).with("text", text);
        let fault = fault.with("metric", metric).with("type", Wording::word("given-value"));
        Error::Data(vec![fault.with("reason", reason)]).into()
    }

    /// Everything that was wrong, as `dabiao.diagnostics/1`.
    #[must_use]
    pub fn diagnostics_json(&self, language: Language) -> String {
        render_diagnostics_json(&self.diagnostics, language)
    }

    /// What a panic said.
    fn internal(panic: &(dyn Any + Send)) -> Fault {
        let said = panic.downcast_ref::<String>().map(String::as_str);
        let said = said.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no words");
        let message = format!("dabiao failed, which is a defect of dabiao: {said}");
        Fault { kind: Kind::Internal, diagnostics: Vec::new(), message }
    }
}

/// One line for each thing that was wrong, in English.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Fault {}

impl From<Error> for Fault {
    fn from(error: Error) -> Fault {
        let message = listing(error.diagnostics());
        let (kind, diagnostics) = match error {
            Error::Rules(list) => (Kind::Rules, list),
            Error::Data(list) => (Kind::Data, list),
            Error::Call(list) => (Kind::Call, list),
        };
        Fault { kind, diagnostics, message }
    }
}

/// One line for each diagnostic, in English: what is wrong, why, and what to do.
fn listing(diagnostics: &[Diagnostic]) -> String {
    let line = |one: &Diagnostic| {
        let [label, help] = [one.label(Language::English), one.help(Language::English)];
        let said = [Some(one.to_string()), label, help];
        said.into_iter().flatten().collect::<Vec<_>>().join("; ")
    };
    diagnostics.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Does what a caller from another language asked for. A panic ends here as a fault and never reaches the caller's
/// frames.
///
/// ```
/// use dabiao_bindings::{Kind, guard};
/// let fault = guard::<()>(|| panic!("on purpose")).unwrap_err();
/// assert_eq!(fault.kind, Kind::Internal);
/// assert!(fault.to_string().ends_with("on purpose"));
/// ```
///
/// # Errors
/// The fault of the work, or its panic.
pub fn guard<T>(work: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    // What a panic leaves half done is dropped with the call: plans are never changed, and a table whose filling failed
    // is documented as one not to judge.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| Err(Fault::internal(panic.as_ref())))
}
