//! The ranges that a plan declares, each with the field that declares it.

use serde::Serialize;

use crate::diagnostic::Pointer;
use crate::net::Cidr;

/// The purpose of a range.
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
    /// Another use; the range must stay free.
    Reserved,
}

impl RangeKind {
    /// Returns the id of the kind, which is a part of message ids: `pods`, `services`, `nodes`, `load-balancers`,
    /// `reserved`.
    pub const fn as_str(self) -> &'static str {
        match self {
            RangeKind::Pods => "pods",
            RangeKind::Services => "services",
            RangeKind::Nodes => "nodes",
            RangeKind::LoadBalancers => "load-balancers",
            RangeKind::Reserved => "reserved",
        }
    }

    /// Returns whether ranges of the two kinds may share addresses: a pool that is announced on the nodes' link lies
    /// in their network, and ranges of ServiceCIDR objects may lie inside each other.
    pub const fn may_share(self, other: RangeKind) -> bool {
        matches!(
            (self, other),
            (RangeKind::Nodes, RangeKind::LoadBalancers)
                | (RangeKind::LoadBalancers, RangeKind::Nodes)
                | (RangeKind::Services, RangeKind::Services)
        )
    }
}

/// What the name of a range begins with that a ServiceCIDR object gives; the name of the object follows.
pub const OF_SERVICE_CIDR: &str = "ServiceCIDR/";

/// A range of the plan and the field that declares it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct DeclaredRange {
    /// The purpose of the range.
    pub kind: RangeKind,
    /// The range.
    #[cfg_attr(feature = "wasm", tsify(type = "Cidr"))]
    pub cidr: Cidr,
    /// The name of a reserved network, or of the object that gives the range: `ServiceCIDR/more`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub name: Option<String>,
    /// The place of the range in the document that declares it.
    pub pointer: Pointer,
    /// The number of that document in the file, from 0; absent if it is the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub document: Option<usize>,
}
