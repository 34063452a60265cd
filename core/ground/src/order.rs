//! Sorting in few bytes.
//!
//! The compiler makes one copy of a sort for each type that is sorted, and those of the standard library are the largest
//! of all generic functions, the stable one above all. Here the positions are sorted, which are of one type, and the
//! values moved.

use std::cmp::Ordering;
use std::mem;

/// Sorts the list.
pub fn sort<T: Ord>(list: &mut Vec<T>) {
    sort_by(list, T::cmp);
}

/// Sorts the list; values that compare equal stay in their order.
pub fn sort_by<T>(list: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = positions(list.len(), &|a, b| match (list.get(a), list.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    let mut values: Vec<Option<T>> = mem::take(list).into_iter().map(Some).collect();
    list.extend(
        order
            .into_iter()
            .filter_map(|position| values.get_mut(position)?.take()),
    );
}

/// Sorts the list by a key of each value; values with equal keys stay in their order.
pub fn sort_by_key<T, K: Ord>(list: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(list, |a, b| key(a).cmp(&key(b)));
}

/// Returns the positions of a list in the order of its values. No two positions are equal, so the sort need not be
/// stable.
fn positions(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_unstable_by(|a, b| compare(*a, *b).then(a.cmp(b)));
    order
}

/// Keys that are looked up: each a number and two names. The ordered set of the standard library would be several thousand
/// bytes of code for each type of keys.
///
/// ```
/// use dualstack_ground::order::Keys;
/// let keys: Keys = [(2, "svc", "web"), (1, "svc", "api")].into_iter().collect();
/// assert!(keys.contains((1, "svc", "api")) && !keys.contains((1, "svc", "web")));
/// assert_eq!(keys.at_or_after((1, "svc", "b")), Some((2, "svc", "web")));
/// ```
#[derive(Debug, Default)]
pub struct Keys<'a>(Vec<Key<'a>>);

/// A number and two names.
pub type Key<'a> = (usize, &'a str, &'a str);

impl<'a> Keys<'a> {
    /// Returns whether the key is among them.
    pub fn contains(&self, key: Key<'_>) -> bool {
        self.at_or_after(key) == Some(key)
    }

    /// Returns the first of them, in their order, that is not before the key.
    pub fn at_or_after(&self, key: Key<'_>) -> Option<Key<'a>> {
        let place = self.0.partition_point(|own| *own < key);
        self.0.get(place).copied()
    }

    /// Returns whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'a> FromIterator<Key<'a>> for Keys<'a> {
    fn from_iter<I: IntoIterator<Item = Key<'a>>>(keys: I) -> Keys<'a> {
        let mut list = Vec::new();
        list.extend(keys);
        sort(&mut list);
        Keys(list)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        #[expect(clippy::disallowed_methods, reason = "the sort of the standard library is what ours is held to")]
        fn sorts_like_the_standard_library(keys in prop::collection::vec(0..8u8, 0..80)) {
            let list: Vec<(u8, usize)> = keys.into_iter().zip(0..).collect();
            let mut ours = list.clone();
            sort_by_key(&mut ours, |(key, _)| *key);
            let mut theirs = list;
            theirs.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(ours, theirs);
        }
    }
}
