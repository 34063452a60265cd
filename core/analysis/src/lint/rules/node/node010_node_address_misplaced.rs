use super::internal_addresses;
use crate::diagnostic::{Pointer, Severity};
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;
use crate::plan::declared::RangeKind;
use crate::request::Endpoint;

declare_rule! {
    /// ## What it checks
    /// The address of the API server, or of all API servers, or of a Node object lies inside the pod or Service ranges, outside the
    /// networks given for nodes (a warning), or belongs to two nodes.
    /// ## Why
    /// Routes of the ranges then hide the machine. Components check none of this.
    /// ## Example
    /// ```yaml
    /// nodeCIDRs: [192.168.1.0/24, "fd00:192:168:1::/64"]
    /// advertiseAddress: 10.244.0.10
    /// ```
    rule NodeAddressMisplaced {
        code: "NODE010",
        severity: ERROR,
        needs: Plan,
        component: Kubelet,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/kubeadm#1185", "projectcalico/calico#2720", "pkg/kubelet/nodestatus/setters.go"],
        reads: ["Node"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let spec = &cx.plan.spec;
    let inside = |address| {
        [RangeKind::Pods, RangeKind::Services]
            .into_iter()
            .flat_map(|kind| cx.ranges(kind))
            .find(|range| range.cidr.contains_address(address))
            .map(|range| range.cidr)
    };
    let outside = |address| {
        let mut networks = spec.node_cidrs_of(IpFamily::of(address)).peekable();
        networks.peek().is_some() && !networks.any(|network| network.contains_address(address))
    };
    if let Some(address) = spec.advertise_address {
        let place = Pointer::root().key("spec").key("advertiseAddress");
        if let Some(range) = inside(address) {
            out.at(&place)
                .param("address", address)
                .param("range", range)
                .file();
        } else if outside(address) {
            out.at(&place)
                .severity(Severity::Warning)
                .variant("outside")
                .param("address", address)
                .file();
        }
    }
    // A shared address may lie outside of the nodes' networks: it is that of a load balancer.
    let endpoint = spec.control_plane_endpoint.as_ref().and_then(Endpoint::address);
    if let Some((address, range)) = endpoint.and_then(|address| Some((address, inside(address)?))) {
        out.at(&Pointer::root().key("spec").key("controlPlaneEndpoint"))
            .param("address", address)
            .param("range", range)
            .file();
    }
    let mut seen = Vec::new();
    for object in cx.objects(&["Node"]) {
        for (place, address) in internal_addresses(&object) {
            if let Some(range) = inside(address) {
                out.at_object(&object, &place)
                    .param("address", address)
                    .param("range", range)
                    .file();
            } else if seen.contains(&address) {
                out.at_object(&object, &place)
                    .variant("twice")
                    .param("address", address)
                    .file();
            } else if outside(address) {
                out.at_object(&object, &place)
                    .severity(Severity::Warning)
                    .variant("outside")
                    .param("address", address)
                    .file();
            }
            seen.push(address);
        }
    }
}
