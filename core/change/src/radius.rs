//! How far a change reaches into a running cluster.

use serde::Serialize;

use crate::diagnostic::Component;
use crate::i18n::Message;

/// What has to be touched of a running cluster for a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(tag = "radius", rename_all = "camelCase")]
pub enum BlastRadius {
    /// Nothing that runs is touched.
    Safe,
    /// Components are started again, one after the other.
    Restart {
        /// The components, in that order.
        components: Vec<Component>,
    },
    /// Services are deleted and created again.
    RecreateServices {
        /// Their number.
        count: usize,
        /// Their namespaces and names: `default/web`.
        names: Vec<String>,
    },
    /// Node objects are deleted and registered again, one after the other.
    RecreateNodes {
        /// Their number.
        count: u64,
    },
    /// There is no way within the cluster: a new one is built.
    Rebuild,
    /// What is asked for is refused in any cluster of that version and distribution.
    Impossible,
}

impl BlastRadius {
    /// Returns the radius of restarts. Without components nothing is touched.
    pub fn restart(components: impl Into<Vec<Component>>) -> BlastRadius {
        match components.into() {
            none if none.is_empty() => BlastRadius::Safe,
            components => BlastRadius::Restart { components },
        }
    }

    /// Returns the place in the order from the smallest radius, 0, to the largest.
    pub const fn rank(&self) -> u8 {
        match self {
            BlastRadius::Safe => 0,
            BlastRadius::Restart { .. } => 1,
            BlastRadius::RecreateServices { .. } => 2,
            BlastRadius::RecreateNodes { .. } => 3,
            BlastRadius::Rebuild => 4,
            BlastRadius::Impossible => 5,
        }
    }

    /// Returns the radius of two changes together: the larger one, and of two of a kind what either touches.
    pub fn and(self, other: &BlastRadius) -> BlastRadius {
        match (self, other) {
            (BlastRadius::Restart { mut components }, BlastRadius::Restart { components: more }) => {
                for component in more {
                    if !components.contains(component) {
                        components.push(*component);
                    }
                }
                BlastRadius::Restart { components }
            }
            (
                BlastRadius::RecreateServices { mut names, .. },
                BlastRadius::RecreateServices { names: more, .. },
            ) => {
                for name in more {
                    if !names.contains(name) {
                        names.push(name.clone());
                    }
                }
                BlastRadius::RecreateServices {
                    count: names.len(),
                    names,
                }
            }
            (BlastRadius::RecreateNodes { count }, BlastRadius::RecreateNodes { count: more }) => {
                BlastRadius::RecreateNodes {
                    count: count.max(*more),
                }
            }
            (own, other) if own.rank() < other.rank() => other.clone(),
            (own, _) => own,
        }
    }

    /// Returns whether something has to be made anew, or cannot be.
    pub const fn is_more_than_restarts(&self) -> bool {
        self.rank() > 1
    }

    /// Returns the radius in words.
    pub fn message(&self) -> Message {
        match self {
            BlastRadius::Safe => Message::new("change-radius-safe"),
            BlastRadius::Restart { components } => {
                let names: Vec<&str> = components.iter().map(|component| component.as_str()).collect();
                Message::new("change-radius-restart").with("components", names.join(", "))
            }
            BlastRadius::RecreateServices { count, names } => Message::new("change-radius-services")
                .with("count", *count)
                .with("names", names.join(", ")),
            BlastRadius::RecreateNodes { count } => {
                let count = i64::try_from(*count).unwrap_or(i64::MAX);
                Message::new("change-radius-nodes").with("count", count)
            }
            BlastRadius::Rebuild => Message::new("change-radius-rebuild"),
            BlastRadius::Impossible => Message::new("change-radius-impossible"),
        }
    }
}
