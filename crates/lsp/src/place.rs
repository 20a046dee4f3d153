//! Files as the protocol names them.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use lsp_types::Uri;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The path that a name in the protocol means. A text that is in no file is named by the name itself.
pub(crate) fn path(uri: &Uri) -> PathBuf {
    let text = uri.as_str();
    let Some(rest) = text.strip_prefix("file://") else { return PathBuf::from(text) };
    let decoded = percent_decode_str(rest).decode_utf8_lossy().into_owned();
    // `/C:/plan` has a drive behind its first slash.
    let bytes = decoded.as_bytes();
    let has_drive = bytes.first() == Some(&b'/') && bytes.get(2) == Some(&b':');
    let path = if has_drive { decoded.get(1..).unwrap_or_default().to_string() } else { decoded };
    Path::new(&path).components().collect()
}

/// The name of a path in the protocol.
pub(crate) fn uri(path: &Path) -> Option<Uri> {
    let text = path.to_str()?;
    if !path.is_absolute() {
        return Uri::from_str(text).ok();
    }
    let text = text.replace('\\', "/");
    let slash = if text.starts_with('/') { "" } else { "/" };
    Uri::from_str(&format!("file://{slash}{}", utf8_percent_encode(&text, KEPT))).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_back() {
        for (name, file) in [
            ("file:///a/%E8%B4%A8%E9%87%8F%20b.dabiao", "/a/质量 b.dabiao"),
            ("file:///a/b_1-2.dabiao", "/a/b_1-2.dabiao"),
            ("untitled:Untitled-1", "untitled:Untitled-1"),
        ] {
            let name = Uri::from_str(name).unwrap();
            assert_eq!(path(&name), Path::new(file));
            assert_eq!(uri(Path::new(file)), Some(name));
        }
    }
}
