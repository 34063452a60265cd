//! Functions that several installers need: the families of a plan, arguments of kube-controller-manager,
//! placeholders, and common findings.

use serde_json::{Map, Value};

use crate::catalog::Cni;
use crate::diagnostic::{Component, Diagnostic, Severity};
pub(super) use crate::export::ranges::{is_dual, is_private, joined, of_family};
use crate::export::tree::{Hole, is_empty, sparse};
use crate::export::{ExportContext, finding};
use crate::i18n::Message;
pub(super) use crate::kubernetes::node_ipam::default_node_mask;
use crate::net::{Cidr, IpFamily};

/// Inserts a field, unless its value is empty.
pub(super) fn insert(map: &mut Map<String, Value>, name: &str, value: &dyn Hole) {
    let value = value.value();
    if !is_empty(&value) {
        map.insert(name.to_owned(), value);
    }
}

/// Returns an object of the fields whose values are not empty.
pub(super) fn object<'a>(fields: impl IntoIterator<Item = (&'a str, Value)>) -> Value {
    let mut map = Map::new();
    for (name, value) in fields {
        insert(&mut map, name, &value);
    }
    Value::Object(map)
}

/// Returns whether every range is IPv6.
pub(super) fn is_ipv6_only(cidrs: &[Cidr]) -> bool {
    of_family(cidrs, IpFamily::IPv4).is_none()
}

/// Returns the family of the first Service range. The API server's own address has to be of that family.
pub(super) fn primary(cx: &ExportContext<'_>) -> IpFamily {
    cx.plan
        .spec
        .service_cidrs
        .first()
        .map_or(IpFamily::IPv4, Cidr::family)
}

/// Returns the prefix length of a node's block, in bits.
pub(super) fn node_mask(cx: &ExportContext<'_>, family: IpFamily) -> u8 {
    cx.plan.spec.node_mask(family)
}

/// Returns the arguments of kube-controller-manager besides those that every installer sets: node masks, and that it
/// hands out no blocks if the cloud does.
pub(super) fn node_arguments(cx: &ExportContext<'_>) -> Vec<(&'static str, String)> {
    let settings = cx.component(Component::KubeControllerManager);
    settings
        .iter()
        .flat_map(|settings| &settings.settings)
        .filter(|setting| {
            setting.flag.starts_with("--node-cidr-mask-size")
                || (setting.flag == "--allocate-node-cidrs" && setting.value == "false")
        })
        .map(|setting| (setting.flag.trim_start_matches('-'), setting.value.clone()))
        .collect()
}

/// Returns the arguments as a list of `name=value`.
pub(super) fn assignments(arguments: &[(&str, String)]) -> Value {
    arguments
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect()
}

/// Returns the arguments as a map.
pub(super) fn map(arguments: Vec<(&str, String)>) -> Value {
    object(arguments.into_iter().map(|(name, value)| (name, value.into())))
}

/// Returns the arguments as a list of `{name, value}`.
pub(super) fn list(arguments: Vec<(&str, String)>) -> Value {
    arguments
        .into_iter()
        .map(|(name, value)| sparse!({"name": name, "value": value}))
        .collect()
}

fn kubelet(cx: &ExportContext<'_>, flag: &str) -> Option<String> {
    let setting = cx.component(Component::Kubelet)?.get(flag)?;
    Some(setting.value.clone())
}

/// Returns `maxPods`. `None` if it is kubelet's default.
pub(super) fn max_pods(cx: &ExportContext<'_>) -> Option<u32> {
    kubelet(cx, "--max-pods").map(|_| cx.plan.spec.nodes.max_pods)
}

/// Returns the address of cluster DNS.
pub(super) fn cluster_dns(cx: &ExportContext<'_>) -> Option<String> {
    kubelet(cx, "--cluster-dns")
}

/// Returns the placeholder for a node's own address.
pub(super) const fn address_of(family: IpFamily) -> &'static str {
    match family {
        IpFamily::IPv4 => "NODE_IPV4",
        IpFamily::IPv6 => "NODE_IPV6",
    }
}

/// Returns the placeholder for a node's own addresses. `None` if the installer finds the right ones.
pub(super) fn node_ip(cx: &ExportContext<'_>) -> Option<String> {
    let first = primary(cx);
    if is_dual(&cx.plan.spec.pod_cidrs) {
        return Some(format!("{},{}", address_of(first), address_of(first.other())));
    }
    (first == IpFamily::IPv6).then(|| address_of(first).to_owned())
}

/// Returns the comment about a placeholder for addresses of a node.
pub(super) fn placeholder_comment(name: &'static str, value: &str) -> Message {
    Message::new("export-placeholder")
        .with("flag", name)
        .with("value", value)
}

/// Returns the finding about a placeholder for addresses of a node.
pub(super) fn placeholder(target: &'static str, name: &'static str, value: &str) -> Diagnostic {
    let message = Message::new("EXP001")
        .with("target", target)
        .with("flag", name)
        .with("value", value);
    finding("EXP001", Severity::Warning, "nodes", message)
}

/// Returns whether a component is part of the control plane and gets the plan's ranges.
pub(super) fn control_plane(component: Component) -> bool {
    matches!(
        component,
        Component::KubeApiserver | Component::KubeControllerManager
    )
}

/// Returns the message of `code` with the target and the plan's version as parameters.
pub(super) fn message(code: &'static str, target: &'static str, cx: &ExportContext<'_>) -> Message {
    Message::new(code)
        .with("target", target)
        .with("version", cx.profile.version)
}

/// Returns the finding about a plugin that the installer does not include.
pub(super) fn plugin_by_hand(target: &'static str, cni: Cni) -> Diagnostic {
    let message = Message::new("EXP025")
        .with("target", target)
        .with("plugin", cni.title());
    finding("EXP025", Severity::Warning, "cni", message)
}

/// Returns the finding about an address of the API server in the plan, which the tool chooses itself.
pub(super) fn unused_address(cx: &ExportContext<'_>, target: &'static str) -> Option<Diagnostic> {
    let address = cx.plan.spec.advertise_address?;
    let message = Message::new("EXP027")
        .with("target", target)
        .with("address", address);
    Some(finding("EXP027", Severity::Info, "advertiseAddress", message))
}

/// Returns the version with a patch level, which tools that download a release need.
pub(super) fn release(cx: &ExportContext<'_>) -> String {
    let version = cx.plan.spec.kubernetes_version;
    match version.patch() {
        Some(_) => version.to_string(),
        None => format!("{version}.0"),
    }
}

/// Returns the comment about a patch level that is not in the plan.
pub(super) fn release_comment(cx: &ExportContext<'_>) -> Option<Message> {
    let version = cx.plan.spec.kubernetes_version;
    version
        .patch()
        .is_none()
        .then(|| Message::new("export-patch-level").with("version", release(cx)))
}

/// Returns the comment about the path at which a file has to be put.
pub(super) fn place(path: &'static str) -> Message {
    Message::new("export-file-place").with("path", path)
}

/// Returns the comment about the command that reads the file.
pub(super) fn command(command: impl Into<String>) -> Message {
    Message::new("export-command").with("command", command.into())
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::export::for_tests::{context, export};
    use crate::request::ClusterPlan;

    /// Returns a file of a target without its comments.
    pub(in super::super) fn body(plan: &ClusterPlan, target: &str, path: &str) -> String {
        let exported = export(plan, &[], &[target]);
        let file = exported.files.iter().find(|file| file.path == path);
        let text = &file
            .unwrap_or_else(|| panic!("{path}: {:?}", exported.diagnostics))
            .text;
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        lines.map(|line| format!("{line}\n")).collect()
    }

    /// Returns the codes of the findings about the export of a target.
    pub(in super::super) fn codes(plan: &ClusterPlan, target: &str) -> Vec<&'static str> {
        let exported = export(plan, &[], &[target]);
        exported.diagnostics.iter().map(|found| found.code).collect()
    }

    #[test]
    fn a_release_has_a_patch_level() {
        for (version, written) in [("1.34", "1.34.0"), ("1.34.2", "1.34.2")] {
            let plan = plan(version, &["10.244.0.0/16"], &["10.96.0.0/16"]);
            assert_eq!(release(&context(&plan, &[])), written);
        }
    }
}
