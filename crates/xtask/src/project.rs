//! Where the repository is, and how its tools are started.

use std::{
    env,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::error::Error;

/// The repository on this machine.
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// Finds the repository from what cargo tells a program it runs, so that the task may be called from any
    /// folder of the repository.
    pub(crate) fn find() -> Result<Self, Error> {
        let package = env::var_os("CARGO_MANIFEST_DIR")
            .map(PathBuf::from)
            .ok_or_else(|| Error::Usage("start this as `cargo xtask`".to_owned()))?;
        let root = package
            .ancestors()
            .nth(2)
            .ok_or_else(|| Error::unreadable("the place of the repository", package.display()))?;
        Ok(Self { root: root.to_path_buf() })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The cargo that started this task, in the root of the repository.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        command.args(arguments).current_dir(&self.root).stdin(Stdio::null());
        command
    }

    /// Runs `program` and gives what it printed; its complaints are part of the error.
    pub(crate) fn ask(&self, mut command: Command) -> Result<String, Error> {
        let called = call_of(&command);
        command.current_dir(&self.root).stdin(Stdio::null());
        let output = command.output().map_err(Error::io(format!("run `{called}`")))?;
        if !output.status.success() {
            let complaint = String::from_utf8_lossy(&output.stderr);
            return Err(Error::Failed(format!("`{called}` failed: {}", complaint.trim())));
        }
        String::from_utf8(output.stdout)
            .map_err(|error| Error::unreadable(format!("the answer of `{called}`"), error))
    }
}

/// A command as a person would type it.
pub(crate) fn call_of(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    std::iter::once(program)
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_holds_the_workspace() {
        assert!(Project::find().unwrap().root().join("Cargo.lock").is_file());
    }

    #[test]
    fn a_tool_that_fails_is_an_error_with_its_own_words() {
        let project = Project::find().unwrap();
        let error = project.ask(project.cargo(&["no-such-command-here"])).unwrap_err().to_string();
        assert!(error.starts_with("`cargo no-such-command-here` failed: error: no such command"), "{error}");
    }
}
