//! How large a workbook is once it is unpacked.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

/// Whether the parts of an archive, unpacked, have no more than so many bytes. What the archive says of itself is
/// not believed: every part is unpacked, and kept nowhere.
pub(super) fn fits(bytes: &[u8], limit: u64) -> Result<bool, ZipError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut left = limit;
    for index in 0..archive.len() {
        let part = archive.by_index(index)?;
        let size = io::copy(&mut part.take(left.saturating_add(1)), &mut io::sink())?;
        match left.checked_sub(size) {
            Some(rest) => left = rest,
            None => return Ok(false),
        }
    }
    Ok(true)
}
