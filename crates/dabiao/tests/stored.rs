//! A stored plan is the plan that was stored, and bytes that are none are refused.

#![expect(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a test may stop at once")]

use std::fs;
use std::path::{Path, PathBuf};

use dabiao::Plan;
use proptest::prelude::*;
use sha2::{Digest, Sha256};

/// Where the version stands in a stored plan, and how long a digest is.
const MARK: usize = b"dabiao plan\x1a".len();
const DIGEST: usize = 32;

/// Every folder of rules with a `plan` item, shipped and among the examples.
fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let within = ["rules", "examples"].map(|place| fs::read_dir(root.join(place)).unwrap());
    let mut folders: Vec<PathBuf> = within.into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
    folders.retain(|folder| Plan::load(folder).is_ok());
    folders.sort();
    folders
}

#[test]
fn every_plan_comes_back() {
    let folders = folders();
    assert!(folders.len() >= 6, "{folders:?}");
    for folder in folders {
        let plan = Plan::load(&folder).unwrap();
        let bytes = plan.to_bytes().unwrap();
        let again = Plan::from_bytes(&bytes).unwrap();
        assert_eq!(again.targets(), plan.targets(), "{folder:?}");
        assert!(again.to_bytes().unwrap() == bytes, "{folder:?}: other bytes");
        let [told, expected] = [&again, &plan].map(|plan| format!("{:?}", plan.run_tests()));
        assert_eq!(told, expected, "{folder:?}");
        assert!(again.diff(&plan).changes.is_empty(), "{folder:?}");
    }
}

#[test]
fn a_file_is_loaded_like_rules() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("market.plan");
    let plan = Plan::parse("market.pass_rate >= 90%").unwrap();
    fs::write(&file, plan.to_bytes().unwrap()).unwrap();
    assert_eq!(Plan::load(&file).unwrap().targets(), plan.targets());

    let loaded = dabiao::load(&[&file, &file], Vec::new());
    let told: Vec<String> = loaded.diagnostics.iter().map(|one| one.code.as_str().to_string()).collect();
    assert_eq!((loaded.plan.is_none(), told), (true, vec!["E0808".to_string()]));
}

#[test]
fn what_is_refused_and_why() {
    let bytes = Plan::parse("market.pass_rate >= 90%").unwrap().to_bytes().unwrap();
    let mut of_another_version = bytes.clone();
    of_another_version[MARK + 1] = b'9';
    let mut damaged = bytes.clone();
    *damaged.last_mut().unwrap() ^= 1;
    for (bytes, said) in [
        (&b"market.pass_rate >= 90%"[..], "`bytes` is not a stored plan"),
        (&bytes[..MARK], "the stored plan `bytes` has changed since it was written"),
        (&bytes[..bytes.len() - 1], "the stored plan `bytes` has changed since it was written"),
        (&damaged, "the stored plan `bytes` has changed since it was written"),
        (&of_another_version, "`bytes` was stored by dabiao 9.1.0, and this is 0.1.0"),
    ] {
        let error = Plan::from_bytes(bytes).unwrap_err();
        let fault = &error.diagnostics()[0];
        let told = fault.message(dabiao::Language::English);
        assert_eq!((fault.code.as_str(), told.as_str()), ("E0808", said));
    }
}

/// Rules with most of what a plan can hold.
const RULES: &str = include_str!("cases/stored.dabiao");

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Even where the digest is right, as only someone could make it who means harm, nothing that comes of the bytes
    /// breaks the program.
    #[test]
    fn changed_bytes_with_a_right_digest_do_no_harm(
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let plan = Plan::parse(RULES).unwrap();
        let mut bytes = plan.to_bytes().unwrap();
        let at = MARK + 1 + usize::from(bytes[MARK]);
        for (index, byte) in changes {
            let payload = &mut bytes[at + DIGEST..];
            let len = payload.len();
            payload[index.index(len)] = byte;
        }
        let digest = Sha256::digest(&bytes[at + DIGEST..]);
        bytes[at..at + DIGEST].copy_from_slice(&digest);
        if let Ok(plan) = Plan::from_bytes(&bytes) {
            let metrics = plan.metrics();
            // Whatever is answered, it is an answer.
            let _ = (plan.targets(), plan.run_tests());
            let _ = plan.evaluate(&metrics).as_of("2011-12-31").run();
        }
    }
}
