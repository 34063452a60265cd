//! The values that every tool gets from the plan.

use serde_json::{Map, Value};
use std::net::IpAddr;

use crate::clusterip::ServiceBands;
use crate::diagnostic::Severity;
use crate::export::tree::tree;
use crate::export::{ExportContext, Support, finding, refuse};
use crate::i18n::Message;
use crate::net::{Cidr, Dual, IpFamily};
use crate::plan::AddressPlan;

/// The plan as variables, with the names of `*.auto.tfvars.json`.
#[derive(Debug)]
pub(super) struct Variables {
    pub(super) cluster_name: String,
    /// The families of Services, the primary one first.
    pub(super) ip_families: Vec<IpFamily>,
    pub(super) pod_cidrs: Vec<Cidr>,
    pub(super) service_cidrs: Vec<Cidr>,
    pub(super) node_cidrs: Vec<Cidr>,
    pub(super) node_cidr_mask_sizes: Map<String, Value>,
    /// Address 10 of each Service range that has one.
    pub(super) dns_service_ips: Vec<IpAddr>,
    /// Address 1 of each Service range that has one.
    pub(super) api_service_ips: Vec<IpAddr>,
    pub(super) max_pods_per_node: u32,
    /// Number of nodes that get a block of every family; absent if a mask does not fit its range.
    pub(super) max_nodes: Option<u64>,
}

impl Variables {
    /// Returns the variables of a plan. `None` if pods or Services have no range, or two of one family.
    pub(super) fn of(cx: &ExportContext<'_>) -> Option<Variables> {
        let spec = &cx.plan.spec;
        let pods = spec.pods()?;
        let services = spec.services()?;
        let addresses = AddressPlan::of(cx.plan);
        let of_ranges =
            |pick: fn(&ServiceBands) -> Option<IpAddr>| addresses.services.iter().filter_map(pick).collect();
        Some(Variables {
            cluster_name: cx.plan.metadata.name.clone(),
            ip_families: services.families().iter().copied().collect(),
            pod_cidrs: spec.pod_cidrs.clone(),
            service_cidrs: spec.service_cidrs.clone(),
            node_cidrs: spec.node_cidrs.clone(),
            node_cidr_mask_sizes: families(&pods)
                .map(|family| (family.to_string(), tree!(spec.node_mask(family))))
                .collect(),
            dns_service_ips: of_ranges(|bands| bands.dns_service),
            api_service_ips: of_ranges(|bands| bands.kubernetes_service),
            max_pods_per_node: spec.nodes.max_pods,
            max_nodes: addresses
                .capacity
                .and_then(|capacity| capacity.nodes.to_u128())
                .and_then(|nodes| u64::try_from(nodes).ok()),
        })
    }

    /// Returns the variables by name.
    pub(super) fn to_json(&self) -> Value {
        let mut json = tree!({
            "cluster_name": self.cluster_name,
            "ip_families": self.ip_families,
            "pod_cidrs": self.pod_cidrs,
            "service_cidrs": self.service_cidrs,
            "node_cidrs": self.node_cidrs,
            "node_cidr_mask_sizes": self.node_cidr_mask_sizes,
            "dns_service_ips": self.dns_service_ips,
            "api_service_ips": self.api_service_ips,
            "max_pods_per_node": self.max_pods_per_node,
        });
        if let (Some(nodes), Some(members)) = (self.max_nodes, json.as_object_mut()) {
            members.insert("max_nodes".to_owned(), nodes.into());
        }
        json
    }
}

fn families(ranges: &Dual<Cidr>) -> impl Iterator<Item = IpFamily> + '_ {
    ranges.iter().map(Cidr::family)
}

/// Returns whether the lists hold each family once, since they say which family comes first.
///
/// # Errors
/// Returns a refusal if a list holds a family twice.
pub(super) fn support(target: &'static str, cx: &ExportContext<'_>) -> Support {
    let spec = &cx.plan.spec;
    refuse(
        [
            ("podCIDRs", spec.pods().is_none()),
            ("serviceCIDRs", spec.services().is_none()),
        ]
        .into_iter()
        .filter(|(_, unusable)| *unusable)
        .map(|(field, _)| {
            let message = Message::new("EXP100").with("target", target).with("field", field);
            finding("EXP100", Severity::Error, field, message)
        }),
    )?;
    Ok(Vec::new())
}
