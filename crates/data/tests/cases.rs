//! Every file of `cases` with what is read from it: the observations, the entities, the faults.

#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

mod shown;

use std::fs;
use std::path::Path;

use dabiao_data::{Format, read_text};

use shown::shown;

#[test]
fn every_case_is_read_as_its_snapshot_shows() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() > 20, "the cases are missing");
    for path in files {
        let name = path.file_name().unwrap().to_str().unwrap();
        check(name, &fs::read_to_string(&path).unwrap());
    }
}

fn check(name: &str, text: &str) {
    let loaded = read_text(name, text, Format::of_path(name).unwrap());
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, format!("{}\n{}", text.trim_end(), shown(&loaded))));
}
