use crate::kubernetes::Window;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// The first Service range and the API server's advertise address are of different families.
    /// ## Why
    /// The `kubernetes` Service gets the first address of the first Service range and points at the advertise address.
    /// From 1.24 kube-apiserver refuses to start when the two cannot work together.
    /// ## Example
    /// ```yaml
    /// serviceCIDRs: ["fd00:10:96::/112", 10.96.0.0/16]
    /// advertiseAddress: 192.168.1.11
    /// ```
    rule AdvertiseAddressFamily {
        code: "ORD001",
        severity: ERROR,
        needs: Plan,
        component: KubeApiserver,
        stage: Start,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#111671", "kubernetes/kubeadm#2754", "pkg/controlplane/controller.go v1.24"],
        versions: Window::from(24),
        covers: ["KAS-7"],
        upstream: [
            "service IP family %q{services} must match public address family %q{address}",
        ],
        fixes: ["swap"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    super::report_advertised(cx, out, Some("KAS-7"));
}
