//! The configuration of installers and distributions.

pub(super) mod k0s;
pub(super) mod k3s;
pub(super) mod kind;
pub(super) mod kubeadm;
mod kubeadm_fields;
pub(super) mod microk8s;
pub(super) mod minikube;
pub(super) mod talos;
