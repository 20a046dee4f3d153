//! The answers of one language, held against those of the corpus.

use std::{fs, path::Path};

use crate::{error::Error, project::Project, screen};

/// Compares `NAME.json` in a folder with the answer of each case, byte for byte.
pub(super) fn compare(project: &Project, language: &str, answers: &Path) -> Result<(), Error> {
    let cases = super::source(project, "cases");
    let listed = fs::read_dir(&cases).map_err(Error::io(format!("read {}", cases.display())))?;
    let mut names: Vec<String> =
        listed.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    let differing: Vec<&str> =
        names.iter().map(String::as_str).filter(|name| !is_same(&cases, answers, name)).collect();
    if names.is_empty() || !differing.is_empty() {
        let list = differing.join(", ");
        return Err(Error::Failed(format!("{language}: other answers than the corpus has: {list}")));
    }
    screen::say(&format!("    {language}: {} cases, the same bytes", names.len()));
    Ok(())
}

fn is_same(cases: &Path, answers: &Path, name: &str) -> bool {
    let wanted = fs::read(cases.join(name).join("answer.json"));
    let said = fs::read(answers.join(format!("{name}.json")));
    matches!((wanted, said), (Ok(wanted), Ok(said)) if wanted == said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_byte_and_a_missing_answer_are_seen() {
        let place = tempfile::tempdir().unwrap();
        let (cases, answers) = (place.path().join("cases"), place.path());
        fs::create_dir_all(cases.join("a")).unwrap();
        fs::write(cases.join("a/answer.json"), "{}\n").unwrap();
        assert!(!is_same(&cases, answers, "a"));
        fs::write(answers.join("a.json"), "{}").unwrap();
        assert!(!is_same(&cases, answers, "a"));
        fs::write(answers.join("a.json"), "{}\n").unwrap();
        assert!(is_same(&cases, answers, "a"));
    }
}
