//! kOps.

use dualstack_core::net::Cidr;

use super::Check::{Each, Excludes, Holds, Requires};
use super::Source::Refuses;
use super::Where::{All, Any, Has, Is};
use super::{Document, StartCheck};

const KOPS: &[&str] = &["kops"];
/// What kOps takes as an IPv6 cluster (`IsIPv6Only`).
const IPV6: super::Where = Is("spec/nonMasqueradeCIDR", "::/0");

fn one(cluster: &Document, path: &str) -> Option<Cidr> {
    cluster.cidrs(path).first().copied()
}

fn outside_network(cluster: &Document) -> bool {
    let takes_addresses_of_the_network = cluster.has("spec/networking/amazonvpc")
        || cluster.text("spec/networking/cilium/ipam").as_deref() == Some("eni");
    let both = one(cluster, "spec/networkCIDR").zip(one(cluster, "spec/nonMasqueradeCIDR"));
    takes_addresses_of_the_network || both.is_none_or(|(network, outside)| !network.overlaps(&outside))
}

fn subnets(cluster: &Document) -> bool {
    let Some(network) = one(cluster, "spec/networkCIDR") else {
        return false;
    };
    let pods = if cluster.has("spec/networking/amazonvpc") {
        None
    } else {
        one(cluster, "spec/podCIDR")
    };
    let others = [pods, one(cluster, "spec/serviceClusterIPRange")];
    let apart = |subnet: &Cidr| others.iter().flatten().all(|range| !range.overlaps(subnet));
    let subnets = cluster.cidrs("spec/subnets/*/cidr");
    subnets
        .iter()
        .all(|subnet| network.contains(subnet) && apart(subnet))
}

/// An IPv6 network, or the notation of kOps for one that AWS assigns: `/64#0`.
fn is_ipv6_subnet(text: &str) -> bool {
    match text.strip_prefix('/').and_then(|rest| rest.split_once('#')) {
        Some((prefix, index)) => {
            prefix.parse::<u8>().is_ok_and(|prefix| prefix <= 128) && u64::from_str_radix(index, 16).is_ok()
        }
        None => text.contains(':') && text.parse::<Cidr>().is_ok(),
    }
}

/// Rows of kOps.
pub(super) const CHECKS: &[StartCheck] = &[
    StartCheck {
        targets: KOPS,
        file: "",
        kind: "Cluster",
        source: Refuses("kops 268927e2 pkg/apis/kops/validation/validation.go:1190"),
        text: "IPv6 clusters must have a nonMasqueradeCIDR of \"::/0\"",
        check: Each("spec/nonMasqueradeCIDR", |text| {
            !text.contains(':') || text == "::/0"
        }),
    },
    StartCheck {
        targets: KOPS,
        file: "",
        kind: "Cluster",
        source: Refuses("kops 268927e2 pkg/apis/kops/validation/validation.go:1195"),
        text: "nonMasqueradeCIDR … cannot overlap with networkCIDR …",
        check: Holds(outside_network),
    },
    StartCheck {
        targets: KOPS,
        file: "",
        kind: "Cluster",
        source: Refuses("kops 268927e2 pkg/apis/kops/validation/validation.go:1219"),
        text: "podCIDR … must be a subnet of nonMasqueradeCIDR …",
        check: Holds(|cluster| {
            let both = one(cluster, "spec/podCIDR").zip(one(cluster, "spec/nonMasqueradeCIDR"));
            both.is_none_or(|(pods, outside)| outside.contains(&pods))
        }),
    },
    StartCheck {
        targets: KOPS,
        file: "",
        kind: "Cluster",
        source: Refuses("kops 268927e2 pkg/apis/kops/validation/validation.go:717, :721, :724"),
        text: "subnet … cidr … is not a subnet of the networkCIDR …; subnet … cidr … must not overlap podCIDR …; subnet … cidr \
               … must not overlap serviceClusterIPRange …",
        check: Holds(subnets),
    },
    StartCheck {
        targets: KOPS,
        file: "",
        kind: "Cluster",
        source: Refuses("kops 268927e2 pkg/apis/kops/validation/validation.go:699"),
        text: "subnet does not have a cidr set",
        // A subnet without an IPv4 range has an IPv6 one, in IPv6 clusters.
        check: Holds(|cluster| {
            let ipv6 = cluster.text("spec/nonMasqueradeCIDR").as_deref() == Some("::/0");
            let subnets = cluster.values("spec/subnets/*");
            subnets
                .into_iter()
                .all(|subnet| subnet.get("cidr").is_some() || ipv6 && subnet.get("ipv6CIDR").is_some())
        }),
    },
    StartCheck {
        targets: KOPS,
        file: "",
        kind: "Cluster",
        source: Refuses("kops 268927e2 pkg/apis/kops/validation/validation.go:536, :540, :547"),
        text: "IPv6 CIDR subnet is not parsable: …; IPv6 CIDR subnet size must be a value between 0 and 128; Network is not an \
               IPv6 CIDR",
        check: Each("spec/subnets/*/ipv6CIDR", is_ipv6_subnet),
    },
    StartCheck {
        targets: KOPS,
        file: "",
        kind: "Cluster",
        source: Refuses("kops 268927e2 pkg/apis/kops/validation/validation.go:679"),
        text: "ipv6CIDR can only be specified for AWS",
        check: Requires(Has("spec/subnets/*/ipv6CIDR"), Is("spec/cloudProvider", "aws")),
    },
    StartCheck {
        targets: KOPS,
        file: "",
        kind: "Cluster",
        source: Refuses("kops 268927e2 pkg/apis/kops/validation/validation.go:752"),
        text: "subnet type DualStack may only be used in IPv6 clusters",
        check: Requires(Is("spec/subnets/*/type", "DualStack"), IPV6),
    },
    StartCheck {
        targets: KOPS,
        file: "",
        kind: "Cluster",
        source: Refuses(
            "kops 268927e2 pkg/apis/kops/validation/validation.go:1256, :1296, :1310, :1345, :1443, :1480",
        ),
        text: "Kubenet does not support IPv6; kube-router does not support IPv6; amazon-vpc-routed-eni networking does not \
               support IPv6; Flannel does not support IPv6; Cilium ENI IPAM does not support IPv6; GCP networking does not \
               support IPv6",
        check: Excludes(
            IPV6,
            Any(&[
                Has("spec/networking/kubenet"),
                Has("spec/networking/kuberouter"),
                Has("spec/networking/amazonvpc"),
                Has("spec/networking/flannel"),
                Is("spec/networking/cilium/ipam", "eni"),
                Has("spec/networking/gcp"),
            ]),
        ),
    },
    StartCheck {
        targets: KOPS,
        file: "",
        kind: "Cluster",
        source: Refuses("kops 268927e2 pkg/apis/kops/validation/validation.go:1292, :1387"),
        text: "kube-router requires kubeProxy to be disabled; When Cilium NodePort is enabled, kubeProxy must be disabled",
        check: Requires(
            All(&[
                Has("spec/kubeProxy"),
                Any(&[
                    Has("spec/networking/kuberouter"),
                    Is("spec/networking/cilium/enableNodePort", "true"),
                ]),
            ]),
            Is("spec/kubeProxy/enabled", "false"),
        ),
    },
    StartCheck {
        targets: KOPS,
        file: "",
        kind: "Cluster",
        source: Refuses("kops 268927e2 pkg/apis/kops/validation/validation.go:1721, :1760"),
        text: "awsSrcDstCheck may only be \"DoNothing\" for IPv6 clusters; IPv6 requires an encapsulationMode of \"none\"",
        check: Holds(|cluster| {
            let takes = |key: &str, value: &str| {
                let written = cluster.text(&format!("spec/networking/calico/{key}"));
                written.is_none_or(|text| text == value)
            };
            cluster.text("spec/nonMasqueradeCIDR").as_deref() != Some("::/0")
                || takes("awsSrcDstCheck", "DoNothing") && takes("encapsulationMode", "none")
        }),
    },
];
