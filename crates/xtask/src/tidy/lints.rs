//! Every crate takes the workspace's lints, or its panics would go unseen.

use toml::{Table, Value};

use super::{House, finding::Finding, packages::Package};

pub(super) fn check(house: &House) -> Vec<Finding> {
    house.packages.iter().filter_map(|package| check_package(house, package)).collect()
}

fn check_package(house: &House, package: &Package) -> Option<Finding> {
    let lints = lints(house, &package.manifest);
    let may_be_unsafe = house.rules.package.get(&package.name).is_some_and(|row| row.unsafety.is_some());
    if !may_be_unsafe {
        let takes = lints.is_some_and(|lints| lints.get("workspace") == Some(&Value::Boolean(true)));
        let message = "add `workspace = true` under `[lints]`";
        return (!takes).then(|| Finding::in_file(&package.manifest, message));
    }
    let (own, wanted) = (lints.unwrap_or_default(), with_unsafe(house));
    let lacks = wanted.iter().any(|(group, wanted)| {
        let own = own.get(group).and_then(Value::as_table);
        wanted
            .as_table()
            .into_iter()
            .flatten()
            .any(|(lint, level)| own.and_then(|own| own.get(lint)) != Some(level))
    });
    let message = "write out the workspace's lints under `[lints]`, with `unsafe_code = \"deny\"`";
    lacks.then(|| Finding::in_file(&package.manifest, message))
}

/// The workspace's lints for a package in which `unsafe` may stand: each place has to expect the lint with its reason.
fn with_unsafe(house: &House) -> Table {
    let mut lints = house
        .tree
        .text("Cargo.toml")
        .and_then(|text| toml::from_str::<Table>(text).ok())
        .and_then(|root| root.get("workspace")?.get("lints")?.as_table().cloned())
        .unwrap_or_default();
    if let Some(rust) = lints.get_mut("rust").and_then(Value::as_table_mut) {
        rust.insert("unsafe_code".to_owned(), "deny".into());
    }
    lints
}

fn lints(house: &House, manifest: &str) -> Option<Table> {
    let manifest: Table = toml::from_str(house.tree.text(manifest)?).ok()?;
    manifest.get("lints")?.as_table().cloned()
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
    fn where_unsafe_may_stand_all_other_lints_do() {
        let root = "[workspace.lints]\nrust.unsafe_code = 'forbid'\nclippy.panic = 'deny'";
        let rules = "core = { package = 'c', crates_at_most = 1, without = [] }
                     package.a = { imports = [], unsafe = 'another language' }";
        let check = |manifest: &str, is_found: bool| {
            let mut house = House::of(&[("crates/a/Cargo.toml", manifest), ("Cargo.toml", root)]);
            house.packages = vec![Package::of("a", &[], &[], &[])];
            house.rules = super::super::Rules::parse(rules).unwrap();
            assert_eq!(super::check(&house).len(), usize::from(is_found), "{manifest}");
        };
        check("[lints]\nrust.unsafe_code = 'deny'\nclippy.panic = 'deny'\nclippy.all = 'warn'", false);
        check("[lints]\nrust.unsafe_code = 'allow'\nclippy.panic = 'deny'", true);
        check("[lints]\nrust.unsafe_code = 'deny'", true);
        check("[lints]\nworkspace = true", true);
        check("", true);
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
