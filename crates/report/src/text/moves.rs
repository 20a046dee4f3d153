//! What has moved between two reports, for a terminal.

use dabiao_model::{Comparison, Language, Move, MoveKind};

use super::page::{BOLD, DIM, PLAIN, Page};
use crate::moves::{dates, told, totals, warning, word};
use crate::style::Style;
use crate::words::Words;

/// What has moved from one report to a later one: newly missed and newly met first, then other verdicts and margins.
///
/// No line is wider than `style.width`, which is held to at least 40 columns.
#[must_use]
pub fn render_comparison(comparison: &Comparison, language: Language, style: Style) -> String {
    let words = Words { language };
    let mut page = Page::new(style);
    page.put(0, BOLD, &words.plan_title(&comparison.new.plan));
    page.put(0, DIM, &dates(comparison, words));
    if let Some(warning) = warning(comparison, words) {
        page.put(0, DIM, &warning);
    }
    for kind in MoveKind::ALL {
        let moves: Vec<&Move> = comparison.moves.iter().filter(|one| one.kind == *kind).collect();
        if moves.is_empty() {
            continue;
        }
        page.gap();
        page.put(0, BOLD, &word(*kind, words));
        moves.into_iter().for_each(|one| write(&mut page, one, words));
    }
    page.gap();
    page.put(0, PLAIN, &totals(comparison, words));
    page.into_text()
}

fn write(page: &mut Page, one: &Move, words: Words) {
    let told = told(one, None, words);
    let named = if told.title == one.target {
        told.title
    } else {
        words.say("report-named", [("title", &told.title), ("id", &one.target)])
    };
    let head: Vec<String> = [named, told.entity].into_iter().filter(|text| !text.is_empty()).collect();
    page.put(2, PLAIN, &head.join(&words.word("report-parts")));
    let sides: Vec<String> = [told.before, told.after].into_iter().filter(|text| !text.is_empty()).collect();
    let by = if told.by.is_empty() { told.by } else { words.labelled("moved-by", &told.by) };
    let facts: Vec<String> = [sides.join(&words.word("value-series")), by, told.remarks]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect();
    page.put_items(4, DIM, &facts, &words.word("report-parts"));
}
