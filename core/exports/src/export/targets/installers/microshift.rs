//! MicroShift: its configuration (openshift/microshift `pkg/config/{config,network,node}.go`).

use serde_json::{Map, Value};

use crate::diagnostic::{Component, Severity};
use crate::export::tree::{Set, is_empty, sparse};
use crate::export::{
    Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta, finding, forecasts, ranges,
};
use crate::i18n::Message;
use crate::needs::{microshift_block, microshift_node_addresses, versions};
use crate::net::IpFamily;

/// The configuration file.
pub(in crate::export) struct Microshift;

static META: TargetMeta = TargetMeta {
    id: "microshift",
    versions: versions::MICROSHIFT,
    docs: "https://github.com/openshift/microshift/blob/main/docs/user/howto_config.md",
    checked: &[
        Checked::Schema("openshift/microshift 8e16b12f"),
        Checked::Source("openshift/microshift 8e16b12f"),
    ],
};

/// Returns the settings of the node's own addresses, if MicroShift could choose the wrong one: it looks for IPv4
/// first, and `nodeIPv6` is for dual-stack alone.
fn node(cx: &ExportContext<'_>) -> Map<String, Value> {
    let pods = &cx.plan.spec.pod_cidrs;
    let mut node = Map::new();
    if ranges::is_dual(pods) {
        node.set("nodeIP", &"NODE_IPV4");
        node.set("nodeIPv6", &"NODE_IPV6");
    } else if ranges::of_family(pods, IpFamily::IPv6).is_some() {
        node.set("nodeIP", &"NODE_IPV6");
    }
    node
}

/// Returns the endpoint's host for the certificate. MicroShift takes no address that it announces by itself, and none of
/// its own names (`pkg/config/config.go` validate).
fn external_name(cx: &ExportContext<'_>) -> Option<String> {
    let endpoint = cx.endpoint()?;
    let own = microshift_node_addresses(&cx.tool(META.id));
    let mut announced = own.into_iter().filter_map(|(_, address)| address);
    let is_announced = endpoint.address().is_some_and(|address| {
        cx.plan.spec.advertise_address == Some(address) || announced.any(|own| own == address)
    });
    let first = endpoint.name().and_then(|name| name.split('.').next());
    let is_reserved = matches!(first, Some("localhost" | "kubernetes" | "openshift"));
    (!is_announced && !is_reserved).then(|| endpoint.host())
}

fn configuration(cx: &ExportContext<'_>) -> Value {
    let spec = &cx.plan.spec;
    let mut document = Map::new();
    let mut network = Map::new();
    network.set("clusterNetwork", &spec.pod_cidrs);
    network.set("serviceNetwork", &spec.service_cidrs);
    if !has_own_plugin(cx) {
        network.set("cniPlugin", &"none");
    }
    document.insert("network".to_owned(), Value::Object(network));
    let node = node(cx);
    if !node.is_empty() {
        document.insert("node".to_owned(), Value::Object(node));
    }
    let names = external_name(cx).map(|name| vec![name]);
    let api_server = sparse!({"advertiseAddress": spec.advertise_address, "subjectAltNames": names});
    if !is_empty(&api_server) {
        document.insert("apiServer".to_owned(), api_server);
    }
    Value::Object(document)
}

fn has_own_plugin(cx: &ExportContext<'_>) -> bool {
    cx.plan.spec.cni.is_none_or(|cni| cni.id() == "ovn-kubernetes")
}

impl Exporter for Microshift {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn api_port(&self) -> Option<u16> {
        // openshift/microshift pkg/config/apiserver.go
        Some(6443)
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        let spec = &cx.plan.spec;
        let mut found = Vec::new();
        if let Some(value) = node(cx).get("nodeIP").and_then(Value::as_str) {
            let message = Message::new("EXP001")
                .with("target", META.id)
                .with("flag", "nodeIP")
                .with("value", value);
            found.push(finding("EXP001", Severity::Warning, "nodes", message));
        }
        if spec.nodes.planned() > 1 {
            let message = Message::new("EXP094")
                .with("target", META.id)
                .with("nodes", spec.nodes.planned());
            found.push(finding("EXP094", Severity::Warning, "nodes", message));
        }
        let other_mask = IpFamily::ALL.into_iter().any(|family| {
            spec.nodes
                .mask_size(family)
                .is_some_and(|mask| mask != microshift_block(family))
        });
        if other_mask {
            let message = Message::new("EXP092").with("target", META.id);
            found.push(finding("EXP092", Severity::Warning, "nodes", message));
        }
        if let Some(cni) = spec.cni.filter(|_| !has_own_plugin(cx)) {
            let message = Message::new("EXP096")
                .with("target", META.id)
                .with("plugin", cni.title());
            found.push(finding("EXP096", Severity::Warning, "cni", message));
        }
        found.extend(forecasts::of_components(cx, META.id, |component| {
            component == Component::KubeApiserver
        }));
        Ok(found)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let mut comments =
            vec![Message::new("export-microshift").with("path", "/etc/microshift/config.yaml")];
        let addresses: Vec<String> = microshift_node_addresses(&cx.tool(META.id))
            .into_iter()
            .filter_map(|(_, address)| address)
            .map(|address| address.to_string())
            .collect();
        if !addresses.is_empty() {
            comments
                .push(Message::new("export-microshift-addresses").with("addresses", addresses.join(", ")));
        }
        for (name, value) in node(cx) {
            comments.push(
                Message::new("export-placeholder")
                    .with("flag", name)
                    .with("value", value.as_str().unwrap_or_default()),
            );
        }
        let text = cx.yaml(&comments, &[configuration(cx)]);
        out.add("microshift/config.yaml", "application/yaml", &text)
    }
}

#[cfg(test)]
mod tests {

    use crate::components::plan_for_tests as plan;
    use crate::export::for_tests::export;
    use crate::request::ClusterPlan;

    const PODS: &[&str] = &["10.244.0.0/16", "fd00:10:244::/56"];
    const SERVICES: &[&str] = &["10.96.0.0/16", "fd00:10:96::/112"];

    fn body(plan: &ClusterPlan) -> String {
        let exported = export(plan, &[], &["microshift"]);
        let lines = exported.files[0]
            .text
            .lines()
            .filter(|line| !line.starts_with('#'));
        lines.map(|line| format!("{line}\n")).collect()
    }

    #[test]
    fn both_families() {
        let dual = plan("1.36", PODS, SERVICES);
        assert_eq!(
            body(&dual),
            "\
network:
  clusterNetwork:
    - 10.244.0.0/16
    - fd00:10:244::/56
  serviceNetwork:
    - 10.96.0.0/16
    - fd00:10:96::/112
node:
  nodeIP: NODE_IPV4
  nodeIPv6: NODE_IPV6
"
        );
        let text = export(&dual, &[], &["microshift"]).files[0].text.clone();
        assert!(text.contains("10.97.0.0, fd00:10:96::1:0"), "{text}");
    }

    #[test]
    fn one_family() {
        let ipv6 = body(&plan("1.36", &PODS[1..], &SERVICES[1..]));
        assert!(ipv6.ends_with("node:\n  nodeIP: NODE_IPV6\n"), "{ipv6}");
        let mut ipv4 = plan("1.36", &PODS[..1], &SERVICES[..1]);
        ipv4.spec.advertise_address = Some("192.168.1.11".parse().unwrap());
        assert!(body(&ipv4).ends_with(
            "  serviceNetwork:\n    - 10.96.0.0/16\napiServer:\n  advertiseAddress: \"192.168.1.11\"\n"
        ));
    }

    #[test]
    fn its_own_texts() {
        let said = |pods: &[&str], services: &[&str], advertise: Option<&str>| {
            let mut plan = plan("1.36", pods, services);
            plan.spec.advertise_address = advertise.map(|address| address.parse().unwrap());
            let exported = export(&plan, &[], &["microshift"]);
            assert!(exported.files.is_empty());
            exported.diagnostics[0].upstream.clone().unwrap_or_default()
        };
        let networks = "error validating networks: ";
        assert_eq!(
            said(PODS, &SERVICES[..1], None),
            format!("{networks}network.serviceNetwork and network.clusterNetwork have different cardinality")
        );
        assert_eq!(
            said(PODS, &[SERVICES[1], SERVICES[0]], None),
            format!(
                "{networks}mismatched IP families in network.ServiceNetwork[0] and network.ClusterNetwork[0]"
            )
        );
        assert_eq!(
            said(
                &["10.0.0.0/16", "10.1.0.0/16"],
                &["10.2.0.0/16", "10.3.0.0/16"],
                None
            ),
            format!(
                "{networks}invalid number of entries of the same IP family in network.serviceNetwork and \
                 network.clusterNetwork"
            )
        );
        assert_eq!(
            said(PODS, SERVICES, Some("fd00:192:168:1::11")),
            format!(
                "{networks}invalid IP family in apiServer.AdvertiseAddress: does not match first \
                 network.ServiceNetwork IP family"
            )
        );
    }
}
