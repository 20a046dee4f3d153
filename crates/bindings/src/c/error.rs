//! Errors as objects.

use std::ffi::c_char;

use super::border::{free, handle, language};
use super::text::DabiaoText;
use crate::{Fault, Kind};

/// What went wrong in a call.
pub struct DabiaoError {
    fault: Fault,
    message: DabiaoText,
}

/// Which part of a call was at fault.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DabiaoErrorKind {
    /// No error was given.
    DabiaoErrorNone = 0,
    /// The rules have errors.
    DabiaoErrorRules = 1,
    /// The data have errors.
    DabiaoErrorData = 2,
    /// The call itself is wrong.
    DabiaoErrorCall = 3,
    /// The library itself failed. This is a defect of it; other calls may follow.
    DabiaoErrorInternal = 4,
}

impl DabiaoError {
    pub(super) fn handle(fault: Fault) -> *mut DabiaoError {
        let message = DabiaoText::new(fault.to_string());
        Box::into_raw(Box::new(DabiaoError { fault, message }))
    }
}

/// Which part of a call was at fault. NULL gives `DABIAO_ERROR_NONE`.
///
/// # Safety
/// `error` is NULL or an error that was not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_error_kind(error: *const DabiaoError) -> DabiaoErrorKind {
    // SAFETY: the caller's promise; null is no error.
    unsafe { error.as_ref() }.map_or(DabiaoErrorKind::DabiaoErrorNone, |error| match error.fault.kind {
        Kind::Rules => DabiaoErrorKind::DabiaoErrorRules,
        Kind::Data => DabiaoErrorKind::DabiaoErrorData,
        Kind::Call => DabiaoErrorKind::DabiaoErrorCall,
        Kind::Internal => DabiaoErrorKind::DabiaoErrorInternal,
    })
}

/// What went wrong, in English, one line for each thing. The text belongs to the error and is freed with it. NULL gives
/// NULL.
///
/// # Safety
/// `error` is NULL or an error that was not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_error_message(error: *const DabiaoError) -> *const DabiaoText {
    // SAFETY: the caller's promise; null has no message.
    unsafe { error.as_ref() }.map_or(std::ptr::null(), |error| &raw const error.message)
}

/// Everything that went wrong as `dabiao.diagnostics/1`, with codes, places and fixes; an internal error has none. The
/// language is `en` or `zh`, or NULL for English. The caller frees the text.
///
/// # Safety
/// `error` is an error that was not freed; `tag` is NULL or has `tag_length` bytes; `failure` is NULL or may be written
/// to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_error_diagnostics(
    error: *const DabiaoError,
    tag: *const c_char,
    tag_length: usize,
    failure: *mut *mut DabiaoError,
) -> *mut DabiaoText {
    // SAFETY: the caller's promises are handed on.
    unsafe {
        handle(failure, || {
            let error = super::border::borrowed(error, "error")?;
            Ok(DabiaoText::new(error.fault.diagnostics_json(language(tag, tag_length)?)))
        })
    }
}

/// Frees an error. NULL does nothing.
///
/// # Safety
/// `error` is NULL or an error that was not freed, and is not used again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_error_free(error: *mut DabiaoError) {
    // SAFETY: the caller's promise is handed on.
    unsafe { free(error) };
}
