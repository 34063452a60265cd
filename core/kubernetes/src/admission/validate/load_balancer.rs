//! Load balancers and node ports, as `ValidateService` checks them.

use super::addresses::{range_error, text};
use super::ports::{PROTOCOLS, port_key_value, ports_value};
use crate::admission::context::{Context, optional_value};
use crate::admission::names::{at_field, qualified_name_errors};
use crate::admission::service::{ServicePort, ServiceSpec, service_type};
use crate::go::field_error::{FieldError, FieldValue};
use crate::kubernetes::service_api::{MixedProtocols, SourceRangeCheck};
use crate::net::lenient;
use crate::order;

/// The annotation by which source ranges were first given.
const SOURCE_RANGES_ANNOTATION: &str = "service.beta.kubernetes.io/load-balancer-source-ranges";

pub(super) fn load_balancer_protocols(cx: &Context<'_>, new: &ServiceSpec, errors: &mut Vec<FieldError>) {
    if !new.is_type(service_type::LOAD_BALANCER) || !cx.api.load_balancer_protocol_checked {
        return;
    }
    let mut known: Vec<&str> = Vec::new();
    for (i, port) in new.port_list().iter().enumerate() {
        if PROTOCOLS.contains(&port.protocol.as_str()) {
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

pub(super) fn node_ports(new: &ServiceSpec, errors: &mut Vec<FieldError>) {
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

pub(super) fn duplicate_ports(cx: &Context<'_>, new: &ServiceSpec, errors: &mut Vec<FieldError>) {
    let ports = new.port_list();
    for (i, port) in ports.iter().enumerate().filter(|(_, port)| port.node_port != 0) {
        let seen = |p: &ServicePort| p.protocol == port.protocol && p.node_port == port.node_port;
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
                port_key_value(cx, &port.protocol, port.port),
            ));
        }
    }
}

pub(super) fn source_ranges(
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
        // A value that the stored object has already is not looked at again.
        SourceRangeCheck::EachEntry
            if !from_list
                && cx.stored.is_some_and(|stored| {
                    stored.annotations.get(SOURCE_RANGES_ANNOTATION) == Some(&whole)
                }) => {}
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
pub(crate) fn load_balancer_fields(
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
                qualified_name_errors(class, cx.api.metadata.name_texts),
            ));
        } else {
            errors.push(FieldError::forbidden(field, only_balanced));
        }
    }
}
