//! Help and catalogue agree, and a Chinese help needs no English.

use std::collections::BTreeSet;

use clap::CommandFactory;

use super::*;
use crate::args;

/// Messages that belong to every help.
const WORDS: [&str; 8] = [
    "help-usage",
    "help-command",
    "help-commands",
    "help-arguments",
    "help-options",
    "help-heading",
    "help-values",
    "help-default",
];

/// Every command and argument has its message, and every message its command or argument.
#[test]
fn help_and_catalogue_agree() {
    let command = args::Args::command();
    let mut wanted: BTreeSet<String> = ["help-dabiao", "arg-help", "arg-version"].map(String::from).into();
    let mut with_value = BTreeSet::new();
    for one in std::iter::once(&command).chain(command.get_subcommands()) {
        wanted.insert(format!("help-{}", one.get_name()));
        let builtin = |arg: &&Arg| ["help", "version"].contains(&arg.get_id().as_str());
        for arg in one.get_arguments().filter(|arg| !builtin(arg)) {
            let own = format!("arg-{}-{}", one.get_name(), arg.get_id()).replace('_', "-");
            let general = format!("arg-{}", arg.get_id()).replace('_', "-");
            let has_own = message(Language::English, &own, None, &Args::new()).is_some();
            let id = if has_own { own } else { general };
            if matches!(arg.get_action(), ArgAction::Set | ArgAction::Append) {
                with_value.insert(id.clone());
            }
            wanted.insert(id);
        }
    }
    for language in Language::ALL {
        let lacks = |id: &&String, attribute| message(language, id, attribute, &Args::new()).is_none();
        let lacking: Vec<&String> = wanted.iter().filter(|id| lacks(id, None)).collect();
        assert!(lacking.is_empty(), "{language:?} lacks {lacking:?}");
        let lacking: Vec<&String> = with_value.iter().filter(|id| lacks(id, Some("value"))).collect();
        assert!(lacking.is_empty(), "{language:?} lacks `.value` of {lacking:?}");
    }
    let catalogue = include_str!("../../../model/messages/en.ftl");
    let ids = catalogue.lines().filter_map(|line| line.split_once(" = ")).map(|(id, _)| id);
    let unused: Vec<&str> = ids
        .filter(|id| id.starts_with("help-") || id.starts_with("arg-"))
        .filter(|id| !WORDS.contains(id) && !wanted.contains(*id))
        .collect();
    assert!(unused.is_empty(), "no command takes {unused:?}");
}

#[test]
fn help_of_a_command() {
    let spelt = |words: &[&str]| spelt_out(words.iter().map(Into::into).collect());
    assert_eq!(spelt(&["dabiao", "help", "eval"]), ["dabiao", "eval", "--help"]);
    assert_eq!(spelt(&["dabiao", "--lang", "zh", "help"]), ["dabiao", "--lang", "zh", "--help"]);
    assert_eq!(spelt(&["dabiao", "check", "help"]), ["dabiao", "check", "help"]);
}

/// What a call is written with, in any language: commands, options and the values of a closed list.
pub(crate) fn names() -> BTreeSet<String> {
    let command = args::Args::command();
    let mut names: BTreeSet<String> = ["dabiao", "--help", "-h", "--version", "-V"].map(String::from).into();
    for one in std::iter::once(&command).chain(command.get_subcommands()) {
        names.insert(one.get_name().to_string());
        for arg in one.get_arguments() {
            names.extend(arg.get_long().map(|long| format!("--{long}")));
            names.extend(arg.get_short().map(|short| format!("-{short}")));
            names.extend(arg.get_possible_values().iter().map(|value| value.get_name().to_string()));
        }
    }
    names
}

/// The words of a text that have Latin letters and are not among these.
pub(crate) fn latin<'t>(text: &'t str, allowed: &BTreeSet<String>) -> Vec<&'t str> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let words = text.split(|c: char| !is_part(c)).map(|word| word.trim_matches('.'));
    words
        .filter(|word| word.contains(|c: char| c.is_ascii_alphabetic()) && !allowed.contains(*word))
        .collect()
}

#[test]
fn chinese_help_needs_no_english() {
    let mut allowed = names();
    // Forms of files, a period and a code.
    let others = [
        "CSV",
        "JSON",
        "Parquet",
        "SARIF",
        "XLSX",
        "2011-Q2",
        "E0201",
        "2GB",
        "lab.samples",
        "samples.parquet",
        "xlsx",
    ];
    allowed.extend(others.map(String::from));
    let command = args::Args::command();
    let subs = command.get_subcommands().map(|sub| sub.get_name().to_string());
    let mut subs: Vec<String> = std::iter::once("dabiao".to_string()).chain(subs).collect();
    assert!(subs.len() > 7, "{subs:?}");
    for name in subs.drain(..) {
        let mut whole = localized(args::Args::command(), Language::Chinese);
        whole.build();
        let one = match name.as_str() {
            "dabiao" => &mut whole,
            _ => whole.find_subcommand_mut(&name).unwrap_or_else(|| panic!("no {name}")),
        };
        for help in [one.render_help(), one.render_long_help()] {
            let help = shown(&help.to_string(), Language::Chinese);
            assert_eq!(latin(&help, &allowed), [""; 0], "{name}:\n{help}");
            assert!(help.contains("用法：dabiao") && !help.contains("项:"), "{name}:\n{help}");
        }
    }
}

#[test]
fn the_test_finds_english() {
    assert_eq!(latin("用法：dabiao [OPTIONS]（可选：json、yaml）", &names()), ["OPTIONS", "yaml"]);
}
