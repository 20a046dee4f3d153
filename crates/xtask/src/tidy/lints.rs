//! Every crate takes the workspace's lints, or its panics would go unseen.

use super::{House, finding::Finding};

pub(super) fn check(house: &House) -> Vec<Finding> {
    house
        .packages
        .iter()
        .filter(|package| !takes_lints(house.tree.text(&package.manifest).unwrap_or_default()))
        .map(|package| Finding::in_file(&package.manifest, "add `workspace = true` under `[lints]`"))
        .collect()
}

fn takes_lints(manifest: &str) -> bool {
    let table: Option<toml::Table> = toml::from_str(manifest).ok();
    table.and_then(|table| table.get("lints")?.get("workspace")?.as_bool()) == Some(true)
}

#[cfg(test)]
mod tests {
    use super::{super::finding::shown, super::packages::Package, *};

    fn check(manifest: &str, wanted: &[&str]) {
        let mut house = House::of(&[("crates/a/Cargo.toml", manifest)]);
        house.packages = vec![Package::of("a", &[], &[], &[])];
        assert_eq!(shown(&super::check(&house)), wanted);
    }

    #[test]
    fn the_workspace_lints_are_taken() {
        check("[lints]\nworkspace = true", &[]);
        check("lints.workspace = true", &[]);
    }

    #[test]
    fn own_lints_or_none_are_refused() {
        let refused = &["crates/a/Cargo.toml: add `workspace = true` under `[lints]`"];
        check("", refused);
        check("[lints]\nworkspace = false", refused);
        check("[lints.clippy]\nall = \"warn\"", refused);
        check("# [lints]\n# workspace = true", refused);
    }
}
