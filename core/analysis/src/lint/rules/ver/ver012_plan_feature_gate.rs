use crate::diagnostic::{PatchOperation, Pointer, Severity};
use crate::document::nearest;
use crate::i18n::Param;
use crate::kubernetes::gates::{self, GateState};
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// `spec.featureGates` names a gate that the plan's version does not know, or sets a locked gate to another value.
    /// ## Why
    /// Every component reads the whole of `--feature-gates`. A name that it does not know, or a value that it cannot
    /// take, ends its start, even where the gate is switched off.
    /// ## Example
    /// ```yaml
    /// kubernetesVersion: "1.25"
    /// featureGates: {IPv6DualStack: true}
    /// ```
    rule PlanFeatureGate {
        code: "VER012",
        severity: ERROR,
        needs: Plan,
        component: KubeApiserver,
        stage: Start,
        since: "0.1.0",
        sources: ["staging/src/k8s.io/component-base/featuregate/feature_gate.go", "pkg/features/kube_features.go"],
        covers: ["GATE-1"],
        fixes: ["remove"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let gates = Pointer::root().key("spec").key("featureGates");
    for (name, on) in &cx.plan.spec.feature_gates {
        let place = gates.key(name);
        let report = match gates::state(name, cx.version()) {
            GateState::Known(row) if row.locked && row.on != *on => out.at(&place).variant("locked"),
            GateState::Known(_) => continue,
            GateState::Unknown => out.at(&place),
            // Nothing is claimed about names that the tables do not follow, but that they do not is said.
            GateState::Untracked => {
                let untracked = out.at(&place).severity(Severity::Info);
                let untracked = match nearest(name, gates::names()) {
                    Some(near) => untracked.variant("near").param("nearest", near),
                    None => untracked.variant("untracked"),
                };
                untracked.param("gate", name.as_str()).file();
                continue;
            }
        };
        let refused = cx
            .failed_checks
            .iter()
            .find(|failed| failed.id == "GATE-1" && failed.text.contains(name.as_str()));
        let report = match refused {
            Some(failed) => report.upstream(failed.text.clone()),
            None => report,
        };
        report
            .param("gate", name.as_str())
            .param("version", cx.version())
            .param("value", if *on { "true" } else { "false" })
            .fix(
                "remove",
                [("gate", Param::from(name.as_str()))],
                false,
                vec![PatchOperation::Remove { path: place }],
            )
            .file();
    }
}
