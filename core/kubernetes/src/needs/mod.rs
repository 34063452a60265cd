//! What the tools of a plan refuse: one row for each tool, read by lint (for the plan's own distribution, plugin and
//! cloud) and by the export to it.
//!
//! A check models the tool's own, with its text where it is known. It returns findings with the code of the export, an
//! error where the tool takes nothing of the plan, and a warning where it takes it with less than planned.

mod clouds;
mod installers;
pub mod k0s;
pub mod kops;
mod kube_ovn;
mod lists;
mod microshift;
pub mod openshift;
mod plugins;
mod releases;
mod talos;

pub use clouds::{aks_address_range, aks_dns_address};
pub use installers::{kubespray_stacks, rancher_families_text};
pub use kube_ovn::{join_candidates, kube_ovn_join};
pub use lists::{Lists, finding, missing, tool_title};
pub use microshift::{microshift_block, microshift_node_addresses};
pub use plugins::{
    CalicoPool, Internal, antrea_node_ipam, calico_block_sizes, calico_pools, internals, numbered,
};
pub use releases::{named_release, tool_of};
pub use talos::{faults as talos_faults, takes_documents as talos_documents, takes_patch as talos_patch};

use crate::catalog::Distribution;
use crate::diagnostic::{Diagnostic, Severity};
use crate::i18n::Message;
use crate::kubernetes::{Profile, Version, Window};
use crate::request::ClusterPlan;

/// A plan in the hands of a tool.
#[derive(Clone, Copy)]
pub struct Tool<'a> {
    /// The id of the tool, which is that of its export.
    pub id: &'static str,
    /// The display name of the tool.
    pub title: &'static str,
    /// The plan.
    pub plan: &'a ClusterPlan,
    /// The profile of the plan's version.
    pub profile: Profile,
}

/// The Kubernetes versions that each tool, in the form that is exported, is for.
pub mod versions {
    use crate::kubernetes::Window;

    /// The first release that is not a beta.
    pub const CANONICAL_KUBERNETES: Window = Window::from(32);
    /// `kubeVersion` of the chart.
    pub const CILIUM: Window = Window::from(21);
    /// Cluster API 1.12 runs workload clusters from 1.29 on (its release notes), so 1.11 from 1.28 on.
    pub const CLUSTER_API: Window = Window::from(28);
    /// `ipFamily` is there for 1.21 and later (API KubernetesNetworkConfigRequest).
    pub const EKS: Window = Window::from(21);
    /// Dual-stack clusters came with 1.24, by general knowledge; older versions are not offered any more.
    pub const GKE: Window = Window::from(24);
    /// From 1.21 on releases have the number of their Kubernetes.
    pub const K0S: Window = Window::from(21);
    /// The first version that reads a configuration file is 1.19.1.
    pub const K3S: Window = Window::from(19);
    /// `kubeVersion` of both charts.
    pub const KUBE_OVN: Window = Window::from(29);
    /// v2.0, the first release for both families, requires the dual-stack of 1.21.
    pub const KUBE_ROUTER: Window = Window::from(21);
    /// The first release with both families.
    pub const MICROK8S: Window = Window::from(28);
    /// 4.17, the first release whose documentation has both families.
    pub const MICROSHIFT: Window = Window::from(30);
    /// OpenShift 4.19, the release whose checks are modelled.
    pub const OPENSHIFT: Window = Window::from(32);
    /// OVN-Kubernetes watches discovery.k8s.io/v1.
    pub const OVN_KUBERNETES: Window = Window::from(21);
    /// The first release of RKE2 is 1.18.
    pub const RKE2: Window = Window::from(18);
    /// Talos 1.2, the oldest with a compatibility table, begins with Kubernetes 1.23.
    pub const TALOS: Window = Window::from(23);
}

impl<'a> Tool<'a> {
    /// Puts a plan into the hands of the tool with that id.
    pub fn of(id: &'static str, plan: &'a ClusterPlan) -> Tool<'a> {
        Tool {
            id,
            title: tool_title(id),
            plan,
            profile: Profile::resolve(plan.spec.kubernetes_version),
        }
    }
}

type Check = fn(&Tool<'_>) -> Vec<Diagnostic>;

/// What a tool needs.
pub struct Needs {
    /// The id of the tool, which is that of its export.
    pub id: &'static str,
    /// The Kubernetes versions that the tool, in the form that is exported, is for.
    pub versions: Window,
    check: Check,
}

const fn needs(id: &'static str, versions: Window, check: Check) -> Needs {
    Needs { id, versions, check }
}

/// Every tool with needs of its own, sorted by id.
pub static NEEDS: &[Needs] = &[
    needs("aks", Window::ALL, clouds::aks),
    needs("antrea", Window::ALL, plugins::antrea),
    needs("calico-manifest", Window::ALL, plugins::calico_manifest),
    needs("calico-operator", Window::ALL, plugins::calico_operator),
    needs(
        "canonical-kubernetes",
        versions::CANONICAL_KUBERNETES,
        installers::canonical_kubernetes,
    ),
    needs("cilium", versions::CILIUM, plugins::cilium),
    needs("cluster-api", versions::CLUSTER_API, installers::lists_only),
    needs("eks", versions::EKS, clouds::eks),
    needs("flannel", Window::ALL, plugins::flannel),
    needs("gke", versions::GKE, clouds::gke),
    needs("k0s", versions::K0S, k0s::check),
    needs("k3s", versions::K3S, installers::k3s),
    needs("kind", Window::ALL, installers::kind),
    needs("kops", Window::ALL, kops::check),
    needs("kube-ovn", versions::KUBE_OVN, kube_ovn::check),
    needs("kube-router", versions::KUBE_ROUTER, plugins::kube_router),
    needs("kubeadm", Window::ALL, installers::nothing),
    needs("kubespray", Window::ALL, installers::kubespray),
    needs("microk8s", versions::MICROK8S, installers::microk8s),
    needs("microshift", versions::MICROSHIFT, microshift::check),
    needs("minikube", Window::ALL, installers::minikube),
    needs("openshift", versions::OPENSHIFT, openshift::check),
    needs(
        "ovn-kubernetes",
        versions::OVN_KUBERNETES,
        plugins::ovn_kubernetes,
    ),
    needs("rke2", versions::RKE2, installers::rke2),
    needs("talos", versions::TALOS, talos::check),
];

impl Needs {
    /// Returns the needs of that tool. `None` if it has none.
    pub fn of(id: &str) -> Option<&'static Needs> {
        NEEDS.iter().find(|needs| needs.id == id)
    }

    /// Returns whether releases of the tool before the form that is exported ran older versions. There is no RKE2 before
    /// its first release, and clouds do not offer old versions any more.
    fn had_older_releases(&self) -> bool {
        !matches!(self.id, "rke2" | "eks" | "gke")
    }

    /// Returns what the tool has to say about the plan: errors where it takes nothing of it. A version that the tool is
    /// not for ends the checks.
    pub fn findings(&self, plan: &ClusterPlan) -> Vec<Diagnostic> {
        let version = plan.spec.kubernetes_version;
        if !self.versions.contains(version) {
            return vec![outside(self.id, self.versions, version)];
        }
        self.checked(plan)
    }

    fn checked(&self, plan: &ClusterPlan) -> Vec<Diagnostic> {
        let cx = Tool::of(self.id, plan);
        let mut found: Vec<Diagnostic> = releases::misfit(&cx).into_iter().collect();
        found.extend((self.check)(&cx));
        found
    }
}

/// Returns the finding that a tool, in the form that is exported, is not for that version.
pub fn outside(id: &'static str, versions: Window, version: Version) -> Diagnostic {
    let message = Message::new("EXP002")
        .with("target", tool_title(id))
        .with("version", version)
        .with("first", versions.first());
    finding("EXP002", Severity::Error, "kubernetesVersion", message)
}

/// Returns whether one of the findings is an error.
pub fn is_refusal(findings: &[Diagnostic]) -> bool {
    findings.iter().any(|found| found.severity == Severity::Error)
}

/// Returns what the plan's own distribution and plugin have to say. A version before the form that is exported is a
/// warning where an older release of the tool ran it; the other checks of a distribution are made for it all the same.
pub fn of_own_tools(plan: &ClusterPlan) -> Vec<Diagnostic> {
    let spec = &plan.spec;
    let distribution = spec.distribution.and_then(|found| Needs::of(found.id()));
    let plugin = spec.cni.and_then(|cni| {
        Needs::of(match cni.id() {
            "calico" => "calico-operator",
            id => id,
        })
    });
    let mut found = Vec::new();
    for needs in distribution.into_iter().chain(plugin) {
        let inside = needs.versions.contains(spec.kubernetes_version);
        if !inside {
            let mut outside = outside(needs.id, needs.versions, spec.kubernetes_version);
            if needs.had_older_releases() {
                outside.severity = Severity::Warning;
            }
            found.push(outside);
        }
        if inside || Distribution::find(needs.id).is_some() {
            found.extend(needs.checked(plan));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tool_has_one_row() {
        assert!(NEEDS.windows(2).all(|pair| pair[0].id < pair[1].id));
        for distribution in Distribution::all() {
            assert!(Needs::of(distribution.id()).is_some(), "{}", distribution.id());
        }
    }
}
