use super::version_field;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// A component is started with a gate that its version does not know, or that is locked.
    /// ## Why
    /// `CloudDualStackNodeIPs` is gone after 1.31, `MultiCIDRRangeAllocator` after 1.28. The gate ends the start,
    /// whatever its value.
    /// ## Example
    /// ```text running
    /// kubelet --feature-gates=CloudDualStackNodeIPs=true
    /// ```
    /// ```yaml
    /// kubernetesVersion: "1.33"
    /// ```
    rule UnknownGate {
        code: "VER007",
        severity: ERROR,
        needs: Started,
        component: KubeApiserver,
        stage: Start,
        since: "0.1.0",
        sources: ["kubernetes.io: feature gates (removed)"],
        upstream: [
            "unrecognized feature gate: %s{gate}",
            "cannot set feature gate %s{gate} to %v{value}, feature is locked to %v{locked}",
            "unrecognized feature-gate key: %s{gate}",
            "%s{gate} is not a valid feature name.",
        ],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for check in cx
        .failed_today("GATE-1")
        .filter(|check| !check.text.contains("IPv6DualStack"))
    {
        out.at(&version_field()).failed_check(check).file();
    }
}
