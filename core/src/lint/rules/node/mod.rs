//! NODE: kubelet, nodes, hosts.

super::rules! {
    node006_missing_family::MissingNodeFamily,
}
