//! The grammar of dabiao rule files.
#[derive(pest_derive::Parser)]
#[grammar = "dabiao.pest"]
pub struct GrammarParser;
