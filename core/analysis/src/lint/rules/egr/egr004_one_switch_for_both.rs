use crate::diagnostic::Pointer;
use crate::document::write::to_json_pretty;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::{Cidr, IpFamily, lenient, special};
use serde_json::Value as Json;

declare_rule! {
    /// ## What it checks
    /// A bridge or point-to-point network with `ipMasq` hands out IPv6 addresses that the Internet routes.
    /// ## Why
    /// The reference plugins have one switch for both families: what IPv4 needs translates IPv6 too, which then loses
    /// its own addresses.
    /// ## Example
    /// ```yaml
    /// apiVersion: k8s.cni.cncf.io/v1
    /// kind: NetworkAttachmentDefinition
    /// metadata: {name: storage}
    /// spec:
    ///   config: |
    ///     {"cniVersion": "1.0.0", "type": "bridge", "ipMasq": true, "ipam": {"type": "host-local",
    ///      "ranges": [[{"subnet": "10.20.0.0/16"}], [{"subnet": "2a00:1450:4000::/64"}]]}}
    /// ```
    rule OneSwitchForBoth {
        code: "EGR004",
        severity: WARNING,
        needs: Manifests,
        component: Cni,
        stage: Run,
        since: "0.1.0",
        sources: ["containernetworking/plugins#398", "containernetworking/plugins plugins/main/bridge/bridge.go"],
        reads: ["NetworkAttachmentDefinition"],
        fixes: ["off"],
        check: check,
    }
}

/// Plugins with an `ipMasq` for both families.
const PLUGINS: [&str; 2] = ["bridge", "ptp"];

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for object in cx.objects(&["NetworkAttachmentDefinition"]) {
        let path = ["spec", "config"];
        let Some(config) = object.embedded(&path) else {
            continue;
        };
        let Some((plugin, network)) = plugins(&config)
            .into_iter()
            .find_map(|plugin| Some((plugin.clone(), routed_ipv6(config.pointer(plugin.as_str())?)?)))
        else {
            continue;
        };
        let mut mended = config.clone();
        if let Some(switch) = mended.pointer_mut(plugin.key("ipMasq").as_str()) {
            *switch = false.into();
        }
        let place = object.at(&path);
        let patch = object.set(&place, to_json_pretty(&mended).into());
        out.at_object(&object, &place)
            .param("name", object.name())
            .param("network", network)
            .fix("off", [], false, patch)
            .file();
    }
}

/// Returns the places of the plugins of a configuration: itself, or those of its list.
fn plugins(config: &Json) -> Vec<Pointer> {
    match config.get("plugins").and_then(Json::as_array) {
        Some(list) => (0..list.len())
            .map(|i| Pointer::root().key("plugins").index(i))
            .collect(),
        None => vec![Pointer::root()],
    }
}

/// Returns the first routed IPv6 network from which a masquerading plugin hands out addresses.
fn routed_ipv6(plugin: &Json) -> Option<Cidr> {
    let masquerades = plugin.get("ipMasq").and_then(Json::as_bool) == Some(true);
    let has_one_switch = plugin
        .get("type")
        .and_then(Json::as_str)
        .is_some_and(|name| PLUGINS.contains(&name));
    if !masquerades || !has_one_switch {
        return None;
    }
    let mut texts = Vec::new();
    networks(plugin.get("ipam")?, &mut texts);
    texts
        .into_iter()
        .filter_map(|text| lenient::parse_cidr(text).map(|read| read.cidr))
        .find(|cidr| cidr.family() == IpFamily::IPv6 && special::is_global(cidr))
}

/// Collects every `subnet`, `address` and `range` below a node: the names that the IPAM plugins give to networks.
fn networks<'j>(node: &'j Json, out: &mut Vec<&'j str>) {
    match node {
        Json::Array(items) => items.iter().for_each(|item| networks(item, out)),
        Json::Object(members) => {
            for (name, value) in members {
                match value.as_str() {
                    Some(text) if ["subnet", "address", "range"].contains(&name.as_str()) => out.push(text),
                    _ => networks(value, out),
                }
            }
        }
        _ => {}
    }
}
