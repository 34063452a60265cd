use super::{corefiles, has_ipv6};
use crate::lint::meta::INFO;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// The `kubernetes` plugin of the Corefile does not serve `ip6.arpa` in a cluster with IPv6.
    /// ## Why
    /// Reverse lookups of IPv6 pods and Services then leave the cluster and fail.
    /// ## Example
    /// ```yaml
    /// apiVersion: v1
    /// kind: ConfigMap
    /// metadata: {name: coredns, namespace: kube-system}
    /// data:
    ///   Corefile: |
    ///     .:53 {
    ///         kubernetes cluster.local in-addr.arpa
    ///         forward . /etc/resolv.conf
    ///     }
    /// ```
    rule NoIpv6Reverse {
        code: "DNS005",
        severity: INFO,
        needs: Manifests,
        component: Planner,
        stage: Run,
        since: "0.1.0",
        sources: ["coredns/coredns plugin/kubernetes README", "RFC 3596"],
        reads: ["ConfigMap"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    if !has_ipv6(cx) {
        return;
    }
    for (object, text) in corefiles(cx) {
        let zones = |line: &str| {
            let words: Vec<&str> = line.split_whitespace().collect();
            words.first() == Some(&"kubernetes") && !words.iter().any(|word| word.ends_with("ip6.arpa"))
        };
        if text.lines().any(zones) {
            out.at_object(&object, &object.at(&["data", "Corefile"])).file();
        }
    }
}
