//! The C library: a program in C under valgrind, and one in Java over the same file.

use std::{path::Path, process::Command};

use super::{corpus, page::Page};
use crate::{
    error::Error,
    project::{Project, call_of},
    screen, step,
};

/// Warnings of the compiler that fail the build of our programs.
const STRICT: &[&str] = &["-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-g"];

/// The page that shows how the library is used.
const PAGE: &str = "docs/c.md";

pub(super) fn run(project: &Project) -> Result<(), Error> {
    let build = ["build", "--package", "dabiao-bindings", "--features", "c,planted-panic"];
    step::tool(project.cargo(&build))?;
    step::tool(project.cargo(&[
        "test",
        "--package",
        "dabiao-bindings",
        "--features",
        "c,planted-panic",
        "--test",
        "panic",
    ]))?;
    let place = super::folder(project, "c")?;
    // Java and other tests build the same crate with other features, so this one is kept beside them.
    super::copy(&project.root().join("target/debug/libdabiao_bindings.so"), &place.join("libdabiao.so"))?;
    let answers = super::empty(project, "answers/c")?;
    page(project, &place)?;
    program(&super::source(project, "outside/border.c"), &place, project, &[])?;
    let cases = super::source(project, "cases");
    program(&super::source(project, "outside/cases.c"), &place, project, &[&cases, &answers])?;
    corpus::compare(project, "C", &answers)?;
    let answers = super::empty(project, "answers/java")?;
    let mut java = Command::new("java");
    java.args(["-cp", "/usr/share/java/jna.jar"]).arg(super::source(project, "outside/Cases.java"));
    java.arg(place.join("libdabiao.so")).arg(super::source(project, "cases")).arg(&answers);
    java.env("RUST_BACKTRACE", "0");
    step::tool(java)?;
    corpus::compare(project, "Java", &answers)
}

/// The program that the page on C shows, and what the page says that it prints.
fn page(project: &Project, place: &Path) -> Result<(), Error> {
    let page = Page::read(project, PAGE, "c")?;
    let source = place.join("page.c");
    page.write(&source)?;
    page.compare(&program(&source, place, project, &[])?)
}

/// Builds a program against the header and the library, and runs it under valgrind: a wrong access or a leak fails.
fn program(source: &Path, place: &Path, project: &Project, arguments: &[&Path]) -> Result<String, Error> {
    let built = place.join(source.file_stem().unwrap_or_default());
    let mut gcc = Command::new("gcc");
    gcc.args(STRICT).arg("-I").arg(super::source(project, "c")).arg(source);
    gcc.arg("-o").arg(&built).arg("-L").arg(place).args(["-ldabiao", "-lpthread"]);
    gcc.arg(format!("-Wl,-rpath,{}", place.display()));
    step::tool(gcc)?;
    let mut valgrind = Command::new("valgrind");
    // What is only possibly lost are the tables of the message catalogues, which live as long as the program: their
    // pointers lead into the middle of what was allocated.
    valgrind.args(["--quiet", "--leak-check=full", "--show-leak-kinds=definite,indirect"]);
    valgrind.args(["--errors-for-leak-kinds=definite,indirect", "--error-exitcode=9"]);
    // Reading debug information of the whole library takes longer than the program.
    valgrind.arg("--read-inline-info=no").arg(&built).args(arguments).env("RUST_BACKTRACE", "0");
    screen::say(&format!("    {}", call_of(&valgrind)));
    project.ask(valgrind)
}
