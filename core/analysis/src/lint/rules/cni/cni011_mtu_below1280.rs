use crate::lint::meta::WARNING;
use crate::lint::plugins::NET_CONF;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;

declare_rule! {
    /// ## What it checks
    /// Pods have IPv6, and what is left of the configured MTU behind the tunnel is less than 1280 bytes.
    /// ## Why
    /// IPv6 needs links of at least 1280 bytes. Linux switches IPv6 off on smaller ones or drops packets without a
    /// word.
    /// ## Example
    /// ```yaml
    /// apiVersion: operator.tigera.io/v1
    /// kind: Installation
    /// metadata: {name: default}
    /// spec:
    ///   calicoNetwork:
    ///     mtu: 1200
    /// ```
    rule MtuBelow1280 {
        code: "CNI011",
        severity: WARNING,
        needs: Manifests,
        component: Cni,
        stage: Run,
        since: "0.1.0",
        sources: ["cilium/cilium#45423", "cilium/cilium#23917", "antrea-io/antrea#1305", "openshift/installer#8988", "RFC 8200"],
        reads: ["ConfigMap", "Installation"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    if cx
        .plan
        .spec
        .pods()
        .is_none_or(|pods| pods.of(IpFamily::IPv6).is_none())
    {
        return;
    }
    let mut found = Vec::new();
    for object in cx.objects(&["Installation"]) {
        let path = ["spec", "calicoNetwork", "mtu"];
        let mtu = object.get(&path).and_then(|node| node.as_integer());
        // Calico's is the MTU of the pods' own interfaces.
        found.extend(mtu.map(|mtu| (object.clone(), object.at(&path), mtu, 0)));
    }
    for object in cx.cilium() {
        let text = |key: &str| object.text(&["data", key]);
        let native = text("routing-mode") == Some("native") || text("tunnel") == Some("disabled");
        // VXLAN and Geneve over IPv6 take 70 bytes, over IPv4 50.
        let overhead = match (native, text("underlay-protocol")) {
            (true, _) => 0,
            (_, Some("ipv6")) => 70,
            _ => 50,
        };
        let mtu = text("mtu")
            .and_then(|mtu| mtu.parse().ok())
            .filter(|mtu| *mtu > 0);
        found.extend(mtu.map(|mtu: i128| (object.clone(), object.at(&["data", "mtu"]), mtu, overhead)));
    }
    for (object, config) in cx.flannel() {
        let backend = config.get("Backend");
        let overhead = match backend
            .and_then(|backend| backend.get("Type"))
            .and_then(|kind| kind.as_str())
        {
            Some("vxlan") | None => 70,
            Some("wireguard") => 80,
            _ => 0,
        };
        let mtu = backend
            .and_then(|backend| backend.get("MTU"))
            .and_then(|mtu| mtu.as_i64());
        found.extend(mtu.map(|mtu| {
            (
                object.clone(),
                object.at(&["data", NET_CONF]),
                i128::from(mtu),
                overhead,
            )
        }));
    }
    for (object, place, mtu, overhead) in found {
        let left = mtu.saturating_sub(overhead);
        if left < 1280 {
            out.at_object(&object, &place)
                .param("mtu", i64::try_from(left).unwrap_or_default())
                .param("overhead", i64::try_from(overhead).unwrap_or_default())
                .file();
        }
    }
}
