use std::fmt;

use serde::{Deserialize, Serialize};

/// A JSON Pointer (RFC 6901) into a document: `/spec/podCIDRs/1`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(transparent)]
pub struct Pointer(String);

impl Pointer {
    /// Returns the pointer to the whole document: the empty text.
    pub const fn root() -> Pointer {
        Pointer(String::new())
    }

    /// Returns the pointer to the member `name` below this place.
    #[must_use]
    pub fn key(&self, name: &str) -> Pointer {
        Pointer(format!(
            "{}/{}",
            self.0,
            name.replace('~', "~0").replace('/', "~1")
        ))
    }

    /// Returns the pointer to the list entry `index` (from 0) below this place.
    #[must_use]
    pub fn index(&self, index: usize) -> Pointer {
        Pointer(format!("{}/{index}", self.0))
    }

    /// Returns the pointer to `below`, which is counted from this place.
    #[must_use]
    pub fn join(&self, below: &Pointer) -> Pointer {
        Pointer([self.0.as_str(), below.0.as_str()].concat())
    }

    /// Reads a pointer. `None` if the text is neither empty nor starts with `/`.
    pub fn parse(text: &str) -> Option<Pointer> {
        (text.is_empty() || text.starts_with('/')).then(|| Pointer(text.to_owned()))
    }

    /// Returns the text of the pointer.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the reference tokens, unescaped.
    pub fn tokens(&self) -> impl Iterator<Item = String> + '_ {
        self.0
            .split('/')
            .skip(1)
            .map(|token| token.replace("~1", "/").replace("~0", "~"))
    }

    /// Returns the pointer without its last token, and that token. `None` for the root.
    pub fn split_last(&self) -> Option<(Pointer, String)> {
        let (parent, last) = self.0.rsplit_once('/')?;
        Some((
            Pointer(parent.to_owned()),
            last.replace("~1", "/").replace("~0", "~"),
        ))
    }

    /// Returns the place as Kubernetes writes it: `spec.clusterIPs[1]`, `metadata.labels[app.kubernetes.io/name]`.
    ///
    /// ```
    /// use dualstack_ground::diagnostic::Pointer;
    /// let place = Pointer::root().key("spec").key("podCIDRs").index(1);
    /// assert_eq!(place.to_string(), "/spec/podCIDRs/1");
    /// assert_eq!(place.field_path(), "spec.podCIDRs[1]");
    /// ```
    pub fn field_path(&self) -> String {
        self.tokens().fold(String::new(), |mut path, token| {
            let plain = token
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
            if !plain || (!token.is_empty() && token.bytes().all(|b| b.is_ascii_digit())) {
                path.push('[');
                path.push_str(&token);
                path.push(']');
            } else {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(&token);
            }
            path
        })
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_with_slashes_and_tildes_survive() {
        let place = Pointer::root().key("metadata").key("annotations").key("a/b~c");
        assert_eq!(place.as_str(), "/metadata/annotations/a~1b~0c");
        assert_eq!(place.tokens().last().as_deref(), Some("a/b~c"));
        assert_eq!(place.field_path(), "metadata.annotations[a/b~c]");
        assert_eq!(place.split_last().unwrap().1, "a/b~c");
        assert_eq!(Pointer::root().split_last(), None);
    }
}
