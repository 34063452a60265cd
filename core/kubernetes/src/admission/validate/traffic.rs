//! Traffic policies and distribution: `validateServiceExternalTrafficPolicy` and its like.

use super::addresses::text;
use super::ports::PORT_RANGE;
use crate::admission::context::Context;
use crate::admission::service::{ServiceSpec, service_type};
use crate::go::field_error::{FieldError, FieldValue};
use crate::kubernetes::service_api::TrafficRules;

/// The check of a field that Services of that type do not have.
const OTHER_TYPE: &str = "SVC-other-type";
const TRAFFIC_POLICIES: &[&str] = &["Cluster", "Local"];

pub(super) fn external_traffic(cx: &Context<'_>, new: &ServiceSpec, errors: &mut Vec<FieldError>) {
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
            errors.push(FieldError::invalid(field, value(), detail).checked_by(OTHER_TYPE));
        }
    } else if new.external_traffic_policy.is_empty() {
        errors.push(FieldError::required(field, ""));
    } else if !known {
        errors.push(FieldError::not_supported(field, value(), TRAFFIC_POLICIES));
    }
    let port = new.health_check_node_port;
    if !new.needs_health_check() {
        if port != 0 {
            errors.push(
                FieldError::invalid(
                    health,
                    FieldValue::Number(i64::from(port)),
                    "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'",
                )
                .checked_by(OTHER_TYPE),
            );
        }
    } else if port == 0 {
        errors.push(FieldError::required(health, ""));
    } else if !(1..=65_535).contains(&port) {
        errors.push(FieldError::invalid(
            health,
            FieldValue::Number(i64::from(port)),
            PORT_RANGE,
        ));
    }
}

/// Returns the errors that up to 1.22 are found only after node ports are allocated.
pub(crate) fn external_traffic_combination(cx: &Context<'_>, new: &ServiceSpec) -> Vec<FieldError> {
    let mut errors = Vec::new();
    if cx.api.traffic_rules != TrafficRules::AfterAllocation {
        return errors;
    }
    if !new.uses_node_ports() && !new.external_traffic_policy.is_empty() {
        errors.push(
            FieldError::invalid(
                "spec.externalTrafficPolicy",
                text(&new.external_traffic_policy),
                "ExternalTrafficPolicy can only be set on NodePort and LoadBalancer service",
            )
            .checked_by(OTHER_TYPE),
        );
    }
    if !new.needs_health_check() && new.health_check_node_port != 0 {
        errors.push(
            FieldError::invalid(
                "spec.healthCheckNodePort",
                FieldValue::Number(i64::from(new.health_check_node_port)),
                "HealthCheckNodePort can only be set on LoadBalancer service with ExternalTrafficPolicy=Local",
            )
            .checked_by(OTHER_TYPE),
        );
    }
    errors
}

pub(super) fn internal_traffic(cx: &Context<'_>, new: &ServiceSpec, errors: &mut Vec<FieldError>) {
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
