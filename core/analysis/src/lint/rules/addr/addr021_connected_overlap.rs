use crate::document::{Node, Object};
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::Cidr;
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// The plan shares addresses with a cluster of its group. The clusters and their groups stand in the lock file of a
    /// fleet, `fleet.lock.yaml`, which is given beside the plan.
    /// ## Why
    /// Clusters that a mesh, a VPN or peering connects reach each other's pods and Services by their addresses. Where
    /// two have the same ones, a packet goes to the nearer cluster, and the way out is a new cluster. The default ranges of
    /// installers are the same everywhere.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [10.244.0.0/16]
    /// serviceCIDRs: [10.96.0.0/12]
    /// ---
    /// kind: FleetLock
    /// spec:
    ///   clusters:
    ///     - {name: example, group: mesh, podCIDRs: [10.244.0.0/16]}
    ///     - {name: us-1, group: mesh, podCIDRs: [10.244.0.0/16]}
    /// ```
    rule ConnectedOverlap {
        code: "ADDR021",
        severity: WARNING,
        needs: Manifests,
        component: Planner,
        stage: Run,
        since: "0.1.0",
        sources: ["submariner#570", "submariner#1599", "submariner#2792"],
        reads: ["FleetLock"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let own = cx.plan.metadata.name.as_str();
    for lock in cx.objects(&["FleetLock"]) {
        let clusters = || {
            ["clusters", "existing"]
                .into_iter()
                .flat_map(|list| entries(&lock, list))
        };
        let Some(group) =
            clusters().find_map(|cluster| (text(cluster, "name") == own).then(|| text(cluster, "group")))
        else {
            continue;
        };
        let others =
            || clusters().filter(|cluster| text(cluster, "group") == group && text(cluster, "name") != own);
        for range in cx
            .addresses
            .declared
            .iter()
            .filter(|range| range.kind != RangeKind::Reserved)
        {
            let overlap = |cluster: &Node| ranges(cluster).find(|cidr| cidr.overlaps(&range.cidr));
            let found = others().find_map(|cluster| Some((cluster, overlap(cluster)?)));
            if let Some((other, cidr)) = found {
                let shared = if range.cidr.contains(&cidr) {
                    cidr
                } else {
                    range.cidr
                };
                out.at(&range.pointer)
                    .param("cluster", own)
                    .param("other", text(other, "name"))
                    .param("range", shared)
                    .param("group", group)
                    .file();
            }
        }
    }
}

fn entries<'a>(lock: &Object<'a>, list: &str) -> &'a [Node] {
    let list = lock.node.get("spec").and_then(|spec| spec.get(list));
    list.map_or(&[], Node::items)
}

fn text<'a>(cluster: &'a Node, field: &str) -> &'a str {
    cluster.get(field).and_then(Node::text).unwrap_or_default()
}

/// Returns the ranges that a cluster of the lock file uses.
fn ranges(cluster: &Node) -> impl Iterator<Item = Cidr> {
    let fields = ["podCIDRs", "serviceCIDRs", "nodeCIDRs"];
    fields
        .into_iter()
        .filter_map(|field| cluster.get(field))
        .flat_map(Node::items)
        .filter_map(|node| node.text()?.parse().ok())
}
