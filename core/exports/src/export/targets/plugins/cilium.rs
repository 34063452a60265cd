//! Cilium: Helm values for three IPAM modes, and a pool as a resource (cilium/charts 1.20.0,
//! pkg/ipam/cidrset/cidr_set.go).

use serde_json::{Map, Value};

use super::shared;
use crate::diagnostic::{Diagnostic, Severity};
use crate::export::tree::{Set, sparse, tree};
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta, finding};
use crate::i18n::Message;
use crate::kubernetes::tools::{CILIUM_PREFER_IPV6, CILIUM_UNDERLAY_PROTOCOL};
use crate::needs::versions;
use crate::net::{Cidr, IpFamily};

/// Helm values of Cilium.
pub(in crate::export) struct Cilium;

static META: TargetMeta = TargetMeta {
    id: "cilium",
    versions: versions::CILIUM,
    docs: "https://docs.cilium.io/en/stable/network/concepts/ipam/",
    checked: &[
        Checked::Schema("cilium/charts 1.18.12 and 1.20.0"),
        Checked::Source("cilium/cilium 002c6fff"),
    ],
};

const PLUGIN: &str = "Cilium";
/// The largest number of characters in a cluster's name.
const NAME_LENGTH: usize = 32;
fn pods(cx: &ExportContext<'_>, family: IpFamily) -> Vec<Cidr> {
    shared::of(&cx.plan.spec.pod_cidrs, family)
}

fn has(cx: &ExportContext<'_>, family: IpFamily) -> bool {
    !pods(cx, family).is_empty()
}

/// Returns a name of a value with `IPv4` or `IPv6` in it.
fn key(family: IpFamily, before: &str, after: &str) -> String {
    format!("{before}{}{after}", family.as_str())
}

/// Returns a name of a value with `ipv4` or `ipv6` in it.
fn lower(family: IpFamily, after: &str) -> String {
    format!("{}{after}", family.as_str().to_ascii_lowercase())
}

fn cluster_name(cx: &ExportContext<'_>) -> String {
    let name: String = cx.object_name().chars().take(NAME_LENGTH).collect();
    name.trim_end_matches('-').to_owned()
}

/// Returns whether tunnels have to use IPv6: if pods or nodes have no IPv4.
fn underlay_ipv6(cx: &ExportContext<'_>) -> bool {
    let spec = &cx.plan.spec;
    let nodes_lack_ipv4 = !spec.node_cidrs.is_empty() && spec.node_cidrs_of(IpFamily::IPv4).next().is_none();
    has(cx, IpFamily::IPv6) && (!has(cx, IpFamily::IPv4) || nodes_lack_ipv4)
}

fn ipv6_first(cx: &ExportContext<'_>) -> bool {
    cx.plan.spec.pod_cidrs.first().map(Cidr::family) == Some(IpFamily::IPv6)
}

/// Returns the findings about values that the plan needs and its release of the chart does not have.
fn missing_values(cx: &ExportContext<'_>) -> Vec<Diagnostic> {
    [
        (underlay_ipv6(cx), &CILIUM_UNDERLAY_PROTOCOL, "EXP028.underlay"),
        (ipv6_first(cx), &CILIUM_PREFER_IPV6, "EXP028.prefer"),
    ]
    .into_iter()
    .filter(|(needed, change, _)| *needed && !cx.plan.spec.has(change))
    .map(|(_, change, id)| {
        let message = Message::new(id)
            .with("value", change.name)
            .with("release", change.release.to_string());
        finding("EXP028", Severity::Warning, "tools", message)
    })
    .collect()
}

/// The way in which packets travel between nodes.
enum Routing {
    Tunnel,
    Native,
}

/// Returns the values of tunnels. A release whose tunnels use IPv4 alone routes natively where they would need IPv6.
fn tunnel(cx: &ExportContext<'_>) -> Map<String, Value> {
    let mut values = Map::new();
    values.set("routingMode", &"tunnel");
    values.set("tunnelProtocol", &"vxlan");
    if underlay_ipv6(cx) {
        if !cx.plan.spec.has(&CILIUM_UNDERLAY_PROTOCOL) {
            return native(cx);
        }
        values.set("underlayProtocol", &"ipv6");
    }
    values
}

/// Returns one native routing range per family. For a family with several ranges, the agent's list names the
/// destinations that are not masqueraded.
fn native(cx: &ExportContext<'_>) -> Map<String, Value> {
    let mut values = Map::new();
    values.set("routingMode", &"native");
    values.set("autoDirectNodeRoutes", &true);
    let mut several = false;
    for family in IpFamily::ALL {
        match pods(cx, family).as_slice() {
            [] => {}
            [one] => {
                values.insert(lower(family, "NativeRoutingCIDR"), tree!(one));
            }
            _ => several |= shared::is_private(cx, family),
        }
    }
    if several {
        values.set(
            "ipMasqAgent",
            &tree!({
                "enabled": true,
                "config": {
                    "nonMasqueradeCIDRs": kept(cx),
                    "masqLinkLocal": false,
                    "masqLinkLocalIPv6": false,
                },
            }),
        );
    }
    values
}

/// Returns the destinations that see the pods' own addresses, in the families that are masqueraded.
fn kept(cx: &ExportContext<'_>) -> Vec<Cidr> {
    let spec = &cx.plan.spec;
    let mut kept: Vec<Cidr> = Vec::new();
    for family in IpFamily::ALL
        .into_iter()
        .filter(|family| shared::is_private(cx, *family))
    {
        let all = spec.pod_cidrs.iter().chain(&spec.node_cidrs);
        for cidr in all.filter(|cidr| cidr.family() == family) {
            if !kept.contains(cidr) {
                kept.push(*cidr);
            }
        }
    }
    kept
}

/// Returns the values of an IPAM mode together with those that every mode shares.
fn values(cx: &ExportContext<'_>, ipam: Map<String, Value>, routing: Routing) -> Value {
    let mut values = Map::new();
    values.set("cluster", &tree!({"name": cluster_name(cx), "id": 0}));
    for family in IpFamily::ALL {
        values.insert(lower(family, ""), tree!({"enabled": has(cx, family)}));
    }
    values.extend(ipam);
    values.extend(match routing {
        Routing::Tunnel => tunnel(cx),
        Routing::Native => native(cx),
    });
    for family in IpFamily::ALL {
        // The value is on by default and then needs a native routing range even for a family that is off.
        values.insert(
            key(family, "enable", "Masquerade"),
            tree!(shared::is_private(cx, family)),
        );
    }
    if shared::any_private(cx) {
        values.set("bpf", &tree!({"masquerade": true}));
    }
    // Masquerading in eBPF needs the value.
    values.set("kubeProxyReplacement", &true);
    values.set("k8sServiceHost", &shared::api_server(cx));
    values.set("k8sServicePort", &shared::api_server_port(cx));
    if ipv6_first(cx) && cx.plan.spec.has(&CILIUM_PREFER_IPV6) {
        values.set("preferIpv6", &true);
    }
    Value::Object(values)
}

fn ipam(mode: &str, operator: Option<Value>) -> Map<String, Value> {
    let mode = sparse!({"mode": mode, "operator": operator});
    Map::from_iter([("ipam".to_owned(), mode)])
}

fn cluster_pool(cx: &ExportContext<'_>) -> Value {
    let mut operator = Map::new();
    for family in IpFamily::ALL.into_iter().filter(|family| has(cx, *family)) {
        operator.insert(key(family, "clusterPool", "PodCIDRList"), tree!(pods(cx, family)));
        operator.insert(
            key(family, "clusterPool", "MaskSize"),
            tree!(shared::node_mask(cx, family)),
        );
    }
    values(
        cx,
        ipam("cluster-pool", Some(Value::Object(operator))),
        Routing::Tunnel,
    )
}

fn host_scope(cx: &ExportContext<'_>) -> Value {
    let required: Map<String, Value> = IpFamily::ALL
        .into_iter()
        .filter(|family| has(cx, *family))
        .map(|family| (key(family, "require", "PodCIDR"), tree!(true)))
        .collect();
    let mut ipam = ipam("kubernetes", None);
    ipam.insert("k8s".to_owned(), Value::Object(required));
    values(cx, ipam, Routing::Tunnel)
}

/// Returns the ranges of a pool, by family.
fn pool(cx: &ExportContext<'_>) -> Value {
    let families: Map<String, Value> = IpFamily::ALL
        .into_iter()
        .filter(|family| has(cx, *family))
        .map(|family| {
            let mask = shared::node_mask(cx, family);
            (
                lower(family, ""),
                tree!({"cidrs": pods(cx, family), "maskSize": mask}),
            )
        })
        .collect();
    Value::Object(families)
}

fn multi_pool(cx: &ExportContext<'_>) -> Value {
    let mut ipam = ipam(
        "multi-pool",
        Some(tree!({"autoCreateCiliumPodIPPools": {"default": pool(cx)}})),
    );
    if let Some(Value::Object(fields)) = ipam.get_mut("ipam") {
        fields.set("multiPoolPreAllocation", &"default=8");
    }
    ipam.set("endpointRoutes", &tree!({"enabled": true}));
    values(cx, ipam, Routing::Native)
}

fn pod_ip_pool(cx: &ExportContext<'_>) -> Value {
    tree!({
        "apiVersion": "cilium.io/v2alpha1",
        "kind": "CiliumPodIPPool",
        "metadata": {"name": "default"},
        "spec": pool(cx),
    })
}

/// Returns the findings that prevent kube-controller-manager from giving nodes their ranges, which host-scope IPAM
/// needs.
fn node_ranges(cx: &ExportContext<'_>) -> Vec<Diagnostic> {
    shared::node_ranges(cx, META.id, PLUGIN)
}

/// Returns the comments about values that older charts do not know (cilium/charts values.schema.json). They ignore them,
/// and the agent then tunnels over IPv4, or shows IPv4 first.
fn chart(document: &Value) -> Vec<Message> {
    [&CILIUM_UNDERLAY_PROTOCOL, &CILIUM_PREFER_IPV6]
        .into_iter()
        .filter(|change| document.get(change.name).is_some())
        .map(|change| {
            Message::new("export-cilium-chart")
                .with("value", change.name)
                .with("chart", change.release.to_string())
        })
        .collect()
}

fn is_error(found: &Diagnostic) -> bool {
    found.severity == Severity::Error
}

impl Exporter for Cilium {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        let mut found = node_ranges(cx);
        found.extend(missing_values(cx));
        if found.iter().any(is_error) {
            let message = Message::new("EXP057").with("file", "cilium/values-kubernetes.yaml");
            found.push(finding("EXP057", Severity::Warning, "podCIDRs", message));
        }
        found.extend(shared::api_server_missing(cx, "k8sServiceHost"));
        found.extend(shared::routed_pods(cx));
        Ok(found)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let mut add = |name: &str, comments: &[Message], document: Value| {
            let path = format!("cilium/{name}.yaml");
            let install = [
                Message::new("export-cilium-install").with("file", path.as_str()),
                Message::new("export-cilium-kube-proxy"),
            ];
            let mut all: Vec<Message> = comments.to_vec();
            all.extend(chart(&document));
            if document.get("k8sServiceHost").is_some() {
                all.splice(0..0, install);
                all.extend(shared::api_server_comment(cx));
            }
            out.add(&path, "application/yaml", &cx.yaml(&all, &[document]))
        };
        let own = shared::own_pools(PLUGIN);
        add(
            "values-cluster-pool",
            std::slice::from_ref(&own),
            cluster_pool(cx),
        )?;
        if !node_ranges(cx).iter().any(is_error) {
            add(
                "values-kubernetes",
                &[shared::from_nodes(cx, PLUGIN)],
                host_scope(cx),
            )?;
        }
        let one_network = Message::new("export-cilium-native");
        add("values-multi-pool", &[own, one_network.clone()], multi_pool(cx))?;
        add(
            "values-native-routing",
            &[Message::new("export-cilium-native-install"), one_network],
            Value::Object(native(cx)),
        )?;
        add(
            "pod-ip-pool",
            &[Message::new("export-cilium-pool")],
            pod_ip_pool(cx),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::export::Exported;
    use crate::export::for_tests::context;
    use crate::request::ClusterPlan;

    const BOTH: [&str; 2] = ["10.244.0.0/16", "fd00:10:244::/56"];
    const SERVICES: [&str; 2] = ["10.96.0.0/16", "fd00:10:96::/112"];

    fn export(plan: &ClusterPlan) -> Exported {
        crate::export::for_tests::export(plan, &[], &["cilium"])
    }

    /// The body of a file, without its comments.
    fn body(exported: &Exported, name: &str) -> String {
        let file = exported
            .files
            .iter()
            .find(|file| file.path == format!("cilium/{name}.yaml"))
            .unwrap();
        file.text
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| format!("{line}\n"))
            .collect()
    }

    #[test]
    fn the_cluster_pool_has_both_families() {
        let mut plan = plan("1.36", &BOTH, &SERVICES);
        plan.spec.advertise_address = Some("192.168.1.10".parse().unwrap());
        let exported = export(&plan);
        assert!(exported.diagnostics.is_empty());
        assert_eq!(
            body(&exported, "values-cluster-pool"),
            "cluster:\n  name: demo\n  id: 0\nipv4:\n  enabled: true\nipv6:\n  enabled: true\nipam:\n  \
             mode: cluster-pool\n  operator:\n    clusterPoolIPv4PodCIDRList:\n      - 10.244.0.0/16\n    \
             clusterPoolIPv4MaskSize: 24\n    clusterPoolIPv6PodCIDRList:\n      - fd00:10:244::/56\n    \
             clusterPoolIPv6MaskSize: 64\nroutingMode: tunnel\ntunnelProtocol: vxlan\n\
             enableIPv4Masquerade: true\nenableIPv6Masquerade: true\nbpf:\n  masquerade: true\n\
             kubeProxyReplacement: true\nk8sServiceHost: \"192.168.1.10\"\nk8sServicePort: 6443\n"
        );
    }

    #[test]
    fn several_pools_are_routed_natively() {
        let plan = plan("1.36", &BOTH, &SERVICES);
        let exported = export(&plan);
        assert_eq!(
            body(&exported, "values-multi-pool"),
            "cluster:\n  name: demo\n  id: 0\nipv4:\n  enabled: true\nipv6:\n  enabled: true\nipam:\n  \
             mode: multi-pool\n  operator:\n    autoCreateCiliumPodIPPools:\n      default:\n        ipv4:\n          \
             cidrs:\n            - 10.244.0.0/16\n          maskSize: 24\n        ipv6:\n          cidrs:\n            \
             - fd00:10:244::/56\n          maskSize: 64\n  multiPoolPreAllocation: default=8\nendpointRoutes:\n  \
             enabled: true\nroutingMode: native\nautoDirectNodeRoutes: true\nipv4NativeRoutingCIDR: 10.244.0.0/16\n\
             ipv6NativeRoutingCIDR: fd00:10:244::/56\nenableIPv4Masquerade: true\nenableIPv6Masquerade: true\n\
             bpf:\n  masquerade: true\nkubeProxyReplacement: true\nk8sServiceHost: CONTROL_PLANE_ENDPOINT\n\
             k8sServicePort: 6443\n"
        );
        assert_eq!(
            body(&exported, "pod-ip-pool"),
            "apiVersion: cilium.io/v2alpha1\nkind: CiliumPodIPPool\nmetadata:\n  name: default\nspec:\n  ipv4:\n    \
             cidrs:\n      - 10.244.0.0/16\n    maskSize: 24\n  ipv6:\n    cidrs:\n      - fd00:10:244::/56\n    \
             maskSize: 64\n"
        );
        let codes: Vec<&str> = exported.diagnostics.iter().map(|found| found.code).collect();
        assert_eq!(codes, ["EXP050"]);
    }

    #[test]
    fn ipv6_alone_tunnels_over_ipv6() {
        let plan = plan("1.36", &["2a00:1450::/56"], &["fd00:10:96::/112"]);
        let exported = export(&plan);
        let values = body(&exported, "values-kubernetes");
        assert!(values.contains("ipv4:\n  enabled: false\nipv6:\n  enabled: true\n"));
        assert!(values.contains("k8s:\n  requireIPv6PodCIDR: true\n"));
        assert!(
            values.contains(
                "underlayProtocol: ipv6\nenableIPv4Masquerade: false\nenableIPv6Masquerade: false\n"
            )
        );
        assert!(values.ends_with("preferIpv6: true\n"));
        assert!(!values.contains("bpf"));
        let codes: Vec<&str> = exported.diagnostics.iter().map(|found| found.code).collect();
        assert_eq!(codes, ["EXP050", "EXP012"]);
    }

    #[test]
    fn several_ranges_of_a_family_are_kept_by_the_agent() {
        let plan = plan(
            "1.36",
            &["10.244.0.0/16", "10.245.0.0/16", "fd00:10:244::/56"],
            &SERVICES,
        );
        let exported = export(&plan);
        assert_eq!(
            body(&exported, "values-native-routing"),
            "routingMode: native\nautoDirectNodeRoutes: true\nipv6NativeRoutingCIDR: fd00:10:244::/56\n\
             ipMasqAgent:\n  enabled: true\n  config:\n    nonMasqueradeCIDRs:\n      - 10.244.0.0/16\n      \
             - 10.245.0.0/16\n      - 192.168.1.0/24\n      - fd00:10:244::/56\n      - fd00:192:168:1::/64\n    \
             masqLinkLocal: false\n    masqLinkLocalIPv6: false\n"
        );
        // kube-controller-manager takes one range a family.
        assert!(
            !exported
                .files
                .iter()
                .any(|file| file.path.contains("values-kubernetes"))
        );
        let codes: Vec<&str> = exported.diagnostics.iter().map(|found| found.code).collect();
        assert_eq!(codes, ["EXP015", "EXP057", "EXP050"]);
    }

    #[test]
    fn what_the_operator_refuses_is_not_written() {
        let refused = |pods: &[&str], mask: u8| {
            let mut plan = plan("1.36", pods, &SERVICES);
            plan.spec.nodes.mask_size_ipv6 = Some(mask);
            let exported = export(&plan);
            assert!(exported.files.is_empty());
            let found = &exported.diagnostics[0];
            (found.code, found.upstream.clone())
        };
        assert_eq!(
            refused(&["fd00:10:244::/56"], 73),
            (
                "EXP045",
                Some("New CIDR set failed; the node CIDR size is too big".to_owned())
            )
        );
        assert_eq!(refused(&["fd00:10:244::/72"], 64), ("EXP044", None));
        assert_eq!(refused(&[], 64), ("EXP040", None));
        assert_eq!(
            refused(&["10.244.0.0/16", "10.244.3.0/24"], 64),
            (
                "EXP051",
                Some(
                    "requested CIDR 10.244.3.0/24 collides with clusterCIDR: 10.244.0.0/16, nodeMask: 24"
                        .to_owned()
                )
            )
        );
        let mut widest = plan("1.36", &["fd00:10::/48"], &SERVICES);
        widest.spec.nodes.mask_size_ipv6 = Some(64);
        assert_eq!(export(&widest).files.len(), 5);
    }

    #[test]
    fn names_fit() {
        let mut plan = plan("1.36", &BOTH, &SERVICES);
        plan.metadata.name = "a-cluster-with-a-name-that-goes--on-and-on".to_owned();
        let name = cluster_name(&context(&plan, &[]));
        assert_eq!(name, "a-cluster-with-a-name-that-goes");
    }
}
