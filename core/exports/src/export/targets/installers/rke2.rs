//! RKE2: config.yaml of the first server, of further servers and of agents, and values for the plugin's chart
//! (rancher/rke2-docs basic_network_options.md, rancher/rke2-charts).

use serde_json::{Map, Value};

use super::k3s::{agent, controller_manager, join, join_comment, kubelet, node_comments, ranges};
use super::shared::{
    control_plane, insert, is_ipv6_only, node_ip, of_family, place, placeholder, plugin_by_hand,
};
use crate::catalog::Cni;
use crate::document::write::to_yaml;
use crate::export::tree::{sparse, tree};
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
use crate::i18n::Message;
use crate::needs::versions;
use crate::net::IpFamily;

/// Configuration of RKE2.
pub(in crate::export) struct Rke2;

/// The first release of RKE2 is 1.18.
static META: TargetMeta = TargetMeta {
    id: "rke2",
    versions: versions::RKE2,
    docs: "https://docs.rke2.io/networking/basic_network_options#dual-stack-configuration",
    checked: &[Checked::Source("rancher/rke2 6ce1a801, k3s-io/k3s 005499a9")],
};

const CONFIG: &str = "/etc/rancher/rke2/config.yaml";
const CHART_CONFIG: &str = "/var/lib/rancher/rke2/server/manifests/rke2-cilium-config.yaml";

/// Returns whether RKE2 includes the plugin as a chart.
fn bundled(cx: &ExportContext<'_>, cni: Cni) -> bool {
    match cni.id() {
        "calico" | "cilium" => true,
        "flannel" => cx.profile.installers.rke2_flannel,
        _ => false,
    }
}

fn other_plugin(cx: &ExportContext<'_>) -> Option<Cni> {
    cx.plan.spec.cni.filter(|cni| !bundled(cx, *cni))
}

fn server(cx: &ExportContext<'_>, mut fields: Map<String, Value>) -> Value {
    // Without a plugin in the plan it is Canal, RKE2's own choice.
    let cni = cx.plan.spec.cni;
    let cni = cni.map(|cni| if bundled(cx, cni) { cni.id() } else { "none" });
    insert(&mut fields, "cni", &cni);
    ranges(cx, &mut fields);
    controller_manager(cx, &mut fields);
    kubelet(cx, &mut fields);
    Value::Object(fields)
}

fn first_server(cx: &ExportContext<'_>) -> Value {
    let mut fields = Map::new();
    insert(&mut fields, "advertise-address", &cx.plan.spec.advertise_address);
    server(cx, fields)
}

/// Returns the values of the plugin's chart that it does not derive from `cluster-cidr` in every release.
fn chart_config(cx: &ExportContext<'_>) -> Option<Value> {
    let pods = &cx.plan.spec.pod_cidrs;
    let cilium = cx.plan.spec.cni.is_some_and(|cni| cni.id() == "cilium");
    if !cilium || of_family(pods, IpFamily::IPv6).is_none() {
        return None;
    }
    // Tunnels use IPv4 unless told otherwise: without it, nodes route to each other's pods. The chart does not choose
    // native routing by itself since January 2026 (rancher/rke2-charts 90173963), and the agent refuses direct routes
    // without it: `auto-direct-node-routes cannot be used with tunneling`.
    let only = is_ipv6_only(pods);
    let values = sparse!({
        "ipv6": {"enabled": true},
        "autoDirectNodeRoutes": only.then_some(true),
        "routingMode": only.then_some("native"),
        "ipv6NativeRoutingCIDR": pods.first().filter(|_| only),
    });
    Some(tree!({
        "apiVersion": "helm.cattle.io/v1",
        "kind": "HelmChartConfig",
        "metadata": {"name": "rke2-cilium", "namespace": "kube-system"},
        "spec": {"valuesContent": to_yaml(&values)},
    }))
}

fn server_comments(cx: &ExportContext<'_>) -> Vec<Message> {
    let pods = &cx.plan.spec.pod_cidrs;
    let mut comments = node_comments(cx);
    if is_ipv6_only(pods) {
        comments.push(Message::new("export-rke2-localhost"));
    }
    comments
}

impl Exporter for Rke2 {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn api_port(&self) -> Option<u16> {
        // rancher/rke2 docs/install/requirements: 9345 is for nodes, 6443 for the API
        Some(6443)
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        let mut found = cx.flags_findings(META.id, control_plane);
        found.extend(node_ip(cx).map(|value| placeholder(META.id, "node-ip", &value)));
        found.extend(other_plugin(cx).map(|cni| plugin_by_hand(META.id, cni)));
        Ok(found)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        const SERVER_PORT: u16 = 9345;
        let joins = join_comment(cx, "/var/lib/rancher/rke2/server/node-token");
        for (path, comment, more, document) in [
            (
                "rke2/server.yaml",
                Message::new("export-rancher-server"),
                server_comments(cx),
                first_server(cx),
            ),
            (
                "rke2/further-server.yaml",
                joins.clone(),
                server_comments(cx),
                server(cx, join(cx, SERVER_PORT)),
            ),
            (
                "rke2/agent.yaml",
                joins,
                node_comments(cx),
                agent(cx, SERVER_PORT),
            ),
        ] {
            let mut comments = vec![place(CONFIG), comment];
            comments.extend(more);
            out.add(path, "application/yaml", &cx.yaml(&comments, &[document]))?;
        }
        if let Some(document) = chart_config(cx) {
            let text = cx.yaml(&[place(CHART_CONFIG)], &[document]);
            out.add("rke2/rke2-cilium-config.yaml", "application/yaml", &text)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::shared::tests::{body, codes};
    use crate::catalog::Cni;
    use crate::components::plan_for_tests as plan;
    use crate::export::for_tests::export;

    const PODS: [&str; 2] = ["10.244.0.0/16", "fd00:10:244::/56"];
    const SERVICES: [&str; 2] = ["10.96.0.0/16", "fd00:10:96::/112"];

    #[test]
    fn dual_stack_with_cilium() {
        let mut plan = plan("1.34", &PODS, &SERVICES);
        plan.spec.cni = Cni::find("cilium");
        assert_eq!(
            body(&plan, "rke2", "rke2/server.yaml"),
            "cni: cilium\n\
             node-ip: NODE_IPV4,NODE_IPV6\n\
             cluster-cidr: 10.244.0.0/16,fd00:10:244::/56\n\
             service-cidr: 10.96.0.0/16,fd00:10:96::/112\n\
             kube-controller-manager-arg:\n  \
               - node-cidr-mask-size-ipv4=24\n  \
               - node-cidr-mask-size-ipv6=64\n"
        );
        assert_eq!(
            body(&plan, "rke2", "rke2/rke2-cilium-config.yaml"),
            "apiVersion: helm.cattle.io/v1\n\
             kind: HelmChartConfig\n\
             metadata:\n  \
               name: rke2-cilium\n  \
               namespace: kube-system\n\
             spec:\n  \
               valuesContent: |\n    \
                 ipv6:\n      \
                   enabled: true\n"
        );
        assert_eq!(
            body(&plan, "rke2", "rke2/agent.yaml"),
            "server: https://CONTROL_PLANE_ENDPOINT:9345\n\
             token: TOKEN\n\
             node-ip: NODE_IPV4,NODE_IPV6\n"
        );
    }

    #[test]
    fn ipv6_only_with_cilium_routes_directly() {
        let mut plan = plan("1.34", &PODS[1..], &SERVICES[1..]);
        plan.spec.cni = Cni::find("cilium");
        let text = body(&plan, "rke2", "rke2/rke2-cilium-config.yaml");
        assert!(
            text.ends_with(
                "    autoDirectNodeRoutes: true\n    routingMode: native\n    ipv6NativeRoutingCIDR: fd00:10:244::/56\n"
            ),
            "{text}"
        );
    }

    #[test]
    fn charts_that_read_the_ranges_get_no_values() {
        for cni in [None, Cni::find("calico"), Cni::find("flannel")] {
            let mut plan = plan("1.34", &PODS, &SERVICES);
            plan.spec.cni = cni;
            assert_eq!(export(&plan, &[], &["rke2"]).files.len(), 3);
            assert_eq!(codes(&plan, "rke2"), ["EXP001"]);
        }
    }

    #[test]
    fn what_is_not_bundled_is_left_out() {
        for (version, cni) in [("1.34", "antrea"), ("1.25", "flannel")] {
            let mut plan = plan(version, &PODS[..1], &SERVICES[..1]);
            plan.spec.cni = Cni::find(cni);
            assert!(
                body(&plan, "rke2", "rke2/server.yaml").starts_with("cni: none\n"),
                "{cni}"
            );
            assert_eq!(codes(&plan, "rke2"), ["EXP025"], "{cni}");
        }
    }

    #[test]
    fn families_that_are_not_built() {
        assert_eq!(codes(&plan("1.20", &PODS, &SERVICES), "rke2"), ["EXP022"]);
        assert_eq!(codes(&plan("1.34", &PODS, &SERVICES[1..]), "rke2"), ["EXP023"]);
        assert_eq!(codes(&plan("1.34", &[], &SERVICES), "rke2"), ["EXP020"]);
    }
}
