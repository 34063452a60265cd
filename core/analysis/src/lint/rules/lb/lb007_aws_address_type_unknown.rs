use super::{AWS_ADDRESS_TYPE, balanced};
use crate::catalog::LoadBalancers;
use crate::lint::FieldChange;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// A Service asks AWS for a load balancer of another address type than `ipv4` or `dualstack`, an IPv6-only one
    /// for instance.
    /// ## Why
    /// There are no network load balancers with IPv6 alone.
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
    ///     service.beta.kubernetes.io/aws-load-balancer-ip-address-type: ipv6
    /// spec: {type: LoadBalancer, ipFamilies: [IPv6], ipFamilyPolicy: SingleStack, ports: [{port: 80}]}
    /// ```
    rule AwsAddressTypeUnknown {
        code: "LB007",
        severity: ERROR,
        needs: Services,
        component: CloudProvider,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/cloud-provider-aws#1313", "kubernetes/cloud-provider-aws#243", "kubernetes-sigs/aws-load-balancer-controller#4209"],
        fixes: ["dualstack"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for (service, _) in balanced(cx, LoadBalancers::Aws) {
        let Some(asked) = service.annotation(AWS_ADDRESS_TYPE) else {
            continue;
        };
        if !["ipv4", "dualstack"].contains(&asked) {
            out.at_service(cx, service, &["metadata", "annotations", AWS_ADDRESS_TYPE])
                .param("name", service.name.clone())
                .param("type", asked)
                .fix_service(
                    cx,
                    service,
                    "dualstack",
                    false,
                    vec![FieldChange::annotate(AWS_ADDRESS_TYPE, "dualstack")],
                )
                .file();
        }
    }
}
