//! K3s and RKE2, which runs K3s.

use dualstack_core::net::{Cidr, IpFamily};

use super::Check::{AsMany, Each, Excludes, Holds, OneOf, Requires};
use super::Source::{Differs, Refuses};
use super::Where::{Has, Is};
use super::{Document, StartCheck, dual, is_network};

const RANCHER: &[&str] = &["k3s", "rke2"];

/// What K3s compares of ranges: the family of the first, and whether there are both.
fn stack(cidrs: &[Cidr]) -> (Option<IpFamily>, bool) {
    (cidrs.first().map(Cidr::family), dual(cidrs))
}

fn same_stack(file: &Document) -> bool {
    let (pods, services) = (file.cidrs("cluster-cidr"), file.cidrs("service-cidr"));
    services.is_empty() || pods.is_empty() || stack(&pods) == stack(&services)
}

/// Without `node-ip` K3s looks for the addresses itself, and finds both families where the machine has them.
fn nodes_have_the_families(file: &Document) -> bool {
    let (first, both) = stack(&file.cidrs("cluster-cidr"));
    let nodes = file.families("node-ip");
    let has = |family| nodes.contains(&family);
    nodes.is_empty() || (first.is_none_or(has) && (!both || has(IpFamily::IPv4) && has(IpFamily::IPv6)))
}

/// Rows of K3s and RKE2.
pub(super) const CHECKS: &[StartCheck] = &[
    StartCheck {
        targets: RANCHER,
        file: "server",
        kind: "",
        // One address leaves `SingleStack`; RKE2 hands the addresses to its chart of CoreDNS, which goes by their number too.
        source: Differs("k3s f08deaf8 pkg/server/server.go:287-289"),
        text: "dnsIPFamilyPolicy := \"SingleStack\"; RequireDualStack where there is more than one cluster-dns address",
        check: AsMany("cluster-dns", "service-cidr"),
    },
    StartCheck {
        targets: RANCHER,
        file: "server",
        kind: "",
        source: Refuses("k3s f08deaf8 pkg/cli/server/server.go:407"),
        text: "invalid cluster-dns address …",
        check: Each("cluster-dns", |text| text.parse::<std::net::IpAddr>().is_ok()),
    },
    StartCheck {
        targets: RANCHER,
        file: "server",
        kind: "",
        source: Refuses("k3s f08deaf8 pkg/cli/server/server.go:356, :371"),
        text: "invalid cluster-cidr …; invalid service-cidr …",
        check: Holds(|file| {
            let all = [file.list("cluster-cidr"), file.list("service-cidr")].concat();
            all.iter().all(|text| is_network(text))
        }),
    },
    StartCheck {
        targets: RANCHER,
        file: "server",
        kind: "",
        source: Refuses("k3s f08deaf8 pkg/agent/run.go:83"),
        text: "cluster-cidr: … and service-cidr: …, must share the same IP version (IPv4, IPv6 or dual-stack)",
        check: Holds(same_stack),
    },
    StartCheck {
        targets: RANCHER,
        file: "",
        kind: "",
        source: Refuses("k3s f08deaf8 pkg/agent/run.go:88"),
        text: "cluster-cidr: … and node-ip: …, must share the same IP version (IPv4, IPv6 or dual-stack)",
        check: Holds(nodes_have_the_families),
    },
    StartCheck {
        targets: RANCHER,
        file: "further-server",
        kind: "",
        // K3s joins where both are set: the flag says what it does not do.
        source: Differs("k3s f08deaf8 pkg/cli/cmds/server.go:326"),
        text: "(cluster) Initialize a new cluster using embedded Etcd",
        check: Excludes(Has("cluster-init"), Has("server")),
    },
    StartCheck {
        targets: RANCHER,
        file: "agent",
        kind: "",
        source: Refuses("k3s f08deaf8 pkg/cli/agent/agent.go:85, :89"),
        text: "--token is required; --server is required",
        check: Holds(|file| file.has("server") && file.has("token")),
    },
    StartCheck {
        targets: RANCHER,
        file: "further-server",
        kind: "",
        source: Refuses("k3s f08deaf8 pkg/cluster/bootstrap.go:123"),
        text: "token is required to join a cluster",
        check: Requires(Has("server"), Has("token")),
    },
    StartCheck {
        targets: &["k3s"],
        file: "server",
        kind: "",
        source: Refuses("k3s f08deaf8 pkg/agent/flannel/setup.go:257"),
        text: "Cannot configure unknown flannel backend '…'",
        check: OneOf(
            "flannel-backend",
            &["none", "vxlan", "host-gw", "tailscale", "wireguard-native"],
        ),
    },
    StartCheck {
        targets: &["k3s"],
        file: "server",
        kind: "",
        // The controller of K3s runs beside any plugin unless it is switched off: two would enforce the same policies.
        source: Differs("k3s f08deaf8 pkg/executor/embed/embed.go:388"),
        text: "if !cfg.AgentConfig.DisableNPC",
        check: Requires(
            Is("flannel-backend", "none"),
            Is("disable-network-policy", "true"),
        ),
    },
    StartCheck {
        targets: &["k3s"],
        file: "server",
        kind: "",
        // Read by the bundled Flannel alone: beside another plugin the line would promise what nothing does.
        source: Differs("k3s f08deaf8 pkg/agent/flannel/flannel.go:109"),
        text: "if flannelIPv6Masq",
        check: Excludes(Is("flannel-backend", "none"), Has("flannel-ipv6-masq")),
    },
    StartCheck {
        targets: &["rke2"],
        file: "server",
        kind: "",
        source: Refuses("rke2 6ce1a801 pkg/cli/cmds/server.go:224, :231, :234, :275"),
        text: "multus must be used alongside another primary cni selection; may only provide multiple values if multus is the \
               first value; must specify 1 or 2 values; Invalid value … for --cni flag: must be one of …",
        check: Holds(|file| {
            let chosen = file.list("cni");
            let known =
                |name: &String| matches!(name.as_str(), "none" | "calico" | "canal" | "cilium" | "flannel");
            match chosen.as_slice() {
                [] => true,
                [only] => known(only),
                [first, second] => first == "multus" && known(second),
                _ => false,
            }
        }),
    },
];
