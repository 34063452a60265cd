//! The flags of kube-controller-manager that decide about node blocks.

use crate::go::flags::Flags;

/// Values of kube-controller-manager's flags as given, unread. `None`: the flag is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ControllerFlags {
    /// `--allocate-node-cidrs`
    pub allocate_node_cidrs: Option<String>,
    /// `--cluster-cidr`
    pub cluster_cidr: Option<String>,
    /// `--service-cluster-ip-range`
    pub service_cluster_ip_range: Option<String>,
    /// `--node-cidr-mask-size`
    pub node_cidr_mask_size: Option<String>,
    /// `--node-cidr-mask-size-ipv4`
    pub node_cidr_mask_size_ipv4: Option<String>,
    /// `--node-cidr-mask-size-ipv6`
    pub node_cidr_mask_size_ipv6: Option<String>,
    /// `--cidr-allocator-type`
    pub cidr_allocator_type: Option<String>,
    /// `--cloud-provider`
    pub cloud_provider: Option<String>,
    /// `--feature-gates`. Unknown and locked gates are the business of the caller; only the value is read here.
    pub feature_gates: Option<String>,
}

impl From<&Flags> for ControllerFlags {
    /// Takes the flags of this controller out of a command line. Of a flag that is given twice the last one counts;
    /// `--feature-gates` of several flags are merged.
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
