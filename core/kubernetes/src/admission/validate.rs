//! The validation of a whole Service: `ValidateService` and `ValidateServiceClusterIPsRelatedFields` of
//! pkg/apis/core/validation/validation.go, and conditional_validation.go beside it.

use super::context::{Context, ips_value, is_ipv6, optional_value};
use super::names::{at_field, label_value_errors, qualified_name_errors, subdomain_errors};
use super::service::{HEADLESS, ServiceSpec, policy, service_type};
use super::validate_ports::{ports, ports_value};
use crate::document::order;
use crate::go::field_error::{FieldError, FieldValue};
use crate::kubernetes::service_api::{MixedProtocols, ServiceEra, SourceRangeCheck, TrafficRules};
use crate::net::lenient::{self, Oddity};

/// The annotation by which source ranges were first given.
const SOURCE_RANGES_ANNOTATION: &str = "service.beta.kubernetes.io/load-balancer-source-ranges";
const KUBELET_PORT: i32 = 10_250;
const FAMILIES: &[&str] = &["IPv4", "IPv6"];
const POLICIES: &[&str] = &[
    policy::PREFER_DUAL_STACK,
    policy::REQUIRE_DUAL_STACK,
    policy::SINGLE_STACK,
];
const TYPES: &[&str] = &[
    service_type::CLUSTER_IP,
    service_type::EXTERNAL_NAME,
    service_type::LOAD_BALANCER,
    service_type::NODE_PORT,
];
const TRAFFIC_POLICIES: &[&str] = &["Cluster", "Local"];
const AFFINITIES: &[&str] = &["ClientIP", "None"];
const LONGEST_AFFINITY_SECONDS: i32 = 86_400;

fn text(value: &str) -> FieldValue {
    FieldValue::Text(value.to_owned())
}

/// Returns every error of the object, in the order in which the server finds them.
pub(super) fn whole(cx: &Context<'_>, old: Option<&ServiceSpec>, new: &ServiceSpec) -> Vec<FieldError> {
    let mut errors = Vec::new();
    let headless = is_headless(cx, new);
    if new.port_list().is_empty() && !headless && !new.is_external_name() {
        errors.push(FieldError::required("spec.ports", "").checked_by("SVC-31"));
    }
    by_type(cx, new, headless, &mut errors);
    ports(cx, new, &mut errors);
    for (key, value) in new.selector.iter().flatten() {
        errors.extend(at_field(
            "spec.selector",
            key,
            qualified_name_errors(key, cx.api.lowercase_rfc_1123),
        ));
        errors.extend(at_field("spec.selector", value, label_value_errors(value)));
    }
    session_affinity(new, &mut errors);
    match cx.api.era {
        ServiceEra::SingleFamily => {
            let set = !new.cluster_ip.is_empty() && new.cluster_ip != HEADLESS;
            if set && lenient::parse_address(&new.cluster_ip).is_none() {
                errors.push(FieldError::invalid(
                    "spec.clusterIP",
                    text(&new.cluster_ip),
                    "must be empty, 'None', or a valid IP address",
                ));
            }
        }
        ServiceEra::ValidatedFirst | ServiceEra::AllocatedFirst => {
            errors.extend(related_fields(cx, old, new))
        }
    }
    external_ips(cx, old, new, &mut errors);
    if new.type_.is_empty() {
        errors.push(FieldError::required("spec.type", ""));
    } else if !TYPES.contains(&new.type_.as_str()) {
        errors.push(FieldError::not_supported("spec.type", text(&new.type_), TYPES));
    }
    load_balancer_protocols(cx, new, &mut errors);
    node_ports(new, &mut errors);
    duplicate_ports(cx, new, &mut errors);
    source_ranges(cx, old, new, &mut errors);
    if cx.api.era == ServiceEra::SingleFamily && !cx.api.family_must_be_configured {
        match new.ip_family.as_deref() {
            None if cx.api.dual_stack => {
                errors.push(FieldError::required("spec.ipFamily", "").checked_by("SVA-family"))
            }
            Some(family) if !FAMILIES.contains(&family) => {
                errors.push(
                    FieldError::not_supported("spec.ipFamily", text(family), FAMILIES)
                        .checked_by("SVA-family-name"),
                );
            }
            _ => {}
        }
    }
    load_balancer_fields(cx, None, new, &mut errors);
    external_traffic(cx, new, &mut errors);
    internal_traffic(cx, new, &mut errors);
    conditional(cx, old, new, &mut errors);
    errors
}

fn is_headless(cx: &Context<'_>, spec: &ServiceSpec) -> bool {
    match cx.api.era {
        ServiceEra::SingleFamily => spec.has_headless_ip(),
        ServiceEra::ValidatedFirst | ServiceEra::AllocatedFirst => spec.is_headless(),
    }
}

fn by_type(cx: &Context<'_>, new: &ServiceSpec, headless: bool, errors: &mut Vec<FieldError>) {
    let single = cx.api.era == ServiceEra::SingleFamily;
    let headless_field = if single {
        "spec.clusterIP"
    } else {
        "spec.clusterIPs[0]"
    };
    let mut refuse_headless = |name: &str, check| {
        if headless {
            let detail = format!("may not be set to 'None' for {name} services");
            errors.push(FieldError::invalid(headless_field, text(HEADLESS), detail).checked_by(check));
        }
    };
    match new.type_.as_str() {
        service_type::LOAD_BALANCER => {
            refuse_headless("LoadBalancer", "SVC-32");
            if cx.api.kubelet_port_refused {
                let kubelet = new
                    .port_list()
                    .iter()
                    .enumerate()
                    .filter(|(_, port)| port.port == KUBELET_PORT);
                let exposed = kubelet.map(|(i, _)| {
                    FieldError::invalid(
                        format!("spec.ports[{i}]"),
                        FieldValue::Number(i64::from(KUBELET_PORT)),
                        format!("may not expose port {KUBELET_PORT} externally since it is used by kubelet"),
                    )
                    .checked_by("SVC-kubelet-port")
                });
                // The port comes before the address upstream.
                errors.splice(..0, exposed.collect::<Vec<_>>());
            }
        }
        service_type::NODE_PORT => refuse_headless("NodePort", "SVC-33"),
        service_type::EXTERNAL_NAME => external_name(cx, new, errors),
        _ => {}
    }
}

fn external_name(cx: &Context<'_>, new: &ServiceSpec, errors: &mut Vec<FieldError>) {
    const CHECK: &str = "SVC-34";
    if cx.api.era == ServiceEra::SingleFamily {
        if !new.cluster_ip.is_empty() {
            errors.push(
                FieldError::forbidden("spec.clusterIP", "must be empty for ExternalName services")
                    .checked_by(CHECK),
            );
        }
    } else {
        let detail = "may not be set for ExternalName services";
        if !new.ips().is_empty() {
            errors.push(FieldError::forbidden("spec.clusterIPs", detail).checked_by(CHECK));
        }
        if !new.families().is_empty() {
            errors.push(FieldError::forbidden("spec.ipFamilies", detail).checked_by(CHECK));
        }
        if new.ip_family_policy.is_some() {
            errors.push(FieldError::forbidden("spec.ipFamilyPolicy", detail).checked_by(CHECK));
        }
    }
    let name = new.external_name.strip_suffix('.').unwrap_or(&new.external_name);
    if name.is_empty() {
        errors.push(FieldError::required("spec.externalName", "").checked_by("SVC-35"));
    } else {
        errors.extend(at_field(
            "spec.externalName",
            name,
            subdomain_errors(name, cx.api.lowercase_rfc_1123),
        ));
    }
}

fn session_affinity(new: &ServiceSpec, errors: &mut Vec<FieldError>) {
    match new.session_affinity.as_str() {
        "" => errors.push(FieldError::required("spec.sessionAffinity", "")),
        "None" => {
            if new.session_affinity_config.is_some() {
                errors.push(FieldError::forbidden(
                    "spec.sessionAffinityConfig",
                    "must not be set when session affinity is None",
                ));
            }
        }
        "ClientIP" => {
            let detail = "when session affinity type is ClientIP";
            let client_ip = new
                .session_affinity_config
                .as_ref()
                .map(|config| config.client_ip.as_ref());
            match client_ip {
                None => errors.push(FieldError::required("spec.sessionAffinityConfig", detail)),
                Some(None) => errors.push(FieldError::required(
                    "spec.sessionAffinityConfig.clientIP",
                    detail,
                )),
                Some(Some(config)) => {
                    let field = "spec.sessionAffinityConfig.clientIP.timeoutSeconds";
                    match config.timeout_seconds {
                        None => errors.push(FieldError::required(field, detail)),
                        Some(seconds) if seconds <= 0 || seconds > LONGEST_AFFINITY_SECONDS => {
                            errors.push(FieldError::invalid(
                                field,
                                FieldValue::Number(i64::from(seconds)),
                                format!("must be greater than 0 and less than {LONGEST_AFFINITY_SECONDS}"),
                            ));
                        }
                        Some(_) => {}
                    }
                }
            }
        }
        other => errors.push(FieldError::not_supported(
            "spec.sessionAffinity",
            text(other),
            AFFINITIES,
        )),
    }
}

/// Checks `clusterIP`, `clusterIPs`, `ipFamilies` and `ipFamilyPolicy`, alone and against each other.
pub(super) fn related_fields(
    cx: &Context<'_>,
    old: Option<&ServiceSpec>,
    new: &ServiceSpec,
) -> Vec<FieldError> {
    let mut errors = Vec::new();
    if new.is_external_name() {
        return errors;
    }
    let field = "spec.clusterIPs";
    match (new.cluster_ip.is_empty(), new.ips().first()) {
        (false, None) => errors.push(FieldError::required(field, "").checked_by("SVC-1")),
        (false, Some(first)) if *first != new.cluster_ip => {
            let (detail, check) = cx.api.texts.first_must_match;
            errors.push(FieldError::invalid(field, ips_value(new), detail).checked_by(check));
        }
        (true, Some(_)) => {
            let (detail, check) = cx.api.texts.must_be_empty;
            errors.push(FieldError::invalid(field, ips_value(new), detail).checked_by(check));
        }
        _ => {}
    }
    for (i, family) in new.families().iter().enumerate() {
        let at = format!("spec.ipFamilies[{i}]");
        if !FAMILIES.contains(&family.as_str()) {
            errors.push(FieldError::not_supported(at.clone(), text(family), FAMILIES).checked_by("SVC-4"));
        }
        if new.families().iter().take(i).any(|seen| seen == family) {
            errors.push(FieldError::duplicate(at, text(family)).checked_by("SVC-5"));
        }
    }
    if let Some(value) = new
        .ip_family_policy
        .as_ref()
        .filter(|value| !POLICIES.contains(&value.as_str()))
    {
        errors.push(
            FieldError::not_supported("spec.ipFamilyPolicy", text(value), POLICIES).checked_by("SVC-6"),
        );
    }
    let existing = old.map(ServiceSpec::ips).unwrap_or_default();
    let mut unusable = false;
    for (i, ip) in new.ips().iter().enumerate() {
        if i == 0 && ip == HEADLESS {
            if new.ips().len() > 1 {
                unusable = true;
                errors.push(
                    FieldError::invalid(field, ips_value(new), "'None' must be the first and only value")
                        .checked_by("SVC-7"),
                );
            }
            continue;
        }
        let found = address_error(cx, &format!("{field}[{i}]"), ip, existing);
        unusable |= found.is_some();
        errors.extend(found.map(|error| error.checked_by("SVC-8")));
    }
    if new.ips().len() > 2 {
        errors.push(
            FieldError::invalid(field, ips_value(new), "may only hold up to 2 values").checked_by("SVC-9"),
        );
    }
    if unusable {
        return errors;
    }
    let v6 = new.ips().iter().filter(|ip| is_ipv6(ip)).count();
    if new.ips().len() > 1 && (v6 == 0 || v6 == new.ips().len()) {
        let detail = "may specify no more than one IP for each IP family";
        errors.push(FieldError::invalid(field, ips_value(new), detail).checked_by("SVC-10"));
    }
    if !new.is_headless() {
        for (i, (ip, family)) in new.ips().iter().zip(new.families()).enumerate() {
            let (wrong, check) = match family.as_str() {
                "IPv4" => (is_ipv6(ip), "SVC-11"),
                "IPv6" => (!is_ipv6(ip), "SVC-12"),
                _ => continue,
            };
            if wrong {
                errors.push(
                    FieldError::invalid(
                        format!("{field}[{i}]"),
                        text(ip),
                        format!("expected an {family} value as indicated by `ipFamilies[{i}]`"),
                    )
                    .checked_by(check),
                );
            }
        }
    }
    errors
}

/// Returns the error about the text of an address. `None` if it is valid, or if it is stored already (from 1.33).
fn address_error(cx: &Context<'_>, field: &str, ip: &str, existing: &[String]) -> Option<FieldError> {
    if cx.api.existing_values_kept && existing.iter().any(|known| known == ip) {
        return None;
    }
    let error = |detail: &str| Some(FieldError::invalid(field, text(ip), detail));
    let Some(read) = lenient::parse_address(ip) else {
        return error(cx.api.not_an_address);
    };
    if !cx.api.strict_addresses {
        return None;
    }
    if read.oddities.contains(&Oddity::LeadingZeros) {
        return error("must not have leading 0s");
    }
    if read.oddities.contains(&Oddity::Ipv4Mapped) {
        return error("must not be an IPv4-mapped IPv6 address");
    }
    None
}

/// Returns the error about the text of a range, which is printed without surrounding blanks. `None` if it is valid or
/// stored already.
fn range_error(cx: &Context<'_>, field: &str, range: &str, existing: &[String]) -> Option<FieldError> {
    let range = range.trim();
    if cx.api.existing_values_kept && existing.iter().any(|known| known.trim() == range) {
        return None;
    }
    let error = |detail: &str| Some(FieldError::invalid(field, text(range), detail).checked_by("SVC-41"));
    let Some(read) = lenient::parse_cidr(range) else {
        return error("must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)");
    };
    if !cx.api.strict_addresses {
        return None;
    }
    let has = |oddity| read.oddities.contains(&oddity);
    if has(Oddity::LeadingZeros) {
        error("must not have leading 0s in IP or prefix length")
    } else if has(Oddity::Ipv4Mapped) {
        error("must not have an IPv4-mapped IPv6 address")
    } else if has(Oddity::HostBits) {
        error("must not have bits set beyond the prefix length")
    } else {
        None
    }
}

/// This project's name of the check that an entry of `externalIPs` is an address.
const NOT_AN_EXTERNAL_IP: &str = "SVC-36";

fn external_ips(
    cx: &Context<'_>,
    old: Option<&ServiceSpec>,
    new: &ServiceSpec,
    errors: &mut Vec<FieldError>,
) {
    let existing = old.map(ServiceSpec::external_ip_list).unwrap_or_default();
    for (i, ip) in new.external_ip_list().iter().enumerate() {
        let field = format!("spec.externalIPs[{i}]");
        match address_error(cx, &field, ip, existing) {
            None => errors.extend(special_address_errors(&field, ip)),
            Some(error) => errors.push(error.checked_by(NOT_AN_EXTERNAL_IP)),
        }
    }
}

/// Returns the errors about addresses that have a special meaning on every host.
fn special_address_errors(field: &str, ip: &str) -> Vec<FieldError> {
    let error = |detail: String| FieldError::invalid(field, text(ip), detail).checked_by("SVC-37");
    let Some(read) = lenient::parse_address(ip) else {
        return vec![error("must be a valid IP address".to_owned()).checked_by(NOT_AN_EXTERNAL_IP)];
    };
    let (unspecified, loopback, link_local, link_local_multicast) = match read.address {
        std::net::IpAddr::V4(v4) => (
            v4.is_unspecified(),
            v4.is_loopback(),
            v4.is_link_local(),
            matches!(v4.octets(), [224, 0, 0, _]),
        ),
        std::net::IpAddr::V6(v6) => {
            let [first, ..] = v6.segments();
            (
                v6.is_unspecified(),
                v6.is_loopback(),
                first & 0xffc0 == 0xfe80,
                first & 0xff0f == 0xff02,
            )
        }
    };
    let mut errors = Vec::new();
    if unspecified {
        errors.push(error(format!("may not be unspecified ({ip})")));
    }
    if loopback {
        errors.push(error(
            "may not be in the loopback range (127.0.0.0/8, ::1/128)".to_owned(),
        ));
    }
    if link_local {
        errors.push(error(
            "may not be in the link-local range (169.254.0.0/16, fe80::/10)".to_owned(),
        ));
    }
    if link_local_multicast {
        errors.push(error(
            "may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)".to_owned(),
        ));
    }
    errors
}

fn load_balancer_protocols(cx: &Context<'_>, new: &ServiceSpec, errors: &mut Vec<FieldError>) {
    if !new.is_type(service_type::LOAD_BALANCER) || !cx.api.load_balancer_protocol_checked {
        return;
    }
    let mut known: Vec<&str> = Vec::new();
    for (i, port) in new.port_list().iter().enumerate() {
        if super::validate_ports::PROTOCOLS.contains(&port.protocol.as_str()) {
            known.push(&port.protocol);
        } else {
            errors.push(FieldError::invalid(
                format!("spec.ports[{i}].protocol"),
                text(&port.protocol),
                "cannot create an external load balancer with non-TCP/UDP/SCTP ports",
            ));
        }
    }
    order::sort(&mut known);
    known.dedup();
    if cx.api.mixed_protocols == MixedProtocols::Refused && known.len() > 1 {
        errors.push(FieldError::invalid(
            "spec.ports",
            ports_value(cx, new.port_list()),
            "cannot create an external load balancer with mix protocols",
        ));
    }
}

fn node_ports(new: &ServiceSpec, errors: &mut Vec<FieldError>) {
    if new.is_type(service_type::CLUSTER_IP) {
        for (i, _) in new
            .port_list()
            .iter()
            .enumerate()
            .filter(|(_, port)| port.node_port != 0)
        {
            errors.push(
                FieldError::forbidden(
                    format!("spec.ports[{i}].nodePort"),
                    "may not be used when `type` is 'ClusterIP'",
                )
                .checked_by("SVC-38"),
            );
        }
    }
}

fn duplicate_ports(cx: &Context<'_>, new: &ServiceSpec, errors: &mut Vec<FieldError>) {
    let ports = new.port_list();
    for (i, port) in ports.iter().enumerate().filter(|(_, port)| port.node_port != 0) {
        let seen =
            |p: &super::service::ServicePort| p.protocol == port.protocol && p.node_port == port.node_port;
        if ports.iter().take(i).any(seen) {
            errors.push(
                FieldError::duplicate(
                    format!("spec.ports[{i}].nodePort"),
                    FieldValue::Number(i64::from(port.node_port)),
                )
                .checked_by("SVC-39"),
            );
        }
    }
    for (i, port) in ports.iter().enumerate() {
        if ports
            .iter()
            .take(i)
            .any(|p| p.protocol == port.protocol && p.port == port.port)
        {
            errors.push(FieldError::duplicate(
                format!("spec.ports[{i}]"),
                super::validate_ports::port_key_value(cx, &port.protocol, port.port),
            ));
        }
    }
}

fn source_ranges(
    cx: &Context<'_>,
    old: Option<&ServiceSpec>,
    new: &ServiceSpec,
    errors: &mut Vec<FieldError>,
) {
    // The capital letter is upstream's, in every version read.
    let list_field = "spec.LoadBalancerSourceRanges".to_owned();
    let annotation = cx.service.metadata.annotations.get(SOURCE_RANGES_ANNOTATION);
    let (field, ranges, whole) = match annotation {
        _ if !new.source_range_list().is_empty() => (
            list_field,
            new.source_range_list().to_vec(),
            format!("[{}]", new.source_range_list().join(" ")),
        ),
        Some(value) => (
            format!("metadata.annotations[{SOURCE_RANGES_ANNOTATION}]"),
            if value.trim().is_empty() {
                Vec::new()
            } else {
                value.trim().split(',').map(str::to_owned).collect()
            },
            value.clone(),
        ),
        None => return,
    };
    if !new.is_type(service_type::LOAD_BALANCER) {
        errors.push(
            FieldError::forbidden(field.clone(), "may only be used when `type` is 'LoadBalancer'")
                .checked_by("SVC-40"),
        );
    }
    let from_list = !new.source_range_list().is_empty();
    match cx.api.source_ranges {
        SourceRangeCheck::WholeList => {
            if ranges
                .iter()
                .any(|range| lenient::parse_cidr(range.trim()).is_none())
            {
                errors.push(
                    FieldError::invalid(
                        field,
                        FieldValue::Text(whole),
                        "must be a list of IP ranges. For example, 10.240.0.0/24,10.250.0.0/24 ",
                    )
                    .checked_by("SVC-41"),
                );
            }
        }
        SourceRangeCheck::EachEntry => {
            let existing = old.map(ServiceSpec::source_range_list).unwrap_or_default();
            for (i, range) in ranges.iter().enumerate() {
                let at = if from_list {
                    format!("{field}[{i}]")
                } else {
                    field.clone()
                };
                errors.extend(range_error(
                    cx,
                    &at,
                    range,
                    if from_list { existing } else { &[] },
                ));
            }
        }
    }
}

/// Checks `allocateLoadBalancerNodePorts` and `loadBalancerClass`; with `old`, only the fields that an update must
/// not change.
pub(super) fn load_balancer_fields(
    cx: &Context<'_>,
    old: Option<&ServiceSpec>,
    new: &ServiceSpec,
    errors: &mut Vec<FieldError>,
) {
    if !cx.api.load_balancer_fields {
        return;
    }
    let balanced = new.is_type(service_type::LOAD_BALANCER);
    let only_balanced = "may only be used when `type` is 'LoadBalancer'";
    if old.is_none() {
        match new.allocate_load_balancer_node_ports {
            Some(_) if !balanced => {
                errors.push(
                    FieldError::forbidden("spec.allocateLoadBalancerNodePorts", only_balanced)
                        .checked_by("SVC-42"),
                );
            }
            // Upstream forgets `spec` here; defaulting makes it unreachable.
            None if balanced => errors.push(FieldError::required("allocateLoadBalancerNodePorts", "")),
            _ => {}
        }
    }
    let field = "spec.loadBalancerClass";
    let changed = old.is_some_and(|old| {
        old.is_type(service_type::LOAD_BALANCER)
            && balanced
            && old.load_balancer_class != new.load_balancer_class
    });
    if changed {
        errors.push(FieldError::invalid(
            field,
            optional_value(new.load_balancer_class.as_ref()),
            "may not change once set",
        ));
    }
    if let Some(class) = &new.load_balancer_class {
        if balanced {
            errors.extend(at_field(
                field,
                class,
                qualified_name_errors(class, cx.api.lowercase_rfc_1123),
            ));
        } else {
            errors.push(FieldError::forbidden(field, only_balanced));
        }
    }
}

fn external_traffic(cx: &Context<'_>, new: &ServiceSpec, errors: &mut Vec<FieldError>) {
    let field = "spec.externalTrafficPolicy";
    let health = "spec.healthCheckNodePort";
    let value = || text(&new.external_traffic_policy);
    let known = TRAFFIC_POLICIES.contains(&new.external_traffic_policy.as_str());
    let (reachable, detail) = match cx.api.traffic_rules {
        TrafficRules::AfterAllocation => {
            if !new.external_traffic_policy.is_empty() && !known {
                let detail = "ExternalTrafficPolicy must be empty, Cluster or Local";
                errors.push(FieldError::invalid(field, value(), detail));
            }
            if new.health_check_node_port < 0 {
                errors.push(FieldError::invalid(
                    health,
                    FieldValue::Number(i64::from(new.health_check_node_port)),
                    "HealthCheckNodePort must be not less than 0",
                ));
            }
            return;
        }
        TrafficRules::ByType => (
            new.uses_node_ports(),
            "may only be set when `type` is 'NodePort' or 'LoadBalancer'",
        ),
        TrafficRules::ByReachability => (
            new.is_externally_accessible(),
            "may only be set for externally-accessible services",
        ),
    };
    if !reachable {
        if !new.external_traffic_policy.is_empty() {
            errors.push(FieldError::invalid(field, value(), detail));
        }
    } else if new.external_traffic_policy.is_empty() {
        errors.push(FieldError::required(field, ""));
    } else if !known {
        errors.push(FieldError::not_supported(field, value(), TRAFFIC_POLICIES));
    }
    let port = new.health_check_node_port;
    if !new.needs_health_check() {
        if port != 0 {
            errors.push(FieldError::invalid(
                health,
                FieldValue::Number(i64::from(port)),
                "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'",
            ));
        }
    } else if port == 0 {
        errors.push(FieldError::required(health, ""));
    } else if !(1..=65_535).contains(&port) {
        errors.push(FieldError::invalid(
            health,
            FieldValue::Number(i64::from(port)),
            super::validate_ports::PORT_RANGE,
        ));
    }
}

/// Returns the errors that up to 1.22 are found only after node ports are allocated.
pub(super) fn external_traffic_combination(cx: &Context<'_>, new: &ServiceSpec) -> Vec<FieldError> {
    let mut errors = Vec::new();
    if cx.api.traffic_rules != TrafficRules::AfterAllocation {
        return errors;
    }
    if !new.uses_node_ports() && !new.external_traffic_policy.is_empty() {
        errors.push(FieldError::invalid(
            "spec.externalTrafficPolicy",
            text(&new.external_traffic_policy),
            "ExternalTrafficPolicy can only be set on NodePort and LoadBalancer service",
        ));
    }
    if !new.needs_health_check() && new.health_check_node_port != 0 {
        errors.push(FieldError::invalid(
            "spec.healthCheckNodePort",
            FieldValue::Number(i64::from(new.health_check_node_port)),
            "HealthCheckNodePort can only be set on LoadBalancer service with ExternalTrafficPolicy=Local",
        ));
    }
    errors
}

fn internal_traffic(cx: &Context<'_>, new: &ServiceSpec, errors: &mut Vec<FieldError>) {
    if cx.api.internal_traffic_policy {
        let field = "spec.internalTrafficPolicy";
        let needed = new.uses_node_ports() || new.is_type(service_type::CLUSTER_IP);
        match new.internal_traffic_policy.as_deref() {
            None if needed => errors.push(FieldError::required(field, "")),
            Some(value) if !TRAFFIC_POLICIES.contains(&value) => {
                errors.push(FieldError::not_supported(field, text(value), TRAFFIC_POLICIES));
            }
            _ => {}
        }
    }
    let known = cx.api.traffic_distribution;
    if let Some(value) = new
        .traffic_distribution
        .as_deref()
        .filter(|value| !known.contains(value))
    {
        errors.push(FieldError::not_supported(
            "spec.trafficDistribution",
            text(value),
            known,
        ));
    }
}

/// Adds the errors that depend on the stored object and on feature gates.
fn conditional(cx: &Context<'_>, old: Option<&ServiceSpec>, new: &ServiceSpec, errors: &mut Vec<FieldError>) {
    let uses_sctp = |spec: &ServiceSpec| spec.port_list().iter().any(|port| port.protocol == "SCTP");
    if !cx.api.sctp && !old.is_some_and(uses_sctp) {
        for (i, _) in new
            .port_list()
            .iter()
            .enumerate()
            .filter(|(_, port)| port.protocol == "SCTP")
        {
            errors.push(FieldError::not_supported(
                format!("spec.ports[{i}].protocol"),
                text("SCTP"),
                &["TCP", "UDP"],
            ));
        }
    }
    if cx.api.era == ServiceEra::SingleFamily && cx.api.family_must_be_configured {
        configured_family(cx, old, new, errors);
    }
    let mixed = |spec: &ServiceSpec| {
        spec.port_list()
            .first()
            .is_some_and(|first| spec.port_list().iter().any(|p| p.protocol != first.protocol))
    };
    if cx.api.mixed_protocols == MixedProtocols::RefusedAnew
        && new.is_type(service_type::LOAD_BALANCER)
        && mixed(new)
        && !old.is_some_and(mixed)
    {
        errors.push(FieldError::invalid(
            "spec.ports",
            ports_value(cx, new.port_list()),
            "may not contain a mix of protocols when 'type' is 'LoadBalancer'",
        ));
    }
}

/// Checks, in 1.19, that `spec.ipFamily` is a family of the cluster and that of the cluster IP.
fn configured_family(
    cx: &Context<'_>,
    old: Option<&ServiceSpec>,
    new: &ServiceSpec,
    errors: &mut Vec<FieldError>,
) {
    let field = "spec.ipFamily";
    let before = old.and_then(|old| old.ip_family.as_ref());
    let family = new.ip_family.as_ref();
    if before.is_some() && before == family {
        return;
    }
    let immutable =
        || FieldError::invalid(field, optional_value(family), "field is immutable").checked_by("SVA-family");
    if !cx.api.dual_stack {
        if family.is_some() {
            errors.push(if old.is_none() {
                FieldError::forbidden(
                    field,
                    "programmer error, must be cleared when the dual-stack feature gate is off",
                )
                .checked_by("SVA-family")
            } else {
                immutable()
            });
        }
        return;
    }
    let Some(family) = family else {
        errors.push(
            FieldError::required(
                field,
                "programmer error, must be set or defaulted by other fields",
            )
            .checked_by("SVA-family"),
        );
        return;
    };
    if before.is_some() && !new.is_external_name() {
        errors.push(immutable());
    }
    if !cx.cluster.has_family_named(family) {
        let allowed: Vec<&str> = cx
            .cluster
            .ranges
            .iter()
            .map(|range| range.family().as_str())
            .collect();
        errors.push(
            FieldError::invalid(
                field,
                text(family),
                format!("only the following families are allowed: {}", allowed.join(", ")),
            )
            .checked_by("SVA-family-absent"),
        );
    } else if lenient::parse_address(&new.cluster_ip).is_some() {
        let of_ip = if is_ipv6(&new.cluster_ip) { "IPv6" } else { "IPv4" };
        if of_ip != family {
            errors.push(
                FieldError::invalid(field, text(family), format!("does not match {of_ip} cluster IP"))
                    .checked_by("SVA-family-of-ip"),
            );
        }
    }
}
