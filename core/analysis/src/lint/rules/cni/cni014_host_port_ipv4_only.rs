use super::is_dual;
use crate::document::Node;
use crate::lint::WORKLOADS;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// A pod of a dual-stack cluster asks for a `hostPort`.
    /// ## Why
    /// Host ports are made by the portmap plugin, and with many configurations they answer in IPv4 only.
    /// ## Example
    /// ```yaml
    /// apiVersion: v1
    /// kind: Pod
    /// metadata: {name: web}
    /// spec:
    ///   containers:
    ///     - name: web
    ///       image: web
    ///       ports: [{containerPort: 80, hostPort: 80}]
    /// ```
    rule HostPortIpv4Only {
        code: "CNI014",
        severity: WARNING,
        needs: Manifests,
        component: Cni,
        stage: Run,
        since: "0.1.0",
        sources: ["poseidon/typhoon Azure dual-stack", "containernetworking/plugins portmap"],
        reads: ["DaemonSet", "Deployment", "Pod", "ReplicaSet", "StatefulSet"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    if !is_dual(cx) {
        return;
    }
    for object in cx.objects(WORKLOADS) {
        let host_network = object
            .pod_spec()
            .and_then(|spec| spec.get("hostNetwork"))
            .and_then(Node::as_bool);
        if host_network == Some(true) {
            continue;
        }
        for (place, container) in object.containers() {
            for (i, port) in container
                .get("ports")
                .map_or(&[][..], Node::items)
                .iter()
                .enumerate()
            {
                if let Some(number) = port
                    .get("hostPort")
                    .and_then(Node::as_integer)
                    .filter(|number| *number != 0)
                {
                    out.at_object(&object, &place.key("ports").index(i).key("hostPort"))
                        .param("name", object.name())
                        .param("port", number.to_string())
                        .file();
                }
            }
        }
    }
}
