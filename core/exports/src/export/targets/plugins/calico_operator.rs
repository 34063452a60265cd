//! Calico with its operator: Installation, APIServer, and pools that exempt the nodes from NAT
//! (tigera/operator api/v1/installation_types.go, pkg/controller/ippool/validation.go).

use serde_json::Value;

use super::shared;
use crate::diagnostic::{Diagnostic, Severity};
use crate::export::tree::{sparse, tree};
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta, finding};
use crate::i18n::Message;
use crate::kubernetes::Window;
use crate::kubernetes::tools::{CALICO_API_SERVER, CALICO_NODE_INTERNAL_IP};
use crate::needs::{CalicoPool, calico_block_sizes, calico_pools, numbered};
use crate::net::{Cidr, IpFamily};

/// Custom resources of tigera-operator.
pub(in crate::export) struct CalicoOperator;

static META: TargetMeta = TargetMeta {
    id: "calico-operator",
    versions: Window::ALL,
    docs: "https://docs.tigera.io/calico/latest/networking/ipam/ipv6",
    checked: &[
        Checked::Schema("projectcalico/calico 87c15906, with its CEL rules"),
        Checked::Source("tigera/operator api/v1"),
    ],
};

pub(super) const PLUGIN: &str = "Calico";
/// The number of blocks that a node may take (IPAMConfig `maxBlocksPerHost`).
const BLOCKS_A_NODE: u128 = 20;
/// Returns an IPPool of the API (projectcalico/calico api/pkg/apis/projectcalico/v3/ippool.go).
pub(super) fn ip_pool(pool: &CalicoPool) -> Value {
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
    let pools = calico_pools(&cx.tool("calico-operator"));
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
    let ipv6_vxlan = |pool: &CalicoPool| pool.cidr.family() == IpFamily::IPv6 && pool.vxlan;
    calico_pools(&cx.tool("calico-operator"))
        .iter()
        .any(ipv6_vxlan)
        .then(|| Message::new("export-calico-kernel"))
}

/// Returns the findings about node masks that are changed, and about blocks that do not suffice.
pub(super) fn block_warnings(cx: &ExportContext<'_>) -> Vec<Diagnostic> {
    let spec = &cx.plan.spec;
    let pools = calico_pools(&cx.tool("calico-operator"));
    let mut found = Vec::new();
    for family in shared::families(&spec.pod_cidrs) {
        let of_family = || pools.iter().filter(|pool| pool.cidr.family() == family);
        let Some(size) = of_family().map(|pool| pool.block_size).max() else {
            continue;
        };
        let (shortest, longest, _) = calico_block_sizes(family);
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
    } else if cx.plan.spec.has(&CALICO_NODE_INTERNAL_IP) {
        tree!({"kubernetes": "NodeInternalIP"})
    } else {
        tree!({"firstFound": true})
    };
    Some(method)
}

fn installation(cx: &ExportContext<'_>) -> Value {
    let pools = calico_pools(&cx.tool("calico-operator"));
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
        Ok(block_warnings(cx))
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let mut documents = vec![installation(cx)];
        if cx.plan.spec.has(&CALICO_API_SERVER) {
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
        assert!(
            calico_pools(&cx.tool("calico-operator"))
                .iter()
                .all(|pool| !pool.nat)
        );
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
        use crate::needs::Needs;

        let refused = |pods: &[&str]| {
            let plan = plan("1.36", pods, &SERVICES);
            Needs::of("calico-operator").unwrap().findings(&plan)
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
