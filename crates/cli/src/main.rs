//! The `dabiao` command: reads rules and data, prints verdicts. All judging is the library's.

mod args;
mod commands;
mod data;
mod exit;
mod output;
mod rules;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};
use exit::Exit;

fn main() -> ExitCode {
    let args = Args::parse();
    let exit = match &args.command {
        Command::Check(check) => commands::check::run(check),
        Command::Eval(eval) => commands::eval::run(eval),
        Command::Explain(explain) => commands::explain::run(explain),
        Command::Targets(targets) => commands::targets::run(targets),
        Command::Init(init) => commands::init::run(init),
    };
    exit.unwrap_or_else(|failure| {
        output::complain(&failure);
        failure.exit
    })
    .into()
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit.status())
    }
}
