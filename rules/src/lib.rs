//! The rule files that are shipped with dabiao, as texts: any plan can `use "common/units.dabiao"`.
//!
//! This crate reads nothing and checks nothing. The files stand in `common/` beside it, and are compiled in, so that
//! they are there for texts in memory and in WebAssembly as well.

/// A shipped file: the path by which `use` names it, and its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shipped {
    /// The path, with `/` between folders, for example `common/units.dabiao`.
    pub path: &'static str,
    /// The whole text.
    pub text: &'static str,
}

macro_rules! shipped {
    ($($path:literal)+) => {
        /// Every shipped file, by path.
        pub const SHIPPED: &[Shipped] = &[
            $(Shipped { path: $path, text: include_str!(concat!("../", $path)) },)+
        ];
    };
}

shipped! {
    "common/air.dabiao"
    "common/counts.dabiao"
    "common/energy.dabiao"
    "common/money.dabiao"
    "common/noise.dabiao"
    "common/units.dabiao"
    "common/water.dabiao"
}

/// The shipped file of a path.
///
/// ```
/// assert!(dabiao_rules::file("common/units.dabiao").is_some());
/// assert!(dabiao_rules::file("common/none.dabiao").is_none());
/// ```
#[must_use]
pub fn file(path: &str) -> Option<&'static Shipped> {
    SHIPPED.iter().find(|one| one.path == path)
}

/// The shipped files directly inside a folder.
///
/// ```
/// assert_eq!(dabiao_rules::folder("common").count(), dabiao_rules::SHIPPED.len());
/// ```
pub fn folder(path: &str) -> impl Iterator<Item = &'static Shipped> {
    let prefix = format!("{}/", path.trim_end_matches('/'));
    SHIPPED.iter().filter(move |one| one.path.strip_prefix(&prefix).is_some_and(|name| !name.contains('/')))
}
