//! What nodes do with packets that leave the cluster.

super::targets!(ip_masq_agent::IpMasqAgent);
