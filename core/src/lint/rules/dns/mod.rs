//! DNS: cluster DNS.

super::rules! {}
