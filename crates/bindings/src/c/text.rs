//! Texts that are handed over.

use std::ffi::c_char;

use super::border::free;

/// A text that the library made. It is UTF-8, and a zero byte stands behind it.
pub struct DabiaoText {
    /// With the zero behind it.
    bytes: Box<[u8]>,
}

impl DabiaoText {
    pub(super) fn new(text: String) -> DabiaoText {
        let mut bytes = text.into_bytes();
        bytes.push(0);
        DabiaoText { bytes: bytes.into_boxed_slice() }
    }

    pub(super) fn data(&self) -> *const c_char {
        self.bytes.as_ptr().cast()
    }

    pub(super) fn length(&self) -> usize {
        self.bytes.len().saturating_sub(1)
    }
}

/// The first byte of a text. It belongs to the text and lives as long; a zero byte stands behind the last one. NULL gives
/// NULL.
///
/// # Safety
/// `text` is NULL or a text that was not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_text_data(text: *const DabiaoText) -> *const c_char {
    // SAFETY: the caller's promise; null gives null.
    unsafe { text.as_ref() }.map_or(std::ptr::null(), DabiaoText::data)
}

/// The number of bytes of a text, without the zero behind it. NULL has none.
///
/// # Safety
/// `text` is NULL or a text that was not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_text_length(text: *const DabiaoText) -> usize {
    // SAFETY: the caller's promise; null has no bytes.
    unsafe { text.as_ref() }.map_or(0, DabiaoText::length)
}

/// Frees a text. NULL does nothing.
///
/// # Safety
/// `text` is NULL or a text that was not freed, and is not used again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_text_free(text: *mut DabiaoText) {
    // SAFETY: the caller's promise is handed on.
    unsafe { free(text) };
}
