use std::collections::BTreeMap;

/// A set of block numbers as disjoint closed intervals: its size is the number of gaps, not of blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct IndexSet {
    // INVARIANT: first → last, disjoint, and no interval ends right before the next begins.
    intervals: BTreeMap<u64, u64>,
}

impl IndexSet {
    /// Returns the lowest number at or above `from` that is not in the set. `None` if the set reaches to the last
    /// one.
    pub(super) fn first_clear(&self, from: u64) -> Option<u64> {
        match self.intervals.range(..=from).next_back() {
            Some((_, &last)) if last >= from => last.checked_add(1),
            _ => Some(from),
        }
    }

    /// Adds `begin..=end` and returns how many of the numbers are new.
    pub(super) fn insert(&mut self, begin: u64, end: u64) -> u64 {
        if begin > end {
            return 0;
        }
        let (mut first, mut last) = (begin, end);
        let mut known = 0;
        while let Some((&a, &b)) = self.intervals.range(..=last.saturating_add(1)).next_back() {
            // Neighbours are merged too, though they share no number with `begin..=end`.
            if b.saturating_add(1) < first {
                break;
            }
            known += overlap(a, b, begin, end);
            first = first.min(a);
            last = last.max(b);
            self.intervals.remove(&a);
        }
        self.intervals.insert(first, last);
        length(begin, end).saturating_sub(known)
    }

    /// Removes `begin..=end` and returns how many of the numbers were in the set.
    pub(super) fn remove(&mut self, begin: u64, end: u64) -> u64 {
        if begin > end {
            return 0;
        }
        let mut removed = 0;
        while let Some((&a, &b)) = self.intervals.range(..=end).next_back() {
            if b < begin {
                break;
            }
            removed += overlap(a, b, begin, end);
            self.intervals.remove(&a);
            if b > end {
                self.intervals.insert(end + 1, b);
            }
            if a < begin {
                self.intervals.insert(a, begin - 1);
            }
        }
        removed
    }

    /// Returns the number of intervals in the set.
    #[cfg(test)]
    pub(super) fn intervals(&self) -> usize {
        self.intervals.len()
    }
}

/// Returns the number of numbers in an interval: at most 2^64 − 1, since block numbers are Go `int`s below 2^63.
fn length(begin: u64, end: u64) -> u64 {
    (end - begin).saturating_add(1)
}

fn overlap(a: u64, b: u64, begin: u64, end: u64) -> u64 {
    let (low, high) = (a.max(begin), b.min(end));
    if low > high { 0 } else { length(low, high) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn neighbours_become_one_interval() {
        let mut set = IndexSet::default();
        assert_eq!((set.insert(0, 3), set.insert(5, 9), set.insert(4, 4)), (4, 5, 1));
        assert_eq!((set.intervals(), set.first_clear(0)), (1, Some(10)));
        assert_eq!(
            (set.remove(2, 3), set.first_clear(0), set.intervals()),
            (2, Some(2), 2)
        );
    }

    proptest! {
        #[test]
        fn agrees_with_a_bitmap(ops in proptest::collection::vec((any::<bool>(), 0u64..64, 0u64..64), 0..60)) {
            let mut set = IndexSet::default();
            let mut bits = 0u64;
            for (add, a, b) in ops {
                let (begin, end) = (a.min(b), a.max(b));
                let mask = (begin..=end).fold(0u64, |m, i| m | 1 << i);
                if add {
                    prop_assert_eq!(set.insert(begin, end), u64::from((mask & !bits).count_ones()));
                    bits |= mask;
                } else {
                    prop_assert_eq!(set.remove(begin, end), u64::from((mask & bits).count_ones()));
                    bits &= !mask;
                }
                for from in 0..64 {
                    let clear = (from..64).find(|i| bits & (1 << i) == 0).or(Some(64));
                    prop_assert_eq!(set.first_clear(from), clear);
                }
                let runs = (0..64).filter(|i| bits & (1 << i) != 0 && (*i == 0 || bits & (1 << (i - 1)) == 0));
                prop_assert_eq!(set.intervals(), runs.count());
            }
        }
    }
}
