//! Antrea: the agent and the controller.

use dualstack_core::net::{Cidr, IpFamily};

use super::Check::{Excludes, Holds, OneOf, Requires};
use super::Source::Refuses;
use super::Where::{Any, Is};
use super::{Document, StartCheck, is_network, one_of_each_family};

const ANTREA: &[&str] = &["antrea"];

/// Returns the mask of a family's blocks, or the default of the controller.
fn mask(values: &Document, family: IpFamily) -> u64 {
    let (key, default) = match family {
        IpFamily::IPv4 => ("nodeIPAM/nodeCIDRMaskSizeIPv4", 24),
        IpFamily::IPv6 => ("nodeIPAM/nodeCIDRMaskSizeIPv6", 64),
    };
    values.number(key).unwrap_or(default)
}

fn masks(values: &Document) -> bool {
    values.cidrs("nodeIPAM/clusterCIDRs").iter().all(|range| {
        let mask = mask(values, range.family());
        match range.family() {
            IpFamily::IPv4 => (16..=30).contains(&mask),
            IpFamily::IPv6 => {
                (64..=126).contains(&mask) && mask.saturating_sub(u64::from(range.prefix_len())) <= 16
            }
        }
    })
}

/// Rows of Antrea.
pub(super) const CHECKS: &[StartCheck] = &[
    StartCheck {
        targets: ANTREA,
        file: "node-ipam",
        kind: "",
        source: Refuses("antrea fc70f2bb cmd/antrea-controller/options.go:129, :133, :136"),
        text: "cluster CIDRs … is invalid; at least one cluster CIDR must be specified; at most two cluster CIDRs may be \
               specified",
        check: Holds(|values| {
            let written = values.list("nodeIPAM/clusterCIDRs");
            (1..=2).contains(&written.len()) && written.iter().all(|text| is_network(text))
        }),
    },
    StartCheck {
        targets: ANTREA,
        file: "node-ipam",
        kind: "",
        source: Refuses("antrea fc70f2bb cmd/antrea-controller/options.go:152"),
        text: "at most one cluster CIDR may be specified for each IP family",
        check: Holds(|values| one_of_each_family(&values.cidrs("nodeIPAM/clusterCIDRs"))),
    },
    StartCheck {
        targets: ANTREA,
        file: "node-ipam",
        kind: "",
        source: Refuses("antrea fc70f2bb cmd/antrea-controller/options.go:157, :164, :170"),
        text: "the Node IPv4 CIDR mask size … is invalid, should be between 16 and 30; the Node IPv6 CIDR mask size … is \
               invalid, should be between 64 and 126; the Node IPv6 CIDR size is too big, the cluster CIDR mask size cannot be \
               greater than 16 more than the Node IPv6 CIDR mask size",
        check: Holds(masks),
    },
    StartCheck {
        targets: ANTREA,
        file: "node-ipam",
        kind: "",
        source: Refuses("antrea fc70f2bb cmd/antrea-controller/options.go:178, :184"),
        text: "the Service CIDR … is invalid; secondary Service CIDR … is invalid",
        check: Holds(|values| {
            ["nodeIPAM/serviceCIDR", "nodeIPAM/serviceCIDRv6"]
                .into_iter()
                .all(|path| values.list(path).iter().all(|text| text.parse::<Cidr>().is_ok()))
        }),
    },
    StartCheck {
        targets: ANTREA,
        file: "",
        kind: "",
        source: Refuses("antrea fc70f2bb cmd/antrea-agent/options.go:615"),
        text: "TrafficEncapMode … is unknown",
        check: OneOf(
            "trafficEncapMode",
            &["encap", "noEncap", "hybrid", "networkPolicyOnly"],
        ),
    },
    StartCheck {
        targets: ANTREA,
        file: "",
        kind: "",
        source: Refuses("antrea fc70f2bb cmd/antrea-agent/options.go:646"),
        text: "TrafficEncapMode … requires AntreaProxy to be enabled",
        check: Excludes(
            Is("antreaProxy/enable", "false"),
            Any(&[
                Is("trafficEncapMode", "noEncap"),
                Is("trafficEncapMode", "hybrid"),
            ]),
        ),
    },
    StartCheck {
        targets: ANTREA,
        file: "",
        kind: "",
        source: Refuses("antrea fc70f2bb cmd/antrea-agent/options.go:654"),
        text: "noSNAT is only applicable to the noEncap mode",
        check: Requires(
            Is("noSNAT", "true"),
            Any(&[
                Is("trafficEncapMode", "noEncap"),
                Is("trafficEncapMode", "networkPolicyOnly"),
            ]),
        ),
    },
];
