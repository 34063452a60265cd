//! The fields that an update must not change: the update-only part of `ValidateServiceUpdate`.

use super::context::{Context, families_value, ips_value, optional_value};
use super::service::{ServiceSpec, policy};
use super::validate::{load_balancer_fields, metadata};
use crate::go::field_error::{FieldError, FieldValue};
use crate::kubernetes::service_api::{ServiceEra, TrafficRules};

const ONCE_SET: &str = "may not change once set";

/// Returns the errors of the change itself, which come before those of the new object.
pub(super) fn changes(cx: &Context<'_>, old: &ServiceSpec, new: &ServiceSpec) -> Vec<FieldError> {
    let mut errors = metadata::changes(cx);
    if cx.api.era == ServiceEra::SingleFamily {
        single_family(cx, old, new, &mut errors);
        return errors;
    }
    if !old.is_external_name() && !new.is_external_name() {
        cluster_ips(cx, old, new, &mut errors);
        families(cx, old, new, &mut errors);
    }
    load_balancer_fields(cx, Some(old), new, &mut errors);
    if cx.api.traffic_rules != TrafficRules::AfterAllocation
        && old.needs_health_check()
        && new.needs_health_check()
        && old.health_check_node_port != new.health_check_node_port
    {
        errors.push(FieldError::forbidden(
            "spec.healthCheckNodePort",
            "field is immutable",
        ));
    }
    errors
}

fn single_family(cx: &Context<'_>, old: &ServiceSpec, new: &ServiceSpec, errors: &mut Vec<FieldError>) {
    if new.is_external_name() {
        return;
    }
    let immutable = "field is immutable";
    if !old.is_external_name() && !old.cluster_ip.is_empty() && old.cluster_ip != new.cluster_ip {
        errors.push(
            FieldError::invalid(
                "spec.clusterIP",
                FieldValue::Text(new.cluster_ip.clone()),
                immutable,
            )
            .checked_by("SVA-immutable"),
        );
    }
    if !cx.api.family_must_be_configured && old.ip_family.is_some() && old.ip_family != new.ip_family {
        errors.push(
            FieldError::invalid("spec.ipFamily", optional_value(new.ip_family.as_ref()), immutable)
                .checked_by("SVA-family"),
        );
    }
}

/// Returns the error about a released family or address. `checks` are this project's names of the check at the policy
/// and at the addresses.
fn release_error(cx: &Context<'_>, new: &ServiceSpec, what: &str, checks: [&'static str; 2]) -> FieldError {
    let [at_policy, at_addresses] = checks;
    if cx.api.texts.release_at_policy {
        FieldError::invalid(
            "spec.ipFamilyPolicy",
            optional_value(new.ip_family_policy.as_ref()),
            format!("must be set to 'SingleStack' when releasing the secondary {what}"),
        )
        .checked_by(at_policy)
    } else {
        FieldError::invalid(
            "spec.clusterIPs[0]",
            ips_value(new),
            format!("`ipFamilyPolicy` must be set to 'SingleStack' when releasing the secondary {what}"),
        )
        .checked_by(at_addresses)
    }
}

fn cluster_ips(cx: &Context<'_>, old: &ServiceSpec, new: &ServiceSpec, errors: &mut Vec<FieldError>) {
    if old.is_headless() && new.is_headless() {
        return;
    }
    let (before, after) = (old.ips(), new.ips());
    if before.len() == after.len() {
        for (i, _) in before
            .iter()
            .zip(after)
            .enumerate()
            .filter(|(_, (before, after))| before != after)
        {
            errors.push(
                FieldError::invalid(format!("spec.clusterIPs[{i}]"), ips_value(new), ONCE_SET)
                    .checked_by("SVC-60"),
            );
        }
        return;
    }
    let shrunk = before.len() > after.len();
    if shrunk && after.is_empty() {
        let detail = "primary clusterIP can not be unset";
        errors.push(FieldError::invalid("spec.clusterIPs[0]", ips_value(new), detail).checked_by("SVC-61"));
    }
    if let (Some(first), Some(now)) = (before.first(), after.first())
        && first != now
    {
        errors.push(
            FieldError::invalid("spec.clusterIPs[0]", ips_value(new), ONCE_SET).checked_by(if shrunk {
                "SVC-62"
            } else {
                "SVC-64"
            }),
        );
    }
    if shrunk && after.len() == 1 && !new.has_policy(policy::SINGLE_STACK) {
        errors.push(release_error(cx, new, "clusterIP", ["SVC-63", "SVB-10"]));
    }
}

fn families(cx: &Context<'_>, old: &ServiceSpec, new: &ServiceSpec, errors: &mut Vec<FieldError>) {
    if old.is_headless() || new.is_headless() {
        return;
    }
    let (before, after) = (old.families(), new.families());
    let field = "spec.ipFamilies[0]";
    if before.len() == after.len() {
        for _ in before.iter().zip(after).filter(|(before, after)| before != after) {
            errors.push(FieldError::invalid(field, families_value(new), ONCE_SET).checked_by("SVC-65"));
        }
        return;
    }
    let shrunk = before.len() > after.len();
    // Upstream reads clusterIPs here, and prints them below.
    if shrunk && new.ips().is_empty() {
        errors.push(
            FieldError::invalid(field, families_value(new), "primary ipFamily can not be unset")
                .checked_by("SVC-66"),
        );
    }
    if let (Some(first), Some(now)) = (before.first(), after.first())
        && first != now
    {
        errors.push(FieldError::invalid(field, ips_value(new), ONCE_SET).checked_by("SVC-67"));
    }
    if shrunk && after.len() == 1 && !new.has_policy(policy::SINGLE_STACK) {
        errors.push(release_error(cx, new, "ipFamily", ["SVC-68", "SVB-11"]));
    }
}
