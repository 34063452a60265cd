use super::is_dual;
use crate::diagnostic::{PatchOperation, Pointer};
use crate::kubernetes::Window;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// K3s up to 1.22 with the Flannel it brings along, and pod ranges of both families.
    /// ## Why
    /// K3s refuses to start; its Flannel is dual-stack from 1.23.
    /// ## Example
    /// ```yaml
    /// kubernetesVersion: "1.22"
    /// distribution: k3s
    /// ```
    rule BundledFlannelSingleStack {
        code: "CNI013",
        severity: ERROR,
        needs: Plan,
        component: Cni,
        stage: Start,
        since: "0.1.0",
        sources: ["k3s-io/k3s#3158", "k3s-io/docs basic-network-options.md"],
        versions: Window::from(16).until(22),
        refusals: ["EXP031"],
        upstream: ["flannel CNI and network policy enforcement are not compatible with dual-stack operation"],
        fixes: ["version"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let spec = &cx.plan.spec;
    let bundled = spec.distribution.is_some_and(|it| it.row().bundles_flannel);
    let flannel = spec.cni.is_none_or(|cni| cni.row().bundled_with_k3s);
    if bundled && flannel && is_dual(cx) {
        let patch = vec![PatchOperation::Replace {
            path: Pointer::root().key("spec").key("kubernetesVersion"),
            value: "1.23".into(),
        }];
        out.at(&Pointer::root().key("spec").key("podCIDRs"))
            .upstream(
                "flannel CNI and network policy enforcement are not compatible with dual-stack operation",
            )
            .fix("version", [("to", "1.23".into())], false, patch)
            .file();
    }
}
