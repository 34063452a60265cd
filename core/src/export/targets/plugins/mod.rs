//! CNI plugins.

mod shared;

super::targets!(
    calico_manifest::CalicoManifest,
    calico_operator::CalicoOperator,
    cilium::Cilium,
    flannel::Flannel,
);
