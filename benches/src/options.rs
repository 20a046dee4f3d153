//! The command line.

use std::path::PathBuf;

use crate::engine::Fault;

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Options {
    /// Fewer rounds over less data.
    pub(crate) quick: bool,
    /// Only these workloads.
    pub(crate) workloads: Vec<String>,
    /// Where `results.md` and `results.json` are written.
    pub(crate) output: Option<PathBuf>,
    /// Compares with the recorded floors.
    pub(crate) check: bool,
    /// Runs one workload of dabiao so many times and measures nothing: callgrind counts.
    pub(crate) repeat: Option<usize>,
    /// Gets an engine ready for so many blocks and prints the peak of the memory.
    pub(crate) peak: Option<(String, usize)>,
    /// Judges so many rows and prints the peak of the memory.
    pub(crate) peak_batch: Option<(String, usize)>,
}

pub(crate) const HELP: &str = "\
Options:
  --quick             fewer rounds over less data
  --workload NAME     only this workload; may be given several times
  --output FOLDER     write results.md and results.json there
  --check             compare dabiao with benches/floors.toml, and fail where it is slower
  --repeat TURNS      run the workload of dabiao so often, and time nothing
  --peak ENGINE N     get ready for N blocks of forty targets, and print the peak of the memory in KiB
  --peak-batch ONE N  judge N rows, and print the peak of the memory in KiB
";

impl Options {
    pub(crate) fn read(arguments: impl Iterator<Item = String>) -> Result<Options, Fault> {
        let mut options = Options::default();
        let mut arguments = arguments;
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or_else(|| format!("`{argument}` needs a value\n{HELP}"));
            match argument.as_str() {
                "--quick" => options.quick = true,
                "--check" => options.check = true,
                "--workload" => options.workloads.push(value()?),
                "--output" => options.output = Some(value()?.into()),
                "--repeat" => options.repeat = Some(value()?.parse()?),
                "--peak" => options.peak = Some((value()?, value()?.parse()?)),
                "--peak-batch" => options.peak_batch = Some((value()?, value()?.parse()?)),
                other => return Err(format!("unknown option `{other}`\n{HELP}").into()),
            }
        }
        Ok(options)
    }

    pub(crate) fn wants(&self, workload: &str) -> bool {
        self.workloads.is_empty() || self.workloads.iter().any(|name| name == workload)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Options, Fault> {
        Options::read(line.split_whitespace().map(str::to_string))
    }

    #[test]
    fn options_are_read() {
        let options = read("--quick --workload json --workload ready --peak dabiao 10").unwrap();
        assert!(options.quick && options.wants("json") && !options.wants("verdicts"));
        assert_eq!(options.peak, Some(("dabiao".to_string(), 10)));
        assert!(read("").unwrap().wants("verdicts"));
    }

    #[test]
    fn a_wrong_call_is_refused() {
        for line in ["--quik", "--workload", "--repeat many", "--peak dabiao"] {
            assert!(read(line).is_err(), "{line}");
        }
    }
}
