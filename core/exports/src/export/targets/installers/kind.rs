//! kind: a cluster of containers (kubernetes-sigs/kind pkg/apis/config/v1alpha4, pkg/internal/apis/config/validate.go).

use serde_json::Value;

use super::shared::{
    command, default_node_mask, joined, map, max_pods, node_arguments, node_mask, of_family, plugin_by_hand,
    unused_address,
};
use super::{kubeadm, shared};
use crate::catalog::Cni;
use crate::diagnostic::{Component, Diagnostic, Severity};
use crate::document::write::to_yaml;
use crate::export::tree::{sparse, tree};
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta, finding};
use crate::i18n::Message;
use crate::kubernetes::Window;
use crate::net::{Cidr, IpFamily};

/// Configuration of `kind create cluster`.
pub(in crate::export) struct Kind;

static META: TargetMeta = TargetMeta {
    id: "kind",
    versions: Window::ALL,
    docs: "https://kind.sigs.k8s.io/docs/user/configuration/#networking",
    checked: &[Checked::Source("kubernetes-sigs/kind fed26882, 0.33")],
};

/// The largest number of nodes. Each one is a container of one machine, and the cluster serves to try the ranges out.
const MOST_NODES: u32 = 4;

fn plugin(cx: &ExportContext<'_>) -> Option<Cni> {
    cx.plan.spec.cni.filter(|cni| cni.id() != "kindnet")
}

fn is_dual(cx: &ExportContext<'_>) -> bool {
    let spec = &cx.plan.spec;
    let families: Vec<Cidr> = spec
        .pod_cidrs
        .iter()
        .chain(&spec.service_cidrs)
        .copied()
        .collect();
    shared::is_dual(&families)
}

fn ip_family(cx: &ExportContext<'_>) -> &'static str {
    if is_dual(cx) {
        "dual"
    } else if of_family(&cx.plan.spec.pod_cidrs, IpFamily::IPv6).is_some() {
        "ipv6"
    } else {
        "ipv4"
    }
}

/// Returns the patches that kind merges into its configuration for kubeadm. Without `apiVersion` and as a map, kind
/// accepts the arguments for v1beta3 and v1beta4 alike (pkg/internal/patch/kubeadm_merge.go).
fn patches(cx: &ExportContext<'_>) -> Vec<String> {
    let mut patches = Vec::new();
    let mut families = cx.plan.spec.pod_cidrs.iter().map(Cidr::family);
    let default_masks = families.all(|family| node_mask(cx, family) == default_node_mask(family));
    let mut arguments = node_arguments(cx);
    if default_masks {
        arguments.retain(|(name, _)| *name == "allocate-node-cidrs");
    }
    if !arguments.is_empty() {
        patches.push(to_yaml(&tree!({
            "kind": "ClusterConfiguration",
            "controllerManager": {"extraArgs": map(arguments)},
        })));
    }
    if let Some(max_pods) = max_pods(cx) {
        patches.push(to_yaml(
            &tree!({"kind": "KubeletConfiguration", "maxPods": max_pods}),
        ));
    }
    patches
}

fn nodes_written(cx: &ExportContext<'_>) -> u32 {
    cx.plan.spec.nodes.count.clamp(1, MOST_NODES)
}

fn document(cx: &ExportContext<'_>) -> Value {
    let spec = &cx.plan.spec;
    let mode = cx
        .component(Component::KubeProxy)
        .and_then(|settings| settings.get("--proxy-mode"))
        .map(|setting| setting.value.clone());
    let workers = (1..nodes_written(cx)).map(|_| tree!({"role": "worker"}));
    let nodes: Vec<Value> = std::iter::once(tree!({"role": "control-plane"}))
        .chain(workers)
        .collect();
    sparse!({
        "kind": "Cluster",
        "apiVersion": "kind.x-k8s.io/v1alpha4",
        "name": cx.object_name(),
        "networking": {
            "ipFamily": ip_family(cx),
            "podSubnet": joined(&spec.pod_cidrs),
            "serviceSubnet": joined(&spec.service_cidrs),
            "kubeProxyMode": mode,
            "disableDefaultCNI": plugin(cx).map(|_| true),
        },
        "nodes": nodes,
        "kubeadmConfigPatches": patches(cx),
    })
}

impl Exporter for Kind {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        let mut found: Vec<Diagnostic> = kubeadm::findings(cx, META.id, shared::control_plane);
        if !cx.plan.spec.node_cidrs.is_empty() || cx.plan.spec.nodes.count > nodes_written(cx) {
            let message = Message::new("EXP026")
                .with("written", nodes_written(cx))
                .with("count", cx.plan.spec.nodes.count);
            found.push(finding("EXP026", Severity::Info, "nodes", message));
        }
        found.extend(unused_address(cx, META.id));
        found.extend(plugin(cx).map(|cni| plugin_by_hand(META.id, cni)));
        Ok(found)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let mut comments = vec![
            command("kind create cluster --config kind.yaml --image kindest/node:TAG"),
            Message::new("export-kind-image").with("version", cx.plan.spec.kubernetes_version),
        ];
        if ip_family(cx) == "ipv6" {
            comments.push(Message::new("export-kind-ipv6"));
        } else if is_dual(cx) && shared::primary(cx) == IpFamily::IPv6 {
            // Older ones announce the IPv4 address of the container (pkg/cluster/internal/create/actions/config).
            comments.push(Message::new("export-kind-ipv6-first"));
        }
        out.add(
            "kind.yaml",
            "application/yaml",
            &cx.yaml(&comments, &[document(cx)]),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::super::shared::tests::{body, codes};
    use crate::components::plan_for_tests as plan;
    use crate::export::for_tests::export;

    const PODS: [&str; 2] = ["10.244.0.0/16", "fd00:10:244::/56"];
    const SERVICES: [&str; 2] = ["10.96.0.0/16", "fd00:10:96::/112"];

    #[test]
    fn dual_stack_with_other_masks_and_plugin() {
        let mut plan = plan("1.34", &PODS, &SERVICES);
        plan.spec.nodes.count = 2;
        plan.spec.nodes.mask_size_ipv6 = Some(72);
        plan.spec.nodes.max_pods = 50;
        plan.spec.cni = crate::catalog::Cni::find("calico");
        assert_eq!(
            body(&plan, "kind", "kind.yaml"),
            "kind: Cluster\n\
             apiVersion: kind.x-k8s.io/v1alpha4\n\
             name: demo\n\
             networking:\n  \
               ipFamily: dual\n  \
               podSubnet: 10.244.0.0/16,fd00:10:244::/56\n  \
               serviceSubnet: 10.96.0.0/16,fd00:10:96::/112\n  \
               disableDefaultCNI: true\n\
             nodes:\n  \
               - role: control-plane\n  \
               - role: worker\n\
             kubeadmConfigPatches:\n  \
               - |\n    \
                 kind: ClusterConfiguration\n    \
                 controllerManager:\n      \
                   extraArgs:\n        \
                     node-cidr-mask-size-ipv4: \"24\"\n        \
                     node-cidr-mask-size-ipv6: \"72\"\n  \
               - |\n    \
                 kind: KubeletConfiguration\n    \
                 maxPods: 50\n"
        );
        assert_eq!(codes(&plan, "kind"), ["EXP026", "EXP025"]);
    }

    #[test]
    fn the_default_masks_need_no_patch() {
        let plan = plan("1.34", &PODS[..1], &SERVICES[..1]);
        let text = body(&plan, "kind", "kind.yaml");
        assert!(text.contains("ipFamily: ipv4\n") && !text.contains("kubeadmConfigPatches"));
    }

    #[test]
    fn ipv6_first_is_written_for_releases_that_order_node_addresses() {
        let plan = plan("1.34", &[PODS[1], PODS[0]], &[SERVICES[1], SERVICES[0]]);
        assert_eq!(codes(&plan, "kind"), ["EXP026"]);
        let text = &export(&plan, &[], &["kind"]).files[0].text;
        assert!(text.contains("kind 0.12 or newer"), "{text}");
        assert!(
            text.contains("ipFamily: dual\n")
                && text.contains("serviceSubnet: fd00:10:96::/112,10.96.0.0/16\n")
        );
    }

    #[test]
    fn dual_stack_begins_with_1_20() {
        assert_eq!(codes(&plan("1.19", &PODS, &SERVICES), "kind"), ["EXP022"]);
        assert!(!codes(&plan("1.20", &PODS, &SERVICES), "kind").contains(&"EXP022"));
    }

    #[test]
    fn ranges_of_one_family_and_none_are_refused() {
        assert_eq!(
            codes(&plan("1.34", &[PODS[0], "10.0.0.0/16"], &SERVICES), "kind"),
            ["EXP020"]
        );
        assert_eq!(codes(&plan("1.34", &[], &[]), "kind"), ["EXP020"]);
    }

    #[test]
    fn ten_thousand_nodes_are_not_started() {
        let mut plan = plan("1.34", &PODS, &SERVICES);
        plan.spec.nodes.count = 10_000;
        let text = body(&plan, "kind", "kind.yaml");
        assert_eq!(text.matches("role: worker").count(), 3);
        assert!(codes(&plan, "kind").contains(&"EXP026"));
    }
}
