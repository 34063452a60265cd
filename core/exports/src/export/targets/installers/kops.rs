//! kOps on AWS: Cluster and InstanceGroups of v1alpha2 (kubernetes/kops docs/networking/ipv6.md,
//! pkg/apis/kops/validation/validation.go, tests/integration/update_cluster/minimal-ipv6-cilium).

use serde_json::Value;

use super::shared::{
    control_plane, default_node_mask, max_pods, message, node_mask, release, release_comment, unused_address,
};
use crate::diagnostic::{Component, Severity};
use crate::export::tree::{member, sparse, tree};
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta, finding};
use crate::i18n::Message;
use crate::kubernetes::Window;
use crate::needs::kops;
use crate::net::{Cidr, IpFamily};
use crate::request::Endpoint;

/// Manifest for `kops create -f`.
pub(in crate::export) struct Kops;

static META: TargetMeta = TargetMeta {
    id: "kops",
    versions: Window::ALL,
    docs: "https://kops.sigs.k8s.io/networking/ipv6/",
    checked: &[
        Checked::Schema("kubernetes/kops 268927e2"),
        Checked::Source("kubernetes/kops 268927e2"),
    ],
};

/// The only value that switches IPv6 on.
const IPV6_NON_MASQUERADE: &str = "::/0";
fn subnets(cx: &ExportContext<'_>, vpc: Cidr) -> Value {
    if !kops::ipv6(&cx.tool(META.id)) {
        return tree!([{"name": "ZONE", "type": "Public", "zone": "ZONE", "cidr": vpc}]);
    }
    let block = |index| vpc.block(vpc.prefix_len().saturating_add(kops::SUBNET_BITS), index);
    tree!([
        {"name": "ZONE", "type": "Private", "zone": "ZONE", "ipv6CIDR": "/64#0"},
        {"name": "dualstack-ZONE", "type": "DualStack", "zone": "ZONE", "cidr": block(1), "ipv6CIDR": "/64#1"},
        {"name": "utility-ZONE", "type": "Utility", "zone": "ZONE", "cidr": block(0), "ipv6CIDR": "/64#2"},
    ])
}

/// Returns the settings of a plugin besides its name.
fn options(plugin: &str) -> Value {
    match plugin {
        "flannel" => tree!({"backend": "vxlan"}),
        _ => tree!({}),
    }
}

fn name(cx: &ExportContext<'_>) -> String {
    format!("{}.example.com", cx.object_name())
}

fn etcd(cluster: &str) -> Value {
    tree!({"name": cluster, "etcdMembers": [{"name": "a", "instanceGroup": "control-plane-ZONE"}]})
}

fn cluster(cx: &ExportContext<'_>, vpc: Cidr) -> Value {
    let spec = &cx.plan.spec;
    let plugin = kops::plugin(spec.cni);
    let ipv6 = kops::ipv6(&cx.tool(META.id));
    let non_masquerade = if ipv6 {
        tree!(IPV6_NON_MASQUERADE)
    } else {
        tree!(kops::non_masquerade(&cx.tool(META.id), vpc).ok().flatten())
    };
    let pods = spec
        .pod_cidrs
        .first()
        .filter(|_| !kops::pods_from_vpc(&cx.tool(META.id)));
    let mask = node_mask(cx, IpFamily::IPv4);
    let other_mask = pods.is_some() && mask != default_node_mask(IpFamily::IPv4);
    let mask = other_mask.then(|| tree!({"nodeCIDRMaskSize": mask}));
    let access: &[&str] = if ipv6 {
        &["0.0.0.0/0", "::/0"]
    } else {
        &["0.0.0.0/0"]
    };
    let api = if ipv6 {
        tree!({"loadBalancer": {"type": "Public", "class": "Network"}})
    } else {
        tree!({"dns": {}})
    };
    // An empty object has a meaning here, so empty fields are kept.
    let mut fields = vec![
        ("api", api),
        ("authorization", tree!({"rbac": {}})),
        ("channel", tree!("stable")),
        ("cloudProvider", tree!("aws")),
        ("configBase", tree!(format!("s3://STATE_STORE/{}", name(cx)))),
        ("etcdClusters", tree!([etcd("main"), etcd("events")])),
        ("iam", tree!({"allowContainerRegistry": true, "legacy": false})),
    ];
    if ipv6 {
        fields.push(("cloudControllerManager", tree!({})));
    }
    if plugin.field == "kuberouter" {
        fields.push(("kubeProxy", tree!({"enabled": false})));
    }
    fields.extend([
        ("kubeControllerManager", tree!(mask)),
        (
            "kubelet",
            sparse!({"anonymousAuth": false, "maxPods": max_pods(cx)}),
        ),
        ("kubernetesApiAccess", tree!(access)),
        ("kubernetesVersion", tree!(release(cx))),
        ("masterPublicName", tree!(cx.endpoint().and_then(Endpoint::name))),
        ("networkCIDR", tree!(vpc)),
        ("networking", member(plugin.field, &options(plugin.field))),
        ("nonMasqueradeCIDR", non_masquerade),
        ("podCIDR", tree!(pods)),
        ("serviceClusterIPRange", tree!(spec.service_cidrs.first())),
        ("subnets", subnets(cx, vpc)),
    ]);
    let spec: serde_json::Map<String, Value> = fields
        .into_iter()
        .filter(|(_, value)| !value.is_null())
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    tree!({
        "apiVersion": "kops.k8s.io/v1alpha2",
        "kind": "Cluster",
        "metadata": {"name": name(cx)},
        "spec": spec,
    })
}

fn instance_group(cx: &ExportContext<'_>, group: &str, role: &str, sizes: (u32, u32), subnet: &str) -> Value {
    tree!({
        "apiVersion": "kops.k8s.io/v1alpha2",
        "kind": "InstanceGroup",
        "metadata": {"name": group, "labels": {"kops.k8s.io/cluster": name(cx)}},
        "spec": {"role": role, "minSize": sizes.0, "maxSize": sizes.1, "subnets": [subnet]},
    })
}

impl Exporter for Kops {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn api_port(&self) -> Option<u16> {
        // kubernetes/kops pkg/model/awsmodel/api_loadbalancer.go, pkg/kubeconfig/create_kubecfg.go
        Some(443)
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        // Where the VPC gives pods their addresses, kube-controller-manager is not given the plan's range.
        let mut found = cx.flags_findings(META.id, |component| {
            control_plane(component)
                && (component == Component::KubeApiserver || !kops::pods_from_vpc(&cx.tool(META.id)))
        });
        let say = |code, field| finding(code, Severity::Warning, field, message(code, META.id, cx));
        if kops::pods_from_vpc(&cx.tool(META.id)) {
            found.push(say("EXP035", "podCIDRs"));
        }
        let mut networks = cx.plan.spec.node_cidrs.iter();
        if !networks.any(|network| network.family() == IpFamily::IPv4) {
            found.push(say("EXP037", "nodeCIDRs"));
        }
        found.extend(unused_address(cx, META.id));
        found.push(say("EXP039", "nodes"));
        Ok(found)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let Some(vpc) = kops::vpc(&cx.tool(META.id)) else {
            return Ok(());
        };
        let nodes = &cx.plan.spec.nodes;
        let first = if kops::ipv6(&cx.tool(META.id)) {
            "dualstack-ZONE"
        } else {
            "ZONE"
        };
        let documents = [
            cluster(cx, vpc),
            instance_group(cx, "control-plane-ZONE", "Master", (1, 1), first),
            instance_group(cx, "nodes-ZONE", "Node", (nodes.count, nodes.planned()), "ZONE"),
        ];
        let mut comments = vec![
            super::shared::command("kops create -f kops.yaml"),
            Message::new("export-kops"),
        ];
        comments.extend(release_comment(cx));
        out.add("kops.yaml", "application/yaml", &cx.yaml(&comments, &documents))
    }
}

#[cfg(test)]
mod tests {
    use super::super::shared::tests::{body, codes};
    use crate::catalog::{Cni, Provider};
    use crate::components::plan_for_tests;
    use crate::export::for_tests::export;
    use crate::request::ClusterPlan;

    const PODS: [&str; 2] = ["10.244.0.0/16", "fd00:10:244::/56"];
    const SERVICES: [&str; 2] = ["10.96.0.0/16", "fd00:10:96::/112"];

    fn plan(version: &str, family: usize, vpc: &str) -> ClusterPlan {
        let mut plan = plan_for_tests(version, &[PODS[family]], &[SERVICES[family]]);
        plan.spec.node_cidrs = vec![vpc.parse().unwrap()];
        plan
    }

    fn upstream(plan: &ClusterPlan) -> (&'static str, Option<String>) {
        let exported = export(plan, &[], &["kops"]);
        assert!(exported.files.is_empty());
        (
            exported.diagnostics[0].code,
            exported.diagnostics[0].upstream.clone(),
        )
    }

    #[test]
    fn ipv6_cluster() {
        let plan = plan("1.34.2", 1, "172.20.0.0/16");
        assert_eq!(
            body(&plan, "kops", "kops.yaml"),
            "apiVersion: kops.k8s.io/v1alpha2\n\
             kind: Cluster\n\
             metadata:\n  \
               name: demo.example.com\n\
             spec:\n  \
               api:\n    \
                 loadBalancer:\n      \
                   type: Public\n      \
                   class: Network\n  \
               authorization:\n    \
                 rbac: {}\n  \
               channel: stable\n  \
               cloudProvider: aws\n  \
               configBase: s3://STATE_STORE/demo.example.com\n  \
               etcdClusters:\n    \
                 - name: main\n      \
                   etcdMembers:\n        \
                     - name: a\n          \
                       instanceGroup: control-plane-ZONE\n    \
                 - name: events\n      \
                   etcdMembers:\n        \
                     - name: a\n          \
                       instanceGroup: control-plane-ZONE\n  \
               iam:\n    \
                 allowContainerRegistry: true\n    \
                 legacy: false\n  \
               cloudControllerManager: {}\n  \
               kubelet:\n    \
                 anonymousAuth: false\n  \
               kubernetesApiAccess:\n    \
                 - 0.0.0.0/0\n    \
                 - \"::/0\"\n  \
               kubernetesVersion: \"1.34.2\"\n  \
               networkCIDR: 172.20.0.0/16\n  \
               networking:\n    \
                 cilium: {}\n  \
               nonMasqueradeCIDR: \"::/0\"\n  \
               serviceClusterIPRange: fd00:10:96::/112\n  \
               subnets:\n    \
                 - name: ZONE\n      \
                   type: Private\n      \
                   zone: ZONE\n      \
                   ipv6CIDR: /64#0\n    \
                 - name: dualstack-ZONE\n      \
                   type: DualStack\n      \
                   zone: ZONE\n      \
                   cidr: 172.20.32.0/19\n      \
                   ipv6CIDR: /64#1\n    \
                 - name: utility-ZONE\n      \
                   type: Utility\n      \
                   zone: ZONE\n      \
                   cidr: 172.20.0.0/19\n      \
                   ipv6CIDR: /64#2\n\
             ---\n\
             apiVersion: kops.k8s.io/v1alpha2\n\
             kind: InstanceGroup\n\
             metadata:\n  \
               name: control-plane-ZONE\n  \
               labels:\n    \
                 kops.k8s.io/cluster: demo.example.com\n\
             spec:\n  \
               role: Master\n  \
               minSize: 1\n  \
               maxSize: 1\n  \
               subnets:\n    \
                 - dualstack-ZONE\n\
             ---\n\
             apiVersion: kops.k8s.io/v1alpha2\n\
             kind: InstanceGroup\n\
             metadata:\n  \
               name: nodes-ZONE\n  \
               labels:\n    \
                 kops.k8s.io/cluster: demo.example.com\n\
             spec:\n  \
               role: Node\n  \
               minSize: 1\n  \
               maxSize: 1\n  \
               subnets:\n    \
                 - ZONE\n"
        );
        assert_eq!(codes(&plan, "kops"), ["EXP035", "EXP039"]);
    }

    #[test]
    fn ipv4_cluster_keeps_the_ranges_of_the_plan() {
        let mut plan = plan("1.34", 0, "192.168.0.0/16");
        plan.spec.nodes.mask_size_ipv4 = Some(25);
        plan.spec.nodes.max_pods = 50;
        plan.spec.cni = Cni::find("kube-router");
        let text = body(&plan, "kops", "kops.yaml");
        for part in [
            "  kubeProxy:\n    enabled: false\n  kubeControllerManager:\n    nodeCIDRMaskSize: 25\n  kubelet:\n    \
             anonymousAuth: false\n    maxPods: 50\n",
            "  kubernetesVersion: \"1.34.0\"\n  networkCIDR: 192.168.0.0/16\n  networking:\n    kuberouter: {}\n  \
             nonMasqueradeCIDR: 10.0.0.0/8\n  podCIDR: 10.244.0.0/16\n  serviceClusterIPRange: 10.96.0.0/16\n",
            "  subnets:\n    - name: ZONE\n      type: Public\n      zone: ZONE\n      cidr: 192.168.0.0/16\n",
        ] {
            assert!(text.contains(part), "{part}\n{text}");
        }
        assert_eq!(codes(&plan, "kops"), ["EXP039"]);
    }

    #[test]
    fn dual_stack_pods_and_other_clouds_are_refused() {
        let dual = plan_for_tests("1.34", &PODS, &SERVICES);
        assert_eq!(codes(&dual, "kops"), ["EXP033"]);
        let mut gcp = plan("1.34", 0, "192.168.0.0/16");
        gcp.spec.provider = Provider::find("gcp");
        assert_eq!(codes(&gcp, "kops"), ["EXP033"]);
        assert_eq!(codes(&plan("1.22", 1, "172.20.0.0/16"), "kops"), ["EXP022"]);
        assert_eq!(
            codes(&plan_for_tests("1.34", &PODS[..1], &SERVICES[1..]), "kops"),
            ["EXP023"]
        );
        assert_eq!(codes(&plan_for_tests("1.34", &[], &[]), "kops"), ["EXP020"]);
    }

    #[test]
    fn plugins_without_ipv6_are_refused() {
        for (cni, text) in [
            ("kubenet", "kubenet: Forbidden: Kubenet does not support IPv6"),
            (
                "kube-router",
                "kubeRouter: Forbidden: kube-router does not support IPv6",
            ),
            ("flannel", "flannel: Forbidden: Flannel does not support IPv6"),
            (
                "aws-vpc",
                "amazonVPC: Forbidden: amazon-vpc-routed-eni networking does not support IPv6",
            ),
        ] {
            let mut plan = plan("1.34", 1, "172.20.0.0/16");
            plan.spec.cni = Cni::find(cni);
            assert_eq!(
                upstream(&plan),
                ("EXP034", Some(format!("spec.networking.{text}")))
            );
        }
        let mut old = plan("1.27", 0, "192.168.0.0/16");
        old.spec.cni = Cni::find("flannel");
        assert!(body(&old, "kops", "kops.yaml").contains("    flannel:\n      backend: vxlan\n"));
        old.spec.kubernetes_version = "1.28".parse().unwrap();
        let text = "spec.networking.flannel: Forbidden: Flannel is not supported for Kubernetes >= 1.28";
        assert_eq!(upstream(&old), ("EXP034", Some(text.to_owned())));
    }

    #[test]
    fn the_vpc_stays_apart_from_pods_and_services() {
        let newer = plan("1.34", 0, "10.0.0.0/16");
        assert!(body(&newer, "kops", "kops.yaml").contains("nonMasqueradeCIDR: 10.244.0.0/16\n"));
        let text = "spec.networking.nonMasqueradeCIDR: Forbidden: nonMasqueradeCIDR \"10.0.0.0/8\" cannot overlap with \
                    networkCIDR \"10.0.0.0/16\"";
        let older = plan("1.26", 0, "10.0.0.0/16");
        assert_eq!(upstream(&older), ("EXP038", Some(text.to_owned())));
        let text = "spec.networking.subnets[0].cidr: Forbidden: subnet \"ZONE\" cidr \"10.96.0.0/16\" must not overlap \
                    serviceClusterIPRange \"10.96.0.0/16\"";
        let inside = plan("1.34", 0, "10.96.0.0/16");
        assert_eq!(upstream(&inside), ("EXP038", Some(text.to_owned())));
    }

    #[test]
    fn the_vpc_has_a_size_that_aws_allows() {
        for (family, vpc, code) in [
            (0, "10.0.0.0/15", Some("EXP036")),
            (0, "192.168.1.0/29", Some("EXP036")),
            (0, "192.168.1.0/28", None),
            (1, "192.168.1.0/26", Some("EXP036")),
            (1, "192.168.1.0/25", None),
        ] {
            let codes = codes(&plan("1.34", family, vpc), "kops");
            assert_eq!(codes.contains(&"EXP036").then_some("EXP036"), code, "{vpc}");
        }
    }

    #[test]
    fn without_node_networks_the_vpc_is_that_of_kops() {
        let mut plan = plan("1.34", 1, "172.20.0.0/16");
        plan.spec.node_cidrs.clear();
        assert!(body(&plan, "kops", "kops.yaml").contains("networkCIDR: 172.20.0.0/16\n"));
        assert_eq!(codes(&plan, "kops"), ["EXP035", "EXP037", "EXP039"]);
    }
}
