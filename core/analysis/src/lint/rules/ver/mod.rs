//! VER: gates, flags and API fields of each version.

use crate::diagnostic::Pointer;

super::rules! {
    ver001_dual_stack_gate,
    ver002_gate_on_some,
    ver003_old_family_field,
    ver004_new_family_fields,
    ver005_list_before_its_time,
    ver006_node_ip_pair_with_provider,
    ver007_unknown_gate,
    ver008_unknown_flag,
    ver009_ipvs_on_old_kernels,
    ver010_cri_dockerd_flag,
    ver011_openshift_feature_set,
    ver012_plan_feature_gate,
    ver013_patch_release_defect,
    ver015_kind_before_its_api,
}

/// Returns the place `/spec/NAME`.
fn field(name: &str) -> Pointer {
    Pointer::root().key("spec").key(name)
}

/// Returns the place `/spec/kubernetesVersion`.
fn version_field() -> Pointer {
    field("kubernetesVersion")
}
