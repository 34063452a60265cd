use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::i18n::Message;

/// A known Kubernetes version, 1.16 … 1.37, with the patch level and the vendor's suffix if they were given.
///
/// Behaviour depends on the minor alone; the patch level is kept so that it is shown and exported as written. The
/// suffix is kept in the plan ([`Version::as_written`]), but sentences and exports name the Kubernetes version.
///
/// ```
/// use dualstack_kubernetes::kubernetes::Version;
/// let version: Version = "1.36.2".parse().unwrap();
/// assert_eq!((version.minor(), version.patch()), (36, Some(2)));
/// assert_eq!(version.to_string(), "1.36.2");
/// assert!("1.15".parse::<Version>().is_err());
/// let of_k3s: Version = "v1.33.2+k3s1".parse().unwrap();
/// assert_eq!((of_k3s.to_string(), of_k3s.as_written()), ("1.33.2".to_owned(), "1.33.2+k3s1".to_owned()));
/// assert_eq!(of_k3s.distribution(), Some("k3s"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    minor: u8,
    patch: Option<u16>,
    suffix: Suffix,
}

/// The longest suffix of a vendor that is kept, in bytes.
const LONGEST_SUFFIX: usize = 30;

/// What a vendor writes behind the patch level, with its `+` or `-`; filled up with zeros. It lies within the version so
/// that this stays a value that is copied.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Suffix([u8; LONGEST_SUFFIX]);

impl Suffix {
    const NONE: Suffix = Suffix([0; LONGEST_SUFFIX]);

    /// Reads a suffix as semantic versions have it. `None` if it is none, or too long.
    fn parse(text: &str) -> Option<Suffix> {
        let allowed =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'+' | b'_' | b'~');
        let (_, behind) = text.split_at_checked(1)?;
        let fits = !behind.is_empty() && text.len() <= LONGEST_SUFFIX && text.bytes().all(allowed);
        let mut bytes = [0; LONGEST_SUFFIX];
        fits.then(|| {
            bytes
                .iter_mut()
                .zip(text.bytes())
                .for_each(|(to, from)| *to = from);
            Suffix(bytes)
        })
    }

    fn as_str(&self) -> &str {
        let text = str::from_utf8(&self.0).unwrap_or_default();
        text.trim_end_matches('\0')
    }
}

/// Returns whether a suffix is a commit of seven digits, as OpenShift's components print it: `v1.27.8+4fab27b`.
fn is_commit(suffix: &str) -> bool {
    suffix
        .strip_prefix('+')
        .is_some_and(|commit| commit.len() == 7 && commit.bytes().all(|b| b.is_ascii_hexdigit()))
}

impl fmt::Debug for Suffix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

/// Words in the suffixes of vendors, each with the id of its distribution in the plan file.
const VENDORS: &[(&str, &str)] = &[
    ("+k3s", "k3s"),    // k3s-io/k3s releases: v1.33.2+k3s1
    ("-k3s", "k3s"),    // Rancher's names of images: v1.33.2-k3s1
    ("+rke2r", "rke2"), // rancher/rke2 releases: v1.31.1+rke2r1
    ("-rke2r", "rke2"), // Rancher's names of images: v1.31.1-rke2r1
    ("-gke.", "gke"),   // docs.cloud.google.com kubernetes-engine/versioning: 1.30.5-gke.1200
    ("-eks-", "eks"), // docs.aws.amazon.com eks/latest/userguide/platform-versions.html: v1.29.3-eks-adc7111
    ("+k0s", "k0s"),  // k0sproject/k0s releases: v1.30.0+k0s.0
];

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
    /// The newest version of which a running cluster was recorded and compared. What is said of later ones follows from the
    /// source and from release notes alone, and says so wherever people see it.
    pub const NEWEST_RECORDED: Version = Version::minor_version(36);
    /// The newest version whose facts were all read in a release; later ones have unverified rows.
    pub const DEFAULT: Version = Version::minor_version(36);

    /// Creates the version with that minor and without a patch level.
    pub const fn minor_version(minor: u8) -> Version {
        Version {
            minor,
            patch: None,
            suffix: Suffix::NONE,
        }
    }

    /// Returns whether this version, or a later one, was recorded from a running cluster and compared.
    pub const fn is_recorded(self) -> bool {
        self.minor <= Version::NEWEST_RECORDED.minor
    }

    /// Returns the sentence about a version that no running cluster was compared with. `None` for the others.
    pub fn not_compared(self) -> Option<Message> {
        let message = Message::new("PLAN008").with("version", self.without_patch());
        (!self.is_recorded()).then_some(message)
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

    /// Returns what the vendor adds to the version, with its sign: `+k3s1`. Empty if there is nothing.
    pub fn suffix(&self) -> &str {
        self.suffix.as_str()
    }

    /// Returns the version with the vendor's suffix: `1.33.2+k3s1`.
    pub fn as_written(&self) -> String {
        format!("{self}{}", self.suffix())
    }

    /// Returns the id of the distribution whose releases have that suffix. `None` if no suffix tells.
    pub fn distribution(&self) -> Option<&'static str> {
        let vendor = VENDORS.iter().find(|(word, _)| self.suffix().contains(word));
        vendor
            .map(|(_, distribution)| *distribution)
            .or_else(|| is_commit(self.suffix()).then_some("openshift"))
    }

    /// Finds the version in what a program prints about it: `kubectl version` in all its forms, `kubectl get nodes`,
    /// `k3s -v`. The server's version counts before the client's. `None` if there is none, or it is not known.
    ///
    /// ```
    /// use dualstack_kubernetes::kubernetes::Version;
    /// let printed = "Client Version: v1.34.1\nKustomize Version: v5.7.1\nServer Version: v1.29.3-eks-adc7111\n";
    /// assert_eq!(Version::printed(printed).unwrap().as_written(), "1.29.3-eks-adc7111");
    /// ```
    pub fn printed(text: &str) -> Option<Version> {
        let server = ["Server Version", "serverVersion"]
            .iter()
            .find_map(|word| text.split_once(word));
        let of_server = server.and_then(|(_, behind)| first_printed(behind));
        of_server.or_else(|| first_printed(text))
    }

    /// Returns the version without its patch level: `1.36` for 1.36.2.
    pub const fn without_patch(self) -> Version {
        Version::minor_version(self.minor)
    }
}

/// Returns the first word that is a version with a `v`. Versions of other programs (`v5.7.1`, `go1.24`) are not known.
fn first_printed(text: &str) -> Option<Version> {
    text.split(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ',' | '{' | '}' | '(' | ')' | '`'))
        .map(|word| word.rsplit([':', '=']).next().unwrap_or(word))
        .filter(|word| word.starts_with('v'))
        .find_map(|word| word.parse().ok())
}

impl FromStr for Version {
    type Err = VersionError;

    /// Reads `1.N` or `1.N.P`, with or without a leading `v`, the latter with or without a vendor's suffix.
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
        let text = text.strip_prefix('v').unwrap_or(text);
        let (text, behind) = text.split_at(text.find(['+', '-']).unwrap_or(text.len()));
        let mut parts = text.split('.');
        let (Some(major), Some(minor), patch, None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(VersionError::Malformed);
        };
        let (major, minor, patch) = (number(major)?, number(minor)?, patch.map(number).transpose()?);
        // `kubectl version` of a cloud prints the minor as `29+`.
        let suffix = match (behind, patch) {
            ("" | "+", _) => Suffix::NONE,
            (_, Some(_)) => Suffix::parse(behind).ok_or(VersionError::Malformed)?,
            (_, None) => return Err(VersionError::Malformed),
        };
        let unknown = || VersionError::Unknown(format!("{major}.{minor}"));
        let minor = u8::try_from(minor).map_err(|_| unknown())?;
        if major != 1 || !(Version::OLDEST.minor..=Version::NEWEST.minor).contains(&minor) {
            return Err(unknown());
        }
        Ok(Version { minor, patch, suffix })
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
        serializer.serialize_str(&self.as_written())
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
    fn suffixes_of_vendors_are_kept_and_name_the_distribution() {
        for (text, written, distribution) in [
            ("v1.33.2+k3s1", "1.33.2+k3s1", Some("k3s")),
            ("1.30.5-gke.1200", "1.30.5-gke.1200", Some("gke")),
            ("v1.29.3-eks-abc", "1.29.3-eks-abc", Some("eks")),
            ("v1.31.1+rke2r1", "1.31.1+rke2r1", Some("rke2")),
            ("v1.30.0+k0s.0", "1.30.0+k0s.0", Some("k0s")),
            ("v1.20.15-rancher1-2", "1.20.15-rancher1-2", None),
            ("v1.27.8+4fab27b", "1.27.8+4fab27b", Some("openshift")),
            ("v1.28.3-mirantis-1", "1.28.3-mirantis-1", None),
            ("v1.24.9+vmware.1-tkg.1", "1.24.9+vmware.1-tkg.1", None),
            ("1.36.0-rc.1", "1.36.0-rc.1", None),
            ("1.29+", "1.29", None),
        ] {
            let version: Version = text.parse().unwrap();
            assert_eq!(version.as_written(), written, "{text}");
            assert_eq!(version.distribution(), distribution, "{text}");
            assert_eq!(serde_json::to_value(version).unwrap(), written);
        }
        let long = format!("1.30.1+{}", "x".repeat(40));
        for text in ["1.30.1+", "1.30.1+k3s1 ", "1.30.1-ä", &long] {
            let read = text.parse::<Version>().map(|version| version.as_written());
            assert!(
                matches!(read.as_deref(), Err(VersionError::Malformed) | Ok("1.30.1")),
                "{text:?}"
            );
        }
    }

    #[test]
    fn the_version_of_the_server_is_found_in_what_programs_print() {
        for (text, written) in [
            (
                "Client Version: v1.34.1\nServer Version: v1.33.2+k3s1\n",
                "1.33.2+k3s1",
            ),
            (
                "Client Version: version.Info{Major:\"1\", Minor:\"22\", GitVersion:\"v1.22.0\"}\nServer Version: \
                 version.Info{Major:\"1\", Minor:\"21+\", GitVersion:\"v1.21.14-gke.700\", GoVersion:\"go1.16.9b7\"}",
                "1.21.14-gke.700",
            ),
            (
                "clientVersion:\n  gitVersion: v1.34.0\nserverVersion:\n  gitVersion: v1.31.1+rke2r1\n",
                "1.31.1+rke2r1",
            ),
            (
                "k3s version v1.33.2+k3s1 (836dd5e2)\ngo version go1.24.4",
                "1.33.2+k3s1",
            ),
            ("Kubernetes v1.30.5", "1.30.5"),
            (
                "node-1   Ready   control-plane   5d   v1.30.5-gke.1200",
                "1.30.5-gke.1200",
            ),
        ] {
            assert_eq!(
                Version::printed(text)
                    .map(|version| version.as_written())
                    .as_deref(),
                Some(written),
                "{text}"
            );
        }
        assert_eq!(Version::printed("Kustomize Version: v5.7.1"), None);
    }

    #[test]
    fn versions_that_nobody_has_compared_say_so() {
        for version in Version::all() {
            assert_eq!(version.is_recorded(), version.minor() <= 36, "{version}");
            assert_eq!(version.not_compared().is_some(), !version.is_recorded());
        }
        let patch: Version = "1.37.2".parse().unwrap();
        assert!(!patch.is_recorded());
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
