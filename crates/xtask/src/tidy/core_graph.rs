//! What an embedding program pays for: the core depends on few crates, and none of them builds C.

use std::collections::BTreeSet;

use super::{
    House,
    finding::Finding,
    rules::{self, Rules},
};
use crate::{error::Error, project::Project};

/// The crates from outside that the core package builds with, with their versions.
pub(super) fn read(project: &Project, rules: &Rules) -> Result<Vec<String>, Error> {
    let package = rules.core.package.as_str();
    let edges = ["--edges", "normal,build", "--prefix", "none", "--format", "{p}"];
    let mut command = project.cargo(&["tree", "--package", package]);
    command.args(edges);
    Ok(from_outside(&project.ask(command)?))
}

pub(super) fn check(house: &House) -> Vec<Finding> {
    let limits = &house.rules.core;
    let count = house.core.len();
    let too_many = (count > limits.crates_at_most).then(|| {
        format!(
            "`{}` builds with {count} crates from outside, over {}",
            limits.package, limits.crates_at_most
        )
    });
    let unwanted = house.core.iter().filter_map(|found| {
        let name = found.split(' ').next()?;
        limits
            .without
            .iter()
            .any(|it| it == name)
            .then(|| format!("`{}` must build without `{found}`", limits.package))
    });
    too_many.into_iter().chain(unwanted).map(|message| Finding::in_file(rules::PLACE, message)).collect()
}

/// Names and versions from the lines of `cargo tree`. A package of this repository shows its folder in
/// brackets, and a subtree that was printed before shows `(*)`.
fn from_outside(answer: &str) -> Vec<String> {
    let crates: BTreeSet<String> = answer
        .lines()
        .filter(|line| !line.contains("(/") && !line.contains(":\\"))
        .map(|line| line.split(' ').take(2).collect::<Vec<_>>().join(" "))
        .filter(|line| !line.is_empty())
        .collect();
    crates.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::{super::finding::shown, *};

    fn check(core: &[&str], wanted: &[&str]) {
        let mut house = House::of(&[]);
        house.rules = Rules::parse("core = { package = 'p', crates_at_most = 2, without = ['cc'] }").unwrap();
        house.core = core.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(shown(&super::check(&house)), wanted);
    }

    #[test]
    fn few_and_without_c_is_fine() {
        check(&["a v1.0.0", "cc-like v1.0.0"], &[]);
    }

    #[test]
    fn too_many_or_unwanted_is_not() {
        let place = rules::PLACE;
        check(
            &["a v1.0.0", "b v1.0.0", "b v2.0.0"],
            &[&format!("{place}: `p` builds with 3 crates from outside, over 2")],
        );
        check(&["cc v1.0.0"], &[&format!("{place}: `p` must build without `cc v1.0.0`")]);
    }

    #[test]
    fn cargo_tree_is_read() {
        let answer = "p v0.1.0 (/home/p)\na v1.0.0\nb v2.0.1 (proc-macro)\na v1.0.0 (*)\n\nb v1.0.0\n";
        assert_eq!(from_outside(answer), ["a v1.0.0", "b v1.0.0", "b v2.0.1"]);
    }
}
