//! Makes inspection records of a whole country: the same seed gives the same records.

mod country;
mod output;
mod record;

use std::fs;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};

use country::Country;
use output::Output;
use record::Maker;

/// Make inspection records of a whole country, and the file of its entities.
#[derive(Debug, Parser)]
struct Args {
    /// How many records
    #[arg(long, default_value_t = 100_000)]
    records: u64,
    /// The same seed gives the same records
    #[arg(long, default_value_t = 2025)]
    seed: u64,
    /// Of so many records one is faulty; 0 for none
    #[arg(long, default_value_t = 10_000)]
    faulty: u64,
    /// The form of the files
    #[arg(long, value_enum, default_value_t = Form::Parquet)]
    form: Form,
    /// The folder to write to
    #[arg(long)]
    out: PathBuf,
}

/// The form of files of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    Parquet,
    Csv,
    Jsonl,
}

fn main() -> ExitCode {
    match make(&Args::parse()) {
        Ok(faulty) => {
            println!("faulty records: {faulty}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Writes the records, a folder for each month, and says how many of them are faulty.
fn make(args: &Args) -> io::Result<u64> {
    let country = Country::new(args.seed);
    fs::create_dir_all(&args.out)?;
    fs::write(args.out.join("entities.csv"), country.entities())?;
    let mut maker = Maker::new(&country, args.seed, args.faulty);
    for month in 1..=12_u8 {
        let folder = args.out.join("samples").join(format!("month=2025-{month:02}"));
        fs::create_dir_all(&folder)?;
        let before = args.records.saturating_mul(u64::from(month).saturating_sub(1)).checked_div(12);
        let after = args.records.saturating_mul(u64::from(month)).checked_div(12);
        let count = after.zip(before).map_or(0, |(after, before)| after.saturating_sub(before));
        let mut output = Output::create(&folder, args.form, &country)?;
        for _ in 0..count {
            output.write(&maker.record(month))?;
        }
        output.close()?;
    }
    Ok(maker.faulty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(form: Form, seed: u64) -> (Vec<u8>, u64) {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().to_path_buf();
        let faulty = make(&Args { records: 6000, seed, faulty: 100, form, out: out.clone() }).unwrap();
        let first = fs::read_dir(out.join("samples/month=2025-03")).unwrap().next().unwrap().unwrap();
        (fs::read(first.path()).unwrap(), faulty)
    }

    #[test]
    fn the_same_seed_gives_the_same_records() {
        for form in [Form::Parquet, Form::Csv, Form::Jsonl] {
            assert_eq!(made(form, 1), made(form, 1));
            assert_ne!(made(form, 1).0, made(form, 2).0);
        }
    }

    #[test]
    fn faults_come_at_the_rate_that_is_asked_for() {
        let (csv, faulty) = made(Form::Csv, 1);
        assert!((30..=90).contains(&faulty), "{faulty} of 6000");
        assert_eq!(String::from_utf8(csv).unwrap().lines().count(), 501);
    }

    #[test]
    fn the_country_has_its_provinces_and_counties() {
        let entities = Country::new(1).entities();
        let provinces = entities.lines().filter(|line| line.ends_with(",province")).count();
        let counties = entities.lines().filter(|line| line.ends_with(",county")).count();
        assert_eq!((provinces, counties), (31, 2808));
    }
}
