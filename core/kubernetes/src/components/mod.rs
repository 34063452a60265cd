//! Flags and configuration fields of every component at every version, and the start-up checks that each would fail.

mod apiserver;
mod check;
mod compare;
mod controller_manager;
mod gates;
mod given;
mod kube_proxy;
mod kubeadm;
mod kubelet;
mod prerequisites;
mod registry;
mod running;
mod start;
mod words;

pub use crate::go::flags::{Flag, Flags};
pub use check::{Effect, FailedCheck, PlanField, printed, warnings};
pub use compare::{SettingChange, compare};
pub use given::{ComponentSettings, ConfigDocument, ConfigField, Setting};
pub use kubeadm::{
    KubeadmConfiguration, KubeadmDocument, advertise_address_fault, own_dual_stack_gate, service_subnet_of,
    subdomain_faults,
};
pub use prerequisites::{Prerequisite, PrerequisiteState, prerequisite_diagnostics, prerequisites};
pub use registry::{StartInput, controller_manager_forecast, forecast, settings, settings_at};
pub use running::{NOTHING_STARTS, PIECE_UNREAD, REFUSED_TODAY, UNKNOWN_GATE};
pub use start::{
    ReadRefusal, Running, SourceOrigin, StartUp, StartUpCheck, Unread, start_checks, start_checks_at,
};
pub use words::words;

/// Returns a plan for the tests of this crate and of the crates that use it.
#[cfg(any(test, feature = "testing"))]
#[allow(clippy::unwrap_used, reason = "the arguments are literals of tests")]
pub fn plan_for_tests(version: &str, pods: &[&str], services: &[&str]) -> crate::request::ClusterPlan {
    let cidrs = |texts: &[&str]| texts.iter().map(|text| text.parse().unwrap()).collect();
    crate::request::ClusterPlan {
        api_version: crate::request::API_VERSION.to_owned(),
        kind: crate::request::KIND.to_owned(),
        metadata: crate::request::Metadata {
            name: "demo".to_owned(),
        },
        spec: crate::request::PlanSpec {
            kubernetes_version: version.parse().unwrap(),
            pod_cidrs: cidrs(pods),
            service_cidrs: cidrs(services),
            node_cidrs: cidrs(&["192.168.1.0/24", "fd00:192:168:1::/64"]),
            load_balancer_cidrs: Vec::new(),
            advertise_address: None,
            control_plane_endpoint: None,
            nodes: crate::request::NodeSizing::default(),
            distribution: None,
            cni: None,
            provider: None,
            tools: Default::default(),
            reserved: Vec::new(),
            rules: Vec::new(),
            feature_gates: Default::default(),
        },
    }
}
