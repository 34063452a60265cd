use super::peers;
use crate::diagnostic::PatchOperation;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::Cidr;

declare_rule! {
    /// ## What it checks
    /// A NetworkPolicy keeps pods from instance metadata over IPv4, and allows it over IPv6.
    /// ## Why
    /// Metadata answers at an IPv6 address of its own (`fd00:ec2::254` on AWS), with the same credentials.
    /// ## Example
    /// ```yaml
    /// provider: aws
    /// ---
    /// apiVersion: networking.k8s.io/v1
    /// kind: NetworkPolicy
    /// metadata: {name: no-metadata}
    /// spec:
    ///   podSelector: {}
    ///   egress:
    ///     - to:
    ///         - ipBlock: {cidr: 0.0.0.0/0, except: [169.254.169.254/32]}
    ///         - ipBlock: {cidr: "::/0"}
    /// ```
    rule MetadataOverIpv6 {
        code: "EGR008",
        severity: WARNING,
        needs: Manifests,
        component: CloudProvider,
        stage: Run,
        since: "0.1.0",
        sources: ["aws/containers-roadmap#2440", "vibed-project/vibeD#60"],
        reads: ["NetworkPolicy"],
        fixes: ["except"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let address = cx
        .plan
        .spec
        .provider
        .and_then(|provider| provider.row().metadata_ipv6);
    let host = |text: &str, length: u8| Cidr::containing(text.parse().ok()?, length);
    let (Some(ipv6), Some(ipv4)) = (
        address.and_then(|text| host(text, 128)),
        host("169.254.169.254", 32),
    ) else {
        return;
    };
    for peers in peers(cx).into_iter().filter(|peers| peers.egress) {
        let kept_out = peers
            .blocks
            .iter()
            .any(|block| block.cidr.contains(&ipv4) && !block.reaches(&ipv4));
        for block in peers
            .blocks
            .iter()
            .filter(|block| kept_out && block.reaches(&ipv6))
        {
            let list = block.place.key("except");
            let patch = if block.except.is_empty() {
                peers.object.set(&list, serde_json::json!([ipv6.to_string()]))
            } else {
                vec![PatchOperation::Add {
                    path: list.key("-"),
                    value: ipv6.to_string().into(),
                }]
            };
            out.at_object(&peers.object, &block.place)
                .param("name", peers.object.name())
                .param("address", ipv6.network())
                .fix("except", [("to", ipv6.into())], true, patch)
                .file();
        }
    }
}
