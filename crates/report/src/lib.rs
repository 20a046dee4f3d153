//! Verdicts and diagnostics for people and programs: text, JSON.
