//! Help in the language of whoever asks, from the catalogue.

use std::ffi::OsString;

use clap::{Arg, ArgAction, Command};
use dabiao::{Language, Wording};
use dabiao_model::{Args, message};

/// What stands above the parts of a help.
const HEADINGS: [&str; 3] = ["help-commands", "help-arguments", "help-options"];

/// Help and version stand last, behind what commands have of their own.
const LAST: usize = 1000;

/// The command with every text of its help in one language.
///
/// The derive says what can be called and how it is read; the catalogue says all that people see: `help-COMMAND` for
/// a command and `arg-NAME` for an argument, or `arg-COMMAND-NAME` where it means something of its own there.
pub(crate) fn localized(command: Command, language: Language) -> Command {
    let words = Words { language };
    let command = words.of_command(command, "dabiao");
    command.mut_subcommands(|sub| {
        let name = sub.get_name().to_string();
        words.of_command(sub, &name)
    })
}

/// `dabiao help eval` asks for what `dabiao eval --help` shows.
pub(crate) fn spelt_out(mut words: Vec<OsString>) -> Vec<OsString> {
    let mut at = 1;
    while let Some(word) = words.get(at) {
        let text = word.to_string_lossy();
        if text == "help" {
            words.remove(at);
            words.push("--help".into());
            return words;
        }
        // The language may stand before the command, with its value behind it.
        let taken: usize = match text.as_ref() {
            "--lang" => 2,
            option if option.starts_with('-') => 1,
            _ => return words,
        };
        at = at.saturating_add(taken);
    }
    words
}

/// A help as it is shown: the library of the command line ends a heading in a colon of its own.
pub(crate) fn shown(help: &str, language: Language) -> String {
    HEADINGS.iter().fold(help.to_string(), |help, id| {
        let heading = Wording::word(id).text(language).into_owned();
        let ended = Wording::about("help-heading", "heading", heading.as_str()).text(language).into_owned();
        help.replace(&format!("{heading}:"), &ended)
    })
}

/// How the command is called that a call most likely means.
pub(crate) fn usage_of(command: &Command, words: &[OsString]) -> String {
    let words = words.iter().skip(1).filter_map(|word| word.to_str());
    let named = words.into_iter().find_map(|word| command.find_subcommand(word));
    let mut meant = named.unwrap_or(command).clone();
    let usage = meant.render_usage().to_string();
    usage.strip_prefix("Usage: ").unwrap_or(&usage).to_string()
}

/// The catalogue of one language.
#[derive(Debug, Clone, Copy)]
struct Words {
    language: Language,
}

impl Words {
    fn of_command(self, command: Command, name: &str) -> Command {
        let id = format!("help-{name}");
        let about = self.find(&id, None).unwrap_or_default();
        let long = self.find(&id, Some("long")).map(|long| format!("{about}\n\n{long}"));
        let words = self.word("help-options");
        let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).display_order(LAST);
        let command = command.disable_help_flag(true).disable_help_subcommand(true).arg(help);
        let command = if name == "dabiao" {
            let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
            command.disable_version_flag(true).arg(version.display_order(LAST))
        } else {
            command
        };
        let command = command
            .about(about)
            .mut_args(|arg| self.of_argument(arg, name))
            .subcommand_value_name(self.word("help-command"))
            .subcommand_help_heading(self.word("help-commands"));
        let command = match long {
            Some(long) => command.long_about(long),
            None => command,
        };
        let usage = self.usage(&command, name, &words);
        let template =
            format!("{{about-with-newline}}\n{}{{usage}}\n\n{{all-args}}", self.word("help-usage"));
        command.override_usage(usage).help_template(template)
    }

    fn of_argument(self, arg: Arg, command: &str) -> Arg {
        let name = arg.get_id().to_string();
        let own = format!("arg-{command}-{name}").replace('_', "-");
        let general = format!("arg-{name}").replace('_', "-");
        let find = |attribute| self.find(&own, attribute).or_else(|| self.find(&general, attribute));
        let mut help = find(None).unwrap_or_default();
        let takes_value = matches!(arg.get_action(), ArgAction::Set | ArgAction::Append);
        let list = |values: Vec<String>| Wording::list(values).text(self.language).into_owned();
        let possible: Vec<String> = if takes_value {
            arg.get_possible_values().iter().map(|value| value.get_name().to_string()).collect()
        } else {
            Vec::new()
        };
        if !possible.is_empty() {
            help.push_str(&self.say("help-values", "values", &list(possible)));
        }
        let default: Vec<String> =
            arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
        if takes_value && !default.is_empty() {
            help.push_str(&self.say("help-default", "value", &list(default)));
        }
        let heading = if arg.is_positional() { "help-arguments" } else { "help-options" };
        let arg = arg.help_heading(self.word(heading)).help(help);
        if !takes_value {
            return arg;
        }
        // Both stand in the help already, in its own language.
        let arg = arg.hide_possible_values(true).hide_default_value(true);
        match find(Some("value")) {
            Some(value) => arg.value_name(value),
            None => arg,
        }
    }

    /// `dabiao eval [options] [RULES]...`
    fn usage(self, command: &Command, name: &str, options: &str) -> String {
        let mut words = vec!["dabiao".to_string()];
        if name != "dabiao" {
            words.push(name.to_string());
        }
        words.push(format!("[{options}]"));
        if command.has_subcommands() {
            words.push(format!("<{}>", self.word("help-command")));
        }
        for arg in command.get_positionals() {
            let name = arg.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
            let name = name.unwrap_or_else(|| arg.get_id().to_string());
            let is_many = matches!(arg.get_action(), ArgAction::Append);
            let many = if is_many { "..." } else { "" };
            words.push(if arg.is_required_set() {
                format!("<{name}>{many}")
            } else {
                format!("[{name}]{many}")
            });
        }
        words.join(" ")
    }

    fn find(self, id: &str, attribute: Option<&str>) -> Option<String> {
        message(self.language, id, attribute, &Args::new())
    }

    fn word(self, id: &'static str) -> String {
        Wording::word(id).text(self.language).into_owned()
    }

    fn say(self, id: &'static str, name: &'static str, value: &str) -> String {
        Wording::about(id, name, value).text(self.language).into_owned()
    }
}

#[cfg(test)]
pub(crate) mod tests;
