use super::{families, pools, pools_for, single};
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// A Service has a family of which no MetalLB pool it may use has addresses.
    /// ## Why
    /// MetalLB gives a Service all of its families or nothing; the Service stays pending, with `PreferDualStack`
    /// too.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec:
    ///   type: LoadBalancer
    ///   ipFamilyPolicy: PreferDualStack
    ///   ports: [{port: 80}]
    /// ---
    /// apiVersion: metallb.io/v1beta1
    /// kind: IPAddressPool
    /// metadata: {name: lan}
    /// spec: {addresses: [192.168.1.240-192.168.1.250]}
    /// ```
    rule PoolLacksFamily {
        code: "LB002",
        severity: ERROR,
        needs: Manifests,
        component: CloudProvider,
        stage: Run,
        since: "0.1.0",
        sources: ["metallb/metallb#1339", "metallb/metallb#2482", "metallb/metallb#1589", "metallb/metallb#1776"],
        reads: ["IPAddressPool"],
        upstream: ["no available IPs"],
        fixes: ["single"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let pools = pools(cx);
    for service in cx.services {
        let Some(wanted) = service.load_balanced().map(families) else {
            continue;
        };
        let usable = pools_for(&pools, service);
        if usable.is_empty() {
            continue;
        }
        let has = |family| usable.iter().any(|pool| pool.families.contains(family));
        for missing in wanted.iter().filter(|family| !has(family)) {
            let left = wanted.iter().find(|family| has(family));
            let changes = left.map(|family| single(*family)).unwrap_or_default();
            out.at_service(cx, service, &["spec"])
                .param("name", service.name.clone())
                .param("family", *missing)
                .upstream("no available IPs")
                .fix_service(cx, service, "single", false, changes)
                .file();
        }
    }
}
