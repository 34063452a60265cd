use super::{AWS_ADDRESS_TYPE, AWS_SOURCE_NAT, balanced};
use crate::catalog::LoadBalancers;
use crate::lint::FieldChange;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// A Service with a UDP port has a dual-stack network load balancer on AWS without prefixes for IPv6 source
    /// NAT.
    /// ## Why
    /// UDP listeners of dual-stack load balancers need source NAT for IPv6; without it the listener is refused.
    /// ## Example
    /// ```yaml
    /// provider: aws
    /// ---
    /// apiVersion: v1
    /// kind: Service
    /// metadata:
    ///   name: dns
    ///   annotations:
    ///     service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: ip
    ///     service.beta.kubernetes.io/aws-load-balancer-ip-address-type: dualstack
    /// spec:
    ///   type: LoadBalancer
    ///   ipFamilyPolicy: PreferDualStack
    ///   ports: [{port: 53, protocol: UDP}]
    /// ```
    rule AwsUdpOverIpv6 {
        code: "LB008",
        severity: WARNING,
        needs: Services,
        component: CloudProvider,
        stage: Run,
        since: "0.1.0",
        sources: ["aws/aws-cdk#27546", "kubernetes-sigs/aws-load-balancer-controller docs/guide/service/annotations.md"],
        fixes: ["source-nat"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for (service, spec) in balanced(cx, LoadBalancers::Aws) {
        let dual = service.annotation(AWS_ADDRESS_TYPE) == Some("dualstack");
        let translated = service.annotation(AWS_SOURCE_NAT) == Some("on");
        if dual && !translated && spec.port_list().iter().any(|port| port.protocol == "UDP") {
            out.at_service(cx, service, &["spec", "ports"])
                .param("name", service.name.clone())
                .fix_service(
                    cx,
                    service,
                    "source-nat",
                    false,
                    vec![FieldChange::annotate(AWS_SOURCE_NAT, "on")],
                )
                .file();
        }
    }
}
