//! kubeadm: the checks of `networking.podSubnet` and `networking.serviceSubnet`.

use super::{KubeadmConfiguration, gate_on, invalid};
use crate::components::check::{Effect, PlanField, Sink};
use crate::diagnostic::Stage;
use crate::go::net::{GoNet, is_dual_stack};
use crate::go::quote::quoted;
use crate::go::strconv::atoi;
use crate::kubernetes::SubnetRule;
use crate::net::{Cidr, IpFamily};

/// The smallest number of addresses of a Service subnet.
const MIN_SERVICE_ADDRESSES: i64 = 10;
/// The smallest number of addresses of a pod subnet, from 1.20 on.
const MIN_POD_ADDRESSES: i64 = 14;
/// The largest number of host bits of a Service subnet.
const MAX_SERVICE_HOST_BITS: u8 = 20;
/// The largest difference between the mask of the pod subnet and the node mask, in bits.
const MAX_MASK_DIFFERENCE: i64 = 16;
/// The deprecated site-local block.
const SITE_LOCAL: &str = "fec0::/10";

/// Checks both subnets as the version does.
pub(super) fn check(configuration: &KubeadmConfiguration, sink: &mut Sink) {
    let rule = sink.profile.kubeadm.subnets;
    let gate_on = gate_on(configuration, sink);
    let services = configuration.service_subnet();
    let pods = &configuration.pod_subnet;
    match rule {
        SubnetRule::ByGatePodsOnly | SubnetRule::ByGate => {
            let services_by_gate = gate_on && rule == SubnetRule::ByGate;
            by_gate(services, "serviceSubnet", services_by_gate, sink);
            if !pods.is_empty() {
                by_gate(pods, "podSubnet", gate_on, sink);
            }
        }
        SubnetRule::ListWithGate | SubnetRule::List => {
            let lists_allowed = gate_on || rule == SubnetRule::List;
            subnet(
                services,
                "serviceSubnet",
                MIN_SERVICE_ADDRESSES,
                lists_allowed,
                sink,
            );
            service_size(services, sink);
            if !pods.is_empty() {
                subnet(pods, "podSubnet", MIN_POD_ADDRESSES, lists_allowed, sink);
                if configuration.controller_manager_args.get("allocate-node-cidrs") != Some("false") {
                    node_masks(configuration, lists_allowed, sink);
                }
            }
        }
    }
}

/// Checks a subnet by the gate, up to 1.19.
fn by_gate(given: &str, field: &str, gate_on: bool, sink: &mut Sink) {
    if !gate_on {
        match GoNet::parse(given) {
            None => invalid(sink, "KA-1", field, given, "couldn't parse subnet"),
            Some(subnet) if subnet.range_size() < MIN_SERVICE_ADDRESSES => {
                invalid(sink, "KA-4", field, given, "subnet is too small");
            }
            Some(_) => {}
        }
        return;
    }
    let unreadable = given.split(',').find(|entry| GoNet::parse(entry).is_none());
    if let Some(entry) = unreadable {
        let detail = format!(
            "failed to parse cidr value:{} with error:invalid CIDR address: {entry}",
            quoted(entry)
        );
        return invalid(sink, "KA-1", field, given, &detail);
    }
    let subnets = GoNet::parse_list(given).unwrap_or_default();
    let single_is_enough = sink.profile.kubeadm.single_stack_with_gate && subnets.len() == 1;
    if !single_is_enough && !is_dual_stack(&subnets) {
        let detail = "expected at least one IP from each family (v4 or v6) for dual-stack networking";
        invalid(sink, "KA-2b", field, given, detail);
    }
    for subnet in subnets {
        if subnet.range_size() < MIN_SERVICE_ADDRESSES {
            invalid(sink, "KA-4", field, &subnet.to_string(), "subnet is too small");
        }
    }
}

/// Checks a subnet as `ValidateIPNetFromString` does, from 1.20 on.
fn subnet(given: &str, field: &str, min_addresses: i64, lists_allowed: bool, sink: &mut Sink) {
    let Some(subnets) = GoNet::parse_list(given) else {
        return invalid(sink, "KA-1", field, given, "couldn't parse subnet");
    };
    let wrong_pair = subnets.len() > 2 || (subnets.len() == 2 && !is_dual_stack(&subnets));
    if lists_allowed && wrong_pair {
        let detail =
            "expected one (IPv4 or IPv6) CIDR or two CIDRs from each family for dual-stack networking";
        invalid(sink, "KA-2", field, given, detail);
    } else if !lists_allowed && subnets.len() > 1 {
        let detail = "only one CIDR allowed for single-stack networking";
        invalid(sink, "KA-3", field, given, detail);
    }
    let site_local: Option<Cidr> = SITE_LOCAL.parse().ok();
    for subnet in subnets {
        let addresses = subnet.range_size();
        if addresses < min_addresses {
            let detail =
                format!("subnet with {addresses} address(es) is too small, the minimum is {min_addresses}");
            invalid(sink, "KA-4", field, &subnet.to_string(), &detail);
        }
        if site_local.is_some_and(|block| subnet.to_cidr().is_some_and(|subnet| block.overlaps(&subnet))) {
            let text = format!(
                "the subnet {} contains IPv6 site-local addresses that belong to fec0::/10 which has been deprecated by \
                 rfc3879",
                subnet
            );
            sink.field = PlanField::behind(field);
            sink.push("KA-12", "", text, Stage::Install, Effect::Warning);
        }
    }
}

fn service_size(given: &str, sink: &mut Sink) {
    for subnet in GoNet::parse_list(given).unwrap_or_default() {
        if subnet.host_bits() > MAX_SERVICE_HOST_BITS {
            let detail = format!(
                "specified service subnet is too large; for {}-bit addresses, the mask must be >= {}",
                subnet.width(),
                subnet.width().saturating_sub(MAX_SERVICE_HOST_BITS)
            );
            invalid(sink, "KA-5", "serviceSubnet", &subnet.to_string(), &detail);
        }
    }
}

fn node_masks(configuration: &KubeadmConfiguration, family_flags: bool, sink: &mut Sink) {
    for subnet in GoNet::parse_list(&configuration.pod_subnet).unwrap_or_default() {
        let (flag, default) = match (family_flags, subnet.family()) {
            (true, IpFamily::IPv4) => ("node-cidr-mask-size-ipv4", 24),
            (true, IpFamily::IPv6) => ("node-cidr-mask-size-ipv6", 64),
            (false, IpFamily::IPv4) => ("node-cidr-mask-size", 24),
            (false, IpFamily::IPv6) => ("node-cidr-mask-size", 64),
        };
        let value = subnet.to_string();
        let given = configuration
            .controller_manager_args
            .get(flag)
            .filter(|text| !text.is_empty());
        let mask = match given.map_or(Ok(default), atoi) {
            Ok(mask) => mask,
            Err(cause) => {
                let detail = if sink.profile.kubeadm.mask_error_names_the_flag {
                    format!(
                        "could not parse the value of the kube-controller-manager flag {flag} as an integer: {cause}"
                    )
                } else {
                    cause
                };
                invalid(sink, "KA-8", "podSubnet", &value, &detail);
                continue;
            }
        };
        let ones = i64::from(subnet.mask_size());
        let difference = mask.saturating_sub(ones);
        if ones > mask {
            let detail = format!(
                "the size of pod subnet with mask {ones} is smaller than the size of node subnet with mask {mask}"
            );
            invalid(sink, "KA-6", "podSubnet", &value, &detail);
        } else if difference > MAX_MASK_DIFFERENCE {
            let detail = format!(
                "pod subnet mask ({ones}) and node-mask ({mask}) difference is greater than {MAX_MASK_DIFFERENCE}"
            );
            invalid(sink, "KA-7", "podSubnet", &value, &detail);
        }
    }
}
