//! The targets, one a file.

pub(super) mod flags;
pub(super) mod ip_masq_agent;
pub(super) mod kube_proxy_config;
pub(super) mod kubeadm;
pub(super) mod kubelet_config;
pub(super) mod servicecidr;
pub(super) mod services;
pub(super) mod static_pods;
pub(super) mod systemd;
