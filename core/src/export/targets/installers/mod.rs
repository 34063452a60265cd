//! Installers and distributions.

mod shared;

super::targets!(k3s::K3s, kind::Kind, kubeadm::Kubeadm, rke2::Rke2);
