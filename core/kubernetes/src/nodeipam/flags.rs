//! The flags of kube-controller-manager that decide about node blocks.

use crate::go::flags::Flags;

/// The values of kube-controller-manager's flags as given, unread. `None`: the flag is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ControllerFlags {
    /// The value of `--allocate-node-cidrs`.
    pub allocate_node_cidrs: Option<String>,
    /// The value of `--cluster-cidr`.
    pub cluster_cidr: Option<String>,
    /// The value of `--service-cluster-ip-range`.
    pub service_cluster_ip_range: Option<String>,
    /// The value of `--node-cidr-mask-size`.
    pub node_cidr_mask_size: Option<String>,
    /// The value of `--node-cidr-mask-size-ipv4`.
    pub node_cidr_mask_size_ipv4: Option<String>,
    /// The value of `--node-cidr-mask-size-ipv6`.
    pub node_cidr_mask_size_ipv6: Option<String>,
    /// The value of `--cidr-allocator-type`.
    pub cidr_allocator_type: Option<String>,
    /// The value of `--cloud-provider`.
    pub cloud_provider: Option<String>,
    /// The value of `--feature-gates`. Unknown and locked gates are checked by the caller; this module only reads the
    /// value.
    pub feature_gates: Option<String>,
}

impl From<&Flags> for ControllerFlags {
    /// Extracts the flags of this controller from a command line. The last value of a repeated flag is in force;
    /// those of `--feature-gates` are merged.
    fn from(flags: &Flags) -> ControllerFlags {
        let given = |name: &str| flags.get(name).map(str::to_owned);
        let feature_gates: Vec<&str> = flags.all("feature-gates").collect();
        ControllerFlags {
            allocate_node_cidrs: given("allocate-node-cidrs"),
            cluster_cidr: given("cluster-cidr"),
            service_cluster_ip_range: given("service-cluster-ip-range"),
            node_cidr_mask_size: given("node-cidr-mask-size"),
            node_cidr_mask_size_ipv4: given("node-cidr-mask-size-ipv4"),
            node_cidr_mask_size_ipv6: given("node-cidr-mask-size-ipv6"),
            cidr_allocator_type: given("cidr-allocator-type"),
            cloud_provider: given("cloud-provider"),
            feature_gates: (!feature_gates.is_empty()).then(|| feature_gates.join(",")),
        }
    }
}
