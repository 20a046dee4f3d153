//! What every function of the C interface does: it reads its arguments, guards its work, and hands over what came out.

use std::ffi::c_char;
use std::ptr;

use dabiao::{Language, Wording};

use super::error::DabiaoError;
use crate::{Fault, guard};

/// Does the work of a call that answers with a handle. The caller owns the handle; `null` is told with an error.
///
/// # Safety
/// `error` is null or may be written to.
pub(super) unsafe fn handle<T>(
    error: *mut *mut DabiaoError,
    work: impl FnOnce() -> Result<T, Fault>,
) -> *mut T {
    // SAFETY: the caller's promise is handed on.
    unsafe { answer(error, work) }.map_or(ptr::null_mut(), |value| Box::into_raw(Box::new(value)))
}

/// Does the work of a call that answers whether it was done.
///
/// # Safety
/// `error` is null or may be written to.
pub(super) unsafe fn done(error: *mut *mut DabiaoError, work: impl FnOnce() -> Result<(), Fault>) -> bool {
    // SAFETY: the caller's promise is handed on.
    unsafe { answer(error, work) }.is_some()
}

/// Gives back a handle that one of our functions made. Null is taken and does nothing.
///
/// # Safety
/// `handle` is null or was made by [`handle`] for this type, and is not used again.
pub(super) unsafe fn free<T>(handle: *mut T) {
    if !handle.is_null() {
        // SAFETY: the handle came from `Box::into_raw` and is given back once, as the caller promises.
        drop(unsafe { Box::from_raw(handle) });
    }
}

/// A handle as the reference that it is.
///
/// # Safety
/// `handle` is null or was made by [`handle`] for this type, and stays valid for as long as the reference is used.
pub(super) unsafe fn borrowed<'a, T>(handle: *const T, name: &'static str) -> Result<&'a T, Fault> {
    // SAFETY: the caller's promise; null is refused.
    unsafe { handle.as_ref() }.ok_or_else(|| absent(name))
}

/// A handle that is changed.
///
/// # Safety
/// As for [`borrowed`], and nobody else uses the handle meanwhile.
pub(super) unsafe fn changed<'a, T>(handle: *mut T, name: &'static str) -> Result<&'a mut T, Fault> {
    // SAFETY: the caller's promise; null is refused.
    unsafe { handle.as_mut() }.ok_or_else(|| absent(name))
}

/// A text of so many bytes.
///
/// # Safety
/// `data` is null, or so many bytes may be read there for as long as the text is used.
pub(super) unsafe fn text<'a>(
    data: *const c_char,
    length: usize,
    name: &'static str,
) -> Result<&'a str, Fault> {
    // SAFETY: the caller's promise is handed on.
    let bytes = unsafe { bytes(data, length, name) }?;
    std::str::from_utf8(bytes)
        .map_err(|_| Fault::argument(name, &String::from_utf8_lossy(bytes), Wording::word("wanted-utf8")))
}

/// A text that may be left out with null.
///
/// # Safety
/// As for [`text`].
pub(super) unsafe fn optional<'a>(
    data: *const c_char,
    length: usize,
    name: &'static str,
) -> Result<Option<&'a str>, Fault> {
    if data.is_null() {
        return Ok(None);
    }
    // SAFETY: the caller's promise is handed on.
    unsafe { text(data, length, name) }.map(Some)
}

/// So many bytes.
///
/// # Safety
/// As for [`text`].
pub(super) unsafe fn bytes<'a>(
    data: *const c_char,
    length: usize,
    name: &'static str,
) -> Result<&'a [u8], Fault> {
    if data.is_null() {
        return if length == 0 { Ok(&[]) } else { Err(absent(name)) };
    }
    if isize::try_from(length).is_err() {
        return Err(Fault::argument(name, &length.to_string(), Wording::word("wanted-utf8")));
    }
    // SAFETY: the caller promises so many readable bytes, and they are no more than an object can have.
    Ok(unsafe { std::slice::from_raw_parts(data.cast::<u8>(), length) })
}

/// `en`, `zh`, or null for English.
///
/// # Safety
/// As for [`text`].
pub(super) unsafe fn language(data: *const c_char, length: usize) -> Result<Language, Fault> {
    // SAFETY: the caller's promise is handed on.
    match unsafe { optional(data, length, "language") }? {
        None => Ok(Language::English),
        Some(tag) => Fault::language(tag),
    }
}

/// # Safety
/// `error` is null or may be written to.
unsafe fn answer<T>(error: *mut *mut DabiaoError, work: impl FnOnce() -> Result<T, Fault>) -> Option<T> {
    let (value, fault) = match guard(work) {
        Ok(value) => (Some(value), ptr::null_mut()),
        Err(fault) => (None, if error.is_null() { ptr::null_mut() } else { DabiaoError::handle(fault) }),
    };
    if !error.is_null() {
        // SAFETY: the caller promises that it may be written to.
        unsafe { error.write(fault) };
    }
    value
}

fn absent(name: &'static str) -> Fault {
    Fault::argument(name, "NULL", Wording::word("wanted-handle"))
}
