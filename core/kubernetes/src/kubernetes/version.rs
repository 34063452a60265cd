use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A known Kubernetes version, 1.16 … 1.37, with the patch level if one was given.
///
/// Behaviour depends on the minor alone; the patch level is kept so that it is shown and exported as written.
///
/// ```
/// use dualstack_kubernetes::kubernetes::Version;
/// let version: Version = "1.36.2".parse().unwrap();
/// assert_eq!((version.minor(), version.patch()), (36, Some(2)));
/// assert_eq!(version.to_string(), "1.36.2");
/// assert!("1.15".parse::<Version>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    minor: u8,
    patch: Option<u16>,
}

/// The reason why a text is not a [`Version`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VersionError {
    /// The text does not have the form `1.N` or `1.N.P`.
    #[error("expected a Kubernetes version such as `1.36`")]
    Malformed,
    /// The version has that form, but precedes dual-stack or follows the newest known version.
    #[error("Kubernetes {0} is not known here; known are {first} to {last}", first = Version::OLDEST, last = Version::NEWEST)]
    Unknown(String),
}

impl Version {
    /// The first version with dual-stack (alpha).
    pub const OLDEST: Version = Version::minor_version(16);
    /// The newest version known.
    pub const NEWEST: Version = Version::minor_version(37);
    /// The newest version whose facts were all read in a release; later ones have unverified rows.
    pub const DEFAULT: Version = Version::minor_version(36);

    /// Creates the version with that minor and without a patch level.
    pub const fn minor_version(minor: u8) -> Version {
        Version { minor, patch: None }
    }

    /// Returns every known minor version, the oldest first.
    pub fn all() -> impl DoubleEndedIterator<Item = Version> {
        (Version::OLDEST.minor..=Version::NEWEST.minor).map(Version::minor_version)
    }

    /// Returns the minor version: 36 for 1.36.2.
    pub const fn minor(self) -> u8 {
        self.minor
    }

    /// Returns the patch level. `None` if none was given.
    pub const fn patch(self) -> Option<u16> {
        self.patch
    }

    /// Returns the version without its patch level: `1.36` for 1.36.2.
    pub const fn without_patch(self) -> Version {
        Version::minor_version(self.minor)
    }
}

impl FromStr for Version {
    type Err = VersionError;

    /// Reads `1.N` or `1.N.P`, with or without a leading `v`.
    ///
    /// # Errors
    /// Returns an error if the text has another form or the version is not known.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number = |part: &str| -> Result<u16, VersionError> {
            let digits = !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
            if digits {
                part.parse().map_err(|_| VersionError::Malformed)
            } else {
                Err(VersionError::Malformed)
            }
        };
        let mut parts = text.strip_prefix('v').unwrap_or(text).split('.');
        let (Some(major), Some(minor), patch, None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(VersionError::Malformed);
        };
        let (major, minor, patch) = (number(major)?, number(minor)?, patch.map(number).transpose()?);
        let unknown = || VersionError::Unknown(format!("{major}.{minor}"));
        let minor = u8::try_from(minor).map_err(|_| unknown())?;
        if major != 1 || !(Version::OLDEST.minor..=Version::NEWEST.minor).contains(&minor) {
            return Err(unknown());
        }
        Ok(Version { minor, patch })
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "1.{}", self.minor)?;
        self.patch.map_or(Ok(()), |patch| write!(f, ".{patch}"))
    }
}

impl From<Version> for crate::i18n::Param {
    fn from(version: Version) -> Self {
        version.to_string().into()
    }
}

impl Serialize for Version {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_minor_patch_and_leading_v() {
        for (text, shown) in [
            ("1.16", "1.16"),
            ("v1.37.0", "1.37.0"),
            ("1.9999", ""),
            ("1.36.10", "1.36.10"),
        ] {
            let read = text.parse::<Version>().map(|v| v.to_string());
            assert_eq!(read.unwrap_or_default(), shown, "{text}");
        }
    }

    #[test]
    fn unknown_and_malformed_are_told_apart() {
        assert_eq!(
            "1.15".parse::<Version>(),
            Err(VersionError::Unknown("1.15".into()))
        );
        assert_eq!("2.0".parse::<Version>(), Err(VersionError::Unknown("2.0".into())));
        for text in [
            "",
            "1",
            "1.",
            "1.36.",
            "one",
            "1.36-rc.1",
            "1.36.2.1",
            "+1.36",
            "vv1.36",
        ] {
            assert_eq!(text.parse::<Version>(), Err(VersionError::Malformed), "{text:?}");
        }
    }
}
