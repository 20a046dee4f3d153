//! `.ci/run` takes its command from the README, and says what is wrong where it cannot.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Command, Output},
};

/// Runs a copy of the script in a repository with this README and a cargo that ends with `status`.
fn run(readme: Option<&str>, status: i32) -> Output {
    let repository = tempfile::tempdir().unwrap();
    let root = repository.path();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.ci/run");
    fs::create_dir_all(root.join(".ci")).unwrap();
    fs::copy(script, root.join(".ci/run")).unwrap();
    if let Some(readme) = readme {
        fs::write(root.join("README.md"), readme).unwrap();
    }

    let cargo = root.join("home/bin/cargo");
    fs::create_dir_all(root.join("home/bin")).unwrap();
    fs::write(&cargo, format!("#!/bin/sh\necho \"cargo got: $* in $(basename \"$PWD\")\"\nexit {status}\n"))
        .unwrap();
    fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755)).unwrap();

    Command::new("bash")
        .arg(root.join(".ci/run"))
        .env("CARGO_HOME", root.join("home"))
        .env("CI", "true")
        .current_dir(root.join("home"))
        .output()
        .unwrap()
}

fn check(readme: Option<&str>, wanted: &str) {
    let output = run(readme, 0);
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), complaint.trim_end()), (Some(1), wanted));
}

#[test]
fn the_command_of_the_readme_is_run_at_the_root() {
    let readme =
        "# x\n\n```sh\ncargo build\ncargo xtask test\n```\n\nand again\n\n```sh\ncargo xtask test\n```\n";
    let output = run(Some(readme), 0);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.starts_with("from README.md: cargo xtask test\ncargo got: xtask test in "), "{said}");
    assert!(!said.trim_end().ends_with("/home"), "{said}");
}

#[test]
fn a_failure_is_handed_on() {
    assert_eq!(run(Some("```sh\ncargo xtask test\n```\n"), 3).status.code(), Some(3));
}

#[test]
fn a_readme_without_one_clear_command_is_refused() {
    check(None, ".ci/run: README.md is missing");
    let none = ".ci/run: README.md has no fenced block with the line 'cargo xtask test'";
    check(Some("cargo xtask test\n"), none);
    check(Some("```sh\ncargo xtask tests\n```\n"), none);
    check(
        Some("```sh\ncargo xtask test\ncargo xtask test --fast\n```\n"),
        ".ci/run: README.md has several test commands: cargo xtask test; cargo xtask test --fast;",
    );
}
