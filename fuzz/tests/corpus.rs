//! The kept inputs, and what becomes of them with some bytes changed: on any toolchain, in some thirty seconds.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use dabiao_fuzz::TARGETS;
use fastrand::Rng;

/// How long each target runs on changed inputs.
const TIME: Duration = Duration::from_secs(4);

/// The longest input that changes make.
const MOST: usize = 4096;

#[test]
fn kept_inputs_and_changed_ones_do_no_harm() {
    for (name, target) in TARGETS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name);
        let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
        files.sort();
        let inputs: Vec<Vec<u8>> = files.iter().map(|file| fs::read(file).unwrap()).collect();
        assert!(!inputs.is_empty(), "{name} has no inputs");
        inputs.iter().for_each(|input| target(input));
        let (mut chance, begin, mut runs) = (Rng::with_seed(1), Instant::now(), 0_u64);
        while begin.elapsed() < TIME {
            let input = changed(&inputs, &mut chance);
            if std::panic::catch_unwind(|| target(&input)).is_err() {
                panic!("{name} panics on {:?}", String::from_utf8_lossy(&input));
            }
            runs += 1;
        }
        println!("{name}: {} inputs, {runs} changed ones", inputs.len());
        assert!(runs > 10, "{name} is too slow to be of use");
    }
}

/// One of the inputs with some pieces of it, or of another one, put elsewhere.
fn changed(inputs: &[Vec<u8>], chance: &mut Rng) -> Vec<u8> {
    let mut input = inputs[chance.usize(..inputs.len())].clone();
    for _ in 0..chance.usize(1..8) {
        let other = &inputs[chance.usize(..inputs.len())];
        let at = chance.usize(..=input.len());
        let end = chance.usize(at..=(at + 12).min(input.len()));
        match chance.u8(..4) {
            0 => drop(input.drain(at..end)),
            1 => input.insert(at, chance.u8(..)),
            _ => {
                let from = chance.usize(..=other.len());
                let to = chance.usize(from..=(from + 24).min(other.len()));
                let piece = other[from..to].to_vec();
                input.splice(at..end, piece);
            }
        }
    }
    input.truncate(MOST);
    input
}
