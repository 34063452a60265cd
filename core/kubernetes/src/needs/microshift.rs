//! MicroShift (openshift/microshift `pkg/config/{config,network,node}.go`).

use std::net::IpAddr;

use super::Tool;
use super::lists::{joined, missing, refuses, refuses_value};
use crate::clusterip::DNS_SERVICE_INDEX;
use crate::diagnostic::Diagnostic;
use crate::i18n::Message;
use crate::net::{Cidr, IpFamily, address_from_bits};

/// Returns what MicroShift refuses.
pub(super) fn check(cx: &Tool<'_>) -> Vec<Diagnostic> {
    missing(cx)
        .or_else(|| network_stack(cx))
        .or_else(|| room(cx))
        .into_iter()
        .collect()
}

/// Returns the prefix length of the blocks that OVN-Kubernetes gives to the node. The plan does not change it.
pub const fn microshift_block(family: IpFamily) -> u8 {
    match family {
        IpFamily::IPv4 => 24,
        IpFamily::IPv6 => 64,
    }
}

/// Returns the finding of `validateNetworkStack`; its checks are made in upstream's order.
fn network_stack(cx: &Tool<'_>) -> Option<Diagnostic> {
    let spec = &cx.plan.spec;
    let (pods, services) = (&spec.pod_cidrs, &spec.service_cidrs);
    let refused = |field, value: String, text: String| {
        Some(refuses_value(
            cx,
            field,
            value,
            format!("error validating networks: {text}"),
        ))
    };
    if pods.len() != services.len() {
        let text = "network.serviceNetwork and network.clusterNetwork have different cardinality";
        return refused("serviceCIDRs", joined(services, ","), text.to_owned());
    }
    if services.len() > 2 {
        let text = "network.serviceNetwork can not have more than 2 entries";
        return refused("serviceCIDRs", joined(services, ","), text.to_owned());
    }
    for (index, (pods, services)) in pods.iter().zip(services).enumerate() {
        if pods.family() != services.family() {
            let text = format!(
                "mismatched IP families in network.ServiceNetwork[{index}] and network.ClusterNetwork[{index}]"
            );
            return refused("serviceCIDRs", services.to_string(), text);
        }
    }
    if spec.services().is_none() {
        let text = "invalid number of entries of the same IP family in network.serviceNetwork and network.clusterNetwork";
        return refused("serviceCIDRs", joined(services, ","), text.to_owned());
    }
    let address = spec.advertise_address?;
    if services
        .first()
        .is_some_and(|first| first.family() != IpFamily::of(address))
    {
        let text = "invalid IP family in apiServer.AdvertiseAddress: does not match first network.ServiceNetwork IP family";
        return refused("advertiseAddress", address.to_string(), text.to_owned());
    }
    None
}

/// Returns the address behind a Service range, which MicroShift assigns to the node.
fn behind(cidr: &Cidr) -> Option<IpAddr> {
    let bits = cidr.last_bits().checked_add(1)?;
    let last = u128::MAX >> (128 - u32::from(cidr.family().width()));
    (bits <= last).then(|| address_from_bits(cidr.family(), bits))
}

/// Returns the addresses that MicroShift assigns to the node besides its own: one per family, unless the plan names
/// the first.
pub fn microshift_node_addresses(cx: &Tool<'_>) -> Vec<(Cidr, Option<IpAddr>)> {
    let given = usize::from(cx.plan.spec.advertise_address.is_some());
    let services = cx.plan.spec.service_cidrs.iter().skip(given);
    services.map(|cidr| (*cidr, behind(cidr))).collect()
}

/// Returns the finding about missing room: for cluster DNS, for MicroShift's own addresses, or for a block in a pod
/// range.
fn room(cx: &Tool<'_>) -> Option<Diagnostic> {
    let spec = &cx.plan.spec;
    let first = spec.service_cidrs.first()?;
    if first.address(DNS_SERVICE_INDEX).is_none() {
        let message = Message::new("EXP091.dns").with("range", *first);
        return Some(refuses("EXP091", "serviceCIDRs", message, None));
    }
    if let Some(pods) = spec
        .pod_cidrs
        .iter()
        .find(|cidr| cidr.prefix_len() >= microshift_block(cidr.family()))
    {
        let message = Message::new("EXP091.block")
            .with("target", cx.title)
            .with("range", *pods)
            .with("mask", microshift_block(pods.family()));
        return Some(refuses("EXP091", "podCIDRs", message, None));
    }
    microshift_node_addresses(cx)
        .into_iter()
        .find_map(|(services, address)| {
            let Some(address) = address else {
                let message = Message::new("EXP099.none").with("range", services);
                return Some(refuses("EXP099", "serviceCIDRs", message, None));
            };
            let taken = spec
                .pod_cidrs
                .iter()
                .chain(&spec.service_cidrs)
                .chain(&spec.node_cidrs);
            let reserved = spec.reserved.iter().map(|reserved| &reserved.cidr);
            let range = taken
                .chain(reserved)
                .find(|cidr| cidr.contains_address(address))?;
            let message = Message::new("EXP099")
                .with("address", address)
                .with("range", *range)
                .with("services", services);
            Some(refuses("EXP099", "serviceCIDRs", message, None))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plan_for_tests;

    #[test]
    fn addresses_that_have_to_be_free() {
        let code = |pods: &[&str], services: &[&str]| {
            let plan = plan_for_tests("1.36", pods, services);
            let found = check(&Tool::of("microshift", &plan));
            (found[0].code, found[0].message.id.to_string())
        };
        let found = |code, id: &str| (code, id.to_owned());
        assert_eq!(
            code(&["10.97.0.0/16"], &["10.96.0.0/16"]),
            found("EXP099", "EXP099")
        );
        assert_eq!(
            code(&["10.97.0.0/16"], &["255.255.0.0/16"]),
            found("EXP099", "EXP099.none")
        );
        assert_eq!(
            code(&["10.97.0.0/16"], &["10.96.0.0/29"]),
            found("EXP091", "EXP091.dns")
        );
        assert_eq!(
            code(&["10.97.0.0/24"], &["10.96.0.0/16"]),
            found("EXP091", "EXP091.block")
        );
        assert_eq!(
            behind(&"fd00:10:96::/112".parse().unwrap()).unwrap().to_string(),
            "fd00:10:96::1:0"
        );
    }
}
