//! Sources that a test writes.

use std::path::Path;

use dabiao::{Plan, RecordAsk, RecordTallies};
use dabiao_records::{Options, Source, Taken};

/// Takes a file together.
pub(crate) fn take(plan: &Plan, ask: &RecordAsk, path: &Path) -> Taken {
    let source = Source::open(path.to_str().unwrap()).unwrap();
    let options = Options { threads: 2, ..Options::default() };
    dabiao_records::take(plan.checked(), ask, &source, &options).unwrap_or_else(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{}", faults.join("\n"))
    })
}

/// Takes a file together of which every record can be used.
pub(crate) fn tallies(plan: &Plan, ask: &RecordAsk, path: &Path) -> RecordTallies {
    let taken = take(plan, ask, path);
    assert!(taken.refused.is_empty(), "{:?}", taken.refused);
    taken.tallies
}
