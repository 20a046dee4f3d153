//! `cargo fuzz run --features fuzzer oracle`

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dabiao_fuzz::oracle(bytes));
