//! Calico: the manifest, and the operator.

use dualstack_core::net::{Cidr, IpFamily};

use super::Check::Holds;
use super::Source::{Differs, Refuses};
use super::{Document, StartCheck, apart_from};

const MANIFEST: &[&str] = &["calico-manifest"];
const OPERATOR: &[&str] = &["calico-operator"];

fn variable(set: &Document, name: &str) -> Option<String> {
    let all = set.values("spec/template/spec/containers/*/env/*");
    let row = all.into_iter().find(|row| row["name"] == name)?;
    row["value"].as_str().map(str::to_owned)
}

/// Returns the bounds of a block, and the block where none is written.
fn blocks(family: IpFamily) -> (std::ops::RangeInclusive<u64>, u64) {
    match family {
        IpFamily::IPv4 => (20..=32, 26),
        IpFamily::IPv6 => (116..=128, 122),
    }
}

/// A pool as an environment, an IPPool or an Installation writes it.
struct Pool {
    cidr: Cidr,
    block: Option<u64>,
}

impl Pool {
    fn has_a_block(&self) -> bool {
        let (bounds, _) = blocks(self.cidr.family());
        self.block.is_none_or(|block| bounds.contains(&block))
    }

    fn holds_a_block(&self) -> bool {
        let (_, default) = blocks(self.cidr.family());
        u64::from(self.cidr.prefix_len()) <= self.block.unwrap_or(default)
    }

    fn is_not_link_local(&self) -> bool {
        apart_from(&self.cidr, &["169.254.0.0/16", "fe80::/10"])
    }
}

/// The pools that calico-node makes when it starts.
fn of_environment(set: &Document) -> Vec<Pool> {
    let pools = [("4", IpFamily::IPv4), ("6", IpFamily::IPv6)];
    let pool = |(number, family): (&str, IpFamily)| {
        let cidr = variable(set, &format!("CALICO_IPV{number}POOL_CIDR"))?;
        let block = variable(set, &format!("CALICO_IPV{number}POOL_BLOCK_SIZE"));
        let cidr: Cidr = cidr.parse().ok().filter(|cidr: &Cidr| cidr.family() == family)?;
        Some(Pool {
            cidr,
            block: block.and_then(|block| block.parse().ok()),
        })
    };
    pools.into_iter().filter_map(pool).collect()
}

fn of_object(pool: &Document) -> Option<Pool> {
    let cidr = pool.cidrs("spec/cidr").first().copied()?;
    let block = pool.number("spec/blockSize");
    Some(Pool { cidr, block })
}

fn of_installation(installation: &Document) -> Vec<Pool> {
    let pools = installation.values("spec/calicoNetwork/ipPools/*");
    let pool = |value: &serde_json::Value| {
        let pool = Document(value.clone());
        let cidr = pool.cidrs("cidr").first().copied()?;
        let block = pool.number("blockSize");
        Some(Pool { cidr, block })
    };
    pools.into_iter().filter_map(pool).collect()
}

fn pools_are_of_their_family(set: &Document) -> bool {
    [("4", IpFamily::IPv4), ("6", IpFamily::IPv6)]
        .into_iter()
        .all(|(number, family)| {
            variable(set, &format!("CALICO_IPV{number}POOL_CIDR")).is_none_or(|text| {
                text == "none" || text.parse::<Cidr>().is_ok_and(|cidr| cidr.family() == family)
            })
        })
}

fn modes_are_known(set: &Document) -> bool {
    ["4POOL_IPIP", "4POOL_VXLAN", "6POOL_VXLAN"]
        .into_iter()
        .all(|name| {
            let mode = variable(set, &format!("CALICO_IPV{name}")).unwrap_or_default();
            matches!(
                mode.to_ascii_lowercase().as_str(),
                "" | "off" | "never" | "crosssubnet" | "cross-subnet" | "always"
            )
        })
}

/// Rows of Calico.
pub(super) const CHECKS: &[StartCheck] = &[
    StartCheck {
        targets: MANIFEST,
        file: "calico-node",
        kind: "DaemonSet",
        source: Refuses("calico 87c15906 node/pkg/lifecycle/startup/startup.go:401"),
        text: "no IPv4 or IPv6 addresses configured or detected, required for Calico networking",
        check: Holds(|set| {
            let off = |name: &str| variable(set, name).is_some_and(|value| value == "none");
            !(off("IP") && off("IP6"))
        }),
    },
    StartCheck {
        targets: MANIFEST,
        file: "calico-node",
        kind: "DaemonSet",
        source: Refuses("calico 87c15906 node/pkg/lifecycle/startup/startup.go:814, :819"),
        text: "Invalid blocksize … for version …",
        check: Holds(|set| of_environment(set).iter().all(Pool::has_a_block)),
    },
    StartCheck {
        targets: MANIFEST,
        file: "calico-node",
        kind: "DaemonSet",
        source: Refuses("calico 87c15906 node/pkg/lifecycle/startup/startup.go:1000, :1031"),
        text: "Invalid CIDR specified in CALICO_IPV4POOL_CIDR '…'; Invalid CIDR specified in CALICO_IPV6POOL_CIDR '…'",
        check: Holds(pools_are_of_their_family),
    },
    StartCheck {
        targets: MANIFEST,
        file: "calico-node",
        kind: "DaemonSet",
        source: Refuses("calico 87c15906 node/pkg/lifecycle/startup/startup.go:1096, :1109"),
        text: "Unrecognized IPIP mode specified in CALICO_IPV4POOL_IPIP '…'; Unrecognized VXLAN mode specified in \
               CALICO_IPV…POOL_VXLAN '…'",
        check: Holds(modes_are_known),
    },
    StartCheck {
        targets: MANIFEST,
        file: "calico-node",
        kind: "DaemonSet",
        // calico-node writes an IPPool, which the rules of its resource refuse.
        source: Refuses("calico 87c15906 node/pkg/lifecycle/startup/startup.go:1134"),
        text: "Failed to create default IPv… IP pool: …",
        check: Holds(|set| {
            of_environment(set)
                .iter()
                .all(|pool| pool.holds_a_block() && pool.is_not_link_local())
        }),
    },
    StartCheck {
        targets: MANIFEST,
        file: "calico-node",
        kind: "DaemonSet",
        // Without IPv4 the router ID of BIRD's configuration stays empty.
        source: Differs("calico 87c15906 confd/pkg/backends/calico/bgp_processor.go:206"),
        text: "config.RouterID = config.NodeIP",
        check: Holds(|set| {
            variable(set, "IP").is_none_or(|value| value != "none")
                || variable(set, "CALICO_ROUTER_ID").is_some_and(|value| value == "hash")
        }),
    },
    StartCheck {
        targets: &["calico-manifest", "calico-operator"],
        file: "",
        kind: "IPPool",
        source: Refuses("calico 87c15906 api/pkg/apis/projectcalico/v3/ippool.go:86, :89"),
        text: "ipipMode and vxlanMode cannot both be enabled; IPIP is not supported on IPv6 pools",
        check: Holds(|pool| {
            let on = |path: &str| pool.text(path).is_some_and(|mode| mode != "Never");
            let ipv6 = pool.text("spec/cidr").is_some_and(|cidr| cidr.contains(':'));
            !(on("spec/ipipMode") && (ipv6 || on("spec/vxlanMode")))
        }),
    },
    StartCheck {
        targets: &["calico-manifest", "calico-operator"],
        file: "",
        kind: "IPPool",
        source: Refuses("calico 87c15906 api/pkg/apis/projectcalico/v3/ippool.go:95-97"),
        text: "IPPool CIDR must be strictly masked; IPPool CIDR overlaps with IPv4 link local range 169.254.0.0/16; IPPool CIDR \
               overlaps with IPv6 link local range fe80::/10",
        check: Holds(|pool| of_object(pool).is_some_and(|pool| pool.is_not_link_local())),
    },
    StartCheck {
        targets: &["calico-manifest", "calico-operator"],
        file: "",
        kind: "IPPool",
        source: Refuses("calico 87c15906 api/pkg/apis/projectcalico/v3/ippool.go:98-99"),
        text: "blockSize must be between 20 and 32 for IPv4 pools, and between 116 and 128 for IPv6 pools; IP pool size is too \
               small for use with Calico IPAM. It must be equal to or greater than the block size.",
        check: Holds(|object| {
            of_object(object).is_some_and(|pool| {
                pool.has_a_block() && (object.is_on("spec/disabled") || pool.holds_a_block())
            })
        }),
    },
    StartCheck {
        targets: OPERATOR,
        file: "custom-resources",
        kind: "Installation",
        source: Refuses("tigera-operator 40788b9b pkg/controller/ippool/validation.go:109, :115, :122, :128"),
        text: "IPv4 pool block size must be greater than 19 and less than or equal to 32; IP pool size is too small. It must be \
               equal to or greater than the block size; IPv6 pool block size must be greater than 115 and less than or equal \
               to 128",
        check: Holds(|installation| {
            of_installation(installation)
                .iter()
                .all(|pool| pool.has_a_block() && pool.holds_a_block())
        }),
    },
    StartCheck {
        targets: OPERATOR,
        file: "custom-resources",
        kind: "Installation",
        // The operator writes each pool as an IPPool.
        source: Refuses("calico 87c15906 api/pkg/apis/projectcalico/v3/ippool.go:96-97"),
        text: "IPPool CIDR overlaps with IPv4 link local range 169.254.0.0/16; IPPool CIDR overlaps with IPv6 link local range \
               fe80::/10",
        check: Holds(|installation| of_installation(installation).iter().all(Pool::is_not_link_local)),
    },
    StartCheck {
        targets: OPERATOR,
        file: "custom-resources",
        kind: "Installation",
        source: Refuses("tigera-operator 40788b9b pkg/controller/ippool/validation.go:32, :37, :41, :73"),
        text: "IP pool CIDR (…) is invalid: …; IP pool … is specified more than once; IP pool nodeSelector should not be empty",
        check: Holds(|installation| {
            let pools = installation.values("spec/calicoNetwork/ipPools/*");
            let mut seen = std::collections::BTreeSet::new();
            pools.iter().all(|pool| {
                let text = |key: &str| pool[key].as_str().unwrap_or_default().to_owned();
                let is_new = seen.insert(text("cidr")) && seen.insert(text("name"));
                is_new && text("cidr").parse::<Cidr>().is_ok() && !text("nodeSelector").is_empty()
            })
        }),
    },
    StartCheck {
        targets: OPERATOR,
        file: "custom-resources",
        kind: "Installation",
        source: Refuses("tigera-operator 40788b9b pkg/controller/installation/validation.go:164, :183, :191"),
        text: "IPIP encapsulation is not supported by IPv6 pools, but it is set for …; with BIRD cluster routing mode, IPIP \
               encapsulation requires that BGP is enabled; with BIRD cluster routing mode, unencapsulated IP pools require that \
               BGP is enabled",
        check: Holds(|installation| {
            let bgp = installation.text("spec/calicoNetwork/bgp");
            let pools = installation.values("spec/calicoNetwork/ipPools/*");
            pools.into_iter().all(|pool| {
                let mode = pool["encapsulation"].as_str().unwrap_or_default();
                let ipv6 = pool["cidr"].as_str().is_some_and(|cidr| cidr.contains(':'));
                let needs_bgp = mode.starts_with("IPIP") || mode == "None";
                !(mode.starts_with("IPIP") && ipv6) && (!needs_bgp || bgp.as_deref() == Some("Enabled"))
            })
        }),
    },
    StartCheck {
        targets: OPERATOR,
        file: "custom-resources",
        kind: "Installation",
        source: Refuses("tigera-operator 40788b9b pkg/controller/installation/validation.go:475, :485"),
        text: "invalid CIDR provided for node address autodetection: …; no more than one node address autodetection method can \
               be specified per-family",
        check: Holds(|installation| {
            ["V4", "V6"].into_iter().all(|family| {
                let path = format!("spec/calicoNetwork/nodeAddressAutodetection{family}");
                let ranges = format!("{path}/cidrs");
                installation.values(&format!("{path}/*")).len() <= 1
                    && installation.list(&ranges).len() == installation.cidrs(&ranges).len()
            })
        }),
    },
    StartCheck {
        targets: OPERATOR,
        file: "custom-resources",
        kind: "Installation",
        source: Refuses("tigera-operator 40788b9b api/v1/installation_types.go:703"),
        text: "+kubebuilder:validation:MaxItems=25",
        check: Holds(|installation| installation.values("spec/calicoNetwork/ipPools/*").len() <= 25),
    },
];
