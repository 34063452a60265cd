//! The configuration of installers and distributions.

pub(super) mod kubeadm;
