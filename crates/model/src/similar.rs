//! "Did you mean …?"

/// The candidate that a mistyped name most likely means; `None` where none is close.
///
/// Close is: at most a third of the name's characters inserted, removed, changed or swapped.
///
/// ```
/// use dabiao_model::similar;
/// let names = ["market_sampling.pass_rate", "food_sampling.pass_rate"];
/// assert_eq!(similar("markt_sampling.pass_rate", names), Some("market_sampling.pass_rate"));
/// assert_eq!(similar("energy.per_gdp", names), None);
/// ```
#[must_use]
pub fn similar<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Among words of two or three letters everything is close to everything; a Han character says more.
    if name.len() < 4 {
        return None;
    }
    let allowed = name.chars().count().div_euclid(3).clamp(1, 6);
    let distance = |candidate: &str| strsim::damerau_levenshtein(name, candidate);
    // Names of very different lengths cannot be close, and long texts are costly to compare.
    let near = |candidate: &&str| candidate.chars().count().abs_diff(name.chars().count()) <= allowed;
    let close = candidates.into_iter().filter(|candidate| *candidate != name && !candidate.is_empty());
    close
        .filter(near)
        .map(|candidate| (distance(candidate), candidate))
        .filter(|(distance, candidate)| *distance <= allowed && *distance < candidate.chars().count())
        .min()
        .map(|(_, candidate)| candidate)
}
