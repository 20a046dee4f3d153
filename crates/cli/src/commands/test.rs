//! `dabiao test`: the tests of rules.

use dabiao::{TestRun, Wording};

use crate::args::Test;
use crate::exit::{Exit, Failure};
use crate::voice::Voice;
use crate::{output, rules};

pub(crate) fn run(args: &Test, voice: &Voice) -> Result<Exit, Failure> {
    let tests = rules::plan(&args.rules, &[], &[], voice)?.run_tests();
    let failed: Vec<&TestRun> = tests.iter().filter(|test| !test.has_passed()).collect();
    let say = |wording: Wording| wording.text(voice.language()).into_owned();
    let mut text = String::new();
    for test in &failed {
        text.push_str(&say(Wording::about("tests-failure", "title", &test.title)));
        text.push('\n');
        text.push_str(&dabiao::render_diagnostics(&test.failures, voice.language(), output::style_for(None)));
        text.push('\n');
    }
    let summary = match (tests.len(), failed.len()) {
        (0, _) => Wording::word("tests-none"),
        (count, 0) => Wording::about("tests-passed", "count", count),
        (count, failed) => Wording::about("tests-failed", "count", count).with("failed", failed),
    };
    text.push_str(&say(summary));
    text.push('\n');
    output::result(&text, None)?;
    Ok(if failed.is_empty() { Exit::Fine } else { Exit::Missed })
}
