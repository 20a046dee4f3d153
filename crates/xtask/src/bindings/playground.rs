//! The playground: one page with the module and everything else inside, and a browser that clicks through it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{error::Error, outside, project::Project, screen, step};

const SOURCE: &str = "docs/playground";

/// Writes the page around a module, and gives its place.
pub(super) fn write(project: &Project, package: &Path, place: &Path) -> Result<PathBuf, Error> {
    let read = |path: &Path| fs::read_to_string(path).map_err(Error::io(format!("read {}", path.display())));
    let part = |name: &str| read(&project.root().join(SOURCE).join(name));
    let mut base64 = Command::new("base64");
    base64.arg("--wrap=0").arg(package.join("dabiao.wasm"));
    let table = read(&project.root().join("grammar/keywords.tsv"))?;
    let keywords =
        serde_json::to_string(&keywords(&table)).map_err(|error| Error::unreadable("the keywords", error))?;
    let library = read(&package.join("dabiao.js"))?.replace("\nexport ", "\n");
    // Whatever closes a script in a text of it would close the script itself.
    let examples = part("examples.json")?.replace('<', "\\u003c");
    let script = [
        format!("const WASM = \"{}\";", project.ask(base64)?),
        format!("const KEYWORDS = {keywords};\nconst EXAMPLES = {examples};"),
        library,
        part("playground.js")?,
    ];
    let page = part("index.html")?.replace("/*STYLE*/", &part("playground.css")?);
    let page = page.replace("/*SCRIPT*/", &script.join("\n"));
    let file = place.join("index.html");
    fs::write(&file, page).map_err(Error::io(format!("write {}", file.display())))?;
    screen::say(&format!("    {}", file.display()));
    Ok(file)
}

/// Clicks through the page in a browser; pictures of it stand in `target/bindings/pictures`.
pub(super) fn run(project: &Project, package: &Path) -> Result<(), Error> {
    let page = write(project, package, &super::folder(project, "playground-test")?)?;
    let modules = outside::modules(project)?;
    let mut node = Command::new("node");
    node.arg(super::source(project, "outside/playground.mjs")).arg(page).arg(modules);
    node.arg(super::folder(project, "pictures")?);
    step::tool(node).map(|_| ())
}

/// Every spelling of both languages that has letters.
fn keywords(table: &str) -> Vec<&str> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    let spellings =
        lines.flat_map(|line| line.split('\t').skip(2).take(2)).flat_map(|cell| cell.split(" | "));
    let mut spellings: Vec<&str> = spellings
        .filter(|one| one.chars().all(|c| c.is_alphabetic() || c == ' ') && !one.is_empty())
        .collect();
    spellings.sort_unstable();
    spellings.dedup();
    spellings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_of_both_languages() {
        let table = "# role\tmeaning\nitem\tplan\tplan\t方案 | 计划\tplan a\nvalue\tarrow\t->\t→\tx";
        assert_eq!(keywords(table), ["plan", "方案", "计划"]);
    }
}
