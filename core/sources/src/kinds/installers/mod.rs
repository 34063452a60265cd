//! The configuration of installers and distributions.

pub(super) mod cloud_config;
pub(super) mod cluster_api;
pub(super) mod k0s;
pub(super) mod k3d;
pub(super) mod k3s;
pub(super) mod kind;
pub(super) mod kops;
pub(super) mod kubeadm;
mod kubeadm_join;
pub(super) mod kubespray;
pub(super) mod microk8s;
pub(super) mod microshift;
pub(super) mod minikube;
pub(super) mod openshift;
pub(super) mod rancher;
pub(super) mod talos;
