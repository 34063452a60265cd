//! Installers and distributions.

use dualstack_core::net::{Cidr, IpFamily};

use super::Check::{AsMany, AtMost, Each, Excludes, Holds, OneOf, Requires};
use super::Where::{All, Begins, Has, Is};
use super::{Document, StartCheck, same_families};

const RANCHER: &[&str] = &["k3s", "rke2"];

fn rancher_families(file: &Document) -> bool {
    let (pods, services) = (file.cidrs("cluster-cidr"), file.cidrs("service-cidr"));
    let both = |cidrs: &[Cidr]| {
        [IpFamily::IPv4, IpFamily::IPv6].map(|family| cidrs.iter().any(|cidr| cidr.family() == family))
    };
    services.is_empty() || both(&pods) == both(&services)
}

fn k0s_family(spec: &Document) -> bool {
    let (pods, services) = (
        spec.cidrs("spec/network/podCIDR"),
        spec.cidrs("spec/network/serviceCIDR"),
    );
    pods.len() == 1 && same_families(&pods, &services)
}

fn all_of(spec: &Document, path: &str, family: IpFamily) -> bool {
    spec.cidrs(path).iter().all(|cidr| cidr.family() == family)
}

fn k0s_dual(spec: &Document) -> bool {
    !spec.is_on("spec/network/dualStack/enabled")
        || (all_of(spec, "spec/network/podCIDR", IpFamily::IPv4)
            && all_of(spec, "spec/network/serviceCIDR", IpFamily::IPv4)
            && all_of(spec, "spec/network/dualStack/IPv6podCIDR", IpFamily::IPv6)
            && all_of(spec, "spec/network/dualStack/IPv6serviceCIDR", IpFamily::IPv6)
            && spec.cidrs("spec/network/dualStack/IPv6podCIDR").len() == 1
            && spec.cidrs("spec/network/dualStack/IPv6serviceCIDR").len() == 1)
}

fn k0s_service_size(spec: &Document) -> bool {
    let dual = spec.cidrs("spec/network/dualStack/IPv6serviceCIDR");
    let single = spec.cidrs("spec/network/serviceCIDR");
    dual.iter().all(|cidr| cidr.host_bits() <= 20)
        && single
            .iter()
            .all(|cidr| cidr.family() == IpFamily::IPv4 || cidr.prefix_len() <= 108)
}

fn talos_ranges(network: &Document) -> bool {
    let (pods, services) = (network.cidrs("podSubnets"), network.cidrs("serviceSubnets"));
    let once = |cidrs: &[Cidr]| {
        [IpFamily::IPv4, IpFamily::IPv6]
            .into_iter()
            .all(|family| cidrs.iter().filter(|cidr| cidr.family() == family).count() <= 1)
    };
    pods.len() == services.len() && !pods.is_empty() && once(&pods) && once(&services)
}

fn talos_masks(network: &Document) -> bool {
    network.cidrs("podSubnets").iter().all(|range| {
        let key = match range.family() {
            IpFamily::IPv4 => "nodeCIDRMaskSizeIPv4",
            IpFamily::IPv6 => "nodeCIDRMaskSizeIPv6",
        };
        let prefix = u64::from(range.prefix_len());
        network
            .number(key)
            .is_none_or(|mask| prefix <= mask && mask - prefix <= 16)
    })
}

fn talos_sizes(network: &Document) -> bool {
    let all = [network.cidrs("podSubnets"), network.cidrs("serviceSubnets")].concat();
    let services = network.cidrs("serviceSubnets");
    all.iter().all(|range| range.host_bits() >= 4) && services.iter().all(|range| range.host_bits() <= 20)
}

fn kind_subnets(cluster: &Document) -> bool {
    let family = cluster.text("networking/ipFamily").unwrap_or_default();
    ["networking/podSubnet", "networking/serviceSubnet"]
        .into_iter()
        .all(|path| {
            let subnets = cluster.cidrs(path);
            let of = |family| subnets.iter().filter(|cidr| cidr.family() == family).count();
            let (ipv4, ipv6) = (of(IpFamily::IPv4), of(IpFamily::IPv6));
            match family.as_str() {
                "ipv4" => (ipv4, ipv6) == (1, 0),
                "ipv6" => (ipv4, ipv6) == (0, 1),
                _ => subnets.len() == 1 || (ipv4, ipv6) == (1, 1),
            }
        })
}

fn kops_ranges(cluster: &Document) -> bool {
    let one = |path: &str| cluster.cidrs(path).first().copied();
    let (network, outside) = (one("spec/networkCIDR"), one("spec/nonMasqueradeCIDR"));
    let cloud_pods = !cluster.values("spec/networking/amazonvpc").is_empty()
        || cluster.text("spec/networking/cilium/ipam").as_deref() == Some("eni");
    let apart = network
        .zip(outside)
        .is_none_or(|(network, outside)| !network.overlaps(&outside));
    let inside = one("spec/podCIDR")
        .zip(outside)
        .is_none_or(|(pods, outside)| outside.contains(&pods));
    (apart || cloud_pods) && inside
}

fn kops_subnets(cluster: &Document) -> bool {
    let Some(network) = cluster.cidrs("spec/networkCIDR").first().copied() else {
        return false;
    };
    let others = [
        cluster.cidrs("spec/podCIDR"),
        cluster.cidrs("spec/serviceClusterIPRange"),
    ]
    .concat();
    cluster
        .cidrs("spec/subnets/*/cidr")
        .iter()
        .all(|subnet| network.contains(subnet) && others.iter().all(|range| !range.overlaps(subnet)))
}

fn is_address_or_blank(text: &str) -> bool {
    text.parse::<std::net::IpAddr>()
        .is_ok_and(|address| !address.is_unspecified())
        || (text.contains('_')
            && text
                .bytes()
                .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == b'_'))
}

fn kubeadm_endpoint(text: &str) -> bool {
    text.parse::<dualstack_core::request::Endpoint>().is_ok()
}

/// Rows of the installers and distributions.
pub(super) const CHECKS: &[StartCheck] = &[
    StartCheck {
        targets: RANCHER,
        file: "server",
        kind: "",
        source: "k3s pkg/cli/server/server.go run, rke2 charts/rke2-coredns: one cluster-dns address makes DNS single-stack",
        text: "as many cluster-dns addresses as Service ranges, or none",
        check: AsMany("cluster-dns", "service-cidr"),
    },
    StartCheck {
        targets: RANCHER,
        file: "server",
        kind: "",
        source: "k3s pkg/agent/run.go:84 run (1.32)",
        text: "cluster-cidr: … and service-cidr: …, must share the same IP version (IPv4, IPv6 or dual-stack)",
        check: Holds(rancher_families),
    },
    StartCheck {
        targets: RANCHER,
        file: "",
        kind: "",
        source: "k3s pkg/agent/run.go:89 run (1.32), which RKE2 runs too",
        text: "cluster-cidr: … and node-ip: …, must share the same IP version (IPv4, IPv6 or dual-stack)",
        check: Holds(|file| {
            let pods = file.list("cluster-cidr").len();
            let addresses = file.list("node-ip").len();
            pods < 2 || addresses == 2
        }),
    },
    StartCheck {
        targets: RANCHER,
        file: "further-server",
        kind: "",
        source: "k3s pkg/cli/server/server.go: --cluster-init is for the first server, --server for the others",
        text: "cluster-init and server exclude each other",
        check: Excludes(Has("cluster-init"), Has("server")),
    },
    StartCheck {
        targets: RANCHER,
        file: "",
        kind: "",
        source: "k3s pkg/cli/agent/agent.go Run",
        text: "--token is required",
        check: Requires(Has("server"), Has("token")),
    },
    StartCheck {
        targets: &["k3s"],
        file: "server",
        kind: "",
        source: "k3s pkg/agent/flannel/setup.go: the network policy controller needs a plugin of K3s",
        text: "without the bundled Flannel its network policy controller is off",
        check: Requires(
            Is("flannel-backend", "none"),
            Is("disable-network-policy", "true"),
        ),
    },
    StartCheck {
        targets: &["k3s"],
        file: "server",
        kind: "",
        source: "k3s pkg/agent/flannel/setup.go createFlannelConf",
        text: "flannel-ipv6-masq is one of the bundled Flannel",
        check: Excludes(Is("flannel-backend", "none"), Has("flannel-ipv6-masq")),
    },
    StartCheck {
        targets: &["k0s"],
        file: "",
        kind: "ClusterConfig",
        source: "k0s pkg/apis/k0s/v1beta1/network.go:116",
        text: "podCIDR and serviceCIDR must be both IPv4 or IPv6",
        check: Holds(k0s_family),
    },
    StartCheck {
        targets: &["k0s"],
        file: "",
        kind: "ClusterConfig",
        source: "k0s pkg/apis/k0s/v1beta1/network.go:147-170",
        text: "if DualStack is enabled, podCIDR must be IPv4; must be an IPv6 CIDR, not IPv4",
        check: Holds(k0s_dual),
    },
    StartCheck {
        targets: &["k0s"],
        file: "",
        kind: "ClusterConfig",
        source: "k0s pkg/apis/k0s/v1beta1/network.go:124, :160",
        text: "IPv6 service CIDR prefix must be <= 108",
        check: Holds(k0s_service_size),
    },
    StartCheck {
        targets: &["k0s"],
        file: "",
        kind: "ClusterConfig",
        source: "k0s pkg/apis/k0s/v1beta1/network.go:141",
        text: "dual-stack for calico is only supported for mode `bird`",
        check: Requires(
            All(&[
                Is("spec/network/provider", "calico"),
                Is("spec/network/dualStack/enabled", "true"),
            ]),
            Is("spec/network/calico/mode", "bird"),
        ),
    },
    StartCheck {
        targets: &["k0s"],
        file: "",
        kind: "ClusterConfig",
        source: "k0s pkg/apis/k0s/v1beta1/api.go:151-170",
        text: "invalid IP address; invalid INADDR_ANY",
        check: Each("spec/api/address", is_address_or_blank),
    },
    StartCheck {
        targets: &["k0s"],
        file: "",
        kind: "ClusterConfig",
        source: "k0s pkg/apis/k0s/v1beta1/network.go:173",
        text: "Unsupported value: …: supported values: \"IPv4\", \"IPv6\"",
        check: OneOf("spec/network/primaryAddressFamily", &["IPv4", "IPv6"]),
    },
    StartCheck {
        targets: &["k0s"],
        file: "",
        kind: "ClusterConfig",
        source: "kubernetes cmd/kube-controller-manager/app/core.go setNodeCIDRMaskSizes",
        text: "usage of --node-cidr-mask-size-ipv4 and --node-cidr-mask-size-ipv6 is not allowed with --node-cidr-mask-size",
        check: Excludes(
            Has("spec/controllerManager/extraArgs/node-cidr-mask-size"),
            super::Where::Any(&[
                Has("spec/controllerManager/extraArgs/node-cidr-mask-size-ipv4"),
                Has("spec/controllerManager/extraArgs/node-cidr-mask-size-ipv6"),
            ]),
        ),
    },
    StartCheck {
        targets: &["talos"],
        file: "1.14-and-later",
        kind: "KubeNetworkConfig",
        source: "talos pkg/machinery/config/types/k8s/network.go:191, :259-282",
        text: "the number of pod subnets must match the number of service subnets",
        check: Holds(talos_ranges),
    },
    StartCheck {
        targets: &["talos"],
        file: "1.14-and-later",
        kind: "KubeNetworkConfig",
        source: "talos pkg/machinery/config/types/k8s/network.go:223, :231",
        text: "invalid subnet: … is too large for the per-node pod CIDR mask size …, the difference must be at most 16 bits",
        check: Holds(talos_masks),
    },
    StartCheck {
        targets: &["talos"],
        file: "1.14-and-later",
        kind: "KubeNetworkConfig",
        source: "talos pkg/machinery/config/types/k8s/network.go:245, :301",
        text: "invalid subnet: … is too large, it must be at least …; … is too small",
        check: Holds(talos_sizes),
    },
    StartCheck {
        targets: &["talos"],
        file: "1.14-and-later",
        kind: "KubeNodeConfig",
        source: "talos pkg/machinery/config/types/k8s/node.go:165",
        text: "nodeIP subnet is not valid",
        check: Each("nodeIP/validSubnets", |text| text.parse::<Cidr>().is_ok()),
    },
    StartCheck {
        targets: &["talos"],
        file: "1.13-and-earlier",
        kind: "",
        source: "talos pkg/machinery/config/types/v1alpha1/v1alpha1_validation.go:504",
        text: "cni name should be one of [\"flannel\", \"custom\", \"none\"]",
        check: OneOf("cluster/network/cni/name", &["flannel", "custom", "none"]),
    },
    StartCheck {
        targets: &["kind"],
        file: "",
        kind: "Cluster",
        source: "kind pkg/internal/apis/config/validate.go:40",
        text: "'…' is not a valid cluster name, cluster names must match `^[a-z0-9.-]+$`",
        check: Each("name", |name| {
            name.bytes()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'.' || c == b'-')
        }),
    },
    StartCheck {
        targets: &["kind"],
        file: "",
        kind: "Cluster",
        source: "kind pkg/internal/apis/config/validate.go:223-250",
        text: "expected one (IPv4 or IPv6) CIDR or two CIDRs from each family for dual-stack networking",
        check: Holds(kind_subnets),
    },
    StartCheck {
        targets: &["kind"],
        file: "",
        kind: "Cluster",
        source: "kind pkg/internal/apis/config/validate.go:71",
        text: "invalid kubeProxyMode: …",
        check: OneOf(
            "networking/kubeProxyMode",
            &["iptables", "ipvs", "nftables", "none"],
        ),
    },
    StartCheck {
        targets: &["kind"],
        file: "",
        kind: "Cluster",
        source: "kind pkg/internal/apis/config/validate.go:93",
        text: "must have at least one control-plane node",
        check: Requires(Has("nodes"), Is("nodes/*/role", "control-plane")),
    },
    StartCheck {
        targets: &["kops"],
        file: "",
        kind: "Cluster",
        source: "kops pkg/apis/kops/validation/validation.go:1190",
        text: "IPv6 clusters must have a nonMasqueradeCIDR of \"::/0\"",
        check: Each("spec/nonMasqueradeCIDR", |text| {
            !text.contains(':') || text == "::/0"
        }),
    },
    StartCheck {
        targets: &["kops"],
        file: "",
        kind: "Cluster",
        source: "kops pkg/apis/kops/validation/validation.go:1195, :1219",
        text: "nonMasqueradeCIDR … cannot overlap with networkCIDR …; podCIDR … must be a subnet of nonMasqueradeCIDR …",
        check: Holds(kops_ranges),
    },
    StartCheck {
        targets: &["kops"],
        file: "",
        kind: "Cluster",
        source: "kops pkg/apis/kops/validation/validation.go:717, :721, :724",
        text: "subnet … cidr … is not a subnet of the networkCIDR …; must not overlap podCIDR …",
        check: Holds(kops_subnets),
    },
    StartCheck {
        targets: &["kops"],
        file: "",
        kind: "Cluster",
        source: "kops pkg/apis/kops/validation/validation.go:752",
        text: "subnet type DualStack may only be used in IPv6 clusters",
        check: Requires(
            Is("spec/subnets/*/type", "DualStack"),
            Is("spec/nonMasqueradeCIDR", "::/0"),
        ),
    },
    StartCheck {
        targets: &["kops"],
        file: "",
        kind: "Cluster",
        source: "kops pkg/apis/kops/validation/validation.go:1296, :1310, :1345",
        text: "kube-router does not support IPv6; Flannel does not support IPv6",
        check: Excludes(
            Is("spec/nonMasqueradeCIDR", "::/0"),
            super::Where::Any(&[
                Has("spec/networking/kuberouter"),
                Has("spec/networking/flannel"),
                Has("spec/networking/amazonvpc"),
            ]),
        ),
    },
    StartCheck {
        targets: &["microshift"],
        file: "",
        kind: "",
        source: "microshift pkg/config/config.go:970 validateNetworkStack",
        text: "mismatched IP families in network.ServiceNetwork[…] and network.ClusterNetwork[…]",
        check: Holds(|file| {
            let (pods, services) = (
                file.cidrs("network/clusterNetwork"),
                file.cidrs("network/serviceNetwork"),
            );
            same_families(&pods, &services) && services.len() <= 2
        }),
    },
    StartCheck {
        targets: &["microshift"],
        file: "",
        kind: "",
        source: "microshift pkg/config/config.go:636-663",
        text: "subjectAltNames must not contain apiserver advertise address IPs, localhost or kubernetes service names",
        check: Holds(|file| {
            let advertised = file.text("apiServer/advertiseAddress");
            file.list("apiServer/subjectAltNames").iter().all(|name| {
                let first = name.split('.').next().unwrap_or_default();
                Some(name) != advertised.as_ref()
                    && !matches!(first, "localhost" | "kubernetes" | "openshift")
                    && name != "127.0.0.1"
            })
        }),
    },
    StartCheck {
        targets: &["kubeadm"],
        file: "init",
        kind: "ClusterConfiguration",
        source: "kubernetes cmd/kubeadm/app/util/endpoint.go ParseHostPort",
        text: "hostport …: host '…' must be a valid IP address or a valid RFC-1123 DNS subdomain",
        check: Each("controlPlaneEndpoint", kubeadm_endpoint),
    },
    StartCheck {
        targets: &["kubeadm"],
        file: "init",
        kind: "ClusterConfiguration",
        source: "kubernetes cmd/kube-controller-manager/app/core.go setNodeCIDRMaskSizes",
        text: "usage of --node-cidr-mask-size-ipv4 and --node-cidr-mask-size-ipv6 is not allowed with --node-cidr-mask-size",
        check: Holds(|cluster| {
            let arguments = cluster.values("controllerManager/extraArgs").into_iter().next();
            let names: Vec<&str> = match arguments {
                Some(serde_json::Value::Object(map)) => {
                    let set = map.iter().filter(|(_, value)| **value != "0");
                    set.map(|(name, _)| name.as_str()).collect()
                }
                Some(serde_json::Value::Array(list)) => {
                    let set = list.iter().filter(|entry| entry["value"] != "0");
                    set.filter_map(|entry| entry["name"].as_str()).collect()
                }
                _ => Vec::new(),
            };
            !names.contains(&"node-cidr-mask-size")
                || names.iter().all(|name| !name.starts_with("node-cidr-mask-size-"))
        }),
    },
    StartCheck {
        targets: &["cluster-api"],
        file: "",
        kind: "Cluster",
        source: "cluster-api ae7ff047 api/core/v1beta2/cluster_types.go:1416: the field has no bound of its own, the components have",
        text: "at most one range of each family",
        check: AtMost("spec/clusterNetwork/pods/cidrBlocks", 2),
    },
    StartCheck {
        targets: &["openshift"],
        file: "install-config",
        kind: "*",
        source: "openshift/installer pkg/types/validation/installconfig.go, release 4.19",
        text: "cluster network host subnetwork prefix must be 64 for IPv6 networks; must not be larger than its CIDR",
        check: Holds(|file| {
            file.values("networking/clusterNetwork/*")
                .into_iter()
                .all(|entry| {
                    let entry = Document(entry.clone());
                    let prefix = entry.number("hostPrefix");
                    entry.cidrs("cidr").iter().all(|range| {
                        prefix.is_none_or(|prefix| {
                            u64::from(range.prefix_len()) <= prefix
                                && (range.family() == IpFamily::IPv4 || prefix == 64)
                        })
                    })
                })
        }),
    },
    StartCheck {
        targets: &["kubespray"],
        file: "k8s-cluster",
        kind: "",
        source: "kubespray 46dbdd39 roles/validate_inventory/tasks/main.yml:110, :144",
        text: "kube_pods_subnet cannot be the same network segment as kube_service_addresses",
        check: Holds(|vars| {
            ["", "_ipv6"].into_iter().all(|family| {
                let pods = vars.cidrs(&format!("kube_pods_subnet{family}"));
                let services = vars.cidrs(&format!("kube_service_addresses{family}"));
                pods.iter()
                    .all(|pods| services.iter().all(|services| pods != services))
            })
        }),
    },
    StartCheck {
        targets: &["microk8s"],
        file: "",
        kind: "",
        source: "microk8s d099c907 scripts/generate-cni.sh:65-67",
        text: "Failed: IPv6_SUPPORT is true, but no IPv6_CLUSTER_CIDR was set",
        check: Requires(
            Begins("extraCNIEnv/IPv6_SUPPORT", "true"),
            Has("extraCNIEnv/IPv6_CLUSTER_CIDR"),
        ),
    },
];
