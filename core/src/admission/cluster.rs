use std::net::IpAddr;

use super::allocate::{Occupancy, Vacant};
use crate::kubernetes::Version;
use crate::net::{Cidr, Dual, IpFamily};

/// The API server a request reaches, and what it knows.
#[derive(Clone, Copy)]
pub struct ServiceCluster<'a> {
    /// Its version.
    pub version: Version,
    /// What `--feature-gates=IPv6DualStack=` says, if anything. Counts up to 1.22.
    pub dual_stack_gate: Option<bool>,
    /// `--service-cluster-ip-range`, in order: the first family is the primary one.
    pub ranges: Dual<Cidr>,
    /// The CIDRs of the ServiceCIDR objects that are ready; `None` for those of the flag. Count from 1.33.
    pub service_cidrs: Option<&'a [Cidr]>,
    /// `--service-node-port-range`, both ends included.
    pub node_ports: (u16, u16),
    /// What is in use.
    pub occupancy: &'a dyn Occupancy,
    /// Where the search for automatic addresses and ports starts.
    pub seed: u64,
}

impl ServiceCluster<'static> {
    /// An empty cluster of that version with these Service ranges and otherwise default settings.
    pub fn new(version: Version, ranges: Dual<Cidr>) -> ServiceCluster<'static> {
        ServiceCluster {
            version,
            dual_stack_gate: None,
            ranges,
            service_cidrs: None,
            node_ports: (30_000, 32_767),
            occupancy: &Vacant,
            seed: 0,
        }
    }
}

impl ServiceCluster<'_> {
    /// Whether the cluster hands out addresses of that family.
    pub fn has_family(&self, family: IpFamily) -> bool {
        self.ranges.of(family).is_some()
    }

    /// Whether it hands out addresses of the family of that name.
    pub(super) fn has_family_named(&self, family: &str) -> bool {
        IpFamily::ALL
            .into_iter()
            .any(|known| known.as_str() == family && self.has_family(known))
    }

    /// Whether an address is one of the Service ranges.
    pub fn contains(&self, address: IpAddr) -> bool {
        self.ranges.iter().any(|range| range.contains_address(address))
    }
}

impl std::fmt::Debug for ServiceCluster<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ServiceCluster")
            .field("version", &self.version)
            .field("dual_stack_gate", &self.dual_stack_gate)
            .field("ranges", &self.ranges)
            .field("service_cidrs", &self.service_cidrs)
            .field("seed", &self.seed)
            .finish_non_exhaustive()
    }
}
