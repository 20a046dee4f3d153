//! Reports as programs read them.

use dabiao_report::render_json;

use super::{check, sample};

#[test]
fn keys_and_rows_stand_in_the_promised_order() {
    check("report_json", &render_json(&sample::report()));
}
