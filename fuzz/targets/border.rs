//! `cargo fuzz run --features fuzzer border`

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dabiao_fuzz::border(bytes));
