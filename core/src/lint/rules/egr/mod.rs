//! EGR: masquerade, network policies, what leaves the cluster.

super::rules! {}
