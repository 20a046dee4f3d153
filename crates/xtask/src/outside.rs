//! Reports as others read them: a browser with an accessibility check, LibreOffice, consumers of JUnit and SARIF.
//!
//! Everything lives below `target/outside`, but for Debian's packages.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{debian, error::Error, project::Project, step, tally::Tally};

/// The programs that Debian has, each with its package: the browser with letters for Chinese, the office, the pages of a
/// PDF as pictures.
const PROGRAMS: &[(&str, &[&str])] = &[
    ("chromium", &["chromium", "fonts-noto-cjk"]),
    ("soffice", &["libreoffice-calc-nogui"]),
    ("pdftoppm", &["poppler-utils"]),
];

/// Where the scripts, their lists of packages and their rules stand.
const SCRIPTS: &str = "crates/report/outside";

/// How many districts the large report has.
const MANY: &str = "300";

/// Installs what is missing, writes reports with the command, and lets others read them.
pub(crate) fn run(project: &Project) -> Result<Tally, Error> {
    set_up(project)?;
    let place = Place::new(project)?;
    step::tool(project.cargo(&["build", "--quiet", "--package", "dabiao-cli"]))?;
    place.write_reports(project)?;
    let (out, pictures, node) = (place.path("out"), place.path("pictures"), place.path("node"));
    step::tool(script(project, "node", "browser.mjs", &[&out, &pictures, &node]))?;
    step::tool(script(project, "node", "documents.mjs", &[&out, &node]))?;
    let mut office = script(project, "python3", "documents.py", &[&out]);
    office.arg("soffice").env("PYTHONPATH", place.path("python"));
    step::tool(office)?;
    let mut paper = Command::new("pdftoppm");
    paper.args(["-r", "60", "-f", "1", "-l", "1", "-singlefile", "-png"]);
    paper.arg(out.join("district.pdf")).arg(pictures.join("paper"));
    step::tool(paper)
}

/// The folder of Node.js's packages, a browser's driver and an accessibility check among them, with the browser installed.
pub(crate) fn modules(project: &Project) -> Result<PathBuf, Error> {
    set_up(project)?;
    Ok(Place::new(project)?.path("node"))
}

/// Installs the programs, the packages of Node.js and those of Python that are missing.
fn set_up(project: &Project) -> Result<(), Error> {
    debian::install(PROGRAMS)?;
    let place = Place::new(project)?;
    let scripts = project.root().join(SCRIPTS);
    if place.is_stale("node", &scripts.join("package.json"))? {
        let mut npm = Command::new("npm");
        npm.args(["install", "--no-audit", "--no-fund", "--no-package-lock", "--prefix"])
            .arg(place.path("node"));
        step::tool(npm)?;
        place.mark("node", &scripts.join("package.json"))?;
    }
    if place.is_stale("python", &scripts.join("requirements.txt"))? {
        let mut pip = Command::new("python3");
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--upgrade", "--target"]);
        pip.arg(place.path("python")).arg("--requirement").arg(scripts.join("requirements.txt"));
        step::tool(pip)?;
        place.mark("python", &scripts.join("requirements.txt"))?;
    }
    Ok(())
}

/// The folder of all this.
struct Place {
    folder: PathBuf,
}

impl Place {
    fn new(project: &Project) -> Result<Self, Error> {
        let folder = project.root().join("target/outside");
        for part in ["out", "pictures", "node", "python"] {
            let part = folder.join(part);
            fs::create_dir_all(&part).map_err(Error::io(format!("make {}", part.display())))?;
        }
        Ok(Self { folder })
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Whether a list of packages is another than the one that was installed; it is copied where npm looks for it.
    fn is_stale(&self, part: &str, list: &Path) -> Result<bool, Error> {
        let wanted = fs::read(list).map_err(Error::io(format!("read {}", list.display())))?;
        if fs::read(self.marker(part)).is_ok_and(|installed| installed == wanted) {
            return Ok(false);
        }
        let copy = self.path(part).join(list.file_name().unwrap_or_default());
        fs::write(&copy, &wanted).map_err(Error::io(format!("write {}", copy.display())))?;
        Ok(true)
    }

    fn mark(&self, part: &str, list: &Path) -> Result<(), Error> {
        let marker = self.marker(part);
        fs::copy(list, &marker).map(|_| ()).map_err(Error::io(format!("write {}", marker.display())))
    }

    fn marker(&self, part: &str) -> PathBuf {
        self.path(&format!("{part}.installed"))
    }

    /// One report of each form, in both languages, of one district, of many, and with texts that want to be markup.
    fn write_reports(&self, project: &Project) -> Result<(), Error> {
        let out = self.path("out");
        let mut many = script(project, "python3", "many.py", &[]);
        many.arg(MANY).arg(&out);
        step::tool(many)?;
        let district = "eval rules/quality-2011 --data examples/district-2011/metrics.csv \
                        examples/district-2011/entities.csv --entity riverside --as-of 2011-12-31";
        for name in ["district.html", "district.json", "district.xml", "district.xlsx", "district.csv"] {
            self.dabiao(project, district, Some(name), &["--lang", "en"])?;
        }
        self.dabiao(project, district, Some("district-zh.html"), &["--lang", "zh"])?;
        let (metrics, entities) = (out.join("many.csv"), out.join("many-entities.csv"));
        let data = [metrics.to_string_lossy().into_owned(), entities.to_string_lossy().into_owned()];
        let data: Vec<&str> =
            ["--lang", "en", "--data"].into_iter().chain(data.iter().map(String::as_str)).collect();
        self.dabiao(project, "eval rules/quality-2011 --as-of 2011-12-31", Some("many.html"), &data)?;
        let since = "eval crates/cli/tests/cmd/since.dabiao --data crates/cli/tests/cmd/since.csv --as-of 2011-12-31 \
                     --against crates/cli/tests/cmd/since-2010.json";
        self.dabiao(project, since, Some("since.html"), &[])?;
        let hostile =
            "eval crates/report/outside/hostile.dabiao --set goods.pass_rate=87.4% --as-of 2011-12-31";
        for name in ["hostile.html", "hostile.xml", "hostile.xlsx"] {
            self.dabiao(project, hostile, Some(name), &[])?;
        }
        for (rules, name, lang) in [
            ("crates/report/outside/faults.dabiao", "faults.sarif", "en"),
            ("crates/report/outside/faults.dabiao", "faults-zh.sarif", "zh"),
            ("rules/quality-2011", "fine.sarif", "en"),
        ] {
            let log =
                self.dabiao(project, &format!("check {rules} --format sarif"), None, &["--lang", lang])?;
            fs::write(out.join(name), log).map_err(Error::io(format!("write {name}")))?;
        }
        Ok(())
    }

    /// Runs the command, which may end with 1 or 2 since targets are missed and rules have faults on purpose.
    fn dabiao(
        &self,
        project: &Project,
        words: &str,
        file: Option<&str>,
        more: &[&str],
    ) -> Result<Vec<u8>, Error> {
        let mut command = Command::new(project.root().join("target/debug/dabiao"));
        command.args(words.split_whitespace()).args(more).current_dir(project.root());
        if let Some(file) = file {
            command.arg("--output").arg(self.path("out").join(file));
        }
        let output = command.output().map_err(Error::io("run `dabiao`"))?;
        let is_written = file.is_none_or(|file| self.path("out").join(file).is_file());
        if matches!(output.status.code(), Some(0..=2)) && is_written {
            return Ok(output.stdout);
        }
        let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
        Err(Error::Failed(format!("`dabiao {words}`: {}\n{complaint}", output.status)))
    }
}

fn script(project: &Project, program: &str, name: &str, paths: &[&Path]) -> Command {
    let mut command = Command::new(program);
    command.arg(project.root().join(SCRIPTS).join(name)).args(paths).current_dir(project.root());
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_script_is_there() {
        let project = Project::find().unwrap();
        for name in ["browser.mjs", "documents.mjs", "documents.py", "many.py", "package.json"] {
            assert!(project.root().join(SCRIPTS).join(name).is_file(), "{name}");
        }
    }
}
