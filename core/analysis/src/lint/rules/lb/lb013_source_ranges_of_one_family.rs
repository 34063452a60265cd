use super::{families, single};
use crate::lint::FieldChange;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;
use crate::net::lenient::family_of_range;

declare_rule! {
    /// ## What it checks
    /// A dual-stack Service restricts its sources in one family only.
    /// ## Why
    /// kube-proxy filters the list by family, and a family without ranges is open to everybody. Some clouds do the
    /// opposite and let nobody in.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec:
    ///   type: LoadBalancer
    ///   ipFamilyPolicy: PreferDualStack
    ///   loadBalancerSourceRanges: [198.51.100.0/24]
    ///   ports: [{port: 80}]
    /// ```
    rule SourceRangesOfOneFamily {
        code: "LB013",
        severity: WARNING,
        needs: Services,
        component: KubeProxy,
        stage: Run,
        since: "0.1.0",
        sources: ["pkg/proxy/serviceport.go", "kubernetes/kubernetes#33035"],
        fixes: ["single", "open"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for service in cx.services {
        let Some(has) = service.load_balanced().map(families).filter(|has| has.len() == 2) else {
            continue;
        };
        let ranges = service.sent_list("loadBalancerSourceRanges");
        let of: Vec<IpFamily> = ranges
            .iter()
            .filter_map(|range| family_of_range(range.trim()))
            .collect();
        let Some(missing) = has
            .into_iter()
            .find(|family| !of.contains(family))
            .filter(|_| !of.is_empty())
        else {
            continue;
        };
        let any = match missing {
            IpFamily::IPv4 => "0.0.0.0/0",
            IpFamily::IPv6 => "::/0",
        };
        let open: Vec<&str> = ranges.iter().copied().chain([any]).collect();
        out.at_service(cx, service, &["spec", "loadBalancerSourceRanges"])
            .param("name", service.name.clone())
            .param("family", missing)
            .fix_service(cx, service, "single", false, single(missing.other()))
            .fix_service(
                cx,
                service,
                "open",
                false,
                vec![FieldChange::set("loadBalancerSourceRanges", open)],
            )
            .file();
    }
}
