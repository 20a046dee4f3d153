//! Python's values as data files would have them, exactly.

use dabiao::Wording;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyMapping, PyString, PyTuple};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::Fault;

/// A value, or a row or list of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Datum {
    /// `None`
    Missing,
    /// A single value, written as in a data file.
    Text(String),
    /// A dict; its keys are paths or parts of them.
    Row(Vec<(String, Datum)>),
    /// A list of rows.
    List(Vec<Datum>),
}

/// The digits that any decimal keeps on its way through a binary float.
const DIGITS: usize = 15;
/// How deep dicts may stand in each other.
const DEPTH: usize = 64;

impl Datum {
    /// Reads a value; `path` names it in faults.
    pub(super) fn of(value: &Bound<'_, PyAny>, path: &str) -> PyResult<Result<Datum, Fault>> {
        read(value, path, DEPTH)
    }

    /// A single value as the text that it is.
    pub(super) fn single(value: &Bound<'_, PyAny>, path: &str) -> PyResult<Result<String, Fault>> {
        Ok(match read(value, path, DEPTH)? {
            Ok(Datum::Text(text)) => Ok(text),
            Ok(Datum::Missing) => Ok(String::new()),
            Ok(Datum::Row(_) | Datum::List(_)) => Err(unreadable(value, path, "given-single")),
            Err(fault) => Err(fault),
        })
    }
}

impl Serialize for Datum {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Datum::Missing => serializer.serialize_none(),
            Datum::Text(text) => serializer.serialize_str(text),
            Datum::Row(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
            Datum::List(rows) => serializer.collect_seq(rows),
        }
    }
}

fn read(value: &Bound<'_, PyAny>, path: &str, depth: usize) -> PyResult<Result<Datum, Fault>> {
    let text = |text: String| Ok(Ok(Datum::Text(text)));
    if value.is_none() {
        return Ok(Ok(Datum::Missing));
    }
    if let Ok(word) = value.cast::<PyString>() {
        return text(word.to_str()?.to_string());
    }
    if let Ok(yes) = value.cast::<PyBool>() {
        return text(if yes.is_true() { "yes" } else { "no" }.to_string());
    }
    if let Ok(float) = value.cast::<PyFloat>() {
        return Ok(of_float(float, path));
    }
    if value.is_instance_of::<PyInt>() || is_a(value, &DECIMAL, "decimal", "Decimal")? {
        // The digits of an int or of a Decimal are all of it; `NaN` is no number, and is refused where it is read.
        return text(value.str()?.to_str()?.to_string());
    }
    if is_a(value, &FRACTION, "fractions", "Fraction")? {
        let part = |name| value.getattr(name)?.str()?.to_str().map(str::to_string);
        return text(format!("{}/{}", part("numerator")?, part("denominator")?));
    }
    if is_a(value, &DATE, "datetime", "date")? {
        return text(value.str()?.to_str()?.to_string());
    }
    if let Ok(pair) = value.cast::<PyTuple>()
        && let Ok((passes, total)) = pair.extract::<(Bound<'_, PyInt>, Bound<'_, PyInt>)>()
    {
        return text(format!("{}/{}", passes.str()?.to_str()?, total.str()?.to_str()?));
    }
    let Some(depth) = depth.checked_sub(1) else {
        return Ok(Err(unreadable(value, path, "given-single")));
    };
    if let Ok(row) = value.cast::<PyDict>() {
        return row_of(row.as_any(), &row.items(), path, depth);
    }
    if let Ok(row) = value.cast::<PyMapping>() {
        return row_of(row.as_any(), &row.items()?, path, depth);
    }
    if value.is_instance_of::<PyList>() || value.is_instance_of::<PyTuple>() {
        let mut rows = Vec::new();
        for row in value.try_iter()? {
            match read(&row?, path, depth)? {
                Ok(row) => rows.push(row),
                Err(fault) => return Ok(Err(fault)),
            }
        }
        return Ok(Ok(Datum::List(rows)));
    }
    // Scalars of NumPy, which know what they would be in Python.
    if value.hasattr("dtype")? && value.hasattr("item")? {
        let plain = value.call_method0("item")?;
        if !plain.get_type().is(value.get_type()) {
            return read(&plain, path, depth);
        }
    }
    Ok(Err(unreadable(value, path, "given-python")))
}

fn row_of(
    row: &Bound<'_, PyAny>,
    items: &Bound<'_, PyList>,
    path: &str,
    depth: usize,
) -> PyResult<Result<Datum, Fault>> {
    let mut entries = Vec::new();
    for item in items {
        let (key, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) = item.extract()?;
        let Ok(key) = key.cast::<PyString>() else {
            return Ok(Err(unreadable(row, path, "given-named-metrics")));
        };
        let key = key.to_str()?.to_string();
        let below = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        match read(&value, &below, depth)? {
            Ok(value) => entries.push((key, value)),
            Err(fault) => return Ok(Err(fault)),
        }
    }
    Ok(Ok(Datum::Row(entries)))
}

/// A float whose shortest decimal form has no more digits than any float keeps is what somebody wrote: `91.2` is `91.2`. One
/// with more is what arithmetic left, and is refused rather than rounded.
fn of_float(float: &Bound<'_, PyFloat>, path: &str) -> Result<Datum, Fault> {
    let shortest = float.value().to_string();
    if float.value().is_finite() && significant(&shortest) > DIGITS {
        return Err(Fault::value(path, &shortest, Wording::word("given-long-float")));
    }
    // `NaN` and `inf` are no numbers, and are refused where they are read; they are never taken as missing.
    Ok(Datum::Text(shortest))
}

/// The digits of a decimal between its first and its last that is not zero.
fn significant(decimal: &str) -> usize {
    let digits: String = decimal.chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').len()
}

fn unreadable(value: &Bound<'_, PyAny>, path: &str, reason: &'static str) -> Fault {
    let class = value.get_type().name().map_or_else(|_| "object".to_string(), |name| name.to_string());
    let path = if path.is_empty() { "data" } else { path };
    Fault::value(path, &class, Wording::about(reason, "type", class.as_str()))
}

static DECIMAL: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
static FRACTION: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
static DATE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();

fn is_a(
    value: &Bound<'_, PyAny>,
    known: &'static PyOnceLock<Py<PyAny>>,
    module: &str,
    name: &str,
) -> PyResult<bool> {
    let py = value.py();
    let class = known.get_or_try_init(py, || py.import(module)?.getattr(name).map(Bound::unbind))?;
    value.is_instance(class.bind(py))
}
