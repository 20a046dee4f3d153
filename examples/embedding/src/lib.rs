//! How a program embeds dabiao: typed values set one by one, a struct taken whole, and the report used.

use dabiao::{Error, Plan, Report};
use rust_decimal::Decimal;
use serde::Serialize;

/// The rules, as an application would ship them.
pub const RULES: &str = include_str!("../sampling.dabiao");

/// What an application already has of a district, in its own types.
#[derive(Debug, Serialize)]
pub struct District {
    /// The results of sampling inspections.
    pub market_sampling: Sampling,
    /// What citizens complained of.
    pub complaints: Complaints,
    /// Accidents of the year.
    pub safety: Safety,
}

/// Results of sampling inspections, as passes out of samples.
#[derive(Debug, Serialize)]
pub struct Sampling {
    /// Passes and samples.
    pub pass_rate: (u32, u32),
}

/// Complaints by year.
#[derive(Debug, Serialize)]
pub struct Complaints {
    /// Complaints per 10,000 inhabitants; `None` where nobody counted.
    pub rate: Option<Decimal>,
}

/// Accidents.
#[derive(Debug, Serialize)]
pub struct Safety {
    /// Major accidents.
    pub major_accidents: u32,
    /// Whether an emergency mechanism is in place.
    pub emergency_mechanism: bool,
}

/// Judges values that are set one by one.
///
/// # Errors
/// Where a value does not fit its metric.
pub fn judge_values(plan: &Plan) -> Result<Report, Error> {
    let mut metrics = plan.metrics();
    metrics.set("market_sampling.pass_rate", "91.2%")?;
    metrics.set("complaints.rate", Decimal::new(375, 2))?;
    metrics.set("safety.major_accidents", 0)?;
    metrics.set("safety.emergency_mechanism", true)?;
    plan.evaluate(&metrics).as_of("2011-12-31").run()
}

/// Judges a struct as it is.
///
/// # Errors
/// Where a field does not fit its metric.
pub fn judge_district(plan: &Plan, district: &District) -> Result<Report, Error> {
    let metrics = plan.metrics_from(district)?;
    plan.evaluate(&metrics).as_of("2011-12-31").run()
}
