use super::balanced;
use crate::catalog::LoadBalancers;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::services::has_family;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;

declare_rule! {
    /// ## What it checks
    /// A Service on OpenStack has a load balancer with IPv6 among its families.
    /// ## Why
    /// Versions of the provider exist that ask Octavia for an IPv4 address whatever the families of the Service
    /// are. Whether yours is one of them is not part of a plan, so this is a warning.
    /// ## Example
    /// ```yaml
    /// provider: openstack
    /// ---
    /// apiVersion: v1
    /// kind: Service
    /// metadata: {name: web}
    /// spec: {type: LoadBalancer, ipFamilyPolicy: PreferDualStack, ports: [{port: 80}]}
    /// ```
    rule OctaviaIpv6 {
        code: "LB011",
        severity: WARNING,
        needs: Services,
        component: CloudProvider,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/cloud-provider-openstack#2333"],
        fixes: ["single"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for (service, spec) in balanced(cx, LoadBalancers::Octavia) {
        if has_family(spec, IpFamily::IPv6) {
            out.at_service(cx, service, &["spec", "type"])
                .param("name", service.name.clone())
                .fix_service(cx, service, "single", false, super::single(IpFamily::IPv4))
                .file();
        }
    }
}
