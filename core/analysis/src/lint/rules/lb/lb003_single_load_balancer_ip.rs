use super::{families, load_balancers, single};
use crate::catalog::LoadBalancers;
use crate::diagnostic::Severity;
use crate::lint::FieldChange;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::lenient::family_of;

declare_rule! {
    /// ## What it checks
    /// A Service with a load balancer has `loadBalancerIP` and two families, or one family that is not the
    /// address's. An error with MetalLB, which refuses; what other implementations do is theirs.
    /// ## Why
    /// The field holds one address. Implementations have annotations for two.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec:
    ///   type: LoadBalancer
    ///   ipFamilyPolicy: PreferDualStack
    ///   loadBalancerIP: 192.168.1.240
    ///   ports: [{port: 80}]
    /// ```
    rule SingleLoadBalancerIp {
        code: "LB003",
        severity: WARNING,
        needs: Services,
        component: CloudProvider,
        stage: Run,
        since: "0.1.0",
        sources: ["MoJo2600/pihole-kubernetes#228", "metallb/metallb#698", "kubernetes/enhancements#1992", "kubernetes-sigs/cloud-provider-azure pkg/consts/consts.go"],
        reads: ["IPAddressPool"],
        upstream: ["requested loadBalancer IP(s) %s{addresses} does not match the ipFamily of the service"],
        fixes: ["annotation", "single"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let metallb = cx.objects(&["IPAddressPool"]).next().is_some();
    for service in cx.services {
        let Some(spec) = service.load_balanced() else {
            continue;
        };
        let Some(family) = family_of(&spec.load_balancer_ip) else {
            continue;
        };
        let has = families(spec);
        if has == [family] {
            continue;
        }
        let mut report = out
            .at_service(cx, service, &["spec", "loadBalancerIP"])
            .param("name", service.name.clone())
            .param("address", spec.load_balancer_ip.clone())
            .param("family", family);
        if !has.contains(&family) {
            report = report.variant("family");
        }
        if metallb {
            report = report.severity(Severity::Error).upstream(format!(
                "requested loadBalancer IP(s) [{:?}] does not match the ipFamily of the service",
                spec.load_balancer_ip
            ));
        }
        if load_balancers(cx) == LoadBalancers::Azure {
            let annotation = match family {
                crate::net::IpFamily::IPv4 => "service.beta.kubernetes.io/azure-load-balancer-ipv4",
                crate::net::IpFamily::IPv6 => "service.beta.kubernetes.io/azure-load-balancer-ipv6",
            };
            let moved = vec![
                FieldChange::annotate(annotation, &spec.load_balancer_ip),
                FieldChange::remove("loadBalancerIP"),
            ];
            report = report.fix_service(cx, service, "annotation", false, moved);
        }
        report
            .fix_service(cx, service, "single", false, single(family))
            .file();
    }
}
