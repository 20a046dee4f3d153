//! Reports as programs read them.

use dabiao_report::render_json;

use super::{check, sample, scored};

#[test]
fn keys_and_rows_stand_in_the_promised_order() {
    check("report_json", &render_json(&sample::report()));
}

#[test]
fn scores() {
    let mut report = scored::report();
    report.results.clear();
    check("report_json_scores", &render_json(&report));
}
