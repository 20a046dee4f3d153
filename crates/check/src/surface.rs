//! Which words a fix is written in: those of the line that it mends.

use dabiao_model::Language::{self, Chinese, English};
use dabiao_model::{Period, Source, Span, Wording};

/// Words that stand in conditions of the Chinese surface and, most likely, in no name.
const WORDS: &str = "目标 取值 预警 适用 假设 不低于 不少于 不小于 不高于 不超过 不大于 不多于 大于 小于 超过 \
    不满 以上 以下 以内 达到 下降 降低 减少 上升 提高 增长";

/// The surface of the line at a stretch. Texts in quotes tell nothing.
pub(crate) fn surface(source: &Source, span: Span) -> Language {
    let start = usize::try_from(span.start).unwrap_or(usize::MAX);
    let text = source.text();
    let (before, behind) = text.split_at_checked(start).unwrap_or((text, ""));
    let before = before.rsplit('\n').next().unwrap_or_default();
    let behind = behind.split('\n').next().unwrap_or_default();
    let line = unquoted(before) + &unquoted(behind);
    if WORDS.split(' ').any(|word| line.contains(word)) { Chinese } else { English }
}

/// `2 points`, 2个百分点.
pub(crate) fn points(number: &str, surface: Language) -> String {
    match surface {
        English => format!("{number} points"),
        Chinese => format!("{number}个百分点"),
    }
}

/// `x in 2005`, x 在 2005年.
pub(crate) fn during(metric: &str, period: Period, surface: Language) -> String {
    let period = Wording::from(period);
    match surface {
        English => format!("{metric} in {}", period.text(English)),
        Chinese => format!("{metric} 在 {}", period.text(Chinese)),
    }
}

/// `>=`, ≥.
pub(crate) fn at_least(surface: Language) -> &'static str {
    match surface {
        English => ">=",
        Chinese => "≥",
    }
}

/// A text without what stands in quotes.
fn unquoted(text: &str) -> String {
    let mut end = None;
    text.chars()
        .filter(|c| match (end, *c) {
            (Some(wanted), c) => {
                if c == wanted {
                    end = None;
                }
                false
            }
            (None, '"') => {
                end = Some('"');
                false
            }
            (None, '「') => {
                end = Some('」');
                false
            }
            (None, '“') => {
                end = Some('”');
                false
            }
            (None, _) => true,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_have_one_surface_each() {
        for (text, chinese) in [
            ("目标 x ≥ 90", true),
            ("x 不低于 90", true),
            ("「下降率」 >= 90", false),
            ("target x >= 90", false),
            ("市场抽检.合格率 >= 90", false),
            ("目标 y ≥ 1\ntarget x >= 90", false),
            ("target x >= 90\n  预警：y < 1", false),
        ] {
            let source = Source::new("rule", text);
            let at = text.find("90").and_then(|at| u32::try_from(at).ok()).unwrap_or_default();
            let found = surface(&source, Span { start: at, end: at });
            assert_eq!(found == Chinese, chinese, "{text}");
        }
    }
}
