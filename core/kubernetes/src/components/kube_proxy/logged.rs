//! kube-proxy: what it writes to its log about settings that leave out a family, and runs all the same.
//!
//! Models `checkBadConfig`, `checkBadIPConfig` and `detectNodeIPs` of `cmd/kube-proxy/app/server.go`; up to 1.30 one function
//! checks both. It is taken for granted that the host can do both families, as every current Linux can.

use std::net::IpAddr;

use super::slice;
use crate::components::check::Sink;
use crate::go::field_error::aggregate;
use crate::go::flags::Flags;
use crate::go::net::GoNet;
use crate::go::quote::quoted;
use crate::kubernetes::ConfigLog;
use crate::net::{IpFamily, lenient};

/// The word of `nodePortAddresses` that stands for the node's own addresses.
pub(super) const PRIMARY: &str = "primary";
/// What the line says in front of its cause.
const MESSAGE: &str = "Kube-proxy configuration may be incomplete or incorrect";

/// Returns what stands in kube-proxy's log behind the place in its source: the message, then the text as its cause.
pub(in crate::components) fn log_line(text: &str) -> String {
    format!("{} err={}", quoted(MESSAGE), quoted(text))
}

/// The families of the node that kube-proxy runs on.
struct Node {
    primary: IpFamily,
    /// Every family that the node has an address of; empty where that is not known.
    families: Vec<IpFamily>,
}

impl Node {
    /// Reads them from the node's addresses and from the address that is bound. A node that nothing is known of has the
    /// family of the first cluster CIDR.
    fn of(flags: &Flags, node: &[IpFamily], cluster: &[Option<IpFamily>]) -> Node {
        let bound = flags
            .get("bind-address")
            .and_then(lenient::parse_address)
            .map(|read| read.address)
            .filter(|address: &IpAddr| !address.is_unspecified())
            .map(IpFamily::of);
        let mut families = node.to_vec();
        if let Some(bound) = bound.filter(|bound| !families.is_empty() && !families.contains(bound)) {
            families.push(bound);
        }
        let of_cluster = cluster.first().copied().flatten();
        Node {
            primary: bound
                .or(node.first().copied())
                .or(of_cluster)
                .unwrap_or(IpFamily::IPv4),
            families,
        }
    }
}

/// Returns the family of each entry; `None` for one that is no network.
fn families(entries: &[&str]) -> Vec<Option<IpFamily>> {
    entries
        .iter()
        .map(|entry| GoNet::parse(entry).map(GoNet::family))
        .collect()
}

fn is_dual(families: &[Option<IpFamily>]) -> bool {
    let has = |family| families.contains(&Some(family));
    !families.contains(&None) && has(IpFamily::IPv4) && has(IpFamily::IPv6)
}

/// Returns whether all of some networks are of that family. False where there are none.
fn only(families: &[Option<IpFamily>], family: IpFamily) -> bool {
    !families.is_empty() && families.iter().all(|of| *of == Some(family))
}

/// Adds a line for each check that finds something.
pub(super) fn check(flags: &Flags, node_ports: &[&str], node: &[IpFamily], sink: &mut Sink) {
    let cluster = families(&slice(flags.get("cluster-cidr")));
    let node = Node::of(flags, node, &cluster);
    let (primary, other) = (node.primary, node.primary.other());
    let mut about_family = Vec::new();
    if only(&cluster, other) {
        about_family.push(format!(
            "cluster is {primary}-primary but clusterCIDRs contains only {other} addresses"
        ));
    }
    match sink.profile.kube_proxy.config_log {
        ConfigLog::None => return,
        ConfigLog::OneLine => {
            if only(&families(node_ports), other) {
                about_family.push(format!(
                    "cluster is {primary}-primary but nodePortAddresses contains only {other} addresses"
                ));
            }
        }
        ConfigLog::TwoLines => node_port_line(flags, node_ports, &cluster, &node, sink),
    }
    if !about_family.is_empty() {
        sink.warn("KP-16", aggregate(about_family));
    }
}

/// Adds the line about the addresses on which node ports are open.
fn node_port_line(flags: &Flags, given: &[&str], cluster: &[Option<IpFamily>], node: &Node, sink: &mut Sink) {
    // nftables takes `primary` where nothing is given (`platformApplyDefaults` of `server_linux.go`).
    let given = match given {
        [] if flags.get("proxy-mode") == Some("nftables") => &[PRIMARY],
        given => given,
    };
    if given.is_empty() {
        sink.warn(
            "KP-21",
            "nodePortAddresses is unset; NodePort connections will be accepted on all local IPs. Consider using \
             `--nodeport-addresses primary`",
        );
        return;
    }
    let keyword = given.iter().any(|entry| GoNet::parse(entry).is_none());
    let of_node = given == [PRIMARY];
    // What other words stand for is not a matter of families; what the node has may not be known.
    if keyword && (!of_node || node.families.is_empty()) {
        return;
    }
    let node_ports: Vec<Option<IpFamily>> = if of_node {
        node.families.iter().copied().map(Some).collect()
    } else {
        families(given)
    };
    let excluded = families(&slice(flags.get("ipvs-exclude-cidrs")));
    let any_dual = is_dual(cluster) || is_dual(&node_ports) || is_dual(&excluded);
    let (primary, other) = (node.primary, node.primary.other());
    let text = if any_dual && only(&node_ports, primary) {
        format!(
            "cluster appears to be dual-stack but nodePortAddresses contains only {primary} addresses; NodePort connections \
             will be accepted on all local {other} IPs"
        )
    } else if !node_ports.contains(&Some(primary)) {
        format!(
            "cluster appears to be {primary}-primary but nodePortAddresses contains only {other} addresses; NodePort \
             connections will be accepted on all local {primary} IPs"
        )
    } else {
        return;
    };
    sink.warn("KP-19", text);
}

#[cfg(test)]
mod tests {
    use crate::components::{Flags, StartInput, forecast, warnings};
    use crate::diagnostic::Component;
    use crate::kubernetes::Version;
    use crate::net::IpFamily::{self, IPv4, IPv6};

    fn lines(minor: u8, node: &[IpFamily], args: &[&str]) -> Vec<String> {
        let input = StartInput {
            node_families: node.to_vec(),
            ..Flags::from_args(args).into()
        };
        warnings(&forecast(
            Version::minor_version(minor),
            Component::KubeProxy,
            &input,
        ))
    }

    const UNSET: &str = "nodePortAddresses is unset; NodePort connections will be accepted on all local IPs. Consider using \
                         `--nodeport-addresses primary`";
    const PAIR: &str = "--cluster-cidr=10.128.0.0/14,fd01::/48";

    #[test]
    fn cluster_cidrs_of_the_other_family_are_told_in_every_mode() {
        let text = "cluster is IPv4-primary but clusterCIDRs contains only IPv6 addresses";
        for mode in ["ClusterCIDR", "NodeCIDR"] {
            let mode = format!("--detect-local-mode={mode}");
            let args = ["--cluster-cidr=fd01::/48", &mode];
            assert_eq!(lines(36, &[IPv4, IPv6], &args), [UNSET, text]);
            assert_eq!(lines(36, &[IPv6], &args), [UNSET]);
            assert_eq!(lines(28, &[IPv4], &args), [text]);
            assert_eq!(lines(27, &[IPv4], &args), <[&str; 0]>::default());
        }
        let args = ["--cluster-cidr=10.128.0.0/14", "--bind-address=fd00::1"];
        assert_eq!(
            lines(36, &[IPv4], &args),
            [
                UNSET,
                "cluster is IPv6-primary but clusterCIDRs contains only IPv4 addresses"
            ]
        );
        // An unspecified address binds nothing.
        assert_eq!(lines(36, &[IPv4], &[args[0], "--bind-address=::"]), [UNSET]);
    }

    #[test]
    fn node_port_addresses_of_one_family() {
        let dual = "cluster appears to be dual-stack but nodePortAddresses contains only IPv4 addresses; NodePort \
                    connections will be accepted on all local IPv6 IPs";
        let wrong = "cluster appears to be IPv6-primary but nodePortAddresses contains only IPv4 addresses; NodePort \
                     connections will be accepted on all local IPv6 IPs";
        let args = [PAIR, "--nodeport-addresses=10.0.0.0/8"];
        assert_eq!(lines(36, &[IPv4], &args), [dual]);
        assert_eq!(lines(36, &[IPv6, IPv4], &args), [wrong]);
        assert_eq!(
            lines(30, &[IPv6, IPv4], &args),
            ["cluster is IPv6-primary but nodePortAddresses contains only IPv4 addresses"]
        );
        assert_eq!(lines(30, &[IPv4], &args), <[&str; 0]>::default());
        // One network of each makes the cluster dual-stack by itself, and leaves out none.
        let both = ["--nodeport-addresses=10.0.0.0/8,fd00::/8"];
        assert_eq!(lines(36, &[IPv6], &both), <[&str; 0]>::default());
        let single = ["--cluster-cidr=10.128.0.0/14", args[1]];
        assert_eq!(lines(36, &[IPv4], &single), <[&str; 0]>::default());
    }

    #[test]
    fn the_word_primary_stands_for_the_addresses_of_the_node() {
        let args = [PAIR, "--nodeport-addresses=primary"];
        assert_eq!(lines(36, &[IPv4, IPv6], &args), <[&str; 0]>::default());
        assert_eq!(lines(36, &[], &args), <[&str; 0]>::default());
        assert_eq!(
            lines(36, &[IPv4], &args),
            [
                "cluster appears to be dual-stack but nodePortAddresses contains only IPv4 addresses; NodePort connections \
                 will be accepted on all local IPv6 IPs"
            ]
        );
    }

    #[test]
    fn nftables_takes_primary_by_itself() {
        let args = [PAIR, "--proxy-mode=nftables"];
        assert_eq!(lines(36, &[IPv4, IPv6], &args), <[&str; 0]>::default());
        assert_eq!(
            lines(36, &[IPv4, IPv6], &[PAIR, "--proxy-mode=iptables"]),
            [UNSET]
        );
    }

    #[test]
    fn two_faults_of_one_function_share_a_line() {
        assert_eq!(
            lines(
                29,
                &[IPv4],
                &["--cluster-cidr=fd01::/48", "--nodeport-addresses=fd00::/8"]
            ),
            [
                "[cluster is IPv4-primary but clusterCIDRs contains only IPv6 addresses, cluster is IPv4-primary but \
                 nodePortAddresses contains only IPv6 addresses]"
            ]
        );
    }

    #[test]
    fn a_node_that_nobody_knows_contradicts_nothing() {
        assert_eq!(lines(36, &[], &["--cluster-cidr=fd01::/48"]), [UNSET]);
        assert_eq!(
            lines(36, &[], &[PAIR, "--nodeport-addresses=10.0.0.0/8"]),
            [
                "cluster appears to be dual-stack but nodePortAddresses contains only IPv4 addresses; NodePort connections \
                 will be accepted on all local IPv6 IPs"
            ]
        );
    }
}
