use super::{corefiles, has_ipv6};
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// The Corefile of a cluster with IPv6 answers AAAA queries with nothing (`template … AAAA`).
    /// ## Why
    /// Such a block is written for IPv4-only clusters, to spare them answers they cannot use. Left in place it
    /// hides every IPv6 address.
    /// ## Example
    /// ```yaml
    /// apiVersion: v1
    /// kind: ConfigMap
    /// metadata: {name: coredns, namespace: kube-system}
    /// data:
    ///   Corefile: |
    ///     .:53 {
    ///         template ANY AAAA {
    ///           rcode NOERROR
    ///         }
    ///         kubernetes cluster.local in-addr.arpa ip6.arpa
    ///         forward . /etc/resolv.conf
    ///     }
    /// ```
    rule AaaaSuppressed {
        code: "DNS003",
        severity: WARNING,
        needs: Manifests,
        component: Planner,
        stage: Run,
        since: "0.1.0",
        sources: ["k3s-io/k3s#5849", "k3s-io/k3s#5984", "onedr0p/home-ops#11428"],
        reads: ["ConfigMap"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    if !has_ipv6(cx) {
        return;
    }
    for (object, text) in corefiles(cx) {
        let hides = |line: &str| {
            let words: Vec<&str> = line.split_whitespace().collect();
            words.first() == Some(&"template") && words.contains(&"AAAA")
        };
        if text.lines().any(hides) {
            out.at_object(&object, &object.at(&["data", "Corefile"])).file();
        }
    }
}
