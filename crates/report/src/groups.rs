//! Results gathered under what they share.

use std::collections::BTreeMap;

use dabiao_model::TargetResult;

/// Results under what they share: a name, or its lack.
pub(crate) type Group<'a> = (Option<&'a str>, Vec<&'a TargetResult>);

/// The results under each name, names in the order of their first result.
pub(crate) fn grouped<'a>(
    results: &[&'a TargetResult],
    name: impl Fn(&'a TargetResult) -> Option<&'a str>,
) -> Vec<Group<'a>> {
    gathered(results.iter().map(|result| (name(result), *result)))
}

/// The same for results that are named already, some perhaps several times.
pub(crate) fn gathered<'a>(
    named: impl IntoIterator<Item = (Option<&'a str>, &'a TargetResult)>,
) -> Vec<Group<'a>> {
    let mut places: BTreeMap<Option<&str>, usize> = BTreeMap::new();
    let mut groups: Vec<Group<'a>> = Vec::new();
    for (name, result) in named {
        let place = *places.entry(name).or_insert(groups.len());
        match groups.get_mut(place) {
            Some((_, members)) => members.push(result),
            None => groups.push((name, vec![result])),
        }
    }
    groups
}

/// The one value that all results share; `None` where they differ or have none.
pub(crate) fn shared<'a>(
    results: &'a [TargetResult],
    value: impl Fn(&'a TargetResult) -> Option<&'a str>,
) -> Option<&'a str> {
    let first = value(results.first()?)?;
    results.iter().all(|result| value(result) == Some(first)).then_some(first)
}

/// Whether results differ in a value.
pub(crate) fn differ<'a>(
    results: &'a [TargetResult],
    value: impl Fn(&'a TargetResult) -> Option<&'a str>,
) -> bool {
    let mut values = results.iter().map(value);
    let first = values.next();
    values.any(|value| Some(value) != first)
}
