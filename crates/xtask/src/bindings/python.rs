//! The Python wheel: built, installed into an environment of its own, and used from there.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{debian, error::Error, project::Project, screen, step, tally::Tally};

pub(super) fn run(project: &Project) -> Result<Tally, Error> {
    // The profile of the tests, so that the crates below need not be built twice.
    let python = install(project, "dev", "python,planted-panic")?;
    let outside = super::source(project, "outside");
    let mut tests = Command::new(&python);
    tests.args(["-m", "pytest", "-q", "-p", "no:cacheprovider", "--doctest-modules", "--pyargs", "dabiao"]);
    tests.args(["--doctest-glob=*.md", "README.md", "docs/python.md"]);
    tests.arg(&outside).env("PYTHONDONTWRITEBYTECODE", "1").env("RUST_BACKTRACE", "0");
    step::tool(tests.current_dir_of(project))?;
    // The package as its users' type checkers see it: from the environment, by its `py.typed` and stubs.
    let mut types = in_environment(&python, "mypy");
    types.args(["--strict", "--cache-dir"]).arg(super::folder(project, "mypy")?);
    types.args(["--package", "dabiao"]).current_dir(&outside);
    step::tool(types)?;
    let mut uses = in_environment(&python, "mypy");
    uses.args(["--strict", "--cache-dir"]).arg(super::folder(project, "mypy")?);
    uses.arg("typed.py").current_dir(&outside);
    step::tool(uses)
}

/// Builds the wheel by a profile and installs it; gives the interpreter that has it.
pub(super) fn install(project: &Project, profile: &str, features: &str) -> Result<PathBuf, Error> {
    let python = environment(project)?;
    let wheels = super::empty(project, "wheels")?;
    let mut maturin = in_environment(&python, "maturin");
    maturin.args(["build", "--quiet", "--profile", profile, "--features", features]);
    maturin.arg("--manifest-path").arg(super::source(project, "Cargo.toml")).arg("--out").arg(&wheels);
    step::tool(maturin.current_dir_of(project))?;
    let listed = fs::read_dir(&wheels).map_err(Error::io("list the wheels"))?;
    let wheel = listed.flatten().map(|entry| entry.path()).next();
    let wheel = wheel.ok_or_else(|| Error::Failed("maturin made no wheel".to_owned()))?;
    let mut install = Command::new(&python);
    install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]);
    install.arg("--force-reinstall").arg(wheel);
    step::tool(install)?;
    Ok(python)
}

/// The interpreter of the environment, which is made where it is not there or its list of packages is another.
fn environment(project: &Project) -> Result<PathBuf, Error> {
    let list = super::source(project, "outside/requirements.txt");
    let place = super::folder(project, "python")?;
    let (python, mark) = (place.join("bin/python"), place.join("installed.txt"));
    let wanted = fs::read(&list).map_err(Error::io(format!("read {}", list.display())))?;
    if python.is_file() && fs::read(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    screen::say("installing the Python packages of the tests");
    let make = || {
        let mut make = Command::new("python3");
        make.args(["-m", "venv"]).arg(&place);
        make
    };
    if step::tool(make()).is_err() {
        debian::packages(&["python3-venv"])?;
        step::tool(make())?;
    }
    let mut install = Command::new(&python);
    install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]);
    step::tool({
        install.arg(&list);
        install
    })?;
    super::copy(&list, &mark)?;
    Ok(python)
}

fn in_environment(python: &Path, program: &str) -> Command {
    let folder = python.parent().unwrap_or(Path::new("."));
    let mut command = Command::new(folder.join(program));
    if let Some(environment) = folder.parent() {
        command.env("VIRTUAL_ENV", environment);
    }
    command
}

trait AtRoot {
    fn current_dir_of(self, project: &Project) -> Self;
}

impl AtRoot for Command {
    fn current_dir_of(mut self, project: &Project) -> Command {
        self.current_dir(project.root());
        self
    }
}
