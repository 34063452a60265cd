use crate::kubernetes::Window;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
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
    rule AdvertiseAddressFamilyUnchecked {
        code: "ORD002",
        severity: WARNING,
        needs: Plan,
        component: KubeApiserver,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#88069", "kubernetes/kubernetes#89610"],
        versions: Window::from(16).until(23),
        fixes: ["swap"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    super::report_advertised(cx, out, None);
}
