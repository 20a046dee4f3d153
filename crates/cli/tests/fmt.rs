//! `dabiao fmt` with standard input, files and folders.
#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

const MESSY: &str = "target a.b>=90 %   # at least\ntitle:\"B\"\n by: end of 2011";
const ENGLISH: &str = "target a.b >= 90%  # at least\n  title: \"B\"\n  by:    end of 2011\n";
const CHINESE: &str = "目标 a.b ≥ 90％  # at least\n  标题：「B」\n  期限：2011年底\n";

/// Runs the command in a folder with a text on standard input: its status, output and errors.
fn fmt(folder: &Path, words: &[&str], text: &str) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dabiao"));
    command.arg("fmt").args(words).current_dir(folder).env("LC_ALL", "C").env("NO_COLOR", "1");
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A call that does not read its input may close it first.
    let _ = child.stdin.take().unwrap().write_all(text.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn standard_input_goes_to_standard_output() {
    for (words, text, status, answer) in [
        (vec!["-"], MESSY, 0, ENGLISH),
        (vec!["-"], CHINESE, 0, CHINESE),
        (vec!["-", "--to", "zh"], MESSY, 0, CHINESE),
        (vec!["--to", "en", "-"], CHINESE, 0, ENGLISH),
        (vec!["-"], "", 0, ""),
        (vec!["-", "--check"], ENGLISH, 0, ""),
        (vec!["-", "--check"], MESSY, 1, "standard input\n"),
    ] {
        let out = fmt(Path::new("."), &words, text);
        assert_eq!(out, (status, answer.to_string(), String::new()), "{words:?}");
    }
}

#[test]
fn a_text_with_errors_gives_its_errors_alone() {
    let (status, out, errors) = fmt(Path::new("."), &["-"], "target a.b >=\ntarget c = 1\n");
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(errors.starts_with("error[E0102]") && errors.contains("standard input:1:14"), "{errors}");
    let (status, out, errors) = fmt(Path::new("."), &["-", "--lang", "zh"], "目标 a.b ≥");
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(errors.contains("E0102") && !errors.contains("expected"), "{errors}");
}

/// Files are written where they stand; those with errors, and other files, are left alone.
#[test]
fn a_folder_is_written_in_place() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    fs::create_dir_all(folder.path().join("plan/parts")).unwrap();
    fs::create_dir_all(folder.path().join("plan/.git")).unwrap();
    let broken = "target a.b >=\n   title:   \"B\"";
    let names = ["plan/a.dabiao", "plan/parts/b.dabiao", "plan/notes.txt", "plan/.git/c.dabiao"];
    names.iter().for_each(|name| write(name, MESSY));
    write("plan/broken.dabiao", broken);

    let (status, out, errors) = fmt(folder.path(), &["plan", "--check"], "");
    assert_eq!((status, out.as_str()), (2, "plan/a.dabiao\nplan/parts/b.dabiao\n"));
    assert!(errors.contains("plan/broken.dabiao:1:14"), "{errors}");
    assert!(names.iter().all(|name| read(name) == MESSY));

    let (status, out, _) = fmt(folder.path(), &["plan"], "");
    assert_eq!((status, out.as_str()), (2, ""));
    assert_eq!(names.map(read), [ENGLISH, ENGLISH, MESSY, MESSY]);
    assert_eq!(read("plan/broken.dabiao"), broken);

    write("plan/broken.dabiao", "");
    assert_eq!(fmt(folder.path(), &["plan", "--to", "zh"], ""), (0, String::new(), String::new()));
    assert_eq!(names.map(read), [CHINESE, CHINESE, MESSY, MESSY]);
    assert_eq!(fmt(folder.path(), &["plan", "plan/a.dabiao", "--check"], "").0, 0);
}
