//! `dabiao test`: the tests of rules.

use dabiao::{TestRun, Wording};

use crate::args::{Test, TestFormat};
use crate::exit::{Exit, Failure};
use crate::voice::Voice;
use crate::{output, rules};

pub(crate) fn run(args: &Test, voice: &Voice) -> Result<Exit, Failure> {
    let tests = rules::plan(&args.rules, &[], &[], voice)?.run_tests();
    let text = match args.format {
        TestFormat::Text => text(&tests, voice),
        TestFormat::Json => {
            let outcomes = tests.iter().map(|test| (test.title.as_str(), test.failures.as_slice()));
            dabiao::render_tests_json(outcomes, voice.language_for_programs())
        }
    };
    output::result(&text, None)?;
    Ok(if tests.iter().all(TestRun::has_passed) { Exit::Fine } else { Exit::Missed })
}

/// Every test that failed with what came out otherwise, and how many passed.
fn text(tests: &[TestRun], voice: &Voice) -> String {
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
    text
}
