//! The words of the domain: exact numbers, units, periods, values, verdicts, diagnostics.
