use super::{families, load_balancers};
use crate::catalog::LoadBalancers;
use crate::diagnostic::Severity;
use crate::lint::FieldChange;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::lenient::family_of_range;

declare_rule! {
    /// ## What it checks
    /// `loadBalancerSourceRanges` has a range of a family that the Service does not have. An error on clouds, which
    /// refuse it; kube-proxy alone drops it.
    /// ## Why
    /// The API server takes source ranges of any family. Clouds send them on as they are, and then no load balancer
    /// comes up.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec:
    ///   type: LoadBalancer
    ///   ipFamilyPolicy: SingleStack
    ///   loadBalancerSourceRanges: [198.51.100.0/24, "2001:db8::/32"]
    ///   ports: [{port: 80}]
    /// ```
    rule SourceRangeOfAbsentFamily {
        code: "LB012",
        severity: WARNING,
        needs: Services,
        component: CloudProvider,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#33035", "kubernetes/kubernetes#67551", "kubernetes/ingress-nginx#2944", "kubernetes/cloud-provider-aws#224", "envoyproxy/gateway#9048", "kubernetes/ingress-gce#1903"],
        upstream: [
            "CIDR block %s{range} is malformed",
            "%s{range} in loadBalancerSourceRanges has incorrect IP version",
            "host/network %s{address} not found",
        ],
        fixes: ["remove"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let refused = load_balancers(cx) != LoadBalancers::Installed;
    for service in cx.services {
        let Some(spec) = service.load_balanced() else {
            continue;
        };
        let has = families(spec);
        let ranges = service.sent_list("loadBalancerSourceRanges");
        let fits = |range: &str| family_of_range(range.trim()).is_none_or(|family| has.contains(&family));
        for (i, range) in ranges.iter().enumerate().filter(|(_, range)| !fits(range)) {
            let left: Vec<&str> = ranges.iter().copied().filter(|range| fits(range)).collect();
            let index = i.to_string();
            let mut report = out
                .at_service(cx, service, &["spec", "loadBalancerSourceRanges", &index])
                .param("name", service.name.clone())
                .param("range", *range);
            if refused {
                report = report.severity(Severity::Error);
            }
            // An empty list would admit every address.
            if !left.is_empty() {
                report
                    .fix_service(
                        cx,
                        service,
                        "remove",
                        false,
                        vec![FieldChange::set("loadBalancerSourceRanges", left)],
                    )
                    .file();
            }
        }
    }
}
