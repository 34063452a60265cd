//! AKS, EKS and GKE. The limits are those of [`crate::catalog::clouds`]; the sources are named in the export of each.

use std::net::IpAddr;
use std::ops::RangeInclusive;

use super::Tool;
use super::lists::finding;
use crate::catalog::{Distribution, clouds};
use crate::clusterip::{RangeOrigin, ServiceBands};
use crate::diagnostic::{Component, Diagnostic, Severity};
use crate::i18n::Message;
use crate::kubernetes::clouds::GKE_IPV6_ONLY;
use crate::kubernetes::cluster_ip::ClusterIpRules;
use crate::net::special::{self, Purpose};
use crate::net::{AddressCount, Cidr, IpFamily};

/// The families of a cluster.
#[derive(Clone, Copy)]
struct Stack {
    first: IpFamily,
    dual: bool,
}

/// The findings of a cloud, in the order in which they are added.
struct Findings<'a> {
    cx: &'a Tool<'a>,
    found: Vec<Diagnostic>,
}

impl<'a> Findings<'a> {
    fn of(cx: &'a Tool<'a>) -> Findings<'a> {
        Findings {
            cx,
            found: Vec::new(),
        }
    }

    fn add(&mut self, code: &'static str, severity: Severity, field: &str, message: Message) {
        let message = message.with("target", self.cx.title).with("cloud", self.cx.title);
        self.found.push(finding(code, severity, field, message));
    }

    fn error(&mut self, code: &'static str, field: &str, message: Message) {
        self.add(code, Severity::Error, field, message);
    }

    /// Adds an error with the tool's own text.
    fn error_with(&mut self, code: &'static str, field: &str, message: Message, text: &str) {
        self.error(code, field, message);
        if let Some(found) = self.found.last_mut() {
            found.upstream = Some(text.to_owned());
            found.component = Component::CloudProvider;
        }
    }

    /// Returns the families of the plan. `None`, with the reason among the findings, if a managed cluster cannot have
    /// them.
    fn stack(&mut self) -> Option<Stack> {
        let spec = &self.cx.plan.spec;
        for (field, missing) in [
            ("podCIDRs", spec.pods().is_none()),
            ("serviceCIDRs", spec.services().is_none()),
        ] {
            if missing {
                self.error("EXP100", field, Message::new("EXP100").with("field", field));
            }
        }
        let (pods, services) = (spec.pods()?, spec.services()?);
        if pods.families() != services.families() {
            let names = |families: Vec<IpFamily>| {
                let names: Vec<&str> = families.into_iter().map(IpFamily::as_str).collect();
                names.join(", ")
            };
            let message = Message::new("EXP101")
                .with("pods", names(pods.families().iter().copied().collect()))
                .with("services", names(services.families().iter().copied().collect()));
            self.error("EXP101", "serviceCIDRs", message);
            return None;
        }
        Some(Stack {
            first: pods.primary_family(),
            dual: pods.is_dual_stack(),
        })
    }

    /// Returns whether the catalogue has clusters of both families for the cloud. Reports it if not.
    fn both_families(&mut self) -> bool {
        let offered = Distribution::find(self.cx.id).is_none_or(|cloud| cloud.row().stacks.dual);
        if !offered {
            self.error("EXP110", "podCIDRs", Message::new("EXP110"));
        }
        offered
    }

    /// Reports IPv6 first, or IPv6 alone, for a cloud that supports IPv4 first only.
    fn ipv4_first(mut self, stack: Stack) -> Vec<Diagnostic> {
        let code = if stack.dual { "EXP102" } else { "EXP103" };
        self.error(code, "podCIDRs", Message::new(code));
        self.found
    }

    fn pods(&self, family: IpFamily) -> Option<Cidr> {
        self.cx.plan.spec.pods()?.of(family)
    }

    fn services(&self, family: IpFamily) -> Option<Cidr> {
        self.cx.plan.spec.services()?.of(family)
    }

    /// Returns the network of that family that the nodes are put into: the first one of the plan.
    fn nodes(&self, family: IpFamily) -> Option<Cidr> {
        self.cx.plan.spec.node_cidrs_of(family).next()
    }

    /// Reports a number of pods per node outside of the limits of the cloud.
    fn pods_per_node(&mut self, limits: &RangeInclusive<u32>) {
        let pods = self.cx.plan.spec.nodes.max_pods;
        if !limits.contains(&pods) {
            let message = Message::new("EXP106")
                .with("pods", pods)
                .with("least", *limits.start())
                .with("most", *limits.end());
            self.error("EXP106", "nodes", message);
        }
    }

    /// Reports the ranges of one cluster that share addresses.
    fn overlaps(&mut self, ranges: &[(&'static str, Cidr)]) {
        for (i, (_, first)) in ranges.iter().enumerate() {
            for (field, second) in ranges.iter().skip(i + 1) {
                if first.overlaps(second) {
                    let message = Message::new("EXP112")
                        .with("first", *first)
                        .with("second", *second);
                    self.error("EXP112", field, message);
                }
            }
        }
    }

    /// Compares the number of possible nodes with the number wanted. Too few for today is an error.
    fn room(&mut self, code: &'static str, field: &str, room: AddressCount, message: Message) {
        let nodes = self.cx.plan.spec.nodes;
        let (severity, wanted) = if room < AddressCount::from(nodes.count) {
            (Severity::Error, nodes.count)
        } else if room < AddressCount::from(nodes.planned()) {
            (Severity::Warning, nodes.planned())
        } else {
            return;
        };
        self.add(
            code,
            severity,
            field,
            message.with("room", room).with("wanted", wanted),
        );
    }

    /// Checks the number of blocks of that prefix length in the pod range.
    fn pod_room(&mut self, range: Cidr, mask: u8) {
        let blocks = mask
            .checked_sub(range.prefix_len())
            .map_or(AddressCount::ZERO, AddressCount::power_of_two);
        let message = Message::new("EXP108")
            .with("range", range)
            .with("mask", format!("/{mask}"));
        self.room("EXP108", "podCIDRs", blocks, message);
    }

    /// Checks the number of addresses in the nodes' subnet besides those that the cloud reserves.
    fn subnet_room(&mut self, range: Cidr, reserved: u32) {
        let message = Message::new("EXP109")
            .with("range", range)
            .with("reserved", reserved);
        let left = range.size().saturating_sub(reserved.into());
        self.room("EXP109", "nodeCIDRs", left, message);
    }
}

/// Returns the range that AKS makes of an IPv6 range: its first /64. `None` if it is smaller than that.
pub fn aks_address_range(cidr: Cidr) -> Option<Cidr> {
    match cidr.family() {
        IpFamily::IPv4 => Some(cidr),
        IpFamily::IPv6 => cidr.block(clouds::AKS_POD_PREFIX_IPV6, 0),
    }
}

/// Returns the address of cluster DNS on AKS. `None` if the Service range has none.
pub fn aks_dns_address(cx: &Tool<'_>) -> Option<IpAddr> {
    let rules = ClusterIpRules::at(cx.profile.version);
    let range = cx.plan.spec.services()?.of(IpFamily::IPv4)?;
    ServiceBands::new(range, RangeOrigin::Flag, &rules).dns_service
}

/// Returns what AKS with Azure CNI Overlay has to say.
pub(super) fn aks(cx: &Tool<'_>) -> Vec<Diagnostic> {
    let mut out = Findings::of(cx);
    let Some(stack) = out.stack() else {
        return out.found;
    };
    if stack.first == IpFamily::IPv6 {
        return out.ipv4_first(stack);
    }
    aks_sizes(&mut out);
    aks_services(&mut out);
    for range in cx
        .plan
        .spec
        .pod_cidrs
        .iter()
        .filter(|range| aks_address_range(**range).is_none())
    {
        let message = Message::new("EXP114.small").with("range", *range);
        out.error("EXP114", "podCIDRs", message);
    }
    aks_networks(&mut out, stack);
    out.found
}

fn aks_sizes(out: &mut Findings<'_>) {
    let nodes = out.cx.plan.spec.nodes;
    out.pods_per_node(&clouds::AKS_PODS_PER_NODE);
    if u64::from(nodes.max_pods).saturating_mul(nodes.count.into()) < clouds::AKS_PODS_PER_POOL {
        let message = Message::new("EXP106.pool")
            .with("pods", nodes.max_pods)
            .with("count", nodes.count);
        out.error("EXP106", "nodes", message);
    }
    if nodes.planned() > clouds::AKS_NODES {
        let severity = if nodes.count > clouds::AKS_NODES {
            Severity::Error
        } else {
            Severity::Warning
        };
        let message = Message::new("EXP118")
            .with("limit", clouds::AKS_NODES)
            .with("wanted", nodes.planned());
        out.add("EXP118", severity, "nodes", message);
    } else if nodes.count > clouds::AKS_NODES_PER_POOL {
        let message = Message::new("EXP118.pool")
            .with("limit", clouds::AKS_NODES_PER_POOL)
            .with("wanted", nodes.count);
        out.add("EXP118", Severity::Warning, "nodes", message);
    }
    if let Some(range) = out.pods(IpFamily::IPv4) {
        out.pod_room(range, clouds::AKS_NODE_MASK_IPV4);
    }
}

fn aks_services(out: &mut Findings<'_>) {
    if let Some(range) = out.services(IpFamily::IPv4) {
        if range.prefix_len() <= clouds::AKS_SERVICE_PREFIX_IPV4 {
            let limit = format!("/{}", clouds::AKS_SERVICE_PREFIX_IPV4);
            let message = Message::new("EXP115.smaller")
                .with("range", range)
                .with("limit", limit);
            out.error("EXP115", "serviceCIDRs", message);
        }
        if aks_dns_address(out.cx).is_none() {
            let message = Message::new("EXP115.dns").with("range", range);
            out.error("EXP115", "serviceCIDRs", message);
        }
    }
    let ipv6 = out.services(IpFamily::IPv6);
    if let Some(range) = ipv6.filter(|range| range.prefix_len() < clouds::AKS_SERVICE_PREFIX_IPV6) {
        let limit = format!("/{}", clouds::AKS_SERVICE_PREFIX_IPV6);
        let message = Message::new("EXP115.at-most")
            .with("range", range)
            .with("limit", limit);
        out.error("EXP115", "serviceCIDRs", message);
    }
}

fn aks_networks(out: &mut Findings<'_>, stack: Stack) {
    let families: Vec<IpFamily> = IpFamily::ALL
        .into_iter()
        .filter(|family| stack.dual || stack.first == *family)
        .collect();
    for family in &families {
        let mut ranges: Vec<(&'static str, Cidr)> = Vec::new();
        ranges.extend(out.nodes(*family).map(|range| ("nodeCIDRs", range)));
        ranges.extend(
            out.pods(*family)
                .and_then(aks_address_range)
                .map(|range| ("podCIDRs", range)),
        );
        ranges.extend(out.services(*family).map(|range| ("serviceCIDRs", range)));
        out.overlaps(&ranges);
        for (field, range) in ranges {
            let kept = clouds::AKS_RESERVED
                .iter()
                .filter_map(|text| text.parse::<Cidr>().ok());
            for block in kept.filter(|block| block.overlaps(&range)) {
                let message = Message::new("EXP105").with("range", range).with("block", block);
                out.error("EXP105", field, message);
            }
        }
    }
    // Without a network of each family AKS creates its own.
    let networks: Option<Vec<Cidr>> = families
        .iter()
        .map(|family| {
            out.nodes(*family)
                .filter(|range| aks_address_range(*range).is_some())
        })
        .collect();
    for network in networks.unwrap_or_default() {
        if network.family() == IpFamily::IPv4 {
            out.subnet_room(network, clouds::AZURE_SUBNET_RESERVED);
        }
    }
}

/// Returns what EKS and eksctl have to say.
pub(super) fn eks(cx: &Tool<'_>) -> Vec<Diagnostic> {
    let mut out = Findings::of(cx);
    let Some(stack) = out.stack() else {
        return out.found;
    };
    if stack.dual && !out.both_families() {
        return out.found;
    }
    let vpc = out.nodes(IpFamily::IPv4);
    if let Some(range) = out
        .services(IpFamily::IPv4)
        .filter(|_| stack.first == IpFamily::IPv4)
    {
        eks_services(&mut out, range);
        // Without a network in the plan eksctl uses its default VPC.
        let vpc = vpc.or_else(|| clouds::EKSCTL_VPC.parse().ok());
        let ranges = vpc
            .into_iter()
            .map(|vpc| ("nodeCIDRs", vpc))
            .chain([("serviceCIDRs", range)]);
        out.overlaps(&ranges.collect::<Vec<_>>());
    }
    if let Some(range) = vpc {
        let limits = &clouds::EKSCTL_VPC_PREFIXES;
        if !limits.contains(&range.prefix_len()) {
            let text = format!(
                "VPC CIDR prefix must be between /{} and /{}",
                limits.start(),
                limits.end()
            );
            let message = Message::new("EXP113").with("range", range);
            out.error_with("EXP113", "nodeCIDRs", message, &text);
        }
        // In an IPv4 cluster every pod takes an address too, which the export compares.
        if stack.first == IpFamily::IPv6 {
            out.subnet_room(range, clouds::AWS_SUBNET_RESERVED);
        }
    }
    out.found
}

fn eks_services(out: &mut Findings<'_>, range: Cidr) {
    let private = special::containing(&range).is_some_and(|block| block.purpose == Purpose::Private);
    let id = if !private {
        "EXP111"
    } else if !clouds::EKS_SERVICE_PREFIXES.contains(&range.prefix_len()) {
        "EXP111.size"
    } else {
        return;
    };
    out.error("EXP111", "serviceCIDRs", Message::new(id).with("range", range));
}

/// Returns what GKE has to say.
pub(super) fn gke(cx: &Tool<'_>) -> Vec<Diagnostic> {
    let mut out = Findings::of(cx);
    let Some(stack) = out.stack() else {
        return out.found;
    };
    match (stack.first, stack.dual) {
        (IpFamily::IPv4, _) => {}
        (IpFamily::IPv6, true) => return out.ipv4_first(stack),
        (IpFamily::IPv6, false) => {
            let id = if GKE_IPV6_ONLY.at(cx.profile.version) {
                "EXP103.gke"
            } else {
                "EXP103.gke-later"
            };
            out.error("EXP103", "podCIDRs", Message::new(id));
            return out.found;
        }
    }
    out.pods_per_node(&clouds::GKE_PODS_PER_NODE);
    let nodes = out.nodes(IpFamily::IPv4);
    let (pods, services) = (out.pods(IpFamily::IPv4), out.services(IpFamily::IPv4));
    if let Some(range) = pods {
        out.pod_room(range, clouds::gke_node_mask(cx.plan.spec.nodes.max_pods));
    }
    if let Some(range) = nodes {
        out.subnet_room(range, clouds::GCP_SUBNET_RESERVED);
    }
    if let Some(range) = services {
        gke_services(&mut out, range);
    }
    let ranges: Vec<(&'static str, Cidr)> = [
        ("nodeCIDRs", nodes),
        ("podCIDRs", pods),
        ("serviceCIDRs", services),
    ]
    .into_iter()
    .filter_map(|(field, range)| Some((field, range?)))
    .collect();
    out.overlaps(&ranges);
    out.found
}

fn gke_services(out: &mut Findings<'_>, range: Cidr) {
    let limits = &clouds::GKE_SERVICE_PREFIXES;
    let (id, severity) = if range.prefix_len() > *limits.end() {
        ("EXP115", Severity::Error)
    } else if range.prefix_len() < *limits.start() {
        ("EXP115.undocumented", Severity::Warning)
    } else {
        return;
    };
    let message = Message::new(id)
        .with("range", range)
        .with("largest", format!("/{}", limits.start()))
        .with("smallest", format!("/{}", limits.end()));
    out.add("EXP115", severity, "serviceCIDRs", message);
}
