//! `cargo fuzz run --features fuzzer csv`

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dabiao_fuzz::csv(bytes));
