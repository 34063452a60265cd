use super::{AWS_ADDRESS_TYPE, balanced};
use crate::catalog::LoadBalancers;
use crate::lint::FieldChange;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::services::has_family;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;

declare_rule! {
    /// ## What it checks
    /// A Service on AWS has IPv6 among its families, and its load balancer is not asked to be dual-stack.
    /// ## Why
    /// A load balancer is IPv4 unless the annotation says otherwise, and an IPv4 one takes no IPv6 targets.
    /// ## Example
    /// ```yaml
    /// provider: aws
    /// ---
    /// apiVersion: v1
    /// kind: Service
    /// metadata:
    ///   name: web
    ///   annotations:
    ///     service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: ip
    /// spec:
    ///   type: LoadBalancer
    ///   ipFamilyPolicy: PreferDualStack
    ///   ports: [{port: 80}]
    /// ```
    rule AwsAddressTypeMissing {
        code: "LB004",
        severity: ERROR,
        needs: Services,
        component: CloudProvider,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes-sigs/aws-load-balancer-controller#2668", "kubernetes-sigs/aws-load-balancer-controller#3572", "zalando-incubator/kube-ingress-aws-controller#752"],
        upstream: [
            "unsupported IPv6 configuration, lb not dual-stack",
            "You cannot associate an IPv6 target group with a load balancer that has an 'ipv4' IP address type",
        ],
        fixes: ["dualstack", "single"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for (service, spec) in balanced(cx, LoadBalancers::Aws) {
        let asked = service.annotation(AWS_ADDRESS_TYPE).unwrap_or("ipv4");
        if has_family(spec, IpFamily::IPv6) && asked == "ipv4" {
            out.at_service(cx, service, &["metadata", "annotations"])
                .param("name", service.name.clone())
                .upstream("unsupported IPv6 configuration, lb not dual-stack")
                .fix_service(
                    cx,
                    service,
                    "dualstack",
                    true,
                    vec![FieldChange::annotate(AWS_ADDRESS_TYPE, "dualstack")],
                )
                .fix_service(cx, service, "single", false, super::single(IpFamily::IPv4))
                .file();
        }
    }
}
