use super::version_field;
use crate::diagnostic::Component;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// kube-proxy can do both families in IPVS mode only, as in 1.16 and 1.17.
    /// ## Why
    /// On kernels before 4.11 IPVS finds no local IPv6 addresses, so NodePorts do not answer over IPv6.
    /// ## Example
    /// ```yaml
    /// kubernetesVersion: "1.17"
    /// ```
    rule IpvsOnOldKernels {
        code: "VER009",
        severity: WARNING,
        needs: Plan,
        component: KubeProxy,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#93858", "kubernetes/kubernetes#92412"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let mode = cx
        .components
        .iter()
        .find(|settings| settings.component == Component::KubeProxy)
        .and_then(|settings| settings.get("--proxy-mode"));
    let dual = cx
        .plan
        .spec
        .services()
        .is_some_and(|services| services.is_dual_stack());
    if dual && mode.is_some_and(|mode| mode.value == "ipvs") {
        out.at(&version_field()).file();
    }
}
