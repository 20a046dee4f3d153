//! Every data file that the page on data shows is read without a fault.

use std::path::Path;

use dabiao_data::{Format, read_text};

#[test]
fn every_file_on_the_page_is_right() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/data.md");
    let page = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{error}"));
    let mut blocks = 0;
    for (mark, format) in [("```csv\n", Format::Csv), ("```json\n", Format::Json)] {
        for block in page.split(mark).skip(1).filter_map(|rest| rest.split("```").next()) {
            let loaded = read_text("page", block, format);
            assert!(loaded.faults.is_empty(), "{block}\n{:#?}", loaded.faults);
            assert!(!loaded.observations.is_empty() || !loaded.entities.is_empty(), "{block} says something");
            blocks += 1;
        }
    }
    assert!(blocks >= 4, "the page shows data files, and {blocks} were found");
}
