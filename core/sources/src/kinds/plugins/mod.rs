//! The configuration of CNI plugins and load balancers.

pub(super) mod calico;
pub(super) mod cilium;
pub(super) mod flannel;
pub(super) mod metallb;
