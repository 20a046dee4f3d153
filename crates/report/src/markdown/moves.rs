//! What has moved between two reports, as Markdown.

use std::io::{self, Write};

use dabiao_model::{Comparison, Language};

use super::cell::{code, heading, row, text};
use crate::moves::{dates, told, totals, warning};
use crate::words::Words;

/// What has moved from one report to a later one, as a table.
///
/// # Errors
/// Where `out` cannot be written.
pub fn write_comparison_markdown(
    comparison: &Comparison,
    language: Language,
    mut out: impl Write,
) -> io::Result<()> {
    let words = Words { language };
    let out: &mut dyn Write = &mut out;
    heading(out, 2, &text(&words.plan_title(&comparison.new.plan)))?;
    let parts = words.word("report-parts");
    let facts: Vec<String> = [dates(comparison, words), totals(comparison, words)]
        .into_iter()
        .chain(warning(comparison, words))
        .collect();
    writeln!(out, "{}", text(&facts.join(&parts)))?;
    if comparison.moves.is_empty() {
        return Ok(());
    }
    let has_entities = comparison.moves.iter().any(|one| one.entity.is_some());
    let heads = [
        ("moved-label", true),
        ("report-label-target", true),
        ("report-label-entity", has_entities),
        ("moved-before", true),
        ("moved-after", true),
        ("moved-by", true),
        ("report-label-flags", true),
    ];
    let heads: Vec<&str> = heads.into_iter().filter(|(_, shown)| *shown).map(|(id, _)| id).collect();
    writeln!(out)?;
    row(out, heads.iter().map(|id| words.word(id)))?;
    row(out, heads.iter().map(|id| if *id == "moved-by" { "---:".to_string() } else { "---".to_string() }))?;
    for one in &comparison.moves {
        let told = told(one, None, words);
        let title = format!("{} {}", text(&told.title), code(&one.target));
        let entity = has_entities.then(|| text(&told.entity));
        let rest = [told.before, told.after, told.by, told.remarks].map(|cell| text(&cell));
        row(out, [text(&told.kind), title].into_iter().chain(entity).chain(rest))?;
    }
    Ok(())
}
