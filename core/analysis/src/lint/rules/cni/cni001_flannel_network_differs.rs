use super::pod_ranges;
use crate::document::write::to_json_pretty;
use crate::lint::meta::ERROR;
use crate::lint::plugins::{NET_CONF, text};
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::{IpFamily, lenient};

declare_rule! {
    /// ## What it checks
    /// `net-conf.json` of Flannel does not contain a pod range of the plan, or has IPv6 switched off.
    /// ## Why
    /// Flannel takes the blocks of nodes from `Node.spec.podCIDRs` and refuses those that lie outside its networks;
    /// pods stay without addresses.
    /// ## Example
    /// ```yaml
    /// apiVersion: v1
    /// kind: ConfigMap
    /// metadata: {name: kube-flannel-cfg, namespace: kube-flannel}
    /// data:
    ///   net-conf.json: |
    ///     {"Network": "10.244.0.0/16", "Backend": {"Type": "vxlan"}}
    /// ```
    rule FlannelNetworkDiffers {
        code: "CNI001",
        severity: ERROR,
        needs: Manifests,
        component: Cni,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#112167", "flannel-io/flannel#1688", "flannel-io/flannel#2078", "flannel-io/flannel pkg/subnet/kube/kube.go"],
        reads: ["ConfigMap"],
        upstream: [
            "subnet %q{network} specified in the flannel net config doesn't contain %q{block} PodCIDR of the %q{node} node",
            "subnet %q{block} specified in the PodCIDR, but doesn't exist in the flannel net config of the %q{node} node",
            "failed to acquire lease: node %q{node} pod cidr not assigned",
            "open /run/flannel/subnet.env: no such file or directory",
        ],
        fixes: ["networks"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for (object, config) in cx.flannel() {
        let lacking = |range: &crate::net::Cidr| {
            let (key, enabled) = match range.family() {
                IpFamily::IPv4 => ("Network", true),
                IpFamily::IPv6 => (
                    "IPv6Network",
                    config.get("EnableIPv6").and_then(|on| on.as_bool()) == Some(true),
                ),
            };
            let network = text(&config, key)
                .and_then(lenient::parse_cidr)
                .map(|read| read.cidr);
            !enabled || network.is_none_or(|network| !network.contains(range))
        };
        for range in pod_ranges(cx).into_iter().filter(|range| lacking(range)) {
            let mut mended = config.clone();
            if let Some(fields) = mended.as_object_mut() {
                for range in pod_ranges(cx) {
                    let (key, switch) = match range.family() {
                        IpFamily::IPv4 => ("Network", "EnableIPv4"),
                        IpFamily::IPv6 => ("IPv6Network", "EnableIPv6"),
                    };
                    fields.insert(key.to_owned(), range.to_string().into());
                    fields.insert(switch.to_owned(), true.into());
                }
            }
            let place = object.at(&["data", NET_CONF]);
            let patch = object.set(
                &place,
                (to_json_pretty(&mended).trim_end().to_owned() + "\n").into(),
            );
            out.at_object(&object, &place)
                .param("range", range)
                .fix("networks", [], false, patch)
                .file();
        }
    }
}
