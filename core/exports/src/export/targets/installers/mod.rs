//! Installers and distributions.

mod shared;

super::targets!(
    canonical_kubernetes::CanonicalKubernetes,
    cluster_api::ClusterApi,
    k0s::K0s,
    k3s::K3s,
    kind::Kind,
    kops::Kops,
    kubeadm::Kubeadm,
    kubespray::Kubespray,
    microk8s::Microk8s,
    microshift::Microshift,
    minikube::Minikube,
    openshift::Openshift,
    rke2::Rke2,
    talos::Talos,
);
