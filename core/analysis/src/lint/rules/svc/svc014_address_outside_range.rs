use super::automatic;
use crate::lint::FieldChange;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// A Service asks for a cluster IP that no Service can have: one outside the Service ranges, or the network or
    /// broadcast address of one.
    /// ## Why
    /// The API server refuses the Service. Addresses of an older plan left in manifests are the usual cause.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec:
    ///   clusterIP: 10.43.0.50
    ///   ports: [{port: 80}]
    /// ```
    rule AddressOutsideRange {
        code: "SVC014",
        severity: ERROR,
        needs: Services,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["pkg/registry/core/service/ipallocator", "kubernetes/website#23228"],
        covers: ["SVC-50", "SVB-8", "SVA-range"],
        upstream: [
            "Invalid value: %q{address}: provided IP is not in the valid range. The range of valid IPs is %s{range}",
            "failed to allocate IP %s{address}: the provided network does not match the current range",
        ],
        fixes: ["automatic", "static"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for refused in cx.refused_for(&RULE.meta) {
        let service = refused.service;
        let family = cx.plan.spec.services().map(|services| services.primary_family());
        let free = family.and_then(|family| cx.static_address(service, family));
        let changes = match free {
            Some(free) if service.sent_list("clusterIPs").is_empty() => {
                vec![FieldChange::set("clusterIP", free.to_string())]
            }
            _ => Vec::new(),
        };
        refused
            .report(out, cx)
            .fix_service(cx, service, "automatic", false, automatic(service))
            .fix_service(cx, service, "static", false, changes)
            .file();
    }
}
