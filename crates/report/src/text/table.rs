//! Every result on its line, by entity and section.

use dabiao_model::{Report, TargetResult};

use super::layout::{GAP, Layout};
use super::page::{BOLD, DIM, PLAIN, Page};
use super::{counts, detail, mark};
use crate::groups::{differ, grouped};
use crate::sign::marked;
use crate::width::{blanks, clean, pad_left, pad_right, shorten, width as columns_of};
use crate::words::Words;

/// How far a group stands in from the heading above it.
const STEP: usize = 2;

pub(super) fn write(page: &mut Page, report: &Report, words: Words) {
    page.gap();
    if report.results.is_empty() {
        page.put(0, PLAIN, &words.word("report-no-results"));
        return;
    }
    let has_entities = differ(&report.results, |result| result.entity.as_deref());
    let has_sections = report.results.iter().any(|result| result.section.is_some());
    let section_indent = if has_entities { STEP } else { 0 };
    let row_indent = if has_sections { section_indent.saturating_add(STEP) } else { section_indent };
    let layout = Layout::new(report, words, page.width, row_indent);

    header(page, &layout, words);
    let results: Vec<&TargetResult> = report.results.iter().collect();
    for (entity, of_entity) in grouped(&results, |result| result.entity.as_deref()) {
        if has_entities {
            page.gap();
            entity_heading(page, entity, &of_entity, words);
        }
        for (section, of_section) in grouped(&of_entity, |result| result.section.as_deref()) {
            if has_sections {
                page.gap();
                // Results are gathered by the title that programs see; people see theirs.
                let title = of_section
                    .first()
                    .and_then(|result| result.section.as_ref())
                    .filter(|_| section.is_some());
                let title = title.map_or_else(|| words.word("report-no-section"), |title| words.shown(title));
                page.put(section_indent, BOLD, &title);
            }
            for result in of_section {
                row(page, result, &layout, words);
                detail::write(page, report, result, &layout, words);
            }
        }
    }
}

/// The entity's name and how it stands.
fn entity_heading(page: &mut Page, entity: Option<&str>, results: &[&TargetResult], words: Words) {
    let name = entity.map_or_else(|| words.word("report-no-entity"), str::to_string);
    let summary = results.iter().map(|result| result.verdict).collect();
    counts::write(page, &name, &summary, words);
}

fn header(page: &mut Page, layout: &Layout, words: Words) {
    let verdict = pad_right(&words.word("report-label-verdict"), layout.verdict);
    let title = pad_right(&words.word("report-label-target"), layout.title);
    let mut line = format!("{verdict}{}{title}", blanks(GAP));
    for (column, width) in &layout.columns {
        let label = words.word(column.label());
        let aligned =
            if column.is_right_aligned() { pad_left(&label, *width) } else { pad_right(&label, *width) };
        line.push_str(&blanks(GAP));
        line.push_str(&aligned);
    }
    page.row(layout.indent, &[(DIM, line)]);
}

fn row(page: &mut Page, result: &TargetResult, layout: &Layout, words: Words) {
    let verdict = pad_right(&marked(result.verdict, words), layout.verdict);
    let title = shorten(&clean(&words.shown(&result.title)), layout.title);
    let mut line = format!("{}{}", blanks(GAP), pad_right(&title, layout.title));
    for (column, width) in &layout.columns {
        // Half a value would be a wrong value: what does not fit stands below in full.
        let cell = column.cell(result, words);
        let cell = if columns_of(&cell) > *width { "…".to_string() } else { cell };
        let aligned =
            if column.is_right_aligned() { pad_left(&cell, *width) } else { pad_right(&cell, *width) };
        line.push_str(&blanks(GAP));
        line.push_str(&aligned);
    }
    page.row(layout.indent, &[(mark::paint(result.verdict), verdict), (PLAIN, line)]);
}
