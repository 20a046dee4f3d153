//! Imports go downwards only: every Cargo.toml agrees with `crates/xtask/directions.toml`.

use super::{
    House,
    finding::Finding,
    packages::{Dependency, Package},
    rules::{self, Row, Rules},
};

pub(super) fn check(house: &House) -> Vec<Finding> {
    let House { packages, rules, .. } = house;
    let without_package =
        rules.package.keys().filter(|name| !packages.iter().any(|package| package.name == **name)).map(
            |name| Finding::in_file(rules::PLACE, format!("there is no package `{name}`; remove its row")),
        );
    packages.iter().flat_map(|package| check_package(package, rules)).chain(without_package).collect()
}

fn check_package(package: &Package, rules: &Rules) -> Vec<Finding> {
    let Some(row) = rules.package.get(&package.name) else {
        let message = format!("package `{}` has no row; add one to `{}`", package.name, rules::PLACE);
        return vec![Finding::in_file(&package.manifest, message)];
    };
    package
        .dependencies
        .iter()
        .filter_map(|dependency| {
            let message = refused(package, row, dependency, rules)?;
            Some(Finding::in_file(&package.manifest, message))
        })
        .collect()
}

/// Why a package may not have this dependency.
fn refused(package: &Package, row: &Row, dependency: &Dependency, rules: &Rules) -> Option<String> {
    let (importer, name) = (&package.name, &dependency.name);
    if !dependency.is_own() {
        let reserved =
            rules.reserved.iter().find(|it| it.crates.contains(name) && !it.by.contains(importer))?;
        return Some(format!("`{importer}` may not depend on `{name}`: {}", reserved.reason));
    }
    if row.imports.contains(name) {
        return None;
    }
    if !dependency.is_for_tests() {
        return Some(format!("`{importer}` may not import `{name}`; it may import: {}", list(&row.imports)));
    }
    if row.tests.contains(name) || rules.below(importer).contains(name.as_str()) {
        return None;
    }
    Some(format!("tests of `{importer}` may not use `{name}`, which does not lie below it"))
}

fn list(names: &[String]) -> String {
    if names.is_empty() { "no package of this repository".to_owned() } else { names.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::{super::finding::shown, *};

    const RULES: &str = "
        core = { package = 'c', crates_at_most = 1, without = [] }
        reserved = [{ crates = ['pest'], by = ['a'], reason = 'only a parses' }]
        [package]
        a.imports = []
        b = { imports = ['a'], tests = ['d'] }
        c.imports = ['b']
        d.imports = []
    ";

    fn check(changed: Package, wanted: &[&str]) {
        let mut house = House::of(&[]);
        house.rules = Rules::parse(RULES).unwrap();
        house.packages = ["a", "b", "c", "d"].map(|name| Package::of(name, &[], &[], &[])).into();
        house.packages.retain(|package| package.name != changed.name);
        house.packages.push(changed);
        assert_eq!(shown(&super::check(&house)), wanted);
    }

    #[test]
    fn downwards_is_fine() {
        check(Package::of("a", &[], &[], &["pest", "serde"]), &[]);
        check(Package::of("b", &["a"], &["a", "d"], &["serde"]), &[]);
        check(Package::of("c", &["b"], &["a"], &[]), &[]);
    }

    #[test]
    fn upwards_and_past_a_step_is_not() {
        let none = "no package of this repository";
        check(
            Package::of("a", &["b"], &[], &[]),
            &[&format!("crates/a/Cargo.toml: `a` may not import `b`; it may import: {none}")],
        );
        check(
            Package::of("c", &["a"], &[], &[]),
            &["crates/c/Cargo.toml: `c` may not import `a`; it may import: b"],
        );
    }

    #[test]
    fn tests_may_only_look_down() {
        check(
            Package::of("b", &[], &["c"], &[]),
            &["crates/b/Cargo.toml: tests of `b` may not use `c`, which does not lie below it"],
        );
    }

    #[test]
    fn reserved_crates_have_one_user() {
        check(
            Package::of("b", &[], &[], &["pest"]),
            &["crates/b/Cargo.toml: `b` may not depend on `pest`: only a parses"],
        );
    }

    #[test]
    fn every_package_has_a_row_and_every_row_a_package() {
        check(
            Package::of("e", &[], &[], &[]),
            &["crates/e/Cargo.toml: package `e` has no row; add one to `crates/xtask/directions.toml`"],
        );
        let mut house = House::of(&[]);
        house.rules = Rules::parse(RULES).unwrap();
        assert_eq!(super::check(&house).len(), 4);
    }
}
