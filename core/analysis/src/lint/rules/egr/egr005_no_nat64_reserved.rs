use crate::diagnostic::Pointer;
use crate::lint::meta::INFO;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;
use crate::net::special::{self, Purpose};

declare_rule! {
    /// ## What it checks
    /// Pods have IPv6 alone, and no network is set aside for NAT64.
    /// ## Why
    /// IPv6-only pods reach the IPv4 Internet through NAT64 and DNS64, usually under `64:ff9b::/96`. Writing it
    /// down keeps everybody from using it for something else.
    /// ## Example
    /// ```yaml
    /// podCIDRs: ["fd00:10:244::/56"]
    /// serviceCIDRs: ["fd00:10:96::/112"]
    /// ```
    rule NoNat64Reserved {
        code: "EGR005",
        severity: INFO,
        needs: Plan,
        component: Planner,
        stage: Run,
        since: "0.1.0",
        sources: ["cilium/cilium#13891", "aws/containers-roadmap#835", "RFC 6052"],
        fixes: ["reserve"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let spec = &cx.plan.spec;
    let Some(pods) = spec
        .pods()
        .filter(|pods| !pods.is_dual_stack() && pods.primary_family() == IpFamily::IPv6)
    else {
        return;
    };
    let translation = |cidr: &crate::net::Cidr| {
        special::containing(cidr).is_some_and(|block| block.purpose == Purpose::Translation)
    };
    if spec.reserved.iter().any(|reserved| translation(&reserved.cidr)) {
        return;
    }
    let entry = serde_json::json!({"name": "nat64", "cidr": "64:ff9b::/96"});
    let place = Pointer::root().key("spec").key("reserved");
    let patch = if spec.reserved.is_empty() {
        cx.set(&place, serde_json::json!([entry]))
    } else {
        vec![crate::diagnostic::PatchOperation::Add {
            path: place.key("-"),
            value: entry,
        }]
    };
    out.at(&Pointer::root().key("spec").key("podCIDRs"))
        .param("range", *pods.primary())
        .fix("reserve", [], false, patch)
        .file();
}
