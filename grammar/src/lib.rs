//! The grammar of dabiao rule files and the keywords of both its languages.
//!
//! This crate says which texts have the shape of a rule file. It builds no tree and gives no meaning; it is the only
//! one that knows pest.

mod keywords;

#[expect(missing_docs, reason = "pest derives the rules from dabiao.pest, where each has its description")]
mod rules {
    /// The parser that pest derives from `dabiao.pest`.
    #[derive(pest_derive::Parser)]
    #[grammar = "dabiao.pest"]
    pub struct Grammar;
}

use pest::Parser;
use pest::error::{ErrorVariant, InputLocation};

pub use keywords::{Keyword, Role, keywords};
pub use rules::{Grammar, Rule};

/// A node of the parse.
pub type Pair<'text> = pest::iterators::Pair<'text, Rule>;
/// Nodes side by side.
pub type Pairs<'text> = pest::iterators::Pairs<'text, Rule>;

/// Where a text stops fitting a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// The furthest byte at which a rule was tried and did not fit.
    pub at: usize,
    /// The rules that were tried there.
    pub expected: Vec<Rule>,
}

/// Reads a whole text as one rule of the grammar.
///
/// # Errors
/// Where the text does not fit the rule. `Rule::file` fits every text.
///
/// ```
/// use dabiao_grammar::{Rule, parse};
/// let lines = parse(Rule::file, "a.b >= 90%\nx >>\n").unwrap().next().unwrap().into_inner();
/// let rules: Vec<Rule> = lines.map(|line| line.as_rule()).collect();
/// assert_eq!(rules, [Rule::bare, Rule::broken, Rule::EOI]);
/// assert_eq!(parse(Rule::whole_line, "x >>").unwrap_err().at, 3);
/// ```
pub fn parse(rule: Rule, text: &str) -> Result<Pairs<'_>, Misfit> {
    Grammar::parse(rule, text).map_err(|error| {
        let at = match error.location {
            InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
        };
        let expected = match error.variant {
            ErrorVariant::ParsingError { positives, .. } => positives,
            ErrorVariant::CustomError { .. } => Vec::new(),
        };
        Misfit { at, expected }
    })
}
