use super::version_field;
use crate::components::StartUpCheck;
use crate::diagnostic::Component;
use crate::kubernetes::Profile;
use crate::kubernetes::Window;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// From 1.16 to 1.20: the gate `IPv6DualStack` is on for some components and not for others.
    /// ## Why
    /// Each believes something else about the cluster. kube-proxy cannot make sense of the endpoints it is given, or
    /// panics.
    /// ## Example
    /// ```text running
    /// kube-apiserver --feature-gates=IPv6DualStack=true --service-cluster-ip-range=10.96.0.0/16,fd00:10:96::/112
    /// kube-proxy --cluster-cidr=10.244.0.0/16
    /// ```
    /// ```yaml
    /// kubernetesVersion: "1.18"
    /// ```
    rule GateOnSome {
        code: "VER002",
        severity: ERROR,
        needs: Started,
        component: KubeProxy,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#86773", "kubernetes/kubernetes#88784", "kubernetes/website#16801"],
        versions: Window::from(16).until(20),
        upstream: [
            "failed to identify ipfamily for endpoints",
        ],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let Some(gate) = Profile::resolve(cx.version()).dual_stack_gate else {
        return;
    };
    let takes_part = |component: Component| {
        use Component::{KubeApiserver, KubeControllerManager, KubeProxy, Kubelet};
        matches!(
            component,
            KubeApiserver | KubeControllerManager | KubeProxy | Kubelet
        )
    };
    let on = |started: &&StartUpCheck| {
        started
            .input
            .flags
            .all("feature-gates")
            .flat_map(|value| value.split(','))
            .any(|pair| pair.trim() == format!("{gate}=true"))
    };
    let parts: Vec<&StartUpCheck> = cx
        .started
        .iter()
        .filter(|started| takes_part(started.component))
        .collect();
    let with: Vec<&str> = parts
        .iter()
        .copied()
        .filter(on)
        .map(|started| started.component.as_str())
        .collect();
    if with.is_empty() {
        return;
    }
    for started in parts.iter().filter(|started| !on(started)) {
        out.at(&version_field())
            .component(started.component)
            .param("component", started.component.as_str())
            .param("gate", gate)
            .param("others", with.join(", "))
            .file();
    }
}
