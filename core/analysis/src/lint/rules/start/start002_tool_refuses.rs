use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// The plan's own distribution or CNI plugin takes nothing of the plan, for a reason that no other rule explains. The
    /// export to that tool says the same in the same words, and writes no file.
    /// ## Why
    /// Installers check their configuration before they touch a machine, plugins when they start, clouds when the cluster
    /// is created. Where an older release of the tool runs the plan's version, it is a warning.
    /// ## Example
    /// ```yaml
    /// kubernetesVersion: "1.33"
    /// serviceCIDRs: [10.96.0.0/16, "fd3b:9e72:41c8:100::/96"]
    /// distribution: k3s
    /// ```
    rule ToolRefuses {
        code: "START002",
        severity: ERROR,
        needs: Findings,
        component: Planner,
        stage: Install,
        since: "0.1.0",
        sources: ["the targets of docs/exports, each with the sources of its tool"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for refusal in cx.own_refusals() {
        if out.explained_refusal(refusal) {
            continue;
        }
        out.at(&refusal.location.pointer)
            .severity(refusal.severity)
            .words_of(refusal)
            .file();
    }
}
