//! Differences between versions for CNI plugins: the abilities of the plugin's release that still ran on a version
//! (projectcalico/calico release notes).

use super::{Confidence, Timeline, Version, row_with};

/// The abilities of the Calico for a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CalicoProfile {
    /// Whether IPv6 pools can be encapsulated in VXLAN; without it they are routed with BGP.
    pub ipv6_vxlan: bool,
    /// Whether the operator knows the APIServer resource.
    pub api_server: bool,
    /// Whether a node's address can be read from its InternalIP.
    pub node_internal_ip: bool,
    /// Whether its CNI installer brings the `bandwidth` plugin along, which its own manifest chains.
    pub bandwidth: bool,
    /// The releases that these abilities are those of.
    pub releases: &'static str,
}

static CALICO: Timeline<CalicoProfile> = Timeline::new(&[
    row_with(
        16,
        CalicoProfile {
            ipv6_vxlan: false,
            api_server: false,
            node_internal_ip: false,
            bandwidth: true,
            releases: "v3.11 to v3.22",
        },
        "Calico v3.11 (dual-stack of Kubernetes 1.16), release notes before v3.23",
        Confidence::Unverified,
    ),
    row_with(
        21,
        CalicoProfile {
            ipv6_vxlan: true,
            api_server: true,
            node_internal_ip: true,
            bandwidth: true,
            releases: "v3.23 to v3.29",
        },
        "Calico v3.23 (Kubernetes 1.21 to 1.23): VXLAN of IPv6; tigera/operator api/v1/installation_types.go",
        Confidence::Unverified,
    ),
    row_with(
        29,
        CalicoProfile {
            ipv6_vxlan: true,
            api_server: true,
            node_internal_ip: true,
            bandwidth: false,
            releases: "v3.30 or newer",
        },
        "Calico v3.30 (Kubernetes 1.29 and later): manifests/calico.yaml and cni-plugin without bandwidth, unlike v3.29",
        Confidence::Unverified,
    ),
]);

impl CalicoProfile {
    /// Returns the abilities of the Calico for a version.
    pub fn at(version: Version) -> CalicoProfile {
        CALICO.at(version)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ipv6_is_encapsulated_from_1_21_on() {
        let vxlan = |version: &str| CalicoProfile::at(version.parse().unwrap()).ipv6_vxlan;
        assert_eq!(
            ["1.16", "1.20", "1.21", "1.37"].map(vxlan),
            [false, false, true, true]
        );
    }
}
