use super::Version;

/// The confidence in a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Derived, or the exact text is not verified; shown to users as such.
    Unverified,
    /// From a release note only.
    Changelog,
    /// Read in the source of that version, or recorded from a running component.
    Verified,
}

/// A value from one version on, with its source.
#[derive(Clone, Copy, Debug)]
pub struct Row<T> {
    /// The first version with this value.
    pub since: Version,
    /// The value.
    pub value: T,
    /// The upstream file, pull request, KEP or recorded vector that shows it.
    pub source: &'static str,
    /// The confidence in the row.
    pub confidence: Confidence,
}

/// A value that changes from version to version, as rows in ascending order.
///
/// ```
/// use dualstack_kubernetes::kubernetes::{Timeline, Version, row};
/// static MASK_FLAGS: Timeline<bool> = Timeline::new(&[
///     row(16, false, "kcm-opt v1.16"),
///     row(17, true, "kubernetes/kubernetes#79993"),
/// ]);
/// assert!(!MASK_FLAGS.at("1.16".parse().unwrap()));
/// assert!(MASK_FLAGS.at("1.36".parse().unwrap()));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Timeline<T: 'static>(&'static [Row<T>]);

/// Returns a row with the confidence [`Confidence::Verified`]. `minor` is the first minor version with the value.
pub const fn row<T: Copy>(minor: u8, value: T, source: &'static str) -> Row<T> {
    Row {
        since: Version::minor_version(minor),
        value,
        source,
        confidence: Confidence::Verified,
    }
}

/// Returns a row with another confidence than that of [`row`].
pub const fn row_with<T: Copy>(minor: u8, value: T, source: &'static str, confidence: Confidence) -> Row<T> {
    Row {
        since: Version::minor_version(minor),
        value,
        source,
        confidence,
    }
}

impl<T: Copy + 'static> Timeline<T> {
    /// Creates a timeline from rows that start at the oldest known version and ascend strictly. Other rows do not
    /// compile (in a `const` or `static`).
    #[allow(clippy::panic, clippy::indexing_slicing, reason = "evaluated at compile time")]
    pub const fn new(rows: &'static [Row<T>]) -> Timeline<T> {
        assert!(!rows.is_empty() && rows[0].since.minor() == Version::OLDEST.minor());
        let mut i = 1;
        while i < rows.len() {
            assert!(rows[i - 1].since.minor() < rows[i].since.minor());
            i += 1;
        }
        Timeline(rows)
    }

    /// Returns the row in force at that version.
    #[allow(
        clippy::indexing_slicing,
        reason = "`new` has checked that there is a row for the oldest version"
    )]
    pub fn row_at(&self, version: Version) -> &'static Row<T> {
        let after = self.0.partition_point(|row| row.since.minor() <= version.minor());
        // The first row starts at the oldest version, so there is always one.
        &self.0[after.saturating_sub(1)]
    }

    /// Returns the value in force at that version.
    pub fn at(&self, version: Version) -> T {
        self.row_at(version).value
    }

    /// Returns the rows, the oldest first.
    pub fn rows(&self) -> &'static [Row<T>] {
        self.0
    }
}
