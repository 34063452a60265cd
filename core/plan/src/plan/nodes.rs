//! The blocks that the nodes of a plan get, or the reason why they get none.

use std::collections::BTreeSet;

use crate::components::{Effect, FailedCheck};
use crate::diagnostic::Component;
use crate::document::{Node, Stream};
use crate::net::Cidr;
use crate::net::lenient::parse_cidr;
use crate::nodeipam::NodeBlocks;
use crate::request::PlanSpec;

/// The reason why the nodes of a plan get no blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoBlocks {
    /// kube-controller-manager does not start with the flags of the plan.
    Refused(Box<FailedCheck>),
    /// The plan has no pod ranges, or a mask does not fit its range.
    NoRange,
}

/// Returns the node blocks of a plan as [`super::node_blocks`] does, unless the controller that hands them out does
/// not start. `failed_checks` are the checks that the plan's components fail.
///
/// # Errors
/// Returns the reason if the controller does not start, or if the ranges have no blocks.
///
/// ```
/// use dualstack_ground::document::read;
/// use dualstack_kubernetes::components::{settings, start_checks};
/// use dualstack_kubernetes::request::decode::decode;
/// use dualstack_plan::plan::nodes::{NoBlocks, blocks_handed_out};
/// let text = "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nmetadata: {name: demo}\nspec:\n  \
///     kubernetesVersion: \"1.16\"\n  podCIDRs: [10.244.0.0/16, \"fd00:10:244::/56\"]\n  \
///     serviceCIDRs: [10.96.0.0/16, \"fd00:10:96::/112\"]\n";
/// let plan = decode(&read(text), |_| true).plan.unwrap().plan;
/// let started = start_checks(&plan, &settings(&plan)).into_iter();
/// let failed: Vec<_> = started.flat_map(|check| check.failed_checks).collect();
/// let Err(NoBlocks::Refused(check)) = blocks_handed_out(&plan.spec, &failed) else { panic!() };
/// assert_eq!(
///     check.text,
///     "Controller: Invalid --cluster-cidr, mask size of cluster CIDR must be less than --node-cidr-mask-size",
/// );
/// ```
pub fn blocks_handed_out(spec: &PlanSpec, failed_checks: &[FailedCheck]) -> Result<NodeBlocks, NoBlocks> {
    let refused = failed_checks
        .iter()
        .find(|check| check.component == Component::KubeControllerManager && check.effect == Effect::Fatal);
    match refused {
        Some(check) => Err(NoBlocks::Refused(Box::new(check.clone()))),
        None => super::node_blocks(spec).ok_or(NoBlocks::NoRange),
    }
}

/// Returns the Nodes beside a plan that have blocks, by name, in the order of the file.
pub fn existing_nodes(stream: &Stream) -> Vec<(String, Vec<Cidr>)> {
    let mut nodes: Vec<(String, Vec<Cidr>)> = Vec::new();
    let mut known: BTreeSet<String> = BTreeSet::new();
    for object in stream.objects().filter(|object| object.kind() == "Node") {
        let mut blocks: Vec<Cidr> = object
            .items(&["spec", "podCIDRs"])
            .filter_map(|(_, block)| Some(parse_cidr(Node::text(block)?)?.cidr))
            .collect();
        // The only field up to 1.15, and that of objects that were written by hand.
        if blocks.is_empty() {
            blocks.extend(
                object
                    .text(&["spec", "podCIDR"])
                    .and_then(|block| Some(parse_cidr(block)?.cidr)),
            );
        }
        if !blocks.is_empty() && known.insert(object.name().to_owned()) {
            nodes.push((object.name().to_owned(), blocks));
        }
    }
    nodes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::read;

    #[test]
    fn nodes_of_lists_and_documents_have_their_blocks_once() {
        let text = "kind: Node\nmetadata: {name: a}\nspec: {podCIDR: 10.244.7.0/24, podCIDRs: [10.244.7.0/24, 'fd00:0:0:7::/64']}\n\
            ---\nkind: List\nitems:\n- kind: Node\n  metadata: {name: a}\n  spec: {podCIDR: 10.244.9.0/24}\n\
            - kind: Node\n  metadata: {name: b}\n  spec: {podCIDR: 10.244.8.0/24}\n\
            - kind: Node\n  metadata: {name: c}\n  spec: {}\n";
        let nodes = existing_nodes(&read(text));
        let shown: Vec<String> = nodes
            .iter()
            .map(|(name, blocks)| {
                let blocks: Vec<String> = blocks.iter().map(Cidr::to_string).collect();
                format!("{name} {}", blocks.join(","))
            })
            .collect();
        assert_eq!(shown, ["a 10.244.7.0/24,fd00:0:0:7::/64", "b 10.244.8.0/24"]);
    }
}
