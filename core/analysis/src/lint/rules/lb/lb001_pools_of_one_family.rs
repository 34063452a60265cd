use super::{families, pools, pools_for};
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// A Service wants both families, and MetalLB has pools of each family, but none with both.
    /// ## Why
    /// MetalLB takes both addresses of a Service from one pool. With one pool a family the Service stays pending.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec: {type: LoadBalancer, ipFamilyPolicy: PreferDualStack, ports: [{port: 80}]}
    /// ---
    /// apiVersion: metallb.io/v1beta1
    /// kind: IPAddressPool
    /// metadata: {name: v4}
    /// spec: {addresses: [192.168.1.240-192.168.1.250]}
    /// ---
    /// apiVersion: metallb.io/v1beta1
    /// kind: IPAddressPool
    /// metadata: {name: v6}
    /// spec: {addresses: ["fd00:192:168:1::f0-fd00:192:168:1::ff"]}
    /// ```
    rule PoolsOfOneFamily {
        code: "LB001",
        severity: ERROR,
        needs: Manifests,
        component: CloudProvider,
        stage: Run,
        since: "0.1.0",
        sources: ["metallb/metallb#1156", "metallb/metallb controller/service.go"],
        reads: ["IPAddressPool"],
        upstream: ["no available IPs"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let pools = pools(cx);
    for service in cx.services {
        let Some(wanted) = service
            .load_balanced()
            .map(families)
            .filter(|wanted| wanted.len() == 2)
        else {
            continue;
        };
        let usable = pools_for(&pools, service);
        let has = |family| usable.iter().any(|pool| pool.families.contains(family));
        let together = usable
            .iter()
            .any(|pool| wanted.iter().all(|family| pool.families.contains(family)));
        if wanted.iter().all(has) && !together {
            out.at_service(cx, service, &["spec", "ipFamilyPolicy"])
                .param("name", service.name.clone())
                .upstream("no available IPs")
                .file();
        }
    }
}
