//! SVC: Service policy, families, headless and ExternalName Services, immutability.

use serde_json::Value as Json;

use crate::admission::{Cause, HEADLESS, ServiceSpec};
use crate::lint::services::one_of_each;
use crate::lint::{FieldChange, LintContext, Reporter, RuleMeta};
use crate::net::IpFamily;
use crate::net::lenient::family_of;
use crate::services::ServiceReport;

super::rules! {
    svc001_requires_dual_stack,
    svc002_family_not_configured,
    svc003_several_families_without_policy,
    svc004_silently_single_stack,
    svc005_prefer_dual_stack_not_upgraded,
    svc006_primary_changed,
    svc007_secondary_released,
    svc008_address_order_differs,
    svc009_address_list_shape,
    svc010_external_name_with_families,
    svc011_headless_without_selector,
    svc012_headless_single_stack,
    svc013_address_taken,
    svc014_address_outside_range,
    svc016_listens_on_ipv4_only,
    svc017_hard_coded_families,
    svc018_service_cidr_object,
    svc019_unknown_name,
    svc020_headless_exposed,
    svc021_field_of_another_type,
    svc022_held_impossible,
    svc023_unknown_field,
    svc024_field_form,
    svc025_metadata_form,
    svc026_same_name,
    svc100_service_refused,
    svc101_update_refused,
}

/// Returns the families of the cluster if it is dual-stack.
fn dual_stack(cx: &LintContext<'_>) -> Option<(IpFamily, IpFamily)> {
    let services = cx.plan.spec.services()?;
    Some((services.primary_family(), services.secondary()?.family()))
}

/// The changes that leave the choice of addresses to the API server.
fn automatic(_: &ServiceReport) -> Vec<FieldChange> {
    ["clusterIP", "clusterIPs"]
        .into_iter()
        .map(FieldChange::remove)
        .collect()
}

/// The changes that keep families and addresses of the cluster's own families only.
fn configured_only(cx: &LintContext<'_>, service: &ServiceReport) -> Vec<FieldChange> {
    let Some(ranges) = cx.plan.spec.services() else {
        return Vec::new();
    };
    let keep = |field: &'static str, family: fn(&str) -> Option<IpFamily>| -> Option<FieldChange> {
        let list = service.sent_list(field);
        let kept: Vec<&str> = list
            .iter()
            .copied()
            .filter(|entry| {
                *entry == HEADLESS || family(entry).is_some_and(|family| ranges.of(family).is_some())
            })
            .collect();
        (kept.len() < list.len()).then(|| match kept.as_slice() {
            [] => FieldChange::remove(field),
            _ => FieldChange::set(field, kept),
        })
    };
    let text = |field: &str| service.sent_spec(field).and_then(Json::as_str);
    let absent = |family: Option<IpFamily>| family.is_some_and(|family| ranges.of(family).is_none());
    let mut changes: Vec<FieldChange> = [keep("ipFamilies", IpFamily::named), keep("clusterIPs", family_of)]
        .into_iter()
        .flatten()
        .collect();
    if absent(text("ipFamily").and_then(IpFamily::named)) {
        changes.push(FieldChange::remove("ipFamily"));
    }
    if absent(text("clusterIP").and_then(family_of)) {
        let first = service
            .sent_list("clusterIPs")
            .into_iter()
            .find(|ip| !absent(family_of(ip)));
        changes.push(match first {
            Some(first) => FieldChange::set("clusterIP", first),
            None => FieldChange::remove("clusterIP"),
        });
    }
    if text("ipFamilyPolicy") == Some("RequireDualStack") && !ranges.is_dual_stack() {
        changes.push(FieldChange::set("ipFamilyPolicy", "PreferDualStack"));
    }
    changes
}

/// The changes that make the lists of families and addresses well formed.
fn tidy_lists(service: &ServiceReport) -> Vec<FieldChange> {
    let families = one_of_each(&service.sent_list("ipFamilies"), |name| IpFamily::named(name));
    let ips = service.sent_list("clusterIPs");
    let single = service.sent_spec("clusterIP").and_then(Json::as_str);
    let mut changes = Vec::new();
    if !families.is_empty() {
        changes.push(FieldChange::set("ipFamilies", families));
    }
    if ips.first() == Some(&HEADLESS) || single == Some(HEADLESS) {
        changes.push(FieldChange::set("clusterIP", HEADLESS));
        changes.push(FieldChange::set("clusterIPs", vec![HEADLESS]));
        return changes;
    }
    let ips = one_of_each(&ips, |ip| family_of(ip));
    if let Some(first) = ips.first() {
        changes.push(FieldChange::set("clusterIP", *first));
        changes.push(FieldChange::set("clusterIPs", ips));
    }
    changes
}

/// Reports a Service that requests no family and gets only one, and offers to set the policy.
fn silently_single(
    out: &mut Reporter<'_>,
    cx: &LintContext<'_>,
    service: &ServiceReport,
    stored: &ServiceSpec,
    secondary: IpFamily,
) {
    let asked = ["ipFamilyPolicy", "ipFamilies", "clusterIPs"]
        .iter()
        .any(|field| service.sent_spec(field).is_some());
    let [family] = stored.families() else { return };
    if asked {
        return;
    }
    let policy = |policy: &str| vec![FieldChange::set("ipFamilyPolicy", policy)];
    out.at_service(cx, service, &["spec"])
        .param("name", service.name.clone())
        .param("family", family.clone())
        .param("other", secondary)
        .fix_service(cx, service, "prefer", true, policy("PreferDualStack"))
        .fix_service(cx, service, "say-so", true, policy("SingleStack"))
        .file();
}

/// Returns the causes that a rule covers for which a Service of this file is accepted as a new one, but refused as a
/// change of the one in the older file.
fn update_causes<'a>(
    cx: &'a LintContext<'a>,
    meta: &'static RuleMeta,
) -> impl Iterator<Item = (&'a ServiceReport, Cause, &'a ServiceReport)> {
    cx.services
        .iter()
        .filter(|service| service.stored().is_some())
        .filter_map(|service| {
            let admission = cx.applied_over(service)?;
            let causes = admission.refused()?.causes.clone();
            Some((service, causes, cx.counterpart(service)?))
        })
        .flat_map(move |(service, causes, before)| {
            causes
                .into_iter()
                .filter(move |cause| meta.covers.contains(&cause.rule()))
                .map(move |cause| (service, cause, before))
        })
}

/// Reports a change that is refused, and offers the values of the older file for these fields.
fn restore(
    out: &mut Reporter<'_>,
    cx: &LintContext<'_>,
    service: &ServiceReport,
    cause: &Cause,
    before: &ServiceReport,
    fields: &[&'static str],
) {
    let accepted = |changes: &[FieldChange]| {
        cx.applied_with(service, changes)
            .is_some_and(|admission| admission.stored().is_some())
    };
    let changes = fields
        .iter()
        .map(|field| match before.sent_spec(field) {
            Some(value) => FieldChange::set(field, value.clone()),
            None => FieldChange::remove(field),
        })
        .collect();
    out.at_service(cx, service, &crate::lint::services::field_of(cause))
        .param("name", service.name.clone())
        .upstream(cause.text())
        .fix_service_if(cx, service, "keep", false, changes, accepted)
        .file();
}
