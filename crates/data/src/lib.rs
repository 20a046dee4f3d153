//! Metrics from CSV and JSON, every fault with its place.
