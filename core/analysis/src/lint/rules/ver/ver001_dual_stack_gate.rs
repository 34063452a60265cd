use super::version_field;
use crate::components::Effect;
use crate::diagnostic::Severity;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// A component is started with the gate `IPv6DualStack` where it is gone (from 1.25), or locked to something else.
    /// ## Why
    /// A gate that a version does not know ends the start, even where it is switched off.
    /// ## Example
    /// ```text running
    /// kube-apiserver --feature-gates=IPv6DualStack=true --service-cluster-ip-range=10.96.0.0/16
    /// ```
    /// ```yaml
    /// kubernetesVersion: "1.25"
    /// ```
    rule DualStackGate {
        code: "VER001",
        severity: ERROR,
        needs: Started,
        component: KubeApiserver,
        stage: Start,
        since: "0.1.0",
        sources: ["openshift/machine-config-operator#2580", "openshift/machine-config-operator#2108", "staging/src/k8s.io/component-base/featuregate"],
        upstream: [
            "unrecognized feature gate: IPv6DualStack",
            "cannot set feature gate IPv6DualStack to %v{value}, feature is locked to %v{locked}",
            "IPv6DualStack is not a valid feature name.",
            "Setting GA feature gate IPv6DualStack=%v{value}. It will be removed in a future release.",
        ],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for check in ["GATE-1", "GATE-2"]
        .iter()
        .flat_map(|check| cx.failed_today(check))
    {
        if !check.text.contains("IPv6DualStack") {
            continue;
        }
        let report = out.at(&version_field()).failed_check(check);
        if check.effect == Effect::Warning {
            report.severity(Severity::Warning).file();
        }
    }
}
