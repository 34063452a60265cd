//! What nodes do with packets that leave the cluster.

mod shared;

super::targets!(
    ip6tables::Ip6tables,
    ip_masq_agent::IpMasqAgent,
    nftables::Nftables,
    sysctl::Sysctl,
);
