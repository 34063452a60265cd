//! k0s (pkg/apis/k0s/v1beta1/network.go, docs/dual-stack.md, docs/ipv6-single-stack.md).

use super::Tool;
use super::lists::{Lists, families_differ, has_both, malformed, message, of_family, refuses, unavailable};
use crate::diagnostic::Diagnostic;
use crate::go::field_error::{FieldError, FieldValue};
use crate::net::IpFamily;

/// Returns what k0s refuses.
pub(super) fn check(cx: &Tool<'_>) -> Vec<Diagnostic> {
    malformed(cx)
        .or_else(|| families_differ(cx, families_text(cx)))
        .or_else(|| unavailable(cx, true, cx.profile.installers.k0s_ipv6_only))
        .or_else(|| single_stack_plugin(cx))
        .or_else(|| service_range(cx))
        .into_iter()
        .collect()
}

/// The one prefix length of an IPv6 Service range that every k0s takes: longer ones are refused in IPv6-only
/// clusters, shorter ones in the others.
const SERVICE_PREFIX_IPV6: u8 = 108;

fn dual(cx: &Tool<'_>) -> bool {
    has_both(&cx.plan.spec.pod_cidrs)
}

/// Returns `network.provider`. Plugins that k0s does not include are `custom`.
pub fn provider(cx: &Tool<'_>) -> &'static str {
    let kube_router = cx.profile.installers.k0s_kube_router_dual_stack || !dual(cx);
    match cx.plan.spec.cni.map(|cni| cni.id()) {
        Some("calico") => "calico",
        Some("kube-router") => "kuberouter",
        None if kube_router => "kuberouter",
        None => "calico",
        Some(_) => "custom",
    }
}

/// Returns the finding about an IPv6 Service range that k0s refuses.
fn service_range(cx: &Tool<'_>) -> Option<Diagnostic> {
    let spec = &cx.plan.spec;
    let range = of_family(&spec.service_cidrs, IpFamily::IPv6)?;
    let (code, field, fits) = if Lists::is_ipv6_only(&spec.pod_cidrs) {
        ("EXP030", "serviceCIDR", range.prefix_len() == SERVICE_PREFIX_IPV6)
    } else {
        (
            "EXP024",
            "dualStack.IPv6serviceCIDR",
            range.prefix_len() >= SERVICE_PREFIX_IPV6,
        )
    };
    // In IPv6-only clusters k0s refuses the longer prefixes, and kube-apiserver the shorter ones.
    let own_text = code == "EXP024" || range.prefix_len() > SERVICE_PREFIX_IPV6;
    let error = FieldError::invalid(
        field,
        FieldValue::Text(range.to_string()),
        "IPv6 service CIDR prefix must be <= 108",
    );
    let upstream = own_text.then(|| error.message(cx.profile.value_syntax));
    let message = message(code, cx)
        .with("range", range)
        .with("limit", SERVICE_PREFIX_IPV6);
    (!fits).then(|| refuses(code, "serviceCIDRs", message, upstream))
}

fn families_text(cx: &Tool<'_>) -> Option<String> {
    let spec = &cx.plan.spec;
    let (Some(pods), None, None) = (
        spec.pod_cidrs.first(),
        spec.pod_cidrs.get(1),
        spec.service_cidrs.get(1),
    ) else {
        return None;
    };
    let error = FieldError::invalid(
        "podCIDR",
        FieldValue::Text(pods.to_string()),
        "podCIDR and serviceCIDR must be both IPv4 or IPv6",
    );
    Some(error.message(cx.profile.value_syntax))
}

/// Returns the finding about kube-router in a version whose documentation covers Calico only.
fn single_stack_plugin(cx: &Tool<'_>) -> Option<Diagnostic> {
    let kube_router = provider(cx) == "kuberouter" && !cx.profile.installers.k0s_kube_router_dual_stack;
    (dual(cx) && kube_router).then(|| refuses("EXP031", "cni", message("EXP031.k0s", cx), None))
}
