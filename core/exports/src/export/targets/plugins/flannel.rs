//! Flannel: net-conf.json in its ConfigMap, and values of its chart (flannel-io/flannel pkg/subnet/{config,
//! kube/kube}.go, chart/kube-flannel v0.28.9).

use serde_json::{Map, Value};

use super::shared;
use crate::document::write::to_json_pretty;
use crate::export::tree::{Set, tree};
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
use crate::i18n::Message;
use crate::kubernetes::Window;
use crate::net::IpFamily;

/// ConfigMap and chart values of Flannel.
pub(in crate::export) struct Flannel;

static META: TargetMeta = TargetMeta {
    id: "flannel",
    versions: Window::ALL,
    docs: "https://github.com/flannel-io/flannel/blob/master/Documentation/configuration.md",
    checked: &[
        Checked::Schema("the values of its chart, August 2026"),
        Checked::Source("flannel-io/flannel cdf76059"),
    ],
};

const PLUGIN: &str = "Flannel";
/// The backend that works across subnets, in both families.
const BACKEND: &str = "vxlan";

/// Returns the networks, which contain the nodes' ranges. Lengths of subnets are left out: only the etcd subnet
/// manager reads them.
fn net_conf(cx: &ExportContext<'_>) -> Value {
    let mut conf = Map::new();
    let range = |family| shared::first(&cx.plan.spec.pod_cidrs, family);
    for (family, network, switch) in [
        (IpFamily::IPv4, "Network", "EnableIPv4"),
        (IpFamily::IPv6, "IPv6Network", "EnableIPv6"),
    ] {
        if let Some(range) = range(family) {
            conf.insert(network.to_owned(), tree!(range));
        }
        // IPv4 is on unless it is switched off.
        conf.insert(switch.to_owned(), tree!(range(family).is_some()));
    }
    conf.set("EnableNFTables", &false);
    conf.set("Backend", &tree!({"Type": BACKEND}));
    Value::Object(conf)
}

/// Returns the other key of the ConfigMap, equal to that of the manifest: applying the ConfigMap without it would
/// remove it.
fn cni_conf() -> Value {
    tree!({
        "name": "cbr0",
        "cniVersion": "0.3.1",
        "plugins": [
            {"type": "flannel", "delegate": {"hairpinMode": true, "isDefaultGateway": true}},
            {"type": "portmap", "capabilities": {"portMappings": true}},
        ],
    })
}

fn config_map(cx: &ExportContext<'_>) -> Value {
    tree!({
        "apiVersion": "v1",
        "kind": "ConfigMap",
        "metadata": {
            "name": "kube-flannel-cfg",
            "namespace": "kube-flannel",
            "labels": {"tier": "node", "k8s-app": "flannel", "app": "flannel"},
        },
        "data": {
            "cni-conf.json": to_json_pretty(&cni_conf()),
            "net-conf.json": to_json_pretty(&net_conf(cx)),
        },
    })
}

fn values(cx: &ExportContext<'_>) -> Value {
    let range = |family| {
        let range = shared::first(&cx.plan.spec.pod_cidrs, family);
        range.map(|range| range.to_string()).unwrap_or_default()
    };
    let mut arguments = vec!["--kube-subnet-mgr"];
    if shared::any_private(cx) {
        arguments.insert(0, "--ip-masq");
    }
    tree!({
        // An empty text switches the family off.
        "podCidr": range(IpFamily::IPv4),
        "podCidrv6": range(IpFamily::IPv6),
        "flannel": {"backend": BACKEND, "enableNFTables": false, "args": arguments},
    })
}

impl Exporter for Flannel {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        let mut found = shared::node_ranges(cx, META.id, PLUGIN);
        found.extend(shared::routed_pods_of_one_switch(cx, PLUGIN));
        Ok(found)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let from_nodes = shared::from_nodes(cx, PLUGIN);
        let mut comments = vec![from_nodes.clone(), Message::new("export-flannel-config")];
        if !shared::any_private(cx) {
            comments.push(Message::new("export-flannel-no-masq"));
        }
        out.add(
            "flannel/kube-flannel-cfg.yaml",
            "application/yaml",
            &cx.yaml(&comments, &[config_map(cx)]),
        )?;
        let comments = [Message::new("export-flannel-install"), from_nodes];
        out.add(
            "flannel/values.yaml",
            "application/yaml",
            &cx.yaml(&comments, &[values(cx)]),
        )
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::export::for_tests::context;
    use crate::export::for_tests::export;

    const SERVICES: [&str; 2] = ["10.96.0.0/16", "fd00:10:96::/112"];

    fn conf(pods: &[&str]) -> String {
        let plan = plan("1.36", pods, &SERVICES);
        to_json_pretty(&net_conf(&context(&plan, &[])))
    }

    fn codes(pods: &[&str]) -> Vec<&'static str> {
        let plan = plan("1.36", pods, &SERVICES);
        let exported = export(&plan, &[], &["flannel"]);
        exported.diagnostics.iter().map(|found| found.code).collect()
    }

    #[test]
    fn both_networks_are_written_ipv4_first() {
        assert_eq!(
            conf(&["fd00:10:244::/56", "10.244.0.0/16"]),
            "{\n  \"Network\": \"10.244.0.0/16\",\n  \"EnableIPv4\": true,\n  \"IPv6Network\": \"fd00:10:244::/56\",\n  \
             \"EnableIPv6\": true,\n  \"EnableNFTables\": false,\n  \"Backend\": {\n    \"Type\": \"vxlan\"\n  }\n}\n"
        );
    }

    #[test]
    fn ipv6_alone_switches_ipv4_off() {
        assert!(conf(&["fd00:10:244::/56"]).starts_with(
            "{\n  \"EnableIPv4\": false,\n  \"IPv6Network\": \"fd00:10:244::/56\",\n  \"EnableIPv6\": true,\n"
        ));
    }

    #[test]
    fn values_follow_the_ranges() {
        let values_of = |pods: &[&str]| {
            let plan = plan("1.36", pods, &SERVICES);
            values(&context(&plan, &[]))
        };
        let both = values_of(&["10.244.0.0/16", "fd00:10:244::/56"]);
        assert_eq!(
            both,
            json!({
                "podCidr": "10.244.0.0/16",
                "podCidrv6": "fd00:10:244::/56",
                "flannel": {
                    "backend": "vxlan",
                    "enableNFTables": false,
                    "args": ["--ip-masq", "--kube-subnet-mgr"],
                },
            })
        );
        let routed = values_of(&["2a00:1450::/56"]);
        assert_eq!(routed["podCidr"], "");
        assert_eq!(routed["flannel"]["args"], json!(["--kube-subnet-mgr"]));
    }

    #[test]
    fn what_is_lost_is_said() {
        assert!(codes(&["10.244.0.0/16", "fd00:10:244::/56"]).is_empty());
        assert_eq!(codes(&["10.244.0.0/16", "2a00:1450::/56"]), ["EXP042"]);
        assert_eq!(codes(&["2a00:1450::/56"]), ["EXP012"]);
        assert_eq!(codes(&["10.244.0.0/16", "10.245.0.0/16"]), ["EXP041"]);
        assert_eq!(codes(&[]), ["EXP040"]);
        // 72 - 40 bits: the nodes would never get their ranges.
        assert_eq!(codes(&["fd00::/40"]), ["EXP015"]);
    }
}
