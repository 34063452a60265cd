use super::windows_workloads;
use crate::document::Node;
use crate::lint::FieldChange;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// A Service with both families selects pods that run on Windows.
    /// ## Why
    /// Windows supports Services of one family only.
    /// ## Example
    /// ```yaml
    /// apiVersion: apps/v1
    /// kind: Deployment
    /// metadata: {name: iis}
    /// spec:
    ///   template:
    ///     metadata: {labels: {app: iis}}
    ///     spec:
    ///       nodeSelector: {kubernetes.io/os: windows}
    ///       containers: [{name: iis, image: iis}]
    /// ---
    /// apiVersion: v1
    /// kind: Service
    /// metadata: {name: iis}
    /// spec:
    ///   ipFamilyPolicy: PreferDualStack
    ///   selector: {app: iis}
    ///   ports: [{port: 80}]
    /// ```
    rule DualStackServiceOnWindows {
        code: "WIN003",
        severity: WARNING,
        needs: Manifests,
        component: KubeProxy,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/website: IPv4/IPv6 dual-stack, Windows support", "kubernetes/kubernetes CHANGELOG #136241"],
        reads: ["DaemonSet", "Deployment", "Pod", "ReplicaSet", "StatefulSet"],
        fixes: ["single"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let workloads = windows_workloads(cx);
    for (service, stored) in cx
        .stored_services()
        .filter(|(_, stored)| stored.families().len() == 2)
    {
        let Some(selector) = stored.selector.as_ref().filter(|selector| !selector.is_empty()) else {
            continue;
        };
        let selected = workloads.iter().find(|workload| {
            let labels = workload.pod_labels();
            let label = |key: &str| labels.and_then(|labels| labels.get(key)).and_then(Node::text);
            selector.iter().all(|(key, value)| label(key) == Some(value))
        });
        if let Some(workload) = selected {
            let single = vec![FieldChange::set("ipFamilyPolicy", "SingleStack")];
            out.at_service(cx, service, &["spec", "ipFamilyPolicy"])
                .param("name", service.name.clone())
                .param("workload", workload.name())
                .fix_service(cx, service, "single", false, single)
                .file();
        }
    }
}
