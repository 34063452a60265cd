//! Functions that several CNI plugins need: ranges by family, masquerading, and the checks before a file is written.

use crate::diagnostic::{Component, Diagnostic, Severity};
use crate::export::context::CONTROL_PLANE_ENDPOINT;
pub(super) use crate::export::ranges::{
    all_of_family as of, any_private, families, is_private, joined, of_family as first,
};
use crate::export::{ExportContext, finding};
use crate::i18n::Message;
use crate::net::IpFamily;
use crate::request::{Endpoint, EndpointHost};

/// Returns the prefix length of a node's block, in bits.
pub(super) fn node_mask(cx: &ExportContext<'_>, family: IpFamily) -> u8 {
    cx.plan.spec.node_mask(family)
}

/// Returns the families whose pods the Internet routes.
fn routed_families(cx: &ExportContext<'_>) -> Vec<IpFamily> {
    let mut families = families(&cx.plan.spec.pod_cidrs);
    families.retain(|family| !is_private(cx, *family));
    families
}

/// Returns the remarks about pods that are not masqueraded, for plugins that decide it for each family.
pub(super) fn routed_pods(cx: &ExportContext<'_>) -> Vec<Diagnostic> {
    let note = |family| {
        let message = Message::new("EXP012").with("family", family);
        finding("EXP012", Severity::Info, "podCIDRs", message)
    };
    routed_families(cx).into_iter().map(note).collect()
}

/// Returns the remarks for plugins that masquerade both families or none: routed pods are then masqueraded with the
/// others.
pub(super) fn routed_pods_of_one_switch(cx: &ExportContext<'_>, plugin: &str) -> Vec<Diagnostic> {
    if !any_private(cx) {
        return routed_pods(cx);
    }
    let lost = |family| {
        let message = Message::new("EXP042")
            .with("plugin", plugin)
            .with("family", family);
        finding("EXP042", Severity::Warning, "podCIDRs", message)
    };
    routed_families(cx).into_iter().map(lost).collect()
}

/// Returns the findings that prevent plugins from reading `Node.spec.podCIDRs`: start-up checks of
/// kube-controller-manager that fail, and a plan whose plugin takes addresses from a cloud.
pub(super) fn node_ranges(cx: &ExportContext<'_>, target: &'static str, plugin: &str) -> Vec<Diagnostic> {
    let mut found = cx.flags_findings(target, |component| component == Component::KubeControllerManager);
    let allocates = cx
        .component(Component::KubeControllerManager)
        .and_then(|settings| settings.get("--allocate-node-cidrs"))
        .is_none_or(|setting| setting.value == "true");
    if let Some(cni) = cx.plan.spec.cni.filter(|_| !allocates) {
        let message = Message::new("EXP058")
            .with("plugin", plugin)
            .with("named", cni.title());
        found.push(finding("EXP058", Severity::Warning, "cni", message));
    }
    found
}

/// Returns the comment about the source of the node ranges.
pub(super) fn from_nodes(cx: &ExportContext<'_>, plugin: &str) -> Message {
    Message::new("export-from-nodes")
        .with("plugin", plugin)
        .with("ranges", joined(&cx.plan.spec.pod_cidrs))
}

/// Returns the comment for plugins that hand out addresses themselves.
pub(super) fn own_pools(plugin: &str) -> Message {
    Message::new("export-own-pools").with("plugin", plugin)
}

/// Returns where the API servers are reached: the endpoint that they share, or the address of one. `None` if the plan
/// has neither.
fn endpoint(cx: &ExportContext<'_>) -> Option<Endpoint> {
    let own = cx.plan.spec.advertise_address.map(|address| Endpoint {
        host: EndpointHost::Address(address),
        port: None,
    });
    cx.endpoint().cloned().or(own)
}

/// Returns the API server's address or name, or a placeholder if the plan has none.
pub(super) fn api_server(cx: &ExportContext<'_>) -> String {
    endpoint(cx).map_or_else(|| CONTROL_PLANE_ENDPOINT.to_owned(), |endpoint| endpoint.host())
}

/// Returns the port of the API server.
pub(super) fn api_server_port(cx: &ExportContext<'_>) -> u16 {
    endpoint(cx).map_or(Endpoint::DEFAULT_PORT, |endpoint| endpoint.port())
}

/// Returns the URL of the API server.
pub(super) fn api_server_url(cx: &ExportContext<'_>) -> String {
    match endpoint(cx) {
        Some(endpoint) => endpoint.url(),
        None => format!("https://{CONTROL_PLANE_ENDPOINT}:{}", Endpoint::DEFAULT_PORT),
    }
}

/// Returns the comment about the placeholder. `None` if none is written.
pub(super) fn api_server_comment(cx: &ExportContext<'_>) -> Option<Message> {
    let missing = endpoint(cx).is_none();
    missing.then(|| Message::new("export-api-server").with("value", CONTROL_PLANE_ENDPOINT))
}

/// Returns the diagnostic about the placeholder. `None` if none is written.
pub(super) fn api_server_missing(cx: &ExportContext<'_>, field: &'static str) -> Option<Diagnostic> {
    let message = Message::new("EXP050")
        .with("value", CONTROL_PLANE_ENDPOINT)
        .with("field", field);
    let missing = endpoint(cx).is_none();
    missing.then(|| finding("EXP050", Severity::Warning, "controlPlaneEndpoint", message))
}
