use super::{balanced, families};
use crate::catalog::LoadBalancers;
use crate::lint::FieldChange;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;
use crate::services::ServiceReport;

declare_rule! {
    /// ## What it checks
    /// A Service on Azure asks for an IPv6 address at a load balancer that has no IPv4 address.
    /// ## Why
    /// A load balancer of Azure needs an IPv4 frontend before it may have an IPv6 one. Services share it, so another
    /// Service with IPv4 is enough, as is AKS' own frontend for the way out; the internal load balancer is one of its
    /// own.
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
        sources: ["kubernetes-sigs/cloud-provider-azure#1831", "Azure/AKS#2919", "azure-aks-docs configure-dual-stack.md"],
        upstream: ["AtleastOneIpV4RequiredForIpV6LbFrontendIpConfiguration"],
        fixes: ["both"],
        check: check,
    }
}

const INTERNAL: &str = "/metadata/annotations/service.beta.kubernetes.io~1azure-load-balancer-internal";

fn is_internal(service: &ServiceReport) -> bool {
    let annotation = service.sent.pointer(INTERNAL);
    annotation.and_then(|value| value.as_str()) == Some("true")
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let outbound = cx
        .plan
        .spec
        .distribution
        .is_some_and(|it| it.row().outbound_ipv4_frontend);
    let mut ipv4_at = [outbound, false];
    for (service, spec) in balanced(cx, LoadBalancers::Azure) {
        if let Some(has) = ipv4_at.get_mut(usize::from(is_internal(service))) {
            *has |= families(spec).contains(&IpFamily::IPv4);
        }
    }
    for (service, spec) in balanced(cx, LoadBalancers::Azure) {
        let has_ipv4 = ipv4_at.get(usize::from(is_internal(service))) == Some(&true);
        if families(spec) == [IpFamily::IPv6] && !has_ipv4 {
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
