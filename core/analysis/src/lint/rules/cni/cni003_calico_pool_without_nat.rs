use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;
use crate::net::special::{self, Purpose};

declare_rule! {
    /// ## What it checks
    /// An IPv6 pool of Calico is unique local, and its traffic is not masqueraded.
    /// ## Why
    /// `natOutgoing` is off by default for IPv6, unlike for IPv4. Pods with unique local addresses then reach
    /// nothing outside.
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
    ///         encapsulation: VXLAN
    /// ```
    rule CalicoPoolWithoutNat {
        code: "CNI003",
        severity: WARNING,
        needs: Manifests,
        component: Cni,
        stage: Run,
        since: "0.1.0",
        sources: ["projectcalico/calico#2954", "projectcalico/calico#7183", "tigera/docs#464", "kubernetes/website#37260", "tigera/operator api/v1/installation_types.go"],
        reads: ["IPPool", "Installation"],
        fixes: ["nat"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for pool in cx.calico_pools() {
        let local =
            special::containing(&pool.cidr).is_some_and(|block| block.purpose == Purpose::UniqueLocal);
        if pool.cidr.family() == IpFamily::IPv6 && local && pool.is_for_pods() && !pool.nat_outgoing() {
            let patch = pool
                .object
                .set(&pool.place.key("natOutgoing"), pool.nat_value(true));
            out.at_object(&pool.object, &pool.place)
                .param("pool", pool.cidr)
                .fix("nat", [], false, patch)
                .file();
        }
    }
}
