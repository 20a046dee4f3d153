//! Units written as products of others.

use super::Unit;

/// The longest text that is read, in bytes.
const MOST_LENGTH: usize = 256;

/// How deep brackets may be nested.
const MOST_NESTING: u8 = 8;

/// Whether a character joins two units to their product or quotient.
pub(super) fn is_operator(c: char) -> bool {
    matches!(c, '/' | '·' | '⋅' | '*' | '×')
}

/// Reads a product such as `mg/L`, `家·day`, `m^2` or `元/(人·day)`, each name by way of `resolve`.
pub(super) fn parse(text: &str, resolve: &dyn Fn(&str) -> Option<Unit>) -> Option<Unit> {
    if text.len() > MOST_LENGTH {
        return None;
    }
    product(text, resolve, MOST_NESTING)
}

/// `a·b/c`, from left to right.
fn product(text: &str, resolve: &dyn Fn(&str) -> Option<Unit>, nesting: u8) -> Option<Unit> {
    let text = text.trim();
    if let Some(unit) = resolve(text) {
        return Some(unit);
    }
    let mut unit = Unit::one();
    let mut operator = '*';
    let mut open = 0_usize;
    let mut start = 0;
    let past_the_end = std::iter::once((text.len(), '*'));
    for (at, c) in text.char_indices().chain(past_the_end) {
        match c {
            '(' => open = open.checked_add(1)?,
            ')' => open = open.checked_sub(1)?,
            _ if is_operator(c) && (open == 0 || at == text.len()) => {
                let factor = power(text.get(start..at)?, resolve, nesting)?;
                unit = if operator == '/' { unit.div(&factor)? } else { unit.mul(&factor)? };
                operator = c;
                start = at.checked_add(c.len_utf8())?;
            }
            _ => {}
        }
    }
    (open == 0).then_some(unit)
}

/// `a`, `a^2`, `a³`, `(a·b)^-1`.
fn power(text: &str, resolve: &dyn Fn(&str) -> Option<Unit>, nesting: u8) -> Option<Unit> {
    let text = text.trim();
    if let Some(unit) = resolve(text) {
        return Some(unit);
    }
    let (base, exponent) = match text.rsplit_once('^') {
        Some((base, exponent)) if !exponent.contains(')') => (base, exponent.trim().parse().ok()?),
        _ => match (text.strip_suffix('²'), text.strip_suffix('³')) {
            (Some(base), _) => (base, 2),
            (_, Some(base)) => (base, 3),
            _ => return base(text, resolve, nesting),
        },
    };
    let exponent = Some(exponent).filter(|exponent| *exponent != 0_i8)?;
    self::base(base, resolve, nesting)?.power(exponent)
}

/// `a`, `(a·b)`, `1`.
fn base(text: &str, resolve: &dyn Fn(&str) -> Option<Unit>, nesting: u8) -> Option<Unit> {
    let text = text.trim();
    match text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => product(inner, resolve, nesting.checked_sub(1)?),
        None if text == "1" => Some(Unit::one()),
        None => resolve(text),
    }
}

#[cfg(test)]
mod tests {
    use crate::Units;
    use proptest::prelude::*;

    fn check(text: &str, label: Option<&str>) {
        let unit = Units::shipped().parse(text);
        assert_eq!(unit.as_ref().map(|unit| unit.label()), label, "{text}");
        if let Some(label) = label {
            assert_eq!(Units::shipped().parse(label), unit, "{text} reads back as {label}");
        }
    }

    #[test]
    fn products_that_are_read() {
        for (text, label) in [
            ("day", "day"),
            (" day ", "day"),
            ("tce/万元", "tce/万元"),
            ("吨标准煤 / 万元", "tce/万元"),
            ("mg/L", "mg/L"),
            ("t·km", "t·km"),
            ("t⋅km", "t·km"),
            ("t*km", "t·km"),
            ("t×km", "t·km"),
            ("m^2", "m^2"),
            ("cm²", "cm^2"),
            ("km²", "km²"),
            ("μg/m³", "µg/m³"),
            ("m^-1", "1/m"),
            ("1/m", "1/m"),
            ("1", "1"),
            ("kg·m/s^2", "kg·m/second^2"),
            ("元/(t·km)", "yuan/t/km"),
            ("元/t·km", "yuan·km/t"),
            ("元/t/km", "yuan/t/km"),
            ("(元)", "yuan"),
            ("((元))/(day)", "yuan/day"),
            ("(m/s)^2", "m^2/second^2"),
            ("(m^2)", "m^2"),
            ("day/day", "1"),
        ] {
            check(text, Some(label));
        }
    }

    #[test]
    fn products_that_are_not() {
        let (deep, long) = (format!("{}m{}", "(".repeat(9), ")".repeat(9)), "m/".repeat(200) + "m");
        for text in [
            "",
            " ",
            "/",
            "m/",
            "/m",
            "m//s",
            "m s",
            "m^",
            "m^0",
            "m^x",
            "m^2.5",
            "m^128",
            "m^200",
            "(m",
            "m)",
            ")m(",
            "()",
            "(m)(s)",
            "m^2^3",
            "²",
            "^2",
            "2",
            "1 m",
            "家",
            "Day",
            "m/家",
            "mg／L",
            "(m/s)^-128",
            &deep,
            &long,
        ] {
            check(text, None);
        }
    }

    proptest! {
        #[test]
        fn no_text_stops_the_reader(
            text in "\\PC{0,40}",
            parts in prop::collection::vec(
                prop::sample::select(vec!["m", "day", "元", "(", ")", "/", "·", "^2", "^-1", "³", "1", " ", "^", "kg"]), 0..20),
        ) {
            for text in [text, parts.concat()] {
                if let Some(unit) = Units::shipped().parse(&text) {
                    prop_assert_eq!(Units::shipped().parse(unit.label()), Some(unit.clone()));
                    prop_assert_eq!(Units::shipped().parse(unit.symbol()), Some(unit));
                }
            }
        }
    }
}
