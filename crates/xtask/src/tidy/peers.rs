//! The other engines of the benchmark have a lock file of their own, and no ordinary build would see it grow stale.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::{House, finding::Finding, packages::Package};

const LOCK: &str = "benches/peers/Cargo.lock";

/// What to do about a finding.
const REMEDY: &str = "run `cargo update --workspace --manifest-path benches/peers/Cargo.toml`";

#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    /// Where a package from outside comes from.
    source: Option<String>,
    #[serde(default)]
    dependencies: Vec<String>,
}

/// Compares what the lock file says of the workspace's packages with their manifests, by name.
pub(super) fn check(house: &House) -> Vec<Finding> {
    let Some(text) = house.tree.text(LOCK) else { return Vec::new() };
    let lock: Lock = match toml::from_str(text) {
        Ok(lock) => lock,
        Err(error) => return vec![Finding::in_file(LOCK, format!("it cannot be read: {error}"))],
    };
    let own = lock.package.iter().filter(|locked| locked.source.is_none());
    own.filter_map(|locked| {
        let package = house.packages.iter().find(|package| package.name == locked.name)?;
        Some(compare(locked, package))
    })
    .flatten()
    .collect()
}

fn compare(locked: &Locked, package: &Package) -> Vec<Finding> {
    let names = |is_wanted: &dyn Fn(bool) -> bool| -> BTreeSet<&str> {
        let normal = package.dependencies.iter().filter(|it| !it.is_for_tests() && is_wanted(it.optional));
        normal.map(|it| it.name.as_str()).collect()
    };
    let (needed, allowed) = (names(&|optional| !optional), names(&|_| true));
    // A name that stands more than once has its version behind it.
    let known: BTreeSet<&str> = locked
        .dependencies
        .iter()
        .map(|it| it.split_once(' ').map_or(it.as_str(), |(name, _)| name))
        .collect();
    let missing = needed.difference(&known).map(|name| format!("`{}` needs `{name}`", package.name));
    let stale = known.difference(&allowed).map(|name| format!("`{}` does not need `{name}`", package.name));
    missing.chain(stale).map(|what| Finding::in_file(LOCK, format!("{what}; {REMEDY}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::{super::finding::shown, *};

    fn check(lock: &str, wanted: &[&str]) {
        let mut house = House::of(&[(LOCK, lock)]);
        house.packages = vec![Package::of("a", &["b"], &["c"], &["serde"])];
        let wanted: Vec<String> = wanted.iter().map(|what| format!("{LOCK}: {what}; {REMEDY}")).collect();
        assert_eq!(shown(&super::check(&house)), wanted);
    }

    #[test]
    fn the_same_names_fit() {
        check("[[package]]\nname = 'a'\ndependencies = ['b', 'serde 1.0.0']", &[]);
        check("[[package]]\nname = 'z'\nsource = 'registry'\ndependencies = ['y']", &[]);
    }

    #[test]
    fn other_names_are_found() {
        check("[[package]]\nname = 'a'\ndependencies = ['b']", &["`a` needs `serde`"]);
        check("[[package]]\nname = 'a'\ndependencies = ['b', 'old', 'serde']", &["`a` does not need `old`"]);
    }

    #[test]
    fn a_lock_file_that_is_none_is_a_finding() {
        let found = super::check(&House::of(&[(LOCK, "[[package")]));
        assert!(shown(&found).concat().contains("it cannot be read"), "{:?}", shown(&found));
    }
}
