//! CNI plugins and load balancers.

use dualstack_core::net::IpFamily;

use super::Check::{AsMany, AtMost, Each, Holds, OneOf, Requires};
use super::Where::{All, Any, Begins, Has, Is};
use super::{Document, StartCheck, disjoint};

const CILIUM: &[&str] = &["cilium", "rke2"];

fn is_name(text: &str) -> bool {
    let is_end = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit();
    let bytes = text.as_bytes();
    bytes.first().copied().is_some_and(is_end)
        && bytes.last().copied().is_some_and(is_end)
        && bytes.iter().all(|c| is_end(*c) || *c == b'-')
}

/// Returns whether a family that is masqueraded without tunnels has a native routing range.
fn native_range(values: &Document, family: &str) -> bool {
    let on = |path: &str| values.is_on(path);
    let number = family.trim_start_matches("ipv");
    let native = values.text("routingMode").as_deref() == Some("native");
    !(native
        && on(&format!("{family}/enabled"))
        && on(&format!("enableIPv{number}Masquerade"))
        && !on("ipMasqAgent/enabled"))
        || values.text(&format!("{family}NativeRoutingCIDR")).is_some()
}

/// Returns whether node masks lie in what the allocator of the operator can cut out of its ranges.
fn masks_fit(values: &Document, list: &str, mask: &str) -> bool {
    let Some(mask) = values.number(mask) else {
        return values.list(list).is_empty();
    };
    values.cidrs(list).iter().all(|range| {
        let prefix = u64::from(range.prefix_len());
        prefix <= mask && (range.family() == IpFamily::IPv4 || mask - prefix <= 16)
    })
}

/// Returns the value of an argument `name=value`.
fn argument(set: &Document, name: &str) -> Option<String> {
    let all = set.values("spec/template/spec/containers/*/args/*");
    let texts = all.into_iter().filter_map(|text| text.as_str());
    let mut found = texts.filter_map(|text| text.strip_prefix(name)?.strip_prefix('='));
    found.next().map(str::to_owned)
}

fn ranges_of_enabled_families(set: &Document) -> bool {
    let ranges = argument(set, "--service-cluster-ip-range").unwrap_or_default();
    ranges.split(',').filter(|text| !text.is_empty()).all(|text| {
        let flag = if text.contains(':') {
            "--enable-ipv6"
        } else {
            "--enable-ipv4"
        };
        argument(set, flag).is_none_or(|on| on == "true")
    })
}

fn variable(set: &Document, name: &str) -> Option<String> {
    let all = set.values("spec/template/spec/containers/*/env/*");
    let row = all.into_iter().find(|row| row["name"] == name)?;
    row["value"].as_str().map(str::to_owned)
}

fn block_sizes(set: &Document) -> bool {
    [("4", 20..=32), ("6", 116..=128)]
        .into_iter()
        .all(|(family, limits)| {
            let size = variable(set, &format!("CALICO_IPV{family}POOL_BLOCK_SIZE"));
            size.is_none_or(|size| size.parse().is_ok_and(|size: u32| limits.contains(&size)))
        })
}

fn pools_fit(installation: &Document) -> bool {
    installation
        .values("spec/calicoNetwork/ipPools/*")
        .into_iter()
        .all(|pool| {
            let pool = Document(pool.clone());
            let (range, size) = (pool.cidrs("cidr"), pool.number("blockSize"));
            range.iter().all(|range| {
                let limits = match range.family() {
                    IpFamily::IPv4 => 20..=32,
                    IpFamily::IPv6 => 116..=128,
                };
                size.is_none_or(|size| limits.contains(&size) && u64::from(range.prefix_len()) <= size)
            })
        })
}

fn antrea_masks(values: &Document) -> bool {
    let ranges = values.cidrs("nodeIPAM/clusterCIDRs");
    ranges.iter().all(|range| {
        let (key, limits) = match range.family() {
            IpFamily::IPv4 => ("nodeIPAM/nodeCIDRMaskSizeIPv4", 16..=30),
            IpFamily::IPv6 => ("nodeIPAM/nodeCIDRMaskSizeIPv6", 64..=126),
        };
        values.number(key).is_none_or(|mask| {
            let wide = range.family() == IpFamily::IPv6 && mask > u64::from(range.prefix_len()) + 16;
            limits.contains(&mask) && !wide
        })
    })
}

fn one_of_each_family(values: &Document) -> bool {
    let ranges = values.cidrs("nodeIPAM/clusterCIDRs");
    let families = ranges.iter().map(|range| range.family());
    families.clone().collect::<std::collections::BTreeSet<_>>().len() == families.count()
}

fn system_ranges(values: &Document, families: &[&str], paths: [&str; 3]) -> bool {
    families.iter().all(|family| {
        let ranges: Vec<_> = paths
            .iter()
            .flat_map(|path| values.cidrs(&path.replace("FAMILY", family)))
            .collect();
        disjoint(&ranges)
    })
}

/// Rows of the plugins and load balancers.
pub(super) const CHECKS: &[StartCheck] = &[
    StartCheck {
        targets: CILIUM,
        file: "",
        kind: "",
        source: "cilium daemon/cmd/daemon_main.go initEnv",
        text: "auto-direct-node-routes cannot be used with tunneling. Packets must be routed through the tunnel device.",
        check: Requires(Is("autoDirectNodeRoutes", "true"), Is("routingMode", "native")),
    },
    StartCheck {
        targets: CILIUM,
        file: "values-",
        kind: "",
        source: "cilium daemon/cmd/daemon_main.go initEnv",
        text: "Either IPv4 or IPv6 addressing must be enabled",
        check: Requires(
            Has("ipv4/enabled"),
            Any(&[Is("ipv4/enabled", "true"), Is("ipv6/enabled", "true")]),
        ),
    },
    StartCheck {
        targets: CILIUM,
        file: "",
        kind: "",
        source: "cilium pkg/option/config.go checkIPv4NativeRoutingCIDR",
        text: "native routing cidr must be configured with option --ipv4-native-routing-cidr in combination with …",
        check: Holds(|values| native_range(values, "ipv4")),
    },
    StartCheck {
        targets: CILIUM,
        file: "",
        kind: "",
        source: "cilium pkg/option/config.go checkIPv6NativeRoutingCIDR",
        text: "native routing cidr must be configured with option --ipv6-native-routing-cidr in combination with …",
        check: Holds(|values| native_range(values, "ipv6")),
    },
    StartCheck {
        targets: &["cilium"],
        file: "values-",
        kind: "",
        source: "cilium pkg/clustermesh/types/option.go",
        text: "must consist of lower case alphanumeric characters and '-' …, at most 32 characters",
        check: Each("cluster/name", |name| is_name(name) && name.len() <= 32),
    },
    StartCheck {
        targets: &["cilium"],
        file: "values-",
        kind: "",
        source: "cilium daemon: BPF masquerade requires NodePort (kube-proxy replacement)",
        text: "BPF masquerade requires NodePort",
        check: Requires(Is("bpf/masquerade", "true"), Is("kubeProxyReplacement", "true")),
    },
    StartCheck {
        targets: &["cilium"],
        file: "values-",
        kind: "",
        source: "cilium install/kubernetes/cilium/templates, pkg/datapath/tunnel: tunnels use IPv4 unless told otherwise",
        text: "IPv4 is disabled, but the underlay protocol is IPv4",
        check: Requires(
            All(&[Is("ipv4/enabled", "false"), Is("routingMode", "tunnel")]),
            Is("underlayProtocol", "ipv6"),
        ),
    },
    StartCheck {
        targets: &["cilium"],
        file: "values-",
        kind: "",
        source: "cilium pkg/ipam/cidrset/cidr_set.go NewCIDRSet",
        text: "New CIDR set failed; the node CIDR size is too big",
        check: Holds(|values| {
            ["4", "6"].into_iter().all(|family| {
                masks_fit(
                    values,
                    &format!("ipam/operator/clusterPoolIPv{family}PodCIDRList"),
                    &format!("ipam/operator/clusterPoolIPv{family}MaskSize"),
                )
            })
        }),
    },
    StartCheck {
        targets: &["kube-router"],
        file: "",
        kind: "DaemonSet",
        source: "kube-router pkg/bgp/id.go:38",
        text: "router-id must be specified when primary node IP is an IPv6 address",
        check: Requires(
            Begins("spec/template/spec/containers/*/args", "--enable-ipv4=false"),
            Begins("spec/template/spec/containers/*/args", "--router-id="),
        ),
    },
    StartCheck {
        targets: &["kube-router"],
        file: "",
        kind: "DaemonSet",
        source: "kube-router pkg/svcip/validator.go:108, :114",
        text: "IPv6 CIDR … specified in --service-cluster-ip-range while IPv6 is disabled",
        check: Holds(ranges_of_enabled_families),
    },
    StartCheck {
        targets: &["kube-router"],
        file: "",
        kind: "DaemonSet",
        source: "kube-router pkg/svcip/validator.go:86",
        text: "too many CIDRs provided in --service-cluster-ip-range parameter, only two …",
        check: Holds(|set| {
            argument(set, "--service-cluster-ip-range").is_none_or(|ranges| ranges.split(',').count() <= 2)
        }),
    },
    StartCheck {
        targets: &["calico-manifest"],
        file: "calico-node",
        kind: "DaemonSet",
        source: "calico node/pkg/lifecycle/startup/startup.go:401",
        text: "no IPv4 or IPv6 addresses configured or detected, required for Calico networking",
        check: Holds(|set| {
            let off = |name: &str| variable(set, name).is_some_and(|value| value == "none");
            !(off("IP") && off("IP6"))
        }),
    },
    StartCheck {
        targets: &["calico-manifest"],
        file: "calico-node",
        kind: "DaemonSet",
        source: "calico node/pkg/lifecycle/startup/startup.go:814",
        text: "Invalid blocksize … for version …",
        check: Holds(block_sizes),
    },
    StartCheck {
        targets: &["calico-manifest"],
        file: "calico-node",
        kind: "DaemonSet",
        source: "calico confd/etc/calico/confd/templates: a router id of an IPv6-only node is a hash",
        text: "router id must be set explicitly",
        check: Holds(|set| {
            variable(set, "IP").is_none_or(|value| value != "none")
                || variable(set, "CALICO_ROUTER_ID").is_some_and(|value| value == "hash")
        }),
    },
    StartCheck {
        targets: &["calico-operator"],
        file: "custom-resources",
        kind: "Installation",
        source: "calico api/pkg/apis/projectcalico/v3/ippool.go:98, :99",
        text: "blockSize must be between 20 and 32 for IPv4 pools, and between 116 and 128 for IPv6 pools",
        check: Holds(pools_fit),
    },
    StartCheck {
        targets: &["calico-operator"],
        file: "custom-resources",
        kind: "Installation",
        source: "tigera/operator 40788b9b pkg/controller/installation/validation.go:163, :182, :190",
        text: "IPIP encapsulation is not supported by IPv6 pools, but it is set for …",
        check: Holds(|installation| {
            installation
                .values("spec/calicoNetwork/ipPools/*")
                .into_iter()
                .all(|pool| {
                    let ipip = pool["encapsulation"]
                        .as_str()
                        .is_some_and(|mode| mode.starts_with("IPIP"));
                    let ipv6 = pool["cidr"].as_str().is_some_and(|cidr| cidr.contains(':'));
                    let bgp_off = installation.text("spec/calicoNetwork/bgp").as_deref() == Some("Disabled");
                    !(ipip && ipv6 || bgp_off && pool["encapsulation"] == "None")
                })
        }),
    },
    StartCheck {
        targets: &["calico-manifest"],
        file: "ippools",
        kind: "IPPool",
        source: "calico api/pkg/apis/projectcalico/v3/ippool.go:86, :89",
        text: "IPIP is not supported on IPv6 pools; ipipMode and vxlanMode cannot both be enabled",
        check: Holds(|pool| {
            let on = |path: &str| pool.text(path).is_some_and(|mode| mode != "Never");
            let ipv6 = pool.text("spec/cidr").is_some_and(|cidr| cidr.contains(':'));
            !(on("spec/ipipMode") && (ipv6 || on("spec/vxlanMode")))
        }),
    },
    StartCheck {
        targets: &["antrea"],
        file: "node-ipam",
        kind: "",
        source: "antrea cmd/antrea-controller/options.go:133, :136",
        text: "at most two cluster CIDRs may be specified",
        check: AtMost("nodeIPAM/clusterCIDRs", 2),
    },
    StartCheck {
        targets: &["antrea"],
        file: "node-ipam",
        kind: "",
        source: "antrea cmd/antrea-controller/options.go:152",
        text: "at most one cluster CIDR may be specified for each IP family",
        check: Holds(one_of_each_family),
    },
    StartCheck {
        targets: &["antrea"],
        file: "node-ipam",
        kind: "",
        source: "antrea cmd/antrea-controller/options.go:157, :164, :170",
        text: "the Node IPv6 CIDR mask size … is invalid, should be between 64 and 126",
        check: Holds(antrea_masks),
    },
    StartCheck {
        targets: &["antrea"],
        file: "",
        kind: "",
        source: "antrea cmd/antrea-agent/options.go:654",
        text: "noSNAT is only applicable to the noEncap mode",
        check: Requires(Is("noSNAT", "true"), Is("trafficEncapMode", "noEncap")),
    },
    StartCheck {
        targets: &["flannel"],
        file: "",
        kind: "",
        source: "flannel pkg/subnet/config.go:79, pkg/subnet/kube/kube.go",
        text: "please define a correct Network parameter in the flannel config",
        check: Requires(Is("EnableIPv4", "true"), Has("Network")),
    },
    StartCheck {
        targets: &["flannel"],
        file: "",
        kind: "",
        source: "flannel pkg/subnet/config.go:139",
        text: "please define a correct IPv6Network parameter in the flannel config",
        check: Requires(Is("EnableIPv6", "true"), Has("IPv6Network")),
    },
    StartCheck {
        targets: &["kube-ovn"],
        file: "values.yaml",
        kind: "",
        source: "kube-ovn pkg/util/net.go:658 CheckSystemCIDR, pkg/controller/config.go:436",
        text: "check system cidr failed, cidr … is conflict with cidr …",
        check: Holds(|values| {
            system_ranges(
                values,
                &["ipv4", "ipv6", "dual_stack"],
                ["FAMILY/JOIN_CIDR", "FAMILY/POD_CIDR", "FAMILY/SVC_CIDR"],
            )
        }),
    },
    StartCheck {
        targets: &["kube-ovn"],
        file: "values-v2",
        kind: "",
        source: "kube-ovn pkg/util/net.go:658 CheckSystemCIDR, pkg/controller/config.go:436",
        text: "check system cidr failed, cidr … is conflict with cidr …",
        check: Holds(|values| {
            system_ranges(
                values,
                &["v4", "v6"],
                [
                    "networking/join/cidr/FAMILY",
                    "networking/pods/cidr/FAMILY",
                    "networking/services/cidr/FAMILY",
                ],
            )
        }),
    },
    StartCheck {
        targets: &["kube-ovn"],
        file: "values.yaml",
        kind: "",
        source: "kube-ovn pkg/controller/config.go:410 GetGwByCidr: one gateway a range",
        text: "as many gateways as pod ranges",
        check: AsMany("*/POD_GATEWAY", "*/POD_CIDR"),
    },
    StartCheck {
        targets: &["ovn-kubernetes"],
        file: "",
        kind: "",
        source: "ovn-kubernetes 6c366bb4 go-controller/pkg/config/utils.go:50, :104",
        text: "cannot use a host subnet length mask shorter than or equal to the cluster subnet mask; IPv6 has /64",
        check: Each("podNetwork", |entry| {
            let Some((range, mask)) = entry.rsplit_once('/') else {
                return false;
            };
            let prefix = range
                .rsplit_once('/')
                .and_then(|(_, prefix)| prefix.parse::<u8>().ok());
            let mask = mask.parse::<u8>().ok();
            prefix
                .zip(mask)
                .is_some_and(|(prefix, mask)| prefix < mask && (!range.contains(':') || mask == 64))
        }),
    },
    StartCheck {
        targets: &["metallb"],
        file: "",
        kind: "IPAddressPool",
        source: "metallb internal/config/config.go:346, :546",
        text: "CIDR … in pool … overlaps with already defined CIDR …; pool has no prefixes defined",
        check: Holds(|pool| {
            let ranges = pool.cidrs("spec/addresses");
            !pool.list("spec/addresses").is_empty() && disjoint(&ranges)
        }),
    },
    StartCheck {
        targets: &["kube-vip"],
        file: "",
        kind: "ConfigMap",
        source: "kube-vip-cloud-provider pkg/ipam/addressbuilder.go:17",
        text: "unable to parse IP cidrs […]",
        check: Each("data/cidr-global", |text| {
            text.parse::<dualstack_core::net::Cidr>().is_ok()
        }),
    },
    StartCheck {
        targets: &["cilium-lb-ipam"],
        file: "",
        kind: "CiliumLoadBalancerIPPool",
        source: "cilium operator/pkg/lbipam: pools that overlap are marked as conflicting",
        text: "Pool conflicts",
        check: Holds(|pool| disjoint(&pool.cidrs("spec/blocks/*/cidr"))),
    },
    StartCheck {
        targets: &["calico-operator"],
        file: "custom-resources",
        kind: "Installation",
        source: "tigera/operator 40788b9b api/v1/installation_types.go:703",
        text: "must have at most 25 items",
        check: Holds(|installation| installation.values("spec/calicoNetwork/ipPools/*").len() <= 25),
    },
    StartCheck {
        targets: &["flannel"],
        file: "values",
        kind: "",
        source: "flannel chart/kube-flannel/templates/config.yaml:14-20",
        text: "vxlan, host-gw, …",
        check: OneOf("flannel/backend", &["vxlan", "host-gw", "wireguard", "udp"]),
    },
];
