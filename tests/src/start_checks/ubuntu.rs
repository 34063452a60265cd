//! MicroK8s, Canonical Kubernetes and minikube.

use dualstack_core::net::IpFamily;

use super::Check::{Each, Excludes, Holds, Requires};
use super::Source::Refuses;
use super::Where::{Any, Begins, Has, Is};
use super::{Document, StartCheck, disjoint, is_network};

const MICROK8S: &[&str] = &["microk8s"];
const CANONICAL: &[&str] = &["canonical-kubernetes"];

fn both_networks(file: &Document) -> bool {
    ["pod-cidr", "service-cidr"].into_iter().all(|path| {
        let texts = file.list(path);
        (1..=2).contains(&texts.len()) && texts.iter().all(|text| is_network(text))
    })
}

/// Rows of MicroK8s, Canonical Kubernetes and minikube.
pub(super) const CHECKS: &[StartCheck] = &[
    StartCheck {
        targets: MICROK8S,
        file: "",
        kind: "",
        source: Refuses("microk8s d099c907 scripts/generate-cni.sh:56"),
        text: "Failed: IPv4_SUPPORT is true, but no IPv4_CLUSTER_CIDR was set",
        check: Requires(
            Begins("extraCNIEnv/IPv4_SUPPORT", "true"),
            Has("extraCNIEnv/IPv4_CLUSTER_CIDR"),
        ),
    },
    StartCheck {
        targets: MICROK8S,
        file: "",
        kind: "",
        source: Refuses("microk8s d099c907 scripts/generate-cni.sh:60"),
        text: "Failed: IPv4_SUPPORT is true, but no IPv4_SERVICE_CIDR was set",
        check: Requires(
            Begins("extraCNIEnv/IPv4_SUPPORT", "true"),
            Has("extraCNIEnv/IPv4_SERVICE_CIDR"),
        ),
    },
    StartCheck {
        targets: MICROK8S,
        file: "",
        kind: "",
        source: Refuses("microk8s d099c907 scripts/generate-cni.sh:67"),
        text: "Failed: IPv6_SUPPORT is true, but no IPv6_CLUSTER_CIDR was set",
        check: Requires(
            Begins("extraCNIEnv/IPv6_SUPPORT", "true"),
            Has("extraCNIEnv/IPv6_CLUSTER_CIDR"),
        ),
    },
    StartCheck {
        targets: MICROK8S,
        file: "",
        kind: "",
        source: Refuses("microk8s d099c907 scripts/generate-cni.sh:71"),
        text: "Failed: IPv6_SUPPORT is true, but no IPv6_SERVICE_CIDR was set",
        check: Requires(
            Begins("extraCNIEnv/IPv6_SUPPORT", "true"),
            Has("extraCNIEnv/IPv6_SERVICE_CIDR"),
        ),
    },
    StartCheck {
        targets: MICROK8S,
        file: "",
        kind: "",
        source: Refuses("microk8s d099c907 scripts/generate-cni.sh:86"),
        text: "Failed: At least one of IPv4_SUPPORT or IPv6_SUPPORT must be true",
        check: Requires(
            Has("extraCNIEnv"),
            Any(&[
                Begins("extraCNIEnv/IPv4_SUPPORT", "true"),
                Begins("extraCNIEnv/IPv6_SUPPORT", "true"),
            ]),
        ),
    },
    StartCheck {
        targets: CANONICAL,
        file: "",
        kind: "",
        source: Refuses("k8sd 1417866d pkg/k8sd/types/cluster_config_validate.go:17, :21"),
        text: "must contain 1 or 2 CIDRs, but found … instead; … is not a valid CIDR: …",
        check: Holds(both_networks),
    },
    StartCheck {
        targets: CANONICAL,
        file: "",
        kind: "",
        source: Refuses("k8sd 1417866d pkg/k8sd/types/cluster_config_validate.go:46, :55"),
        text: "pod CIDR … and service CIDR … overlap",
        check: Holds(|file| disjoint(&[file.cidrs("pod-cidr"), file.cidrs("service-cidr")].concat())),
    },
    StartCheck {
        targets: CANONICAL,
        file: "",
        kind: "",
        source: Refuses("k8sd 1417866d pkg/k8sd/types/cluster_config_validate.go:80"),
        text: "service CIDR … cannot be larger than /108",
        check: Holds(|file| {
            let services = file.cidrs("service-cidr");
            let mut ipv6 = services.iter().filter(|cidr| cidr.family() == IpFamily::IPv6);
            ipv6.all(|cidr| cidr.prefix_len() >= 108)
        }),
    },
    StartCheck {
        targets: CANONICAL,
        file: "",
        kind: "",
        source: Refuses("k8sd 1417866d pkg/k8sd/types/cluster_config_validate.go:117"),
        text: "kube-proxy-enabled cannot be set to true when network is enabled",
        check: Excludes(
            Is("cluster-config/network/enabled", "true"),
            Is("cluster-config/network/kube-proxy-enabled", "true"),
        ),
    },
    StartCheck {
        targets: CANONICAL,
        file: "",
        kind: "",
        source: Refuses("k8sd 1417866d pkg/k8sd/types/cluster_config_validate.go:178"),
        text: "dns.service-ip must be a valid IP address",
        check: Each("cluster-config/dns/service-ip", |text| {
            text.parse::<std::net::IpAddr>().is_ok()
        }),
    },
    StartCheck {
        targets: &["minikube"],
        file: "start.sh",
        kind: "",
        source: Refuses("minikube eb25dbc7 cmd/minikube/cmd/start.go:1986, :1989, :1995"),
        text: "Sorry, unable to parse subnet: …; Sorry, the subnet … is not a private IP; Sorry, the subnet provided does not \
               have a mask less than or equal to /30",
        check: Holds(|command| {
            let subnets = command.cidrs("subnet");
            let private = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"];
            let is_private = |address| {
                private
                    .iter()
                    .filter_map(|text| text.parse::<dualstack_core::net::Cidr>().ok())
                    .any(|range| range.contains_address(address))
            };
            subnets.len() == command.list("subnet").len()
                && subnets
                    .iter()
                    .all(|subnet| subnet.prefix_len() <= 30 && is_private(subnet.network()))
        }),
    },
];
