use super::balanced;
use crate::catalog::LoadBalancers;
use crate::lint::FieldChange;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::services::has_family;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;

declare_rule! {
    /// ## What it checks
    /// A Service with an IPv6 load balancer on Azure has not `externalTrafficPolicy: Local`.
    /// ## Why
    /// On Azure Linux node pools the IPv6 frontend is reachable only with `Local`. Other node pools do not need it.
    /// ## Example
    /// ```yaml
    /// distribution: aks
    /// ---
    /// apiVersion: v1
    /// kind: Service
    /// metadata: {name: web}
    /// spec:
    ///   type: LoadBalancer
    ///   ipFamilyPolicy: PreferDualStack
    ///   ports: [{port: 80}]
    /// ```
    rule AzureTrafficPolicy {
        code: "LB010",
        severity: WARNING,
        needs: Services,
        component: CloudProvider,
        stage: Run,
        since: "0.1.0",
        sources: ["azure-aks-docs configure-dual-stack.md", "MicrosoftDocs/azure-aks-docs#234"],
        fixes: ["local"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for (service, spec) in balanced(cx, LoadBalancers::Azure) {
        if has_family(spec, IpFamily::IPv6) && spec.external_traffic_policy != "Local" {
            out.at_service(cx, service, &["spec", "externalTrafficPolicy"])
                .param("name", service.name.clone())
                .fix_service(
                    cx,
                    service,
                    "local",
                    false,
                    vec![FieldChange::set("externalTrafficPolicy", "Local")],
                )
                .file();
        }
    }
}
