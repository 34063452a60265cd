//! The address plan: the capacity, overlaps, Service bands and map of the ranges of a plan file.

pub mod capacity;
pub mod declared;
pub mod map;
pub mod nodes;
pub mod sizes;
pub mod suggest;

use serde::Serialize;

use crate::catalog::PodAddressSource;
use std::net::IpAddr;

use crate::clusterip::{KUBERNETES_SERVICE_INDEX, RangeOrigin, ServiceBands, ServiceRoom, service_rooms};
use crate::i18n::Message;
use crate::kubernetes::cluster_ip::ClusterIpRules;
use crate::kubernetes::node_ipam::NodeIpamRules;
use crate::net::range_set::RangeSet;
use crate::net::{AddressCount, Cidr, IpFamily};
use crate::nodeipam::{NodeBlocks, NodeUse};
use crate::request::ranges::OF_SERVICE_CIDR;
use crate::request::{ClusterPlan, PlanSpec};
use capacity::{Capacity, FamilySizing, Sizing};
use declared::{DeclaredRange, Overlap, declared_ranges, overlaps};
use map::{MapBlock, address_map, free_network_near, free_space};

/// The address plan of a plan file: its ranges, and what follows from them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct AddressPlan {
    /// The family of the first Service range. The API server's own Service and Services that request no family get
    /// it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub primary_family: Option<IpFamily>,
    /// Every range that the plan declares.
    pub declared: Vec<DeclaredRange>,
    /// The pairs of declared ranges that share addresses.
    pub overlaps: Vec<Overlap>,
    /// The ranges of ServiceCIDR objects beside the plan that its version serves.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub service_objects: Vec<DeclaredRange>,
    /// The blocks that hold the ranges, with the free space in them.
    pub map: Vec<MapBlock>,
    /// The Service ranges as their allocators see them: those of the plan in order, then those of ServiceCIDR objects of
    /// the same families.
    pub services: Vec<ServiceBands>,
    /// The room for Services of each family, in order.
    pub service_rooms: Vec<ServiceRoom>,
    /// The number of nodes and pods that the pod ranges hold; absent without pod ranges, or if a node mask does not
    /// fit.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub capacity: Option<Capacity>,
    /// How much of the node blocks is used; absent without Nodes beside the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub node_use: Option<NodeUse>,
}

/// Says how many nodes have blocks, and which blocks come next.
fn node_use_in_words(in_use: &NodeUse) -> Message {
    let next: Vec<String> = in_use.next.iter().map(Cidr::to_string).collect();
    let id = match next.is_empty() {
        true => "summary-node-use.full",
        false => "summary-node-use",
    };
    Message::new(id)
        .with("used", in_use.used)
        .with("left", in_use.left.short())
        .with("next", next.join(", "))
}

/// Whether the pods have two families and the version one node mask for both, `--node-cidr-mask-size`.
pub fn one_mask_for_both(spec: &PlanSpec) -> bool {
    spec.pods().is_some_and(|pods| pods.is_dual_stack())
        && NodeIpamRules::at(spec.kubernetes_version).one_mask_for_both()
}

/// Returns the family whose mask field decides about the blocks of `family`. With one mask for both it is IPv4, whose
/// masks fit both widths.
pub fn mask_family(spec: &PlanSpec, family: IpFamily) -> IpFamily {
    if one_mask_for_both(spec) {
        IpFamily::IPv4
    } else {
        family
    }
}

/// Prefix length of the block that kube-controller-manager cuts for a node: [`PlanSpec::node_mask`] of [`mask_family`].
pub fn controller_mask(spec: &PlanSpec, family: IpFamily) -> u8 {
    spec.node_mask(mask_family(spec, family))
}

/// Returns the node blocks of a plan, with all families on one axis of nodes. `None` without pod ranges, or if a mask
/// does not fit its range.
pub fn node_blocks(spec: &PlanSpec) -> Option<NodeBlocks> {
    let pods: Vec<(Cidr, u8)> = spec
        .pod_cidrs
        .iter()
        .map(|cidr| (*cidr, controller_mask(spec, cidr.family())))
        .collect();
    NodeBlocks::new(&pods, &spec.service_cidrs)
}

/// Returns the number of addresses in a node's block that pods do not get, as the host-local plugin counts them:
/// network, gateway and broadcast for IPv4, subnet router and gateway for IPv6. Plugins with their own pools count
/// differently.
fn reserved_in_block(spec: &PlanSpec, family: IpFamily) -> u32 {
    match (spec.pod_addresses(), family) {
        (Some(PodAddressSource::OwnPools | PodAddressSource::Cloud), _) => 0,
        (_, IpFamily::IPv4) => 3,
        (_, IpFamily::IPv6) => 2,
    }
}

/// Returns who cuts the blocks of nodes. `None` if kube-controller-manager does.
fn block_owner(spec: &PlanSpec) -> Option<&'static str> {
    match spec.pod_addresses()? {
        PodAddressSource::NodePodCidrs => None,
        PodAddressSource::OwnPools => spec.cni.map(|cni| cni.title()),
        PodAddressSource::Cloud => {
            let cloud = spec.distribution.map(|distribution| distribution.title());
            cloud.or(spec.cni.map(|cni| cni.title()))
        }
    }
}

fn capacity(spec: &PlanSpec) -> Option<Capacity> {
    let sizing = |cidr: &Cidr| FamilySizing {
        pod_cidr: *cidr,
        node_mask: controller_mask(spec, cidr.family()),
        reserved_addresses: reserved_in_block(spec, cidr.family()),
    };
    let families: Vec<FamilySizing> = spec.pods()?.iter().map(sizing).collect();
    let sizing = Sizing {
        families: &families,
        service_cidrs: &spec.service_cidrs,
        nodes: spec.nodes.count.into(),
        max_nodes: spec.nodes.planned().into(),
        max_pods: spec.nodes.max_pods,
        decided_by: block_owner(spec),
    };
    Capacity::new(&sizing, (&NodeIpamRules::at(spec.kubernetes_version)).into())
}

impl AddressPlan {
    /// The address plan of a plan.
    pub fn of(plan: &ClusterPlan) -> AddressPlan {
        AddressPlan::of_declared(plan, declared_ranges(&plan.spec))
    }

    /// The address plan of a plan whose declared ranges are at hand, with the names and places they have in the file.
    pub fn of_declared(plan: &ClusterPlan, declared: Vec<DeclaredRange>) -> AddressPlan {
        let first = plan.spec.service_cidrs.first();
        let own = first.and_then(|range| range.address(KUBERNETES_SERVICE_INDEX));
        AddressPlan::of_file(plan, declared, Vec::new(), own.as_slice())
    }

    /// The address plan of a plan and of what stands beside it: the ranges of ServiceCIDR objects that its version
    /// serves, each with the name of its object, and the addresses in use.
    pub fn of_file(
        plan: &ClusterPlan,
        declared: Vec<DeclaredRange>,
        service_objects: Vec<DeclaredRange>,
        used: &[IpAddr],
    ) -> AddressPlan {
        let spec = &plan.spec;
        let gates = spec.gates();
        let rules = ClusterIpRules::with_gates(spec.kubernetes_version, |name| gates.given(name));
        let of_flag = spec
            .service_cidrs
            .iter()
            .map(|cidr| ServiceBands::new(*cidr, RangeOrigin::Flag, &rules));
        // An object of a family that the flag lacks gives no addresses.
        let has_family = |range: &&DeclaredRange| {
            let mut flag = spec.service_cidrs.iter();
            flag.any(|cidr| cidr.family() == range.cidr.family())
        };
        let of_objects = service_objects.iter().filter(has_family).map(|range| {
            let name = range.name.as_deref().unwrap_or_default();
            let name = name.strip_prefix(OF_SERVICE_CIDR).unwrap_or(name);
            ServiceBands::of_object(range.cidr, name, &rules)
        });
        let services: Vec<ServiceBands> = of_flag.chain(of_objects).collect();
        let everything: Vec<DeclaredRange> = declared.iter().chain(&service_objects).cloned().collect();
        AddressPlan {
            primary_family: spec.service_cidrs.first().map(Cidr::family),
            overlaps: overlaps(&declared),
            map: address_map(&everything),
            service_rooms: service_rooms(&services, used),
            services,
            capacity: capacity(spec),
            node_use: None,
            declared,
            service_objects,
        }
    }

    /// The room for Services in a family. `None` if no range of the plan has it.
    pub fn service_room(&self, family: IpFamily) -> Option<&ServiceRoom> {
        self.service_rooms.iter().find(|room| room.family == family)
    }

    /// Whether anything beside the plan changes the room for Services: ServiceCIDR objects, or addresses in use.
    pub fn has_other_services(&self) -> bool {
        let own = AddressCount::from(1u64);
        !self.service_objects.is_empty() || self.service_rooms.iter().any(|room| room.used > own)
    }

    /// Every range: those of the plan, then those of ServiceCIDR objects.
    pub fn every_range(&self) -> impl Iterator<Item = &DeclaredRange> {
        self.declared.iter().chain(&self.service_objects)
    }

    /// What is declared besides that range.
    fn besides(&self, range: &DeclaredRange) -> Vec<DeclaredRange> {
        let is_other =
            |other: &&DeclaredRange| other.document != range.document || other.pointer != range.pointer;
        self.every_range().filter(is_other).cloned().collect()
    }

    /// The space that a network may be taken from which replaces that range: free space of its family, and the space
    /// that it holds itself.
    pub fn free_besides(&self, range: &DeclaredRange) -> RangeSet {
        free_space(range.cidr.family(), &self.besides(range))
    }

    /// A network of that length which may replace the range, near it: see [`map::free_network_near`].
    pub fn free_network_near(&self, range: &DeclaredRange, prefix_len: u8) -> Option<Cidr> {
        free_network_near(&range.cidr, prefix_len, &self.besides(range))
    }

    /// The plan in a few sentences: how many nodes and pods, and where Services start.
    pub fn summary(&self) -> Vec<Message> {
        let mut sentences = Vec::new();
        sentences.extend(self.capacity.as_ref().map(Capacity::headline));
        sentences.extend(self.node_use.as_ref().map(node_use_in_words));
        if let Some(first) = self.services.first() {
            let room = self.service_room(first.family);
            let usable = room.map_or(first.usable_count, |room| room.usable);
            let mut sentence = Message::new("summary-services").with("addresses", usable);
            for (name, address) in [("api", first.kubernetes_service), ("dns", first.dns_service)] {
                sentence = sentence.with(
                    name,
                    address.map_or_else(|| "–".to_owned(), |address| address.to_string()),
                );
            }
            sentences.push(sentence.with("family", first.family));
        }
        sentences.extend(self.objects_in_words());
        sentences
    }

    /// What ServiceCIDR objects add, in a sentence. `None` if there are none that add addresses.
    fn objects_in_words(&self) -> Option<Message> {
        let ranges: Vec<String> = self
            .services
            .iter()
            .filter_map(|bands| Some(format!("{} ({})", bands.object.as_ref()?, bands.range)))
            .collect();
        (!ranges.is_empty()).then(|| {
            let free: Vec<String> = self
                .service_rooms
                .iter()
                .map(|room| format!("{} {}", room.family, room.free.short()))
                .collect();
            Message::new("summary-service-objects")
                .with("ranges", ranges.join(", "))
                .with("free", free.join(", "))
        })
    }
}
