//! Kubespray.

use dualstack_core::net::Cidr;

use super::Check::{Holds, OneOf};
use super::Source::Refuses;
use super::{Document, StartCheck};

const KUBESPRAY: &[&str] = &["kubespray"];
/// Returns the families that the playbook asks about, as the names of variables have them. The forms before
/// `ipv6_stack` are asked about IPv4 alone.
fn families(vars: &Document) -> Vec<&'static str> {
    let mut families = Vec::new();
    if vars.text("ipv4_stack").is_none_or(|on| on == "true") {
        families.push("");
    }
    if vars.is_on("ipv6_stack") {
        families.push("_ipv6");
    }
    families
}

fn pods(vars: &Document, family: &str) -> Option<Cidr> {
    vars.cidrs(&format!("kube_pods_subnet{family}")).first().copied()
}

/// Returns the plugin; Calico where the file names none.
fn plugin(vars: &Document) -> String {
    vars.text("kube_network_plugin")
        .unwrap_or_else(|| "calico".to_owned())
}

/// Rows of Kubespray.
pub(super) const CHECKS: &[StartCheck] = &[
    StartCheck {
        targets: KUBESPRAY,
        file: "k8s-cluster",
        kind: "",
        source: Refuses("kubespray 46dbdd39 roles/validate_inventory/tasks/main.yml:98, :106, :132, :140"),
        text: "kube_service_addresses = '…' is not a valid network range; kube_pods_subnet = '…' is not a valid network range; \
               kube_service_addresses_ipv6 = '…' is not a valid network range; kube_pods_subnet_ipv6 = '…' is not a valid \
               network range",
        check: Holds(|vars| {
            families(vars).into_iter().all(|family| {
                ["kube_service_addresses", "kube_pods_subnet"]
                    .into_iter()
                    .all(|name| {
                        let path = format!("{name}{family}");
                        vars.list(&path).len() == vars.cidrs(&path).len()
                    })
            })
        }),
    },
    StartCheck {
        targets: KUBESPRAY,
        file: "k8s-cluster",
        kind: "",
        source: Refuses("kubespray 46dbdd39 roles/validate_inventory/tasks/main.yml:114, :148"),
        text: "kube_pods_subnet cannot be the same network segment as kube_service_addresses; kube_pods_subnet_ipv6 cannot be \
               the same network segment as kube_service_addresses_ipv6",
        // `ipaddr` with a network finds what lies inside of it: pods inside of Services are refused, not Services inside
        // of pods.
        check: Holds(|vars| {
            families(vars).into_iter().all(|family| {
                let services = vars.cidrs(&format!("kube_service_addresses{family}"));
                let pods = pods(vars, family);
                pods.is_none_or(|pods| services.iter().all(|services| !services.contains(&pods)))
            })
        }),
    },
    StartCheck {
        targets: KUBESPRAY,
        file: "k8s-cluster.yml and hosts.yaml",
        kind: "",
        source: Refuses("kubespray 46dbdd39 roles/validate_inventory/tasks/main.yml:122, :156"),
        text: "Not enough ipv4 IPs are available for the desired node count.; Not enough ipv6 IPs are available for the desired \
               node count.",
        check: Holds(|vars| {
            plugin(vars) == "calico"
                || families(vars).into_iter().all(|family| {
                    let mask = vars.number(&format!("kube_network_node_prefix{family}"));
                    let machines = vars.values("all/hosts/*").len();
                    pods(vars, family).zip(mask).is_none_or(|(pods, mask)| {
                        let bits = mask.checked_sub(u64::from(pods.prefix_len()));
                        bits.is_some_and(|bits| bits >= 16 || machines <= 1 << bits)
                    })
                })
        }),
    },
    StartCheck {
        targets: KUBESPRAY,
        file: "k8s-cluster",
        kind: "",
        source: Refuses("kubespray 46dbdd39 roles/validate_inventory/tasks/main.yml:74"),
        text: "Do not schedule more pods on a node than inet addresses are available.",
        check: Holds(|vars| {
            let most = vars.number("kubelet_max_pods").unwrap_or(110);
            let mask = vars.number("kube_network_node_prefix");
            matches!(plugin(vars).as_str(), "calico" | "none")
                || pods(vars, "").is_none()
                || mask.is_none_or(|mask| {
                    let bits = u32::try_from(32_u64.saturating_sub(mask)).unwrap_or_default();
                    most + 2 <= 1_u64 << bits
                })
        }),
    },
    StartCheck {
        targets: KUBESPRAY,
        file: "k8s-cluster",
        kind: "",
        source: Refuses("kubespray 46dbdd39 roles/validate_inventory/tasks/main.yml:165, :173"),
        text: "The selected choice is not supported",
        check: OneOf(
            "kube_network_plugin",
            &[
                "calico",
                "flannel",
                "cloud",
                "cilium",
                "cni",
                "kube-ovn",
                "kube-router",
                "macvlan",
                "custom_cni",
                "none",
            ],
        ),
    },
];
