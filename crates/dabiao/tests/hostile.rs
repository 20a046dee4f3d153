//! Rules and data that ask for too much end in a plan or in diagnostics, never in a panic, a hang or an overflow.

#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use dabiao::{Loaded, Source, load};

/// Loads a rule on the stack that a thread has by default, and evaluates it where it is usable.
fn survives(text: String) -> Vec<&'static str> {
    let thread = std::thread::Builder::new().stack_size(2 << 20);
    let run = move || {
        let Loaded { plan, diagnostics, .. } = load::<&str>(&[], vec![Source::new("a", text)]);
        if let Some(plan) = plan {
            let metrics = plan.metrics();
            let _ = plan.evaluate(&metrics).as_of("2011-12-31").run();
        }
        let mut codes: Vec<_> = diagnostics.iter().map(|found| found.code.as_str()).collect();
        codes.dedup();
        codes
    };
    thread.spawn(run).unwrap().join().unwrap()
}

#[test]
fn many_of_everything() {
    let row = |count: usize, one: &dyn Fn(usize) -> String| (0..count).map(one).collect::<String>();
    for text in [
        "\n".repeat(1_000_000),
        format!("target a >= 5\n{}", "owner: b\n".repeat(10_000)),
        "target a >= 5\n".repeat(20_000),
        format!("scale s: l0{}", row(50_000, &|n| format!(" < l{}", n.saturating_add(1)))),
        format!("a >= 5 {}", "m*".repeat(5_000)),
        format!("target a{} >= 5", " and a".repeat(10_000)),
        format!("unit u0\n{}", row(500, &|n| format!("unit u{} = 1000 u{n}\n", n.saturating_add(1)))),
        format!("assume a0 = 999999\nbecause: \"x\"\ntarget x >= a0{}", " * a0".repeat(200)),
    ] {
        survives(text);
    }
}
