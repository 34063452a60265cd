//! Making of a plan from sizes.

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use super::declared::{DeclaredRange, RangeKind};
use super::map::free_space;
use crate::diagnostic::Pointer;
use crate::i18n::Message;
use crate::kubernetes::Version;
use crate::net::range_set::{Range, RangeSet};
use crate::net::special::{self, Purpose};
use crate::net::{Cidr, IpFamily};
use crate::request::{API_VERSION, ClusterPlan, KIND, Metadata, NodeSizing, PlanSpec, Reserved};

/// The sizes and blocks that a plan is made from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SuggestRequest {
    /// Number of nodes today.
    pub nodes: u32,
    /// Number of nodes to leave room for; absent: twice the number of today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub max_nodes: Option<u32>,
    /// Number of pods per node; absent: 110.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub pods_per_node: Option<u32>,
    /// Number of Services; absent: 1,000.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub services: Option<u32>,
    /// The families, the primary one first; absent: IPv4, IPv6.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub families: Option<Vec<IpFamily>>,
    /// Blocks that the plan may use. A family without a block gets RFC 1918 space (IPv4) or a random ULA (IPv6).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "Cidr[]"))]
    pub blocks: Vec<Cidr>,
    /// Networks that the plan must not overlap.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub reserved: Vec<Reserved>,
    /// Networks of the nodes' own addresses, which the plan must not overlap.
    #[serde(default, rename = "nodeCIDRs", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "Cidr[]"))]
    pub node_cidrs: Vec<Cidr>,
    /// The Kubernetes version; absent: the default one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "KubernetesVersion"))]
    pub kubernetes_version: Option<Version>,
    /// Seed of the ULA global ID: at least 40 random bits from the caller, since the engine has no randomness. The
    /// same seed gives the same plan.
    #[cfg_attr(feature = "wasm", tsify(type = "AddressCount"))]
    #[serde(with = "seed_text")]
    pub seed: u64,
}

pub mod seed_text {
    //! A seed as a decimal string: a JavaScript number holds only 53 bits. A number is accepted too.
    use std::fmt;

    use serde::de::{self, Visitor};
    use serde::{Deserializer, Serializer};

    /// Writes the seed as a decimal text.
    ///
    /// # Errors
    /// Returns the error of the serializer.
    pub fn serialize<S: Serializer>(seed: &u64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(seed)
    }

    /// Reads the seed from a text or a number.
    ///
    /// # Errors
    /// Returns an error for anything that is not a whole number below 2^64.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
        struct Seed;
        impl Visitor<'_> for Seed {
            type Value = u64;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a decimal number below 2^64")
            }

            fn visit_u64<E: de::Error>(self, seed: u64) -> Result<u64, E> {
                Ok(seed)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<u64, E> {
                text.parse()
                    .map_err(|_| E::custom("expected a decimal number below 2^64"))
            }
        }
        deserializer.deserialize_any(Seed)
    }
}

/// The range for which a plan has no place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoesNotFit {
    /// The kind of the range that found no place.
    pub kind: RangeKind,
    /// The family of that range.
    pub family: IpFamily,
    /// The prefix length that the range needed, in bits.
    pub prefix_len: u8,
}

impl DoesNotFit {
    /// Returns the message for the user.
    pub fn message(&self) -> Message {
        Message::new(format!("suggest-no-room-{}", self.kind.as_str()))
            .with("family", self.family)
            .with("prefix", format!("/{}", self.prefix_len))
    }
}

// Growth and size rules, after `pkg/controller/nodeipam/ipam/cidrset/cidr_set.go` and
// `pkg/registry/core/service/ipallocator`.
const DEFAULT_PODS_PER_NODE: u32 = 110;
const DEFAULT_SERVICES: u32 = 1_000;
/// kubeadm accepts at most 20 host bits for a Service range in every version.
pub const MAX_SERVICE_HOST_BITS: u8 = 20;
/// The prefix length of the largest range that the IPv6 allocator of 1.32 and earlier can use; a larger one gains
/// nothing.
pub const IPV6_SERVICE_PREFIX: u8 = 112;
/// At most 16 bits between pod range and node block: kube-controller-manager for IPv6, kubeadm for both families.
pub const MAX_NODE_BITS: u8 = 16;

/// Returns the ULA /48 of a seed: `fd`, then 40 bits of the seed (RFC 4193 §3.2).
///
/// ```
/// use dualstack_plan::plan::suggest::ula_site;
/// assert_eq!(ula_site(1), ula_site(1));
/// assert_ne!(ula_site(1), ula_site(2));
/// assert!("fd00::/8".parse::<dualstack_ground::net::Cidr>().unwrap().contains(&ula_site(7)));
/// ```
pub fn ula_site(seed: u64) -> Cidr {
    let global_id = u128::from(mix(seed) >> 24);
    let bits = (0xfd_u128 << 120) | (global_id << 80);
    // A /48 of an IPv6 number always exists; ::/0 would show a bug at once.
    Cidr::from_bits(IpFamily::IPv6, bits, 48).unwrap_or_else(|| Cidr::from(ipnet::Ipv6Net::default()))
}

/// Applies the finaliser of SplitMix64, which spreads small seeds over all bits. It adds no randomness.
fn mix(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Returns the number of bits needed to number `n` things: 0 for 0 and 1, 8 for 256, 9 for 257.
pub fn bits_for(n: u64) -> u8 {
    // At most 64.
    (64 - n.saturating_sub(1).leading_zeros()) as u8
}

/// How much room a plan has beyond what was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// As few addresses as there can be: a block holds the pods of its node once, and a Service range its Services.
    Tight,
    /// A block holds the pods of its node twice, because addresses are reused late, and half of a Service range is free.
    Roomy,
    /// The same, for twice the nodes.
    Double,
}

impl Room {
    /// Every room, the smallest first.
    pub const ALL: [Room; 3] = [Room::Tight, Room::Roomy, Room::Double];

    /// Returns the name of the room: `tight`, `roomy`, `double`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Room::Tight => "tight",
            Room::Roomy => "roomy",
            Room::Double => "double",
        }
    }
}

/// Addresses of a block that no pod gets: those of the network, of the gateway and of the broadcast.
const NOT_FOR_PODS: u64 = 3;
/// Addresses of a Service range besides those of the plan's Services: its first and last, `default/kubernetes` and the DNS.
const NOT_FOR_SERVICES: u64 = 4;

/// The prefix lengths of the ranges of one family, in bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RangeSizes {
    /// The length of a node's block.
    pub node_mask: u8,
    /// The length of the pod range.
    pub pods: u8,
    /// The length of the Service range.
    pub services: u8,
}

/// Returns the prefix lengths of one family: node blocks, a pod range for every node, and a Service range, each with that
/// room.
pub fn sizes(family: IpFamily, max_nodes: u32, pods_per_node: u32, services: u32, room: Room) -> RangeSizes {
    let node_bits = bits_for(u64::from(max_nodes)).min(MAX_NODE_BITS);
    let (pods, services) = (u64::from(pods_per_node), u64::from(services));
    let (addresses, service_addresses) = match room {
        Room::Tight => (pods + NOT_FOR_PODS, services + NOT_FOR_SERVICES),
        // The static band of a range is 256 addresses at most.
        Room::Roomy | Room::Double => (pods * 2, services * 2 + 256),
    };
    match family {
        IpFamily::IPv4 => {
            let node_mask = 32u8.saturating_sub(bits_for(addresses)).min(30);
            let service_bits = bits_for(service_addresses).clamp(8, MAX_SERVICE_HOST_BITS);
            RangeSizes {
                node_mask,
                pods: node_mask.saturating_sub(node_bits),
                services: 32 - service_bits,
            }
        }
        // A /64 a node is the default everywhere; the /56 below it has room for 256 nodes.
        IpFamily::IPv6 => RangeSizes {
            node_mask: 64,
            pods: 64 - node_bits.max(8),
            services: IPV6_SERVICE_PREFIX,
        },
    }
}

/// Makes a plan from sizes and blocks. Its ranges overlap neither each other nor anything in the request.
///
/// # Errors
/// Returns the kind, family and prefix length of the first range that has no place in the blocks.
pub fn suggest(request: &SuggestRequest) -> Result<ClusterPlan, DoesNotFit> {
    let max_nodes = request.max_nodes.unwrap_or(request.nodes.saturating_mul(2));
    plan_for(request, max_nodes, Room::Roomy)
}

/// Makes a plan from sizes and blocks, as [`suggest`] does, that has this room for the largest number of nodes asked for, or
/// for those of today if no other number was.
///
/// # Errors
/// As for [`suggest`].
///
/// ```
/// use dualstack_plan::plan::sizes::read_sizes;
/// use dualstack_plan::plan::suggest::{Room, suggest_with};
/// let request = read_sizes("300 nodes x 110 pods from 10.0.0.0/8", 7).unwrap();
/// let pods = Room::ALL.map(|room| suggest_with(&request, room).unwrap().spec.pod_cidrs[0].to_string());
/// assert_eq!(pods, ["10.0.0.0/16", "10.0.0.0/15", "10.0.0.0/14"]);
/// ```
pub fn suggest_with(request: &SuggestRequest, room: Room) -> Result<ClusterPlan, DoesNotFit> {
    let asked = request.max_nodes.unwrap_or(request.nodes);
    let max_nodes = match room {
        Room::Tight | Room::Roomy => asked,
        Room::Double => asked.saturating_mul(2),
    };
    plan_for(request, max_nodes, room)
}

fn plan_for(request: &SuggestRequest, max_nodes: u32, room: Room) -> Result<ClusterPlan, DoesNotFit> {
    let families = match request.families.as_deref() {
        None | Some([]) => vec![IpFamily::IPv4, IpFamily::IPv6],
        Some(given) => {
            let mut families: Vec<IpFamily> = Vec::new();
            for family in given {
                if !families.contains(family) {
                    families.push(*family);
                }
            }
            families
        }
    };
    let max_nodes = max_nodes.max(request.nodes).max(1);
    let pods_per_node = request.pods_per_node.unwrap_or(DEFAULT_PODS_PER_NODE).max(1);
    let services = request.services.unwrap_or(DEFAULT_SERVICES);
    let taken: Vec<DeclaredRange> = request
        .reserved
        .iter()
        .map(|reserved| (RangeKind::Reserved, reserved.cidr))
        .chain(request.node_cidrs.iter().map(|cidr| (RangeKind::Nodes, *cidr)))
        .map(|(kind, cidr)| DeclaredRange {
            kind,
            cidr,
            name: None,
            pointer: Pointer::root(),
            document: None,
        })
        .collect();
    let mut spec = PlanSpec {
        kubernetes_version: request.kubernetes_version.unwrap_or(Version::DEFAULT),
        pod_cidrs: Vec::new(),
        service_cidrs: Vec::new(),
        node_cidrs: request.node_cidrs.clone(),
        load_balancer_cidrs: Vec::new(),
        advertise_address: None,
        control_plane_endpoint: None,
        nodes: NodeSizing {
            count: request.nodes,
            max: Some(max_nodes),
            max_pods: pods_per_node,
            mask_size_ipv4: None,
            mask_size_ipv6: None,
        },
        distribution: None,
        cni: None,
        provider: None,
        tools: Default::default(),
        reserved: request.reserved.clone(),
        rules: Vec::new(),
        feature_gates: Default::default(),
    };
    for family in families {
        let size = sizes(family, max_nodes, pods_per_node, services, room);
        let mut free = space(family, request, &taken);
        let mut take = |kind, prefix_len| -> Result<Cidr, DoesNotFit> {
            let network = free.first_block(prefix_len, 0).ok_or(DoesNotFit {
                kind,
                family,
                prefix_len,
            })?;
            free.remove(network.into());
            Ok(network)
        };
        // Pods first: the largest range needs the best-aligned place.
        spec.pod_cidrs.push(take(RangeKind::Pods, size.pods)?);
        spec.service_cidrs.push(take(RangeKind::Services, size.services)?);
        match family {
            IpFamily::IPv4 => spec.nodes.mask_size_ipv4 = Some(size.node_mask),
            IpFamily::IPv6 => spec.nodes.mask_size_ipv6 = Some(size.node_mask),
        }
    }
    Ok(ClusterPlan {
        api_version: API_VERSION.to_owned(),
        kind: KIND.to_owned(),
        metadata: Metadata::default(),
        spec,
    })
}

/// Returns a range of the family that a list of ranges of the plan lacks. It overlaps nothing that is declared; IPv6 comes
/// from the plan's own unique local site if it has one, or else from that of the seed. `None` if the plan has no range of
/// that kind, or no place for another.
pub fn second_range(spec: &PlanSpec, declared: &[DeclaredRange], kind: RangeKind, seed: u64) -> Option<Cidr> {
    let first = declared.iter().find(|range| range.kind == kind)?;
    let family = first.cidr.family().other();
    let of_family = || {
        declared
            .iter()
            .map(|range| range.cidr)
            .filter(|cidr| cidr.family() == family)
    };
    let nodes = spec.nodes.planned();
    let size = sizes(family, nodes, spec.nodes.max_pods, DEFAULT_SERVICES, Room::Roomy);
    let prefix_len = match kind {
        RangeKind::Pods => spec
            .node_mask(family)
            .saturating_sub(size.node_mask.saturating_sub(size.pods)),
        RangeKind::Services => size.services,
        _ => family.width() / 2 + u8::from(family == IpFamily::IPv4) * 8,
    };
    let sites = match family {
        IpFamily::IPv4 => return free_space(family, declared).first_block(prefix_len, 0),
        IpFamily::IPv6 => of_family()
            .filter(|cidr| {
                special::containing(cidr).is_some_and(|block| block.purpose == Purpose::UniqueLocal)
            })
            .filter_map(|cidr| Cidr::containing(cidr.network(), 48))
            .chain([ula_site(seed)]),
    };
    sites.into_iter().find_map(|site| {
        let mut free = RangeSet::from_cidrs(family, [site]);
        of_family().for_each(|taken| free.remove(taken.into()));
        free.first_block(prefix_len, 0)
    })
}

fn space(family: IpFamily, request: &SuggestRequest, taken: &[DeclaredRange]) -> RangeSet {
    let mut blocks: Vec<Cidr> = request
        .blocks
        .iter()
        .copied()
        .filter(|block| block.family() == family)
        .collect();
    if blocks.is_empty() {
        match family {
            // 10.0.0.0/8 first: the range set is searched from its lowest address.
            IpFamily::IPv4 => return free_space(family, taken),
            IpFamily::IPv6 => blocks.push(ula_site(request.seed)),
        }
    }
    let mut free = RangeSet::from_cidrs(family, blocks);
    for range in taken.iter().filter(|range| range.cidr.family() == family) {
        free.remove(Range::from(range.cidr));
    }
    free
}
