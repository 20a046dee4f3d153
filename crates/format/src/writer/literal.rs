//! Names, texts and quantities.

use dabiao_grammar::Role;
use dabiao_syntax::{Name, Quantity, Suffix, Text};

use super::Writer;

const QUOTES: [char; 5] = ['"', '“', '”', '「', '」'];

impl Writer<'_> {
    /// A name where a name is due.
    pub(super) fn name(&mut self, name: &Name) {
        let text = if self.is_quoted(name) { self.surface.quoted(&name.text) } else { name.text.to_string() };
        self.leaf(text, name.span);
    }

    /// A name where a text in double quotes would be a text.
    pub(super) fn name_among_values(&mut self, name: &Name) {
        let text = match name.text.as_ref() {
            plain if !self.is_quoted(name) => plain.to_string(),
            // Only where a name is due can a name hold this bracket, and there its own quotes will do.
            odd if odd.contains('」') => self.surface.quoted(odd),
            odd => format!("「{odd}」"),
        };
        self.leaf(text, name.span);
    }

    fn is_quoted(&self, name: &Name) -> bool {
        self.source.slice(name.span).starts_with(QUOTES)
    }

    /// A text where a text is due.
    pub(super) fn text(&mut self, text: &Text) {
        self.leaf(self.surface.quoted(&text.text), text.span);
    }

    /// A text where a name could stand too.
    pub(super) fn text_among_values(&mut self, text: &Text) {
        self.leaf(self.surface.text(&text.text), text.span);
    }

    /// `90%`, `2 points`, `10 enterprise`; the digits as they were written.
    pub(super) fn quantity(&mut self, quantity: &Quantity) {
        let written = self.source.slice(quantity.span);
        let unsigned = written.trim_start_matches(|c: char| !is_digit(c));
        // Two signs before a number undo each other, and the number has taken them in.
        let signs = written.chars().take_while(|c| !is_digit(*c)).filter(|c| !c.is_whitespace()).count();
        let sign = if signs % 2 == 1 { self.surface.word(Role::Operator, "minus") } else { "" };
        let digits: String =
            unsigned.chars().take_while(|c| is_digit(*c) || matches!(c, '_' | '.' | '．')).collect();
        let digits = narrow(&digits);
        let suffix = match &quantity.suffix {
            Suffix::None => String::new(),
            Suffix::Percent => self.surface.word(Role::Literal, "percent").to_string(),
            Suffix::Points if self.surface.is_chinese() => {
                self.surface.word(Role::Literal, "points").to_string()
            }
            Suffix::Points if digits == "1" => " point".to_string(),
            Suffix::Points => " points".to_string(),
            Suffix::Unit(unit) => format!(" {}", self.unit(unit)),
        };
        self.leaf(format!("{sign}{digits}{suffix}"), quantity.span);
    }

    /// A unit as it was written. Where all of it stands in quotes, they are the surface's.
    pub(super) fn unit(&self, unit: &Name) -> String {
        let written = self.source.slice(unit.span);
        let is_whole =
            written.matches(QUOTES).count() == 2 && written.starts_with(QUOTES) && written.ends_with(QUOTES);
        if is_whole { self.plainly_quoted(&unit.text) } else { written.to_string() }
    }

    /// In the quotes that units and types may have.
    fn plainly_quoted(&self, text: &str) -> String {
        let (first, second) = self.surface.pick((("\"", "\""), ("「", "」")), (("「", "」"), ("\"", "\"")));
        let (open, close) = if text.contains(first.1) { second } else { first };
        format!("{open}{text}{close}")
    }

    /// How many.
    pub(super) fn count(&mut self, count: u32) {
        self.word(count.to_string());
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '０'..='９')
}

/// Full-width digits as plain ones.
fn narrow(digits: &str) -> String {
    let plain = |c: char| match c {
        '．' => '.',
        '０'..='９' => u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c),
        other => other,
    };
    digits.chars().map(plain).collect()
}
