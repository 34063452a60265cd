//! Distributions, CNI plugins and cloud providers as rows of facts; no logic.

pub mod clouds;
pub mod transitions;

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::net::{Cidr, IpFamily};

/// The source of a node's pod addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PodAddressSource {
    /// `Node.spec.podCIDRs`, which kube-controller-manager's node IPAM sets.
    NodePodCidrs,
    /// The pools of the plugin.
    OwnPools,
    /// The network interfaces of the cloud.
    Cloud,
}

/// A CNI plugin.
#[derive(Debug)]
pub struct CniRow {
    /// The id in the plan file.
    pub id: &'static str,
    /// The display name.
    pub title: &'static str,
    /// The source of pod addresses.
    pub addresses: PodAddressSource,
    /// The last minor version with the plugin, and the source; absent if it still exists.
    pub removed_after: Option<(u8, &'static str)>,
    /// Whether the first pod address is always IPv4, for any order of the ranges.
    pub reports_ipv4_first: bool,
    /// Whether the plugin masquerades traffic that leaves the cluster, as it is usually installed.
    pub masquerades: bool,
    /// Whether the plugin masquerades IPv6 traffic; `None` if no source says it.
    pub masquerades_ipv6: Option<bool>,
    /// Whether pods can have an address of each family.
    pub dual_stack_pods: bool,
    /// The only prefix length that an IPv6 node block may have; `None` if there are several.
    pub ipv6_block: Option<u8>,
    /// Whether K3s includes the plugin.
    pub bundled_with_k3s: bool,
    /// The command that shows the plugin's configuration in a running cluster.
    pub show: Option<&'static str>,
}

/// The combinations of families that can be built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stacks {
    /// Whether pods and Services can have both families.
    pub dual: bool,
    /// Whether IPv6 can be first of both families.
    pub ipv6_first: bool,
    /// Whether IPv6 can be the only family.
    pub ipv6_only: bool,
}

impl Stacks {
    const ALL: Stacks = Stacks {
        dual: true,
        ipv6_first: true,
        ipv6_only: true,
    };
    const IPV4_FIRST: Stacks = Stacks {
        ipv6_first: false,
        ..Stacks::ALL
    };
}

/// Clusters of a distribution whose pods take addresses of the cloud's network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CloudPods {
    /// None, unless the plugin does it.
    None,
    /// Those without IPv4.
    WithoutIPv4,
    /// All.
    All,
}

impl CloudPods {
    /// Returns whether a cluster with these pod ranges is one of them.
    pub fn contain(self, pods: &[Cidr]) -> bool {
        match self {
            CloudPods::None => false,
            CloudPods::WithoutIPv4 => {
                !pods.is_empty() && pods.iter().all(|cidr| cidr.family() == IpFamily::IPv6)
            }
            CloudPods::All => true,
        }
    }
}

/// The provider of load balancers for `type: LoadBalancer`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadBalancers {
    /// The AWS Load Balancer Controller.
    Aws,
    /// cloud-provider-azure.
    Azure,
    /// cloud-provider-gcp.
    Gcp,
    /// Octavia through cloud-provider-openstack.
    Octavia,
    /// The implementation that the user installs: MetalLB, LB-IPAM, kube-vip, ServiceLB.
    Installed,
}

/// An installer or distribution.
#[derive(Debug)]
pub struct DistributionRow {
    /// The id in the plan file.
    pub id: &'static str,
    /// The display name.
    pub title: &'static str,
    /// The combinations of families that it can build.
    pub stacks: Stacks,
    /// The load balancers of the cloud it always runs on; `None` if it runs anywhere.
    pub load_balancers: Option<LoadBalancers>,
    /// Whether the families of a cluster are fixed when it is created.
    pub families_fixed: bool,
    /// Whether it refuses nodes whose addresses are not of the families of the pod ranges.
    pub node_families_checked: bool,
    /// The clusters whose nodes get their pod addresses from the cloud's network, whatever the plugin: no component cuts
    /// blocks from the plan's pod ranges.
    pub cloud_pods: CloudPods,
    /// Whether it includes Flannel.
    pub bundles_flannel: bool,
    /// Whether its nodes are containers of one machine.
    pub nodes_are_containers: bool,
    /// Whether feature gates come in named sets, which prevent upgrades.
    pub feature_sets: bool,
    /// Whether the load balancer of the cluster has an IPv4 frontend of its own, for the way out.
    pub outbound_ipv4_frontend: bool,
    /// The source of the row.
    pub source: &'static str,
    /// Whether kubeadm sets up the control plane, so that its checks of the configuration run first.
    pub kubeadm: bool,
    /// Whether a cloud runs the control plane, so that its components are configured through the cloud's commands alone.
    pub managed: bool,
}

/// A cloud provider.
#[derive(Debug)]
pub struct ProviderRow {
    /// The id in the plan file.
    pub id: &'static str,
    /// The display name.
    pub title: &'static str,
    /// Whether clusters of the 1.16 … 1.19 alpha could be dual-stack on the provider, which needed routable addresses
    /// and routes of both families for the nodes.
    pub alpha_dual_stack: bool,
    /// The load balancers that Services get.
    pub load_balancers: LoadBalancers,
    /// Whether a cloud controller reports the addresses of a node to kubelet.
    pub reports_node_addresses: bool,
    /// The IPv6 address of the instance metadata service; `None` if it has none.
    pub metadata_ipv6: Option<&'static str>,
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
        masquerades_ipv6: None,
        dual_stack_pods: true,
        ipv6_block: None,
        bundled_with_k3s: false,
        show: None,
    }
}

impl CniRow {
    const fn shown_by(self, command: &'static str) -> CniRow {
        CniRow {
            show: Some(command),
            ..self
        }
    }

    const fn ipv6_masquerade(self, masquerades: bool) -> CniRow {
        CniRow {
            masquerades_ipv6: Some(masquerades),
            ..self
        }
    }
}

const fn distribution(id: &'static str, title: &'static str, source: &'static str) -> DistributionRow {
    DistributionRow {
        id,
        title,
        stacks: Stacks::ALL,
        load_balancers: None,
        families_fixed: false,
        node_families_checked: false,
        cloud_pods: CloudPods::None,
        bundles_flannel: false,
        nodes_are_containers: false,
        feature_sets: false,
        outbound_ipv4_frontend: false,
        source,
        kubeadm: false,
        managed: false,
    }
}

impl DistributionRow {
    const fn stacks(self, stacks: Stacks) -> DistributionRow {
        DistributionRow { stacks, ..self }
    }

    const fn on(self, load_balancers: LoadBalancers) -> DistributionRow {
        DistributionRow {
            load_balancers: Some(load_balancers),
            ..self
        }
    }

    const fn fixed(self) -> DistributionRow {
        DistributionRow {
            families_fixed: true,
            ..self
        }
    }

    const fn with_kubeadm(self) -> DistributionRow {
        DistributionRow {
            kubeadm: true,
            ..self
        }
    }

    const fn managed(self) -> DistributionRow {
        DistributionRow {
            managed: true,
            ..self
        }
    }

    const fn checks_nodes(self) -> DistributionRow {
        DistributionRow {
            node_families_checked: true,
            ..self
        }
    }
}

const fn provider(
    id: &'static str,
    title: &'static str,
    alpha_dual_stack: bool,
    load_balancers: LoadBalancers,
) -> ProviderRow {
    ProviderRow {
        id,
        title,
        alpha_dual_stack,
        load_balancers,
        reports_node_addresses: true,
        metadata_ipv6: None,
    }
}

/// The CNI plugins, as their charts and documentation describe them (tigera/operator, cilium/cilium,
/// flannel-io/flannel, antrea-io/antrea, kubeovn/kube-ovn, ovn-kubernetes, cloudnativelabs/kube-router).
pub static CNIS: &[CniRow] = &[
    cni("antrea", "Antrea", PodAddressSource::NodePodCidrs, true).ipv6_masquerade(true),
    CniRow {
        dual_stack_pods: false,
        ..cni("aws-vpc", "Amazon VPC CNI", PodAddressSource::Cloud, true).ipv6_masquerade(false)
    },
    cni("azure-cni", "Azure CNI", PodAddressSource::Cloud, true),
    cni("calico", "Calico", PodAddressSource::OwnPools, true)
        .ipv6_masquerade(false)
        .shown_by("kubectl get ippools.crd.projectcalico.org -o yaml"),
    cni("cilium", "Cilium", PodAddressSource::OwnPools, true)
        .ipv6_masquerade(true)
        .shown_by("kubectl -n kube-system get configmap cilium-config -o yaml"),
    CniRow {
        bundled_with_k3s: true,
        ..cni("flannel", "Flannel", PodAddressSource::NodePodCidrs, true)
            .ipv6_masquerade(true)
            .shown_by("kubectl -n kube-flannel get configmap kube-flannel-cfg -o yaml")
    },
    cni("gke", "GKE Dataplane", PodAddressSource::Cloud, true),
    cni("kindnet", "kindnet", PodAddressSource::NodePodCidrs, true).ipv6_masquerade(true),
    cni("kube-ovn", "Kube-OVN", PodAddressSource::OwnPools, true),
    cni("kube-router", "kube-router", PodAddressSource::NodePodCidrs, true).ipv6_masquerade(true),
    CniRow {
        id: "kubenet",
        title: "kubenet",
        addresses: PodAddressSource::NodePodCidrs,
        removed_after: Some((23, "pkg/kubelet/config/flags.go v1.23.1, absent v1.24")),
        reports_ipv4_first: true,
        masquerades: false,
        ..cni("", "", PodAddressSource::NodePodCidrs, false).ipv6_masquerade(false)
    },
    CniRow {
        ipv6_block: Some(64),
        ..cni(
            "ovn-kubernetes",
            "OVN-Kubernetes",
            PodAddressSource::OwnPools,
            true,
        )
    },
];

/// The installers and distributions. Each row names its source.
pub static DISTRIBUTIONS: &[DistributionRow] = &[
    DistributionRow {
        // `outboundType: loadBalancer`, the default (load-balancer-standard.md).
        outbound_ipv4_frontend: true,
        ..distribution("aks", "AKS", "azure-aks-docs configure-dual-stack.md")
            .stacks(Stacks {
                ipv6_only: false,
                ..Stacks::IPV4_FIRST
            })
            .on(LoadBalancers::Azure)
            .managed()
    },
    distribution("cluster-api", "Cluster API", "api/core/v1beta2/cluster_types.go").with_kubeadm(),
    DistributionRow {
        cloud_pods: CloudPods::All,
        ..distribution("eks", "EKS", "amazon-eks-user-guide network-reqs.adoc")
            .stacks(Stacks {
                dual: false,
                ipv6_first: false,
                ipv6_only: true,
            })
            .on(LoadBalancers::Aws)
            .fixed()
            .managed()
    },
    distribution("gke", "GKE", "terraform-provider-google container_cluster")
        .stacks(Stacks::IPV4_FIRST)
        .on(LoadBalancers::Gcp)
        .managed(),
    distribution("k0s", "k0s", "pkg/apis/k0s/v1beta1/dualstack.go"),
    DistributionRow {
        bundles_flannel: true,
        ..distribution("k3s", "K3s", "k3s-io/docs basic-network-options.md")
            .fixed()
            .checks_nodes()
    },
    DistributionRow {
        nodes_are_containers: true,
        // From 0.12 on node addresses come in the order of the first Service subnet (kubernetes-sigs/kind#2484).
        ..distribution(
            "kind",
            "kind",
            "pkg/cluster/internal/create/actions/config/config.go",
        )
        .fixed()
        .with_kubeadm()
    },
    DistributionRow {
        // kops-controller gives every node the /80 prefix of its interface.
        cloud_pods: CloudPods::WithoutIPv4,
        ..distribution("kops", "kOps", "docs/networking/ipv6.md")
            .stacks(Stacks {
                dual: false,
                ipv6_first: false,
                ipv6_only: true,
            })
            .on(LoadBalancers::Aws)
    },
    distribution("kubeadm", "kubeadm", "cmd/kubeadm").with_kubeadm(),
    distribution("kubespray", "Kubespray", "k8s-cluster.yml")
        .stacks(Stacks::IPV4_FIRST)
        .with_kubeadm(),
    distribution("microk8s", "MicroK8s", "canonical/microk8s").stacks(Stacks::IPV4_FIRST),
    distribution("microshift", "MicroShift", "pkg/config/network.go"),
    distribution("minikube", "minikube", "kubernetes/minikube#8535")
        .stacks(Stacks {
            dual: false,
            ipv6_first: false,
            ipv6_only: false,
        })
        .with_kubeadm(),
    DistributionRow {
        feature_sets: true,
        ..distribution("openshift", "OpenShift", "pkg/types/validation/installconfig.go")
    },
    distribution("rke2", "RKE2", "rancher/rke2-docs basic_network_options.md")
        .fixed()
        .checks_nodes(),
    distribution("talos", "Talos Linux", "siderolabs/talos"),
];

/// Cloud providers.
pub static PROVIDERS: &[ProviderRow] = &[
    ProviderRow {
        metadata_ipv6: Some("fd00:ec2::254"),
        ..provider("aws", "AWS", false, LoadBalancers::Aws)
    },
    provider("azure", "Azure", true, LoadBalancers::Azure),
    provider("gcp", "Google Cloud", false, LoadBalancers::Gcp),
    ProviderRow {
        reports_node_addresses: false,
        ..provider("none", "none (own machines)", true, LoadBalancers::Installed)
    },
    provider("openstack", "OpenStack", false, LoadBalancers::Octavia),
    provider("vsphere", "vSphere", false, LoadBalancers::Installed),
];

macro_rules! catalogue_entry {
    ($(#[$doc:meta])* $name:ident, $row:ty, $table:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub struct $name(&'static $row);

        impl $name {
            /// Returns the entry with that id in the plan file. `None` if there is none.
            pub fn find(id: &str) -> Option<$name> {
                $table.iter().find(|row| row.id == id).map($name)
            }

            /// Returns every entry, sorted by id.
            pub fn all() -> impl Iterator<Item = $name> {
                $table.iter().map($name)
            }

            /// Returns the row of facts.
            pub const fn row(self) -> &'static $row {
                self.0
            }

            /// Returns the id in the plan file.
            pub const fn id(self) -> &'static str {
                self.0.id
            }

            /// Returns the display name.
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
