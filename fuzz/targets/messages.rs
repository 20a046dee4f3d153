//! `cargo fuzz run --features fuzzer messages`

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dabiao_fuzz::messages(bytes));
