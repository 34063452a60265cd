//! Installers and distributions.

super::targets!(kubeadm::Kubeadm);
