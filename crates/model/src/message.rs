//! Every sentence dabiao says, looked up in one catalogue per language.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use crate::{Language, Wording};

/// What a message speaks of: argument names and what stands for them, in the order they were given.
pub type Args = Vec<(&'static str, Wording)>;

type Catalogue = FluentBundle<FluentResource>;

static ENGLISH: LazyLock<Catalogue> = LazyLock::new(|| catalogue("en", include_str!("../messages/en.ftl")));
static CHINESE: LazyLock<Catalogue> = LazyLock::new(|| catalogue("zh", include_str!("../messages/zh.ftl")));

/// The text of the message `id`, or of its attribute, with the arguments filled in.
///
/// `None` where the catalogue has no such message or attribute.
///
/// ```
/// use dabiao_model::{Language, message};
/// assert_eq!(message(Language::English, "verdict-met", None, &vec![]).as_deref(), Some("met"));
/// assert_eq!(message(Language::Chinese, "verdict-met", None, &vec![]).as_deref(), Some("达标"));
/// assert_eq!(message(Language::English, "no-such-message", None, &vec![]), None);
/// ```
#[must_use]
pub fn message(language: Language, id: &str, attribute: Option<&str>, args: &Args) -> Option<String> {
    let catalogue = match language {
        Language::English => &ENGLISH,
        Language::Chinese => &CHINESE,
    };
    let found = catalogue.get_message(id)?;
    let pattern = match attribute {
        None => found.value()?,
        Some(name) => found.get_attribute(name)?.value(),
    };
    let arguments: FluentArgs = args.iter().map(|(name, wording)| (*name, wording.text(language))).collect();
    // A missing argument shows as `{$name}` in the text; the catalogue's tests refuse such a message.
    let mut faults = Vec::new();
    Some(catalogue.format_pattern(pattern, Some(&arguments), &mut faults).into_owned())
}

fn catalogue(tag: &str, text: &str) -> Catalogue {
    let language: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Terminals show the isolation marks that Fluent puts around arguments.
    bundle.set_use_isolating(false);
    // A faulty message is left out of the resource; the catalogue's tests find it.
    let resource = FluentResource::try_new(text.to_string()).unwrap_or_else(|(partial, _)| partial);
    let _ = bundle.add_resource(resource);
    bundle
}
