//! The package for JavaScript: the module in WebAssembly with what stands around it, and the corpus in Node.js.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::{corpus, page::Page, web::Web};
use crate::{debian, error::Error, project::Project, screen, step};

/// What is part of the package beside the module.
const PARTS: &[&str] = &["package.json", "dabiao.js", "dabiao.d.ts"];

const NODE: &debian::Needs = &[("node", &["nodejs"])];

/// Builds the package in little time, runs the corpus from it, and gives its place.
pub(super) fn run(project: &Project) -> Result<PathBuf, Error> {
    debian::install(NODE)?;
    let place = super::folder(project, "npm-test")?;
    // What a page downloads is optimised for minutes; the same code without that answers the same.
    let quick = [("OPT_LEVEL", "1"), ("LTO", "off"), ("CODEGEN_UNITS", "16")];
    pack(project, "wasm,planted-panic", &quick, &place)?;
    let answers = super::empty(project, "answers/wasm")?;
    let mut node = Command::new("node");
    node.arg(super::source(project, "outside/cases.mjs")).arg(&place);
    node.arg(super::source(project, "cases")).arg(&answers);
    step::tool(node)?;
    corpus::compare(project, "WebAssembly", &answers)?;
    let page = Page::read(project, "docs/wasm.md", "js")?;
    // The package is found by its name from a folder that has it.
    let package = place.join("page/node_modules/dabiao");
    fs::create_dir_all(&package).map_err(Error::io(format!("make {}", package.display())))?;
    for part in PARTS.iter().chain(&["dabiao.wasm"]) {
        super::copy(&place.join(part), &package.join(part))?;
    }
    let program = place.join("page/page.mjs");
    page.write(&program)?;
    let mut node = Command::new("node");
    node.arg(&program);
    page.compare(&project.ask(node)?)?;
    Ok(place)
}

/// Builds the package as it is published, in `target/bindings/npm`, and tells its size and place.
pub(super) fn publish(project: &Project) -> Result<PathBuf, Error> {
    let place = super::folder(project, "npm")?;
    pack(project, "wasm", &[], &place)?;
    let module = place.join("dabiao.wasm");
    let size = fs::metadata(&module).map_err(Error::io("look at the module"))?.len();
    let mut gzip = Command::new("gzip");
    gzip.args(["--best", "--keep", "--force"]).arg(&module);
    step::tool(gzip)?;
    let packed = fs::metadata(place.join("dabiao.wasm.gz")).map_err(Error::io("look at the module"))?.len();
    screen::say(&format!("{}: {size} bytes, {packed} with gzip", module.display()));
    Ok(place)
}

fn pack(project: &Project, features: &str, profile: &[(&str, &str)], place: &Path) -> Result<(), Error> {
    let module = Web::find(project)?.build(project, features, profile)?;
    super::copy(&module, &place.join("dabiao.wasm"))?;
    PARTS
        .iter()
        .try_for_each(|part| super::copy(&super::source(project, "npm").join(part), &place.join(part)))
}
