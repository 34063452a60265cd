//! A few values by name. A list takes less memory than a tree, whose smallest node has room for eleven: findings and decisions
//! of the API server have one to three values each, and a file may have a hundred thousand of them.

use serde::{Serialize, Serializer};

/// Values by name, in the order of the names.
///
/// ```
/// use dualstack_ground::named::Named;
/// let mut named = Named::new();
/// named.insert("to", 2);
/// named.insert("from", 1);
/// named.insert("to", 3);
/// assert_eq!(named.get("to"), Some(&3));
/// assert_eq!(serde_json::to_string(&named).unwrap(), r#"{"from":1,"to":3}"#);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named<V>(Vec<(&'static str, V)>);

impl<V> Named<V> {
    /// Returns no values.
    pub const fn new() -> Named<V> {
        Named(Vec::new())
    }

    /// Sets the value of a name.
    pub fn insert(&mut self, name: &'static str, value: V) {
        match self.0.binary_search_by_key(&name, |(known, _)| known) {
            Ok(place) => {
                if let Some((_, old)) = self.0.get_mut(place) {
                    *old = value;
                }
            }
            Err(place) => {
                self.0.reserve_exact(1);
                self.0.insert(place, (name, value));
            }
        }
    }

    /// Returns the value of a name. `None` if it has none.
    pub fn get(&self, name: &str) -> Option<&V> {
        let place = self.0.binary_search_by_key(&name, |(known, _)| known);
        self.0.get(place.ok()?).map(|(_, value)| value)
    }

    /// Returns whether there are no values.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the names and their values, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &V)> {
        self.0.iter().map(|(name, value)| (*name, value))
    }

    /// Returns the values, in the order of their names.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }
}

impl<V> Default for Named<V> {
    fn default() -> Self {
        Named::new()
    }
}

impl<V> Extend<(&'static str, V)> for Named<V> {
    fn extend<I: IntoIterator<Item = (&'static str, V)>>(&mut self, values: I) {
        values
            .into_iter()
            .for_each(|(name, value)| self.insert(name, value));
    }
}

impl<V> IntoIterator for Named<V> {
    type Item = (&'static str, V);
    type IntoIter = std::vec::IntoIter<(&'static str, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<V: Serialize> Serialize for Named<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}
