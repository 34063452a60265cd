use crate::diagnostic::Severity;
use crate::lint::meta::ERROR;
use crate::lint::plugins::{handles_ipv6, unique_local_pods};
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// IPv6 pods have unique local addresses, and what should masquerade their traffic does not: Cilium with
    /// `enable-ipv6-masquerade: "false"`, ip-masq-agent without `--enable-ipv6`, or a plugin that never does
    /// (kubenet) without an agent.
    /// ## Why
    /// Nobody outside answers to unique local addresses. IPv4 works, IPv6 egress is dead.
    /// ## Example
    /// ```yaml
    /// apiVersion: v1
    /// kind: ConfigMap
    /// metadata: {name: cilium-config, namespace: kube-system}
    /// data:
    ///   enable-ipv6: "true"
    ///   enable-ipv6-masquerade: "false"
    /// ```
    rule NoIpv6Masquerade {
        code: "EGR001",
        severity: ERROR,
        needs: Manifests,
        component: Cni,
        stage: Run,
        since: "0.1.0",
        sources: ["k3s-io/k3s#4683", "cilium/cilium#6320", "kubernetes-sigs/ip-masq-agent#43", "kubernetes-sigs/ip-masq-agent#45"],
        reads: ["ConfigMap", "DaemonSet", "Deployment", "Pod", "ReplicaSet", "StatefulSet"],
        fixes: ["cilium", "agent"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let Some(range) = unique_local_pods(cx) else {
        return;
    };
    for config in cx.cilium() {
        if config.text(&["data", "enable-ipv6-masquerade"]) == Some("false") {
            let place = config.at(&["data", "enable-ipv6-masquerade"]);
            let patch = config.set(&place, "true".into());
            out.at_object(&config, &place)
                .param("range", range)
                .fix("cilium", [], false, patch)
                .file();
        }
    }
    let agents = cx.masq_agents();
    for (object, place, container) in agents.iter().filter(|(_, _, container)| !handles_ipv6(container)) {
        let report = out
            .at_object(object, place)
            .variant("agent")
            .param("range", range);
        let args = place.key("args");
        let patch = match container.get("args") {
            Some(list) if list.is_sequence() => vec![crate::diagnostic::PatchOperation::Add {
                path: args.key("-"),
                value: "--enable-ipv6=true".into(),
            }],
            _ => object.set(&args, serde_json::json!(["--enable-ipv6=true"])),
        };
        report.fix("agent", [], false, patch).file();
    }
    let bare = cx.plan.spec.cni.filter(|cni| !cni.row().masquerades);
    if let Some(cni) = bare.filter(|_| agents.is_empty()) {
        for declared in cx
            .ranges(RangeKind::Pods)
            .filter(|declared| declared.cidr == range)
        {
            out.at(&declared.pointer)
                .severity(Severity::Warning)
                .variant("plugin")
                .param("cni", cni.title())
                .param("range", range)
                .file();
        }
    }
}
