//! Changes of a cluster that runs, as distributions and clouds take or refuse them. Rows with their source; no logic.
//!
//! A distribution without a row for a change has nothing of its own to say: what the components do decides.

use crate::net::IpFamily;

/// A change of the ranges of a cluster that runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transition {
    /// A second family comes.
    SecondFamily,
    /// The second family goes.
    OneFamilyAgain,
    /// Another family is the first, or the only one.
    OtherFirstFamily,
    /// A pod range grows, in a cluster of one family.
    LargerPods,
    /// A pod range grows, in a cluster of both families.
    LargerPodsOfTwo,
    /// A pod range becomes another one, or a part of itself.
    OtherPods,
    /// A Service range becomes another one, of any size.
    OtherServices,
    /// Nodes get blocks of another size.
    OtherMask,
}

/// What a distribution makes of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It takes it.
    Taken,
    /// It does not change this field, option or property of a cluster that exists.
    Refused(&'static str),
    /// No source says it.
    Unknown,
}

/// What a distribution makes of one change, and where that was read.
#[derive(Debug)]
pub struct TransitionRow {
    /// The id of the distribution in the plan file.
    pub distribution: &'static str,
    /// The change.
    pub transition: Transition,
    /// The family that it is about; `None` for both.
    pub family: Option<IpFamily>,
    /// The id of the plugin with which it is so; `None` for all.
    pub plugin: Option<&'static str>,
    /// What is made of it.
    pub standing: Standing,
    /// What is printed, where a tool refuses it.
    pub prints: Option<&'static str>,
    /// The repository and the file, or the page.
    pub source: &'static str,
}

const fn says(
    distribution: &'static str,
    transition: Transition,
    standing: Standing,
    source: &'static str,
) -> TransitionRow {
    TransitionRow {
        distribution,
        transition,
        family: None,
        plugin: None,
        standing,
        prints: None,
        source,
    }
}

impl TransitionRow {
    const fn of(self, family: IpFamily) -> TransitionRow {
        TransitionRow {
            family: Some(family),
            ..self
        }
    }

    const fn with(self, plugin: &'static str, prints: &'static str) -> TransitionRow {
        TransitionRow {
            plugin: Some(plugin),
            prints: Some(prints),
            ..self
        }
    }
}

use IpFamily::{IPv4, IPv6};
use Standing::{Refused, Taken, Unknown};
use Transition::{
    LargerPods, LargerPodsOfTwo, OneFamilyAgain, OtherFirstFamily, OtherMask, OtherPods, OtherServices,
    SecondFamily,
};

const AKS_EXPAND: &str = "MicrosoftDocs/azure-aks-docs azure-cni-overlay-pod-expand.md";
const EKS_NETWORK: &str = "boto/botocore eks/2017-11-01 KubernetesNetworkConfigRequest";
const EKS_VPC: &str = "boto/botocore eks/2017-11-01 UpdateClusterConfig: subnets of the same VPC only";
const EKS_SUBNETS: &str = "docs.aws.amazon.com eks/latest/userguide/cni-subnet-selection; boto/botocore ec2/2016-11-15 \
                           AssociateVpcCidrBlock";
const GKE_STACK: &str = "googleapis/googleapis google/container/v1/cluster_service.proto \
                         ClusterUpdate.desired_stack_type, googleapis@483c1ee; gcloud container clusters update --stack-type";
const GKE_RANGES: &str = "googleapis/googleapis google/container/v1/cluster_service.proto \
                          ClusterUpdate.additional_pod_ranges_config, googleapis@2ddfcb8; gcloud container clusters update \
                          --additional-pod-ipv4-ranges";
const GKE_ALIAS: &str = "docs.cloud.google.com kubernetes-engine/docs/how-to/alias-ips, Limitations";
const GKE_NO_FIELD: &str =
    "googleapis/googleapis google/container/v1/cluster_service.proto ClusterUpdate has no field for it";
const K0S_FIXED: &str = "k0sproject/k0s docs/dynamic-configuration.md, the list of non-changeable options";
const K0S_CHANGED: &str = "k0sproject/k0s docs/configuration.md, docs/dynamic-configuration.md (not in the list of \
                           non-changeable options), k0sproject/k0s#5116";
const KOPS: &str = "kubernetes/kops pkg/apis/kops/validation/cluster.go ValidateClusterUpdate, legacy.go; kubernetes/kops#1738";
const KUBESPRAY: &str = "kubernetes-sigs/kubespray roles/kubernetes/control-plane/tasks/kubeadm-upgrade.yml, \
                         docs/ansible/vars.md";
const KUBESPRAY_CALICO: &str = "kubernetes-sigs/kubespray roles/network_plugin/calico/tasks/check.yml";
const CALICO_REFUSAL: &str = "Your inventory doesn't match the current cluster configuration";
const TALOS: &str = "siderolabs/docs talos/v1.13 editing-machine-configuration.mdx (.cluster is applied at once); \
                     siderolabs/talos internal/app/machined/pkg/controllers/k8s/control_plane.go";

/// What distributions and clouds make of changes. The first row that fits decides.
pub static TRANSITIONS: &[TransitionRow] = &[
    says(
        "aks",
        SecondFamily,
        Taken,
        "Azure/azure-cli acs/_help.py aks update --ip-families (2.91.0), Azure/azure-cli#30360, \
         hashicorp/terraform-provider-azurerm#32814",
    ),
    says(
        "aks",
        OneFamilyAgain,
        Unknown,
        "Azure/azure-cli acs/_help.py aks update --ip-families (2.91.0) takes a list; azure-aks-docs do not say that it \
         may be shorter",
    ),
    says("aks", LargerPods, Taken, AKS_EXPAND).of(IPv4),
    says("aks", LargerPods, Refused("--pod-cidr"), AKS_EXPAND),
    says("aks", LargerPodsOfTwo, Refused("--pod-cidrs"), AKS_EXPAND),
    says("aks", OtherPods, Refused("--pod-cidr"), AKS_EXPAND),
    says(
        "aks",
        OtherServices,
        Refused("--service-cidr"),
        "Azure/azure-cli acs/_params.py (2.91.0): an option of aks create alone; azure-aks-docs \
         concepts-network-azure-cni-overlay.md: ServiceCIDR objects extend it from 1.33",
    ),
    says(
        "aks",
        OtherMask,
        Refused("/24"),
        "MicrosoftDocs/azure-aks-docs concepts-network-azure-cni-overlay.md",
    )
    .of(IPv4),
    says(
        "aks",
        OtherMask,
        Unknown,
        "MicrosoftDocs/azure-aks-docs configure-dual-stack.md",
    ),
    says("eks", SecondFamily, Refused("ipFamily"), EKS_NETWORK),
    says("eks", OneFamilyAgain, Refused("ipFamily"), EKS_NETWORK),
    says("eks", OtherFirstFamily, Refused("ipFamily"), EKS_NETWORK),
    says("eks", LargerPods, Taken, EKS_SUBNETS).of(IPv4),
    says("eks", LargerPods, Unknown, EKS_SUBNETS),
    says("eks", OtherPods, Refused("resourcesVpcConfig.subnetIds"), EKS_VPC),
    says("eks", OtherServices, Refused("serviceIpv4Cidr"), EKS_NETWORK),
    says("gke", SecondFamily, Taken, GKE_STACK),
    says("gke", OneFamilyAgain, Taken, GKE_STACK).of(IPv6),
    says("gke", OneFamilyAgain, Refused("--stack-type"), GKE_STACK),
    says("gke", OtherFirstFamily, Refused("--stack-type"), GKE_STACK),
    says("gke", LargerPods, Taken, GKE_RANGES).of(IPv4),
    says("gke", LargerPodsOfTwo, Taken, GKE_RANGES).of(IPv4),
    says("gke", LargerPods, Unknown, GKE_RANGES),
    says("gke", LargerPodsOfTwo, Unknown, GKE_RANGES),
    says("gke", OtherPods, Refused("--cluster-secondary-range-name"), GKE_ALIAS),
    says("gke", OtherServices, Refused("--services-secondary-range-name"), GKE_NO_FIELD),
    says(
        "gke",
        OtherMask,
        Taken,
        "googleapis/googleapis google/container/v1/cluster_service.proto NodePool.max_pods_constraint; gcloud container \
         node-pools create --max-pods-per-node",
    )
    .of(IPv4),
    says("gke", OtherMask, Unknown, GKE_NO_FIELD),
    says("k0s", SecondFamily, Taken, K0S_CHANGED),
    says("k0s", OneFamilyAgain, Taken, K0S_CHANGED),
    says("k0s", OtherFirstFamily, Refused("network.primaryAddressFamily"), K0S_FIXED),
    says("k0s", LargerPods, Refused("network.podCIDR"), K0S_FIXED),
    says("k0s", LargerPodsOfTwo, Refused("network.podCIDR"), K0S_FIXED).of(IPv4),
    says("k0s", LargerPodsOfTwo, Taken, K0S_CHANGED),
    says("k0s", OtherPods, Refused("network.podCIDR"), K0S_FIXED).of(IPv4),
    says("k0s", OtherPods, Taken, K0S_CHANGED),
    says("k0s", OtherServices, Refused("network.serviceCIDR"), K0S_FIXED).of(IPv4),
    says("k0s", OtherServices, Taken, K0S_CHANGED),
    says(
        "k0s",
        OtherMask,
        Taken,
        "k0sproject/k0s docs/dual-stack.md, controllerManager.extraArgs",
    ),
    says("kops", LargerPods, Taken, KOPS),
    says("kops", OtherPods, Taken, KOPS),
    says("kops", OtherServices, Taken, KOPS),
    says("kops", OtherMask, Taken, "kubernetes/kops pkg/apis/kops/componentconfig.go nodeCIDRMaskSize"),
    says("kubespray", SecondFamily, Taken, KUBESPRAY),
    says("kubespray", OneFamilyAgain, Taken, KUBESPRAY),
    says("kubespray", LargerPods, Refused("kube_pods_subnet"), KUBESPRAY_CALICO)
        .of(IPv4)
        .with("calico", CALICO_REFUSAL),
    says("kubespray", LargerPodsOfTwo, Refused("kube_pods_subnet"), KUBESPRAY_CALICO)
        .of(IPv4)
        .with("calico", CALICO_REFUSAL),
    says("kubespray", OtherPods, Refused("kube_pods_subnet"), KUBESPRAY_CALICO)
        .of(IPv4)
        .with("calico", CALICO_REFUSAL),
    says("kubespray", LargerPods, Taken, KUBESPRAY),
    says("kubespray", LargerPodsOfTwo, Taken, KUBESPRAY),
    says("kubespray", OtherPods, Taken, KUBESPRAY),
    says("kubespray", OtherServices, Taken, KUBESPRAY),
    says("kubespray", OtherMask, Taken, KUBESPRAY),
    says("talos", SecondFamily, Taken, TALOS),
    says("talos", OneFamilyAgain, Taken, TALOS),
    says("talos", LargerPods, Taken, TALOS),
    says("talos", LargerPodsOfTwo, Taken, TALOS),
    says("talos", OtherPods, Taken, TALOS),
    says("talos", OtherServices, Taken, TALOS),
    says("talos", OtherMask, Taken, TALOS),
];

/// Returns what a distribution with that plugin makes of a change. `None` if it has nothing of its own to say.
///
/// ```
/// use dualstack_ground::net::IpFamily;
/// use dualstack_kubernetes::catalog::transitions::{Standing, Transition, transition};
/// let row = transition("k0s", None, Transition::LargerPods, IpFamily::IPv4).unwrap();
/// assert_eq!(row.standing, Standing::Refused("network.podCIDR"));
/// assert!(transition("kubeadm", None, Transition::LargerPods, IpFamily::IPv4).is_none());
/// ```
pub fn transition(
    distribution: &str,
    plugin: Option<&str>,
    transition: Transition,
    family: IpFamily,
) -> Option<&'static TransitionRow> {
    TRANSITIONS.iter().find(|row| {
        row.distribution == distribution
            && row.transition == transition
            && row.family.is_none_or(|only| only == family)
            && row.plugin.is_none_or(|only| plugin == Some(only))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Cni, Distribution};

    #[test]
    fn rows_name_what_there_is() {
        for row in TRANSITIONS {
            assert!(Distribution::find(row.distribution).is_some(), "{row:?}");
            assert!(row.plugin.is_none_or(|id| Cni::find(id).is_some()), "{row:?}");
            assert!(!row.source.is_empty(), "{row:?}");
        }
    }

    #[test]
    fn every_row_is_reached() {
        for row in TRANSITIONS {
            let families = row.family.map_or([IPv4, IPv6].to_vec(), |family| vec![family]);
            let is_found = |family| {
                transition(row.distribution, row.plugin, row.transition, family)
                    .is_some_and(|found| std::ptr::eq(found, row))
            };
            assert!(families.into_iter().any(is_found), "{row:?}");
        }
    }

    #[test]
    fn clouds_say_something_of_every_change_that_their_clusters_can_have() {
        for cloud in ["aks", "eks", "gke"] {
            let stacks = Distribution::find(cloud).unwrap().row().stacks;
            for change in [LargerPods, OtherPods, OtherServices] {
                assert!(
                    transition(cloud, None, change, IPv4).is_some(),
                    "{cloud} {change:?}"
                );
            }
            if stacks.dual {
                for change in [SecondFamily, OneFamilyAgain, LargerPodsOfTwo] {
                    assert!(
                        transition(cloud, None, change, IPv6).is_some(),
                        "{cloud} {change:?}"
                    );
                }
            }
        }
    }
}
