//! WIN: Windows nodes.

use crate::document::Node;
use crate::lint::{LintContext, Object, WORKLOADS};

super::rules! {
    win001_overlay_dual_stack,
    win002_ipv6_only,
    win003_dual_stack_service_on_windows,
}

const OS: &str = "kubernetes.io/os";

fn is_windows(labels: Option<&Node>) -> bool {
    labels.and_then(|labels| labels.get(OS)).and_then(Node::text) == Some("windows")
}

/// Returns the workloads of the file that run on Windows.
fn windows_workloads<'a>(cx: &LintContext<'a>) -> Vec<Object<'a>> {
    cx.objects(WORKLOADS)
        .filter(|object| is_windows(object.pod_spec().and_then(|spec| spec.get("nodeSelector"))))
        .collect()
}

/// Returns the object that shows that the cluster has Windows nodes: a Node object, or a workload that asks for one.
fn windows<'a>(cx: &LintContext<'a>) -> Option<Object<'a>> {
    cx.objects(&["Node"])
        .find(|object| is_windows(object.get(&["metadata", "labels"])))
        .or_else(|| windows_workloads(cx).into_iter().next())
}
