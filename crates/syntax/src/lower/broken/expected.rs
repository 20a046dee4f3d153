//! What the grammar would have taken, in the words of the message catalogue.

use dabiao_grammar::{Error, Rule};
use pest_free::{ErrorVariant, InputLocation};
