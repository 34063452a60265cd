use crate::diagnostic::{PatchOperation, Severity};
use crate::lint::meta::WARNING;
use crate::lint::plugins::Encapsulation;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;

declare_rule! {
    /// ## What it checks
    /// An IPv6 pool of Calico is not encapsulated while the IPv4 pool is, or asks for IP in IP, which is refused
    /// (an error).
    /// ## Why
    /// Encapsulation is chosen a pool. Where the network between nodes does not know pod addresses, IPv4 works and
    /// IPv6 between nodes does not. IP in IP exists for IPv4 only.
    /// ## Example
    /// ```yaml
    /// apiVersion: operator.tigera.io/v1
    /// kind: Installation
    /// metadata: {name: default}
    /// spec:
    ///   calicoNetwork:
    ///     ipPools:
    ///       - cidr: 10.244.0.0/16
    ///         encapsulation: VXLAN
    ///       - cidr: fd00:10:244::/56
    ///         encapsulation: None
    ///         natOutgoing: Enabled
    /// ```
    rule CalicoIpv6Encapsulation {
        code: "CNI010",
        severity: WARNING,
        needs: Manifests,
        component: Cni,
        stage: Run,
        since: "0.1.0",
        sources: ["projectcalico/calico#6877", "projectcalico/calico#10834", "tigera/docs calico/networking/configuring/vxlan-ipip.mdx"],
        reads: ["IPPool", "Installation"],
        upstream: [
            "IPIPMode other than 'Never' is not supported on an IPv6 IP pool",
            "VXLANMode other than 'Never' is not supported on an IPv6 IP pool",
            "IPIP is not supported on an IPv6 IP pool",
        ],
        fixes: ["vxlan"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let pools = cx.calico_pools();
    let pod_pools = || pools.iter().filter(|pool| pool.is_for_pods());
    let ipv4_wrapped = pod_pools()
        .any(|pool| pool.cidr.family() == IpFamily::IPv4 && pool.encapsulation() != Encapsulation::None);
    for pool in pod_pools().filter(|pool| pool.cidr.family() == IpFamily::IPv6) {
        let refused = pool.encapsulation() == Encapsulation::Ipip;
        if !refused && (pool.encapsulation() == Encapsulation::Vxlan || !ipv4_wrapped) {
            continue;
        }
        let set = |key: &str, value: &str| pool.object.set(&pool.place.key(key), value.into());
        let patch: Vec<PatchOperation> = if pool.by_operator {
            set("encapsulation", "VXLAN")
        } else {
            let never = pool.node.get("ipipMode").map(|_| set("ipipMode", "Never"));
            never
                .into_iter()
                .flatten()
                .chain(set("vxlanMode", "Always"))
                .collect()
        };
        let mut report = out.at_object(&pool.object, &pool.place).param("pool", pool.cidr);
        if refused {
            report = report.severity(Severity::Error).variant("ipip");
        }
        report.fix("vxlan", [], false, patch).file();
    }
}
