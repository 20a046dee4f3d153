//! Files as they lie on a disk: encodings, names and limits.

#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use std::fs;

use dabiao_data::{Limits, Loaded, read_file, read_file_within};

fn check(name: &str, bytes: &[u8], limits: Limits, expected: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    let loaded = read_file_within(&path, &limits);
    let folder = format!("{}/", folder.path().display());
    let faults: Vec<String> =
        loaded.faults.iter().map(|fault| fault.to_string().replace(&folder, "")).collect();
    assert_eq!(faults, expected, "{name}");
}

#[test]
fn a_file_is_refused_with_its_reason() {
    let limits = Limits::default();
    check("a.csv", b"metric,value\na,1\n", limits, &[]);
    check("a.TSV", b"metric\tvalue\na\t1\n", limits, &[]);
    check("a.ods", b"", limits, &["a.ods: E0709: `a.ods` is no kind of data file that can be read"]);
    check(
        "no-ending",
        b"",
        limits,
        &["no-ending: E0709: `no-ending` is no kind of data file that can be read"],
    );
    let gbk = b"metric,value\na,1\n\xCE\xC4\xBC\xFE,2\n";
    check("gbk.csv", gbk, limits, &["gbk.csv:3: E0708: the file is not UTF-8 text"]);
    check("utf-16.csv", b"\xFF\xFEm\0", limits, &["utf-16.csv:1: E0708: the file is not UTF-8 text"]);
}

#[test]
fn a_limit_is_named_where_it_is_reached() {
    let few = |values, faults| Limits { values, faults, ..Limits::default() };
    let bytes = Limits { bytes: 10, ..Limits::default() };
    check(
        "a.csv",
        b"metric,value\na,1\n",
        bytes,
        &["a.csv: E0711: the file has more than 10 bytes, and is not read"],
    );
    let values = "E0711: the file has more than 2 values, and what follows is not read";
    check("a.csv", b"metric,value\na,1\na,2\n", few(2, 9), &[]);
    check("a.csv", b"metric,value\na,1\na,2\na,3\n", few(2, 9), &[&format!("a.csv:4: {values}")]);
    check("a.json", b"[{\"a\":1},\n{\"a\":2},\n{\"a\":3}]", few(2, 9), &[&format!("a.json:3: {values}")]);
    let ragged = "E0708: the row has 1 cells and the heading 2, so that it is not used";
    let faults = "E0711: the file has more than 1 faults, and what follows is not read";
    let expected = [&*format!("a.csv:2: {ragged}"), &*format!("a.csv:3: {faults}")];
    check("a.csv", b"metric,value\na\nb\nc\n", few(9, 1), &expected);
    let depth = Limits { depth: 2, ..Limits::default() };
    let expected =
        "a.json:1, column `a.b`: E0711: objects are nested more than 2 deep, so that the row is not used";
    check("a.json", b"{\"a\": {\"b\": {\"c\": 1}}}", depth, &[expected]);
}

#[test]
fn a_file_that_is_absent_or_a_folder_is_a_fault() {
    let folder = tempfile::tempdir().unwrap();
    let absent = folder.path().join("absent.csv");
    let faulty = [read_file(&absent), read_file(folder.path())];
    assert!(faulty.iter().all(|loaded| loaded.faults.len() == 1 && loaded.observations.is_empty()));
}

#[test]
fn a_values_source_is_the_files_own_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("metrics.json");
    fs::write(&path, "{\n\"a\": 1}").unwrap();
    let Loaded { observations, .. } = read_file(&path);
    assert_eq!(observations[0].source, "metrics.json:2");
    assert_eq!(observations[0].place.to_string(), format!("{}:2, column `a`", path.display()));
}
