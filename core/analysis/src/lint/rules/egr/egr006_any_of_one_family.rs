use super::peers;
use crate::diagnostic::PatchOperation;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;

declare_rule! {
    /// ## What it checks
    /// A NetworkPolicy of a dual-stack cluster allows everybody of one family and nobody of the other.
    /// ## Why
    /// `0.0.0.0/0` does not mean `::/0`. What was meant to be open is shut in the other family, which shows as slow
    /// connections that fall back.
    /// ## Example
    /// ```yaml
    /// apiVersion: networking.k8s.io/v1
    /// kind: NetworkPolicy
    /// metadata: {name: allow-all}
    /// spec:
    ///   podSelector: {}
    ///   egress:
    ///     - to:
    ///         - ipBlock: {cidr: 0.0.0.0/0}
    /// ```
    rule AnyOfOneFamily {
        code: "EGR006",
        severity: WARNING,
        needs: Manifests,
        component: Cni,
        stage: Run,
        since: "0.1.0",
        sources: ["cilium/cilium#22610", "kubermatic/kubermatic#9546", "openshift/hypershift#2704", "aws/aws-network-policy-agent#55"],
        reads: ["NetworkPolicy"],
        fixes: ["pair"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    if cx.plan.spec.pods().is_none_or(|pods| !pods.is_dual_stack()) {
        return;
    }
    for peers in peers(cx) {
        for family in IpFamily::ALL {
            let any = peers
                .blocks
                .iter()
                .find(|block| block.cidr.family() == family && block.is_any());
            let other = peers
                .blocks
                .iter()
                .any(|block| block.cidr.family() == family.other());
            let Some(any) = any.filter(|_| !other) else {
                continue;
            };
            let missing = match family {
                IpFamily::IPv4 => "::/0",
                IpFamily::IPv6 => "0.0.0.0/0",
            };
            let patch = vec![PatchOperation::Add {
                path: peers.list.key("-"),
                value: serde_json::json!({"ipBlock": {"cidr": missing}}),
            }];
            out.at_object(&peers.object, &any.place.key("cidr"))
                .param("name", peers.object.name())
                .param("family", family)
                .param("other", family.other())
                .fix("pair", [("to", missing.into())], false, patch)
                .file();
        }
    }
}
