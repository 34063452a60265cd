use super::{AWS_TARGET_TYPE, balanced};
use crate::catalog::LoadBalancers;
use crate::lint::FieldChange;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::services::has_family;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;

declare_rule! {
    /// ## What it checks
    /// A Service on AWS has IPv6 among its families, and its load balancer targets instances.
    /// ## Why
    /// Instances are IPv6 targets only with a primary IPv6 address, which nodes do not have as they are usually
    /// made. IPv6 pods can be targets of type `ip` only.
    /// ## Example
    /// ```yaml
    /// provider: aws
    /// ---
    /// apiVersion: v1
    /// kind: Service
    /// metadata:
    ///   name: web
    ///   annotations:
    ///     service.beta.kubernetes.io/aws-load-balancer-ip-address-type: dualstack
    /// spec:
    ///   type: LoadBalancer
    ///   ipFamilyPolicy: PreferDualStack
    ///   ports: [{port: 80}]
    /// ```
    rule AwsInstanceTargets {
        code: "LB006",
        severity: ERROR,
        needs: Services,
        component: CloudProvider,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes-sigs/aws-load-balancer-controller#3572", "amazon-eks-user-guide network-load-balancing.adoc"],
        upstream: ["The following targets cannot be used with this IPv6 target group because of missing primary IPv6 addresses"],
        fixes: ["ip"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for (service, spec) in balanced(cx, LoadBalancers::Aws) {
        if has_family(spec, IpFamily::IPv6) && service.annotation(AWS_TARGET_TYPE) != Some("ip") {
            out.at_service(cx, service, &["metadata", "annotations"])
                .param("name", service.name.clone())
                .fix_service(
                    cx,
                    service,
                    "ip",
                    true,
                    vec![FieldChange::annotate(AWS_TARGET_TYPE, "ip")],
                )
                .file();
        }
    }
}
