//! Tables of everything that depends on a Kubernetes version. No other module compares versions; a comparison
//! elsewhere means that a row is missing here. `tests/tests/sources.rs` searches every other file for such
//! comparisons.

mod apiserver;
pub mod clouds;
pub mod cluster_ip;
mod config_fields;
pub mod defects;
mod docs;
pub mod facts;
pub mod gates;
mod installers;
mod kube_proxy;
mod kubeadm;
pub mod kubectl;
mod kubelet;
pub mod metadata;
pub mod node_ipam;
mod policies;
mod profile;
pub mod service_api;
pub mod service_cidr;
pub mod skew;
mod timeline;
pub mod tools;
mod version;
pub mod warnings;
mod window;

pub use apiserver::{AdvertiseCheck, ApiserverProfile, SecondaryRangeTexts, SizeLimit};
pub use config_fields::{FieldFaults, field_faults, strict_error, unknown_kubeadm_fields};
pub use docs::versions_markdown;
pub use installers::{InstallerProfile, KubesprayStacks, RancherDualStack};
pub use kube_proxy::{ClusterCidrRule, ConfigLog, DualStackModes, KubeProxyProfile, NodePortAddressRule};
pub use kubeadm::{
    ApiVersionTexts, DerivedMask, ExtraArgs, JoinRules, KubeadmProfile, StrictRule, SubnetRule,
};
pub use kubelet::{KubeletProfile, NodeIpRule};
pub use policies::{AdmissionPolicyApi, cilium_pool_api, kyverno_cel_api};
// The struct has the name that TypeScript knows it by.
pub use profile::Change as VersionChange;
pub use profile::{ChangeKind, Profile, ServiceCidrApi, changes};
pub use timeline::{Confidence, Row, Timeline, row, row_with};
pub use version::{Version, VersionError};
pub use window::Window;
