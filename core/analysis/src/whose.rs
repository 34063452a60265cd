//! Whose an address is in the cluster of a plan: the API server's, that of a Service or of the cluster DNS, in the block
//! of a node, in a network that the plan names, or nobody's.

use std::net::IpAddr;

use serde::Serialize;

use crate::analyze::Analysis;
use crate::catalog::PodAddressSource;
use crate::clusterip::{AddressBand, ServiceBands};
use crate::i18n::{Message, use_exports};
use crate::net::{Cidr, special};
use crate::nodeipam::BlockPlace;
use crate::plan::declared::RangeKind;
use crate::request::PlanSpec;

/// What an address is in a cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum AddressUse {
    /// The address that API servers tell their clients.
    ApiServer,
    /// The cluster IP of `default/kubernetes`.
    KubernetesService,
    /// The cluster IP that the cluster DNS has by convention.
    ClusterDns,
    /// The cluster IP of a Service beside the plan.
    Service,
    /// In a Service range, and of no Service that is known.
    ServiceRange,
    /// In the block of a node.
    Node,
    /// In a block of a pod range that no node gets.
    UnusedBlock,
    /// In a pod range whose node blocks are not known.
    PodRange,
    /// In a network of the nodes.
    NodeNetwork,
    /// In a pool of load balancers.
    LoadBalancerPool,
    /// In a network that the plan keeps free.
    Reserved,
    /// In none of them, but in a block with a purpose of its own.
    SpecialPurpose,
    /// In none of them.
    Nobody,
}

/// One answer to the question whose an address is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct AddressHolder {
    /// What the address is.
    #[serde(rename = "use")]
    pub usage: AddressUse,
    /// The network that it lies in: the Service range, the block of the node, the reserved network. Absent for an address
    /// by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "Cidr"))]
    pub network: Option<Cidr>,
    /// The name of the Service (`namespace/name`), Node or reserved network; the number of a node without a name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub name: Option<String>,
    /// The answer as a sentence.
    pub message: Message,
}

/// Whose an address is. Never without an answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct AddressAnswer {
    /// The address, in canonical form; an IPv4-mapped one as IPv4.
    #[cfg_attr(feature = "wasm", tsify(type = "IpAddress"))]
    pub address: IpAddr,
    /// The answers, the most exact first. More than one where an address lies in a range and has a use of its own, or
    /// where ranges overlap.
    pub holders: Vec<AddressHolder>,
    /// What keeps the answer from being sure: a plugin that does not use the blocks of nodes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub caveat: Option<Message>,
}

/// Returns whose an address is. `None` without a plan.
///
/// ```
/// use dualstack_analysis::{Analysis, AnalyzeOptions, whose::{AddressUse, whose}};
/// let text = "\
/// apiVersion: dualstack-planner/v1
/// kind: ClusterPlan
/// spec: {kubernetesVersion: '1.36', podCIDRs: [10.244.0.0/16], serviceCIDRs: [10.96.0.0/16]}
/// ";
/// let analysis = Analysis::of(text, &AnalyzeOptions::default());
/// let answer = whose(&analysis, "10.244.200.7".parse().unwrap()).unwrap();
/// assert_eq!(answer.holders[0].usage, AddressUse::Node);
/// assert_eq!(answer.holders[0].name.as_deref(), Some("200"));
/// ```
pub fn whose(analysis: &Analysis, address: IpAddr) -> Option<AddressAnswer> {
    use_exports();
    let address = address.to_canonical();
    let mut holders = Vec::new();
    own_addresses(analysis, address, &mut holders);
    for bands in &analysis.addresses()?.services {
        if bands.range.contains_address(address) {
            holders.push(in_service_range(bands, address));
        }
    }
    in_other_service_ranges(analysis, address, &mut holders);
    let caveat = in_pod_range(analysis, address, &mut holders);
    in_networks(analysis, address, &mut holders);
    if holders.is_empty() {
        holders.push(nobody(address));
    }
    Some(AddressAnswer {
        address,
        holders,
        caveat,
    })
}

fn holder(usage: AddressUse, network: Option<Cidr>, name: Option<String>, message: Message) -> AddressHolder {
    AddressHolder {
        usage,
        network,
        name,
        message,
    }
}

/// Addresses that have a use by themselves.
fn own_addresses(analysis: &Analysis, address: IpAddr, holders: &mut Vec<AddressHolder>) {
    let about = |id: &'static str| Message::new(id).with("address", address);
    let api_server = analysis
        .plan()
        .and_then(|plan| plan.spec.advertise_address.as_ref());
    if api_server.is_some_and(|own| own.to_canonical() == address) {
        holders.push(holder(
            AddressUse::ApiServer,
            None,
            None,
            about("whose-api-server"),
        ));
    }
    let first = analysis.addresses().and_then(|plan| plan.services.first());
    if let Some(bands) = first {
        if bands.kubernetes_service == Some(address) {
            let name = Some("default/kubernetes".to_owned());
            let message = about("whose-kubernetes-service");
            holders.push(holder(AddressUse::KubernetesService, None, name, message));
        }
        if bands.dns_service == Some(address) {
            holders.push(holder(
                AddressUse::ClusterDns,
                None,
                None,
                about("whose-cluster-dns"),
            ));
        }
    }
    for service in analysis.services() {
        let is_own = service.addresses().any(|own| own == address);
        let name = format!("{}/{}", service.namespace, service.name);
        let is_told = holders.iter().any(|told| told.name.as_ref() == Some(&name));
        if is_own && !is_told {
            let message = about("whose-service").with("service", name.as_str());
            holders.push(holder(AddressUse::Service, None, Some(name), message));
        }
    }
}

fn in_service_range(bands: &ServiceBands, address: IpAddr) -> AddressHolder {
    let within = |band: &Option<AddressBand>| {
        band.as_ref()
            .is_some_and(|band| (band.first..=band.last).contains(&address))
    };
    let id = if within(&bands.static_band) {
        "whose-service-range.static"
    } else if within(&bands.dynamic_band) {
        "whose-service-range.dynamic"
    } else if within(&bands.usable) {
        "whose-service-range"
    } else {
        "whose-service-range.unusable"
    };
    let message = Message::new(id)
        .with("address", address)
        .with("range", bands.range);
    holder(AddressUse::ServiceRange, Some(bands.range), None, message)
}

/// Ranges of ServiceCIDR objects that the address plan leaves out: those of a family that the plan does not have.
fn in_other_service_ranges(analysis: &Analysis, address: IpAddr, holders: &mut Vec<AddressHolder>) {
    let ranges = analysis
        .cluster()
        .map(|cluster| cluster.service_ranges())
        .unwrap_or_default();
    for range in ranges {
        let is_told = holders.iter().any(|told| told.network == Some(range));
        if range.contains_address(address) && !is_told {
            let message = Message::new("whose-service-range.object")
                .with("address", address)
                .with("range", range);
            holders.push(holder(AddressUse::ServiceRange, Some(range), None, message));
        }
    }
}

fn in_pod_range(analysis: &Analysis, address: IpAddr, holders: &mut Vec<AddressHolder>) -> Option<Message> {
    let about = |id: &'static str| Message::new(id).with("address", address);
    let spec = &analysis.plan()?.spec;
    let place = analysis.node_blocks().map(|blocks| blocks.find(address));
    let found = match place {
        Ok(BlockPlace::Node { node, block }) => {
            let number = node.node.to_string();
            let (id, name) = match &node.name {
                Some(name) => ("whose-node.named", name.clone()),
                None => ("whose-node", number.clone()),
            };
            let message = about(id)
                .with("node", name.as_str())
                .with("number", number)
                .with("block", block);
            holder(AddressUse::Node, Some(block), Some(name), message)
        }
        Ok(BlockPlace::Spare { block, .. }) => {
            let message = about("whose-unused-block").with("block", block);
            holder(AddressUse::UnusedBlock, Some(block), None, message)
        }
        Ok(BlockPlace::Excluded { block, service }) => {
            let message = about("whose-unused-block.excluded")
                .with("block", block)
                .with("service", service);
            holder(AddressUse::UnusedBlock, Some(block), None, message)
        }
        Ok(BlockPlace::Outside) | Err(_) => {
            let range = spec
                .pod_cidrs
                .iter()
                .find(|range| range.contains_address(address))?;
            let message = about("whose-pod-range").with("range", *range);
            holder(AddressUse::PodRange, Some(*range), None, message)
        }
    };
    holders.push(found);
    pod_caveat(spec)
}

/// Says why the blocks of the nodes do not decide about pod addresses. `None` if they do. A caller that shows it calls
/// [`use_exports`] first.
pub fn pod_caveat(spec: &PlanSpec) -> Option<Message> {
    match spec.pod_addresses() {
        Some(PodAddressSource::OwnPools) => {
            let plugin = spec.cni.map(|cni| cni.row().title).unwrap_or_default();
            Some(Message::new("whose-own-pools").with("plugin", plugin))
        }
        Some(PodAddressSource::Cloud) => Some(Message::new("whose-cloud-pods")),
        Some(PodAddressSource::NodePodCidrs) | None => None,
    }
}

/// Networks that the plan names besides pods and Services.
fn in_networks(analysis: &Analysis, address: IpAddr, holders: &mut Vec<AddressHolder>) {
    let declared = analysis
        .addresses()
        .map(|plan| plan.declared.as_slice())
        .unwrap_or_default();
    for range in declared {
        let (usage, id) = match range.kind {
            RangeKind::Nodes => (AddressUse::NodeNetwork, "whose-node-network"),
            RangeKind::LoadBalancers => (AddressUse::LoadBalancerPool, "whose-load-balancer-pool"),
            RangeKind::Reserved => (AddressUse::Reserved, "whose-reserved"),
            RangeKind::Pods | RangeKind::Services => continue,
        };
        if range.cidr.contains_address(address) {
            let name = range.name.clone();
            let id = match &name {
                Some(name) if !name.is_empty() => "whose-reserved.named",
                _ => id,
            };
            let message = Message::new(id)
                .with("address", address)
                .with("range", range.cidr)
                .with("name", name.as_deref().unwrap_or_default());
            holders.push(holder(usage, Some(range.cidr), name, message));
        }
    }
}

fn nobody(address: IpAddr) -> AddressHolder {
    let own = Cidr::containing(address, if address.is_ipv4() { 32 } else { 128 });
    let special = own
        .as_ref()
        .and_then(special::containing)
        .filter(|block| !block.usable);
    match special {
        Some(block) => {
            let message = Message::new("whose-special-purpose")
                .with("address", address)
                .with("block", block.cidr)
                .with("source", block.source);
            holder(AddressUse::SpecialPurpose, block.network(), None, message)
        }
        None => {
            let message = Message::new("whose-nobody").with("address", address);
            holder(AddressUse::Nobody, None, None, message)
        }
    }
}

#[cfg(test)]
mod tests;
