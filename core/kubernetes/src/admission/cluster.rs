use std::net::IpAddr;

use super::occupancy::{Occupancy, Vacant};
use crate::kubernetes::Version;
use crate::kubernetes::gates::GateSettings;
use crate::kubernetes::service_api::{DUAL_STACK, ServiceApi};
use crate::net::{Cidr, Dual, IpFamily};

/// The API server that a request reaches, with its configuration and the addresses in use.
#[derive(Clone, Copy)]
pub struct ServiceCluster<'a> {
    // INVARIANT: these two belong together; only the constructors set them.
    pub(super) version: Version,
    pub(super) api: ServiceApi,
    /// The value of `--service-cluster-ip-range`, in order: the first family is the primary one.
    pub(super) ranges: Dual<Cidr>,
    /// The CIDRs of the ServiceCIDR objects that are ready; `None` for those of the flag. They have an effect from
    /// 1.33 on.
    pub(super) service_cidrs: Option<&'a [Cidr]>,
    /// The value of `--service-node-port-range`, both ends included.
    pub(super) node_ports: (u16, u16),
    /// The addresses and ports in use.
    pub(super) occupancy: &'a dyn Occupancy,
    /// The seed of the starting points at which automatic addresses and ports are searched.
    pub(super) seed: u64,
}

impl ServiceCluster<'static> {
    /// Returns an empty cluster of that version with these Service ranges and otherwise default settings. With two
    /// ranges the gate `IPv6DualStack` is on: up to 1.20, where it is off by default, an API server with two ranges
    /// does not start without it (cmd/kube-apiserver/app/options/validation.go).
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
    /// Returns the cluster with another seed for automatic addresses and ports.
    #[must_use]
    pub fn seeded(self, seed: u64) -> Self {
        ServiceCluster { seed, ..self }
    }

    /// Returns the cluster with these addresses and node ports in use.
    #[must_use]
    pub fn holding<'b>(self, occupancy: &'b dyn Occupancy) -> ServiceCluster<'b>
    where
        'a: 'b,
    {
        ServiceCluster { occupancy, ..self }
    }

    /// Returns the cluster with the CIDRs of ready ServiceCIDR objects. `None` stands for those of the flag.
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

    /// Returns the Service ranges of `--service-cluster-ip-range`, in order.
    pub fn ranges(&self) -> &Dual<Cidr> {
        &self.ranges
    }

    /// Returns the seed of the starting points at which automatic addresses and ports are searched.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Returns the Kubernetes version of the cluster.
    pub fn version(&self) -> Version {
        self.version
    }

    /// Returns the Service API of that version with the gates of the server.
    pub fn api(&self) -> &ServiceApi {
        &self.api
    }

    /// Returns the cluster with these gates set. If they do not name `IPv6DualStack`, two ranges switch it on.
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

    /// Returns whether the cluster hands out addresses of that family.
    pub fn has_family(&self, family: IpFamily) -> bool {
        self.ranges.of(family).is_some()
    }

    /// Returns whether the cluster hands out addresses of the family of that name.
    pub(super) fn has_family_named(&self, family: &str) -> bool {
        IpFamily::ALL
            .into_iter()
            .any(|known| known.as_str() == family && self.has_family(known))
    }

    /// Returns whether an address lies in one of the Service ranges.
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
