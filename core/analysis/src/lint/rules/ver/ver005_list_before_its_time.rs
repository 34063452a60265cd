use super::field;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// Two ranges are given to a component that reads one in this version, or only with a gate that is off.
    /// ## Why
    /// The comma is taken for a part of the range, and nothing can be read from it; or the second range is refused.
    /// ## Example
    /// ```yaml
    /// kubernetesVersion: "1.16"
    /// podCIDRs: [10.244.0.0/16, "fd00:10:244::/56"]
    /// serviceCIDRs: [10.96.0.0/16, "fd00:10:96::/112"]
    /// distribution: kubeadm
    /// ```
    rule ListBeforeItsTime {
        code: "VER005",
        severity: ERROR,
        needs: Plan,
        component: Kubeadm,
        stage: Install,
        since: "0.1.0",
        sources: ["kubernetes/kubeadm#1828", "cmd/kubeadm/app/apis/kubeadm/validation/validation.go"],
        covers: ["KA-1", "KA-2b", "KA-3", "KCM-2", "KCM-5", "KAS-4"],
        upstream: [
            "couldn't parse subnet",
            "only one CIDR allowed for single-stack networking",
            "len of ClusterCIDRs==%v{count} and dualstack feature is not enabled",
            "len of ClusterCIDRs==%v{count} and dualstack or EndpointSlice feature is not enabled",
            "secondary service cidr is provided and IPv6DualStack feature is not enabled",
            "secondary service cluster-ip range(--service-cluster-ip-range[1]) can only be used if IPv6DualStack %sfeature is enabled",
            "--secondary-service-cluster-ip-range can only be used if IPv6DualStack feature is enabled",
            "must be a valid CIDR block",
            "invalid CIDR address: %s{ranges}",
        ],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for id in ["KA-1", "KA-2b", "KA-3", "KCM-2", "KCM-5", "KAS-4"] {
        let planned = cx
            .failed_checks
            .iter()
            .filter(|check| check.id == id && check.field.ranges(&cx.plan.spec).len() > 1);
        for (variant, check) in planned
            .map(|check| (None, check))
            .chain(cx.failed_today(id).map(|check| (Some("started"), check)))
        {
            let report = out.at(&field(check.field.as_str())).failed_check(check);
            match variant {
                Some(variant) => report.variant(variant),
                None => report,
            }
            .file();
        }
    }
}
