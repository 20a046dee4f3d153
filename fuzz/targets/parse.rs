//! `cargo fuzz run --features fuzzer parse`

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dabiao_fuzz::parse(bytes));
