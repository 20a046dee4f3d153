//! Arrow's PyCapsule interface, both ways.

use std::ffi::CStr;

use arrow_array::RecordBatch;
use arrow_array::ffi_stream::{ArrowArrayStreamReader, FFI_ArrowArrayStream};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyCapsuleMethods};

use super::raised::raise;
use crate::{Fault, stream};

const STREAM: &CStr = c"arrow_array_stream";

/// The batches of anything that has `__arrow_c_stream__`. Nothing is copied: the batches are those of the object.
pub(super) fn reader(frame: &Bound<'_, PyAny>) -> PyResult<ArrowArrayStreamReader> {
    let capsule = frame.call_method0("__arrow_c_stream__")?.cast_into::<PyCapsule>()?;
    let pointer = capsule.pointer_checked(Some(STREAM))?.cast::<FFI_ArrowArrayStream>();
    // SAFETY: a capsule of this name holds a stream, by Arrow's PyCapsule interface. `from_raw` takes it out and leaves a
    // released one behind, which the capsule's own destructor then passes over.
    let reader = unsafe { ArrowArrayStreamReader::from_raw(pointer.as_ptr()) };
    raise(frame.py(), reader.map_err(|error| Fault::arrow(&error)))
}

/// A stream of one batch in a capsule; dropping the capsule releases what was not taken out.
pub(super) fn capsule<'py>(py: Python<'py>, batch: RecordBatch) -> PyResult<Bound<'py, PyCapsule>> {
    PyCapsule::new_with_value(py, stream::of(batch), STREAM)
}
