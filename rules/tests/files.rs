//! Every file of `common/` is shipped, in order.

use std::fs;
use std::path::Path;

#[test]
fn every_file_is_shipped() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("common");
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut there: Vec<String> =
        names.filter(|name| name.ends_with(".dabiao")).map(|name| format!("common/{name}")).collect();
    there.sort();
    let shipped: Vec<&str> = dabiao_rules::SHIPPED.iter().map(|one| one.path).collect();
    assert_eq!(shipped, there);
}
