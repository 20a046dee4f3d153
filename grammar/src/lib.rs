//! The grammar of dabiao rule files and the keywords of both its languages.
//!
//! This crate says which texts have the shape of a rule file. It builds no tree and gives no meaning; it is the only
//! one that knows pest.

#[expect(missing_docs, reason = "pest derives the rules from dabiao.pest, where each has its description")]
mod rules {
    /// The parser that pest derives from `dabiao.pest`.
    #[derive(pest_derive::Parser)]
    #[grammar = "dabiao.pest"]
    pub struct Grammar;
}

pub use rules::{Grammar, Rule};

/// A node of the parse.
pub type Pair<'text> = pest::iterators::Pair<'text, Rule>;
/// Nodes side by side.
pub type Pairs<'text> = pest::iterators::Pairs<'text, Rule>;
/// Where a text stops fitting, and what would have fitted there.
pub type Error = pest::error::Error<Rule>;

/// Reads a whole text as one rule of the grammar.
///
/// # Errors
/// Where the text does not fit the rule. `Rule::file` fits every text.
pub fn parse(rule: Rule, text: &str) -> Result<Pairs<'_>, Box<Error>> {
    <Grammar as pest::Parser<Rule>>::parse(rule, text).map_err(Box::new)
}
