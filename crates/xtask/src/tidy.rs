//! `cargo xtask tidy`: checks what the documents promise about the repository. One file per check.

mod core_graph;
mod directions;
mod exceptions;
mod finding;
mod leftovers;
mod lints;
mod openings;
mod packages;
mod paths;
mod peers;
mod pest_border;
mod rules;
mod sizes;
mod tree;
mod words;

use self::{exceptions::Exceptions, finding::Finding, packages::Package, rules::Rules, tree::Tree};
use crate::{error::Error, project::Project, screen};

/// All that the checks look at. They read nothing else, so a test can hand them a house of its own.
struct House {
    tree: Tree,
    packages: Vec<Package>,
    /// Crates from outside in the graph of the core package.
    core: Vec<String>,
    rules: Rules,
}

struct Check {
    name: &'static str,
    /// What holds where the check finds nothing.
    promise: &'static str,
    run: fn(&House) -> Vec<Finding>,
}

const CHECKS: &[Check] = &[
    Check { name: "directions", promise: "imports go downwards only", run: directions::check },
    Check { name: "pest", promise: "pest's types stay behind their border", run: pest_border::check },
    Check { name: "core", promise: "the core's dependencies are few and free of C", run: core_graph::check },
    Check { name: "peers", promise: "the peers' lock file knows what dabiao depends on", run: peers::check },
    Check { name: "lints", promise: "every crate takes the workspace's lints", run: lints::check },
    Check { name: "sizes", promise: "no file is over the ceiling", run: sizes::check },
    Check { name: "openings", promise: "every Rust file opens with a `//!` line", run: openings::check },
    Check { name: "paths", promise: "every path a document names exists", run: paths::check },
    Check { name: "leftovers", promise: "nothing is left to be done later", run: leftovers::check },
];

/// Runs every check and prints every finding. An error where there is any.
pub(crate) fn run(project: &Project) -> Result<(), Error> {
    let tree = Tree::tracked(project)?;
    let rules = Rules::read(&tree)?;
    let mut exceptions = Exceptions::read(&tree)?;
    let packages = packages::read(project)?;
    let core = core_graph::read(project, &rules)?;
    let house = House { tree, packages, core, rules };

    let mut total = 0_usize;
    for check in CHECKS {
        let found: Vec<Finding> = (check.run)(&house)
            .into_iter()
            .filter(|finding| !exceptions.excuse(check.name, finding))
            .collect();
        total = total.saturating_add(tell(check.name, check.promise, &found));
    }
    for note in sizes::notes(&house) {
        screen::say(&format!("    note: {note}"));
    }
    let stale = exceptions.check(&CHECKS.iter().map(|check| check.name).collect::<Vec<_>>());
    total = total.saturating_add(tell("exceptions", "every exception has a reason and a use", &stale));
    match total {
        0 => Ok(()),
        1 => Err(Error::Failed("tidy found 1 fault".to_owned())),
        n => Err(Error::Failed(format!("tidy found {n} faults"))),
    }
}

/// Prints how a check ended and gives the number of its findings.
fn tell(name: &str, promise: &str, found: &[Finding]) -> usize {
    let end = if found.is_empty() { "ok" } else { "FAILED" };
    screen::say(&format!("    {name:<11}{end:<7} {promise}"));
    for finding in found {
        screen::say(&format!("      {finding}"));
    }
    found.len()
}

#[cfg(test)]
impl House {
    /// A house of these files, with no packages and no rules.
    fn of(files: &[(&str, &str)]) -> Self {
        let rules = Rules::parse("core = { package = \"\", crates_at_most = 0, without = [] }").unwrap();
        Self { tree: Tree::of(files), packages: Vec::new(), core: Vec::new(), rules }
    }
}
