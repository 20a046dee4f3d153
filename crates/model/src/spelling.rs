//! How names are spelt: the one form in which they are compared, and spellings that deceive.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// A text in normalisation form C, in which names are compared: `é` is one name, whether it was typed as one
/// character or as two.
///
/// ```
/// use dabiao_model::nfc;
/// assert_eq!(nfc("caf\u{65}\u{301}"), "café");
/// assert_eq!(nfc("市场抽检.合格率"), "市场抽检.合格率");
/// ```
#[must_use]
pub fn nfc(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || text.chars().all(is_settled) || unicode_normalization::is_nfc(text) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.nfc().collect())
}

/// A text whose Roman numerals of one character, such as `Ⅲ`, are spelt with letters; nobody means anything else.
///
/// ```
/// use dabiao_model::roman_letters;
/// assert_eq!(roman_letters("Ⅲ类"), "III类");
/// ```
#[must_use]
pub fn roman_letters(text: &str) -> Cow<'_, str> {
    let is_roman = |c: char| matches!(c, '\u{2160}'..='\u{217F}');
    if !text.contains(is_roman) {
        return Cow::Borrowed(text);
    }
    let spelt = |c: char| if is_roman(c) { std::iter::once(c).nfkc().collect() } else { String::from(c) };
    Cow::Owned(text.chars().map(spelt).collect())
}

/// The plain spelling of a text that holds characters made for the sake of old encodings or of looks, such as
/// full-width letters or the ligature `ﬁ`; `None` where it has none.
///
/// ```
/// use dabiao_model::plain_spelling;
/// assert_eq!(plain_spelling("ﬁnal_ｒａｔｅ").as_deref(), Some("final_rate"));
/// assert_eq!(plain_spelling("合格率"), None);
/// ```
#[must_use]
pub fn plain_spelling(text: &str) -> Option<String> {
    let differs = !text.is_ascii() && !unicode_normalization::is_nfkc(text);
    let plain = differs.then(|| text.nfkc().collect::<String>())?;
    (plain != nfc(text)).then_some(plain)
}

/// The letter of a name whose script does not go with the other letters, and the script. Latin letters beside those
/// of Chinese, Japanese and Korean are usual and go together; a Cyrillic `а` among Latin letters does not.
///
/// ```
/// use dabiao_model::odd_letter;
/// assert_eq!(odd_letter("p\u{430}ss_rate"), Some(('\u{430}', "cyrillic")));
/// assert_eq!(odd_letter("GDP增速"), None);
/// ```
#[must_use]
pub fn odd_letter(name: &str) -> Option<(char, &'static str)> {
    if name.is_ascii() {
        return None;
    }
    let letters = || name.chars().filter(|c| c.is_alphabetic()).map(|c| (c, script(c)));
    let mut counts: Vec<(Script, usize)> = Vec::new();
    for (_, script) in letters() {
        match counts.iter_mut().find(|(one, _)| *one == script) {
            Some((_, count)) => *count = count.saturating_add(1),
            None => counts.push((script, 1)),
        }
    }
    // The script of most letters is the name's, the first of two that are equally frequent.
    let (usual, _) = counts.iter().rev().max_by_key(|(_, count)| *count).copied()?;
    letters().find(|(_, one)| *one != usual).map(|(c, one)| (c, one.name()))
}

/// A script, as finely as look-alikes need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    /// Latin, and the scripts of Chinese, Japanese and Korean.
    Usual,
    Greek,
    Cyrillic,
    Armenian,
    Georgian,
    Cherokee,
    Coptic,
    /// Another one, told from others by its block.
    Other(u32),
}

impl Script {
    fn name(self) -> &'static str {
        match self {
            Script::Usual => "latin",
            Script::Greek => "greek",
            Script::Cyrillic => "cyrillic",
            Script::Armenian => "armenian",
            Script::Georgian => "georgian",
            Script::Cherokee => "cherokee",
            Script::Coptic => "coptic",
            Script::Other(_) => "other",
        }
    }
}

fn script(c: char) -> Script {
    match c {
        '\0'..='\u{2AF}' | '\u{1D00}'..='\u{1D25}' | '\u{1E00}'..='\u{1EFF}' | '\u{2C60}'..='\u{2C7F}' => {
            Script::Usual
        }
        '\u{A720}'..='\u{A7FF}' | '\u{AB30}'..='\u{AB64}' | '\u{2E80}'..='\u{9FFF}' => Script::Usual,
        '\u{1100}'..='\u{11FF}' | '\u{A000}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7FF}' => Script::Usual,
        '\u{F900}'..='\u{FAFF}' | '\u{1B000}'..='\u{1B16F}' | '\u{20000}'..='\u{3FFFF}' => Script::Usual,
        '\u{370}'..='\u{3E1}' | '\u{3F0}'..='\u{3FF}' | '\u{1D26}'..='\u{1D2A}' | '\u{1F00}'..='\u{1FFF}' => {
            Script::Greek
        }
        '\u{400}'..='\u{52F}' | '\u{1C80}'..='\u{1C8F}' | '\u{1D2B}' | '\u{2DE0}'..='\u{2DFF}' => {
            Script::Cyrillic
        }
        '\u{A640}'..='\u{A69F}' => Script::Cyrillic,
        '\u{530}'..='\u{58F}' => Script::Armenian,
        '\u{10A0}'..='\u{10FF}' | '\u{1C90}'..='\u{1CBF}' | '\u{2D00}'..='\u{2D2F}' => Script::Georgian,
        '\u{13A0}'..='\u{13FF}' | '\u{AB70}'..='\u{ABBF}' => Script::Cherokee,
        '\u{3E2}'..='\u{3EF}' | '\u{2C80}'..='\u{2CFF}' => Script::Coptic,
        // Blocks begin at multiples of 128, or are parts of scripts that stand side by side.
        other => Script::Other(u32::from(other) >> 7),
    }
}

/// Whether a character is the same in normalisation form C, whatever stands beside it; a quick look that spares
/// ordinary texts the tables.
fn is_settled(c: char) -> bool {
    matches!(c, '\0'..='\u{2FF}' | '\u{3000}'..='\u{3029}' | '\u{4E00}'..='\u{9FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quick_look_agrees_with_the_tables() {
        for c in ('\0'..=char::MAX).filter(|c| is_settled(*c)) {
            let text = c.to_string();
            assert_eq!(text.nfc().collect::<String>(), text, "{c:?}");
            assert!(
                unicode_normalization::is_nfc_quick(text.chars()) == unicode_normalization::IsNormalized::Yes
            );
        }
    }

    #[test]
    fn letters_that_do_not_go_together() {
        for (name, odd) in [
            ("pass_rate", None),
            ("市场抽检.合格率", None),
            ("GDP增速", None),
            ("naïve_été", None),
            ("доля_брака", None),
            ("ποιότητα", None),
            ("カタカナ漢字kana", None),
            ("품질.합격률", None),
            ("p\u{430}ss_rate", Some("cyrillic")),
            ("r\u{3BF}te", Some("greek")),
            ("合格率\u{430}", Some("cyrillic")),
            ("доля_brak", Some("latin")),
            ("\u{13AA}oods", Some("cherokee")),
            ("ra\u{578}e", Some("armenian")),
            ("rate\u{5D0}", Some("other")),
            ("", None),
            ("42", None),
        ] {
            assert_eq!(odd_letter(name).map(|(_, script)| script), odd, "{name}");
        }
    }

    #[test]
    fn plain_spellings() {
        for (text, plain) in [
            ("rate", None),
            ("Å", None),
            ("e\u{301}", None),
            ("ＧＤＰ", Some("GDP")),
            ("Ⅲ", Some("III")),
            ("℃", Some("°C")),
            ("x₂", Some("x2")),
            ("合格率（市）", Some("合格率(市)")),
        ] {
            assert_eq!(plain_spelling(text).as_deref(), plain, "{text}");
        }
    }
}
