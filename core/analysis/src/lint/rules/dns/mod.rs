//! DNS: cluster DNS.

use crate::lint::{LintContext, Object};
use crate::net::IpFamily;

super::rules! {
    dns001_dns_of_one_family,
    dns002_cluster_dns_misplaced,
    dns003_aaaa_suppressed,
    dns004_upstream_of_other_family,
    dns005_no_ipv6_reverse,
}

/// Returns the configurations of CoreDNS in the file.
fn corefiles<'a>(cx: &LintContext<'a>) -> Vec<(Object<'a>, &'a str)> {
    cx.config_maps("coredns")
        .filter_map(|object| {
            let text = object.text(&["data", "Corefile"])?;
            Some((object, text))
        })
        .collect()
}

/// Returns whether pods have IPv6 addresses.
fn has_ipv6(cx: &LintContext<'_>) -> bool {
    cx.plan
        .spec
        .pods()
        .is_some_and(|pods| pods.of(IpFamily::IPv6).is_some())
}
