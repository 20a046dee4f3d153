//! The benchmark without other engines; `cargo xtask bench` runs it.

use std::process::ExitCode;

fn main() -> ExitCode {
    dabiao_benches::run(dabiao_benches::Field::without_peers(), std::env::args().skip(1))
}
