//! K3s: config.yaml of the first server, of further servers and of agents (k3s-io/docs basic-network-options.md,
//! cli/server.md).

use serde_json::{Map, Value};

use super::shared::{
    assignments, cluster_dns, control_plane, insert, is_private, joined, max_pods, node_arguments, node_ip,
    of_family, place, placeholder, placeholder_comment, plugin_by_hand,
};
use crate::catalog::Cni;
use crate::export::context::CONTROL_PLANE_ENDPOINT;
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
use crate::i18n::Message;
use crate::needs::versions;
use crate::net::IpFamily;
use crate::request::Endpoint;

/// Configuration of K3s.
pub(in crate::export) struct K3s;

/// The first version that reads a configuration file is 1.19.1.
static META: TargetMeta = TargetMeta {
    id: "k3s",
    versions: versions::K3S,
    docs: "https://docs.k3s.io/networking/basic-network-options#dual-stack-ipv4--ipv6-networking",
    checked: &[Checked::Source("k3s-io/k3s 005499a9")],
};

const CONFIG: &str = "/etc/rancher/k3s/config.yaml";
/// The port at which K3s serves the API and registers nodes.
const SERVER_PORT: u16 = 6443;

fn other_plugin(cx: &ExportContext<'_>) -> Option<Cni> {
    cx.plan.spec.cni.filter(|cni| !cni.row().bundled_with_k3s)
}

/// Adds the ranges and DNS, which are the same on every server.
pub(super) fn ranges(cx: &ExportContext<'_>, fields: &mut Map<String, Value>) {
    insert(fields, "node-ip", &node_ip(cx));
    insert(fields, "cluster-cidr", &joined(&cx.plan.spec.pod_cidrs));
    insert(fields, "service-cidr", &joined(&cx.plan.spec.service_cidrs));
    // One address makes the DNS Service single-stack (pkg/server/server.go): with both families K3s and RKE2 take the
    // tenth address of each range by themselves.
    let dns = cluster_dns(cx).filter(|_| cx.plan.spec.service_cidrs.len() == 1);
    insert(fields, "cluster-dns", &dns);
    // The certificate of every server has to have the shared name.
    let san = cx.endpoint().map(|endpoint| vec![endpoint.host()]);
    insert(fields, "tls-san", &san);
}

/// Returns the comment about what a node needs to join.
pub(super) fn join_comment(cx: &ExportContext<'_>, path: &'static str) -> Message {
    let id = if cx.endpoint().is_some() {
        "export-rancher-join.known"
    } else {
        "export-rancher-join"
    };
    Message::new(id).with("path", path)
}

/// Adds the arguments for kube-controller-manager.
pub(super) fn controller_manager(cx: &ExportContext<'_>, fields: &mut Map<String, Value>) {
    insert(
        fields,
        "kube-controller-manager-arg",
        &assignments(&node_arguments(cx)),
    );
}

/// Adds the arguments for the kubelet of every node.
pub(super) fn kubelet(cx: &ExportContext<'_>, fields: &mut Map<String, Value>) {
    let arguments = max_pods(cx).map(|max_pods| vec![format!("max-pods={max_pods}")]);
    insert(fields, "kubelet-arg", &arguments);
}

/// Returns the port at which servers register nodes, if K3s listens there for the API too.
const fn api_port(endpoint: &Endpoint) -> u16 {
    match endpoint.port {
        Some(port) => port,
        None => SERVER_PORT,
    }
}

/// Returns the settings with which a node other than the first one finds the cluster. RKE2 registers nodes at a port of
/// its own, K3s at that of the API.
pub(super) fn join(cx: &ExportContext<'_>, port: u16) -> Map<String, Value> {
    let mut fields = Map::new();
    let server = match cx.endpoint() {
        Some(endpoint) if port == SERVER_PORT => endpoint.at_port(api_port(endpoint)),
        Some(endpoint) => endpoint.at_port(port),
        None => format!("{CONTROL_PLANE_ENDPOINT}:{port}"),
    };
    insert(&mut fields, "server", &format!("https://{server}"));
    insert(&mut fields, "token", &"TOKEN");
    fields
}

/// Returns the configuration that is the same on every node, besides its role.
pub(super) fn agent(cx: &ExportContext<'_>, port: u16) -> Value {
    let mut fields = join(cx, port);
    insert(&mut fields, "node-ip", &node_ip(cx));
    kubelet(cx, &mut fields);
    Value::Object(fields)
}

/// Returns the comments about the addresses of nodes.
pub(super) fn node_comments(cx: &ExportContext<'_>) -> Vec<Message> {
    let mut comments: Vec<Message> = node_ip(cx)
        .iter()
        .map(|value| placeholder_comment("node-ip", value))
        .collect();
    if of_family(&cx.plan.spec.pod_cidrs, IpFamily::IPv6).is_some() {
        comments.push(Message::new("export-accept-ra"));
    }
    comments
}

fn server(cx: &ExportContext<'_>, mut fields: Map<String, Value>) -> Value {
    ranges(cx, &mut fields);
    let other = other_plugin(cx).is_some();
    insert(
        &mut fields,
        "flannel-backend",
        &if other { "none" } else { "vxlan" },
    );
    if other {
        insert(&mut fields, "disable-network-policy", &true);
    } else if is_private(cx, IpFamily::IPv6) {
        // Flannel masquerades only IPv4 by default.
        insert(&mut fields, "flannel-ipv6-masq", &true);
    }
    controller_manager(cx, &mut fields);
    kubelet(cx, &mut fields);
    Value::Object(fields)
}

fn first_server(cx: &ExportContext<'_>) -> Value {
    let mut fields = Map::new();
    insert(&mut fields, "cluster-init", &true);
    insert(&mut fields, "advertise-address", &cx.plan.spec.advertise_address);
    server(cx, fields)
}

impl Exporter for K3s {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn api_port(&self) -> Option<u16> {
        // k3s-io/k3s pkg/cli/cmds/server.go `https-listen-port`; the files of further nodes have the plan's port
        Some(6443)
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        let mut found = cx.flags_findings(META.id, control_plane);
        found.extend(node_ip(cx).map(|value| placeholder(META.id, "node-ip", &value)));
        found.extend(other_plugin(cx).map(|cni| plugin_by_hand(META.id, cni)));
        Ok(found)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let joins = join_comment(cx, "/var/lib/rancher/k3s/server/token");
        for (path, comment, document) in [
            (
                "k3s/server.yaml",
                Message::new("export-rancher-server"),
                first_server(cx),
            ),
            (
                "k3s/further-server.yaml",
                joins.clone(),
                server(cx, join(cx, SERVER_PORT)),
            ),
            ("k3s/agent.yaml", joins, agent(cx, SERVER_PORT)),
        ] {
            let mut comments = vec![place(CONFIG), comment];
            comments.extend(node_comments(cx));
            out.add(path, "application/yaml", &cx.yaml(&comments, &[document]))?;
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
    fn dual_stack_with_the_bundled_flannel() {
        let plan = plan("1.34", &PODS, &SERVICES);
        assert_eq!(
            body(&plan, "k3s", "k3s/server.yaml"),
            "cluster-init: true\n\
             node-ip: NODE_IPV4,NODE_IPV6\n\
             cluster-cidr: 10.244.0.0/16,fd00:10:244::/56\n\
             service-cidr: 10.96.0.0/16,fd00:10:96::/112\n\
             flannel-backend: vxlan\n\
             flannel-ipv6-masq: true\n\
             kube-controller-manager-arg:\n  \
               - node-cidr-mask-size-ipv4=24\n  \
               - node-cidr-mask-size-ipv6=64\n"
        );
        assert_eq!(
            body(&plan, "k3s", "k3s/agent.yaml"),
            "server: https://CONTROL_PLANE_ENDPOINT:6443\n\
             token: TOKEN\n\
             node-ip: NODE_IPV4,NODE_IPV6\n"
        );
        assert_eq!(codes(&plan, "k3s"), ["EXP001"]);
    }

    #[test]
    fn ipv6_first_with_another_plugin() {
        let mut plan = plan("1.34", &[PODS[1], PODS[0]], &[SERVICES[1], SERVICES[0]]);
        plan.spec.cni = Cni::find("cilium");
        plan.spec.advertise_address = "fd00:192:168:1::11".parse().ok();
        plan.spec.nodes.max_pods = 200;
        assert_eq!(
            body(&plan, "k3s", "k3s/server.yaml"),
            "cluster-init: true\n\
             advertise-address: fd00:192:168:1::11\n\
             node-ip: NODE_IPV6,NODE_IPV4\n\
             cluster-cidr: fd00:10:244::/56,10.244.0.0/16\n\
             service-cidr: fd00:10:96::/112,10.96.0.0/16\n\
             flannel-backend: none\n\
             disable-network-policy: true\n\
             kube-controller-manager-arg:\n  \
               - node-cidr-mask-size-ipv6=64\n  \
               - node-cidr-mask-size-ipv4=24\n\
             kubelet-arg:\n  \
               - max-pods=200\n"
        );
        assert_eq!(codes(&plan, "k3s"), ["EXP001", "EXP025"]);
    }

    #[test]
    fn routed_ipv6_pods_are_not_translated() {
        let plan = plan("1.34", &["10.244.0.0/16", "2a00:1450:4001::/56"], &SERVICES);
        assert!(!body(&plan, "k3s", "k3s/server.yaml").contains("masq"));
    }

    #[test]
    fn a_service_range_larger_than_112_bits_is_refused() {
        let plan = plan("1.34", &PODS, &["10.96.0.0/16", "fd00:10:96::/108"]);
        assert_eq!(codes(&plan, "k3s"), ["EXP024"]);
    }

    #[test]
    fn families_of_pods_and_services_have_to_agree() {
        let plan = plan("1.34", &PODS, &SERVICES[..1]);
        let exported = export(&plan, &[], &["k3s"]);
        assert_eq!(exported.diagnostics[0].code, "EXP023");
        assert_eq!(
            exported.diagnostics[0].upstream.as_deref(),
            Some(
                "cluster-cidr: [10.244.0.0/16 fd00:10:244::/56] and service-cidr: [10.96.0.0/16], must share the same \
                 IP version (IPv4, IPv6 or dual-stack)"
            )
        );
    }

    #[test]
    fn old_versions_build_what_they_can() {
        assert_eq!(codes(&plan("1.20", &PODS, &SERVICES), "k3s"), ["EXP022"]);
        assert_eq!(
            codes(&plan("1.21", &PODS[1..], &SERVICES[1..]), "k3s"),
            ["EXP022"]
        );
        let mut dual = plan("1.22", &PODS, &SERVICES);
        assert_eq!(codes(&dual, "k3s"), ["EXP031"]);
        dual.spec.cni = Cni::find("calico");
        assert_eq!(codes(&dual, "k3s"), ["EXP001", "EXP025"]);
        assert_eq!(
            codes(&plan("1.22", &PODS[1..], &SERVICES[1..]), "k3s"),
            ["EXP001"]
        );
        assert_eq!(
            codes(&plan("1.18", &PODS[..1], &SERVICES[..1]), "k3s"),
            ["EXP002"]
        );
    }
}
