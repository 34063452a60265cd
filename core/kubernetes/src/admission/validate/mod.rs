//! The validation of a whole Service: `ValidateService` and `ValidateServiceClusterIPsRelatedFields` of
//! pkg/apis/core/validation/validation.go, and conditional_validation.go beside it.

mod addresses;
mod load_balancer;
pub(super) mod metadata;
mod ports;
mod traffic;

pub(super) use addresses::related_fields;
pub(super) use load_balancer::load_balancer_fields;
pub(super) use traffic::external_traffic_combination;

use super::context::{Context, is_ipv6, optional_value};
use super::names::{at_field, label_value_errors, qualified_name_errors, subdomain_errors};
use super::service::{HEADLESS, ServiceSpec, service_type};
use crate::go::field_error::{FieldError, FieldValue};
use crate::kubernetes::service_api::{MixedProtocols, ServiceEra};
use crate::net::lenient;
use addresses::{FAMILIES, external_ips, text};
use load_balancer::{duplicate_ports, load_balancer_protocols, node_ports, source_ranges};
use ports::{ports, ports_value};
use traffic::{external_traffic, internal_traffic};

const KUBELET_PORT: i32 = 10_250;
const TYPES: &[&str] = &[
    service_type::CLUSTER_IP,
    service_type::EXTERNAL_NAME,
    service_type::LOAD_BALANCER,
    service_type::NODE_PORT,
];
const AFFINITIES: &[&str] = &["ClientIP", "None"];
const LONGEST_AFFINITY_SECONDS: i32 = 86_400;

/// Returns every error of the object, in the order in which the server finds them.
pub(super) fn whole(cx: &Context<'_>, old: Option<&ServiceSpec>, new: &ServiceSpec) -> Vec<FieldError> {
    let mut errors = metadata::whole(cx, old.is_some());
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
            qualified_name_errors(key, cx.api.metadata.name_texts),
        ));
        errors.extend(at_field(
            "spec.selector",
            value,
            label_value_errors(value, cx.api.metadata.name_texts),
        ));
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
    let before = errors.len();
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
                errors.splice(before..before, exposed.collect::<Vec<_>>());
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
            subdomain_errors(name, cx.api.metadata.name_texts),
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
