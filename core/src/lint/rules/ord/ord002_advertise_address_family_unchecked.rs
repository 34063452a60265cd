use crate::lint::rule::{self, WARNING};
use crate::lint::{LintContext, Reporter, Rule, RuleMeta};

rule::declare_rule! {
    /// ## What it checks
    /// Up to 1.23: the first Service range and the API server's advertise address are of different families.
    /// ## Why
    /// kube-apiserver starts, but the `kubernetes` Service has an address of one family and endpoints of the other, so it
    /// never answers.
    /// ## Example
    /// ```yaml
    /// kubernetesVersion: "1.22"
    /// serviceCIDRs: ["fd00:10:96::/112", 10.96.0.0/16]
    /// advertiseAddress: 192.168.1.11
    /// ```
    pub struct AdvertiseAddressFamilyUnchecked {
        code: "ORD002",
        severity: WARNING,
        needs: Plan,
        component: KubeApiserver,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#88069", "kubernetes/kubernetes#89610"],
        minors: (16, 23),
    }
}

impl Rule for AdvertiseAddressFamilyUnchecked {
    fn meta(&self) -> &'static RuleMeta {
        Self::META
    }

    fn check(&self, cx: &LintContext<'_>, out: &mut Reporter<'_>) {
        super::report_advertised(cx, out, None);
    }
}
