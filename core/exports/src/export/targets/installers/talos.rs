//! Talos Linux: documents of 1.14 and later, and a patch of the machine configuration for 1.13 and earlier
//! (siderolabs/talos pkg/machinery/config/types/k8s/network.go, pkg/machinery/config/types/v1alpha1).

use serde_json::Value;

use super::shared::{
    command, control_plane, map, max_pods, node_arguments, node_mask, of_family, plugin_by_hand,
    unused_address,
};
use crate::catalog::Cni;
use crate::export::tree::{sparse, tree};
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
use crate::i18n::Message;
use crate::needs::{talos_documents, talos_faults, talos_patch, versions};
use crate::net::{Cidr, IpFamily};
use crate::request::Endpoint;

/// Machine configuration of Talos Linux.
pub(in crate::export) struct Talos;

/// Talos 1.2, the oldest with a compatibility table, begins with Kubernetes 1.23.
static META: TargetMeta = TargetMeta {
    id: "talos",
    versions: versions::TALOS,
    docs: "https://docs.siderolabs.com/talos/v1.14/reference/configuration/kubernetes/kubenetworkconfig",
    checked: &[
        Checked::Schema("siderolabs/talos ad882317, 1.14"),
        Checked::Source("siderolabs/talos ad882317, 1.14"),
    ],
};

/// Returns the node networks of the pods' families, in their order.
fn valid_subnets(cx: &ExportContext<'_>) -> Vec<Cidr> {
    let spec = &cx.plan.spec;
    let families = spec.pod_cidrs.iter().map(Cidr::family);
    families.flat_map(|family| spec.node_cidrs_of(family)).collect()
}

fn other_plugin(cx: &ExportContext<'_>) -> Option<Cni> {
    cx.plan.spec.cni.filter(|cni| cni.id() != "flannel")
}

fn documents(cx: &ExportContext<'_>) -> Vec<Value> {
    let spec = &cx.plan.spec;
    let mask = |family| of_family(&spec.pod_cidrs, family).map(|_| node_mask(cx, family));
    let mut documents = vec![sparse!({
        "apiVersion": "v1alpha1",
        "kind": "KubeNetworkConfig",
        "dnsDomain": "cluster.local",
        "podSubnets": spec.pod_cidrs,
        "serviceSubnets": spec.service_cidrs,
        "nodeCIDRMaskSizeIPv4": mask(IpFamily::IPv4),
        "nodeCIDRMaskSizeIPv6": mask(IpFamily::IPv6),
    })];
    let subnets = valid_subnets(cx);
    if !subnets.is_empty() {
        documents.push(tree!({
            "apiVersion": "v1alpha1",
            "kind": "KubeNodeConfig",
            "nodeIP": {"validSubnets": subnets},
        }));
    }
    if let Some(max_pods) = max_pods(cx) {
        documents.push(tree!({
            "apiVersion": "v1alpha1",
            "kind": "KubeletConfig",
            "config": {"maxPods": max_pods},
        }));
    }
    documents
}

/// Documents of control plane nodes alone.
fn control_plane_documents(cx: &ExportContext<'_>) -> Vec<Value> {
    let mut documents = Vec::new();
    if other_plugin(cx).is_some() {
        documents.push(tree!({
            "apiVersion": "v1alpha1",
            "kind": "KubeFlannelCNIConfig",
            "$patch": "delete",
        }));
    }
    documents
}

fn patch(cx: &ExportContext<'_>) -> Value {
    let spec = &cx.plan.spec;
    let cni = other_plugin(cx).map(|_| tree!({"name": "none"}));
    let max_pods = max_pods(cx).map(|max_pods| tree!({"maxPods": max_pods}));
    let kubelet = sparse!({"extraConfig": max_pods, "nodeIP": {"validSubnets": valid_subnets(cx)}});
    sparse!({
        "machine": {"kubelet": kubelet},
        "cluster": {
            "network": {
                "dnsDomain": "cluster.local",
                "podSubnets": spec.pod_cidrs,
                "serviceSubnets": spec.service_cidrs,
                "cni": cni,
            },
            "controllerManager": {"extraArgs": map(node_arguments(cx))},
        },
    })
}

fn writes_documents(cx: &ExportContext<'_>) -> bool {
    talos_documents(&cx.tool(META.id)) && talos_faults(&cx.tool(META.id)).is_none()
}

impl Exporter for Talos {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        let mut found = cx.flags_findings(META.id, control_plane);
        found.extend(unused_address(cx, META.id));
        found.extend(other_plugin(cx).map(|cni| plugin_by_hand(META.id, cni)));
        Ok(found)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let generate = format!(
            "talosctl gen config CLUSTER https://{}",
            cx.endpoint_or_placeholder(Endpoint::DEFAULT_PORT)
        );
        let mut add = |path: &str, comments: Vec<Message>, documents: Vec<Value>| {
            if documents.is_empty() {
                return Ok(());
            }
            out.add(path, "application/yaml", &cx.yaml(&comments, &documents))
        };
        if writes_documents(cx) {
            let path = "talos/1.14-and-later.yaml";
            let comments = vec![
                Message::new("export-talos-documents"),
                command(format!("{generate} --config-patch @{path}")),
            ];
            add(path, comments, documents(cx))?;
            let path = "talos/1.14-and-later-control-plane.yaml";
            let comments = vec![
                Message::new("export-talos-control-plane"),
                command(format!("{generate} --config-patch-control-plane @{path}")),
            ];
            add(path, comments, control_plane_documents(cx))?;
        }
        if talos_patch(&cx.tool(META.id)) {
            let path = "talos/1.13-and-earlier.yaml";
            let comments = vec![
                Message::new("export-talos-patch"),
                command(format!("{generate} --config-patch @{path}")),
            ];
            add(path, comments, vec![patch(cx)])?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::shared::tests::{body, codes};
    use crate::catalog::Cni;
    use crate::components::plan_for_tests as plan;
    use crate::diagnostic::Severity;
    use crate::export::for_tests::export;
    use crate::request::ClusterPlan;

    const PODS: [&str; 2] = ["10.244.0.0/16", "fd00:10:244::/56"];
    const SERVICES: [&str; 2] = ["10.96.0.0/16", "fd00:10:96::/112"];

    fn paths(plan: &ClusterPlan) -> Vec<String> {
        let exported = export(plan, &[], &["talos"]);
        exported.files.into_iter().map(|file| file.path).collect()
    }

    #[test]
    fn documents_of_1_14() {
        let mut plan = plan("1.37", &PODS, &SERVICES);
        plan.spec.nodes.max_pods = 200;
        assert_eq!(
            body(&plan, "talos", "talos/1.14-and-later.yaml"),
            "apiVersion: v1alpha1\n\
             kind: KubeNetworkConfig\n\
             dnsDomain: cluster.local\n\
             podSubnets:\n  \
               - 10.244.0.0/16\n  \
               - fd00:10:244::/56\n\
             serviceSubnets:\n  \
               - 10.96.0.0/16\n  \
               - fd00:10:96::/112\n\
             nodeCIDRMaskSizeIPv4: 24\n\
             nodeCIDRMaskSizeIPv6: 64\n\
             ---\n\
             apiVersion: v1alpha1\n\
             kind: KubeNodeConfig\n\
             nodeIP:\n  \
               validSubnets:\n    \
                 - 192.168.1.0/24\n    \
                 - fd00:192:168:1::/64\n\
             ---\n\
             apiVersion: v1alpha1\n\
             kind: KubeletConfig\n\
             config:\n  \
               maxPods: 200\n"
        );
        assert_eq!(paths(&plan), ["talos/1.14-and-later.yaml"]);
        assert!(codes(&plan, "talos").is_empty());
    }

    #[test]
    fn patch_of_1_13_with_ipv6_first_and_another_plugin() {
        let mut plan = plan("1.31", &[PODS[1], PODS[0]], &[SERVICES[1], SERVICES[0]]);
        plan.spec.cni = Cni::find("cilium");
        assert_eq!(
            body(&plan, "talos", "talos/1.13-and-earlier.yaml"),
            "machine:\n  \
               kubelet:\n    \
                 nodeIP:\n      \
                   validSubnets:\n        \
                     - fd00:192:168:1::/64\n        \
                     - 192.168.1.0/24\n\
             cluster:\n  \
               network:\n    \
                 dnsDomain: cluster.local\n    \
                 podSubnets:\n      \
                   - fd00:10:244::/56\n      \
                   - 10.244.0.0/16\n    \
                 serviceSubnets:\n      \
                   - fd00:10:96::/112\n      \
                   - 10.96.0.0/16\n    \
                 cni:\n      \
                   name: none\n  \
               controllerManager:\n    \
                 extraArgs:\n      \
                   node-cidr-mask-size-ipv6: \"64\"\n      \
                   node-cidr-mask-size-ipv4: \"24\"\n"
        );
        assert_eq!(paths(&plan), ["talos/1.13-and-earlier.yaml"]);
        assert_eq!(codes(&plan, "talos"), ["EXP025"]);
    }

    #[test]
    fn versions_of_both_have_both_forms() {
        let mut plan = plan("1.34", &PODS[..1], &SERVICES[..1]);
        plan.spec.cni = Cni::find("calico");
        assert_eq!(
            paths(&plan),
            [
                "talos/1.13-and-earlier.yaml",
                "talos/1.14-and-later-control-plane.yaml",
                "talos/1.14-and-later.yaml"
            ]
        );
        assert_eq!(
            body(&plan, "talos", "talos/1.14-and-later-control-plane.yaml"),
            "apiVersion: v1alpha1\nkind: KubeFlannelCNIConfig\n$patch: delete\n"
        );
    }

    #[test]
    fn limits_of_both_families() {
        for (pods, services, mask, text) in [
            (
                "10.0.0.0/8",
                "10.96.0.0/16",
                25,
                "pod subnets: invalid subnet: 10.0.0.0/8 is too large for the per-node pod CIDR mask size /25, the \
                 difference must be at most 16 bits",
            ),
            (
                "10.244.0.0/25",
                "10.96.0.0/16",
                24,
                "pod subnets: invalid subnet: 10.244.0.0/25 is smaller than the per-node pod CIDR mask size /24",
            ),
            (
                "10.244.0.0/16",
                "11.0.0.0/11",
                24,
                "service subnets: invalid subnet: 11.0.0.0/11 is too large, it must be at least /12 (at most 20 host \
                 identifier bits)",
            ),
            (
                "10.244.0.0/16",
                "10.96.0.0/29",
                24,
                "service subnets: invalid subnet: /29 is too small, it must be larger than /25",
            ),
        ] {
            let mut plan = plan("1.37", &[pods], &[services]);
            plan.spec.nodes.mask_size_ipv4 = Some(mask);
            let exported = export(&plan, &[], &["talos"]);
            assert!(exported.files.is_empty(), "{pods} {services}");
            let refused = exported.diagnostics.last().unwrap();
            assert_eq!((refused.code, refused.severity), ("EXP032", Severity::Error));
            assert_eq!(refused.upstream.as_deref(), Some(text));
        }
    }

    #[test]
    fn what_1_14_refuses_an_older_one_may_take() {
        let mut plan = plan("1.36", &["10.0.0.0/8"], &SERVICES[..1]);
        plan.spec.nodes.mask_size_ipv4 = Some(25);
        assert_eq!(paths(&plan), ["talos/1.13-and-earlier.yaml"]);
        assert_eq!(codes(&plan, "talos"), ["EXP032"]);
    }

    #[test]
    fn both_lists_have_to_be_of_one_length() {
        let plan = plan("1.37", &PODS, &SERVICES[..1]);
        let exported = export(&plan, &[], &["talos"]);
        assert_eq!(
            exported.diagnostics[0].upstream.as_deref(),
            Some("the number of pod subnets must match the number of service subnets")
        );
    }

    #[test]
    fn plans_without_node_networks_leave_the_choice_to_talos() {
        let mut plan = plan("1.34", &PODS, &SERVICES);
        plan.spec.node_cidrs.clear();
        assert!(!body(&plan, "talos", "talos/1.14-and-later.yaml").contains("KubeNodeConfig"));
        assert!(body(&plan, "talos", "talos/1.13-and-earlier.yaml").starts_with("cluster:\n"));
    }
}
