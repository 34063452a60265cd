use super::Version;

/// A range of versions in which something can be used.
///
/// ```
/// use dualstack_kubernetes::kubernetes::Window;
/// let window = Window::from(29);
/// assert!(!window.contains("1.28".parse().unwrap()));
/// assert!(window.contains("1.37".parse().unwrap()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    since: u8,
    until: Option<u8>,
}

impl Window {
    /// Every known version.
    pub const ALL: Window = Window::from(Version::OLDEST.minor());

    /// Returns the versions from that minor on.
    pub const fn from(since: u8) -> Window {
        Window { since, until: None }
    }

    /// Returns the window with that minor as its last one.
    #[must_use]
    pub const fn until(self, until: u8) -> Window {
        Window {
            until: Some(until),
            ..self
        }
    }

    /// Returns whether the window contains the version.
    pub fn contains(self, version: Version) -> bool {
        let minor = version.minor();
        self.since <= minor && self.until.is_none_or(|until| minor <= until)
    }

    /// Returns the first version.
    pub const fn first(self) -> Version {
        Version::minor_version(self.since)
    }

    /// Returns the last version. `None` if no end is known.
    pub fn last(self) -> Option<Version> {
        self.until.map(Version::minor_version)
    }
}
