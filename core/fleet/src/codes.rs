//! The codes of findings about a fleet. A code is never reused. The sentences are in `core/locales/<language>/fleet.ftl`.

use crate::diagnostic::Severity;
use crate::document::codes::Code;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $severity:ident;)*) => {
        $($(#[$doc])* pub const $name: Code = Code::new($id, Severity::$severity, concat!($id, ".help"));)*
        /// Every code, in ascending order.
        #[cfg(test)]
        pub(crate) const ALL: &[Code] = &[$($name),*];
    };
}

codes! {
    /// The text has no FleetPlan.
    NO_FLEET = "FLEET001", Error;
    /// Two clusters have the same name.
    SAME_NAME = "FLEET002", Error;
    /// A cluster has a family of which its group has no block.
    NO_BLOCK = "FLEET003", Error;
    /// A range has no place in the blocks of its group.
    NO_ROOM = "FLEET004", Error;
    /// A cluster needs more than the place that it has.
    OUTGROWN = "FLEET005", Error;
    /// A cluster that was placed with room to double has none any more.
    NO_DOUBLING = "FLEET006", Warning;
    /// No cluster of Kubernetes can have that many nodes with those masks.
    TOO_LARGE = "FLEET007", Error;
    /// The file of an existing cluster was not given, or gives no ranges.
    NO_RANGES = "FLEET008", Error;
    /// A cluster lies in a reserved network.
    IN_RESERVED = "FLEET009", Error;
    /// Aggregates of sites were cut so that a cluster found a place.
    CUT_AGGREGATES = "FLEET010", Info;
    /// The lock file cannot be used.
    BAD_LOCK = "FLEET011", Error;
    /// A cluster lies outside of the blocks of its group.
    OUTSIDE = "FLEET012", Warning;
}

/// Two connected clusters overlap: the code of the rule that says it of a plan.
pub const CONNECTED_OVERLAP: Code = Code::new("ADDR021", Severity::Warning, "ADDR021.help");
