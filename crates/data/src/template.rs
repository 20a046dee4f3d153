//! Workbooks to be filled in.

mod words;

use std::io::{self, Write};

use dabiao_model::Language;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, Format, Workbook, Worksheet,
    XlsxError,
};

use crate::Column;
use words::Words;

/// A value that somebody has to fill in.
#[derive(Debug, Clone, PartialEq)]
pub struct TemplateRow {
    /// The metric's path.
    pub metric: String,
    /// What people call it.
    pub title: Option<String>,
    /// Whose value it is; `None` where the plan is judged for nobody in particular.
    pub entity: Option<String>,
    /// When; `None` where the value holds in every period.
    pub period: Option<String>,
    /// The unit that the value is asked for in.
    pub unit: Option<String>,
    /// What the value may be.
    pub kind: TemplateKind,
    /// The clause, or whatever else helps to find the value.
    pub note: Option<String>,
}

/// What may be filled in.
#[derive(Debug, Clone, PartialEq)]
pub enum TemplateKind {
    /// A share; the least and the greatest, 1 for 100 %.
    Percent(Option<(f64, f64)>),
    /// A number of the row's unit; the least and the greatest.
    Number(Option<(f64, f64)>),
    /// One of these words.
    Choice(Vec<String>),
    /// A day.
    Date,
    /// A text.
    Text,
}

/// The characters that the words of a drop-down list may have together.
const CHOICES: usize = 255;

/// The columns, in their order, with their widths in characters.
const COLUMNS: [(Column, f64); 8] = [
    (Column::Metric, 36.0),
    (Column::Title, 36.0),
    (Column::Entity, 16.0),
    (Column::Period, 12.0),
    (Column::Value, 16.0),
    (Column::Unit, 12.0),
    (Column::Source, 30.0),
    (Column::Note, 40.0),
];

/// Writes a workbook with a row for each value that is asked for. Filled in, it is read as any other data file is;
/// rows that are left empty are missing values.
///
/// # Errors
/// What keeps the workbook from being written.
///
/// ```
/// use dabiao_data::{Format, Limits, TemplateKind, TemplateRow, read_bytes, write_template};
/// use dabiao_model::Language;
/// let row = TemplateRow {
///     metric: "market.pass_rate".to_string(),
///     title: Some("市场商品抽检合格率".to_string()),
///     entity: Some("河畔区".to_string()),
///     period: Some("2011".to_string()),
///     unit: None,
///     kind: TemplateKind::Percent(Some((0.0, 1.0))),
///     note: Some("二（一）1".to_string()),
/// };
/// let mut bytes = Vec::new();
/// write_template(&[row], Language::Chinese, &mut bytes).unwrap();
/// let loaded = read_bytes("template.xlsx", &bytes, Format::Xlsx, &Limits::default());
/// assert!(loaded.faults.is_empty());
/// assert_eq!((loaded.observations[0].metric.as_str(), loaded.observations[0].text.as_str()), ("market.pass_rate", ""));
/// ```
pub fn write_template(rows: &[TemplateRow], language: Language, mut out: impl Write) -> io::Result<()> {
    let bytes = workbook(rows, Words(language)).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

fn workbook(rows: &[TemplateRow], words: Words) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(words.values())?;
    let head = Format::new().set_bold().set_background_color(Color::RGB(0x00DD_EBF7));
    for (at, (column, width)) in (0..).zip(COLUMNS) {
        sheet.write_with_format(0, at, words.heading(column), &head)?;
        sheet.set_column_width(at, width)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    for (line, row) in (1..).zip(rows) {
        write(sheet, line, row)?;
    }
    let guide = book.add_worksheet();
    guide.set_name(words.guide())?;
    guide.set_column_width(0, 100.0)?;
    // One cell a row, so that no reader takes it for a table.
    for (line, sentence) in (0..).zip(words.sentences()) {
        guide.write(line, 0, sentence)?;
    }
    book.save_to_buffer()
}

fn write(sheet: &mut Worksheet, line: u32, row: &TemplateRow) -> Result<(), XlsxError> {
    let text = Format::new().set_num_format("@");
    let input = Format::new().set_background_color(Color::RGB(0x00FF_F2CC));
    for (at, (column, _)) in (0..).zip(COLUMNS) {
        let given = match column {
            Column::Metric => Some(&row.metric),
            Column::Title => row.title.as_ref(),
            Column::Entity => row.entity.as_ref(),
            Column::Period => row.period.as_ref(),
            Column::Unit => row.unit.as_ref(),
            Column::Note => row.note.as_ref(),
            Column::Value => {
                sheet.write_blank(line, at, &input.clone().set_num_format(number_format(&row.kind)))?;
                if let Some(rule) = validation(&row.kind) {
                    sheet.add_data_validation(line, at, line, at, &rule)?;
                }
                None
            }
            _ => None,
        };
        if let Some(given) = given {
            // As text, so that `2011` stays a year and an id keeps its zeros.
            sheet.write_with_format(line, at, given, &text)?;
        }
    }
    Ok(())
}

fn number_format(kind: &TemplateKind) -> &'static str {
    match kind {
        TemplateKind::Percent(_) => "0.00%",
        TemplateKind::Date => "yyyy-mm-dd",
        TemplateKind::Number(_) => "General",
        TemplateKind::Choice(_) | TemplateKind::Text => "@",
    }
}

/// What the cell is held to. A number out of its range may be insisted on, for a text such as `437/500` is a share too;
/// judging refuses what is wrong.
fn validation(kind: &TemplateKind) -> Option<DataValidation> {
    match kind {
        TemplateKind::Percent(Some((least, greatest))) | TemplateKind::Number(Some((least, greatest))) => {
            let rule = DataValidationRule::Between(*least, *greatest);
            Some(
                DataValidation::new()
                    .allow_decimal_number(rule)
                    .set_error_style(DataValidationErrorStyle::Warning),
            )
        }
        TemplateKind::Choice(words)
            if words.iter().map(|word| word.chars().count().saturating_add(1)).sum::<usize>() <= CHOICES =>
        {
            DataValidation::new().allow_list_strings(words).ok()
        }
        _ => None,
    }
}
