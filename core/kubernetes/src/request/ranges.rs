//! The ranges that a plan declares, each with the field that declares it.

use serde::Serialize;

use crate::diagnostic::Pointer;
use crate::net::Cidr;

/// What a range is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum RangeKind {
    /// Pod addresses.
    Pods,
    /// Service addresses.
    Services,
    /// The nodes' own addresses.
    Nodes,
    /// Addresses that load balancers hand out.
    LoadBalancers,
    /// Something else that must stay free.
    Reserved,
}

impl RangeKind {
    /// `pods`, `services`, `nodes`, `load-balancers`, `reserved`: part of message ids.
    pub const fn as_str(self) -> &'static str {
        match self {
            RangeKind::Pods => "pods",
            RangeKind::Services => "services",
            RangeKind::Nodes => "nodes",
            RangeKind::LoadBalancers => "load-balancers",
            RangeKind::Reserved => "reserved",
        }
    }

    /// Whether ranges of the two kinds share addresses as a matter of course: a pool that is announced on the nodes' own
    /// link lies in their network.
    pub const fn may_share(self, other: RangeKind) -> bool {
        matches!(
            (self, other),
            (RangeKind::Nodes, RangeKind::LoadBalancers) | (RangeKind::LoadBalancers, RangeKind::Nodes)
        )
    }
}

/// A range of the plan and the field that declares it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct DeclaredRange {
    /// What it is for.
    pub kind: RangeKind,
    /// The range.
    #[cfg_attr(feature = "wasm", tsify(type = "Cidr"))]
    pub cidr: Cidr,
    /// Its name, for reserved networks.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub name: Option<String>,
    /// The field.
    pub pointer: Pointer,
}
