//! Checked plan and metrics to verdicts with their evidence.
