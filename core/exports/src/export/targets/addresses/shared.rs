//! The prefixes of a plan in one list, for the targets that list prefixes.

use crate::catalog::PodAddressSource;
use crate::diagnostic::{Diagnostic, Severity};
use crate::export::{ExportContext, finding};
use crate::i18n::Message;
use crate::net::{AddressCount, Cidr};
use crate::nodeipam::NodeBlocks;
use crate::plan;

/// The largest number of nodes whose blocks are listed; spreadsheets do not take many more rows.
const MOST_NODES: u32 = 65_536;

/// The purpose of a prefix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    Nodes,
    Pods,
    NodePods,
    Services,
    LoadBalancers,
    Reserved,
}

impl Scope {
    /// Returns the name of the purpose in files, which scripts may look for.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Scope::Nodes => "nodes",
            Scope::Pods => "pods",
            Scope::NodePods => "node-pods",
            Scope::Services => "services",
            Scope::LoadBalancers => "load-balancers",
            Scope::Reserved => "reserved",
        }
    }
}

/// A prefix of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Prefix<'a> {
    pub(super) scope: Scope,
    pub(super) cidr: Cidr,
    /// The pod range that contains a node's block, or the node network that contains a pool of load balancers.
    pub(super) parent: Option<Cidr>,
    /// The number of the block's node, from 0.
    node: Option<u128>,
    /// The name of a reserved network, or of the object that a Service range is from.
    name: &'a str,
}

impl Prefix<'_> {
    /// Returns whether the prefix is a part of another one in the list.
    pub(super) fn is_part(&self) -> bool {
        self.scope == Scope::NodePods || (self.scope == Scope::LoadBalancers && self.parent.is_some())
    }

    /// Returns the purpose of the prefix as a text.
    pub(super) fn description(&self, cx: &ExportContext<'_>) -> String {
        if self.scope == Scope::Reserved {
            return self.name.to_owned();
        }
        let message = Message::new(format!("export-prefix-{}", self.scope.as_str()));
        let text = cx.text(&match self.node {
            Some(node) => message.with("node", node.to_string()),
            None => message,
        });
        match self.name {
            "" => text,
            name => format!("{text} ({name})"),
        }
    }
}

/// Returns whether kube-controller-manager gives nodes their blocks, as far as the plan says.
fn has_node_blocks(cx: &ExportContext<'_>) -> bool {
    let source = cx.plan.spec.pod_addresses();
    source.is_none_or(|source| source == PodAddressSource::NodePodCidrs)
}

fn blocks(cx: &ExportContext<'_>) -> Option<NodeBlocks> {
    has_node_blocks(cx)
        .then(|| plan::node_blocks(&cx.plan.spec))
        .flatten()
}

/// Returns the number of nodes whose blocks are listed.
fn listed(cx: &ExportContext<'_>) -> u32 {
    cx.plan.spec.nodes.count.min(MOST_NODES)
}

/// Returns every prefix: node networks, pod ranges, blocks of today's nodes, Service ranges, pools of load balancers,
/// and reserved networks.
pub(super) fn prefixes<'a>(cx: &ExportContext<'a>) -> Vec<Prefix<'a>> {
    let spec = &cx.plan.spec;
    let range = |scope: Scope| {
        move |cidr: &Cidr| Prefix {
            scope,
            cidr: *cidr,
            parent: None,
            node: None,
            name: "",
        }
    };
    let mut all: Vec<Prefix<'a>> = spec.node_cidrs.iter().map(range(Scope::Nodes)).collect();
    all.extend(spec.pod_cidrs.iter().map(range(Scope::Pods)));
    if let Some(blocks) = blocks(cx) {
        for node in (0..u128::from(listed(cx))).map_while(|node| blocks.nth(node)) {
            all.extend(
                node.pod_cidrs
                    .iter()
                    .zip(&spec.pod_cidrs)
                    .map(|(cidr, parent)| Prefix {
                        parent: Some(*parent),
                        node: Some(node.node),
                        ..range(Scope::NodePods)(cidr)
                    }),
            );
        }
    }
    all.extend(spec.service_cidrs.iter().map(range(Scope::Services)));
    all.extend(cx.added_service_ranges().map(|(cidr, name)| Prefix {
        name,
        ..range(Scope::Services)(&cidr)
    }));
    all.extend(spec.load_balancer_cidrs.iter().map(|pool| {
        Prefix {
            parent: spec
                .node_cidrs
                .iter()
                .find(|network| network.contains(pool))
                .copied(),
            ..range(Scope::LoadBalancers)(pool)
        }
    }));
    all.extend(spec.reserved.iter().map(|reserved| Prefix {
        name: &reserved.name,
        ..range(Scope::Reserved)(&reserved.cidr)
    }));
    all
}

/// Returns the finding about the rows of node blocks.
pub(super) fn node_block_findings(cx: &ExportContext<'_>, target: &'static str) -> Diagnostic {
    let spec = &cx.plan.spec;
    let say = |code, severity, field, message: Message| {
        finding(code, severity, field, message.with("target", target))
    };
    if let Some(cni) = spec.cni.filter(|_| !has_node_blocks(cx)) {
        let message = Message::new("EXP082").with("plugin", cni.title());
        return say("EXP082", Severity::Info, "cni", message);
    }
    let Some(blocks) = blocks(cx) else {
        return say("EXP083", Severity::Warning, "nodes", Message::new("EXP083"));
    };
    let there = blocks.count().min(AddressCount::from(listed(cx)));
    if there < AddressCount::from(spec.nodes.count) {
        let message = Message::new("EXP081.fewer")
            .with("count", there)
            .with("nodes", spec.nodes.count);
        return say("EXP081", Severity::Warning, "nodes", message);
    }
    say(
        "EXP081",
        Severity::Info,
        "nodes",
        Message::new("EXP081").with("count", there),
    )
}
