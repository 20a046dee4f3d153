//! Where the values of one metric in one period come from.

use super::origin::Origin;

/// The origins of a plane's cells by their seat.
///
/// Files go on regularly, an entity every so many lines, so that most planes need no more than a single run of them.
#[derive(Debug, Clone, Default)]
pub(super) struct Trail {
    /// In the order of their seats, none over another.
    runs: Vec<Run>,
    /// In the place of the runs, one for each seat: for data in no order.
    each: Option<Vec<Option<Origin>>>,
}

/// Origins that follow each other in equal steps.
#[derive(Debug, Clone, Copy)]
struct Run {
    seat: usize,
    count: u32,
    first: Origin,
    line_step: u32,
    index_step: u32,
}

/// As many runs as are looked through to put one between others.
const FEW: usize = 64;

impl Trail {
    /// The origin of a seat.
    pub(super) fn get(&self, seat: usize) -> Option<Origin> {
        match &self.each {
            Some(origins) => origins.get(seat).copied().flatten(),
            None => {
                let behind = self.runs.partition_point(|run| run.seat <= seat);
                self.runs.get(behind.checked_sub(1)?)?.get(seat)
            }
        }
    }

    /// How many seats there are up to the last with an origin.
    #[inline]
    pub(super) fn len(&self) -> usize {
        match &self.each {
            Some(origins) => origins.len(),
            None => self.runs.last().map_or(0, Run::end),
        }
    }

    /// Notes the origin of a seat, in place of the one that it had.
    #[inline]
    pub(super) fn put(&mut self, seat: usize, origin: Origin) {
        if self.each.is_none()
            && let Some(last) = self.runs.last_mut()
            && last.end() == seat
            && last.extend(origin)
        {
            return;
        }
        self.put_anywhere(seat, origin);
    }

    /// Forgets the origin of a seat.
    pub(super) fn remove(&mut self, seat: usize) {
        if self.get(seat).is_some()
            && let Some(place) = self.list().get_mut(seat)
        {
            *place = None;
        }
    }

    /// Every seat that has an origin, in order.
    pub(super) fn seen(&self) -> impl Iterator<Item = (usize, Origin)> {
        let of_runs = self.runs.iter().flat_map(|run| {
            let seats = run.seat..run.end();
            seats.filter_map(|seat| Some((seat, run.get(seat)?)))
        });
        let listed = self.each.iter().flatten().enumerate();
        of_runs.chain(listed.filter_map(|(seat, origin)| Some((seat, (*origin)?))))
    }

    fn put_anywhere(&mut self, seat: usize, origin: Origin) {
        if self.each.is_none() {
            let behind = self.runs.partition_point(|run| run.seat <= seat);
            let stood = behind.checked_sub(1).and_then(|at| self.runs.get(at)?.get(seat));
            if stood == Some(origin) {
                return;
            }
            // Runs pay as long as they take less room than a list of all seats.
            let are_few = self.runs.len() <= FEW;
            let pay = behind == self.runs.len() && self.runs.len().saturating_mul(2) < self.len();
            if stood.is_none() && (are_few || pay) {
                self.runs.insert(behind, Run { seat, count: 1, first: origin, line_step: 0, index_step: 0 });
                return;
            }
        }
        let list = self.list();
        if list.len() <= seat {
            list.resize(seat.saturating_add(1), None);
        }
        if let Some(place) = list.get_mut(seat) {
            *place = Some(origin);
        }
    }

    /// The list of all seats, which takes the place of the runs.
    fn list(&mut self) -> &mut Vec<Option<Origin>> {
        let runs = std::mem::take(&mut self.runs);
        self.each.get_or_insert_with(|| {
            let mut origins = Vec::new();
            for run in &runs {
                origins.resize(run.seat, None);
                origins.extend((run.seat..run.end()).map(|seat| run.get(seat)));
            }
            origins
        })
    }
}

impl Run {
    /// The seat behind the last.
    #[inline]
    fn end(&self) -> usize {
        self.seat.saturating_add(usize::try_from(self.count).unwrap_or(usize::MAX))
    }

    fn get(&self, seat: usize) -> Option<Origin> {
        let steps = u32::try_from(seat.checked_sub(self.seat)?).ok().filter(|steps| *steps < self.count)?;
        // Steps may lead down as well, so they wrap.
        Some(Origin {
            line: self.first.line.wrapping_add(self.line_step.wrapping_mul(steps)),
            index: self.first.index.wrapping_add(self.index_step.wrapping_mul(steps)),
            ..self.first
        })
    }

    /// Takes one more origin in, where it follows in the same step.
    #[inline]
    fn extend(&mut self, origin: Origin) -> bool {
        let first = self.first;
        let same = Origin { line: first.line, index: first.index, ..origin } == first;
        let lines = origin.line.wrapping_sub(first.line);
        let indices = origin.index.wrapping_sub(first.index);
        if !same || self.count == u32::MAX {
            return false;
        }
        if self.count == 1 {
            (self.line_step, self.index_step) = (lines, indices);
        } else if lines != self.line_step.wrapping_mul(self.count)
            || indices != self.index_step.wrapping_mul(self.count)
        {
            return false;
        }
        self.count = self.count.saturating_add(1);
        true
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    fn origin(line: u32, way: u32) -> Origin {
        Origin { way, line, index: line / 3, word: 0, provisional: false }
    }

    #[test]
    fn a_regular_file_is_one_run() {
        let mut trail = Trail::default();
        for seat in 1..1_000_000_u32 {
            trail.put(seat.try_into().unwrap(), Origin { index: seat, ..origin(seat * 15, 3) });
        }
        assert_eq!(trail.runs.len(), 1);
        assert_eq!(trail.get(77), Some(Origin { index: 77, ..origin(77 * 15, 3) }));
    }

    proptest! {
        #[test]
        fn a_trail_is_a_map(steps in prop::collection::vec((0_usize..200, 0_u32..4, 0_u32..2, 0..9), 0..400)) {
            let mut trail = Trail::default();
            let mut map: BTreeMap<usize, Origin> = BTreeMap::new();
            let mut line = 0_u32;
            for (seat, step, way, removes) in steps {
                line = u32::wrapping_add(line, step);
                // Now the seats follow each other, now they are anywhere.
                let seat = if step == 0 { seat } else { map.last_key_value().map_or(0, |(last, _)| last.saturating_add(1)) };
                if removes == 0 {
                    trail.remove(seat);
                    map.remove(&seat);
                } else {
                    trail.put(seat, origin(line, way));
                    map.insert(seat, origin(line, way));
                }
                prop_assert_eq!(trail.get(seat), map.get(&seat).copied());
            }
            let seen: Vec<(usize, Origin)> = trail.seen().collect();
            prop_assert_eq!(seen, map.into_iter().collect::<Vec<_>>());
        }
    }
}
