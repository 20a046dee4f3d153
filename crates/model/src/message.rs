//! Every sentence dabiao says, looked up in one catalogue.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use crate::Language;

/// What a message speaks of: argument names and their texts, in the order they were given.
pub type Args = Vec<(&'static str, String)>;

const ENGLISH: &str = include_str!("../messages/en.ftl");

static ENGLISH_BUNDLE: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle("en", ENGLISH));

/// The text of the message `id`, or of its attribute, with the arguments filled in.
///
/// `None` where the catalogue has no such message or attribute.
///
/// ```
/// use dabiao_model::{Language, message};
/// assert_eq!(message(Language::English, "verdict-met", None, &vec![]).as_deref(), Some("met"));
/// assert_eq!(message(Language::English, "no-such-message", None, &vec![]), None);
/// ```
#[must_use]
pub fn message(language: Language, id: &str, attribute: Option<&str>, args: &Args) -> Option<String> {
    let bundle = match language {
        Language::English | Language::Chinese => &*ENGLISH_BUNDLE,
    };
    let found = bundle.get_message(id)?;
    let pattern = match attribute {
        None => found.value()?,
        Some(name) => found.get_attribute(name)?.value(),
    };
    let arguments: FluentArgs = args.iter().map(|(name, text)| (*name, text.as_str())).collect();
    // A missing argument shows as `{$name}` in the text; the catalogue's tests refuse such a message.
    let mut faults = Vec::new();
    Some(bundle.format_pattern(pattern, Some(&arguments), &mut faults).into_owned())
}

/// The ids of all messages of the catalogue, in its order.
#[must_use]
pub fn message_ids() -> Vec<&'static str> {
    let starts_message = |line: &&str| line.starts_with(|c: char| c.is_ascii_alphabetic());
    ENGLISH.lines().filter(starts_message).filter_map(|line| line.split(" =").next()).collect()
}

fn bundle(tag: &str, text: &str) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Terminals show the isolation marks that Fluent puts around arguments.
    bundle.set_use_isolating(false);
    // A faulty message is left out of the resource; the catalogue's tests find it.
    let resource = FluentResource::try_new(text.to_string()).unwrap_or_else(|(partial, _)| partial);
    let _ = bundle.add_resource(resource);
    bundle
}
