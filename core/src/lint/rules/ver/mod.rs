//! VER: gates, flags and API fields of each version.

use crate::diagnostic::Pointer;

super::rules! {
    ver001_dual_stack_gate::DualStackGate,
    ver002_gate_on_some::GateOnSome,
    ver003_old_family_field::OldFamilyField,
    ver004_new_family_fields::NewFamilyFields,
    ver005_list_before_its_time::ListBeforeItsTime,
    ver006_node_ip_pair_with_provider::NodeIpPairWithProvider,
    ver007_unknown_gate::UnknownGate,
    ver008_unknown_flag::UnknownFlag,
    ver009_ipvs_on_old_kernels::IpvsOnOldKernels,
    ver010_cri_dockerd_flag::CriDockerdFlag,
    ver011_openshift_feature_set::OpenshiftFeatureSet,
}

/// `/spec/NAME`
fn field(name: &str) -> Pointer {
    Pointer::root().key("spec").key(name)
}

/// `/spec/kubernetesVersion`
fn version_field() -> Pointer {
    field("kubernetesVersion")
}
