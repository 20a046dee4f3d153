//! Memory that the page writes its texts to.

use std::ffi::c_char;

/// So many bytes for the caller to write to; they are given back with `dabiao_memory_free`. Null where there are none.
#[unsafe(no_mangle)]
pub extern "C" fn dabiao_memory_new(length: usize) -> *mut c_char {
    let mut bytes: Vec<u8> = Vec::new();
    if bytes.try_reserve_exact(length).is_err() {
        return std::ptr::null_mut();
    }
    bytes.resize(length, 0);
    Box::into_raw(bytes.into_boxed_slice()).cast()
}

/// Gives memory back.
///
/// # Safety
/// `memory` came from `dabiao_memory_new` with this length, and is not used again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_memory_free(memory: *mut c_char, length: usize) {
    if !memory.is_null() {
        let bytes = std::ptr::slice_from_raw_parts_mut(memory.cast::<u8>(), length);
        // SAFETY: the bytes came from a box of this length, as the caller promises.
        drop(unsafe { Box::from_raw(bytes) });
    }
}
