//! The page of every diagnostic code: its wrong example gives the code, its right one gives no error.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at once")]

use std::fs;
use std::path::Path;

use dabiao::{Code, Diagnostic, Language};
use dabiao_data::{Format, Loaded, read_text};

/// The two examples of a page.
#[derive(Debug)]
struct Page {
    wrong: Vec<Block>,
    right: Vec<Block>,
}

/// A fenced block: the word behind the fence, and the lines in it.
#[derive(Debug)]
struct Block {
    kind: String,
    text: String,
}

#[test]
fn every_page_has_a_title_a_text_and_two_examples() {
    for (code, language) in pages() {
        let page = page(code, language);
        for example in [&page.wrong, &page.right] {
            let kinds: Vec<&str> = example.iter().map(|block| block.kind.as_str()).collect();
            let is_known = matches!(
                kinds.as_slice(),
                ["dabiao" | "dabiao-escaped" | "text" | "sh"]
                    | ["dabiao", "csv" | "json"]
                    | ["dabiao", "csv" | "json", "csv"]
            );
            assert!(is_known, "{code}: blocks {kinds:?}");
            assert!(example.iter().all(|block| !block.text.trim().is_empty()), "{code}: an empty block");
        }
        let shell = |example: &[Block]| example.iter().any(|block| block.kind == "sh");
        assert_eq!(shell(&page.wrong), shell(&page.right), "{code}: both examples are calls, or neither is");
    }
}

#[test]
fn wrong_examples_give_their_code_and_right_ones_no_error() {
    let mut failures = Vec::new();
    for (code, language) in pages() {
        let page = page(code, language);
        if let Some(found) = diagnose(&page.wrong) {
            // Other errors would hide what the page is about; a warning beside it may be the point.
            let others = found.iter().any(|one| one.is_error() && one.code != code);
            if others || !found.iter().any(|one| one.code == code) {
                failures.push(format!("{code} {language:?}, wrong: {}", shown(&found)));
            }
        }
        if let Some(found) = diagnose(&page.right)
            && found.iter().any(|one| one.is_error() || one.code == code)
        {
            failures.push(format!("{code} {language:?}, right: {}", shown(&found)));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn calls_are_one_command_with_files_of_this_repository() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for (code, language) in pages() {
        let page = page(code, language);
        for block in page.wrong.iter().chain(&page.right).filter(|block| block.kind == "sh") {
            let is_call = block.text.starts_with("dabiao ") && block.text.lines().count() == 1;
            assert!(is_call, "{code}: `{}`", block.text);
        }
        for block in page.right.iter().filter(|block| block.kind == "sh") {
            let words = block.text.split_whitespace().filter(|word| word.contains('/'));
            // `--table NAME=FILE` names a file behind a name.
            let paths = words.map(|word| word.split_once('=').map_or(word, |(_, path)| path));
            let missing: Vec<&str> = paths.filter(|path| !root.join(path).exists()).collect();
            assert!(missing.is_empty(), "{code}: there is no {missing:?}");
        }
    }
}

/// Every code with every language.
fn pages() -> impl Iterator<Item = (Code, Language)> {
    Code::ALL.iter().flat_map(|code| Language::ALL.map(|language| (*code, language)))
}

/// A Chinese page speaks Chinese: outside its examples and its quoted words no Latin word stands but a few names.
#[test]
fn chinese_pages_speak_chinese() {
    let known = ["UTF", "GBK", "GB", "PDF", "CSV", "JSON", "MiB", "W", "E"];
    for code in Code::ALL {
        let page = code.page(Language::Chinese);
        let prose = page.split("```").step_by(2).collect::<String>();
        let plain = prose.split('`').step_by(2).collect::<String>();
        let words = plain.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty());
        let strange: Vec<&str> = words.filter(|word| !known.contains(word)).collect();
        assert!(strange.is_empty(), "{code}: {strange:?}");
        let half_width = plain.chars().filter(|c| matches!(c, ',' | ';' | '?' | '!')).count();
        assert_eq!(half_width, 0, "{code}: half-width punctuation");
    }
}

/// Takes a page apart and stops where its shape is another one.
fn page(code: Code, language: Language) -> Page {
    let page = code.page(language);
    let (begin, wrong, right) = match language {
        Language::English => (format!("# {code}: "), "\n## Wrong\n", "\n## Right\n"),
        Language::Chinese => (format!("# {code}："), "\n## 错误示例\n", "\n## 正确示例\n"),
    };
    let (head, examples) =
        page.split_once(wrong).unwrap_or_else(|| panic!("{code} {language:?}: no wrong example"));
    let (wrong, right) =
        examples.split_once(right).unwrap_or_else(|| panic!("{code} {language:?}: no right example"));
    let (title, text) = head.split_once('\n').unwrap();
    let title = title.strip_prefix(&begin).unwrap_or_default();
    assert!(!title.is_empty() && !title.ends_with(['.', '。']), "{code}: the title");
    let paragraphs = text.trim().split("\n\n").count();
    assert!(!text.trim().is_empty() && paragraphs <= 3, "{code}: {paragraphs} paragraphs");
    Page { wrong: blocks(code, wrong), right: blocks(code, right) }
}

fn blocks(code: Code, section: &str) -> Vec<Block> {
    let parts: Vec<&str> = section.split("```").collect();
    assert!(parts.len() % 2 == 1, "{code}: a fence is never closed");
    let between = parts.iter().step_by(2);
    assert!(between.clone().all(|part| part.trim().is_empty()), "{code}: text between the blocks");
    let block = |fenced: &&str| {
        let (kind, text) = fenced.split_once('\n').unwrap();
        Block { kind: kind.to_string(), text: text.to_string() }
    };
    parts.iter().skip(1).step_by(2).map(block).collect()
}

/// What an example gives; nothing is known here of calls, nor of what can only be described.
fn diagnose(example: &[Block]) -> Option<Vec<Diagnostic>> {
    let (rules, data) = example.split_first()?;
    let text = match rules.kind.as_str() {
        "dabiao" => rules.text.clone().into_bytes(),
        "dabiao-escaped" => unescaped(&rules.text),
        _ => return None,
    };
    let dabiao::Loaded { plan, diagnostics: mut found, .. } = load(&text);
    let Some(plan) = plan else { return Some(found) };
    found.extend(plan.run_tests().into_iter().flat_map(|test| test.failures));
    let mut loaded = Loaded::default();
    for (block, name) in data.iter().zip(["metrics", "entities"]) {
        let file = format!("{name}.{}", block.kind);
        loaded.extend(read_text(&file, &block.text, Format::of_path(&file)?));
    }
    found.extend(loaded.faults);
    let mut metrics = plan.metrics();
    found.extend(metrics.set_entities(&loaded.entities));
    found.extend(loaded.observations.iter().filter_map(|one| metrics.insert(one).err()));
    Some(found)
}

/// Loads a folder with the rules and a file that they may use.
fn load(rules: &[u8]) -> dabiao::Loaded {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("common")).unwrap();
    fs::write(folder.path().join("common/units.dabiao"), "unit enterprise \"家\"\n").unwrap();
    fs::write(folder.path().join("rules.dabiao"), rules).unwrap();
    dabiao::load(&[folder.path()], Vec::new())
}

/// The bytes of a text in which `\u{202E}` stands for a character and `\xCA` for a byte.
fn unescaped(text: &str) -> Vec<u8> {
    let mut parts = text.split('\\');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let rest = if let Some(part) = part.strip_prefix("u{") {
            let (digits, rest) = part.split_once('}').unwrap();
            let character = char::from_u32(u32::from_str_radix(digits, 16).unwrap()).unwrap();
            bytes.extend(character.to_string().bytes());
            rest
        } else {
            let (digits, rest) = part.strip_prefix('x').unwrap().split_at(2);
            bytes.push(u8::from_str_radix(digits, 16).unwrap());
            rest
        };
        bytes.extend(rest.bytes());
    }
    bytes
}

fn shown(found: &[Diagnostic]) -> String {
    let lines: Vec<String> = found.iter().map(ToString::to_string).collect();
    if lines.is_empty() { "nothing".to_string() } else { lines.join("; ") }
}
