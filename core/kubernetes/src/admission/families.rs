//! The families of a Service: `initIPFamilyFields` (alloc.go, from 1.23) and its predecessor
//! `tryDefaultValidateServiceClusterIPFields` (rest.go, 1.20 to 1.22), and the families with which a Service that was
//! stored without these fields is read (storage.go).

use serde_json::Value;

use super::context::{Context, ips_value, is_ipv6, optional_value, other_family};
use super::normalize::trim_to_one;
use super::outcome::Refusal;
use super::service::{HEADLESS, ServiceSpec, policy, service_type};
use super::trace::{Step, step};
use super::validate::related_fields;
use crate::go::field_error::{FieldError, FieldValue};
use crate::i18n::Message;
use crate::kubernetes::service_api::{ExternalNameTraffic, HeadlessPreference, ReadDefaults, ServiceApi};
use crate::net::{Dual, IpFamily, lenient};

const POLICY: &str = "spec.ipFamilyPolicy";
const FAMILIES: &str = "spec.ipFamilies";

/// Returns whether an update keeps the families of a `PreferDualStack` Service because it changes neither addresses
/// nor families. The present families of the cluster do not matter.
pub(super) fn keeps_prefer_dual_stack(old: Option<&ServiceSpec>, new: &ServiceSpec) -> bool {
    let Some(old) = old else { return false };
    new.has_policy(policy::PREFER_DUAL_STACK)
        && old.type_ == new.type_
        && [
            service_type::CLUSTER_IP,
            service_type::NODE_PORT,
            service_type::LOAD_BALANCER,
        ]
        .contains(&new.type_.as_str())
        && old
            .ip_family_policy
            .as_deref()
            .is_none_or(|old| old == policy::PREFER_DUAL_STACK)
        && old.ips() == new.ips()
        && old.families() == new.families()
}

fn note_kept(cx: &mut Context<'_>) {
    step!(
        cx,
        Step::new(
            "SVC-prefer-kept",
            Message::new("service-step-prefer-dual-stack-kept"),
        )
        .on(FAMILIES),
    );
}

fn set_policy(
    cx: &mut Context<'_>,
    spec: &mut ServiceSpec,
    value: &str,
    rule: &'static str,
    message: &'static str,
) {
    spec.ip_family_policy = Some(value.to_owned());
    step!(
        cx,
        Step::new(rule, Message::new(message).with("policy", value))
            .on(POLICY)
            .given("spec.clusterIP", spec.cluster_ip.as_str())
            .given("spec.selector", spec.selector.clone().map(Value::from_iter))
            .sets(value),
    );
}

/// Sets the families, from 1.23 on.
///
/// # Errors
/// Returns the refusal of the API server.
pub(super) fn init_families(
    cx: &mut Context<'_>,
    old: Option<&ServiceSpec>,
    new: &mut ServiceSpec,
) -> Result<(), Refusal> {
    if new.is_external_name() {
        step!(
            cx,
            Step::new("SVC-external-name", Message::new("service-step-external-name")).on("spec.type")
        );
        return Ok(());
    }
    if cx.api.prefer_dual_stack_kept && keeps_prefer_dual_stack(old, new) {
        note_kept(cx);
        return Ok(());
    }
    default_policy(cx, old, new);
    let errors = related_fields(cx, old, new);
    cx.check(&errors)?;

    let mut errors = Vec::new();
    if let Some(old) = old {
        prepare_release(cx, old, new, &mut errors);
    }
    if new.has_policy(policy::SINGLE_STACK) {
        errors.extend(several_with_single_stack(
            new,
            (
                "must be 'RequireDualStack' or 'PreferDualStack' when multiple cluster IPs are specified",
                "SVC-22",
            ),
            (
                "must be 'RequireDualStack' or 'PreferDualStack' when multiple IP families are specified",
                "SVC-23",
            ),
        ));
    }
    let ips = new.cluster_ips.clone().unwrap_or_default();
    for (i, ip) in ips.iter().enumerate().take_while(|(_, ip)| *ip != HEADLESS) {
        if i < new.families().len() {
            continue;
        }
        match lenient::family_of(ip) {
            Some(family) if cx.cluster.has_family(family) => infer_family(cx, new, i, family),
            family => {
                let name = family.map_or("unknown", IpFamily::as_str);
                errors.push(
                    FieldError::invalid(
                        format!("spec.clusterIPs[{i}]"),
                        ips_value(new),
                        format!("{name} is not configured on this cluster"),
                    )
                    .checked_by("SVC-24"),
                );
            }
        }
    }
    cx.check(&errors)?;

    if new.has_headless_ip() && !new.has_selector() {
        complete_headless(cx, new);
        return Ok(());
    }
    let mut errors = Vec::new();
    if new.has_policy(policy::REQUIRE_DUAL_STACK) && !cx.cluster.ranges.is_dual_stack() {
        errors.push(
            FieldError::invalid(
                POLICY,
                optional_value(new.ip_family_policy.as_ref()),
                "this cluster is not configured for dual-stack services",
            )
            .checked_by("SVC-25"),
        );
    }
    for (i, family) in new
        .families()
        .iter()
        .enumerate()
        .filter(|(_, f)| !cx.cluster.has_family_named(f))
    {
        errors.push(
            FieldError::invalid(
                format!("{FAMILIES}[{i}]"),
                FieldValue::Text(family.clone()),
                "not configured on this cluster",
            )
            .checked_by("SVC-26"),
        );
    }
    cx.check(&errors)?;
    complete_families(cx, new);
    Ok(())
}

fn default_policy(cx: &mut Context<'_>, old: Option<&ServiceSpec>, new: &mut ServiceSpec) {
    if new.ip_family_policy.is_some() {
        return;
    }
    if let Some(kept) = old.and_then(|old| old.ip_family_policy.clone()) {
        set_policy(cx, new, &kept, "SVC-policy", "service-step-policy-from-old");
    } else if new.has_headless_ip() && !new.has_selector() {
        set_policy(
            cx,
            new,
            policy::REQUIRE_DUAL_STACK,
            "SVC-policy",
            "service-step-policy-headless",
        );
    } else {
        let reason = if new.has_selector() {
            "service-step-policy-single-selector"
        } else {
            "service-step-policy-single-no-selector"
        };
        set_policy(cx, new, policy::SINGLE_STACK, "SVC-policy", reason);
    }
}

/// Releases the second family on an update: with `SingleStack` an unchanged list is cut, with another policy a
/// shorter list is an error.
fn prepare_release(
    cx: &mut Context<'_>,
    old: &ServiceSpec,
    new: &mut ServiceSpec,
    errors: &mut Vec<FieldError>,
) {
    if new.has_policy(policy::SINGLE_STACK) {
        if old.ips() == new.ips() {
            trim_to_one(cx, "spec.clusterIPs", &mut new.cluster_ips);
        }
        if old.families() == new.families() {
            trim_to_one(cx, FAMILIES, &mut new.ip_families);
        }
        return;
    }
    let mut released = |list: &[String], before: &[String], detail: &str, check| {
        if !list.is_empty() && list.len() < before.len() {
            errors.push(
                FieldError::invalid(POLICY, optional_value(new.ip_family_policy.as_ref()), detail)
                    .checked_by(check),
            );
        }
    };
    released(
        new.ips(),
        old.ips(),
        "must be 'SingleStack' to release the secondary cluster IP",
        "SVC-20",
    );
    released(
        new.families(),
        old.families(),
        "must be 'SingleStack' to release the secondary IP family",
        "SVC-21",
    );
}

/// Returns the errors about several families or addresses with `SingleStack`. `ips` and `families` are the text of
/// each error with this project's name of its check.
fn several_with_single_stack(
    new: &ServiceSpec,
    ips: (&str, &'static str),
    families: (&str, &'static str),
) -> Vec<FieldError> {
    let error = |(detail, check): (&str, &'static str)| {
        FieldError::invalid(POLICY, optional_value(new.ip_family_policy.as_ref()), detail).checked_by(check)
    };
    let mut errors = Vec::new();
    if new.ips().len() == 2 {
        errors.push(error(ips));
    }
    if new.families().len() == 2 {
        errors.push(error(families));
    }
    errors
}

fn infer_family(cx: &mut Context<'_>, new: &mut ServiceSpec, index: usize, family: IpFamily) {
    add_family(new, family);
    let ip = new.ips().get(index).cloned().unwrap_or_default();
    step!(
        cx,
        Step::new(
            "SVC-infer",
            Message::new("service-step-family-of-ip")
                .with("ip", ip.as_str())
                .with("family", family),
        )
        .on(FAMILIES)
        .sets(new.families()),
    );
}

fn add_family(spec: &mut ServiceSpec, family: IpFamily) {
    spec.ip_families
        .get_or_insert_default()
        .push(family.as_str().to_owned());
}

/// Sets the families of a headless Service without selector. Its endpoints are written by hand, so the cluster need
/// not have the families.
fn complete_headless(cx: &mut Context<'_>, new: &mut ServiceSpec) {
    default_to_primary(cx, new);
    let wants_both = match cx.api.headless_preference {
        HeadlessPreference::Always => !new.has_policy(policy::SINGLE_STACK),
        HeadlessPreference::WhereConfigured => {
            new.has_policy(policy::REQUIRE_DUAL_STACK)
                || (new.has_policy(policy::PREFER_DUAL_STACK) && cx.cluster.ranges.is_dual_stack())
        }
    };
    if wants_both && new.families().len() < 2 {
        add_other_family(cx, new, "service-step-second-family-headless");
    }
}

fn complete_families(cx: &mut Context<'_>, new: &mut ServiceSpec) {
    default_to_primary(cx, new);
    if new.has_policy(policy::SINGLE_STACK) || new.families().len() != 1 {
        return;
    }
    if cx.cluster.ranges.is_dual_stack() {
        add_other_family(cx, new, "service-step-second-family");
    } else {
        step!(
            cx,
            Step::new("SVC-second-family", Message::new("service-step-no-second-family"))
                .on(FAMILIES)
                .given(POLICY, new.ip_family_policy.as_deref()),
        );
    }
}

fn default_to_primary(cx: &mut Context<'_>, new: &mut ServiceSpec) {
    if new.families().is_empty() {
        let primary = cx.cluster.ranges.primary_family();
        new.ip_families = Some(vec![primary.as_str().to_owned()]);
        step!(
            cx,
            Step::new(
                "SVC-primary",
                Message::new("service-step-primary-family").with("family", primary),
            )
            .on(FAMILIES)
            .sets(new.families()),
        );
    }
}

fn add_other_family(cx: &mut Context<'_>, new: &mut ServiceSpec, message: &'static str) {
    // Upstream takes every first family but IPv4 for IPv6 in one place; validation lets only the two through.
    let Some(other) = new.families().first().and_then(|first| other_family(first)) else {
        return;
    };
    add_family(new, other);
    step!(
        cx,
        Step::new("SVC-second-family", Message::new(message).with("family", other))
            .on(FAMILIES)
            .given(POLICY, new.ip_family_policy.as_deref())
            .sets(new.families()),
    );
}

/// Sets the families, 1.20 to 1.22.
///
/// # Errors
/// Returns the refusal of the API server.
pub(super) fn init_families_validated(
    cx: &mut Context<'_>,
    old: Option<&ServiceSpec>,
    new: &mut ServiceSpec,
) -> Result<(), Refusal> {
    if new.is_external_name() {
        step!(
            cx,
            Step::new("SVC-external-name", Message::new("service-step-external-name")).on("spec.type")
        );
        return Ok(());
    }
    if !cx.api.dual_stack {
        step!(
            cx,
            Step::new("SVC-gate", Message::new("service-step-gate-off")).on(FAMILIES)
        );
        return Ok(());
    }
    if cx.api.prefer_dual_stack_kept && keeps_prefer_dual_stack(old, new) {
        note_kept(cx);
        return Ok(());
    }
    if new.has_policy(policy::SINGLE_STACK) {
        let errors = several_with_single_stack(
            new,
            (
                "must be RequireDualStack or PreferDualStack when multiple 'clusterIPs' are specified",
                "SVB-1",
            ),
            (
                "must be RequireDualStack or PreferDualStack when multiple 'ipFamilies' are specified",
                "SVB-2",
            ),
        );
        cx.check(&errors)?;
    }
    let ips = new.cluster_ips.clone().unwrap_or_default();
    for (i, ip) in ips.iter().enumerate().take_while(|(_, ip)| *ip != HEADLESS) {
        if i < new.families().len() {
            continue;
        }
        let family = if is_ipv6(ip) {
            IpFamily::IPv6
        } else {
            IpFamily::IPv4
        };
        if !cx.cluster.has_family(family) {
            return Err(cx.refuse(&[FieldError::invalid(
                format!("spec.clusterIPs[{i}]"),
                ips_value(new),
                format!("may not use {family} on a cluster which is not configured for it"),
            )
            .checked_by("SVB-3")]));
        }
        infer_family(cx, new, i, family);
    }
    if cx.api.two_families_require_both && new.ip_family_policy.is_none() && new.families().len() == 2 {
        set_policy(
            cx,
            new,
            policy::REQUIRE_DUAL_STACK,
            "SVC-policy",
            "service-step-policy-two-families",
        );
    }
    if new.starts_headless() && !new.has_selector() {
        if new.ip_family_policy.is_none() {
            set_policy(
                cx,
                new,
                policy::REQUIRE_DUAL_STACK,
                "SVC-policy",
                "service-step-policy-headless",
            );
        }
        complete_headless(cx, new);
        return Ok(());
    }
    let mut errors = Vec::new();
    if new.has_policy(policy::REQUIRE_DUAL_STACK) && !cx.cluster.ranges.is_dual_stack() {
        errors.push(
            FieldError::invalid(
                POLICY,
                optional_value(new.ip_family_policy.as_ref()),
                "Cluster is not configured for dual stack services",
            )
            .checked_by("SVB-4"),
        );
    }
    for (i, family) in new
        .families()
        .iter()
        .enumerate()
        .filter(|(_, f)| !cx.cluster.has_family_named(f))
    {
        errors.push(
            FieldError::invalid(
                format!("{FAMILIES}[{i}]"),
                ips_value(new),
                format!("ipfamily {family} is not configured on cluster"),
            )
            .checked_by("SVB-5"),
        );
    }
    cx.check(&errors)?;
    if new.ip_family_policy.is_none() {
        let reason = if new.has_selector() {
            "service-step-policy-single-selector"
        } else {
            "service-step-policy-single-no-selector"
        };
        set_policy(cx, new, policy::SINGLE_STACK, "SVC-policy", reason);
    }
    complete_families(cx, new);
    Ok(())
}

/// Sets the list of addresses with which a client reads a Service that was stored with one address alone
/// (`normalizeClusterIPs`); the answer to a request is read in the same way.
pub(super) fn addresses_on_read(api: &ServiceApi, spec: &mut ServiceSpec) {
    if api.read_defaults != ReadDefaults::None && !spec.cluster_ip.is_empty() && spec.ips().is_empty() {
        spec.cluster_ips = Some(vec![spec.cluster_ip.clone()]);
    }
}

/// Hides what a client does not read, although it may be stored (`defaultOnReadInternalTrafficPolicy`).
pub(super) fn hide_on_read(api: &ServiceApi, spec: &mut ServiceSpec) {
    if spec.is_external_name() && api.external_name_traffic == ExternalNameTraffic::DroppedOnRead {
        spec.hidden_traffic_policy = spec.internal_traffic_policy.take();
    }
}

/// Sets the families with which a client reads a Service that was stored without families.
pub(super) fn default_on_read(api: &ServiceApi, families: &Dual<IpFamily>, spec: &mut ServiceSpec) {
    hide_on_read(api, spec);
    if api.read_defaults == ReadDefaults::None {
        return;
    }
    addresses_on_read(api, spec);
    if !api.dual_stack || !spec.families().is_empty() {
        return;
    }
    if api.read_defaults == ReadDefaults::RequireDualStack && spec.is_external_name() {
        return;
    }
    let primary = *families.primary();
    let set = |spec: &mut ServiceSpec, policy: &str, families: &[IpFamily]| {
        spec.ip_family_policy = Some(policy.to_owned());
        spec.ip_families = Some(families.iter().map(|family| family.as_str().to_owned()).collect());
    };
    let headless = match api.read_defaults {
        ReadDefaults::RequireDualStack => spec.has_headless_ip(),
        ReadDefaults::PreferDualStack | ReadDefaults::None => spec.is_headless(),
    };
    if headless {
        match (api.read_defaults, spec.has_selector(), families.secondary()) {
            (ReadDefaults::RequireDualStack, false, _) => {
                set(spec, policy::REQUIRE_DUAL_STACK, &[primary, primary.other()]);
            }
            (_, false, _) => set(spec, policy::PREFER_DUAL_STACK, &[primary, primary.other()]),
            (ReadDefaults::PreferDualStack, true, Some(secondary)) => {
                set(spec, policy::PREFER_DUAL_STACK, &[primary, *secondary]);
            }
            _ => set(spec, policy::SINGLE_STACK, &[primary]),
        }
        return;
    }
    let of_ips: Vec<IpFamily> = spec
        .ips()
        .iter()
        .map(|ip| {
            if is_ipv6(ip) {
                IpFamily::IPv6
            } else {
                IpFamily::IPv4
            }
        })
        .collect();
    match of_ips.len() {
        0 => {}
        1 => set(spec, policy::SINGLE_STACK, &of_ips),
        _ => set(spec, policy::REQUIRE_DUAL_STACK, &of_ips),
    }
}
