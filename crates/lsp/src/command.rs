//! The commands that lenses call.

use dabiao_ide::{Lens, Task};
use lsp_types::{Command, Uri};
use serde_json::{Value, json};

const RUN_TESTS: &str = "dabiao.runTests";
const EVALUATE: &str = "dabiao.evaluate";

/// The commands that an editor may call: each with the name of a file of the plan, `dabiao.runTests` perhaps with the
/// title of a test behind it.
pub(crate) const COMMANDS: [&str; 2] = [RUN_TESTS, EVALUATE];

/// The call behind a lens.
pub(crate) fn call(lens: &Lens, uri: &Uri) -> Command {
    let (command, arguments) = match &lens.task {
        Task::Tests => (RUN_TESTS, vec![json!(uri)]),
        Task::Test(title) => (RUN_TESTS, vec![json!(uri), json!(title)]),
        Task::Evaluate => (EVALUATE, vec![json!(uri)]),
    };
    Command { title: lens.title.clone(), command: command.to_string(), arguments: Some(arguments) }
}

/// What a call asks for, and of which file; `None` for another command.
pub(crate) fn asked(command: &str, arguments: &[Value]) -> Option<(Uri, Task)> {
    let uri = serde_json::from_value(arguments.first()?.clone()).ok()?;
    let title = arguments.get(1).and_then(Value::as_str);
    let task = match (command, title) {
        (RUN_TESTS, None) => Task::Tests,
        (RUN_TESTS, Some(title)) => Task::Test(title.to_string()),
        (EVALUATE, _) => Task::Evaluate,
        _ => return None,
    };
    Some((uri, task))
}
