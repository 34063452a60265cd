//! Calico with its operator: Installation, APIServer, and pools that exempt the nodes from NAT
//! (tigera/operator api/v1/installation_types.go, pkg/controller/ippool/validation.go).

use serde_json::Value;

use super::shared;
use crate::diagnostic::{Diagnostic, Severity};
use crate::export::tree::{sparse, tree};
use crate::export::{ExportContext, Exporter, FileError, FileSet, Support, TargetMeta, finding, refuse};
use crate::i18n::Message;
use crate::kubernetes::{CalicoProfile, Window};
use crate::net::{Cidr, IpFamily, special};

/// Custom resources of tigera-operator.
pub(in crate::export) struct CalicoOperator;

static META: TargetMeta = TargetMeta {
    id: "calico-operator",
    versions: Window::ALL,
    docs: "https://docs.tigera.io/calico/latest/networking/ipam/ipv6",
};

pub(super) const PLUGIN: &str = "Calico";
/// The largest number of pools that one Installation takes.
const MOST_POOLS: usize = 25;
/// The number of blocks that a node may take (IPAMConfig `maxBlocksPerHost`).
const BLOCKS_A_NODE: u128 = 20;
/// The ranges in which Calico refuses pools.
const LINK_LOCAL: [&str; 2] = ["169.254.0.0/16", "fe80::/10"];

/// A pool of pod addresses.
pub(super) struct Pool {
    pub(super) name: String,
    pub(super) cidr: Cidr,
    pub(super) block_size: u8,
    /// Whether packets that leave the pools get the node's address.
    pub(super) nat: bool,
    /// Whether packets between subnets use VXLAN; IPIP exists for IPv4 alone.
    pub(super) vxlan: bool,
}

/// Returns the shortest, the longest and the default prefix length of a block.
fn block_sizes(family: IpFamily) -> (u8, u8, u8) {
    match family {
        IpFamily::IPv4 => (20, 32, 26),
        IpFamily::IPv6 => (116, 128, 122),
    }
}

/// Returns the prefix length of a pool's blocks. Nodes take blocks as they need them, so the size starts from the
/// plan's node mask. An IPv6 mask far larger than a block has no equivalent; the default size is then better than the
/// largest block.
fn block_size(mask: Option<u8>, range: Cidr) -> u8 {
    let (shortest, longest, usual) = block_sizes(range.family());
    let size = match (mask, range.family()) {
        (Some(mask), IpFamily::IPv4) => mask.clamp(shortest, longest),
        (Some(mask), IpFamily::IPv6) if (shortest..=longest).contains(&mask) => mask,
        _ => usual,
    };
    size.max(range.prefix_len())
}

/// Returns the name itself for the first pool of a family, and numbered names for the others.
fn numbered(name: String, index: usize) -> String {
    match index {
        0 => name,
        index => format!("{name}-{}", index.saturating_add(1)),
    }
}

/// Returns one pool for each pod range, in the plan's order.
pub(super) fn pools(cx: &ExportContext<'_>) -> Vec<Pool> {
    let spec = &cx.plan.spec;
    let calico = CalicoProfile::at(cx.profile.version);
    let mut pools: Vec<Pool> = Vec::new();
    for cidr in &spec.pod_cidrs {
        let family = cidr.family();
        let before = pools.iter().filter(|pool| pool.cidr.family() == family).count();
        let name = format!("default-{}-ippool", family.as_str().to_ascii_lowercase());
        pools.push(Pool {
            name: numbered(name, before),
            cidr: *cidr,
            block_size: block_size(spec.nodes.mask_size(family), *cidr),
            nat: !special::is_global(cidr),
            vxlan: family == IpFamily::IPv4 || calico.ipv6_vxlan,
        });
    }
    pools
}

/// Returns an IPPool of the API (projectcalico/calico api/pkg/apis/projectcalico/v3/ippool.go).
pub(super) fn ip_pool(pool: &Pool) -> Value {
    tree!({
        "apiVersion": "projectcalico.org/v3",
        "kind": "IPPool",
        "metadata": {"name": pool.name},
        "spec": {
            "cidr": pool.cidr,
            "blockSize": pool.block_size,
            "ipipMode": "Never",
            "vxlanMode": if pool.vxlan { "CrossSubnet" } else { "Never" },
            "natOutgoing": pool.nat,
            "nodeSelector": "all()",
        },
    })
}

/// Returns disabled pools around the node networks, because Calico does NAT for destinations outside of all pools.
fn node_pools(cx: &ExportContext<'_>) -> Vec<Value> {
    let pools = pools(cx);
    let mut taken: Vec<Cidr> = pools.iter().map(|pool| pool.cidr).collect();
    let mut documents = Vec::new();
    for family in IpFamily::ALL {
        let nat = pools.iter().any(|pool| pool.cidr.family() == family && pool.nat);
        let mut index = 0usize;
        for cidr in cx.plan.spec.node_cidrs_of(family).filter(|_| nat) {
            if taken.iter().any(|other| other.overlaps(&cidr)) {
                continue;
            }
            taken.push(cidr);
            let suffix = match family {
                IpFamily::IPv4 => "v4",
                IpFamily::IPv6 => "v6",
            };
            documents.push(tree!({
                "apiVersion": "projectcalico.org/v3",
                "kind": "IPPool",
                "metadata": {"name": numbered(format!("no-nat-nodes-{suffix}"), index)},
                "spec": {"cidr": cidr, "disabled": true, "natOutgoing": false},
            }));
            index = index.saturating_add(1);
        }
    }
    documents
}

/// Adds the file with these pools, if there are any. It is a separate file because it is optional: other machines of
/// these networks have no routes to pods.
///
/// # Errors
/// Returns the error of [`FileSet::add`] if `out` refuses the file.
pub(super) fn add_node_pools(cx: &ExportContext<'_>, path: &str, out: &mut FileSet) -> Result<(), FileError> {
    let pools = node_pools(cx);
    if pools.is_empty() {
        return Ok(());
    }
    let comments = [
        Message::new("export-calico-node-pools"),
        Message::new("export-calico-apply"),
    ];
    out.add(path, "application/yaml", &cx.yaml(&comments, &pools))
}

/// Returns the comment about features that the nodes' kernel needs. `None` if it needs none.
pub(super) fn kernel_comment(cx: &ExportContext<'_>) -> Option<Message> {
    let ipv6_vxlan = |pool: &Pool| pool.cidr.family() == IpFamily::IPv6 && pool.vxlan;
    pools(cx)
        .iter()
        .any(ipv6_vxlan)
        .then(|| Message::new("export-calico-kernel"))
}

/// Returns the API's text about a pool that overlaps an earlier one (libcalico-go/lib/clientv3/ippool.go).
pub(super) fn pools_overlap(pool: &Pool, other: &Pool) -> String {
    format!(
        "IPPool({}) CIDR overlaps with IPPool({}) CIDR {}",
        pool.name, other.name, other.cidr
    )
}

/// Returns the operator's text, which looks for equal ranges before it creates pools.
fn operator_overlap(pool: &Pool, other: &Pool) -> String {
    if pool.cidr == other.cidr {
        format!("IP pool {} is specified more than once", pool.cidr)
    } else {
        pools_overlap(pool, other)
    }
}

/// Returns the findings about pools that Calico refuses. `overlap` gives the text about two that overlap.
pub(super) fn refused(cx: &ExportContext<'_>, overlap: fn(&Pool, &Pool) -> String) -> Vec<Diagnostic> {
    let pools = pools(cx);
    let mut found: Vec<Diagnostic> = shared::no_pods(cx, PLUGIN).into_iter().collect();
    let refuse = |message: Message, upstream| shared::plugin_refuses("EXP048", "podCIDRs", message, upstream);
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

/// Returns the findings about node masks that are changed, and about blocks that do not suffice.
pub(super) fn block_warnings(cx: &ExportContext<'_>) -> Vec<Diagnostic> {
    let spec = &cx.plan.spec;
    let pools = pools(cx);
    let mut found = Vec::new();
    for family in shared::families(&spec.pod_cidrs) {
        let of_family = || pools.iter().filter(|pool| pool.cidr.family() == family);
        let Some(size) = of_family().map(|pool| pool.block_size).max() else {
            continue;
        };
        let (shortest, longest, _) = block_sizes(family);
        let mask = match family {
            // Without a mask Calico's default size is used.
            IpFamily::IPv4 => spec.nodes.mask_size(family),
            IpFamily::IPv6 => Some(shared::node_mask(cx, family)),
        };
        if let Some(mask) = mask.filter(|mask| *mask != size) {
            let code = match family {
                IpFamily::IPv4 => "EXP047",
                IpFamily::IPv6 => "EXP046",
            };
            let message = Message::new(code)
                .with("mask", mask)
                .with("size", size)
                .with("shortest", shortest)
                .with("longest", longest);
            found.push(finding(code, Severity::Warning, "nodes", message));
        }
        let blocks = of_family().fold(0u128, |sum, pool| {
            let bits = pool.block_size.saturating_sub(pool.cidr.prefix_len());
            sum.saturating_add(power_of_two(bits))
        });
        let nodes = spec.nodes.planned();
        if blocks < u128::from(nodes) {
            let message = Message::new("EXP049")
                .with("family", family)
                .with("blocks", blocks.to_string())
                .with("size", size)
                .with("nodes", nodes);
            found.push(finding("EXP049", Severity::Warning, "podCIDRs", message));
        }
        let host_bits = family.width().saturating_sub(size);
        let addresses = power_of_two(host_bits).saturating_mul(BLOCKS_A_NODE);
        if addresses < u128::from(spec.nodes.max_pods) {
            let message = Message::new("EXP049.pods")
                .with("family", family)
                .with("size", size)
                .with("addresses", addresses.to_string())
                .with("pods", spec.nodes.max_pods);
            found.push(finding("EXP049", Severity::Warning, "nodes", message));
        }
    }
    found.extend(shared::routed_pods(cx));
    found
}

/// Returns 2^`bits`. Powers that do not fit are larger than any number of nodes.
fn power_of_two(bits: u8) -> u128 {
    1u128.checked_shl(u32::from(bits)).unwrap_or(u128::MAX)
}

/// Returns the method by which a node's own address is found. `None` for families without pods. Without a method
/// Calico does not look for an IPv6 address.
fn autodetection(cx: &ExportContext<'_>, family: IpFamily) -> Option<Value> {
    shared::first(&cx.plan.spec.pod_cidrs, family)?;
    let networks: Vec<Cidr> = cx.plan.spec.node_cidrs_of(family).collect();
    let method = if !networks.is_empty() {
        tree!({ "cidrs": networks })
    } else if CalicoProfile::at(cx.profile.version).node_internal_ip {
        tree!({"kubernetes": "NodeInternalIP"})
    } else {
        tree!({"firstFound": true})
    };
    Some(method)
}

fn installation(cx: &ExportContext<'_>) -> Value {
    let pools = pools(cx);
    // The operator refuses pools without encapsulation where BGP is off.
    let bgp = if pools.iter().all(|pool| pool.vxlan) {
        "Disabled"
    } else {
        "Enabled"
    };
    let ip_pools: Vec<Value> = pools
        .iter()
        .map(|pool| {
            tree!({
                "name": pool.name,
                "cidr": pool.cidr,
                "blockSize": pool.block_size,
                "encapsulation": if pool.vxlan { "VXLANCrossSubnet" } else { "None" },
                "natOutgoing": if pool.nat { "Enabled" } else { "Disabled" },
                "nodeSelector": "all()",
            })
        })
        .collect();
    let network = sparse!({
        "bgp": bgp,
        "ipPools": ip_pools,
        "nodeAddressAutodetectionV4": autodetection(cx, IpFamily::IPv4),
        "nodeAddressAutodetectionV6": autodetection(cx, IpFamily::IPv6),
    });
    tree!({
        "apiVersion": "operator.tigera.io/v1",
        "kind": "Installation",
        "metadata": {"name": "default"},
        "spec": {
            "cni": {"type": "Calico", "ipam": {"type": "Calico"}},
            "calicoNetwork": network,
        },
    })
}

impl Exporter for CalicoOperator {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        refuse(refused(cx, operator_overlap))?;
        Ok(block_warnings(cx))
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let mut documents = vec![installation(cx)];
        if CalicoProfile::at(cx.profile.version).api_server {
            documents.push(tree!({
                "apiVersion": "operator.tigera.io/v1",
                "kind": "APIServer",
                "metadata": {"name": "default"},
                "spec": {},
            }));
        }
        let mut comments = vec![Message::new("export-calico-operator"), shared::own_pools(PLUGIN)];
        comments.extend(kernel_comment(cx));
        out.add(
            "calico-operator/custom-resources.yaml",
            "application/yaml",
            &cx.yaml(&comments, &documents),
        )?;
        add_node_pools(cx, "calico-operator/node-networks.yaml", out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::export::ExportRefusal;
    use crate::export::for_tests::context;
    use crate::request::ClusterPlan;

    const BOTH: [&str; 2] = ["10.244.0.0/16", "fd00:10:244::/56"];
    const SERVICES: [&str; 2] = ["10.96.0.0/16", "fd00:10:96::/112"];

    fn codes(plan: &ClusterPlan) -> Vec<&'static str> {
        match CalicoOperator.supports(&context(plan, &[])) {
            Ok(found) | Err(ExportRefusal(found)) => found.iter().map(|found| found.code).collect(),
        }
    }

    #[test]
    fn both_families_have_a_pool() {
        let plan = plan("1.36", &BOTH, &SERVICES);
        let written = crate::export::for_tests::export(&plan, &[], &["calico-operator"]);
        let resources = &written.files[0];
        assert_eq!(resources.path, "calico-operator/custom-resources.yaml");
        let body = resources.text.split_once("apiVersion").unwrap().1;
        assert_eq!(
            body,
            ": operator.tigera.io/v1\nkind: Installation\nmetadata:\n  name: default\nspec:\n  cni:\n    type: Calico\n    \
             ipam:\n      type: Calico\n  calicoNetwork:\n    bgp: Disabled\n    ipPools:\n      \
             - name: default-ipv4-ippool\n        cidr: 10.244.0.0/16\n        blockSize: 26\n        \
             encapsulation: VXLANCrossSubnet\n        natOutgoing: Enabled\n        nodeSelector: all()\n      \
             - name: default-ipv6-ippool\n        cidr: fd00:10:244::/56\n        blockSize: 122\n        \
             encapsulation: VXLANCrossSubnet\n        natOutgoing: Enabled\n        nodeSelector: all()\n    \
             nodeAddressAutodetectionV4:\n      cidrs:\n        - 192.168.1.0/24\n    \
             nodeAddressAutodetectionV6:\n      cidrs:\n        - fd00:192:168:1::/64\n---\n\
             apiVersion: operator.tigera.io/v1\nkind: APIServer\nmetadata:\n  name: default\nspec: {}\n"
        );
        assert_eq!(codes(&plan), ["EXP046"]);
    }

    #[test]
    fn node_networks_are_disabled_pools() {
        let plan = plan("1.36", &BOTH, &SERVICES);
        let pools = node_pools(&context(&plan, &[]));
        let shown: Vec<(&str, &str)> = pools
            .iter()
            .map(|pool| {
                (
                    pool["metadata"]["name"].as_str().unwrap(),
                    pool["spec"]["cidr"].as_str().unwrap(),
                )
            })
            .collect();
        assert_eq!(
            shown,
            [
                ("no-nat-nodes-v4", "192.168.1.0/24"),
                ("no-nat-nodes-v6", "fd00:192:168:1::/64")
            ]
        );
        assert!(pools.iter().all(|pool| pool["spec"]["disabled"] == true));
    }

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

    #[test]
    fn masks_that_are_not_written_are_said() {
        let mut plan = plan("1.36", &BOTH, &SERVICES);
        plan.spec.nodes.mask_size_ipv4 = Some(24);
        plan.spec.nodes.mask_size_ipv6 = Some(122);
        assert!(codes(&plan).is_empty());
        plan.spec.nodes.mask_size_ipv4 = Some(18);
        assert_eq!(codes(&plan), ["EXP047"]);
        plan.spec.nodes.mask_size_ipv4 = Some(24);
        plan.spec.nodes.count = 257;
        assert_eq!(codes(&plan), ["EXP049"]);
        plan.spec.nodes.count = 256;
        assert!(codes(&plan).is_empty());
        // 20 blocks of 4 addresses.
        plan.spec.nodes.mask_size_ipv4 = Some(30);
        assert_eq!(codes(&plan), ["EXP049"]);
    }

    #[test]
    fn routed_ranges_are_not_translated() {
        let plan = plan("1.36", &["8.8.0.0/16", "2a00:1450::/56"], &SERVICES);
        let cx = context(&plan, &[]);
        assert!(pools(&cx).iter().all(|pool| !pool.nat));
        assert!(node_pools(&cx).is_empty());
        assert_eq!(codes(&plan), ["EXP046", "EXP012", "EXP012"]);
        assert_eq!(
            installation(&cx)["spec"]["calicoNetwork"]["ipPools"][0]["natOutgoing"],
            "Disabled"
        );
    }

    #[test]
    fn before_1_21_ipv6_is_routed_with_bgp() {
        let plan = plan("1.20", &BOTH, &SERVICES);
        let cx = context(&plan, &[]);
        let network = &installation(&cx)["spec"]["calicoNetwork"];
        assert_eq!(network["bgp"], "Enabled");
        assert_eq!(network["ipPools"][0]["encapsulation"], "VXLANCrossSubnet");
        assert_eq!(network["ipPools"][1]["encapsulation"], "None");
    }

    #[test]
    fn nodes_are_found_without_networks_too() {
        let mut plan = plan("1.36", &BOTH, &SERVICES);
        plan.spec.node_cidrs.clear();
        let cx = context(&plan, &[]);
        let network = &installation(&cx)["spec"]["calicoNetwork"];
        assert_eq!(
            network["nodeAddressAutodetectionV6"]["kubernetes"],
            "NodeInternalIP"
        );
    }

    #[test]
    fn pools_that_calico_refuses_are_not_written() {
        let refused = |pods: &[&str]| {
            let plan = plan("1.36", pods, &SERVICES);
            super::refused(&context(&plan, &[]), operator_overlap)
        };
        assert_eq!(refused(&[])[0].code, "EXP040");
        let overlap = refused(&["10.244.0.0/16", "10.244.8.0/24"]);
        assert_eq!(
            overlap[0].upstream.as_deref(),
            Some(
                "IPPool(default-ipv4-ippool-2) CIDR overlaps with IPPool(default-ipv4-ippool) CIDR 10.244.0.0/16"
            )
        );
        assert_eq!(
            refused(&["10.244.0.0/16", "10.244.0.0/16"])[0]
                .upstream
                .as_deref(),
            Some("IP pool 10.244.0.0/16 is specified more than once")
        );
        assert_eq!(refused(&["169.254.8.0/24"])[0].message.id, "EXP048");
        assert!(refused(&["10.244.0.0/16", "10.245.0.0/16"]).is_empty());
        let many: Vec<String> = (0..26).map(|i| format!("10.{i}.0.0/16")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        assert_eq!(refused(&many)[0].message.id, "EXP048.count");
    }
}
