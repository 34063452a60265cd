//! Exported files pass what their tools check when they start: every target with rows, at every version, for each kind of
//! cluster, over random plans. `DUALSTACK_PLANS=500` takes that many plans for each of them; without it a few, so that
//! it ends within a minute.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::collections::{BTreeMap, BTreeSet};

use dualstack_conformance::random_plans::{Kind, Random, plan_of};
use dualstack_conformance::start_checks::{self, Check, Document, Where, documents, overlaid};
use dualstack_core::document;
use dualstack_core::export::{ExportContext, Exported, export};
use dualstack_core::i18n::Catalogue;
use dualstack_core::kubernetes::Version;
use dualstack_core::request::ClusterPlan;
use dualstack_core::request::decode::decode;

/// Plans for each target, version and kind of cluster, unless the environment says how many.
const PLANS: usize = 3;

fn plans() -> usize {
    let given = std::env::var("DUALSTACK_PLANS").ok();
    given.and_then(|text| text.parse().ok()).unwrap_or(PLANS)
}

fn read(text: &str) -> ClusterPlan {
    decode(&document::read(text), |_| false).plan.unwrap().plan
}

/// The documents of an export, each with its path. A file that is installed over another one is taken with it.
fn all_documents(exported: &Exported) -> Vec<(String, Document)> {
    let mut found = Vec::new();
    for file in &exported.files {
        found.extend(
            documents(&file.text)
                .into_iter()
                .map(|document| (file.path.clone(), document)),
        );
    }
    let over = "cilium/values-native-routing.yaml";
    let above = found.iter().find(|(path, _)| path == over).cloned();
    if let Some((_, above)) = above {
        for below in ["cilium/values-cluster-pool.yaml", "cilium/values-kubernetes.yaml"] {
            let base = found.iter().find(|(path, _)| path == below);
            let merged = base.map(|(_, base)| overlaid(base, &above));
            found.extend(merged.map(|merged| (format!("{below} and {over}"), merged)));
        }
    }
    found
}

#[test]
fn exported_files_pass_the_start_up_checks_of_their_tools() {
    let targets: BTreeSet<&str> = start_checks::all().flat_map(|row| row.targets).copied().collect();
    let mut random = Random(0x1_57a7);
    let mut held: BTreeMap<&str, usize> = BTreeMap::new();
    let mut faults = Vec::new();
    for target in &targets {
        for version in Version::all() {
            for kind in Kind::ALL {
                for _ in 0..plans() {
                    let mut text = plan_of(&mut random, &version.to_string(), Some(kind), Some(target));
                    if matches!(*target, "metallb" | "kube-vip" | "cilium-lb-ipam") {
                        text.push_str(
                            "  loadBalancerCIDRs: [192.168.1.240/28, \"fd00:192:168:1::f0/124\"]\n",
                        );
                    }
                    if random.below(3) == 0 {
                        let hosts = ["api.example.com:8443", "192.168.1.10", "[fd00:192:168:1::a]:6443"];
                        text.push_str(&format!("  controlPlaneEndpoint: \"{}\"\n", random.of(&hosts)));
                    }
                    if random.below(3) == 0 {
                        let older = [
                            "cilium: \"1.17\"",
                            "cilium: \"1.18\"",
                            "calico: \"3.22\"",
                            "talos: \"1.14\"",
                        ];
                        text.push_str(&format!("  tools: {{{}}}\n", random.of(&older)));
                    }
                    let plan = read(&text);
                    let cx = ExportContext::new(&plan, &[], Catalogue::of("en"));
                    for (path, document) in all_documents(&export(&cx, &[target])) {
                        for row in start_checks::all().filter(|row| row.reads(target, &path, &document)) {
                            *held.entry(row.source).or_default() += 1;
                            if !document.passes(&row.check) && faults.len() < 5 {
                                faults.push(format!(
                                    "{target} {path}: {}\n{}\n{}\n{text}",
                                    row.source, row.text, document.0
                                ));
                            }
                        }
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    for row in start_checks::all() {
        let count = held.get(row.source).copied().unwrap_or_default();
        assert!(
            count > 5,
            "{:?} {}: only {count} documents",
            row.targets,
            row.source
        );
    }
}

#[test]
fn a_row_refuses_what_its_tool_refuses() {
    let broken: &[(&str, &str, &str)] = &[
        (
            "cilium",
            "cilium/values-cluster-pool.yaml",
            "autoDirectNodeRoutes: true\nroutingMode: tunnel\n",
        ),
        (
            "cilium",
            "cilium/values-x.yaml",
            "routingMode: native\nipv4: {enabled: true}\nenableIPv4Masquerade: true\n",
        ),
        (
            "cilium",
            "cilium/values-x.yaml",
            "ipv4: {enabled: false}\nipv6: {enabled: false}\n",
        ),
        ("cilium", "cilium/values-x.yaml", "cluster: {name: Prod_EU}\n"),
        (
            "cilium",
            "cilium/values-x.yaml",
            "bpf: {masquerade: true}\nkubeProxyReplacement: false\n",
        ),
        (
            "k3s",
            "k3s/server.yaml",
            "cluster-dns: 10.96.0.10\nservice-cidr: 10.96.0.0/16,fd00:10:96::/112\n",
        ),
        (
            "k3s",
            "k3s/server.yaml",
            "cluster-cidr: 10.0.0.0/16\nservice-cidr: fd00:10:96::/112\n",
        ),
        ("k3s", "k3s/agent.yaml", "server: https://a:6443\n"),
        (
            "rke2",
            "rke2/server.yaml",
            "cluster-cidr: 10.0.0.0/16,fd00::/56\nnode-ip: 10.0.0.1\n",
        ),
        (
            "kube-router",
            "kube-router/daemonset-patch.yaml",
            "kind: DaemonSet\nspec: {template: {spec: {containers: [{args: [--enable-ipv4=false]}]}}}\n",
        ),
        (
            "kube-router",
            "kube-router/daemonset-patch.yaml",
            "kind: DaemonSet\nspec: {template: {spec: {containers: [{args: [--enable-ipv6=false, \
             \"--service-cluster-ip-range=fd00::/112\"]}]}}}\n",
        ),
        (
            "k0s",
            "k0s.yaml",
            "kind: ClusterConfig\nspec: {network: {podCIDR: 10.0.0.0/16, serviceCIDR: \"fd00::/108\"}}\n",
        ),
        (
            "talos",
            "talos/1.14-and-later.yaml",
            "kind: KubeNetworkConfig\npodSubnets: [10.0.0.0/8]\nserviceSubnets: [10.96.0.0/16]\nnodeCIDRMaskSizeIPv4: 25\n",
        ),
        (
            "kind",
            "kind.yaml",
            "kind: Cluster\nnetworking: {ipFamily: ipv4, podSubnet: \"fd00::/56\", serviceSubnet: 10.96.0.0/16}\n",
        ),
        (
            "kops",
            "kops.yaml",
            "kind: Cluster\nspec: {networkCIDR: 10.0.0.0/16, nonMasqueradeCIDR: 10.0.0.0/8}\n",
        ),
        (
            "kube-ovn",
            "kube-ovn/values.yaml",
            "ipv4: {JOIN_CIDR: 100.64.0.0/16, SVC_CIDR: 100.64.0.0/20}\n",
        ),
        (
            "antrea",
            "antrea/values-node-ipam.yaml",
            "nodeIPAM: {clusterCIDRs: [10.0.0.0/16, 10.1.0.0/16]}\n",
        ),
        (
            "metallb",
            "metallb.yaml",
            "kind: IPAddressPool\nspec: {addresses: [10.0.0.0/24, 10.0.0.128/25]}\n",
        ),
        (
            "microshift",
            "microshift/config.yaml",
            "network: {clusterNetwork: [10.0.0.0/16], serviceNetwork: [10.1.0.0/16]}\napiServer: {advertiseAddress: \
             10.2.0.1, subjectAltNames: [10.2.0.1]}\n",
        ),
    ];
    for (target, path, text) in broken {
        let all = documents(text);
        let document = all.last().unwrap();
        let mut rows = start_checks::all().filter(|row| row.reads(target, path, document));
        assert!(rows.any(|row| !document.passes(&row.check)), "{target}: {text}");
    }
}

#[test]
fn conditions_mean_what_they_say() {
    let document = start_checks::of(&serde_json::json!({"a": {"b": [1, 2]}, "on": true, "list": "x,y"}));
    assert!(document.passes(&Check::Requires(Where::Is("on", "true"), Where::Has("a/b"))));
    assert!(!document.passes(&Check::Excludes(Where::Has("a"), Where::Begins("list", "y"))));
    assert!(
        document.passes(&Check::AsMany("a/b", "list")) && document.passes(&Check::AsMany("none", "list"))
    );
    assert!(!document.passes(&Check::AtMost("list", 1)) && document.passes(&Check::OneOf("none", &[])));
    assert!(document.passes(&Check::Requires(Where::Lacks("a"), Where::Lacks("on"))));
}
