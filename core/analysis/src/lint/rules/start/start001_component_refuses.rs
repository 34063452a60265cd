use crate::components::Effect;
use crate::diagnostic::{Pointer, Severity};
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::nodeipam::SECOND_SERVICE_RANGE;

declare_rule! {
    /// ## What it checks
    /// A component refuses the flags that follow from the plan, or runs without ever doing what they ask for, in a way
    /// that no other rule explains.
    /// ## Why
    /// The exact text is what the component will print; with it the cause is found in its documentation.
    /// ## Example
    /// ```yaml
    /// kubernetesVersion: "1.37"
    /// serviceCIDRs: [10.96.0.0/16]
    /// advertiseAddress: 169.254.20.1
    /// ```
    rule ComponentRefuses {
        code: "START001",
        severity: ERROR,
        needs: Findings,
        component: KubeApiserver,
        stage: Start,
        since: "0.1.0",
        sources: ["cmd/kube-apiserver/app/options/validation.go", "cmd/kube-controller-manager/app/core.go", "pkg/controller/nodeipam/node_ipam_controller.go", "cmd/kubelet/app/server.go", "pkg/proxy/apis/config/validation/validation.go", "cmd/kubeadm/app/apis/kubeadm/validation/validation.go"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for refusal in cx.failed_checks {
        if out.explained(refusal.id) || refusal.id == SECOND_SERVICE_RANGE {
            continue;
        }
        let severity = match refusal.effect {
            Effect::Fatal | Effect::NeverReady => Severity::Error,
            Effect::Warning => Severity::Warning,
        };
        let variant = match refusal.effect {
            Effect::Fatal => "fatal",
            Effect::NeverReady => "never-ready",
            Effect::Warning => "warning",
        };
        out.at(&Pointer::root().key("spec").key(refusal.field.as_str()))
            .component(refusal.component)
            .severity(severity)
            .variant(variant)
            .param("component", refusal.component.as_str())
            .param("check", refusal.id)
            .upstream(refusal.text.clone())
            .file();
    }
}
