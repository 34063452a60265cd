//! Warnings about an accepted Service: pkg/api/service/warnings.go, and `GetWarningsForIP` and `GetWarningsForCIDR`
//! of the API machinery.

use std::fmt::Write as _;

use super::context::Context;
use super::service::{ServiceSpec, service_type};
use crate::net::IpFamily;
use crate::net::lenient::{self, Oddity};

const TOPOLOGY_AWARE_HINTS: &str = "service.kubernetes.io/topology-aware-hints";
const TOPOLOGY_MODE: &str = "service.kubernetes.io/topology-mode";

/// Returns the warnings about a stored spec, in the server's words and order.
pub(super) fn warnings(cx: &Context<'_>, spec: &ServiceSpec) -> Vec<String> {
    let mut found = Vec::new();
    if !cx.api.warnings {
        return found;
    }
    if cx.service.metadata.annotations.contains_key(TOPOLOGY_AWARE_HINTS) {
        found.push(format!(
            "annotation {TOPOLOGY_AWARE_HINTS} is deprecated, please use {TOPOLOGY_MODE} instead"
        ));
    }
    let headless = spec.is_type(service_type::CLUSTER_IP) && spec.has_headless_ip();
    if !spec.cluster_ip.is_empty() && !spec.has_headless_ip() {
        for (i, ip) in spec.ips().iter().enumerate() {
            found.extend(address_warning(&format!("spec.clusterIPs[{i}]"), ip));
        }
    }
    if headless {
        if !spec.load_balancer_ip.is_empty() {
            found.push("spec.loadBalancerIP is ignored for headless services".to_owned());
        }
        if !spec.external_ip_list().is_empty() {
            found.push("spec.externalIPs is ignored for headless services".to_owned());
        }
        if spec.session_affinity != "None" {
            found.push("spec.SessionAffinity is ignored for headless services".to_owned());
        }
    }
    for (i, ip) in spec.external_ip_list().iter().enumerate() {
        found.extend(address_warning(&format!("spec.externalIPs[{i}]"), ip));
    }
    let has_external_ips = !spec.external_ip_list().is_empty();
    if cx.api.external_ips_deprecated && has_external_ips && !headless && !spec.is_external_name() {
        found.push(
            "spec.externalIPs is deprecated and may no longer be implemented in some clusters".to_owned(),
        );
    }
    if !spec.load_balancer_ip.is_empty() {
        found.extend(address_warning("spec.loadBalancerIP", &spec.load_balancer_ip));
    }
    for (i, range) in spec.source_range_list().iter().enumerate() {
        found.extend(range_warnings(
            &format!("spec.loadBalancerSourceRanges[{i}]"),
            range,
        ));
    }
    if spec.is_external_name() && has_external_ips {
        found.push("spec.externalIPs is ignored when spec.type is \"ExternalName\"".to_owned());
    }
    if !spec.is_external_name() && !spec.external_name.is_empty() {
        found.push("spec.externalName is ignored when spec.type is not \"ExternalName\"".to_owned());
    }
    if cx.api.prefer_close_deprecated && spec.traffic_distribution.as_deref() == Some("PreferClose") {
        found.push(
            "spec.trafficDistribution: \"PreferClose\" is deprecated; use \"PreferSameZone\"".to_owned(),
        );
    }
    found
}

fn address_warning(field: &str, ip: &str) -> Option<String> {
    let read = lenient::parse_address(ip)?;
    if read.oddities.contains(&Oddity::LeadingZeros) || read.oddities.contains(&Oddity::Ipv4Mapped) {
        return Some(format!(
            "{field}: non-standard IP address {ip:?} will be considered invalid in a future Kubernetes release: use \
             \"{}\"",
            read.address
        ));
    }
    let canonical = read.address.to_string();
    (read.oddities.contains(&Oddity::NotRfc5952)).then(|| {
        format!("{field}: IPv6 address {ip:?} should be in RFC 5952 canonical format ({canonical:?})")
    })
}

fn range_warnings(field: &str, range: &str) -> Vec<String> {
    let Some(read) = lenient::parse_cidr(range) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    if read.oddities.contains(&Oddity::HostBits) {
        let width = read.cidr.family().width();
        let mut text = String::new();
        let _ = write!(
            text,
            "{field}: CIDR value {range:?} is ambiguous in this context (should be \"{}\" or \"{}/{width}\"?)",
            read.cidr, read.address
        );
        found.push(text);
    }
    if read.oddities.contains(&Oddity::LeadingZeros) || read.oddities.contains(&Oddity::Ipv4Mapped) {
        found.push(format!(
            "{field}: non-standard CIDR value {range:?} will be considered invalid in a future Kubernetes release: \
             use \"{}\"",
            read.cidr
        ));
    }
    let canonical = read.cidr.to_string();
    if found.is_empty() && read.cidr.family() == IpFamily::IPv6 && canonical != range {
        found.push(format!(
            "{field}: IPv6 CIDR value {range:?} should be in RFC 5952 canonical format ({canonical:?})"
        ));
    }
    found
}
