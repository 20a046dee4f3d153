//! `dabiao init`: a small plan to begin with.

use std::fs;
use std::path::Path;

use dabiao::{Language, Wording};

use crate::args::Init;
use crate::exit::{Exit, Failure};
use crate::output;
use crate::voice::Voice;

/// A template's files: their names and texts.
macro_rules! files {
    ($language:literal) => {
        [
            ("plan.dabiao", include_str!(concat!("../../template/", $language, "/plan.dabiao"))),
            ("metrics.csv", include_str!(concat!("../../template/", $language, "/metrics.csv"))),
            ("README.md", include_str!(concat!("../../template/", $language, "/README.md"))),
        ]
    };
}

pub(crate) fn run(args: &Init, voice: &Voice) -> Result<Exit, Failure> {
    let dir = args.dir.as_path();
    let files = match voice.language() {
        Language::English => files!("en"),
        Language::Chinese => files!("zh"),
    };
    fs::create_dir_all(dir).map_err(|error| unwritable(dir, error))?;
    for (name, _) in files {
        let path = dir.join(name);
        if path.exists() {
            return Err(unwritable(&path, Wording::word("file-exists")));
        }
    }
    for (name, text) in files {
        let path = dir.join(name);
        fs::write(&path, text).map_err(|error| unwritable(&path, error))?;
    }
    let [rules, data, readme] = files.map(|(name, _)| dir.join(name).display().to_string());
    let told = Wording::about("init-wrote", "rules", rules).with("data", data).with("readme", readme);
    output::result(&format!("{}\n", told.text(voice.language())), None)?;
    Ok(Exit::Fine)
}

fn unwritable(path: &Path, cause: impl Into<Wording>) -> Failure {
    output::unwritable(&path.display().to_string(), cause)
}
