//! Differences of the pod ranges and node masks, judged by kube-controller-manager with the nodes that exist.

use super::ranges::{RangeChange, changes, primary};
use super::taken::{Said, not_offered, of_pods, said};
use super::{DifferenceKind, Judge, Judged, Verdict};
use crate::catalog::transitions::Transition;
use crate::diagnostic::Component;
use crate::i18n::Message;
use crate::kubernetes::Profile;
use crate::net::{Cidr, IpFamily};
use crate::nodeipam::{Node, NodeStep, simulate};
use crate::plan::controller_mask;
use crate::radius::BlastRadius;
use crate::request::{ClusterPlan, PlanSpec};
use crate::running::{arguments, node_count, run_controller, takes_node_blocks};

/// The file in which existing nodes are read again, and those of a range that is gone are refused.
const ALLOCATOR: &str = "pkg/controller/nodeipam/ipam/range_allocator.go";
/// The file that forbids another block of a node.
const VALIDATION: &str = "pkg/apis/core/validation/validation.go";
/// Where k0s orders its pod ranges, and who has run into it.
const K0S_ORDER: &str =
    "k0sproject/k0s pkg/apis/k0s/v1beta1/network.go BuildPodCIDR, k0sproject/k0s#5116, #7186, #7927";
/// What the API server answers to a change of the blocks of a node.
const BLOCKS_STAY: &str =
    "spec.podCIDRs: Forbidden: node updates may not change podCIDR except from \"\" to valid";

/// Returns the differences of pod ranges and of node masks.
pub(super) fn differences(judge: &Judge<'_>) -> Vec<Judged> {
    let (old, new) = (&judge.old.plan.spec, &judge.new.plan.spec);
    let mut found: Vec<Judged> = changes(&old.pod_cidrs, &new.pod_cidrs)
        .iter()
        .map(|change| {
            let candidate = judge.older_with(|plan| {
                plan.spec.pod_cidrs.clone_from(&change.list);
                // The mask of a family that is new comes with it.
                if change.kind == DifferenceKind::Added {
                    set_mask(&mut plan.spec, change.family(), new.node_mask(change.family()));
                }
            });
            Judged {
                path: "spec.podCIDRs".to_owned(),
                kind: change.kind,
                before: change.before.as_ref().map(Cidr::to_string),
                after: change.after.as_ref().map(Cidr::to_string),
                verdict: of_range(judge, change, &candidate),
            }
        })
        .collect();
    for family in IpFamily::ALL {
        let has = |spec: &PlanSpec| spec.pod_cidrs.iter().any(|cidr| cidr.family() == family);
        let (before, after) = (controller_mask(old, family), controller_mask(new, family));
        if !has(old) || !has(new) || before == after {
            continue;
        }
        let candidate = judge.older_with(|plan| set_mask(&mut plan.spec, family, new.node_mask(family)));
        found.push(Judged {
            path: format!("spec.nodes.maskSize{family}"),
            kind: DifferenceKind::Changed,
            before: Some(format!("/{before}")),
            after: Some(format!("/{after}")),
            verdict: of_mask(judge, family, (before, after), &candidate),
        });
    }
    found
}

fn set_mask(spec: &mut PlanSpec, family: IpFamily, mask: u8) {
    match family {
        IpFamily::IPv4 => spec.nodes.mask_size_ipv4 = Some(mask),
        IpFamily::IPv6 => spec.nodes.mask_size_ipv6 = Some(mask),
    }
}

/// How kube-controller-manager gets from the older plan to a candidate.
pub(crate) enum Way {
    /// It starts with the nodes as they are. Some of them have other blocks than a new node gets.
    Starts {
        /// The number of those nodes.
        stale: u64,
    },
    /// It starts once these nodes were registered anew, one after the other.
    AfterNodes {
        /// Their names.
        names: Vec<String>,
        /// What it prints before.
        text: String,
    },
    /// It does not start while any of the nodes exists: they would have to go all at once.
    AllAtOnce {
        /// What it prints.
        text: String,
    },
    /// It does not start with these settings in any cluster.
    Never {
        /// What it prints.
        text: String,
    },
}

/// Finds the way from a plan to another one with the nodes that exist.
pub(crate) fn way(from: &ClusterPlan, to: &ClusterPlan, nodes: &[Node]) -> Way {
    if let Some(refusal) = run_controller(to, &[], &[]).refusal {
        return Way::Never {
            text: refusal.printed(),
        };
    }
    let Some(refusal) = run_controller(to, nodes, &[]).refusal else {
        let stale = nodes.iter().filter(|node| is_stale(node, &to.spec)).count();
        return Way::Starts { stale: stale as u64 };
    };
    let text = refusal.printed();
    let version = to.spec.kubernetes_version;
    let flags = arguments(to, Component::KubeControllerManager, version);
    let in_the_way: Vec<&Node> = nodes
        .iter()
        .filter(|node| {
            let alone = std::slice::from_ref(*node);
            simulate(version, &flags, alone, &[]).refusal.is_some()
        })
        .collect();
    let mut steps = vec![NodeStep::Restart];
    for node in &in_the_way {
        steps.push(NodeStep::Delete {
            name: node.name.clone(),
        });
        steps.push(NodeStep::Create {
            name: node.name.clone(),
            pod_cidrs: kept_blocks(node, &to.spec),
        });
    }
    steps.push(NodeStep::Reconfigure { flags });
    let run = run_controller(from, nodes, &steps);
    let clean = run.refusal.is_none() && run.pending.is_empty();
    match clean {
        true => Way::AfterNodes {
            names: in_the_way.iter().map(|node| node.name.clone()).collect(),
            text,
        },
        false => Way::AllAtOnce { text },
    }
}

/// Returns the blocks that a node can be registered with when a family goes: those of the families that stay, if they come
/// in the order of the ranges. Empty if kube-controller-manager has to find new ones.
pub(crate) fn kept_blocks(node: &Node, spec: &PlanSpec) -> Vec<String> {
    let kept: Vec<String> = node
        .pod_cidrs
        .iter()
        .zip(&spec.pod_cidrs)
        .filter(|(block, range)| block.parse::<Cidr>().is_ok_and(|block| range.contains(&block)))
        .map(|(block, _)| block.clone())
        .collect();
    match kept.len() == spec.pod_cidrs.len() && kept.len() < node.pod_cidrs.len() {
        true => kept,
        false => Vec::new(),
    }
}

/// Returns whether a node has other blocks than a new one would get: fewer families, or another mask.
pub(crate) fn is_stale(node: &Node, spec: &PlanSpec) -> bool {
    if node.pod_cidrs.is_empty() {
        return false;
    }
    let masks = spec
        .pod_cidrs
        .iter()
        .map(|cidr| controller_mask(spec, cidr.family()));
    let held = node
        .pod_cidrs
        .iter()
        .map(|block| block.parse::<Cidr>().map(|block| block.prefix_len()));
    node.pod_cidrs.len() != spec.pod_cidrs.len() || masks.zip(held).any(|(mask, held)| held != Ok(mask))
}

/// Returns the number of nodes, where all that were looked at are stale: there may be more than were looked at.
fn all_or(stale: u64, judge: &Judge<'_>) -> u64 {
    match stale == judge.nodes.len() as u64 {
        true => node_count(judge.old).max(stale),
        false => stale,
    }
}

fn of_range(judge: &Judge<'_>, change: &RangeChange, candidate: &ClusterPlan) -> Verdict {
    let old = &judge.old.plan;
    let spec = &candidate.spec;
    let families_change = old.spec.pod_cidrs.len() != spec.pod_cidrs.len()
        || primary(&old.spec.pod_cidrs) != primary(&spec.pod_cidrs);
    if let Some(row) = spec.distribution.map(|distribution| distribution.row()) {
        // A difference is judged alone, but what the newer plan wants with all of them decides what it asks for.
        let wanted = match change.kind {
            DifferenceKind::Added => &spec.pod_cidrs,
            _ => &judge.new.plan.spec.pod_cidrs,
        };
        if let Some(why) = not_offered(row, &old.spec.pod_cidrs, wanted) {
            return Verdict::new(BlastRadius::Impossible, why, row.source);
        }
        let transition = of_pods(change, &old.spec.pod_cidrs);
        let taken = match said(spec, transition, change.family()) {
            Said::Decided(verdict) => return verdict,
            Said::Taken(found) => Some(found),
            Said::Nothing => None,
        };
        if let Some(verdict) = in_the_other_order(judge, change, candidate) {
            return verdict;
        }
        if families_change && row.families_fixed {
            let why = Message::new("change-why-families-fixed").with("distribution", row.title);
            return Verdict::new(BlastRadius::Rebuild, why, row.source);
        }
        if let Some(found) = taken.filter(|_| row.managed) {
            return by_the_cloud(judge, transition, row.title, found.source);
        }
        if row.cloud_pods.contain(&spec.pod_cidrs) {
            let why = Message::new("change-why-cloud-pods").with("distribution", row.title);
            return Verdict::new(BlastRadius::Rebuild, why, row.source);
        }
    }
    let copy = judge.kubeadm_copy();
    let with_copy = |verdict: Verdict| match copy.clone() {
        Some(message) => verdict.half(message),
        None => verdict,
    };
    let restarts = vec![
        Component::KubeControllerManager,
        Component::KubeProxy,
        Component::Cni,
    ];
    match way(old, candidate, &judge.nodes) {
        Way::Never { text } => {
            let why = Message::new("change-why-refused-start")
                .with("component", Component::KubeControllerManager.as_str());
            Verdict::new(BlastRadius::Impossible, why, ALLOCATOR)
                .said_by(Component::KubeControllerManager, text)
        }
        Way::AllAtOnce { text } => {
            let id = match change.kind {
                DifferenceKind::Swapped => "change-why-pods-swapped",
                _ => "change-why-pods-all-at-once",
            };
            Verdict::new(BlastRadius::Rebuild, Message::new(id), ALLOCATOR)
                .said_by(Component::KubeControllerManager, text)
                .half(Message::new("change-half-controllers-down"))
        }
        Way::AfterNodes { names, text } => {
            let count = names.len() as u64;
            let verdict = Verdict::new(
                BlastRadius::RecreateNodes { count },
                Message::new("change-why-nodes-first"),
                ALLOCATOR,
            );
            with_copy(
                verdict
                    .said_by(Component::KubeControllerManager, text)
                    .half(Message::new("change-half-controllers-down")),
            )
        }
        Way::Starts { stale } if stale > 0 && takes_node_blocks(spec) => {
            let count = all_or(stale, judge);
            let verdict = Verdict::new(
                BlastRadius::RecreateNodes { count },
                Message::new("change-why-blocks-stay").with("family", change.family()),
                VALIDATION,
            );
            with_copy(
                verdict
                    .said_by(Component::KubeApiserver, BLOCKS_STAY)
                    .half(Message::new("change-half-one-block").with("family", change.family())),
            )
        }
        Way::Starts { .. } => {
            let id = match (change.kind, takes_node_blocks(spec)) {
                (DifferenceKind::Added, false) => "change-why-own-pools",
                (DifferenceKind::Grown, _) => "change-why-grown",
                _ => "change-why-controller-starts",
            };
            let verdict = Verdict::new(BlastRadius::restart(restarts), Message::new(id), ALLOCATOR)
                .half(Message::new("change-half-proxy-range"));
            let verdict = match crate::pools::said(&old.spec, spec) {
                Some(message) => verdict.half(message),
                None => verdict,
            };
            let verdict = match change.kind {
                DifferenceKind::Added => verdict.half(Message::new("change-half-pods-one-address")),
                _ => verdict,
            };
            with_copy(verdict)
        }
    }
}

/// The releases of k0s that give kube-controller-manager the IPv6 range first, whatever stands first in the plan: blocks of
/// nodes that were made with one range are then looked for in the other one.
fn in_the_other_order(judge: &Judge<'_>, change: &RangeChange, candidate: &ClusterPlan) -> Option<Verdict> {
    let distribution = candidate.spec.distribution?;
    let profile = Profile::resolve(judge.version());
    let is_asked = matches!(change.kind, DifferenceKind::Added | DifferenceKind::Removed);
    if distribution.id() != "k0s" || profile.installers.k0s_pods_follow_primary || !is_asked {
        return None;
    }
    let turned = |plan: &ClusterPlan| {
        let mut plan = plan.clone();
        plan.spec
            .pod_cidrs
            .sort_unstable_by_key(|cidr| cidr.family() == IpFamily::IPv4);
        plan
    };
    // Nodes of two families hold their blocks in that order too.
    let mut nodes = judge.nodes.clone();
    let pods = &judge.old.plan.spec.pod_cidrs;
    if pods.len() > 1 && primary(pods) == Some(IpFamily::IPv4) {
        nodes.iter_mut().for_each(|node| node.pod_cidrs.reverse());
    }
    let text = match way(&turned(&judge.old.plan), &turned(candidate), &nodes) {
        Way::AllAtOnce { text } | Way::AfterNodes { text, .. } => text,
        Way::Never { .. } | Way::Starts { .. } => return None,
    };
    let why = Message::new("change-why-k0s-order").with("distribution", distribution.title());
    Some(Verdict::new(BlastRadius::Rebuild, why, K0S_ORDER).said_by(Component::KubeControllerManager, text))
}

/// The cloud takes the change: its own components are no matter of those who use it.
fn by_the_cloud(
    judge: &Judge<'_>,
    transition: Transition,
    title: &'static str,
    source: &'static str,
) -> Verdict {
    let named = |id: &'static str| Message::new(id).with("distribution", title);
    match transition {
        Transition::LargerPods | Transition::LargerPodsOfTwo => {
            Verdict::new(BlastRadius::Safe, named("change-why-cloud-range"), source)
        }
        _ => {
            let blast = BlastRadius::RecreateNodes {
                count: node_count(judge.old),
            };
            let verdict = Verdict::new(blast, named("change-why-cloud-families"), source);
            match transition {
                Transition::SecondFamily => verdict.half(named("change-half-cloud-chooses")),
                _ => verdict,
            }
        }
    }
}

fn of_mask(judge: &Judge<'_>, family: IpFamily, masks: (u8, u8), candidate: &ClusterPlan) -> Verdict {
    if let Said::Decided(verdict) = said(&candidate.spec, Transition::OtherMask, family) {
        return verdict;
    }
    let named = |id: &'static str| {
        Message::new(id)
            .with("family", family)
            .with("before", format!("/{}", masks.0))
            .with("after", format!("/{}", masks.1))
    };
    let mixed = |verdict: Verdict| {
        let verdict = verdict.half(named("change-half-mixed-masks"));
        match judge.kubeadm_copy() {
            Some(copy) => verdict.half(copy),
            None => verdict,
        }
    };
    match way(&judge.old.plan, candidate, &judge.nodes) {
        Way::Never { text } => {
            let why = Message::new("change-why-refused-start")
                .with("component", Component::KubeControllerManager.as_str());
            Verdict::new(BlastRadius::Impossible, why, ALLOCATOR)
                .said_by(Component::KubeControllerManager, text)
        }
        Way::AllAtOnce { text } => Verdict::new(
            BlastRadius::Rebuild,
            named("change-why-pods-all-at-once"),
            ALLOCATOR,
        )
        .said_by(Component::KubeControllerManager, text),
        Way::AfterNodes { names, text } => mixed(
            Verdict::new(
                BlastRadius::RecreateNodes {
                    count: names.len() as u64,
                },
                named("change-why-nodes-first"),
                ALLOCATOR,
            )
            .said_by(Component::KubeControllerManager, text),
        ),
        Way::Starts { stale } if stale > 0 && takes_node_blocks(&candidate.spec) => mixed(
            Verdict::new(
                BlastRadius::RecreateNodes {
                    count: all_or(stale, judge),
                },
                named("change-why-mask-stays"),
                VALIDATION,
            )
            .said_by(Component::KubeApiserver, BLOCKS_STAY),
        ),
        Way::Starts { .. } => Verdict::new(
            BlastRadius::restart([Component::KubeControllerManager]),
            named("change-why-mask-unused"),
            ALLOCATOR,
        ),
    }
}
