//! The steps of a request and their order: one list of steps per era and operation. Differences within a step between
//! versions of one era are fields of [`crate::kubernetes::service_api::ServiceApi`].

use super::addresses::{
    allocate_all, allocate_single, init_health_check_port, init_node_ports, update_addresses,
    update_health_check_port, update_node_ports,
};
use super::cluster::ServiceCluster;
use super::context::Context;
use super::defaults::{decode, decode_stored, drop_disabled};
use super::families::{
    addresses_on_read, default_on_read, hide_on_read, init_families, init_families_validated,
};
use super::normalize::{
    drop_type_dependent, keep_allocated_values, normalize_create, normalize_update, trim_for_downgrade,
};
use super::outcome::Refusal;
use super::service::ServiceSpec;
use super::trace::{Step, step};
use super::{update, validate};
use crate::i18n::Message;
use crate::kubernetes::service_api::ServiceEra;

/// The steps of one era.
struct Steps {
    create: fn(&mut Context<'_>, &mut ServiceSpec) -> Result<(), Refusal>,
    update: fn(&mut Context<'_>, &ServiceSpec, &mut ServiceSpec) -> Result<(), Refusal>,
}

const fn steps(era: ServiceEra) -> Steps {
    match era {
        ServiceEra::SingleFamily => Steps {
            create: create_single,
            update: update_single,
        },
        ServiceEra::ValidatedFirst => Steps {
            create: create_validated_first,
            update: update_validated_first,
        },
        ServiceEra::AllocatedFirst => Steps {
            create: create_allocated_first,
            update: update_allocated_first,
        },
    }
}

/// Returns the spec that is stored for a new Service.
///
/// # Errors
/// Returns the refusal of the API server.
pub(super) fn create(cx: &mut Context<'_>, sent: &ServiceSpec) -> Result<ServiceSpec, Refusal> {
    let mut new = decode(cx.api, sent);
    note_decoded(cx, sent, &new);
    (steps(cx.api.era).create)(cx, &mut new)?;
    addresses_on_read(cx.api, &mut new);
    hide_on_read(cx.api, &mut new);
    Ok(new.without_empty_values())
}

/// Returns the spec that is stored for a changed Service.
///
/// # Errors
/// Returns the refusal of the API server.
pub(super) fn update(
    cx: &mut Context<'_>,
    stored: &ServiceSpec,
    sent: &ServiceSpec,
) -> Result<ServiceSpec, Refusal> {
    let mut old = decode_stored(cx.api, stored).without_empty_values();
    if cx.api.old_defaulted_on_update {
        default_on_read(cx.api, &cx.cluster.ranges.families(), &mut old);
    }
    let mut new = decode(cx.api, sent);
    note_decoded(cx, sent, &new);
    (steps(cx.api.era).update)(cx, &old, &mut new)?;
    addresses_on_read(cx.api, &mut new);
    hide_on_read(cx.api, &mut new);
    Ok(new.without_empty_values())
}

/// Returns the stored spec as a client of that cluster reads it: fields that the version does not have are removed,
/// and fields that did not exist when it was stored get the defaults of reading (`pkg/apis/core/v1/defaults.go`,
/// `pkg/registry/core/service/storage`).
pub fn read(cluster: &ServiceCluster<'_>, stored: &ServiceSpec) -> ServiceSpec {
    let api = cluster.api;
    let mut spec = decode_stored(&api, stored).without_empty_values();
    default_on_read(&api, &cluster.ranges.families(), &mut spec);
    spec
}

/// Records families that a server does not know, or adds before it reads the cluster's ranges.
fn note_decoded(cx: &mut Context<'_>, sent: &ServiceSpec, decoded: &ServiceSpec) {
    let version = cx.cluster.version;
    let mut dropped = |field: &'static str, was: bool, is: bool| {
        if was && !is {
            let message = Message::new("service-step-field-unknown")
                .with("field", field)
                .with("version", version);
            step!(cx, Step::new("SVC-unknown-field", message).on(field));
        }
    };
    dropped(
        "spec.ipFamily",
        sent.ip_family.is_some(),
        decoded.ip_family.is_some(),
    );
    dropped(
        "spec.ipFamilies",
        !sent.families().is_empty(),
        !decoded.families().is_empty(),
    );
    dropped(
        "spec.ipFamilyPolicy",
        sent.ip_family_policy.is_some(),
        decoded.ip_family_policy.is_some(),
    );
    dropped(
        "spec.clusterIPs",
        !sent.ips().is_empty(),
        !decoded.ips().is_empty(),
    );
    if decoded.ip_family_policy.is_some() && sent.ip_family_policy.is_none() {
        step!(
            cx,
            Step::new("SVC-policy", Message::new("service-step-policy-decoded"))
                .on("spec.ipFamilyPolicy")
                .sets(decoded.ip_family_policy.as_deref()),
        );
    }
    if decoded.families().len() > sent.families().len() {
        step!(
            cx,
            Step::new("SVC-second-family", Message::new("service-step-families-decoded"))
                .on("spec.ipFamilies")
                .sets(decoded.families()),
        );
    }
    if decoded.ip_family.is_some() && sent.ip_family.is_none() {
        step!(
            cx,
            Step::new(
                "SVC-infer",
                Message::new("service-step-family-of-ip")
                    .with("ip", decoded.cluster_ip.as_str())
                    .with("family", decoded.ip_family.clone().unwrap_or_default()),
            )
            .on("spec.ipFamily")
            .sets(decoded.ip_family.as_deref()),
        );
    }
}

fn default_single_family(cx: &mut Context<'_>, old: Option<&ServiceSpec>, new: &mut ServiceSpec) {
    if !cx.api.dual_stack || new.ip_family.is_some() {
        return;
    }
    // An update is given the family of the stored object only from 1.19.
    let kept = match old {
        Some(_) if !cx.api.family_must_be_configured => return,
        Some(old) => old.ip_family.clone(),
        None => None,
    };
    let family = kept.unwrap_or_else(|| cx.cluster.ranges.primary_family().as_str().to_owned());
    step!(
        cx,
        Step::new(
            "SVC-primary",
            Message::new("service-step-primary-family").with("family", family.as_str()),
        )
        .on("spec.ipFamily")
        .sets(family.as_str()),
    );
    new.ip_family = Some(family);
}

fn create_single(cx: &mut Context<'_>, new: &mut ServiceSpec) -> Result<(), Refusal> {
    default_single_family(cx, None, new);
    drop_disabled(cx.api, None, new);
    cx.check(&validate::whole(cx, None, new))?;
    if !new.is_external_name() {
        allocate_single(cx, new)?;
    }
    init_node_ports(cx, new)?;
    init_health_check_port(cx, new)?;
    cx.check(&validate::external_traffic_combination(cx, new))
}

fn update_single(cx: &mut Context<'_>, old: &ServiceSpec, new: &mut ServiceSpec) -> Result<(), Refusal> {
    default_single_family(cx, Some(old), new);
    drop_disabled(cx.api, Some(old), new);
    let mut errors = update::changes(cx, old, new);
    errors.extend(validate::whole(cx, Some(old), new));
    cx.check(&errors)?;
    if old.is_external_name() && !new.is_external_name() {
        allocate_single(cx, new)?;
    }
    finish_early_update(cx, old, new)
}

/// Changes node ports and dependent fields on an update, up to 1.22.
///
/// # Errors
/// Returns the refusal of the API server.
fn finish_early_update(
    cx: &mut Context<'_>,
    old: &ServiceSpec,
    new: &mut ServiceSpec,
) -> Result<(), Refusal> {
    update_node_ports(cx, old, new)?;
    update_health_check_port(cx, old, new)?;
    if old.uses_node_ports() && !new.uses_node_ports() {
        new.external_traffic_policy.clear();
    }
    cx.check(&validate::external_traffic_combination(cx, new))
}

fn create_validated_first(cx: &mut Context<'_>, new: &mut ServiceSpec) -> Result<(), Refusal> {
    normalize_create(cx, new);
    drop_disabled(cx.api, None, new);
    cx.check(&validate::whole(cx, None, new))?;
    init_families_validated(cx, None, new)?;
    allocate_all(cx, new)?;
    init_node_ports(cx, new)?;
    init_health_check_port(cx, new)?;
    cx.check(&validate::external_traffic_combination(cx, new))
}

fn update_validated_first(
    cx: &mut Context<'_>,
    old: &ServiceSpec,
    new: &mut ServiceSpec,
) -> Result<(), Refusal> {
    before_update(cx, old, new)?;
    init_families_validated(cx, Some(old), new)?;
    update_addresses(cx, old, new)?;
    finish_early_update(cx, old, new)?;
    // The store behind the Service's own registry runs the strategy again, which now sees the families and the policy
    // that were filled in (registry/generic/registry/store.go, `rest.BeforeUpdate`).
    before_update(cx, old, new)
}

/// Prepares and validates an update: the strategy's part, 1.20 to 1.22.
///
/// # Errors
/// Returns the refusal of the API server.
fn before_update(cx: &mut Context<'_>, old: &ServiceSpec, new: &mut ServiceSpec) -> Result<(), Refusal> {
    if cx.api.allocated_values_kept {
        keep_allocated_values(cx, old, new);
    }
    normalize_update(cx, old, new);
    drop_disabled(cx.api, Some(old), new);
    drop_type_dependent(cx, old, new);
    trim_for_downgrade(cx, old, new);
    let mut errors = update::changes(cx, old, new);
    errors.extend(validate::whole(cx, Some(old), new));
    cx.check(&errors)
}

fn create_allocated_first(cx: &mut Context<'_>, new: &mut ServiceSpec) -> Result<(), Refusal> {
    normalize_create(cx, new);
    init_families(cx, None, new)?;
    allocate_all(cx, new)?;
    init_node_ports(cx, new)?;
    init_health_check_port(cx, new)?;
    cx.check(&validate::whole(cx, None, new))
}

fn update_allocated_first(
    cx: &mut Context<'_>,
    old: &ServiceSpec,
    new: &mut ServiceSpec,
) -> Result<(), Refusal> {
    keep_allocated_values(cx, old, new);
    normalize_update(cx, old, new);
    init_families(cx, Some(old), new)?;
    update_addresses(cx, old, new)?;
    update_node_ports(cx, old, new)?;
    update_health_check_port(cx, old, new)?;
    drop_type_dependent(cx, old, new);
    let mut errors = update::changes(cx, old, new);
    errors.extend(validate::whole(cx, Some(old), new));
    cx.check(&errors)
}
