use super::Version;

/// The versions in which something can be used.
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
    /// Every version known here.
    pub const ALL: Window = Window::from(Version::OLDEST.minor());

    /// From that minor on.
    pub const fn from(since: u8) -> Window {
        Window { since, until: None }
    }

    /// The same, up to and including that minor.
    #[must_use]
    pub const fn until(self, until: u8) -> Window {
        Window {
            until: Some(until),
            ..self
        }
    }

    /// Whether the version lies in it.
    pub fn contains(self, version: Version) -> bool {
        let minor = version.minor();
        self.since <= minor && self.until.is_none_or(|until| minor <= until)
    }

    /// The first version.
    pub const fn first(self) -> Version {
        Version::minor_version(self.since)
    }

    /// The last version; `None` while nothing later is known.
    pub fn last(self) -> Option<Version> {
        self.until.map(Version::minor_version)
    }
}
