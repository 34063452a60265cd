//! What nodes do with packets that leave the cluster.

mod shared;

super::targets!(
    ip_masq_agent::IpMasqAgent,
    ip6tables::Ip6tables,
    nftables::Nftables,
    sysctl::Sysctl,
);
