//! From a file, bytes or a text to what they hold.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use dabiao_model::{Code, Diagnostic, Intake, nfc};

#[cfg(feature = "csv")]
use crate::csv;
use crate::file_name::FileName;
use crate::lines::Lines;
use crate::output::{Collector, Output, in_order};
#[cfg(feature = "xlsx")]
use crate::xlsx;
use crate::{Format, Limits, Loaded, json, json_lines};

/// Reads a data file within the default [`Limits`]; its name's ending tells the format. What keeps the file from
/// being read is a fault too.
///
/// ```
/// let loaded = dabiao_data::read_file("no/such/metrics.csv");
/// assert_eq!(loaded.faults[0].to_string(), "no/such/metrics.csv: E0708: there is no file `no/such/metrics.csv`");
/// ```
#[must_use]
pub fn read_file(path: impl AsRef<Path>) -> Loaded {
    read_file_within(path, &Limits::default())
}

/// Reads a data file as [`read_file`] does, within other limits.
#[must_use]
pub fn read_file_within(path: impl AsRef<Path>, limits: &Limits) -> Loaded {
    let name = path.as_ref().to_string_lossy();
    match bytes_within(path.as_ref(), limits) {
        Ok((bytes, format)) => read_bytes(&name, &bytes, format, limits),
        Err(fault) => Loaded::fault(*fault),
    }
}

/// Reads bytes, for example those of standard input; `file_name` is shown and never opened. But for a workbook, they
/// must be UTF-8 text.
///
/// ```
/// use dabiao_data::{Format, Limits, read_bytes};
/// let loaded = read_bytes("gbk.csv", b"metric,value\n\xCE\xC4,1\n", Format::Csv, &Limits::default());
/// assert_eq!(loaded.faults[0].to_string(), "gbk.csv:2: E0708: the file is not UTF-8 text");
/// ```
#[must_use]
pub fn read_bytes(file_name: &str, bytes: &[u8], format: Format, limits: &Limits) -> Loaded {
    let mut collector = Collector::default();
    let faults = fill_bytes(file_name, bytes, format, limits, &mut collector);
    collector.loaded(faults)
}

/// Reads bytes as [`read_bytes`] does, and gives every value away as soon as it is read. What is wrong with the file
/// comes back; rows with a fault give no values.
///
/// ```
/// use std::sync::Arc;
/// use dabiao_data::{Format, Limits, fill_bytes};
/// use dabiao_model::{EntityRow, Intake, RawCell, RowHead};
///
/// /// The longest value.
/// #[derive(Default)]
/// struct Longest(String);
///
/// impl Intake for Longest {
///     fn file(&mut self, _: &Arc<str>) {}
///     fn row(&mut self, _: &RowHead<'_>) {}
///     fn cell(&mut self, cell: &RawCell<'_>) {
///         if cell.text.len() > self.0.len() {
///             self.0 = cell.text.to_string();
///         }
///     }
///     fn entity(&mut self, _: EntityRow) {}
/// }
///
/// let mut longest = Longest::default();
/// let text = "period,x.rate\n2011,91.25\n2012,9\n";
/// assert!(fill_bytes("m.csv", text.as_bytes(), Format::Csv, &Limits::default(), &mut longest).is_empty());
/// assert_eq!(longest.0, "91.25");
/// ```
#[must_use]
pub fn fill_bytes(
    file_name: &str,
    bytes: &[u8],
    format: Format,
    limits: &Limits,
    intake: &mut dyn Intake,
) -> Vec<Diagnostic> {
    #[cfg(feature = "xlsx")]
    if format == Format::Xlsx {
        return xlsx::read(file_name, bytes, limits, intake);
    }
    let file = FileName::new(file_name);
    let text = match text_of(&file, bytes, limits) {
        Ok(text) => text,
        Err(fault) => return vec![*fault],
    };
    intake.file(file.full());
    let mut output = Output::new(intake);
    match format {
        #[cfg(feature = "csv")]
        Format::Csv => csv::read(&file, &text, limits, &mut output),
        Format::Json => json::read(&file, &text, limits, &mut output),
        Format::JsonLines => json_lines::read(&file, &text, limits, &mut output),
        // A workbook is no text, and has been read above.
        #[cfg(feature = "xlsx")]
        Format::Xlsx => {}
    }
    in_order(output.faults, limits)
}

/// Reads a text within the default [`Limits`]; `file_name` is shown and never opened.
///
/// ```
/// use dabiao_data::{Format, read_text};
/// let loaded = read_text("d.json", r#"[{"entity": "East", "market": {"pass_rate": 92.40}}]"#, Format::Json);
/// let value = &loaded.observations[0];
/// assert_eq!((value.metric.as_str(), value.text.as_str()), ("market.pass_rate", "92.40"));
/// assert_eq!(value.place.to_string(), "d.json:1, column `[0].market.pass_rate`");
/// ```
#[must_use]
pub fn read_text(file_name: &str, text: &str, format: Format) -> Loaded {
    read_bytes(file_name, text.as_bytes(), format, &Limits::default())
}

/// The bytes of a data file with the format that its name's ending tells, or what keeps it from being read.
pub(crate) fn bytes_within(path: &Path, limits: &Limits) -> Result<(Vec<u8>, Format), Box<Diagnostic>> {
    let name = path.to_string_lossy();
    let place = || FileName::new(&name).place();
    let Some(format) = Format::of_path(&name) else {
        let fault = Diagnostic::new(Code::UnknownFormat, place()).with("name", &name);
        return Err(Box::new(fault.with("endings", Format::ENDINGS)));
    };
    #[cfg(feature = "xlsx")]
    let path = Path::new(xlsx::split(&name).0);
    bytes_of(path, limits).map(|bytes| (bytes, format)).map_err(|error| {
        let is_absent = error.kind() == io::ErrorKind::NotFound;
        let fault = Diagnostic::new(Code::BrokenFile, place()).with("name", &name);
        let variant = if is_absent { "not-found" } else { "unreadable" };
        Box::new(fault.variant(variant).with("reason", error))
    })
}

/// The text of a file that is not too large, UTF-8 and not blank.
pub(crate) fn text_of<'b>(
    file: &FileName,
    bytes: &'b [u8],
    limits: &Limits,
) -> Result<Cow<'b, str>, Box<Diagnostic>> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limits.bytes {
        let fault = Diagnostic::new(Code::TooMuchData, file.place());
        return Err(Box::new(fault.with("limit", limits.bytes)));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let readable = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let readable = std::str::from_utf8(readable).unwrap_or_default();
        let place = file.row(Lines::of(readable).line(readable.len()));
        Box::new(Diagnostic::new(Code::BrokenFile, place).variant("not-utf8"))
    })?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Box::new(Diagnostic::new(Code::BrokenFile, file.place()).variant("empty")));
    }
    // Names compare in one form; places are lines and columns, which it does not move.
    Ok(nfc(text))
}

/// The bytes of a file; one more than the limit where the file is larger.
fn bytes_of(path: &Path, limits: &Limits) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(limits.bytes.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}
