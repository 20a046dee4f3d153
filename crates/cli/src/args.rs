//! The words of the command line.

use std::path::{Path, PathBuf};

use clap::{Parser, Subcommand, ValueEnum};
use dabiao::Language;

/// Judge data against quality targets, exactly.
#[derive(Debug, Parser)]
#[command(name = "dabiao", version, about, max_term_width = 100)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// The language of messages and reports; otherwise the plan's own, then that of the environment
    #[arg(long, value_enum, global = true)]
    pub(crate) lang: Option<Lang>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Look for faults in rules
    Check(Check),
    /// Judge data against rules
    ///
    /// Ends with 0 where nothing is missed, 1 where a target is missed, 2 where the rules or the call are wrong,
    /// 3 where the data are wrong, 4 where nothing is missed yet something is unknown, uncertain or in error.
    Eval(Eval),
    /// Explain one verdict, or one diagnostic code
    Explain(Explain),
    /// Show a report that was written as JSON in another form, or hold it against an earlier one
    ///
    /// Ends as the evaluation of the report did: with 0 where nothing is missed, 1 where a target is missed, 4 where nothing
    /// is missed yet something is unknown, uncertain or in error; with 2 where a report cannot be read.
    Report(Reported),
    /// List what rules ask for, without data
    Targets(Targets),
    /// Write rules in their canonical form
    ///
    /// Files are written in place; standard input goes to standard output. Ends with 1 where `--check` finds a file
    /// that would change, and with 2 where a file cannot be read or has errors; such a file is left as it is.
    Fmt(Fmt),
    /// Run the `test` items of rules
    ///
    /// Ends with 0 where every test passes, 1 where one fails, 2 where the rules or the call are wrong.
    Test(Test),
    /// Tell what would turn verdicts: the smallest change that meets each missed target, or what a change does
    ///
    /// With `--set` it tells which verdicts turn, with `--vary` where they turn. Ends with 0 where no target is missed
    /// or no verdict turns, 1 where one is or does, 2 where the rules or the call are wrong, 3 where the data are wrong.
    WhatIf(WhatIf),
    /// Tell what a new version of a plan changes
    ///
    /// Each target that is tightened, loosened or reinterpreted is shown with values that one version accepts and the
    /// other refuses. Ends with 0 where nothing that is judged or answered for is different, 1 where something is, 2
    /// where the rules or the call are wrong.
    Diff(Diff),
    /// Check rules once and store the plan in a file, to be named in their place
    ///
    /// The file holds the rules too. It is used only as it was written, by the version that wrote it.
    Compile(Compile),
    /// Write the queries that compute the metrics of a plan's tables in a database
    Sql(Sql),
    /// Write a workbook to be filled in with the values that are still missing
    ///
    /// One row for each value that a verdict needs and the data do not have, with title, unit, clause and what may be filled
    /// in. Filled in, it is named behind `--data` beside them.
    Template(Template),
    /// Begin a plan in a new folder
    Init(Init),
    /// Serve an editor over standard input and output
    Lsp(Lsp),
}

#[derive(Debug, clap::Args)]
pub(crate) struct Check {
    /// Rule files and folders; `-` is standard input
    #[arg(required = true)]
    pub(crate) rules: Vec<PathBuf>,
    /// The form of the diagnostics: text on standard error, or JSON or SARIF on standard output
    #[arg(long, value_enum, default_value_t = DiagnosticsFormat::Text)]
    pub(crate) format: DiagnosticsFormat,
    /// Name the questions about targets that were not decided, on standard error
    #[arg(long)]
    pub(crate) verbose: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Template {
    /// Rule files and folders; `-` is standard input
    #[arg(required = true)]
    pub(crate) rules: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) question: Question,
    /// The workbook to write, for example fill-in.xlsx
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Eval {
    /// Rule files and folders; `-` is standard input
    #[arg(required_unless_present = "expression")]
    pub(crate) rules: Vec<PathBuf>,
    /// A condition to judge, instead of or beside rule files
    #[arg(short, long)]
    pub(crate) expression: Vec<String>,
    #[command(flatten)]
    pub(crate) question: Question,
    /// The form of the report; otherwise the one that the name of the output file tells, else text
    #[arg(long, value_enum)]
    pub(crate) format: Option<ReportFormat>,
    /// Write the report to a file
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// An earlier report, as JSON, to tell what has moved since: in text, Markdown and HTML
    #[arg(long, value_name = "REPORT")]
    pub(crate) against: Option<PathBuf>,
    /// End with 1 where one of these verdicts or flags occurs, and with 0 otherwise: missed,unknown,at_risk
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    pub(crate) fail_on: Option<Vec<String>>,
}

/// What is asked of which data.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Question {
    /// CSV, JSON, JSON lines and XLSX files with metrics; a table with the columns entity and parent is an entity tree
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub(crate) data: Vec<PathBuf>,
    /// The records of a table of the rules: a CSV, JSON, JSON lines, XLSX or Parquet file, a folder of them, or postgres://…,
    /// for example market_samples=samples.parquet
    #[arg(long, value_name = "NAME=SOURCE")]
    pub(crate) table: Vec<String>,
    /// Give no verdict where more records of a table cannot be used
    #[arg(long, value_name = "COUNT")]
    pub(crate) max_bad_rows: Option<u64>,
    /// Memory for taking records together, before the disk is used, for example 512MB; 2GB where none is given
    #[arg(long, value_name = "SIZE")]
    pub(crate) memory: Option<String>,
    /// One metric's value, for example market_sampling.pass_rate=92.4%
    #[arg(long, value_name = "METRIC=VALUE")]
    pub(crate) set: Vec<String>,
    /// The day to judge for, YYYY-MM-DD; today where none is given
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    /// The period to judge, for example 2011 or 2011-Q2
    #[arg(long, value_name = "PERIOD")]
    pub(crate) period: Option<String>,
    /// The entity to judge; every entity of the data where none is given
    #[arg(long, value_name = "ENTITY")]
    pub(crate) entity: Option<String>,
    /// Another value for an assumption, for example substantial=30%
    #[arg(long, value_name = "NAME=VALUE")]
    pub(crate) assume: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct WhatIf {
    /// Rule files and folders; `-` is standard input
    #[arg(required = true)]
    pub(crate) rules: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) question: Question,
    /// All values of an assumption between two, for example substantial=10%..40%
    #[arg(long, value_name = "NAME=FROM..TO")]
    pub(crate) vary: Vec<String>,
    /// The form of the answer
    #[arg(long, value_enum, default_value_t = TextOrJson::Text)]
    pub(crate) format: TextOrJson,
    /// Write the answer to a file
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Compile {
    /// Rule files and folders; `-` is standard input
    #[arg(required = true)]
    pub(crate) rules: Vec<PathBuf>,
    /// The file to write
    #[arg(short, long, value_name = "FILE", required = true)]
    pub(crate) output: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Diff {
    /// The old version: a rule file or a folder; `-` is standard input
    pub(crate) old: PathBuf,
    /// The new version: a rule file or a folder; `-` is standard input
    pub(crate) new: PathBuf,
    /// The form of the answer
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub(crate) format: DiffFormat,
    /// Write the answer to a file
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Explain {
    /// A target's id, or a diagnostic code such as E0201
    pub(crate) subject: String,
    /// Rule files and folders, for a target
    pub(crate) rules: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) question: Question,
    /// The form of the answer
    #[arg(long, value_enum, default_value_t = TextOrJson::Text)]
    pub(crate) format: TextOrJson,
    /// Write the answer to a file
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Reported {
    /// A report that `dabiao eval --format json` has written; `-` is standard input
    pub(crate) report: PathBuf,
    /// An earlier report to hold it against
    #[arg(long, value_name = "REPORT")]
    pub(crate) against: Option<PathBuf>,
    /// The form of the report; otherwise the one that the name of the output file tells, else text
    #[arg(long, value_enum)]
    pub(crate) format: Option<ReportFormat>,
    /// Write the report to a file
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Targets {
    /// Rule files and folders; `-` is standard input
    #[arg(required = true)]
    pub(crate) rules: Vec<PathBuf>,
    /// The form of the list
    #[arg(long, value_enum, default_value_t = TargetsFormat::Text)]
    pub(crate) format: TargetsFormat,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Fmt {
    /// Rule files, and folders with all rule files in them; `-` is standard input
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// Write nothing, and name what would change
    #[arg(long)]
    pub(crate) check: bool,
    /// Write keywords, signs and dates in this language; otherwise each file keeps its own
    #[arg(long, value_enum)]
    pub(crate) to: Option<Lang>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Test {
    /// Rule files and folders; `-` is standard input
    #[arg(required = true)]
    pub(crate) rules: Vec<PathBuf>,
    /// The form of what is shown
    #[arg(long, value_enum, default_value_t = TestFormat::Text)]
    pub(crate) format: TestFormat,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Sql {
    /// Rule files and folders; `-` is standard input
    #[arg(required = true)]
    pub(crate) rules: Vec<PathBuf>,
    /// The database that is to answer
    #[arg(long, value_enum)]
    pub(crate) dialect: Dialect,
    /// The table of the database that holds a table of the rules, for example market_samples=lab.samples
    #[arg(long, value_name = "NAME=TABLE")]
    pub(crate) table: Vec<String>,
    /// The day to judge for, YYYY-MM-DD; records dated later are then refused
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    /// The period to judge, for example 2011 or 2011-Q2
    #[arg(long, value_name = "PERIOD")]
    pub(crate) period: Option<String>,
    /// Another value for an assumption, for example substantial=30%
    #[arg(long, value_name = "NAME=VALUE")]
    pub(crate) assume: Vec<String>,
    /// Write the queries to a file
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// The databases that queries are written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Dialect {
    Postgres,
    Duckdb,
    Spark,
    Sqlite,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Lsp {
    /// Standard input and output, which are always used; some editors name them
    #[arg(long, hide = true)]
    pub(crate) stdio: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Init {
    /// The folder to begin the plan in
    pub(crate) dir: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    En,
    Zh,
}

impl Lang {
    pub(crate) fn language(self) -> Language {
        match self {
            Lang::En => Language::English,
            Lang::Zh => Language::Chinese,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TextOrJson {
    Text,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiagnosticsFormat {
    Text,
    Json,
    Sarif,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TestFormat {
    Text,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    Text,
    Json,
    Markdown,
    Html,
    Junit,
    Csv,
    Xlsx,
}

impl ReportFormat {
    /// The form that the name of a file tells.
    pub(crate) fn of_file(path: &Path) -> Option<ReportFormat> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "txt" => Some(ReportFormat::Text),
            "json" => Some(ReportFormat::Json),
            "md" => Some(ReportFormat::Markdown),
            "html" | "htm" => Some(ReportFormat::Html),
            "xml" => Some(ReportFormat::Junit),
            "csv" => Some(ReportFormat::Csv),
            "xlsx" => Some(ReportFormat::Xlsx),
            _ => None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TargetsFormat {
    Text,
    Json,
    Csv,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    Text,
    Json,
    Markdown,
}
