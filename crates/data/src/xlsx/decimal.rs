//! Numbers of a spreadsheet as the decimals that people typed.

/// The decimal of a number, with its point moved to the right by `shift` places.
///
/// A spreadsheet keeps numbers as binary fractions and shows no more than 15 significant digits of them (ECMA-376
/// leaves the precision open; Excel's documented limit is 15). To so many digits a decimal that was typed comes back
/// as it was, and what a formula added in binary, `0.1 + 0.2`, is the decimal that the sheet shows.
pub(super) fn text(number: f64, shift: i32) -> String {
    let scientific = format!("{number:.14e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let sign = if mantissa.starts_with('-') { "-" } else { "" };
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() {
        return "0".to_string();
    }
    // Digits before the point.
    let whole = exponent.parse::<i32>().unwrap_or(0).saturating_add(shift).saturating_add(1);
    let count = usize::try_from(whole).unwrap_or(0);
    match digits.split_at_checked(count) {
        _ if whole <= 0 => {
            let zeros = usize::try_from(whole.unsigned_abs()).unwrap_or(0);
            format!("{sign}0.{}{digits}", "0".repeat(zeros))
        }
        Some((digits, "")) => format!("{sign}{digits}"),
        Some((before, behind)) => format!("{sign}{before}.{behind}"),
        None => format!("{sign}{digits}{}", "0".repeat(count.saturating_sub(digits.len()))),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::text;

    #[test]
    fn numbers_read_as_the_sheet_shows_them() {
        for (number, shift, expected) in [
            (0.924, 2, "92.4"),
            (0.29, 2, "29"),
            (0.29, 0, "0.29"),
            (0.1 + 0.2, 0, "0.3"),
            (1.0 / 3.0, 0, "0.333333333333333"),
            (1.0 / 3.0, 2, "33.3333333333333"),
            (-12.5, 0, "-12.5"),
            (-0.0, 0, "0"),
            (123_456_789_012_345.0, 0, "123456789012345"),
            (1e20, 0, "100000000000000000000"),
            (1e-7, 0, "0.0000001"),
            (100.0, 0, "100"),
            (0.0005, 2, "0.05"),
        ] {
            assert_eq!(text(number, shift), expected, "{number}");
        }
    }

    proptest! {
        /// No more than 15 digits, without zeros that say nothing.
        #[test]
        fn what_was_typed_comes_back(typed in "-?([1-9][0-9]{0,7}|0)(\\.[0-9]{0,6}[1-9])?") {
            let expected = if typed == "-0" { "0" } else { typed.as_str() };
            prop_assert_eq!(text(typed.parse::<f64>().unwrap(), 0), expected);
        }
    }
}
