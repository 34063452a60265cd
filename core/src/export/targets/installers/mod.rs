//! Installers and distributions.

mod shared;

super::targets!(
    cluster_api::ClusterApi,
    k0s::K0s,
    k3s::K3s,
    kind::Kind,
    kops::Kops,
    kubeadm::Kubeadm,
    rke2::Rke2,
    talos::Talos,
);
