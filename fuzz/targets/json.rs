//! `cargo fuzz run --features fuzzer json`

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dabiao_fuzz::json(bytes));
