//! The files of a fleet.

use super::decode::is_of_kind;
use super::file::KIND;
use super::lock::LOCK_KIND;

/// The texts that a fleet is made from.
#[derive(Clone, Copy, Debug, Default)]
pub struct FleetFiles<'a> {
    /// The fleet file.
    pub fleet: &'a str,
    /// The files that it names for existing clusters, each with the name that stands there; the files of a folder have that
    /// name, a slash and their own.
    pub plans: &'a [(&'a str, &'a str)],
    /// The lock file of the last time; `None` the first time.
    pub lock: Option<&'a str>,
}

impl<'a> FleetFiles<'a> {
    /// Finds the files of a fleet among named texts: the first fleet file, the first lock file, and the others as what they are
    /// called. `None` without a fleet file.
    pub fn among(texts: &'a [(&'a str, &'a str)]) -> Option<FleetFiles<'a>> {
        let (_, fleet) = texts.iter().find(|(_, text)| is_of_kind(text, KIND))?;
        let lock = texts.iter().find(|(_, text)| is_of_kind(text, LOCK_KIND));
        Some(FleetFiles {
            fleet,
            plans: texts,
            lock: lock.map(|(_, text)| *text),
        })
    }
}
