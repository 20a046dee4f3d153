//! Where a sheet's table lies, below its titles.

use std::collections::BTreeMap;

use crate::Column;
use crate::grid::{Grid, GridCell, GridRow};

/// The cells of a sheet that are not blank, by row and column, both counted from 0.
pub(super) type Cells = BTreeMap<u32, BTreeMap<u32, GridCell>>;

/// Cells that are merged into one, by their first and their last row and column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Area {
    pub(super) from: (u32, u32),
    pub(super) to: (u32, u32),
}

/// So many rows are searched for headings that are known before any others are taken for headings.
const TITLES: usize = 20;

/// The table of a sheet; none where no row has two cells.
pub(super) fn of(mut cells: Cells, areas: &[Area]) -> Option<Grid> {
    let top = heading_row(&cells)?;
    let mut rows = cells.split_off(&top);
    let headings = rows.remove(&top)?;
    let width = headings.keys().next_back().copied()?.saturating_add(1);
    let first = headings.keys().next().copied()?;
    let names = (first..width).map(|column| headings.get(&column).map_or("", GridCell::text).to_string());
    let names: Vec<String> = names.collect();
    spread(&mut rows, areas.iter().filter(|area| area.from.0 > top));
    let rows = rows.into_iter().filter_map(|(row, mut found)| {
        // Cells beside the headings are as nameless as those under a blank one.
        let last = found.keys().next_back().copied()?.saturating_add(1).max(width);
        let from = found.keys().next().copied()?.min(first);
        let cells = (from..last).map(|column| found.remove(&column).unwrap_or(GridCell::Text(String::new())));
        Some((row, from, cells.collect::<Vec<_>>()))
    });
    let rows: Vec<(u32, u32, Vec<GridCell>)> = rows.collect();
    Some(squared(top, first, names, rows))
}

/// Rows and headings from the same first to the same last column.
fn squared(top: u32, first: u32, mut names: Vec<String>, rows: Vec<(u32, u32, Vec<GridCell>)>) -> Grid {
    let from = rows.iter().map(|(_, from, _)| *from).min().unwrap_or(first).min(first);
    let blanks = |count: u32| usize::try_from(count).unwrap_or(0);
    names.splice(0..0, vec![String::new(); blanks(first.saturating_sub(from))]);
    let mut rows: Vec<GridRow> = rows
        .into_iter()
        .map(|(row, start, mut cells)| {
            let before = vec![GridCell::Text(String::new()); blanks(start.saturating_sub(from))];
            cells.splice(0..0, before);
            GridRow { line: u64::from(row).saturating_add(1), cells }
        })
        .collect();
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).max(names.len());
    names.resize(width, String::new());
    for row in &mut rows {
        row.cells.resize(width, GridCell::Text(String::new()));
    }
    Grid { line: u64::from(top).saturating_add(1), headings: names, rows }
}

/// The row of the headings: the first of the upper rows that has a heading which data files know, and another cell
/// beside it; else the first row with two cells. What stands above it are titles.
fn heading_row(cells: &Cells) -> Option<u32> {
    let wide = || cells.iter().filter(|(_, row)| row.len() > 1);
    let is_known = |cell: &GridCell| Column::of_heading(cell.text()).is_some();
    let known = wide().take(TITLES).find(|(_, row)| row.values().any(is_known));
    known.or_else(|| wide().next()).map(|(row, _)| *row)
}

/// A cell that is merged over several rows holds for each of them; one over several columns has no one heading.
fn spread<'a>(rows: &mut Cells, areas: impl Iterator<Item = &'a Area>) {
    for Area { from: (top, left), to: (bottom, right) } in areas.copied() {
        let Some(first) = rows.get_mut(&top).and_then(|row| row.get_mut(&left)) else { continue };
        if left < right {
            *first = GridCell::Wide;
        }
        let cell = first.clone();
        for (_, row) in rows.range_mut(top..=bottom.max(top)).skip(1) {
            row.insert(left, cell.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(rows: &[(u32, &[&str])]) -> Cells {
        let row = |texts: &[&str]| {
            let cells = (0..).zip(texts).filter(|(_, text)| !text.is_empty());
            cells.map(|(column, text)| (column, GridCell::Text(text.to_string()))).collect()
        };
        rows.iter().map(|(at, texts)| (*at, row(texts))).collect()
    }

    fn shown(grid: &Grid) -> Vec<String> {
        let rows = grid.rows.iter().map(|row| {
            let texts: Vec<&str> = row.cells.iter().map(GridCell::text).collect();
            format!("{}: {}", row.line, texts.join("|"))
        });
        std::iter::once(format!("{}: {}", grid.line, grid.headings.join("|"))).chain(rows).collect()
    }

    #[test]
    fn titles_above_the_headings_are_passed_over() {
        let grid = of(
            cells(&[
                (0, &["2011年质量目标"]),
                (1, &["填报单位：河畔区", "", "填报日期：2011年12月31日"]),
                (3, &["指标", "数值"]),
                (4, &["a", "1"]),
                (6, &["b", "2"]),
            ]),
            &[],
        );
        assert_eq!(shown(&grid.unwrap()), ["4: 指标|数值", "5: a|1", "7: b|2"]);
    }

    #[test]
    fn the_first_row_of_two_cells_has_the_headings_where_none_is_known() {
        let grid = of(cells(&[(0, &["title"]), (1, &["a.rate", "b.rate"]), (2, &["1", "2"])]), &[]);
        assert_eq!(shown(&grid.unwrap()), ["2: a.rate|b.rate", "3: 1|2"]);
        assert_eq!(of(cells(&[(0, &["a note"]), (3, &["and another"])]), &[]), None);
    }

    #[test]
    fn a_cell_over_several_rows_holds_for_each() {
        let area = Area { from: (1, 0), to: (2, 0) };
        let grid = of(cells(&[(0, &["地区", "a"]), (1, &["河畔区", "1"]), (2, &["", "2"])]), &[area]);
        assert_eq!(shown(&grid.unwrap()), ["1: 地区|a", "2: 河畔区|1", "3: 河畔区|2"]);
    }

    #[test]
    fn a_cell_over_several_columns_is_a_fault() {
        let area = Area { from: (1, 1), to: (1, 2) };
        let grid = of(cells(&[(0, &["地区", "a", "b"]), (1, &["河畔区", "1"])]), &[area]).unwrap();
        assert_eq!(grid.rows[0].cells[1], GridCell::Wide);
    }

    #[test]
    fn cells_beside_the_headings_are_kept() {
        let grid = of(cells(&[(0, &["", "地区", "a"]), (1, &["x", "河畔区", "1", "y"])]), &[]);
        assert_eq!(shown(&grid.unwrap()), ["1: |地区|a|", "2: x|河畔区|1|y"]);
    }
}
