//! The cluster of a plan file.

use std::collections::BTreeMap;
use std::net::IpAddr;

use crate::admission::service_cidr::creation_errors;
use crate::admission::simulator::{ClusterStart, NamedCidrs};
use crate::admission::strict::unknown_fields_of;
use crate::admission::{Occupancy, ServiceCluster, Taken, namespace_or_default};
use crate::clusterip::KUBERNETES_SERVICE_INDEX;
use crate::diagnostic::Pointer;
use crate::document::{Object, Stream, to_json};
use crate::kubernetes::Version;
use crate::kubernetes::cluster_ip::ClusterIpRules;
use crate::kubernetes::gates::GateSettings;
use crate::kubernetes::service_api::DUAL_STACK;
use crate::kubernetes::service_cidr::DEFAULT_OBJECT;
use crate::net::{Cidr, lenient};
use crate::order::Keys;
use crate::request::ClusterPlan;
use crate::request::ranges::{DeclaredRange, OF_SERVICE_CIDR, RangeKind};

/// The cluster of a plan file: the only place that decides the version, gates, ranges, ServiceCIDR objects and used
/// addresses of its API server.
///
/// ```
/// use dualstack_kubernetes::admission::{Request, Service, Vacant, admit};
/// use dualstack_ground::document;
/// use dualstack_kubernetes::request::decode::decode;
/// use dualstack_plan::cluster::PlannedCluster;
/// let stream = document::read("\
/// kind: ClusterPlan
/// spec: {kubernetesVersion: '1.16', podCIDRs: [10.244.0.0/16, 'fd00::/56'], serviceCIDRs: [10.96.0.0/16, 'fd00:10:96::/112']}
/// ");
/// let plan = decode(&stream, |_| true).plan.unwrap().plan;
/// let cluster = PlannedCluster::of(&plan, &stream, 0).unwrap();
/// let service: Service = serde_json::from_str(r#"{"metadata": {"name": "web"}, "spec": {"ipFamily": "IPv6", "ports": [{"port": 80}]}}"#).unwrap();
/// let admission = admit(&cluster.with(&Vacant), &Request::Create { service });
/// assert!(admission.stored().unwrap().cluster_ip.starts_with("fd00:10:96:"));
/// ```
#[derive(Clone, Debug)]
pub struct PlannedCluster {
    /// The server before its first request.
    server: ServiceCluster<'static>,
    gates: GateSettings,
    /// The ServiceCIDR objects of the file.
    objects: Vec<NamedCidrs>,
    /// The ranges of those objects, each with its place in the file.
    object_ranges: Vec<DeclaredRange>,
    /// The CIDRs of those objects and the ranges of the flag; `None` if the server does not read such objects.
    service_cidrs: Option<Vec<Cidr>>,
    /// The addresses of IPAddress objects that belong to no Service of the file.
    occupied: Vec<IpAddr>,
}

impl PlannedCluster {
    /// Returns the cluster of a plan and of the objects beside it. `None` if its Service ranges are not usable: no
    /// range, more than two, or two of one family. `seed` decides where the search for automatic addresses and ports
    /// starts.
    pub fn of(plan: &ClusterPlan, stream: &Stream, seed: u64) -> Option<PlannedCluster> {
        let version = plan.spec.kubernetes_version;
        let gates = plan.spec.gates();
        let ranges = plan.spec.services()?;
        let api = ClusterIpRules::with_gates(version, |name| gates.given(name)).service_cidr_api;
        let (objects, object_ranges) = api
            .map(|api| service_cidr_objects(stream, version, api))
            .unwrap_or_default();
        let service_cidrs = api.map(|_| {
            let added = objects.iter().flat_map(|object| object.cidrs.iter().copied());
            ranges.iter().copied().chain(added).collect()
        });
        Some(PlannedCluster {
            server: ServiceCluster::new(version, ranges)
                .with_gates(&gates)
                .seeded(seed),
            gates,
            objects,
            object_ranges,
            service_cidrs,
            occupied: if api.is_some() {
                addresses_of_others(stream)
            } else {
                Vec::new()
            },
        })
    }

    /// Returns the API version of the ServiceCIDR objects that the server reads. `None` if it reads none.
    pub fn service_cidr_api(&self) -> Option<&'static str> {
        let gates = &self.gates;
        ClusterIpRules::with_gates(self.version(), |name| gates.given(name)).service_cidr_api
    }

    /// Returns the Kubernetes version of the cluster.
    pub fn version(&self) -> Version {
        self.server.version()
    }

    /// Returns the cluster that answers a request while `occupancy` is in use.
    pub fn with<'a>(&'a self, occupancy: &'a dyn Occupancy) -> ServiceCluster<'a> {
        self.server
            .with_service_cidrs(self.service_cidrs.as_deref())
            .holding(occupancy)
    }

    /// Returns the ranges that cluster IPs are given from: those of the flag, then those of ServiceCIDR objects.
    pub fn service_ranges(&self) -> Vec<Cidr> {
        match &self.service_cidrs {
            Some(ranges) => ranges.clone(),
            None => self.server.ranges().iter().copied().collect(),
        }
    }

    /// Returns the ranges of the file's ServiceCIDR objects that the server takes, each with its place in the file and
    /// the name of its object.
    pub fn object_ranges(&self) -> &[DeclaredRange] {
        &self.object_ranges
    }

    /// Returns the addresses and ports in use before the first Service of the file: the address of the API server's
    /// own Service, which is the first one of the first range, and those of IPAddress objects.
    pub fn taken(&self) -> Taken {
        let mut taken = Taken::default();
        let own = self.server.ranges().primary().address(KUBERNETES_SERVICE_INDEX);
        for address in own.into_iter().chain(self.occupied.iter().copied()) {
            taken.add_address(address);
        }
        taken
    }

    /// Returns the cluster as the start of a simulation.
    pub fn start(&self) -> ClusterStart {
        let mut feature_gates = BTreeMap::new();
        for (name, on) in self.gates.iter().filter(|(name, _)| *name != DUAL_STACK) {
            feature_gates.insert(name.to_owned(), on);
        }
        ClusterStart {
            version: self.server.version(),
            service_cidrs: self.server.ranges().iter().copied().collect(),
            dual_stack_gate: self.gates.given(DUAL_STACK),
            feature_gates,
            service_cidr_objects: self.objects.clone(),
            occupied: self.occupied.clone(),
            seed: self.server.seed(),
            controller_manager: true,
        }
    }
}

/// The kinds of objects beside the plan that change its cluster, besides Services.
pub const KINDS: &[&str] = &[
    "AddressPool",
    "BGPAdvertisement",
    "CiliumLoadBalancerIPPool",
    "IPAddress",
    "IPAddressPool",
    "L2Advertisement",
    "Node",
    "ServiceCIDR",
];

/// Returns the ServiceCIDR objects of the file that a server with that API version accepts, and their ranges with their
/// places. The one of its flag is not among them.
fn service_cidr_objects(
    stream: &Stream,
    version: Version,
    api: &str,
) -> (Vec<NamedCidrs>, Vec<DeclaredRange>) {
    let counts = |object: &Object<'_>| {
        object.kind() == "ServiceCIDR"
            && object.text(&["apiVersion"]) == Some(api)
            && object.name() != DEFAULT_OBJECT
            // An object that is being deleted gives no more addresses.
            && object.get(&["metadata", "deletionTimestamp"]).is_none()
    };
    let mut objects: Vec<NamedCidrs> = Vec::new();
    let mut ranges = Vec::new();
    for object in stream.objects().filter(counts) {
        let name = object.name();
        let list: Vec<(Pointer, String)> = object
            .items(&["spec", "cidrs"])
            .map(|(place, node)| (place, node.text().unwrap_or_default().to_owned()))
            .collect();
        let written: Vec<String> = list.iter().map(|(_, text)| text.clone()).collect();
        // A second object of a name does not get in, and one with errors does not either.
        if objects.iter().any(|other| other.name == name)
            || !unknown_fields_of("ServiceCIDR", version, &to_json(object.node)).is_empty()
            || !creation_errors(version, name, &written).is_empty()
        {
            continue;
        }
        let read = |(pointer, text): (Pointer, String)| {
            Some(DeclaredRange {
                kind: RangeKind::Services,
                cidr: lenient::parse_cidr(&text)?.cidr,
                name: Some(format!("{OF_SERVICE_CIDR}{name}")),
                pointer,
                document: Some(object.document.index()),
            })
        };
        let of_object: Vec<DeclaredRange> = list.into_iter().filter_map(read).collect();
        objects.push(NamedCidrs {
            name: name.to_owned(),
            cidrs: of_object.iter().map(|range| range.cidr).collect(),
        });
        ranges.extend(of_object);
    }
    (objects, ranges)
}

/// Returns the addresses of IPAddress objects whose Service is not in the file.
fn addresses_of_others(stream: &Stream) -> Vec<IpAddr> {
    let here: Keys<'_> = stream
        .objects()
        .filter(|object| object.kind() == "Service")
        .map(|object| (0, namespace_of(&object), object.name()))
        .collect();
    stream
        .objects()
        .filter(|object| object.kind() == "IPAddress" && object.group() == "networking.k8s.io")
        .filter(|object| {
            let parent = |field| object.text(&["spec", "parentRef", field]).unwrap_or_default();
            !here.contains((0, parent("namespace"), parent("name")))
        })
        .filter_map(|object| object.name().parse().ok())
        .collect()
}

/// Returns the namespace that an object lies in.
pub(crate) fn namespace_of<'a>(object: &Object<'a>) -> &'a str {
    namespace_or_default(object.text(&["metadata", "namespace"]).unwrap_or_default())
}
