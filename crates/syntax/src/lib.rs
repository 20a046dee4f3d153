//! Rule text to tree, with every error of a file in one pass.
