//! CNI plugins: what they refuse when they start, with the values that are exported. The sources are named in the export
//! of each.

use super::Tool;
use super::lists::{all_of_family, families, joined, of_family, plugin_refuses, refuses};
use crate::diagnostic::Diagnostic;
use crate::i18n::Message;
use crate::kubernetes::tools::CALICO_IPV6_VXLAN;
use crate::net::{Cidr, IpFamily, special};

/// Returns the finding about a plan without pod ranges.
fn no_pods(cx: &Tool<'_>) -> Option<Diagnostic> {
    let message = Message::new("EXP040").with("plugin", cx.title);
    cx.plan
        .spec
        .pod_cidrs
        .is_empty()
        .then(|| refuses("EXP040", "podCIDRs", message, None))
}

/// Returns the finding about a family with several ranges, for plugins that accept one.
pub(super) fn several_of_a_family(cx: &Tool<'_>, cidrs: &[Cidr], field: &'static str) -> Option<Diagnostic> {
    let family = IpFamily::ALL
        .into_iter()
        .find(|family| all_of_family(cidrs, *family).len() > 1)?;
    let message = Message::new("EXP041")
        .with("plugin", cx.title)
        .with("field", field)
        .with("family", family)
        .with("ranges", joined(&all_of_family(cidrs, family), ","));
    Some(refuses("EXP041", field, message, None))
}

/// Returns the findings about ranges that a plugin with one range per family cannot express.
pub(super) fn one_range_a_family(cx: &Tool<'_>) -> Vec<Diagnostic> {
    let several = several_of_a_family(cx, &cx.plan.spec.pod_cidrs, "podCIDRs");
    no_pods(cx).into_iter().chain(several).collect()
}

/// Returns the finding about a node mask that does not fit its range: shorter than the range, or more than 16 bits
/// longer in IPv6, which allocators that keep a bitmap of the range refuse.
fn mask_misfit(range: Cidr, mask: u8, plugin: &str, upstream: &str) -> Option<Diagnostic> {
    const LARGEST_DIFFERENCE: u8 = 16;
    let message = |code: &'static str| {
        Message::new(code)
            .with("plugin", plugin)
            .with("mask", mask)
            .with("range", range)
    };
    let Some(difference) = mask.checked_sub(range.prefix_len()) else {
        return Some(plugin_refuses("EXP044", "nodes", message("EXP044"), None));
    };
    if mask > range.family().width() {
        return Some(plugin_refuses("EXP044", "nodes", message("EXP044"), None));
    }
    let wide = range.family() == IpFamily::IPv6 && difference > LARGEST_DIFFERENCE;
    wide.then(|| plugin_refuses("EXP045", "nodes", message("EXP045"), Some(upstream.to_owned())))
}

/// Antrea and Flannel without their own NodeIPAM: one range a family.
pub(super) fn flannel(cx: &Tool<'_>) -> Vec<Diagnostic> {
    one_range_a_family(cx)
}

/// Antrea.
pub(super) fn antrea(cx: &Tool<'_>) -> Vec<Diagnostic> {
    one_range_a_family(cx)
}

/// Returns the shortest and the longest node mask that NodeIPAM accepts.
fn antrea_masks(family: IpFamily) -> (u8, u8) {
    match family {
        IpFamily::IPv4 => (16, 30),
        IpFamily::IPv6 => (64, 126),
    }
}

/// Returns the finding about a range whose mask antrea-controller refuses.
fn mask_refused(cx: &Tool<'_>, range: Cidr) -> Option<Diagnostic> {
    let family = range.family();
    let mask = cx.plan.spec.node_mask(family);
    let (shortest, longest) = antrea_masks(family);
    if !(shortest..=longest).contains(&mask) {
        let message = Message::new("EXP052")
            .with("mask", mask)
            .with("family", family)
            .with("shortest", shortest)
            .with("longest", longest);
        let upstream = format!(
            "the Node {family} CIDR mask size {mask} is invalid, should be between {shortest} and {longest}"
        );
        return Some(plugin_refuses("EXP052", "nodes", message, Some(upstream)));
    }
    let too_big = "the Node IPv6 CIDR size is too big, the cluster CIDR mask size cannot be greater than 16 more than \
                   the Node IPv6 CIDR mask size";
    mask_misfit(range, mask, cx.title, too_big)
}

/// Returns the findings that prevent NodeIPAM. The plain values are not affected.
pub fn antrea_node_ipam(cx: &Tool<'_>) -> Vec<Diagnostic> {
    let spec = &cx.plan.spec;
    let masks = spec.pod_cidrs.iter().filter_map(|range| mask_refused(cx, *range));
    let services = several_of_a_family(cx, &spec.service_cidrs, "serviceCIDRs");
    masks.chain(services).collect()
}

/// The largest number of pools that one Installation takes.
const MOST_POOLS: usize = 25;

/// The ranges in which Calico refuses pools.
const LINK_LOCAL: [&str; 2] = ["169.254.0.0/16", "fe80::/10"];

/// A pool of pod addresses.
pub struct CalicoPool {
    /// Its name.
    pub name: String,
    /// Its range.
    pub cidr: Cidr,
    /// The prefix length of its blocks.
    pub block_size: u8,
    /// Whether packets that leave the pools get the node's address.
    pub nat: bool,
    /// Whether packets between subnets use VXLAN; IPIP exists for IPv4 alone.
    pub vxlan: bool,
}

/// Returns the shortest, the longest and the default prefix length of a block.
pub fn calico_block_sizes(family: IpFamily) -> (u8, u8, u8) {
    match family {
        IpFamily::IPv4 => (20, 32, 26),
        IpFamily::IPv6 => (116, 128, 122),
    }
}

/// Returns the prefix length of a pool's blocks. Nodes take blocks as they need them, so the size starts from the
/// plan's node mask. An IPv6 mask far larger than a block has no equivalent; the default size is then better than the
/// largest block.
fn block_size(mask: Option<u8>, range: Cidr) -> u8 {
    let (shortest, longest, usual) = calico_block_sizes(range.family());
    let size = match (mask, range.family()) {
        (Some(mask), IpFamily::IPv4) => mask.clamp(shortest, longest),
        (Some(mask), IpFamily::IPv6) if (shortest..=longest).contains(&mask) => mask,
        _ => usual,
    };
    size.max(range.prefix_len())
}

/// Returns the name itself for the first of a family, and numbered names for the others.
pub fn numbered(name: String, index: usize) -> String {
    match index {
        0 => name,
        index => format!("{name}-{}", index.saturating_add(1)),
    }
}

/// Returns one pool for each pod range, in the plan's order.
pub fn calico_pools(cx: &Tool<'_>) -> Vec<CalicoPool> {
    let spec = &cx.plan.spec;
    let ipv6_vxlan = spec.has(&CALICO_IPV6_VXLAN);
    let mut pools: Vec<CalicoPool> = Vec::new();
    for cidr in &spec.pod_cidrs {
        let family = cidr.family();
        let before = pools.iter().filter(|pool| pool.cidr.family() == family).count();
        let name = format!("default-{}-ippool", family.as_str().to_ascii_lowercase());
        pools.push(CalicoPool {
            name: numbered(name, before),
            cidr: *cidr,
            block_size: block_size(spec.nodes.mask_size(family), *cidr),
            nat: !special::is_global(cidr),
            vxlan: family == IpFamily::IPv4 || ipv6_vxlan,
        });
    }
    pools
}

/// Returns the API's text about a pool that overlaps an earlier one (libcalico-go/lib/clientv3/ippool.go).
fn pools_overlap(pool: &CalicoPool, other: &CalicoPool) -> String {
    format!(
        "IPPool({}) CIDR overlaps with IPPool({}) CIDR {}",
        pool.name, other.name, other.cidr
    )
}

/// Returns the operator's text, which looks for equal ranges before it creates pools.
fn operator_overlap(pool: &CalicoPool, other: &CalicoPool) -> String {
    if pool.cidr == other.cidr {
        format!("IP pool {} is specified more than once", pool.cidr)
    } else {
        pools_overlap(pool, other)
    }
}

/// Returns the findings about pools that Calico refuses. `overlap` gives the text about two that overlap.
fn calico_refused(cx: &Tool<'_>, overlap: fn(&CalicoPool, &CalicoPool) -> String) -> Vec<Diagnostic> {
    let pools = calico_pools(cx);
    let mut found: Vec<Diagnostic> = no_pods(cx).into_iter().collect();
    let refuse = |message: Message, upstream| plugin_refuses("EXP048", "podCIDRs", message, upstream);
    if pools.len() > MOST_POOLS {
        let message = Message::new("EXP048.count")
            .with("count", pools.len())
            .with("most", MOST_POOLS);
        found.push(refuse(message, None));
    }
    for (index, pool) in pools.iter().enumerate() {
        if let Some(other) = pools
            .iter()
            .take(index)
            .find(|other| other.cidr.overlaps(&pool.cidr))
        {
            let message = Message::new("EXP048.overlap")
                .with("range", pool.cidr)
                .with("other", other.cidr);
            found.push(refuse(message, Some(overlap(pool, other))));
        }
        let local = LINK_LOCAL
            .iter()
            .filter_map(|text| text.parse::<Cidr>().ok())
            .find(|local| local.overlaps(&pool.cidr));
        if let Some(local) = local {
            let message = Message::new("EXP048")
                .with("range", pool.cidr)
                .with("local", local);
            found.push(refuse(message, None));
        }
    }
    found
}

/// Calico with its operator.
pub(super) fn calico_operator(cx: &Tool<'_>) -> Vec<Diagnostic> {
    calico_refused(cx, operator_overlap)
}

/// Calico by its manifest.
pub(super) fn calico_manifest(cx: &Tool<'_>) -> Vec<Diagnostic> {
    calico_refused(cx, pools_overlap)
}

fn has(cx: &Tool<'_>, family: IpFamily) -> bool {
    of_family(&cx.plan.spec.pod_cidrs, family).is_some()
}

/// Returns the text with which the network policy controller refuses Service ranges when it starts. `None` if it
/// accepts them.
fn service_ranges_refused(ranges: &[Cidr], ipv4: bool, ipv6: bool) -> Option<&'static str> {
    let Some(primary) = ranges.first() else {
        return Some("failed to get parse --service-cluster-ip-range parameter, the list is empty");
    };
    if ipv4 && !ipv6 && primary.family() != IpFamily::IPv4 {
        return Some(
            "failed to get parse --service-cluster-ip-range parameter: IPv4 is enabled but only IPv6 address is provided",
        );
    }
    if !ipv4 && ipv6 && primary.family() != IpFamily::IPv6 {
        return Some(
            "failed to get parse --service-cluster-ip-range parameter: IPv6 is enabled but only IPv4 address is provided",
        );
    }
    if let Some(secondary) = ranges.get(1) {
        if !(ipv4 && ipv6) {
            return Some(
                "too many CIDRs provided in --service-cluster-ip-range parameter: dual-stack must be enabled to \
                 provide two addresses",
            );
        }
        if primary.family() == secondary.family() {
            return Some(
                "failed to get parse --service-cluster-ip-range parameter: dual-stack is enabled, both IPv4 and IPv6 \
                 addresses should be provided",
            );
        }
    }
    (ranges.len() > 2).then_some(
        "too many CIDRs provided in --service-cluster-ip-range parameter, only two addresses are allowed at once for \
         dual-stack",
    )
}

pub(super) fn kube_router(cx: &Tool<'_>) -> Vec<Diagnostic> {
    let mut found = one_range_a_family(cx);
    if !found.is_empty() {
        return found;
    }
    let upstream = service_ranges_refused(
        &cx.plan.spec.service_cidrs,
        has(cx, IpFamily::IPv4),
        has(cx, IpFamily::IPv6),
    );
    if let Some(upstream) = upstream {
        let message = Message::new("EXP043").with("plugin", cx.title);
        found.push(plugin_refuses(
            "EXP043",
            "serviceCIDRs",
            message,
            Some(upstream.to_owned()),
        ));
    }
    found
}

const TOO_BIG: &str = "New CIDR set failed; the node CIDR size is too big";

/// Returns the findings about values that the operator refuses when it starts.
/// Cilium.
pub(super) fn cilium(cx: &Tool<'_>) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = no_pods(cx).into_iter().collect();
    for family in IpFamily::ALL {
        let ranges = all_of_family(&cx.plan.spec.pod_cidrs, family);
        let mask = cx.plan.spec.node_mask(family);
        for (index, range) in ranges.iter().enumerate() {
            found.extend(mask_misfit(*range, mask, cx.title, TOO_BIG));
            if let Some(other) = ranges.iter().take(index).find(|other| other.overlaps(range)) {
                let message = Message::new("EXP051")
                    .with("plugin", cx.title)
                    .with("range", *range)
                    .with("other", *other);
                let upstream =
                    format!("requested CIDR {range} collides with clusterCIDR: {other}, nodeMask: {mask}");
                found.push(plugin_refuses("EXP051", "podCIDRs", message, Some(upstream)));
            }
        }
    }
    found
}

/// The only prefix length of a node's IPv6 subnet.
const IPV6_HOST_SUBNET: u8 = 64;

/// A network that OVN-Kubernetes uses inside: the name of its value, the network, and its name in the configuration
/// check if that covers it.
pub struct Internal {
    /// The name of its value in the chart.
    pub key: &'static str,
    cidr: &'static str,
    kind: Option<&'static str>,
}

const fn internal(key: &'static str, cidr: &'static str, kind: Option<&'static str>) -> Internal {
    Internal { key, cidr, kind }
}

const JOIN: &str = "built-in join subnet";

const MASQUERADE: &str = "masquerade subnet";

/// The networks in the order in which they are checked.
const INTERNALS: [Internal; 6] = [
    internal("v4JoinSubnet", "100.64.0.0/16", Some(JOIN)),
    internal("v6JoinSubnet", "fd98::/64", Some(JOIN)),
    internal("v4MasqueradeSubnet", "169.254.0.0/17", Some(MASQUERADE)),
    internal("v6MasqueradeSubnet", "fd69::/112", Some(MASQUERADE)),
    internal("v4TransitSubnet", "100.88.0.0/16", None),
    internal("v6TransitSubnet", "fd97::/64", None),
];

impl Internal {
    fn network(&self) -> Option<Cidr> {
        self.cidr.parse().ok()
    }
}

/// Returns the internal networks of the pods' families.
pub fn internals(cx: &Tool<'_>) -> impl Iterator<Item = (&'static Internal, Cidr)> {
    let families = families(&cx.plan.spec.pod_cidrs);
    INTERNALS
        .iter()
        .filter_map(|internal| Some((internal, internal.network()?)))
        .filter(move |(_, network)| families.contains(&network.family()))
}

/// Returns the finding about a range that the parser of cluster subnets refuses.
fn host_subnet_refused(cx: &Tool<'_>, range: Cidr) -> Option<Diagnostic> {
    let mask = cx.plan.spec.node_mask(range.family());
    let (id, upstream) = if range.family() == IpFamily::IPv6 && mask != IPV6_HOST_SUBNET {
        ("EXP059.ipv6", "IPv6 only supports /64 host subnets".to_owned())
    } else if mask > range.family().width() {
        (
            "EXP059",
            "invalid host subnet, IPv4 subnet must be < 32".to_owned(),
        )
    } else if mask <= range.prefix_len() {
        (
            "EXP059",
            format!(
                "cannot use a host subnet length mask shorter than or equal to the cluster subnet mask. host subnet \
                 length: {mask}, cluster subnet length: {}",
                range.prefix_len()
            ),
        )
    } else {
        return None;
    };
    let message = Message::new(id).with("mask", mask).with("range", range);
    Some(plugin_refuses("EXP059", "nodes", message, Some(upstream)))
}

/// Returns the name of the ranges' families in an error.
fn stack(cidrs: &[Cidr]) -> &'static str {
    match families(cidrs).as_slice() {
        [IpFamily::IPv4] => "IPv4",
        [IpFamily::IPv6] => "IPv6",
        [] => "unknown type",
        _ => "dual-stack",
    }
}

/// Returns the finding about Services whose families the configuration check refuses.
fn services_refused(cx: &Tool<'_>) -> Option<Diagnostic> {
    let spec = &cx.plan.spec;
    if spec.services().is_none() {
        let message = Message::new("EXP043.services").with("plugin", cx.title);
        let upstream = "kubernetes service-cidrs must contain either a single CIDR or else an IPv4/IPv6 pair";
        let upstream = (!spec.service_cidrs.is_empty()).then(|| upstream.to_owned());
        return Some(plugin_refuses("EXP043", "serviceCIDRs", message, upstream));
    }
    if families(&spec.pod_cidrs) == families(&spec.service_cidrs) {
        return None;
    }
    let message = Message::new("EXP043").with("plugin", cx.title);
    let upstream = format!(
        "illegal network configuration: {} cluster subnet, {} service subnet",
        stack(&spec.pod_cidrs),
        stack(&spec.service_cidrs)
    );
    Some(plugin_refuses("EXP043", "serviceCIDRs", message, Some(upstream)))
}

/// A network in the check of overlaps. One without a name is not part of upstream's check.
struct Checked {
    kind: Option<&'static str>,
    network: Cidr,
    field: &'static str,
}

/// Returns Services, pods and internal networks in the order in which upstream compares them, then the networks it
/// does not know.
fn checked(cx: &Tool<'_>) -> Vec<Checked> {
    let spec = &cx.plan.spec;
    let of = |cidrs: &[Cidr], kind, field| -> Vec<Checked> {
        let entry = |network: &Cidr| Checked {
            kind,
            network: *network,
            field,
        };
        cidrs.iter().map(entry).collect()
    };
    let mut all = of(&spec.service_cidrs, Some("service subnet"), "serviceCIDRs");
    all.extend(of(&spec.pod_cidrs, Some("cluster subnet"), "podCIDRs"));
    all.extend(internals(cx).map(|(internal, network)| Checked {
        kind: internal.kind,
        network,
        field: "",
    }));
    all.extend(of(&spec.node_cidrs, None, "nodeCIDRs"));
    let reserved: Vec<Cidr> = spec.reserved.iter().map(|reserved| reserved.cidr).collect();
    all.extend(of(&reserved, None, "reserved"));
    all
}

/// Returns the findings about overlaps that upstream refuses, and about internal networks that overlap anything in
/// the plan.
fn overlaps(cx: &Tool<'_>) -> Vec<Diagnostic> {
    let all = checked(cx);
    let mut found = Vec::new();
    for (index, later) in all.iter().enumerate() {
        for earlier in all.iter().take(index) {
            let own = later.field.is_empty() || earlier.field.is_empty();
            let kinds = later.kind.zip(earlier.kind);
            if !later.network.overlaps(&earlier.network) || (!own && kinds.is_none()) {
                continue;
            }
            let field = if later.field.is_empty() {
                earlier.field
            } else {
                later.field
            };
            let message = Message::new("EXP051")
                .with("plugin", cx.title)
                .with("range", later.network)
                .with("other", earlier.network);
            let upstream = kinds.map(|(kind, other)| {
                format!(
                    "illegal network configuration: {kind} \"{}\" overlaps {other} \"{}\"",
                    later.network, earlier.network
                )
            });
            found.push(plugin_refuses("EXP051", field, message, upstream));
        }
    }
    found
}

/// OVN-Kubernetes.
pub(super) fn ovn_kubernetes(cx: &Tool<'_>) -> Vec<Diagnostic> {
    let ranges = &cx.plan.spec.pod_cidrs;
    let mut found: Vec<Diagnostic> = no_pods(cx).into_iter().collect();
    if !found.is_empty() {
        return found;
    }
    found.extend(ranges.iter().filter_map(|range| host_subnet_refused(cx, *range)));
    found.extend(services_refused(cx));
    found.extend(overlaps(cx));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn block_sizes_stay_in_their_limits() {
        for (range, mask, size) in [
            ("10.244.0.0/16", None, 26),
            ("10.244.0.0/16", Some(24), 24),
            ("10.0.0.0/8", Some(16), 20),
            ("10.244.0.0/28", Some(24), 28),
            ("10.244.0.0/28", None, 28),
            ("fd00:10:244::/56", None, 122),
            ("fd00:10:244::/56", Some(64), 122),
            ("fd00:10:244::/56", Some(116), 116),
            ("fd00:10:244::/112", Some(120), 120),
            ("fd00:10:244::/124", Some(64), 124),
        ] {
            assert_eq!(block_size(mask, range.parse().unwrap()), size, "{range} {mask:?}");
        }
    }
}
