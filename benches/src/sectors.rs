//! Rule text of sectors whose targets share metrics, for the analysis.

/// Targets of a sector that another one implies: the six softer lines, and the first line beside the conjunction.
pub(crate) const IMPLIED: usize = RATES + 1;

const RATES: usize = 6;
const COUNTS: usize = 6;

/// So many sectors of forty targets each. In one chain, the counts of each sector are held against those of the next.
pub(crate) fn text(sectors: usize, is_chained: bool) -> String {
    let mut text = String::new();
    for sector in 0..sectors {
        let rate = |index: usize| format!("s{sector}.r{index}");
        let count = |index: usize| format!("s{sector}.n{index}");
        for index in 0..RATES {
            text.push_str(&format!("metric {}\n  type: percent in 0%..100%\n", rate(index)));
        }
        for index in 0..COUNTS {
            text.push_str(&format!("metric {}\n  type: number\n", count(index)));
        }
        let mut target = |name: &str, index: usize, condition: String| {
            text.push_str(&format!("target s{sector}_{name}{index}: {condition}\n"));
        };
        for index in 0..RATES {
            target("line", index, format!("{} >= {}%", rate(index), 60 + index));
            target("soft", index, format!("{} >= {}%", rate(index), 50 + index));
        }
        for index in 1..RATES {
            let (before, rate) = (rate(index - 1), rate(index));
            target("order", index, format!("{before} <= {rate}"));
            target("sum", index, format!("{before} + {rate} <= {}%", 150 + index));
        }
        for index in 0..COUNTS {
            target("fall", index, format!("{} falls by at least 20% since 2007", count(index)));
            target("trend", index, format!("{} falls every year since 2007", count(index)));
        }
        let is_last = !is_chained || sector + 1 == sectors;
        for index in 1..COUNTS {
            let next = match index + 1 {
                COUNTS if !is_last => format!("s{}.n0", sector + 1),
                _ => count(index),
            };
            target("count", index, format!("{} <= {next}", count(index - 1)));
        }
        target("both", 0, format!("{} >= 70% and {} <= 100", rate(0), count(0)));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::row::TARGETS;

    #[test]
    fn every_sector_has_forty_targets() {
        for is_chained in [false, true] {
            let text = text(3, is_chained);
            let targets = text.lines().filter(|line| line.starts_with("target "));
            assert_eq!(targets.count(), 3 * TARGETS);
            assert_eq!(text.matches("s1.n0").count(), if is_chained { 6 } else { 5 }, "{text}");
        }
    }
}
