//! Every path of this repository that a document names exists.

use super::{House, finding::Finding, tree::Tree, tree::is_test, words::numbered};

/// Tells of the past, so it may name what is gone.
const HISTORY: &str = "CHANGELOG.md";

pub(super) fn check(house: &House) -> Vec<Finding> {
    let documents = house.tree.ending_in(".md").filter(|(path, _)| *path != HISTORY && !is_test(path));
    documents.flat_map(|(path, text)| check_document(&house.tree, path, text)).collect()
}

fn check_document(tree: &Tree, document: &str, text: &str) -> Vec<Finding> {
    let folder = document.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut found = Vec::new();
    let mut fenced = false;
    for (line, prose) in numbered(text) {
        if is_fence(prose) {
            fenced = !fenced;
            continue;
        }
        if fenced {
            continue;
        }
        let (spans, rest) = code_spans(prose);
        let named =
            spans.iter().flat_map(|span| span.split_whitespace()).filter(|word| misses(tree, folder, word));
        let linked = links(&rest).filter(|target| misses_link(tree, folder, target)).map(str::to_owned);
        let missing: Vec<String> = named.map(|word| (*word).to_owned()).chain(linked).collect();
        found.extend(
            missing
                .iter()
                .map(|path| Finding::at(document, line, format!("there is no `{path}` in the repository"))),
        );
    }
    found
}

fn is_fence(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("```") || line.starts_with("~~~")
}

/// The texts in backticks of one line, and the line without them.
fn code_spans(line: &str) -> (Vec<&str>, String) {
    let mut spans = Vec::new();
    let mut rest = String::new();
    let mut ahead = line;
    while let Some((before, tail)) = ahead.split_once('`') {
        rest.push_str(before);
        let opened = tail.trim_start_matches('`');
        let fence = "`".repeat(tail.len().saturating_sub(opened.len()).saturating_add(1));
        match opened.split_once(&fence) {
            Some((span, after)) => {
                spans.push(span);
                ahead = after;
            }
            None => ahead = opened,
        }
    }
    rest.push_str(ahead);
    (spans, rest)
}

/// Targets of `[text](target)`.
fn links(line: &str) -> impl Iterator<Item = &str> {
    line.split("](").skip(1).filter_map(|tail| tail.split_once(')').map(|(target, _)| target.trim()))
}

/// Whether a word in backticks looks like a path of this repository and is none. It looks like one where
/// its first part stands at the top of the repository or beside the document, or is `.` or `..`.
fn misses(tree: &Tree, folder: &str, word: &str) -> bool {
    let word = word.trim_end_matches([',', ';', ':', '.', ')']).trim_start_matches('(');
    let word = without_line(word);
    if !word.contains('/') || word.contains("//") || !word.chars().all(is_path_character) {
        return false;
    }
    let Some(first) = word.split('/').next() else { return false };
    let places: Vec<&str> = match first {
        "" => return false,
        "." | ".." => vec![folder],
        _ => {
            ["", folder].into_iter().filter(|at| resolve(at, first).is_some_and(|it| tree.has(&it))).collect()
        }
    };
    !places.is_empty() && !places.iter().any(|at| resolve(at, word).is_some_and(|path| tree.has(&path)))
}

fn misses_link(tree: &Tree, folder: &str, target: &str) -> bool {
    let path = target.split(['#', ' ']).next().unwrap_or_default();
    // A target with a scheme leads out of the repository, and an empty path stays in the document.
    !path.is_empty() && !path.contains(':') && !resolve(folder, path).is_some_and(|path| tree.has(&path))
}

/// `path:12` and `path:12:3` without the numbers.
fn without_line(word: &str) -> &str {
    match word.rsplit_once(':') {
        Some((path, number)) if number.chars().all(|c| c.is_ascii_digit()) => without_line(path),
        _ => word,
    }
}

/// Placeholders (`<name>`), patterns (`*`) and options are not paths.
fn is_path_character(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '/' | '.' | '_' | '-' | '+')
}

/// The path from the root of the repository, or nothing where it leads out of it.
fn resolve(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::{super::finding::shown, *};

    fn check_in(document: &str, text: &str, missing: &[&str]) {
        let files = [("crates/model/src/code.rs", ""), ("docs/codes/E0107.md", ""), ("docs/guide.md", "")];
        let house = House::of(&[files.as_slice(), &[(document, text)]].concat());
        let wanted: Vec<String> = missing
            .iter()
            .map(|path| format!("{document}:1: there is no `{path}` in the repository"))
            .collect();
        assert_eq!(shown(&super::check(&house)), wanted, "{text}");
    }

    fn check(text: &str, missing: &[&str]) {
        check_in("README.md", text, missing);
    }

    #[test]
    fn paths_that_exist() {
        check("see `crates/model/src/code.rs`, `crates/model/` and `docs/codes/E0107.md:12:3`", &[]);
        check("run `dabiao check ./crates/model`, or ``cat docs/guide.md``", &[]);
        check("[guide](docs/guide.md#top), [web](https://example.org/a/b), [here](#top)", &[]);
        check_in("docs/list.md", "`codes/E0107.md` `../crates/model` [code](codes/E0107.md)", &[]);
    }

    #[test]
    fn paths_that_do_not() {
        check("`crates/modle`", &["crates/modle"]);
        check("`dabiao check docs/codes/E0108.md`", &["docs/codes/E0108.md"]);
        check("`./gone.md` and `../outside/a`", &["./gone.md", "../outside/a"]);
        check("[gone](docs/gone.md) ``crates/gone``", &["crates/gone", "docs/gone.md"]);
        check_in("docs/list.md", "`codes/E0108.md` [up](guide2.md)", &["codes/E0108.md", "guide2.md"]);
    }

    #[test]
    fn words_that_are_no_paths() {
        check("`tce/万元`, `and/or`, `docs/codes/<code>.md`, `crates/*`, `/etc/hosts`, `a`", &[]);
        check("`target/release/dabiao` is built, and crates/gone is not in backticks", &[]);
        check("a lone ` before crates/gone", &[]);
    }

    #[test]
    fn blocks_of_code_tests_and_history_are_left_alone() {
        check("```sh\ncat docs/gone.md\n`docs/gone.md`\n```", &[]);
        check_in("CHANGELOG.md", "`docs/gone.md`", &[]);
        check_in("crates/model/tests/a.md", "`docs/gone.md`", &[]);
    }

    #[test]
    fn the_line_is_named_after_a_block() {
        let house = House::of(&[("README.md", "```\n```\n\n`docs/gone`"), ("docs/a.md", "")]);
        assert_eq!(shown(&super::check(&house)), ["README.md:4: there is no `docs/gone` in the repository"]);
    }
}
