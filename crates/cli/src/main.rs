//! The `dabiao` command: reads rules and data, prints verdicts. All judging is the library's.

mod args;
mod call;
mod commands;
mod data;
mod document;
mod exit;
mod help;
mod output;
mod rules;
mod tables;
mod voice;

use std::process::ExitCode;

use args::Command;
use exit::Exit;
use voice::Voice;

fn main() -> ExitCode {
    let args = match call::read() {
        Ok(args) => args,
        Err(status) => return status,
    };
    let voice = Voice::new(args.lang.map(args::Lang::language));
    let exit = match &args.command {
        Command::Check(check) => commands::check::run(check, &voice),
        Command::Eval(eval) => commands::eval::run(eval, &voice),
        Command::Explain(explain) => commands::explain::run(explain, &voice),
        Command::Report(report) => commands::report::run(report, &voice),
        Command::Targets(targets) => commands::targets::run(targets, &voice),
        Command::Fmt(fmt) => commands::fmt::run(fmt),
        Command::Test(test) => commands::test::run(test, &voice),
        Command::WhatIf(what_if) => commands::what_if::run(what_if, &voice),
        Command::Compile(compile) => commands::compile::run(compile, &voice),
        Command::Diff(diff) => commands::diff::run(diff, &voice),
        Command::Sql(sql) => commands::sql::run(sql, &voice),
        Command::Template(template) => commands::template::run(template, &voice),
        Command::Init(init) => commands::init::run(init, &voice),
        Command::Lsp(_) => commands::lsp::run(&voice),
    };
    exit.unwrap_or_else(|failure| {
        output::complain(&failure, &voice);
        failure.exit
    })
    .into()
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit.status())
    }
}
