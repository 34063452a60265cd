//! Calico by its manifest: and patches of calico.yaml as a kustomization (calico/node env:
//! node/pkg/lifecycle/startup; manifests/calico.yaml).

use serde_json::Value;

use super::calico_operator::{PLUGIN, add_node_pools, block_warnings, ip_pool, kernel_comment};
use super::shared;
use crate::document::write::to_json_pretty;
use crate::export::tree::tree;
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
use crate::i18n::Message;
use crate::kubernetes::Window;
use crate::kubernetes::tools::{CALICO_BANDWIDTH, CALICO_NODE_INTERNAL_IP};
use crate::needs::{CalicoPool, calico_pools};
use crate::net::{Cidr, IpFamily};

/// IPPools and patches of calico.yaml.
pub(in crate::export) struct CalicoManifest;

static META: TargetMeta = TargetMeta {
    id: "calico-manifest",
    versions: Window::ALL,
    docs: "https://docs.tigera.io/calico/latest/reference/configure-calico-node",
    checked: &[
        Checked::Schema("projectcalico/calico 87c15906, with its CEL rules"),
        Checked::Source("projectcalico/calico 87c15906"),
    ],
};

/// A placeholder that the install-cni container replaces with a number; it is not quoted in the end.
const MTU: &str = "__CNI_MTU__";

/// Returns the method by which a node's own address is found.
fn autodetection(cx: &ExportContext<'_>, family: IpFamily) -> String {
    let networks: Vec<Cidr> = cx.plan.spec.node_cidrs_of(family).collect();
    if !networks.is_empty() {
        format!("cidr={}", shared::joined(&networks))
    } else if cx.plan.spec.has(&CALICO_NODE_INTERNAL_IP) {
        "kubernetes-internal-ip".to_owned()
    } else {
        "first-found".to_owned()
    }
}

/// Returns the variables of the calico-node container that are changed; the others of the manifest stay as they are.
fn variables(cx: &ExportContext<'_>) -> Vec<(String, String)> {
    let pools = calico_pools(&cx.tool("calico-operator"));
    let pool = |family: IpFamily| pools.iter().find(|pool| pool.cidr.family() == family);
    let (ipv4, ipv6) = (pool(IpFamily::IPv4), pool(IpFamily::IPv6));
    let detect = |pool: Option<&CalicoPool>| if pool.is_some() { "autodetect" } else { "none" }.to_owned();
    let mut variables = vec![
        ("IP".to_owned(), detect(ipv4)),
        ("IP6".to_owned(), detect(ipv6)),
        ("FELIX_IPV6SUPPORT".to_owned(), ipv6.is_some().to_string()),
    ];
    if ipv4.is_none() {
        // Without it BGP's router id is an IPv4 address.
        variables.push(("CALICO_ROUTER_ID".to_owned(), "hash".to_owned()));
    }
    for pool in [ipv4, ipv6].into_iter().flatten() {
        let family = pool.cidr.family();
        let prefix = format!("CALICO_{}POOL", family.as_str().to_ascii_uppercase());
        let vxlan = if pool.vxlan { "CrossSubnet" } else { "Never" };
        variables.push((format!("{prefix}_CIDR"), pool.cidr.to_string()));
        variables.push((format!("{prefix}_BLOCK_SIZE"), pool.block_size.to_string()));
        if family == IpFamily::IPv4 {
            variables.push((format!("{prefix}_IPIP"), "Never".to_owned()));
        }
        if family == IpFamily::IPv4 || pool.vxlan {
            variables.push((format!("{prefix}_VXLAN"), vxlan.to_owned()));
        }
        variables.push((format!("{prefix}_NAT_OUTGOING"), pool.nat.to_string()));
    }
    for pool in [ipv4, ipv6].into_iter().flatten() {
        let name = match pool.cidr.family() {
            IpFamily::IPv4 => "IP_AUTODETECTION_METHOD",
            IpFamily::IPv6 => "IP6_AUTODETECTION_METHOD",
        };
        variables.push((name.to_owned(), autodetection(cx, pool.cidr.family())));
    }
    variables
}

fn daemon_set(cx: &ExportContext<'_>) -> Value {
    let env: Vec<Value> = variables(cx)
        .into_iter()
        .map(|(name, value)| tree!({"name": name, "value": value}))
        .collect();
    tree!({
        "apiVersion": "apps/v1",
        "kind": "DaemonSet",
        "metadata": {"name": "calico-node", "namespace": "kube-system"},
        "spec": {"template": {"spec": {"containers": [{"name": "calico-node", "env": env}]}}},
    })
}

/// Returns the manifest's CNI configuration for clusters without an etcd for Calico, with both families assigned.
fn cni_network_config(cx: &ExportContext<'_>) -> String {
    let assigned = |family| {
        let pods = shared::first(&cx.plan.spec.pod_cidrs, family);
        pods.is_some().to_string()
    };
    let mut config = tree!({
        "name": "k8s-pod-network",
        "cniVersion": "0.3.1",
        "plugins": [
            {
                "type": "calico",
                "log_level": "info",
                "log_file_path": "/var/log/calico/cni/cni.log",
                "datastore_type": "kubernetes",
                "nodename": "__KUBERNETES_NODE_NAME__",
                "mtu": MTU,
                "ipam": {
                    "type": "calico-ipam",
                    "assign_ipv4": assigned(IpFamily::IPv4),
                    "assign_ipv6": assigned(IpFamily::IPv6),
                },
                "policy": {"type": "k8s"},
                "kubernetes": {"kubeconfig": "__KUBECONFIG_FILEPATH__"},
            },
            {"type": "portmap", "snat": true, "capabilities": {"portMappings": true}},
        ],
    });
    if cx.plan.spec.has(&CALICO_BANDWIDTH)
        && let Some(plugins) = config.get_mut("plugins").and_then(Value::as_array_mut)
    {
        plugins.push(tree!({"type": "bandwidth", "capabilities": {"bandwidth": true}}));
    }
    to_json_pretty(&config).replace(&format!("\"{MTU}\""), MTU)
}

fn config_map(cx: &ExportContext<'_>) -> Value {
    tree!({
        "apiVersion": "v1",
        "kind": "ConfigMap",
        "metadata": {"name": "calico-config", "namespace": "kube-system"},
        "data": {"cni_network_config": cni_network_config(cx)},
    })
}

impl Exporter for CalicoManifest {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        Ok(block_warnings(cx))
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let mut add = |name: &str, comments: &[Message], documents: &[Value]| {
            let path = format!("calico-manifest/{name}");
            out.add(&path, "application/yaml", &cx.yaml(comments, documents))
        };
        add(
            "kustomization.yaml",
            &[
                Message::new("export-calico-kustomization"),
                shared::own_pools(PLUGIN),
            ],
            &[tree!({
                "apiVersion": "kustomize.config.k8s.io/v1beta1",
                "kind": "Kustomization",
                "resources": ["calico.yaml"],
                "patches": [{"path": "calico-config.yaml"}, {"path": "calico-node.yaml"}],
            })],
        )?;
        add(
            "calico-config.yaml",
            &[
                Message::new("export-calico-config"),
                Message::new("export-calico-releases"),
            ],
            &[config_map(cx)],
        )?;
        add(
            "calico-node.yaml",
            &[Message::new("export-calico-node")],
            &[daemon_set(cx)],
        )?;
        let comments: Vec<Message> = [
            Some(Message::new("export-calico-pools")),
            Some(Message::new("export-calico-apply")),
            kernel_comment(cx),
        ]
        .into_iter()
        .flatten()
        .collect();
        let documents: Vec<Value> = calico_pools(&cx.tool("calico-operator"))
            .iter()
            .map(ip_pool)
            .collect();
        add("ippools.yaml", &comments, &documents)?;
        add_node_pools(cx, "calico-manifest/node-networks.yaml", out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::export::for_tests::context;

    const SERVICES: [&str; 2] = ["10.96.0.0/16", "fd00:10:96::/112"];

    fn variables_of(version: &str, pods: &[&str]) -> Vec<String> {
        let plan = plan(version, pods, &SERVICES);
        variables(&context(&plan, &[]))
            .into_iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect()
    }

    #[test]
    fn both_families_are_set() {
        assert_eq!(
            variables_of("1.36", &["fd00:10:244::/56", "10.244.0.0/16"]),
            [
                "IP=autodetect",
                "IP6=autodetect",
                "FELIX_IPV6SUPPORT=true",
                "CALICO_IPV4POOL_CIDR=10.244.0.0/16",
                "CALICO_IPV4POOL_BLOCK_SIZE=26",
                "CALICO_IPV4POOL_IPIP=Never",
                "CALICO_IPV4POOL_VXLAN=CrossSubnet",
                "CALICO_IPV4POOL_NAT_OUTGOING=true",
                "CALICO_IPV6POOL_CIDR=fd00:10:244::/56",
                "CALICO_IPV6POOL_BLOCK_SIZE=122",
                "CALICO_IPV6POOL_VXLAN=CrossSubnet",
                "CALICO_IPV6POOL_NAT_OUTGOING=true",
                "IP_AUTODETECTION_METHOD=cidr=192.168.1.0/24",
                "IP6_AUTODETECTION_METHOD=cidr=fd00:192:168:1::/64",
            ]
        );
    }

    #[test]
    fn without_ipv4_the_router_id_is_a_hash() {
        assert_eq!(
            variables_of("1.36", &["2a00:1450::/56"]),
            [
                "IP=none",
                "IP6=autodetect",
                "FELIX_IPV6SUPPORT=true",
                "CALICO_ROUTER_ID=hash",
                "CALICO_IPV6POOL_CIDR=2a00:1450::/56",
                "CALICO_IPV6POOL_BLOCK_SIZE=122",
                "CALICO_IPV6POOL_VXLAN=CrossSubnet",
                "CALICO_IPV6POOL_NAT_OUTGOING=false",
                "IP6_AUTODETECTION_METHOD=cidr=fd00:192:168:1::/64",
            ]
        );
    }

    #[test]
    fn old_releases_know_no_vxlan_of_ipv6() {
        let old = variables_of("1.20", &["10.244.0.0/16", "fd00:10:244::/56"]);
        assert!(
            !old.iter()
                .any(|variable| variable.starts_with("CALICO_IPV6POOL_VXLAN"))
        );
    }

    #[test]
    fn the_mtu_stays_a_number() {
        let plan = plan("1.36", &["fd00:10:244::/56"], &SERVICES);
        let text = cni_network_config(&context(&plan, &[]));
        assert!(text.contains("\"mtu\": __CNI_MTU__,\n"));
        assert!(text.contains("\"assign_ipv4\": \"false\",\n        \"assign_ipv6\": \"true\"\n"));
    }
}
