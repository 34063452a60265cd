//! Warnings about an accepted Service: pkg/api/service/warnings.go, and `GetWarningsForIP` and `GetWarningsForCIDR`
//! of the API machinery.

use std::fmt::Arguments;
use std::net::IpAddr;

use super::context::Context;
use super::service::{ServiceSpec, service_type};
use crate::go::quote::quoted;
use crate::kubernetes::warnings::AddressWarnings;
use crate::net::IpFamily;
use crate::net::lenient::{self, Oddity};

const TOPOLOGY_AWARE_HINTS: &str = "service.kubernetes.io/topology-aware-hints";
const TOPOLOGY_MODE: &str = "service.kubernetes.io/topology-mode";

/// Returns the warnings about a stored spec, in the server's words and order.
pub(super) fn warnings(cx: &Context<'_>, spec: &ServiceSpec) -> Vec<String> {
    let mut found = Vec::new();
    let rules = cx.api.warnings;
    if !rules.exist() {
        return found;
    }
    if cx.service.metadata.annotations.contains_key(TOPOLOGY_AWARE_HINTS) {
        found.push(format!(
            "annotation {TOPOLOGY_AWARE_HINTS} is deprecated, please use {TOPOLOGY_MODE} instead"
        ));
    }
    if !spec.cluster_ip.is_empty() && !spec.has_headless_ip() {
        for (i, ip) in spec.ips().iter().enumerate() {
            found.extend(address_warning(
                rules.addresses,
                format_args!("spec.clusterIPs[{i}]"),
                ip,
            ));
        }
    }
    let headless = spec.is_type(service_type::CLUSTER_IP) && spec.has_headless_ip();
    if headless && rules.headless {
        if !spec.load_balancer_ip.is_empty() {
            found.push("spec.loadBalancerIP is ignored for headless services".to_owned());
        }
        if !spec.external_ip_list().is_empty() {
            found.push("spec.externalIPs is ignored for headless services".to_owned());
        }
        if spec.session_affinity != "None" || rules.affinity_none {
            found.push("spec.SessionAffinity is ignored for headless services".to_owned());
        }
    }
    for (i, ip) in spec.external_ip_list().iter().enumerate() {
        found.extend(address_warning(
            rules.addresses,
            format_args!("spec.externalIPs[{i}]"),
            ip,
        ));
    }
    let has_external_ips = !spec.external_ip_list().is_empty();
    if rules.external_ips_deprecated && has_external_ips && !headless && !spec.is_external_name() {
        found.push(
            "spec.externalIPs is deprecated and may no longer be implemented in some clusters".to_owned(),
        );
    }
    if !spec.load_balancer_ip.is_empty() {
        found.extend(address_warning(
            rules.addresses,
            format_args!("spec.loadBalancerIP"),
            &spec.load_balancer_ip,
        ));
    }
    for (i, range) in spec.source_range_list().iter().enumerate() {
        range_warnings(
            rules.addresses,
            &format!("spec.loadBalancerSourceRanges[{i}]"),
            range,
            &mut found,
        );
    }
    if rules.external_names {
        if spec.is_external_name() && has_external_ips {
            found.push("spec.externalIPs is ignored when spec.type is \"ExternalName\"".to_owned());
        }
        if !spec.is_external_name() && !spec.external_name.is_empty() {
            found.push("spec.externalName is ignored when spec.type is not \"ExternalName\"".to_owned());
        }
    }
    if rules.prefer_close_deprecated && spec.traffic_distribution.as_deref() == Some("PreferClose") {
        found.push(
            "spec.trafficDistribution: \"PreferClose\" is deprecated; use \"PreferSameZone\"".to_owned(),
        );
    }
    found
}

fn address_warning(rules: AddressWarnings, field: Arguments<'_>, ip: &str) -> Option<String> {
    if rules == AddressWarnings::StrictParser {
        return match strict_address(ip) {
            Err(error) => Some(format!(
                "{field}: IP address was accepted, but will be invalid in a future Kubernetes release: {error}"
            )),
            Ok(IpAddr::V6(address)) if address.to_string() != ip => Some(format!(
                "{field}: IPv6 address {ip:?} is not in RFC 5952 canonical format (\"{address}\"), which may cause \
                 controller apply-loops"
            )),
            Ok(_) => None,
        };
    }
    let read = lenient::parse_address(ip)?;
    if is_non_standard(&read.oddities) {
        let verdict = verdict(rules);
        return Some(format!(
            "{field}: non-standard IP address {ip:?} {verdict}: use \"{}\"",
            read.address
        ));
    }
    let canonical = read.address.to_string();
    (read.oddities.contains(&Oddity::NotRfc5952)).then(|| {
        format!("{field}: IPv6 address {ip:?} should be in RFC 5952 canonical format ({canonical:?})")
    })
}

fn is_non_standard(oddities: &[Oddity]) -> bool {
    oddities.contains(&Oddity::LeadingZeros) || oddities.contains(&Oddity::Ipv4Mapped)
}

/// Returns what is said of a text that only the older parser reads.
fn verdict(rules: AddressWarnings) -> &'static str {
    if rules == AddressWarnings::Invalid {
        "is invalid"
    } else {
        "will be considered invalid in a future Kubernetes release"
    }
}

/// Reads an address as Go's `netip.ParseAddr` does. The text is one that the older parser reads, at most with spaces
/// around it.
///
/// # Errors
/// Returns the text of the error.
fn strict_address(text: &str) -> Result<IpAddr, String> {
    text.parse().map_err(|_| {
        let reason = if text.trim() == text {
            "IPv4 field has octet with leading zero".to_owned()
        } else {
            format!("unexpected character (at {})", quoted(text))
        };
        format!("ParseAddr({}): {reason}", quoted(text))
    })
}

/// Reads a range as Go's `netip.ParsePrefix` does, without a look at host bits.
///
/// # Errors
/// Returns the text of the error.
fn strict_range(text: &str) -> Result<(IpAddr, &str), String> {
    let (address, bits) = text.rsplit_once('/').unwrap_or((text, ""));
    let wrong = |reason: String| format!("netip.ParsePrefix({}): {reason}", quoted(text));
    let address = strict_address(address).map_err(wrong)?;
    if bits.starts_with('0') && bits.len() > 1 || bits.trim() != bits {
        return Err(wrong(format!("bad bits after slash: {}", quoted(bits))));
    }
    Ok((address, bits))
}

fn range_warnings(rules: AddressWarnings, field: &str, range: &str, found: &mut Vec<String>) {
    if rules == AddressWarnings::StrictParser {
        match strict_range(range) {
            Err(error) => found.push(format!(
                "{field}: IP prefix was accepted, but will be invalid in a future Kubernetes release: {error}"
            )),
            Ok((IpAddr::V6(address), bits)) => {
                let canonical = format!("{address}/{bits}");
                if canonical != range {
                    found.push(format!(
                        "{field}: IPv6 prefix {range:?} is not in RFC 5952 canonical format ({canonical:?}), which may \
                         cause controller apply-loops"
                    ));
                }
            }
            Ok((IpAddr::V4(_), _)) => {}
        }
        return;
    }
    let Some(read) = lenient::parse_cidr(range) else {
        return;
    };
    let before = found.len();
    if read.oddities.contains(&Oddity::HostBits) {
        let width = read.cidr.family().width();
        found.push(format!(
            "{field}: CIDR value {range:?} is ambiguous in this context (should be \"{}\" or \"{}/{width}\"?)",
            read.cidr, read.address
        ));
    }
    if is_non_standard(&read.oddities) {
        let verdict = verdict(rules);
        found.push(format!(
            "{field}: non-standard CIDR value {range:?} {verdict}: use \"{}\"",
            read.cidr
        ));
    }
    let canonical = read.cidr.to_string();
    if found.len() == before && read.cidr.family() == IpFamily::IPv6 && canonical != range {
        found.push(format!(
            "{field}: IPv6 CIDR value {range:?} should be in RFC 5952 canonical format ({canonical:?})"
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about(rules: AddressWarnings, range: &str) -> Vec<String> {
        let mut found = Vec::new();
        range_warnings(rules, "f", range, &mut found);
        found
    }

    #[test]
    fn the_texts_about_addresses_changed_twice() {
        for (rules, zeros, mapped, long) in [
            (
                AddressWarnings::StrictParser,
                Some(
                    "f: IP address was accepted, but will be invalid in a future Kubernetes release: \
                     ParseAddr(\"010.0.0.1\"): IPv4 field has octet with leading zero",
                ),
                None,
                "f: IPv6 address \"2001:DB8::1\" is not in RFC 5952 canonical format (\"2001:db8::1\"), which may cause \
                 controller apply-loops",
            ),
            (
                AddressWarnings::FutureRelease,
                Some(
                    "f: non-standard IP address \"010.0.0.1\" will be considered invalid in a future Kubernetes \
                     release: use \"10.0.0.1\"",
                ),
                Some(
                    "f: non-standard IP address \"::ffff:1.2.3.4\" will be considered invalid in a future Kubernetes \
                     release: use \"1.2.3.4\"",
                ),
                "f: IPv6 address \"2001:DB8::1\" should be in RFC 5952 canonical format (\"2001:db8::1\")",
            ),
            (
                AddressWarnings::Invalid,
                Some("f: non-standard IP address \"010.0.0.1\" is invalid: use \"10.0.0.1\""),
                Some("f: non-standard IP address \"::ffff:1.2.3.4\" is invalid: use \"1.2.3.4\""),
                "f: IPv6 address \"2001:DB8::1\" should be in RFC 5952 canonical format (\"2001:db8::1\")",
            ),
        ] {
            let of = |ip: &str| address_warning(rules, format_args!("f"), ip);
            assert_eq!(of("010.0.0.1").as_deref(), zeros);
            assert_eq!(of("::ffff:1.2.3.4").as_deref(), mapped);
            assert_eq!(of("2001:DB8::1").as_deref(), Some(long));
            assert_eq!(of("10.0.0.1"), None);
        }
    }

    #[test]
    fn the_texts_about_ranges_are_those_of_the_parser_up_to_1_32() {
        let before = "f: IP prefix was accepted, but will be invalid in a future Kubernetes release: ";
        for (range, error) in [
            (
                "010.0.0.0/8",
                "netip.ParsePrefix(\"010.0.0.0/8\"): ParseAddr(\"010.0.0.0\"): IPv4 field has octet with leading zero",
            ),
            (
                "10.0.0.0/08",
                "netip.ParsePrefix(\"10.0.0.0/08\"): bad bits after slash: \"08\"",
            ),
            (
                " 10.0.0.0/8",
                "netip.ParsePrefix(\" 10.0.0.0/8\"): ParseAddr(\" 10.0.0.0\"): unexpected character (at \" 10.0.0.0\")",
            ),
        ] {
            assert_eq!(
                about(AddressWarnings::StrictParser, range),
                [format!("{before}{error}")]
            );
        }
        assert!(about(AddressWarnings::StrictParser, "10.0.0.7/8").is_empty());
        assert_eq!(
            about(AddressWarnings::Invalid, "010.0.0.7/8"),
            [
                "f: CIDR value \"010.0.0.7/8\" is ambiguous in this context (should be \"10.0.0.0/8\" or \
                 \"10.0.0.7/32\"?)",
                "f: non-standard CIDR value \"010.0.0.7/8\" is invalid: use \"10.0.0.0/8\""
            ]
        );
    }
}
