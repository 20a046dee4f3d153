//! `cargo fuzz run --features fuzzer format`

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dabiao_fuzz::format_twice(bytes));
