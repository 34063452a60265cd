use std::net::IpAddr;

use super::occupancy::{Occupancy, Vacant};
use crate::kubernetes::Version;
use crate::kubernetes::gates::GateSettings;
use crate::kubernetes::service_api::{DUAL_STACK, ServiceApi};
use crate::net::{Cidr, Dual, IpFamily};

/// The API server a request reaches, and what it knows.
#[derive(Clone, Copy)]
pub struct ServiceCluster<'a> {
    // INVARIANT: these two belong together; only the constructors set them.
    pub(super) version: Version,
    pub(super) api: ServiceApi,
    /// `--service-cluster-ip-range`, in order: the first family is the primary one.
    pub(super) ranges: Dual<Cidr>,
    /// The CIDRs of the ServiceCIDR objects that are ready; `None` for those of the flag. Count from 1.33.
    pub(super) service_cidrs: Option<&'a [Cidr]>,
    /// `--service-node-port-range`, both ends included.
    pub(super) node_ports: (u16, u16),
    /// What is in use.
    pub(super) occupancy: &'a dyn Occupancy,
    /// Where the search for automatic addresses and ports starts.
    pub(super) seed: u64,
}

impl ServiceCluster<'static> {
    /// An empty cluster of that version with these Service ranges and otherwise default settings. With two ranges the
    /// gate `IPv6DualStack` is on: up to 1.20, where it is off by default, an API server with two ranges does not start
    /// without it (cmd/kube-apiserver/app/options/validation.go).
    ///
    /// ```
    /// use dualstack_kubernetes::admission::ServiceCluster;
    /// use dualstack_ground::net::{Cidr, Dual};
    /// let ranges: Vec<Cidr> = ["10.96.0.0/16", "fd00:10:96::/112"].map(|c| c.parse().unwrap()).into();
    /// let cluster = ServiceCluster::new("1.16".parse().unwrap(), Dual::from_cidrs(&ranges).unwrap());
    /// assert!(cluster.api().dual_stack);
    /// ```
    pub fn new(version: Version, ranges: Dual<Cidr>) -> ServiceCluster<'static> {
        ServiceCluster {
            version,
            api: ServiceApi::at(version, ranges.is_dual_stack().then_some(true)),
            ranges,
            service_cidrs: None,
            node_ports: (30_000, 32_767),
            occupancy: &Vacant,
            seed: 0,
        }
    }
}

impl<'a> ServiceCluster<'a> {
    /// The same cluster with automatic addresses and ports looked for from another place on.
    #[must_use]
    pub fn seeded(self, seed: u64) -> Self {
        ServiceCluster { seed, ..self }
    }

    /// The same cluster with these addresses and node ports in use.
    #[must_use]
    pub fn holding<'b>(self, occupancy: &'b dyn Occupancy) -> ServiceCluster<'b>
    where
        'a: 'b,
    {
        ServiceCluster { occupancy, ..self }
    }

    /// The same cluster with the CIDRs of these ServiceCIDR objects ready; `None`: those of the flag.
    #[must_use]
    pub fn with_service_cidrs<'b>(self, service_cidrs: Option<&'b [Cidr]>) -> ServiceCluster<'b>
    where
        'a: 'b,
    {
        ServiceCluster {
            service_cidrs,
            ..self
        }
    }

    /// `--service-cluster-ip-range`, in order.
    pub fn ranges(&self) -> &Dual<Cidr> {
        &self.ranges
    }

    /// Where the search for automatic addresses and ports starts.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Its version.
    pub fn version(&self) -> Version {
        self.version
    }

    /// The Service API of that version with the gates the server runs with.
    pub fn api(&self) -> &ServiceApi {
        &self.api
    }

    /// The same cluster with these gates set. Where they do not name `IPv6DualStack`, two ranges still mean it is on.
    #[must_use]
    pub fn with_gates(self, given: &GateSettings) -> Self {
        let mut given = given.clone();
        if self.ranges.is_dual_stack() && given.given(DUAL_STACK).is_none() {
            given.set(DUAL_STACK, true);
        }
        ServiceCluster {
            api: ServiceApi::with_gates(self.version, &given),
            ..self
        }
    }

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
            .field("dual_stack", &self.api.dual_stack)
            .field("ranges", &self.ranges)
            .field("service_cidrs", &self.service_cidrs)
            .field("seed", &self.seed)
            .finish_non_exhaustive()
    }
}
