use super::{field, previous, with_old};
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::{Cidr, IpFamily};

declare_rule! {
    /// ## What it checks
    /// The families of a cluster change, and its distribution fixes them when the cluster is created (EKS, K3s,
    /// kind, RKE2).
    /// ## Why
    /// There is no way from one to the other but a new cluster.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [10.42.0.0/16, "fd00:42::/56"]
    /// serviceCIDRs: [10.43.0.0/16, "fd00:43::/112"]
    /// distribution: rke2
    /// ```
    /// ```yaml previous
    /// podCIDRs: [10.42.0.0/16]
    /// serviceCIDRs: [10.43.0.0/16]
    /// distribution: rke2
    /// ```
    rule FamiliesFixed {
        code: "MIG005",
        severity: ERROR,
        needs: PreviousPlan,
        component: Planner,
        stage: Install,
        since: "0.1.0",
        sources: ["rancher/rke2-docs#415", "k3s-io/docs basic-network-options.md", "EKS API CreateCluster ipFamily"],
        fixes: ["keep"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let Some(old) = previous(cx) else { return };
    let spec = &cx.plan.spec;
    let Some(distribution) = spec.distribution.filter(|it| it.row().families_fixed) else {
        return;
    };
    let families = |ranges: &[Cidr]| ranges.iter().map(Cidr::family).collect::<Vec<IpFamily>>();
    let changed = families(&old.pod_cidrs) != families(&spec.pod_cidrs)
        || families(&old.service_cidrs) != families(&spec.service_cidrs);
    if changed {
        let report = out
            .at(&field("podCIDRs"))
            .param("distribution", distribution.title());
        with_old(
            report,
            &[("podCIDRs", &old.pod_cidrs), ("serviceCIDRs", &old.service_cidrs)],
        )
        .file();
    }
}
