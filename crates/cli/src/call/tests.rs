//! Each kind of fault of a call, in both languages.

use std::collections::BTreeSet;

use super::*;
use crate::help::tests::{latin, names};

/// What is said of a call, without its usage.
fn said(words: &[&str], lang: &str) -> String {
    let words = ["dabiao", "--lang", lang].iter().chain(words).map(Into::into).collect();
    let answer = parse(words).map_or_else(|answer| answer, |args| panic!("{args:?}"));
    assert_eq!(answer.exit, Exit::Rules, "{}", answer.text);
    answer.text
}

#[test]
fn every_fault_is_told_in_both_languages() {
    let allowed: BTreeSet<String> = names();
    let check = |words: &[&str], english: &str, chinese: &str| {
        for (lang, wanted) in [("en", english), ("zh", chinese)] {
            let text = said(words, lang);
            let told = text.split("\n\n").next().unwrap_or_default();
            assert_eq!(told, wanted, "{words:?}");
            let behind = text.split("\n\n").nth(1).unwrap_or_default();
            let usage = if lang == "en" { "usage: dabiao " } else { "用法：dabiao " };
            assert!(behind.starts_with(usage), "{text}");
            if lang == "zh" {
                let own: BTreeSet<String> = words.iter().map(|word| word.to_string()).collect();
                let allowed = allowed.union(&own).cloned().collect();
                assert_eq!(latin(&text, &allowed), [""; 0], "{text}");
            }
        }
    };
    check(&[], "error: a command is missing", "错误：没有写命令");
    check(
        &["chek"],
        "error: there is no command `chek`\ndid you mean `check`?",
        "错误：没有命令「chek」\n是否应为「check」？",
    );
    check(&["help", "xyz"], "error: there is no command `xyz`", "错误：没有命令「xyz」");
    check(
        &["check", "a", "--fromat", "json"],
        "error: `--fromat` is not known here\ndid you mean `--format`?",
        "错误：这里没有「--fromat」这个选项或参数\n是否应为「--format」？",
    );
    check(&["init", "a", "b"], "error: `b` is not known here", "错误：这里没有「b」这个选项或参数");
    check(&["check"], "error: `<RULES>...` must be given", "错误：缺少「<规则>...」");
    check(
        &["check", "a", "--format", "x"],
        "error: `x` is not a value of `--format <FORMAT>`; it takes text, json, sarif",
        "错误：「x」不是「--format <格式>」可用的值，可用的有text、json、sarif",
    );
    check(
        &["eval", "a", "--as-of"],
        "error: `--as-of <DATE>` needs a value",
        "错误：「--as-of <日期>」后面缺少值",
    );
    check(
        &["eval", "a", "--as-of", "2011", "--as-of", "2012"],
        "error: `--as-of <DATE>` can be given only once",
        "错误：「--as-of <日期>」只能写一次",
    );
    check(&["fmt", "a", "--check=1"], "error: `--check` takes no value", "错误：「--check」后面不写值");
}

/// Kinds that no argument of today can raise are told as well.
#[test]
fn kinds_without_a_call_have_their_words() {
    for (kind, english, chinese) in [
        (ErrorKind::InvalidUtf8, "a word of the call is not UTF-8 text", "命令中有不是UTF-8编码的文字"),
        (
            ErrorKind::ArgumentConflict,
            "`-a` cannot be given together with `-b`",
            "「-a」不能与「-b」同时使用",
        ),
    ] {
        let mut error = clap::Error::new(kind);
        error.insert(ContextKind::InvalidArg, ContextValue::String("-a".into()));
        error.insert(ContextKind::PriorArg, ContextValue::String("-b".into()));
        assert_eq!(fault(&error).text(Language::English), english);
        assert_eq!(fault(&error).text(Language::Chinese), chinese);
    }
}

#[test]
fn help_and_version_are_no_faults() {
    for (words, start) in [(["eval", "--help"], "按规则判定数据"), (["--version", "eval"], "dabiao ")]
    {
        let words = ["dabiao", "--lang=zh"].iter().chain(&words).map(Into::into).collect();
        let answer = parse(words).map_or_else(|answer| answer, |args| panic!("{args:?}"));
        assert_eq!(answer.exit, Exit::Fine);
        assert!(answer.text.starts_with(start), "{}", answer.text);
    }
}
