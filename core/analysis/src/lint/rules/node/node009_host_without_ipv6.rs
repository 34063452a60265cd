use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;

declare_rule! {
    /// ## What it checks
    /// An item of the checklist: hosts, and Docker under kind, have IPv6 switched on.
    /// ## Why
    /// kind finds no IPv6 address of its nodes otherwise, often because of an older network of the same name with
    /// IPv4 only.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [10.244.0.0/16, "fd00:10:244::/56"]
    /// distribution: kind
    /// ```
    rule HostWithoutIpv6 {
        code: "NODE009",
        severity: ERROR,
        needs: Hosts,
        component: Kubelet,
        stage: Install,
        since: "0.1.0",
        sources: ["kubernetes-sigs/kind#1257", "kubernetes-sigs/kind#2299", "kubernetes-sigs/kind#1544", "kubernetes-sigs/cluster-api#9000", "submariner-io/subctl#1371"],
        upstream: [
            "failed to get IPv6 address for node %s{node}; is docker configured to use IPv6 correctly?",
            "listen tcp %s{address}: socket: address family not supported by protocol",
            "can't initialize ip6tables table",
            "No iptables support for family",
            "kube-proxy running in single-stack mode%s ipFamily is not supported",
            "no backend support for primary IP family (%s{family})",
            "no support for primary IP family %q{family}",
            "could not add IP address to %q{interface}: permission denied",
        ],
    }
}
