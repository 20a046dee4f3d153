//! Looking for whole words in source text.

/// The places in `text` where `word` stands and is not part of a longer name, each as what comes before it
/// and what comes after it.
pub(super) fn whole<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    text.match_indices(word).filter_map(move |(start, _)| {
        let (before, rest) = text.split_at_checked(start)?;
        let after = rest.strip_prefix(word)?;
        let free = !before.ends_with(is_part_of_a_name) && !after.starts_with(is_part_of_a_name);
        free.then_some((before, after))
    })
}

/// Lines with their numbers, counted from 1.
pub(super) fn numbered(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(text.lines())
}

fn is_part_of_a_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_names_do_not_count() {
        assert_eq!(
            whole("wasp, wasps, crosswasp, wasp_x", "wasp").collect::<Vec<_>>(),
            [("", ", wasps, crosswasp, wasp_x")]
        );
        assert_eq!(whole("目标wasp", "wasp").count(), 0);
        assert_eq!(whole("a::wasp::b", "wasp").collect::<Vec<_>>(), [("a::", "::b")]);
    }
}
