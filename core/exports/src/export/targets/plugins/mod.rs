//! CNI plugins.

mod shared;

super::targets!(
    antrea::Antrea,
    calico_manifest::CalicoManifest,
    calico_operator::CalicoOperator,
    cilium::Cilium,
    flannel::Flannel,
    kube_ovn::KubeOvn,
    kube_router::KubeRouter,
    ovn_kubernetes::OvnKubernetes,
);
