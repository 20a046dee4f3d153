//! The lines that make up a text, coloured where that is wanted.

use anstyle::Style as Paint;

use crate::style::Style;
use crate::width::{blanks, clean, flow, wrap};

/// Narrower screens are written to as if they were so wide.
const LEAST_WIDTH: usize = 40;

pub(super) const PLAIN: Paint = Paint::new();
pub(super) const BOLD: Paint = Paint::new().bold();
pub(super) const DIM: Paint = Paint::new().dimmed();

pub(super) struct Page {
    text: String,
    color: bool,
    pub(super) width: usize,
}

impl Page {
    pub(super) fn new(style: Style) -> Page {
        Page { text: String::new(), color: style.color, width: style.width.max(LEAST_WIDTH) }
    }

    /// An empty line between two parts.
    pub(super) fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A text behind so many blanks, on as many lines as it needs.
    pub(super) fn put(&mut self, indent: usize, paint: Paint, text: &str) {
        self.lines(indent, paint, wrap(&clean(text), self.width.saturating_sub(indent)));
    }

    /// Items behind so many blanks, each on one line where it fits.
    pub(super) fn put_items(&mut self, indent: usize, paint: Paint, items: &[String], separator: &str) {
        let items: Vec<String> = items.iter().map(|item| clean(item)).collect();
        self.lines(indent, paint, flow(&items, separator, self.width.saturating_sub(indent)));
    }

    /// One line of pieces that are laid out already.
    pub(super) fn row(&mut self, indent: usize, pieces: &[(Paint, String)]) {
        self.text.push_str(&blanks(indent));
        for (paint, piece) in pieces {
            self.paint(*paint, piece);
        }
        self.text.truncate(self.text.trim_end().len());
        self.text.push('\n');
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }

    fn lines(&mut self, indent: usize, paint: Paint, lines: Vec<String>) {
        for line in lines {
            self.text.push_str(&blanks(indent));
            self.paint(paint, &line);
            self.text.push('\n');
        }
    }

    fn paint(&mut self, paint: Paint, piece: &str) {
        let text = piece.trim_end();
        let behind = piece.strip_prefix(text).unwrap_or_default();
        if self.color && !text.is_empty() && paint != PLAIN {
            self.text.push_str(&format!("{paint}{text}{paint:#}"));
        } else {
            self.text.push_str(text);
        }
        self.text.push_str(behind);
    }
}
