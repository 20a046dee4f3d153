//! A workbook that is filled table by table.

use std::io::Write;

use dabiao_model::{Figures, Number, Period, Report, Verdict};
use rust_xlsxwriter::{
    Color, ConditionalFormatCell, ConditionalFormatCellRule, DocProperties, ExcelDateTime, Format,
    FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::sign::marked;
use crate::width::{clean, width};
use crate::words::Words;

/// The rows that a sheet has room for.
const ROWS: u32 = 1_048_576;

/// The characters that a cell has room for.
const CELL: usize = 32_767;

/// How many rows are looked at for the widths of columns.
const MEASURED: usize = 500;

/// What stands in a cell.
#[derive(Debug, Clone)]
pub(super) enum Cell {
    Empty,
    Text(String),
    Verdict(Verdict),
    Count(usize),
    /// A number of a unit; a share is shown as a percent.
    Number(f64),
    Percent(f64),
}

/// The workbook with the looks that its cells share.
pub(super) struct Book {
    book: Workbook,
    words: Words,
    head: Format,
    title: Format,
    plain: Format,
    percent: Format,
}

impl Cell {
    pub(super) fn text(text: impl AsRef<str>) -> Cell {
        let text = text.as_ref();
        if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_string()) }
    }

    /// A number of a result in its unit; points are counted, and percents shown as such.
    pub(super) fn figure(figures: Option<&Figures>, of: impl Fn(&Figures) -> Option<&Number>) -> Cell {
        let Some((figures, number)) = figures.and_then(|figures| Some((figures, of(figures)?))) else {
            return Cell::Empty;
        };
        match &*figures.unit {
            "percent" => Cell::Percent(number.to_f64()),
            "points" => Cell::Number((number * &Number::HUNDRED).to_f64()),
            _ => Cell::Number(number.to_f64()),
        }
    }

    /// A margin; that of a percent is counted in points.
    pub(super) fn margin(figures: Option<&Figures>) -> Cell {
        let Some((figures, margin)) = figures.and_then(|figures| Some((figures, figures.margin.as_ref()?)))
        else {
            return Cell::Empty;
        };
        let margin = if figures.is_share() { margin * &Number::HUNDRED } else { margin.clone() };
        Cell::Number(margin.to_f64())
    }

    fn width(&self, words: Words) -> usize {
        match self {
            Cell::Empty => 0,
            Cell::Text(text) => width(text),
            Cell::Verdict(verdict) => width(&marked(*verdict, words)),
            Cell::Count(_) | Cell::Number(_) | Cell::Percent(_) => 9,
        }
    }
}

impl Book {
    /// An empty workbook. It bears the day of the report, since nothing here reads a clock.
    pub(super) fn new(report: &Report, words: Words) -> Result<Book, XlsxError> {
        let mut book = Workbook::new();
        let mut properties =
            DocProperties::new().set_title(words.plan_title(&report.plan)).set_author("dabiao");
        if let Some(day) = Period::parse(&report.as_of).map(Period::start) {
            let year = u16::try_from(day.year()).unwrap_or(1900);
            let (month, day) = (day.month().unsigned_abs(), day.day().unsigned_abs());
            if let Ok(created) = ExcelDateTime::from_ymd(year, month, day) {
                properties = properties.set_creation_datetime(&created);
            }
        }
        book.set_properties(&properties);
        let plain = || Format::new().set_align(FormatAlign::Top);
        let head = plain()
            .set_bold()
            .set_background_color(Color::RGB(0x00E8_ECF1))
            .set_border_bottom(FormatBorder::Thin)
            .set_text_wrap();
        let title = Format::new().set_bold().set_font_size(14);
        let percent = plain().set_num_format("0.0###%");
        Ok(Book { book, words, head, title, plain: plain(), percent })
    }

    /// A sheet of tables under one another, each behind a title, with no row held fast.
    pub(super) fn sheet(&mut self, name: &str, parts: Vec<Part>) -> Result<(), XlsxError> {
        let sheet = self.book.add_worksheet_with_low_memory()?;
        sheet.set_name(sheet_name(name, 1))?;
        let all = parts.iter().flat_map(|part| std::iter::once(&part.head).chain(&part.rows));
        set_widths(sheet, all, self.words)?;
        let mut row = 0_u32;
        for part in &parts {
            if !part.title.is_empty() {
                sheet.write_string_with_format(row, 0, &part.title, &self.title)?;
                row = row.saturating_add(1);
            }
            let looks =
                Looks { head: &self.head, plain: &self.plain, percent: &self.percent, words: self.words };
            if !part.head.is_empty() {
                looks.write(sheet, row, &part.head, true)?;
                row = row.saturating_add(1);
            }
            for cells in &part.rows {
                looks.write(sheet, row, cells, false)?;
                row = row.saturating_add(1);
            }
            row = row.saturating_add(1);
        }
        color_verdicts(sheet, self.words, row.max(1), 0, 1)
    }

    /// A sheet that is one table: its headings stay in sight, and each column can be filtered. Rows that a sheet has no
    /// room for go on in another.
    pub(super) fn table<I: Iterator<Item = Vec<Cell>>>(
        &mut self,
        name: &str,
        labels: &[&str],
        mut rows: I,
    ) -> Result<(), XlsxError> {
        let head: Vec<Cell> = labels.iter().map(|label| Cell::text(self.words.heading(label))).collect();
        let first: Vec<Vec<Cell>> = rows.by_ref().take(MEASURED).collect();
        let measured: Vec<Vec<Cell>> = std::iter::once(&head).chain(&first).cloned().collect();
        let mut rows = first.into_iter().chain(rows).peekable();
        let columns = u16::try_from(labels.len()).unwrap_or(u16::MAX);
        let verdict = labels
            .iter()
            .position(|label| *label == "report-label-verdict")
            .and_then(|at| u16::try_from(at).ok());
        let margin = labels
            .iter()
            .position(|label| *label == "report-label-margin")
            .and_then(|at| u16::try_from(at).ok());
        for nth in 1.. {
            let sheet = self.book.add_worksheet_with_low_memory()?;
            sheet.set_name(sheet_name(name, nth))?;
            sheet.set_landscape().set_print_fit_to_pages(1, 0);
            set_widths(sheet, measured.iter(), self.words)?;
            let looks =
                Looks { head: &self.head, plain: &self.plain, percent: &self.percent, words: self.words };
            looks.write(sheet, 0, &head, true)?;
            let mut row = 0_u32;
            while row < ROWS.saturating_sub(1) {
                let Some(cells) = rows.next() else { break };
                row = row.saturating_add(1);
                looks.write(sheet, row, &cells, false)?;
            }
            sheet.set_freeze_panes(1, 0)?;
            sheet.set_repeat_rows(0, 0)?;
            sheet.autofilter(0, 0, row, columns.saturating_sub(1))?;
            if let Some(column) = verdict {
                color_verdicts(sheet, self.words, row.max(1), column, column)?;
            }
            if let Some(column) = margin {
                let red = Format::new().set_font_color(Color::RGB(0x00A8_1E1E));
                let below = ConditionalFormatCell::new().set_rule(ConditionalFormatCellRule::LessThan(0));
                sheet.add_conditional_format(1, column, row.max(1), column, &below.set_format(red))?;
            }
            if rows.peek().is_none() {
                break;
            }
        }
        Ok(())
    }

    pub(super) fn save(mut self, out: impl Write + Send) -> Result<(), XlsxError> {
        self.book.save_to_writer(out)
    }
}

/// A table under a title.
pub(super) struct Part {
    pub(super) title: String,
    pub(super) head: Vec<Cell>,
    pub(super) rows: Vec<Vec<Cell>>,
}

/// The looks of cells.
struct Looks<'a> {
    head: &'a Format,
    plain: &'a Format,
    percent: &'a Format,
    words: Words,
}

impl Looks<'_> {
    fn write(&self, sheet: &mut Worksheet, row: u32, cells: &[Cell], is_head: bool) -> Result<(), XlsxError> {
        for (column, cell) in (0_u16..).zip(cells) {
            let plain = if is_head { self.head } else { self.plain };
            match cell {
                Cell::Empty => continue,
                Cell::Text(text) => sheet.write_string_with_format(row, column, fitting(text), plain)?,
                Cell::Verdict(verdict) => {
                    sheet.write_string_with_format(row, column, marked(*verdict, self.words), plain)?
                }
                Cell::Count(count) => {
                    let count = u32::try_from(*count).map_or(f64::MAX, f64::from);
                    sheet.write_number_with_format(row, column, count, plain)?
                }
                Cell::Number(number) => sheet.write_number_with_format(row, column, *number, plain)?,
                Cell::Percent(share) => sheet.write_number_with_format(row, column, *share, self.percent)?,
            };
        }
        Ok(())
    }
}

/// A text as a cell can hold it; what is too long is cut and marked.
fn fitting(text: &str) -> String {
    let text = clean(text);
    let is_long = text.encode_utf16().count() > CELL;
    if is_long { text.chars().take(CELL / 2).chain(['…']).collect() } else { text }
}

/// The name of a sheet: at most 31 characters, without those that spreadsheets refuse.
fn sheet_name(name: &str, nth: usize) -> String {
    let name: String = name.chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(26).collect();
    if nth == 1 { name } else { format!("{name} {nth}") }
}

/// As wide as the widest text that was measured, within reason.
fn set_widths<'c>(
    sheet: &mut Worksheet,
    rows: impl Iterator<Item = &'c Vec<Cell>>,
    words: Words,
) -> Result<(), XlsxError> {
    let mut widths: Vec<usize> = Vec::new();
    for cells in rows {
        for (at, cell) in cells.iter().enumerate() {
            match widths.get_mut(at) {
                Some(widest) => *widest = cell.width(words).max(*widest),
                None => widths.push(cell.width(words)),
            }
        }
    }
    for (column, widest) in (0_u16..).zip(widths) {
        let widest = u32::try_from(widest.clamp(8, 60)).map_or(60.0, f64::from);
        sheet.set_column_width(column, widest + 2.0)?;
    }
    Ok(())
}

/// Colours the cells that hold a verdict; the sign and the word in them tell it without colour.
fn color_verdicts(
    sheet: &mut Worksheet,
    words: Words,
    last_row: u32,
    first_column: u16,
    last_column: u16,
) -> Result<(), XlsxError> {
    for (verdict, ground, ink) in [
        (Verdict::Met, 0x00DF_F0E2, 0x0014_532D),
        (Verdict::Missed, 0x00F9_DCDC, 0x007F_1D1D),
        (Verdict::Error, 0x00F9_DCDC, 0x007F_1D1D),
        (Verdict::Unknown, 0x00FB_EFCF, 0x0071_3F12),
        (Verdict::Uncertain, 0x00FB_EFCF, 0x0071_3F12),
        (Verdict::Pending, 0x00DD_EAF7, 0x001E_3A5F),
        (Verdict::NotApplicable, 0x00EE_EEEE, 0x0044_4444),
    ] {
        let look = Format::new().set_background_color(Color::RGB(ground)).set_font_color(Color::RGB(ink));
        let rule = ConditionalFormatCellRule::EqualTo(marked(verdict, words));
        let rule = ConditionalFormatCell::new().set_rule(rule).set_format(look);
        sheet.add_conditional_format(0, first_column, last_row, last_column, &rule)?;
    }
    Ok(())
}
