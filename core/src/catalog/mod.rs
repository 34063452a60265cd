//! Distributions, CNI plugins and cloud providers as rows of facts; no logic.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Who hands out pod addresses to a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PodAddressSource {
    /// `Node.spec.podCIDRs`, that is kube-controller-manager's node IPAM.
    NodePodCidrs,
    /// The plugin's own pools.
    OwnPools,
    /// The cloud's network interfaces.
    Cloud,
}

/// A CNI plugin.
#[derive(Debug)]
pub struct CniRow {
    /// The name in the plan file.
    pub id: &'static str,
    /// The name people know.
    pub title: &'static str,
    /// Who hands out pod addresses.
    pub addresses: PodAddressSource,
    /// The minor after which the plugin is gone, with its source.
    pub removed_after: Option<(u8, &'static str)>,
    /// Whether pod addresses are always reported IPv4 first, whatever the order of the ranges.
    pub reports_ipv4_first: bool,
    /// Whether the plugin itself masquerades traffic that leaves the cluster, as it is usually installed.
    pub masquerades: bool,
}

/// An installer or distribution.
#[derive(Debug)]
pub struct DistributionRow {
    /// The name in the plan file.
    pub id: &'static str,
    /// The name people know.
    pub title: &'static str,
    /// Whether kubeadm sets up the control plane, so that its checks of the configuration come first.
    pub kubeadm: bool,
}

/// A cloud provider.
#[derive(Debug)]
pub struct ProviderRow {
    /// The name in the plan file.
    pub id: &'static str,
    /// The name people know.
    pub title: &'static str,
    /// Whether clusters of the 1.16 … 1.19 alpha could be dual-stack there (the provider had to be able to give nodes
    /// routable addresses and routes of both families).
    pub alpha_dual_stack: bool,
}

const fn cni(
    id: &'static str,
    title: &'static str,
    addresses: PodAddressSource,
    masquerades: bool,
) -> CniRow {
    CniRow {
        id,
        title,
        addresses,
        removed_after: None,
        reports_ipv4_first: false,
        masquerades,
    }
}

const fn distribution(id: &'static str, title: &'static str) -> DistributionRow {
    DistributionRow {
        id,
        title,
        kubeadm: false,
    }
}

const fn with_kubeadm(id: &'static str, title: &'static str) -> DistributionRow {
    DistributionRow {
        id,
        title,
        kubeadm: true,
    }
}

const fn provider(id: &'static str, title: &'static str, alpha_dual_stack: bool) -> ProviderRow {
    ProviderRow {
        id,
        title,
        alpha_dual_stack,
    }
}

/// CNI plugins (spec/cni.md; kubenet: spec/egress-and-known-issues.md §3).
pub static CNIS: &[CniRow] = &[
    cni("antrea", "Antrea", PodAddressSource::NodePodCidrs, true),
    cni("aws-vpc", "Amazon VPC CNI", PodAddressSource::Cloud, true),
    cni("azure-cni", "Azure CNI", PodAddressSource::Cloud, true),
    cni("calico", "Calico", PodAddressSource::OwnPools, true),
    cni("cilium", "Cilium", PodAddressSource::OwnPools, true),
    cni("flannel", "Flannel", PodAddressSource::NodePodCidrs, true),
    cni("gke", "GKE Dataplane", PodAddressSource::Cloud, true),
    cni("kindnet", "kindnet", PodAddressSource::NodePodCidrs, true),
    cni("kube-ovn", "Kube-OVN", PodAddressSource::OwnPools, true),
    cni("kube-router", "kube-router", PodAddressSource::NodePodCidrs, true),
    CniRow {
        id: "kubenet",
        title: "kubenet",
        addresses: PodAddressSource::NodePodCidrs,
        removed_after: Some((23, "pkg/kubelet/config/flags.go v1.23.1, absent v1.24")),
        reports_ipv4_first: true,
        masquerades: false,
    },
    cni(
        "ovn-kubernetes",
        "OVN-Kubernetes",
        PodAddressSource::OwnPools,
        true,
    ),
];

/// Installers and distributions (spec/distros.md).
pub static DISTRIBUTIONS: &[DistributionRow] = &[
    distribution("aks", "AKS"),
    with_kubeadm("cluster-api", "Cluster API"),
    distribution("eks", "EKS"),
    distribution("gke", "GKE"),
    distribution("k0s", "k0s"),
    distribution("k3s", "K3s"),
    with_kubeadm("kind", "kind"),
    distribution("kops", "kOps"),
    with_kubeadm("kubeadm", "kubeadm"),
    with_kubeadm("kubespray", "Kubespray"),
    distribution("microk8s", "MicroK8s"),
    distribution("microshift", "MicroShift"),
    with_kubeadm("minikube", "minikube"),
    distribution("openshift", "OpenShift"),
    distribution("rke2", "RKE2"),
    distribution("talos", "Talos Linux"),
];

/// Cloud providers (spec/cloud.md).
pub static PROVIDERS: &[ProviderRow] = &[
    provider("aws", "AWS", false),
    provider("azure", "Azure", true),
    provider("gcp", "Google Cloud", false),
    provider("none", "none (own machines)", true),
    provider("openstack", "OpenStack", false),
    provider("vsphere", "vSphere", false),
];

macro_rules! catalogue_entry {
    ($(#[$doc:meta])* $name:ident, $row:ty, $table:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub struct $name(&'static $row);

        impl $name {
            /// The entry of that name in the plan file.
            pub fn find(id: &str) -> Option<$name> {
                $table.iter().find(|row| row.id == id).map($name)
            }

            /// Every entry, sorted by name.
            pub fn all() -> impl Iterator<Item = $name> {
                $table.iter().map($name)
            }

            /// The facts.
            pub const fn row(self) -> &'static $row {
                self.0
            }

            /// The name in the plan file.
            pub const fn id(self) -> &'static str {
                self.0.id
            }

            /// The name people know.
            pub const fn title(self) -> &'static str {
                self.0.title
            }
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.id() == other.id()
            }
        }

        impl Eq for $name {}

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.id())
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.id())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let id = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                $name::find(&id).ok_or_else(|| serde::de::Error::custom("not in the catalogue"))
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let ids: Vec<&str> = $table.iter().map(|row| row.id).collect();
                schemars::json_schema!({ "type": "string", "enum": ids })
            }
        }
    };
}

catalogue_entry!(
    /// A CNI plugin of the catalogue.
    Cni, CniRow, CNIS
);
catalogue_entry!(
    /// An installer or distribution of the catalogue.
    Distribution, DistributionRow, DISTRIBUTIONS
);
catalogue_entry!(
    /// A cloud provider of the catalogue.
    Provider, ProviderRow, PROVIDERS
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_sorted_and_unique() {
        assert!(CNIS.windows(2).all(|w| w[0].id < w[1].id));
        assert!(DISTRIBUTIONS.windows(2).all(|w| w[0].id < w[1].id));
        assert!(PROVIDERS.windows(2).all(|w| w[0].id < w[1].id));
    }
}
