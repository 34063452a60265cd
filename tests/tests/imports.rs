//! What is exported comes back: for each target whose files have an import, every field that the target can express, for
//! the four kinds of cluster, every version, and random plans.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "inputs are written out here"
)]

use std::collections::{BTreeMap, BTreeSet};

use dualstack_conformance::exports::export;
use dualstack_core::export::targets;
use dualstack_core::i18n::Catalogue;
use dualstack_core::kubernetes::Version;
use dualstack_core::net::{Cidr, IpFamily};
use dualstack_core::request::{API_VERSION, ClusterPlan, KIND, Metadata, NodeSizing, PlanSpec};
use dualstack_core::sources::{Field, Import, ImportOptions, Strength, Text, import};
use serde_json::{Value, json};

/// Numbers from a seed (xorshift), so that a failure can be repeated.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

const KINDS: [(&str, &[IpFamily]); 4] = [
    ("v4", &[IpFamily::IPv4]),
    ("v6", &[IpFamily::IPv6]),
    ("v4v6", &[IpFamily::IPv4, IpFamily::IPv6]),
    ("v6v4", &[IpFamily::IPv6, IpFamily::IPv4]),
];

/// A plan that the components of most versions start with.
fn random_plan(version: Version, families: &[IpFamily], dice: &mut Dice) -> ClusterPlan {
    let both = |v4: String, v6: String| -> Vec<Cidr> {
        families
            .iter()
            .map(|family| match family {
                IpFamily::IPv4 => v4.parse().unwrap(),
                IpFamily::IPv6 => v6.parse().unwrap(),
            })
            .collect()
    };
    let site = dice.below(200) + 1;
    let pods = both(
        format!("10.{}.0.0/{}", 128 + dice.below(16) * 4, 14 + dice.below(3)),
        format!("fd00:{site:x}:244::/{}", 52 + dice.below(3) * 4),
    );
    let services = both(
        format!("10.{}.0.0/{}", 32 + dice.below(60), 16 + dice.below(5)),
        format!("fd00:{site:x}:96::/{}", 108 + dice.below(2) * 4),
    );
    let nodes = both(
        format!("192.168.{}.0/24", dice.below(200)),
        format!("fd00:{site:x}:1::/64"),
    );
    let balancers = both(
        format!("172.20.{}.128/28", dice.below(200)),
        format!("fd00:{site:x}:20::f0/124"),
    );
    ClusterPlan {
        api_version: API_VERSION.to_owned(),
        kind: KIND.to_owned(),
        metadata: Metadata {
            name: format!("c{}", dice.below(1000)),
        },
        spec: PlanSpec {
            kubernetes_version: version,
            pod_cidrs: pods,
            service_cidrs: services,
            node_cidrs: nodes,
            load_balancer_cidrs: balancers,
            advertise_address: None,
            control_plane_endpoint: None,
            nodes: NodeSizing {
                count: 3 + u32::try_from(dice.below(20)).unwrap(),
                max: None,
                // Not kubelet's default, which no file writes out.
                max_pods: 120 + 10 * u32::try_from(dice.below(3)).unwrap(),
                mask_size_ipv4: Some(24 + u8::try_from(dice.below(2)).unwrap()),
                mask_size_ipv6: Some(64),
            },
            distribution: None,
            cni: None,
            provider: None,
            tools: Default::default(),
            reserved: Vec::new(),
            rules: Vec::new(),
            feature_gates: BTreeMap::new(),
        },
    }
}

const FIELDS: [(&str, Field); 9] = [
    ("name", Field::Name),
    ("version", Field::KubernetesVersion),
    ("pods", Field::PodCidrs),
    ("services", Field::ServiceCidrs),
    ("nodes", Field::NodeCidrs),
    ("balancers", Field::LoadBalancerCidrs),
    ("count", Field::NodeCount),
    ("max-pods", Field::MaxPods),
    ("masks", Field::MaskSizeIpv4),
];

fn imported(plan: &ClusterPlan, target: &str) -> Option<Import> {
    let exported = export(plan, &[], &[target]);
    let texts: Vec<Text<'_>> = exported
        .files
        .iter()
        .map(|file| Text {
            name: Some(&file.path),
            text: &file.text,
        })
        .collect();
    (!texts.is_empty()).then(|| import(&texts, &ImportOptions::default()))
}

/// What became of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Came {
    Back,
    Not,
    Wrong,
}

fn value(import: &Import, field: Field) -> Option<Value> {
    let value = import.values.iter().find(|value| value.field == field)?;
    (value.strength > Strength::Default).then(|| value.value.clone())
}

fn came(plan: &ClusterPlan, import: &Import, field: Field) -> Came {
    let spec = &plan.spec;
    let list = |cidrs: &[Cidr]| json!(cidrs);
    let expected = match field {
        Field::Name => json!(plan.metadata.name),
        Field::KubernetesVersion => json!(spec.kubernetes_version),
        Field::PodCidrs => list(&spec.pod_cidrs),
        Field::ServiceCidrs => list(&spec.service_cidrs),
        Field::NodeCidrs => list(&spec.node_cidrs),
        Field::LoadBalancerCidrs => list(&spec.load_balancer_cidrs),
        Field::NodeCount => json!(spec.nodes.count),
        Field::MaxPods => json!(spec.nodes.max_pods),
        Field::MaskSizeIpv4 => {
            let masks = [
                (IpFamily::IPv4, Field::MaskSizeIpv4, spec.nodes.mask_size_ipv4),
                (IpFamily::IPv6, Field::MaskSizeIpv6, spec.nodes.mask_size_ipv6),
            ];
            let mut all = Came::Back;
            for (family, field, mask) in masks {
                if spec.pod_cidrs.iter().any(|cidr| cidr.family() == family) {
                    all = all.max(match value(import, field) {
                        None => Came::Not,
                        Some(found) if found == json!(mask) => Came::Back,
                        Some(_) => Came::Wrong,
                    });
                }
            }
            return all;
        }
        _ => return Came::Not,
    };
    match value(import, field) {
        None => Came::Not,
        Some(found) if found == expected => Came::Back,
        // `1.33.0` where the plan names no patch level.
        Some(Value::String(text))
            if field == Field::KubernetesVersion
                && expected
                    .as_str()
                    .is_some_and(|expected| text.strip_prefix(expected) == Some(".0")) =>
        {
            Came::Back
        }
        Some(_) => Came::Wrong,
    }
}

/// A target, and what becomes of the fields that it writes. Fields that are not named never come.
struct Row {
    target: &'static str,
    /// Fields that come back as they were.
    back: &'static [&'static str],
    /// Lists that come back in no order: the files have a field for each family.
    unordered: &'static [&'static str],
    /// Fields that come back changed, or not always, and why.
    differs: &'static [(&'static str, &'static str)],
}

const ALL: &[&str] = &[
    "name",
    "version",
    "pods",
    "services",
    "nodes",
    "balancers",
    "count",
    "max-pods",
    "masks",
];
const OLD_MASKS: (&str, &str) = ("masks", "the first versions have one mask for both families");
const CONTROL_PLANE: (&str, &str) = ("count", "the control plane counts too");

#[rustfmt::skip]
const ROWS: &[Row] = &[
    Row { target: "plan-yaml", back: ALL, unordered: &[], differs: &[] },
    Row { target: "plan-json", back: ALL, unordered: &[], differs: &[] },
    Row { target: "flags", back: &["pods", "services", "max-pods"], unordered: &[], differs: &[OLD_MASKS] },
    Row { target: "systemd", back: &["pods", "services", "max-pods"], unordered: &[], differs: &[OLD_MASKS] },
    Row { target: "static-pods", back: &["pods", "services"], unordered: &[], differs: &[OLD_MASKS] },
    Row { target: "kube-proxy-config", back: &["pods"], unordered: &[], differs: &[] },
    Row { target: "kubelet-config", back: &["max-pods"], unordered: &[], differs: &[] },
    Row { target: "kubeadm", back: &["name", "version", "pods", "max-pods"], unordered: &[],
        differs: &[OLD_MASKS, ("services", "kubeadm takes one Service range up to 1.19")] },
    Row { target: "kind", back: &["name", "pods", "services"], unordered: &[],
        differs: &[("count", "no more nodes are written than a machine holds")] },
    Row { target: "minikube", back: &["name", "version", "pods", "services", "count", "max-pods"], unordered: &[],
        differs: &[OLD_MASKS] },
    Row { target: "k3s", back: &["pods", "services", "max-pods", "masks"], unordered: &[], differs: &[] },
    Row { target: "rke2", back: &["pods", "services", "max-pods", "masks"], unordered: &[], differs: &[] },
    Row { target: "k0s", back: &["name", "masks"], unordered: &["pods", "services"], differs: &[] },
    Row { target: "talos", back: &["pods", "services", "nodes", "max-pods", "masks"], unordered: &[], differs: &[] },
    Row { target: "microk8s", back: &["pods", "services", "max-pods"], unordered: &[], differs: &[] },
    Row { target: "kops", back: &["version", "services", "max-pods"], unordered: &[],
        differs: &[
            ("name", "a DNS domain is added"),
            ("pods", "with IPv6 the cloud gives the pods their addresses"),
            ("nodes", "an IPv6 cluster needs an IPv4 network for the VPC"),
            CONTROL_PLANE,
            ("masks", "an IPv6 cluster has none"),
        ] },
    Row { target: "kubespray", back: &["pods", "services", "max-pods", "masks"], unordered: &[], differs: &[] },
    Row { target: "cluster-api", back: &["name", "version", "pods", "services", "max-pods", "masks"], unordered: &[],
        differs: &[] },
    Row { target: "openshift", back: &["name", "pods", "services", "nodes", "count", "masks"], unordered: &[],
        differs: &[] },
    Row { target: "microshift", back: &["pods", "services"], unordered: &[],
        differs: &[("count", "there is one node")] },
    Row { target: "antrea", back: &["pods", "masks"], unordered: &["services"], differs: &[] },
    Row { target: "calico-manifest", back: &[], unordered: &["pods", "nodes"], differs: &[] },
    Row { target: "calico-operator", back: &["pods"], unordered: &["nodes"], differs: &[] },
    Row { target: "cilium", back: &["name", "masks"], unordered: &["pods"], differs: &[] },
    Row { target: "flannel", back: &[], unordered: &["pods"], differs: &[] },
    Row { target: "kube-ovn", back: &["pods", "services"], unordered: &[], differs: &[] },
    Row { target: "kube-router", back: &["services"], unordered: &[], differs: &[] },
    Row { target: "ovn-kubernetes", back: &["pods", "services", "masks"], unordered: &[], differs: &[] },
    Row { target: "metallb", back: &["balancers"], unordered: &[], differs: &[] },
    Row { target: "cilium-lb-ipam", back: &["balancers"], unordered: &[], differs: &[] },
    Row { target: "kube-vip", back: &["balancers"], unordered: &[], differs: &[] },
    Row { target: "aks", back: &["name", "version", "services", "nodes", "count", "max-pods"], unordered: &[],
        differs: &[("pods", "AKS takes only /64 of IPv6")] },
    Row { target: "eks", back: &["name", "version", "count"], unordered: &[],
        differs: &[("services", "EKS gives the IPv6 range itself"), ("nodes", "so does it for the VPC")] },
    Row { target: "gke", back: &["name", "version", "max-pods"], unordered: &[],
        differs: &[
            ("pods", "GKE gives the IPv6 ranges itself"),
            ("services", "GKE gives the IPv6 ranges itself"),
            ("nodes", "GKE gives the IPv6 ranges itself"),
        ] },
    Row { target: "terraform", back: &["name", "pods", "services", "nodes", "max-pods", "masks"], unordered: &[],
        differs: &[] },
    Row { target: "ansible", back: &["name", "pods", "services", "nodes", "max-pods", "masks"], unordered: &[],
        differs: &[] },
];

/// Targets whose files are no configuration of a cluster, or have no import.
const OTHERS: &[&str] = &[
    "canonical-kubernetes",
    "csv",
    "gatekeeper",
    "infoblox",
    "ip-masq-agent",
    "ip6tables",
    "kubewarden",
    "kyverno",
    "markdown",
    "mutating-admission-policy",
    "netbox",
    "nftables",
    "reverse-zones",
    "servicecidr",
    "services",
    "sysctl",
    "validating-admission-policy",
];

#[test]
fn every_target_has_a_row_or_no_import() {
    let mut known: Vec<&str> = ROWS
        .iter()
        .map(|row| row.target)
        .chain(OTHERS.iter().copied())
        .collect();
    let mut all: Vec<&str> = targets().into_iter().map(|target| target.id).collect();
    known.sort_unstable();
    all.sort_unstable();
    assert_eq!(known, all);
}

fn set(value: Option<Value>) -> BTreeSet<String> {
    let list = value
        .as_ref()
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    list.iter().map(ToString::to_string).collect()
}

#[test]
fn what_is_exported_comes_back() {
    let mut runs = 0;
    for row in ROWS {
        let mut own = 0;
        for version in Version::all() {
            for (kind, families) in KINDS {
                for seed in [0x9E37_79B9u64, 0x7F4A_7C15] {
                    let mut dice = Dice(seed + u64::from(version.minor()) * 7919);
                    let plan = random_plan(version, families, &mut dice);
                    let Some(import) = imported(&plan, row.target) else {
                        continue;
                    };
                    let about = format!("{} {version} {kind}", row.target);
                    own += 1;
                    assert_eq!(import.contradictions, [], "{about}");
                    assert_eq!(unusable(&import), Vec::<String>::new(), "{about}");
                    for (name, field) in FIELDS {
                        let became = came(&plan, &import, field);
                        if row.differs.iter().any(|(known, _)| *known == name) {
                            continue;
                        }
                        if row.unordered.contains(&name) {
                            let own = match field {
                                Field::PodCidrs => &plan.spec.pod_cidrs,
                                Field::ServiceCidrs => &plan.spec.service_cidrs,
                                _ => &plan.spec.node_cidrs,
                            };
                            assert_eq!(
                                set(value(&import, field)),
                                set(Some(json!(own))),
                                "{about} {name}"
                            );
                            continue;
                        }
                        let expected = if row.back.contains(&name) {
                            Came::Back
                        } else {
                            Came::Not
                        };
                        assert_eq!(became, expected, "{about} {name} {:?}", value(&import, field));
                    }
                }
            }
        }
        assert!(own > 0, "{} was never written", row.target);
        runs += own;
    }
    println!("{runs} exports came back");
}

/// What was left out because the plan cannot have it.
fn unusable(import: &Import) -> Vec<String> {
    let english = Catalogue::of("en");
    let of_code = import.diagnostics.iter().filter(|found| found.code == "IMP005");
    of_code.map(|found| english.text(&found.message)).collect()
}
