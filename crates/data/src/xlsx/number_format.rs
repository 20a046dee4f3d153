//! What a cell's number format says beside the number (ECMA-376 part 1, 18.8.30 and 18.8.31).

/// A number format, as far as it bears on what the number means.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct NumberFormat {
    /// The number is shown as a percent: what is kept is a hundredth of what is shown.
    pub(super) is_percent: bool,
    /// The text behind the number, `家` in `0"家"`.
    pub(super) suffix: String,
    /// What a date is shown by.
    pub(super) has_year: bool,
    pub(super) has_month: bool,
    pub(super) has_day: bool,
}

impl NumberFormat {
    /// Reads a format's first section, which holds for positive numbers.
    pub(super) fn read(code: &str) -> NumberFormat {
        let mut format = NumberFormat::default();
        if code.eq_ignore_ascii_case("general") {
            return format;
        }
        let mut is_behind = false;
        let mut chars = code.chars();
        while let Some(c) = chars.next() {
            match c {
                ';' => break,
                '"' => {
                    let quoted: String = chars.by_ref().take_while(|c| *c != '"').collect();
                    format.note(&quoted, is_behind);
                }
                // Colours, conditions and currencies.
                '[' => while chars.next().is_some_and(|c| c != ']') {},
                '\\' => format.note(chars.next().map_or(String::new(), String::from).as_str(), is_behind),
                // A blank as wide as the next character, and one that fills the cell.
                '_' | '*' => {
                    chars.next();
                }
                '0' | '#' | '?' => {
                    is_behind = true;
                    format.suffix.clear();
                }
                '%' => format.is_percent = true,
                'y' | 'Y' | 'e' | 'E' if !is_behind => format.has_year = true,
                'm' | 'M' => format.has_month = true,
                'd' | 'D' => format.has_day = true,
                c if !c.is_ascii() => format.note(c.encode_utf8(&mut [0; 4]), is_behind),
                _ => {}
            }
        }
        format.suffix = format.suffix.trim().to_string();
        format
    }

    fn note(&mut self, text: &str, is_behind: bool) {
        if is_behind {
            self.suffix.push_str(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::NumberFormat;

    #[test]
    fn formats_say_what_their_numbers_mean() {
        for (code, percent, suffix) in [
            ("General", false, ""),
            ("0.00%", true, ""),
            ("#,##0.00", false, ""),
            ("0\"家\"", false, "家"),
            ("#,##0.0 \"万元\"_);(#,##0.0 \"万元\")", false, "万元"),
            ("\"¥\"#,##0.00", false, ""),
            ("[$¥-804]#,##0.00", false, ""),
            ("[Red]0.0%;[Blue]-0.0%", true, ""),
            ("0\\家", false, "家"),
            ("0家", false, "家"),
            ("\"100%\"0", false, ""),
            ("0.00E+00", false, ""),
            ("@", false, ""),
        ] {
            let format = NumberFormat::read(code);
            assert_eq!((format.is_percent, format.suffix.as_str()), (percent, suffix), "{code}");
        }
    }

    #[test]
    fn dates_are_as_long_as_they_are_shown() {
        for (code, shown) in [
            ("yyyy-mm-dd", (true, true, true)),
            ("yyyy\"年\"m\"月\"", (true, true, false)),
            ("[$-804]yyyy\"年\"m\"月\"d\"日\";@", (true, true, true)),
            ("yyyy", (true, false, false)),
            ("m/d/yy h:mm", (true, true, true)),
            ("mm:ss", (false, true, false)),
        ] {
            let format = NumberFormat::read(code);
            assert_eq!((format.has_year, format.has_month, format.has_day), shown, "{code}");
        }
    }
}
