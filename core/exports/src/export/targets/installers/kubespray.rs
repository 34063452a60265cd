//! Kubespray: an inventory (`docs/ansible/vars.md`, `roles/kubespray_defaults`, `roles/validate_inventory` of v2.31).

use serde_json::{Map, Value};

use crate::catalog::Cni;
use crate::diagnostic::Severity;
use crate::export::tree::{Set, member, sparse, tree};
use crate::export::{
    Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta, finding, forecasts, ranges,
};
use crate::i18n::Message;
use crate::kubernetes::{KubesprayStacks, Window};
use crate::needs::kubespray_stacks;
use crate::net::{Cidr, IpFamily};

/// Group variables and hosts.
pub(in crate::export) struct Kubespray;

static META: TargetMeta = TargetMeta {
    id: "kubespray",
    versions: Window::ALL,
    docs: "https://github.com/kubernetes-sigs/kubespray/blob/master/docs/ansible/vars.md",
    checked: &[Checked::Source("kubernetes-sigs/kubespray 46dbdd39")],
};

/// Plugins of the catalogue that `kube_network_plugin` knows by the same name.
const PLUGINS: [&str; 5] = ["calico", "cilium", "flannel", "kube-ovn", "kube-router"];
/// The value of `kube_network_plugin` for a plugin that is installed afterwards.
const BY_HAND: &str = "cni";
/// The index of the address of cluster DNS in the Service range (`skydns_server`).
const DNS_INDEX: u128 = 3;
/// The default of kubelet.
const DEFAULT_MAX_PODS: u32 = 110;

fn stacks(cx: &ExportContext<'_>) -> KubesprayStacks {
    kubespray_stacks(&cx.tool(META.id))
}

fn plugin(cni: Cni) -> &'static str {
    PLUGINS
        .into_iter()
        .find(|plugin| *plugin == cni.id())
        .unwrap_or(BY_HAND)
}

fn has(cx: &ExportContext<'_>, family: IpFamily) -> bool {
    ranges::of_family(&cx.plan.spec.pod_cidrs, family).is_some()
}

fn group_vars(cx: &ExportContext<'_>) -> Value {
    let spec = &cx.plan.spec;
    let (ipv4, ipv6) = (has(cx, IpFamily::IPv4), has(cx, IpFamily::IPv6));
    let mut vars = Map::new();
    let mut set = |name: &str, value: Value| vars.insert(name.to_owned(), value);
    // The DNS domain; Kubespray has no other name for a cluster.
    set("cluster_name", tree!("cluster.local"));
    if let Some(cni) = spec.cni {
        set("kube_network_plugin", tree!(plugin(cni)));
    }
    match stacks(cx) {
        KubesprayStacks::IPv4Only => {}
        KubesprayStacks::DualStackFlag => {
            set("enable_dual_stack_networks", tree!(ipv4 && ipv6));
        }
        KubesprayStacks::StackFlags => {
            set("ipv4_stack", tree!(ipv4));
            set("ipv6_stack", tree!(ipv6));
        }
    }
    type Pick = fn(&ExportContext<'_>, IpFamily) -> Option<Value>;
    let variables: [(&str, Pick); 3] = [
        ("kube_service_addresses", |cx, family| {
            ranges::of_family(&cx.plan.spec.service_cidrs, family).map(|cidr| tree!(cidr))
        }),
        ("kube_pods_subnet", |cx, family| {
            ranges::of_family(&cx.plan.spec.pod_cidrs, family).map(|cidr| tree!(cidr))
        }),
        // Always written: Kubespray's own default for IPv6 is 120.
        ("kube_network_node_prefix", |cx, family| {
            has(cx, family).then(|| tree!(cx.plan.spec.node_mask(family)))
        }),
    ];
    for (name, pick) in variables {
        for (family, suffix) in [(IpFamily::IPv4, ""), (IpFamily::IPv6, "_ipv6")] {
            if let Some(value) = pick(cx, family) {
                set(&format!("{name}{suffix}"), value);
            }
        }
    }
    if let Some(endpoint) = cx.endpoint() {
        let port = endpoint.port();
        if let Some(name) = endpoint.name() {
            set("apiserver_loadbalancer_domain_name", tree!(name));
        }
        let address = endpoint.address();
        set(
            "loadbalancer_apiserver",
            sparse!({"address": address, "port": port}),
        );
    }
    if spec.nodes.max_pods != DEFAULT_MAX_PODS {
        set("kubelet_max_pods", tree!(spec.nodes.max_pods));
    }
    Value::Object(vars)
}

/// Returns a machine with placeholders for its addresses. The API server's own address is the first machine's.
fn host(cx: &ExportContext<'_>, api_server: bool) -> Value {
    let address = |family: IpFamily| {
        let given = cx
            .plan
            .spec
            .advertise_address
            .filter(|address| api_server && IpFamily::of(*address) == family);
        given.map_or_else(
            || format!("NODE_{}", family.as_str().to_ascii_uppercase()),
            |address| address.to_string(),
        )
    };
    let mut host = Map::new();
    let families: Vec<IpFamily> = IpFamily::ALL
        .into_iter()
        .filter(|family| has(cx, *family))
        .collect();
    if let Some(first) = families.first() {
        host.set("ansible_host", &address(*first));
    }
    let names: &[&str] = match stacks(cx) {
        KubesprayStacks::StackFlags => &["ip", "access_ip"],
        _ => &["ip"],
    };
    for name in names {
        for family in &families {
            let suffix = if *family == IpFamily::IPv6 { "6" } else { "" };
            host.insert(format!("{name}{suffix}"), tree!(address(*family)));
        }
    }
    Value::Object(host)
}

/// The machines to begin with: one of each kind, or the only one, for the playbook asks whether there are ranges for all.
fn hosts(cx: &ExportContext<'_>) -> Value {
    let mut hosts = Map::new();
    hosts.insert("cp-1".to_owned(), host(cx, true));
    let mut worker = "cp-1";
    if cx.plan.spec.nodes.count != 1 {
        worker = "w-1";
        hosts.insert(worker.to_owned(), host(cx, false));
    }
    tree!({"all": {
        "hosts": hosts,
        "children": {
            "kube_control_plane": {"hosts": {"cp-1": {}}},
            "etcd": {"hosts": {"cp-1": {}}},
            "kube_node": {"hosts": member(worker, &tree!({}))},
            "k8s_cluster": {"children": {"kube_control_plane": {}, "kube_node": {}}},
        },
    }})
}

impl Exporter for Kubespray {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        let value = if has(cx, IpFamily::IPv4) {
            "NODE_IPV4"
        } else {
            "NODE_IPV6"
        };
        let hosts = Message::new("EXP001")
            .with("target", META.id)
            .with("flag", "hosts.yaml")
            .with("value", value);
        let mut found = vec![finding("EXP001", Severity::Warning, "nodes", hosts)];
        if let Some(cni) = cx.plan.spec.cni.filter(|cni| plugin(*cni) == BY_HAND) {
            let message = Message::new("EXP096")
                .with("target", META.id)
                .with("plugin", cni.title());
            found.push(finding("EXP096", Severity::Warning, "cni", message));
        }
        found.extend(forecasts::of_kubeadm(cx, META.id));
        Ok(found)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let dns = cx
            .plan
            .spec
            .service_cidrs
            .first()
            .and_then(|cidr: &Cidr| cidr.address(DNS_INDEX));
        let mut comments = vec![Message::new("export-kubespray").with("version", cx.profile.version)];
        comments.extend(dns.map(|address| Message::new("export-kubespray-dns").with("address", address)));
        out.add(
            "kubespray/group_vars/k8s_cluster/k8s-cluster.yml",
            "application/yaml",
            &cx.yaml(&comments, &[group_vars(cx)]),
        )?;
        let comment = Message::new("export-kubespray-hosts").with("nodes", cx.plan.spec.nodes.count);
        out.add(
            "kubespray/hosts.yaml",
            "application/yaml",
            &cx.yaml(&[comment], &[hosts(cx)]),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::export::Exported;
    use crate::export::for_tests::export;
    use crate::request::ClusterPlan;

    const PODS: &[&str] = &["10.244.0.0/16", "fd00:10:244::/56"];
    const SERVICES: &[&str] = &["10.96.0.0/16", "fd00:10:96::/112"];

    fn written(plan: &ClusterPlan) -> Exported {
        export(plan, &[], &["kubespray"])
    }

    fn body(exported: &Exported, index: usize) -> String {
        let lines = exported.files[index]
            .text
            .lines()
            .filter(|line| !line.starts_with('#'));
        lines.map(|line| format!("{line}\n")).collect()
    }

    #[test]
    fn group_variables_of_the_default_plan() {
        let mut plan = plan("1.36", PODS, SERVICES);
        plan.spec.cni = Cni::find("calico");
        let exported = written(&plan);
        assert_eq!(
            exported.files[0].path,
            "kubespray/group_vars/k8s_cluster/k8s-cluster.yml"
        );
        assert_eq!(
            body(&exported, 0),
            "\
cluster_name: cluster.local
kube_network_plugin: calico
ipv4_stack: true
ipv6_stack: true
kube_service_addresses: 10.96.0.0/16
kube_service_addresses_ipv6: fd00:10:96::/112
kube_pods_subnet: 10.244.0.0/16
kube_pods_subnet_ipv6: fd00:10:244::/56
kube_network_node_prefix: 24
kube_network_node_prefix_ipv6: 64
"
        );
        assert!(exported.files[0].text.contains("# cluster DNS gets 10.96.0.3"));
    }

    #[test]
    fn hosts_of_a_plan() {
        let mut plan = plan("1.36", PODS, SERVICES);
        plan.spec.nodes.count = 3;
        plan.spec.advertise_address = Some("192.168.1.11".parse().unwrap());
        assert_eq!(
            body(&written(&plan), 1),
            "\
all:
  hosts:
    cp-1:
      ansible_host: \"192.168.1.11\"
      ip: \"192.168.1.11\"
      ip6: NODE_IPV6
      access_ip: \"192.168.1.11\"
      access_ip6: NODE_IPV6
    w-1:
      ansible_host: NODE_IPV4
      ip: NODE_IPV4
      ip6: NODE_IPV6
      access_ip: NODE_IPV4
      access_ip6: NODE_IPV6
  children:
    kube_control_plane:
      hosts:
        cp-1: {}
    etcd:
      hosts:
        cp-1: {}
    kube_node:
      hosts:
        w-1: {}
    k8s_cluster:
      children:
        kube_control_plane: {}
        kube_node: {}
"
        );
    }

    #[test]
    fn one_planned_machine_is_one_host() {
        let mut plan = plan("1.36", PODS, SERVICES);
        plan.spec.nodes.count = 1;
        let hosts = body(&written(&plan), 1);
        assert!(!hosts.contains("w-1"), "{hosts}");
        assert!(
            hosts.contains("    kube_node:\n      hosts:\n        cp-1: {}\n"),
            "{hosts}"
        );
    }

    #[test]
    fn ipv6_alone_and_the_older_flag() {
        let ipv6 = body(&written(&plan("1.36", &PODS[1..], &SERVICES[1..])), 0);
        assert!(
            ipv6.contains("ipv4_stack: false\nipv6_stack: true\nkube_service_addresses_ipv6:"),
            "{ipv6}"
        );
        let old = body(&written(&plan("1.29", PODS, SERVICES)), 0);
        assert!(
            old.contains("enable_dual_stack_networks: true\n") && !old.contains("ipv4_stack"),
            "{old}"
        );
    }

    #[test]
    fn what_the_playbook_would_refuse_is_not_written() {
        let refused = |plan: &ClusterPlan| {
            let exported = written(plan);
            assert!(exported.files.is_empty(), "{:?}", exported.files);
            let found = exported.diagnostics[0].clone();
            (found.code, found.upstream.unwrap_or_default())
        };
        let first = plan("1.36", &[PODS[1], PODS[0]], &[SERVICES[1], SERVICES[0]]);
        assert_eq!(refused(&first).0, "EXP088");
        assert_eq!(refused(&plan("1.29", &PODS[1..], &SERVICES[1..])).0, "EXP089");
        assert_eq!(refused(&plan("1.16", PODS, SERVICES)).0, "EXP089");
        let mut small = plan("1.36", PODS, SERVICES);
        small.spec.cni = Cni::find("flannel");
        small.spec.nodes.mask_size_ipv4 = Some(26);
        assert_eq!(
            refused(&small).1,
            "Do not schedule more pods on a node than inet addresses are available."
        );
        small.spec.nodes.max_pods = 62;
        assert!(body(&written(&small), 0).ends_with("kubelet_max_pods: 62\n"));
        small.spec.nodes.count = 1025;
        assert_eq!(
            refused(&small).1,
            "Not enough ipv4 IPs are available for the desired node count."
        );
        small.spec.cni = Cni::find("calico");
        assert!(!written(&small).files.is_empty(), "not checked for Calico");
        let inside = plan("1.36", &["10.96.0.0/20"], &["10.96.0.0/16"]);
        assert_eq!(
            refused(&inside).1,
            "kube_pods_subnet cannot be the same network segment as kube_service_addresses"
        );
    }

    #[test]
    fn a_plugin_that_kubespray_does_not_know_is_left_to_the_user() {
        let mut plan = plan("1.36", PODS, SERVICES);
        plan.spec.cni = Cni::find("antrea");
        let exported = written(&plan);
        assert!(body(&exported, 0).contains("kube_network_plugin: cni\n"));
        assert!(exported.diagnostics.iter().any(|found| found.code == "EXP096"));
    }
}
