use super::{balanced, families};
use crate::catalog::LoadBalancers;
use crate::lint::FieldChange;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;

declare_rule! {
    /// ## What it checks
    /// A Service on Azure asks for a load balancer with IPv6 alone.
    /// ## Why
    /// A load balancer of Azure needs an IPv4 frontend before it may have an IPv6 one.
    /// ## Example
    /// ```yaml
    /// provider: azure
    /// ---
    /// apiVersion: v1
    /// kind: Service
    /// metadata: {name: web}
    /// spec:
    ///   type: LoadBalancer
    ///   externalTrafficPolicy: Local
    ///   ipFamilyPolicy: SingleStack
    ///   ipFamilies: [IPv6]
    ///   ports: [{port: 80}]
    /// ```
    rule AzureIpv6Only {
        code: "LB009",
        severity: ERROR,
        needs: Services,
        component: CloudProvider,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes-sigs/cloud-provider-azure#1831"],
        upstream: ["AtleastOneIpV4RequiredForIpV6LbFrontendIpConfiguration"],
        fixes: ["both"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for (service, spec) in balanced(cx, LoadBalancers::Azure) {
        if families(spec) == [IpFamily::IPv6] {
            let both = vec![
                FieldChange::set("ipFamilyPolicy", "RequireDualStack"),
                FieldChange::set("ipFamilies", vec!["IPv4", "IPv6"]),
            ];
            out.at_service(cx, service, &["spec", "ipFamilies"])
                .param("name", service.name.clone())
                .upstream("AtleastOneIpV4RequiredForIpV6LbFrontendIpConfiguration")
                .fix_service(cx, service, "both", false, both)
                .file();
        }
    }
}
