//! A page of the documents that shows a program and what it prints.

use std::{fs, path::Path};

use crate::{error::Error, project::Project};

pub(super) struct Page {
    path: &'static str,
    program: String,
    printed: String,
}

impl Page {
    /// The first program of a language, and the text behind it.
    pub(super) fn read(project: &Project, path: &'static str, language: &str) -> Result<Page, Error> {
        let text =
            fs::read_to_string(project.root().join(path)).map_err(Error::io(format!("read {path}")))?;
        Page::parse(path, &text, language)
            .ok_or_else(|| Error::Failed(format!("{path} shows no program, or not what it prints")))
    }

    fn parse(path: &'static str, text: &str, language: &str) -> Option<Page> {
        let block = |text: &str, name: &str| {
            let (_, rest) = text.split_once(&format!("\n```{name}\n"))?;
            let (block, rest) = rest.split_once("\n```\n")?;
            Some((format!("{block}\n"), rest.to_owned()))
        };
        let (program, rest) = block(text, language)?;
        let (printed, _) = block(&rest, "text")?;
        Some(Page { path, program, printed })
    }

    pub(super) fn write(&self, place: &Path) -> Result<(), Error> {
        fs::write(place, &self.program).map_err(Error::io(format!("write {}", place.display())))
    }

    /// An error where the program has printed something else.
    pub(super) fn compare(&self, said: &str) -> Result<(), Error> {
        if said == self.printed {
            return Ok(());
        }
        Err(Error::Failed(format!("the program of {} prints other than the page says:\n{said}", self.path)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_and_what_it_prints() {
        let text = "# A\n\n```sh\nmake\n```\n\n```c\nint a;\n```\n\nprints\n\n```text\nmet\n```\n";
        let page = Page::parse("a.md", text, "c").unwrap();
        assert_eq!(page.program, "int a;\n");
        assert!(page.compare("met\n").is_ok());
        assert!(page.compare("missed\n").is_err());
        assert!(Page::parse("a.md", text, "js").is_none());
    }
}
