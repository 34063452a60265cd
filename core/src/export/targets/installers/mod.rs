//! Installers and distributions.

super::targets!(
    canonical_kubernetes::CanonicalKubernetes,
    kubeadm::Kubeadm,
    kubespray::Kubespray,
    microk8s::Microk8s,
    microshift::Microshift,
    minikube::Minikube,
    openshift::Openshift,
);
