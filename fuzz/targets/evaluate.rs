//! `cargo fuzz run --features fuzzer evaluate`

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dabiao_fuzz::evaluate(bytes));
