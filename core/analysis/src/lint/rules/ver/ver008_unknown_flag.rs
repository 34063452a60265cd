use super::version_field;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// A component is started with a flag that its version does not have: not yet, no more, or never.
    /// ## Why
    /// `--cluster-cidrs` and `--secondary-service-cluster-ip-range` stand in proposals and old pages, and never became
    /// flags.
    /// ## Example
    /// ```text running
    /// kube-apiserver --service-cluster-ip-range=10.96.0.0/16 --secondary-service-cluster-ip-range=fd00:10:96::/112
    /// ```
    /// ```yaml
    /// kubernetesVersion: "1.20"
    /// ```
    rule UnknownFlag {
        code: "VER008",
        severity: ERROR,
        needs: Started,
        component: KubeApiserver,
        stage: Start,
        since: "0.1.0",
        sources: ["kubernetes/website#19350", "kubernetes/kubernetes#89610"],
        covers: ["FLAG-1"],
        upstream: [
            "unknown flag: --%s{flag}",
        ],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for check in cx.failed_today("FLAG-1") {
        out.at(&version_field()).failed_check(check).file();
    }
}
