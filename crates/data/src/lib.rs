//! Metrics from CSV, JSON and XLSX, every fault with its place.
//!
//! A reader gives what it finds in a data file to an [`Intake`](dabiao_model::Intake), value by value, or collects it as
//! [`Observation`](dabiao_model::Observation)s and [`EntityRow`](dabiao_model::EntityRow)s, and names every fault of the file in one run: a ragged row, a period
//! that does not exist and a key given twice stand side by side in [`Loaded::faults`]. A row with a fault gives
//! no values; everything else of the file is read.
//!
//! # What a file may look like
//!
//! | layout | its columns |
//! |---|---|
//! | tidy | `metric` and `value`, and where they apply `entity`, `period`, `unit`, `flag`, `source`, `title`, `note` |
//! | wide | every heading that is no column's name is a metric's path or title; beside them `entity`, `period`, `flag`, `source`, `note`, which hold for the row |
//! | entities | `entity` with `parent` or `level`; beside them `title`, `note` |
//!
//! A table that has a `metric` or a `value` column is tidy; one that has `entity` with `parent` or `level` lists
//! entities; any other is wide. [`Column::names`] has the headings in both languages; they count in any case,
//! trimmed and in full-width letters. `note`, and `title` beside a metric, are for people and are not read. Any
//! other column that the layout does not know is a fault, for it might be a misspelt one.
//!
//! - **CSV.** UTF-8 with or without a mark; lines end in LF or CRLF. Cells are parted by commas; where the heading
//!   row has none outside quotes, by whichever of semicolons and tabs it has more of. Blank rows, and rows of empty
//!   cells, are passed over. Rows are counted as an editor counts lines: the heading stands in row 1.
//! - **JSON.** An object is one row; its nested keys are joined with `.` to the metric's path. An array holds one
//!   object per row, in any of the three layouts. An object whose `entities` or `rows` (地区, 数据) is an array is a
//!   document of both. Numbers keep the digits that the text has, `true` and `false` are texts, `null` is a
//!   missing value. Faults name the line and the key path, `[2].market.pass_rate` for the third row.
//! - **JSON lines.** One such object a line.
//! - **XLSX**, with the feature `xlsx`. Each sheet that people see and that has a row of two cells is a table; titles
//!   above its headings are passed over. Cells read as the sheet shows them: a number of the format `0.0%` as a percent,
//!   one of `0"家"` with its unit, a date as a day, or as the month or year that is shown of it, a formula as its last
//!   result. Numbers have the 15 significant digits that a spreadsheet keeps. A cell merged over rows holds for each of
//!   them, one merged over columns is a fault. `metrics.xlsx#2011` picks a sheet, hidden ones too.
//! - A cell that is missing is still an observation, so that evidence can say where it was looked for; a key that
//!   is absent from a wide JSON row is none.
//! - `flag` is `provisional`, `p`, 初步 or 暂定, or `final`, 正式, 最终 or empty.
//! - A value's source is the file and row, `metrics.csv:7`, with the text of the `source` column behind it:
//!   `metrics.csv:7 (market register)`.
//!
//! Records are another matter: [`read_sheet`] takes a file of one record a row as it stands, for a table that the rules
//! declare with its columns.
//!
//! [`Limits`] bound the size of a file, its values, its nesting and the faults that are named; they are on by
//! default and end in a fault, never in silence.
//!
//! # What it does not do
//!
//! It knows no plan: it does not tell whether a metric exists, what type a value has, whether two values stand for
//! the same thing, or whether the entities form a tree. It judges nothing, rounds nothing and never goes through a
//! binary fraction. It reads no file but the one that is named, and nothing from the network.
//!
//! ```
//! use dabiao_data::{Format, read_text};
//! let loaded = read_text("metrics.csv", "metric,value\nmarket.pass_rate,92.40%\n", Format::Csv);
//! assert!(loaded.faults.is_empty());
//! assert_eq!(loaded.observations[0].text, "92.40%");
//! assert_eq!(loaded.observations[0].source, "metrics.csv:2");
//! ```

mod columns;
mod context;
#[cfg(feature = "csv")]
mod csv;
mod data_file;
mod entities;
mod file_name;
mod format;
#[cfg(feature = "xlsx")]
mod grid;
mod json;
mod json_fault;
mod json_keys;
mod json_lines;
mod json_rows;
mod json_scan;
mod json_text;
mod layout;
mod limits;
mod lines;
mod loaded;
mod output;
#[cfg(feature = "csv")]
mod quotes;
mod read;
mod sheet;
mod table;
#[cfg(feature = "xlsx")]
mod template;
mod tidy;
mod wide;
#[cfg(feature = "xlsx")]
mod xlsx;

pub use columns::Column;
pub use data_file::DataFile;
pub use format::Format;
pub use limits::Limits;
pub use loaded::Loaded;
pub use read::{fill_bytes, read_bytes, read_file, read_file_within, read_text};
pub use sheet::{read_sheet, read_sheet_bytes};
#[cfg(feature = "xlsx")]
pub use template::{TemplateKind, TemplateRow, write_template};
