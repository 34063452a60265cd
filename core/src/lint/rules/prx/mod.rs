//! PRX: kube-proxy and node ports.

super::rules! {}
