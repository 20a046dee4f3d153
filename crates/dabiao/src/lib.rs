//! Exact rules engine with a small language for quality targets.
