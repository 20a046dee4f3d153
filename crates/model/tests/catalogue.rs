//! Both message catalogues are whole, alike and in style, and the sources use every message of them.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at once")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use dabiao_model::{Args, Code, Language, message};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

const ENGLISH: &str = include_str!("../messages/en.ftl");
const CHINESE: &str = include_str!("../messages/zh.ftl");
const KEYWORDS: &str = include_str!("../../../grammar/keywords.tsv");

/// Ids that the sources put together from a prefix and a word of a closed list.
const BUILT: [&str; 4] = ["verdict-", "flag-", "help-", "arg-"];

/// The codes that point at rule text, where a label is drawn.
const IN_RULES: [&str; 5] = ["E01", "E02", "E03", "E04", "W06"];

/// The sentences of a catalogue by message and attribute; a message's own value has the empty attribute.
type Sentences = BTreeMap<(String, String), Sentence>;

/// A message's value or one of its attributes.
#[derive(Debug, Default, PartialEq)]
struct Sentence {
    /// The texts it may come out as, with `⟨name⟩` for an argument: one, or one for each variant of a selection.
    texts: Vec<String>,
    arguments: BTreeSet<String>,
}

impl Sentence {
    fn of(pattern: &Pattern<&str>) -> Sentence {
        let mut sentence = Sentence { texts: vec![String::new()], ..Sentence::default() };
        for element in &pattern.elements {
            let forms = match element {
                PatternElement::TextElement { value } => vec![value.to_string()],
                PatternElement::Placeable { expression } => sentence.placed(expression),
            };
            let begun = std::mem::take(&mut sentence.texts);
            for text in &begun {
                sentence.texts.extend(forms.iter().map(|form| format!("{text}{form}")));
            }
        }
        sentence
    }

    /// The forms of a placeable.
    fn placed(&mut self, expression: &Expression<&str>) -> Vec<String> {
        match expression {
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                self.arguments.insert(id.name.to_string());
                vec![format!("⟨{}⟩", id.name)]
            }
            Expression::Inline(InlineExpression::StringLiteral { value }) => vec![value.to_string()],
            Expression::Select { selector: InlineExpression::VariableReference { id }, variants } => {
                self.arguments.insert(id.name.to_string());
                let forms: Vec<Sentence> =
                    variants.iter().map(|variant| Sentence::of(&variant.value)).collect();
                self.arguments.extend(forms.iter().flat_map(|form| form.arguments.clone()));
                forms.into_iter().flat_map(|form| form.texts).collect()
            }
            other => panic!("the catalogues do without {other:?}"),
        }
    }
}

/// The sentences of a catalogue; every entry of it must be a comment or a message with a value, each id once.
fn sentences(catalogue: &str) -> Sentences {
    let resource = fluent_syntax::parser::parse(catalogue).unwrap_or_else(|(_, faults)| panic!("{faults:?}"));
    let mut sentences = Sentences::new();
    let mut put = |id: &str, attribute: &str, pattern: &Pattern<&str>| {
        let old = sentences.insert((id.to_string(), attribute.to_string()), Sentence::of(pattern));
        assert!(old.is_none(), "{id}.{attribute} stands twice");
    };
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name;
                put(id, "", message.value.as_ref().unwrap_or_else(|| panic!("{id} has no value")));
                for attribute in &message.attributes {
                    put(id, attribute.id.name, &attribute.value);
                }
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            other => panic!("not a message: {other:?}"),
        }
    }
    sentences
}

/// Fails with the list of what is wrong, one a line.
fn none(what: &str, faults: impl IntoIterator<Item = String>) {
    let faults: Vec<String> = faults.into_iter().collect();
    assert!(faults.is_empty(), "{what}:\n{}", faults.join("\n"));
}

#[test]
fn both_say_the_same_things() {
    let (english, chinese) = (sentences(ENGLISH), sentences(CHINESE));
    let lacking = |one: &Sentences, other: &Sentences| -> Vec<String> {
        one.keys().filter(|key| !other.contains_key(*key)).map(|key| format!("{key:?}")).collect()
    };
    none("only in English", lacking(&english, &chinese));
    none("only in Chinese", lacking(&chinese, &english));
    let differ = english.iter().filter(|(key, sentence)| sentence.arguments != chinese[*key].arguments);
    none("other arguments", differ.map(|(key, sentence)| format!("{key:?} {:?}", sentence.arguments)));
    let order = |catalogue: &str| -> Vec<String> {
        let starts = |line: &&str| line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '#');
        let heads = catalogue.lines().filter(starts).filter_map(|line| line.split(" =").next());
        heads.filter(|head| !head.starts_with("# ")).map(str::to_string).collect()
    };
    let pairs = order(ENGLISH).into_iter().zip(order(CHINESE));
    none("not in one order", pairs.filter(|(en, zh)| en != zh).take(1).map(|pair| format!("{pair:?}")));
}

#[test]
fn every_code_has_its_sentences() {
    for language in Language::ALL {
        let has =
            |code: &Code, attribute| message(language, code.as_str(), attribute, &Args::new()).is_some();
        let lacking = Code::ALL.iter().filter(|code| {
            let is_drawn = IN_RULES.iter().any(|family| code.as_str().starts_with(family));
            !has(code, None) || !has(code, Some("help")) || (is_drawn && !has(code, Some("label")))
        });
        none(language.tag(), lacking.map(Code::to_string));
    }
}

#[test]
fn the_sources_and_the_catalogue_agree() {
    let sources = sources();
    let literals: BTreeSet<&str> = sources.iter().flat_map(|text| literals(text)).collect();
    let catalogue = sentences(ENGLISH);
    let ids: BTreeSet<&str> = catalogue.keys().map(|(id, _)| id.as_str()).collect();
    let codes: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();

    let is_used = |id: &str| {
        literals.contains(id) || codes.contains(id) || BUILT.iter().any(|prefix| id.starts_with(prefix))
    };
    none("not used", ids.iter().filter(|id| !is_used(id)).map(|id| id.to_string()));

    let families: BTreeSet<&str> =
        ids.iter().filter_map(|id| id.split_once('-')).map(|(family, _)| family).collect();
    let is_id = |text: &&&str| {
        let is_word = |c: char| c.is_ascii_lowercase() || matches!(c, '-' | '_');
        text.split_once('-').is_some_and(|(family, rest)| families.contains(family) && !rest.is_empty())
            && text.chars().all(is_word)
    };
    let absent = literals.iter().filter(is_id).filter(|text| !ids.contains(**text));
    none("not in the catalogue", absent.map(|id| id.to_string()));

    // An attribute such as `bare-help` belongs to the wording `bare` of a code, which the sources name.
    let wording = |attribute: &str| {
        let name = attribute.trim_end_matches("label").trim_end_matches("help").trim_end_matches('-');
        if name == "one" { String::new() } else { name.to_string() }
    };
    let of_codes = catalogue.keys().filter(|(id, _)| codes.contains(id.as_str()));
    let wordings: BTreeSet<String> = of_codes.map(|(_, attribute)| wording(attribute)).collect();
    let unused = wordings.iter().filter(|name| !name.is_empty() && !literals.contains(name.as_str()));
    none("wordings that nothing asks for", unused.cloned());
    let asked = sources.iter().flat_map(|text| text.split(".variant(\"").skip(1));
    let asked = asked.filter_map(|rest| rest.split('"').next()).filter(|name| !wordings.contains(*name));
    none("wordings that no code has", asked.map(str::to_string));
}

/// The texts of all source files and templates of the workspace's crates, without their tests.
fn sources() -> Vec<String> {
    let mut texts = Vec::new();
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut folders: Vec<_> = fs::read_dir(crates).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders = folders.iter().flat_map(|folder| ["src", "templates"].map(|part| folder.join(part))).collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs" || ending == "html") {
                texts.push(fs::read_to_string(path).unwrap());
            }
        }
    }
    texts
}

/// What stands between double quotes on one line; more than the string literals, and all of those that are ids.
fn literals(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| line.split('"'))
}

#[test]
fn no_sentence_ends_in_a_full_stop() {
    for catalogue in [ENGLISH, CHINESE] {
        let sentences = sentences(catalogue);
        let texts = sentences.values().flat_map(|sentence| &sentence.texts);
        none("full stops", texts.filter(|text| text.ends_with(['.', '。'])).cloned());
    }
}

#[test]
fn english_begins_in_lower_case() {
    let sentences = sentences(ENGLISH);
    let texts = sentences.values().flat_map(|sentence| &sentence.texts);
    // `CSV` and `NAME=VALUE` are written so wherever they stand.
    let is_name = |word: &str| word.len() > 1 && !word.contains(|c: char| c.is_lowercase());
    let is_raised = |text: &&String| {
        let first = text.split_whitespace().next().unwrap_or_default();
        first.starts_with(|c: char| c.is_uppercase()) && !is_name(first)
    };
    none("capitals", texts.filter(is_raised).cloned());
}

#[test]
fn chinese_keeps_to_its_style() {
    let is_han = |c: &char| ('\u{4E00}'..='\u{9FFF}').contains(c);
    let is_loose = |text: &&String| {
        let prose = without_quoted(text);
        let around: Vec<char> = prose.chars().collect();
        let beside_han = |pair: &[char], wanted: fn(char) -> bool| matches!(pair, [a, b] if (is_han(a) && wanted(*b)) || (wanted(*a) && is_han(b)));
        let is_half_width = |c: char| matches!(c, ',' | ';' | ':' | '?' | '!' | '(' | ')' | '"' | '\'' | ' ');
        prose.contains(['`', '「', '」']) || around.windows(2).any(|pair| beside_han(pair, is_half_width))
    };
    let sentences = sentences(CHINESE);
    let texts = sentences.values().flat_map(|sentence| &sentence.texts);
    none("backticks, brackets left open, half-width punctuation or blanks", texts.filter(is_loose).cloned());
}

/// Words that are Latin in Chinese, too: parts of calls and of file formats, forms of periods and numbers,
/// letters that stand for the reader's own, and what a user wrote in English.
const LATIN: &str = "\
    dabiao check compile diff eval init report targets --against --check --data --format --help --set --vary \
    --table json iconv -f -t CSV HTML JSON Markdown SARIF UTF-8 GBK NA null rows entities .dabiao \
    common units.dabiao zh en between 2011-Q2 2011-H1 1.2e-3 a b c x A B D M N as_of period entity assume \
    --assume --as-of --max-bad-rows 512MB 2GB 4GB postgres Parquet samples.parquet \
    lab.samples dabiao.toml data metrics.csv .xlsx XLSX";

/// The words of a text that have Latin letters and need a translation.
fn untranslated(text: &str) -> Vec<&str> {
    latin_words(text).into_iter().filter(|word| !LATIN.split(' ').any(|latin| latin == *word)).collect()
}

fn latin_words(text: &str) -> Vec<&str> {
    let mut rest = text;
    let mut words = Vec::new();
    // What stands for an argument is no word of the sentence.
    while !rest.is_empty() {
        let (prose, behind) = rest.split_once('⟨').unwrap_or((rest, ""));
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        words.extend(prose.split(|c: char| !is_part(c)));
        rest = behind.split_once('⟩').map_or("", |(_, rest)| rest);
    }
    words.retain(|word| word.contains(|c: char| c.is_ascii_alphabetic()) && !is_code(word));
    words
}

/// Whether a word is a code, `E0201` or `W0601`.
fn is_code(word: &str) -> bool {
    let number = word.strip_prefix(['E', 'W']);
    number.is_some_and(|number| number.len() == 4 && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// What a Chinese sentence quotes of the language is in its Chinese form.
#[test]
fn chinese_needs_no_english() {
    let sentences = sentences(CHINESE);
    let english = sentences.iter().flat_map(|(key, sentence)| {
        let words = sentence.texts.iter().flat_map(|text| untranslated(text));
        words.map(move |word| format!("{}.{}: {word}", key.0, key.1))
    });
    none("English words", english);
    let texts = sentences.values().flat_map(|sentence| &sentence.texts);
    let said: BTreeSet<&str> = texts.flat_map(|text| latin_words(text)).collect();
    let needless = LATIN.split(' ').filter(|word| !said.contains(word));
    none("allowed for no sentence", needless.map(|word| word.to_string()));
}

/// The text without what stands in `「」`.
fn without_quoted(text: &str) -> String {
    let mut prose = String::new();
    let mut rest = text;
    while let Some((before, quoted)) = rest.split_once('「') {
        let Some((_, behind)) = quoted.split_once('」') else { break };
        prose.push_str(before);
        rest = behind;
    }
    prose + rest
}

/// What reports call verdicts and flags, and messages types and items, is what rules call them.
#[test]
fn words_are_those_of_the_language() {
    let rows = KEYWORDS.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let rows = rows.filter(|row| ["verdict", "flag", "type", "item"].contains(&row[0]));
    let mut count = 0;
    for row in rows {
        let name = if row[0] == "type" { row[1].replace('_', "-") } else { row[1].to_string() };
        let id = format!("{}-{name}", row[0]);
        for (language, spellings) in [(Language::English, row[2]), (Language::Chinese, row[3])] {
            let word = message(language, &id, None, &Args::new()).unwrap_or_else(|| panic!("no {id}"));
            let plain = |text: &str| text.replace('_', " ");
            assert!(
                spellings.split(" | ").any(|one| plain(one) == plain(&word)),
                "{id}: {word} of {spellings}"
            );
        }
        count += 1;
    }
    assert_eq!(count, 7 + 5 + 7 + 13, "every verdict, flag, type and item");
}

#[test]
fn the_test_finds_faults() {
    let sentences =
        sentences("a = one { $x }\n    .b = { $y ->\n        [end] p\n       *[text] q { $z }\n    }.\n");
    let sentence = &sentences[&("a".to_string(), "b".to_string())];
    assert_eq!(sentence.texts, ["p.", "q ⟨z⟩."]);
    assert_eq!(sentence.arguments, ["y", "z"].map(str::to_string).into());
    assert_eq!(untranslated("加一行「by：⟨name⟩」，用 dabiao 查看rows"), ["by"]);
    assert_eq!(without_quoted("加一行「责任：…」，写明"), "加一行，写明");
    assert_eq!(literals("f(\"a-b\"); // \"c\"").collect::<Vec<_>>(), ["f(", "a-b", "); // ", "c", ""]);
}
