//! Databases and parsers that come as Python packages.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

/// Runs statements in a database, and gives the rows of each query, every cell as a text.
pub(crate) fn run(database: &str, setup: &[String], queries: &[String]) -> Vec<Vec<Vec<Option<String>>>> {
    serde_json::from_value(answer(database, setup, queries)).unwrap()
}

/// Parses queries by a parser that is not DataFusion's, and gives the trees.
pub(crate) fn parse(dialect: &str, queries: &[String]) -> Vec<String> {
    serde_json::from_value(answer(dialect, &[], queries)).unwrap()
}

fn answer(database: &str, setup: &[String], queries: &[String]) -> Value {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/databases.py");
    let mut command = Command::new(python());
    command.arg(script).arg(database).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let work = json!({ "setup": setup, "queries": queries });
    child.stdin.take().unwrap().write_all(work.to_string().as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{database}: {said}\n{}", queries.join(";\n"));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A Python of its own with the packages of `requirements.txt`, which `cargo xtask setup` installs and which is
/// installed here where it is not there.
fn python() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let wanted = fs::read_to_string(root.join("tests/requirements.txt")).unwrap();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../python");
    fs::create_dir_all(&folder).unwrap();
    let lock = File::create(folder.join("lock")).unwrap();
    lock.lock().unwrap();
    let (python, mark) = (folder.join("bin/python"), folder.join("installed.txt"));
    if fs::read_to_string(&mark).is_ok_and(|installed| installed == wanted) {
        return python;
    }
    let run = |command: &mut Command| {
        let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
        assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    run(Command::new("python3").args(["-m", "venv"]).arg(&folder));
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"];
    run(Command::new(&python).args(install).arg(root.join("tests/requirements.txt")));
    fs::write(mark, wanted).unwrap();
    python
}
