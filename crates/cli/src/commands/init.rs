//! `dabiao init`: a small plan to begin with.

use std::fs;
use std::path::Path;

use dabiao::{Code, Diagnostic, Place};

use crate::args::Init;
use crate::exit::{Exit, Failure};
use crate::output;

/// The files of a new plan.
const FILES: [(&str, &str); 3] = [
    ("plan.dabiao", include_str!("../../template/plan.dabiao")),
    ("metrics.csv", include_str!("../../template/metrics.csv")),
    ("README.md", include_str!("../../template/README.md")),
];

pub(crate) fn run(args: &Init) -> Result<Exit, Failure> {
    let dir = args.dir.as_path();
    fs::create_dir_all(dir).map_err(|error| unwritable(dir, &error.to_string()))?;
    for (name, _) in FILES {
        let path = dir.join(name);
        if path.exists() {
            return Err(unwritable(&path, "the file exists already"));
        }
    }
    for (name, text) in FILES {
        let path = dir.join(name);
        fs::write(&path, text).map_err(|error| unwritable(&path, &error.to_string()))?;
    }
    let rules = dir.join("plan.dabiao");
    let data = dir.join("metrics.csv");
    output::result(
        &format!(
            "wrote {}, {} and {}\ntry: dabiao eval {} --data {}\n",
            rules.display(),
            data.display(),
            dir.join("README.md").display(),
            rules.display(),
            data.display()
        ),
        None,
    )?;
    Ok(Exit::Fine)
}

fn unwritable(path: &Path, cause: &str) -> Failure {
    let name = path.display().to_string();
    let fault = Diagnostic::new(Code::MissingFile, Place::File(name.clone().into())).variant("write");
    Failure::rules(vec![fault.with("path", name).with("cause", cause)])
}
