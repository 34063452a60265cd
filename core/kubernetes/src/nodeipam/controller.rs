//! The running controller: Nodes appear, disappear, and get another attempt.
//!
//! Models `pkg/controller/nodeipam/ipam/range_allocator.go`. Its state is not stored: a restart rebuilds it from the
//! Nodes, which also frees lost blocks.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::cidr_set::CidrSet;
use super::config::{Allocator, LogLine, NodeIpamConfig};
use super::start::StartRefusal;
use crate::go::net::GoNet;
use crate::kubernetes::node_ipam::{NodeIpamRules, RetryStyle};

/// A Node with the fields that this controller reads.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Node {
    /// The name, `metadata.name`.
    pub name: String,
    /// The blocks of the Node, `spec.podCIDRs`, as written.
    #[serde(default, rename = "podCIDRs")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub pod_cidrs: Vec<String>,
}

/// An event on a Node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct NodeEvent {
    /// The type of the event: `Normal`, also for a failure.
    #[serde(rename = "type")]
    pub event_type: &'static str,
    /// The reason of the event: `CIDRNotAvailable` or `CIDRAssignmentFailed`.
    pub reason: &'static str,
    /// The message of the event.
    pub message: String,
}

/// The result of one step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NodeOutcome {
    /// `spec.podCIDRs` of the node afterwards; empty when it got nothing.
    #[serde(rename = "podCIDRs")]
    pub pod_cidrs: Vec<String>,
    /// The events on the node.
    pub events: Vec<NodeEvent>,
    /// The log lines of severity error.
    pub log: Vec<LogLine>,
}

/// The controller of one version with its sets of blocks.
///
/// ```
/// use dualstack_ground::go::flags::Flags;
/// use dualstack_kubernetes::nodeipam::{Controller, check};
/// let flags = Flags::from_args(["--allocate-node-cidrs", "--cluster-cidr=10.244.0.0/23,fd00::/56"]);
/// let config = check("1.36".parse().unwrap(), &(&flags).into()).unwrap();
/// let mut controller = Controller::start(config, &[]).unwrap();
/// assert_eq!(controller.create_node("n0", &[]).pod_cidrs, ["10.244.0.0/24", "fd00::/64"]);
/// controller.create_node("n1", &[]);
/// let third = controller.create_node("n2", &[]);
/// assert_eq!(third.events[0].message, "Node n2 status is now: CIDRNotAvailable");
/// ```
#[derive(Clone, Debug)]
pub struct Controller {
    config: NodeIpamConfig,
    retry: RetryStyle,
    sets: Vec<CidrSet>,
    nodes: BTreeMap<String, Vec<String>>,
    pending: BTreeSet<String>,
    log: Vec<LogLine>,
}

impl Controller {
    /// Starts the controller with the Nodes that the API server lists. Allocators other than the range allocator have
    /// no sets here: nodes get nothing from them.
    ///
    /// # Errors
    /// Returns the refusal if the controller does not start.
    pub fn start(config: NodeIpamConfig, existing: &[Node]) -> Result<Controller, StartRefusal> {
        let rules = NodeIpamRules::at(config.version);
        let refuse = |id, text| StartRefusal::controller(id, text, rules.confidence);
        let mut sets = Vec::new();
        let mut log = config.log.clone();
        if config.allocator == Allocator::Range {
            for range in &config.pod_ranges {
                let set = CidrSet::new(range.cidr, i64::from(range.node_mask_size))
                    .map_err(|error| refuse("KCM-13", error.to_string()))?;
                sets.push(set);
            }
        }
        for service in &config.service_ranges {
            for set in sets
                .iter_mut()
                .filter(|set| touches(set.cluster_cidr(), *service))
            {
                if let Err(error) = set.occupy(*service) {
                    // The error is only logged: the blocks are then handed out although Services use them.
                    log.push(LogLine {
                        message: "Error filtering out service cidr out cluster cidr".to_owned(),
                        err: Some(error.to_string()),
                        ..LogLine::default()
                    });
                }
            }
        }
        // The API server lists Nodes by name.
        let mut nodes: BTreeMap<String, Vec<String>> = BTreeMap::new();
        nodes.extend(
            existing
                .iter()
                .map(|node| (node.name.clone(), node.pod_cidrs.clone())),
        );
        let mut controller = Controller {
            retry: rules.retry,
            config,
            sets,
            nodes,
            pending: BTreeSet::new(),
            log,
        };
        if controller.config.allocator == Allocator::Range {
            for (name, pod_cidrs) in &controller.nodes {
                occupy(&mut controller.sets, name, pod_cidrs).map_err(|(id, text)| refuse(id, text))?;
            }
            let without: Vec<String> = controller
                .nodes
                .iter()
                .filter(|(_, cidrs)| cidrs.is_empty())
                .map(|(name, _)| name.clone())
                .collect();
            for name in without {
                let outcome = controller.allocate(&name);
                controller.log.extend(outcome.log);
            }
        }
        Ok(controller)
    }

    /// Starts the controller again with the same flags and the present Nodes. Lost blocks are free again, and the
    /// search starts at the lowest block.
    ///
    /// # Errors
    /// Returns the refusal if the controller does not start.
    pub fn restart(&self) -> Result<Controller, StartRefusal> {
        Controller::start(self.config.clone(), &self.nodes().collect::<Vec<_>>())
    }

    /// Starts the controller again with other flags and the present Nodes, as after a change of the cluster's
    /// configuration.
    ///
    /// # Errors
    /// Returns the refusal if the controller does not start.
    pub fn reconfigure(&self, config: NodeIpamConfig) -> Result<Controller, StartRefusal> {
        Controller::start(config, &self.nodes().collect::<Vec<_>>())
    }

    /// A Node appears, with `spec.podCIDRs` already set or without. A name that exists keeps what it has.
    pub fn create_node(&mut self, name: &str, pod_cidrs: &[String]) -> NodeOutcome {
        if let Some(pod_cidrs) = self.nodes.get(name) {
            return NodeOutcome {
                pod_cidrs: pod_cidrs.clone(),
                ..NodeOutcome::default()
            };
        }
        self.nodes.insert(name.to_owned(), pod_cidrs.to_vec());
        if self.config.allocator != Allocator::Range {
            return NodeOutcome {
                pod_cidrs: pod_cidrs.to_vec(),
                ..NodeOutcome::default()
            };
        }
        if pod_cidrs.is_empty() {
            return self.allocate(name);
        }
        let log = match occupy(&mut self.sets, name, pod_cidrs) {
            Ok(()) => Vec::new(),
            Err((_, text)) => vec![self.failed(name, &text)],
        };
        NodeOutcome {
            pod_cidrs: pod_cidrs.to_vec(),
            events: Vec::new(),
            log,
        }
    }

    /// Removes a Node. Returns the log lines about blocks that could not be freed.
    pub fn delete_node(&mut self, name: &str) -> Vec<LogLine> {
        self.pending.remove(name);
        let Some(pod_cidrs) = self.nodes.remove(name) else {
            return Vec::new();
        };
        match release(&mut self.sets, name, &pod_cidrs) {
            Ok(()) => Vec::new(),
            Err(text) => {
                let message = match self.retry {
                    RetryStyle::OnNodeUpdate => format!("Error while processing Node Delete: {text}"),
                    _ => format!("error while processing CIDR Release: {text}"),
                };
                vec![LogLine {
                    message,
                    ..LogLine::default()
                }]
            }
        }
    }

    /// One more attempt for every node that got nothing, in the order of their names. With a work queue this happens
    /// by itself, later and later (5 ms, doubled, at most 1000 s); before, only when the Node object changes. So a
    /// node created right after a deletion usually takes the free block first.
    pub fn retry_pending(&mut self) -> Vec<(String, NodeOutcome)> {
        let names: Vec<String> = self.pending.iter().cloned().collect();
        names
            .into_iter()
            .map(|name| {
                let outcome = self.allocate(&name);
                (name, outcome)
            })
            .collect()
    }

    /// Returns the Nodes by name.
    pub fn nodes(&self) -> impl Iterator<Item = Node> + '_ {
        self.nodes.iter().map(|(name, pod_cidrs)| Node {
            name: name.clone(),
            pod_cidrs: pod_cidrs.clone(),
        })
    }

    /// Returns the names of the nodes that have got nothing so far.
    pub fn pending(&self) -> impl Iterator<Item = &str> {
        self.pending.iter().map(String::as_str)
    }

    /// Returns the sets of blocks, one per pod CIDR, in order.
    pub fn sets(&self) -> &[CidrSet] {
        &self.sets
    }

    /// Returns the log lines of the start.
    pub fn start_log(&self) -> &[LogLine] {
        &self.log
    }

    fn allocate(&mut self, name: &str) -> NodeOutcome {
        let mut blocks = Vec::with_capacity(self.sets.len());
        let mut failure = None;
        for (index, set) in self.sets.iter_mut().enumerate() {
            match set.allocate_next() {
                Ok(block) => blocks.push(block),
                // Blocks of the earlier sets are not freed: they are lost until the next start.
                Err(error) => {
                    failure = Some(format!(
                        "failed to allocate cidr from cluster cidr at idx:{index}: {error}"
                    ));
                    break;
                }
            }
        }
        if let Some(text) = failure {
            self.pending.insert(name.to_owned());
            return NodeOutcome {
                pod_cidrs: Vec::new(),
                events: vec![event(name, "CIDRNotAvailable")],
                log: vec![self.failed(name, &text)],
            };
        }
        let texts: Vec<String> = blocks.iter().map(ToString::to_string).collect();
        if blocks.iter().any(|block| block.to_cidr().is_none()) {
            // The API server refuses `<nil>`; after three attempts the blocks are freed.
            for (set, block) in self.sets.iter_mut().zip(blocks) {
                // A failure here is only logged.
                let _ = set.release(block);
            }
            self.pending.insert(name.to_owned());
            let log = [
                "Failed to update node PodCIDR after multiple attempts",
                "CIDR assignment for node failed. Releasing allocated CIDR",
            ]
            .map(|message| LogLine {
                message: message.to_owned(),
                ..LogLine::default()
            })
            .into();
            return NodeOutcome {
                pod_cidrs: Vec::new(),
                events: vec![event(name, "CIDRAssignmentFailed")],
                log,
            };
        }
        self.pending.remove(name);
        self.nodes.insert(name.to_owned(), texts.clone());
        NodeOutcome {
            pod_cidrs: texts,
            ..NodeOutcome::default()
        }
    }

    fn failed(&self, name: &str, text: &str) -> LogLine {
        let queued = || format!("error syncing '{name}': {text}, requeuing");
        match self.retry {
            RetryStyle::OnNodeUpdate => LogLine {
                message: format!("Error while processing Node Add: {text}"),
                ..LogLine::default()
            },
            RetryStyle::QueuePlainLog => LogLine {
                message: queued(),
                ..LogLine::default()
            },
            RetryStyle::QueueStructuredLog => LogLine {
                message: "Error processing node work item".to_owned(),
                err: Some(queued()),
                ..LogLine::default()
            },
        }
    }
}

fn event(name: &str, reason: &'static str) -> NodeEvent {
    NodeEvent {
        event_type: "Normal",
        reason,
        message: format!("Node {name} status is now: {reason}"),
    }
}

fn touches(cluster: GoNet, service: GoNet) -> bool {
    cluster.contains(service.ip.mask(cluster.mask)) || service.contains(cluster.ip.mask(service.mask))
}

/// Marks the blocks of a node as in use: entry k in set k, for any family.
///
/// # Errors
/// Returns the reason and the text of the first entry that cannot be marked.
fn occupy(sets: &mut [CidrSet], name: &str, pod_cidrs: &[String]) -> Result<(), (&'static str, String)> {
    for (index, text) in pod_cidrs.iter().enumerate() {
        let Some(cidr) = GoNet::parse(text) else {
            // Upstream names `spec.podCIDR`, which is the first entry, not the one that failed.
            let first = pod_cidrs.first().map_or("", String::as_str);
            return Err(("N-4", format!("failed to parse node {name}, CIDR {first}")));
        };
        let Some(set) = sets.get_mut(index) else {
            return Err(("N-5", no_such_set(name, text, index)));
        };
        set.occupy(cidr).map_err(|error| {
            let text =
                format!("failed to mark cidr[{cidr}] at idx [{index}] as occupied for node: {name}: {error}");
            ("N-6", text)
        })?;
    }
    Ok(())
}

fn release(sets: &mut [CidrSet], name: &str, pod_cidrs: &[String]) -> Result<(), String> {
    for (index, text) in pod_cidrs.iter().enumerate() {
        let cidr = GoNet::parse(text).ok_or_else(|| {
            format!("failed to parse CIDR {text} on Node {name}: invalid CIDR address: {text}")
        })?;
        let set = sets
            .get_mut(index)
            .ok_or_else(|| no_such_set(name, text, index))?;
        set.release(cidr)
            .map_err(|error| format!("error when releasing CIDR {text}: {error}"))?;
    }
    Ok(())
}

fn no_such_set(name: &str, cidr: &str, index: usize) -> String {
    format!(
        "node:{name} has an allocated cidr: {cidr} at index:{index} that does not exist in cluster cidrs configuration"
    )
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::*;
    use crate::go::flags::Flags;

    fn config(args: &[&str]) -> NodeIpamConfig {
        let args = args.iter().copied().chain(["--allocate-node-cidrs"]);
        check("1.36".parse().unwrap(), &(&Flags::from_args(args)).into()).unwrap()
    }

    fn node(name: &str, pod_cidrs: &[&str]) -> Node {
        Node {
            name: name.to_owned(),
            pod_cidrs: pod_cidrs.iter().map(|cidr| (*cidr).to_owned()).collect(),
        }
    }

    #[test]
    fn a_block_of_the_first_family_is_lost_when_the_second_has_none() {
        let mut controller =
            Controller::start(config(&["--cluster-cidr=10.244.0.0/16,fd00::/63"]), &[]).unwrap();
        for name in ["n0", "n1"] {
            assert_eq!(controller.create_node(name, &[]).pod_cidrs.len(), 2);
        }
        let failed = controller.create_node("n2", &[]);
        assert_eq!(failed.pod_cidrs, [""; 0]);
        assert_eq!(
            failed.log[0].err.as_deref(),
            Some(
                "error syncing 'n2': failed to allocate cidr from cluster cidr at idx:1: CIDR allocation failed; \
                 there are no remaining CIDRs left to allocate in the accepted range, requeuing"
            )
        );
        assert_eq!(
            controller.sets()[0].allocated(),
            3,
            "10.244.2.0/24 belongs to nobody"
        );
        controller.retry_pending();
        assert_eq!(controller.sets()[0].allocated(), 4, "each attempt loses one more");

        controller.delete_node("n0");
        let retried = controller.retry_pending();
        assert_eq!(retried[0].1.pod_cidrs, ["10.244.4.0/24", "fd00::/64"]);
        assert_eq!(controller.pending().count(), 0);
        assert_eq!(
            controller.restart().unwrap().sets()[0].allocated(),
            2,
            "a restart finds what was lost"
        );
    }

    #[test]
    fn a_restart_searches_from_the_lowest_block_again() {
        let mut controller = Controller::start(config(&["--cluster-cidr=10.244.0.0/16"]), &[]).unwrap();
        for name in ["n0", "n1", "n2"] {
            controller.create_node(name, &[]);
        }
        controller.delete_node("n0");
        let mut restarted = controller.restart().unwrap();
        assert_eq!(controller.create_node("n3", &[]).pod_cidrs, ["10.244.3.0/24"]);
        assert_eq!(restarted.create_node("n3", &[]).pod_cidrs, ["10.244.0.0/24"]);
    }

    #[test]
    fn nodes_that_do_not_fit_the_configuration_keep_it_from_starting() {
        for (flag, pod_cidrs, id, text) in [
            (
                "--cluster-cidr=10.244.0.0/16",
                &["10.244.0.0/24", "fd00::/64"][..],
                "N-5",
                "node:n0 has an allocated cidr: fd00::/64 at index:1 that does not exist in cluster cidrs configuration",
            ),
            (
                "--cluster-cidr=10.244.0.0/16,fd00::/56",
                &["10.244.0.0/24", "banana"],
                "N-4",
                "failed to parse node n0, CIDR 10.244.0.0/24",
            ),
            (
                "--cluster-cidr=fd00::/56,10.244.0.0/16",
                &["10.244.0.0/24", "fd00::/64"],
                "N-6",
                "failed to mark cidr[10.244.0.0/24] at idx [0] as occupied for node: n0: cidr 10.244.0.0/24 is out the range of cluster cidr fd00::/56",
            ),
        ] {
            let refusal = Controller::start(config(&[flag]), &[node("n0", pod_cidrs)]).unwrap_err();
            assert_eq!((refusal.id, refusal.text.as_str()), (id, text));
        }
    }

    #[test]
    fn existing_nodes_without_blocks_are_served_after_the_others() {
        let nodes = [node("a", &[]), node("b", &["10.244.0.0/24"]), node("c", &[])];
        let controller = Controller::start(config(&["--cluster-cidr=10.244.0.0/16"]), &nodes).unwrap();
        let got: Vec<Vec<String>> = controller.nodes().map(|node| node.pod_cidrs).collect();
        assert_eq!(got, [["10.244.1.0/24"], ["10.244.0.0/24"], ["10.244.2.0/24"]]);
    }

    #[test]
    fn a_node_of_the_single_stack_days_never_gets_a_second_block() {
        let single =
            Controller::start(config(&["--cluster-cidr=10.244.0.0/16"]), &[node("n0", &[])]).unwrap();
        let dual = single
            .reconfigure(config(&["--cluster-cidr=10.244.0.0/16,fd00::/56"]))
            .unwrap();
        assert_eq!(dual.nodes().next().unwrap().pod_cidrs, ["10.244.0.0/24"]);
    }

    #[test]
    fn a_mask_that_does_not_exist_is_refused_by_the_api_server() {
        let mut controller = Controller::start(
            config(&["--cluster-cidr=10.244.0.0/16", "--node-cidr-mask-size=33"]),
            &[],
        )
        .unwrap();
        let outcome = controller.create_node("n0", &[]);
        assert_eq!(
            (outcome.pod_cidrs.len(), outcome.events[0].reason),
            (0, "CIDRAssignmentFailed")
        );
        assert_eq!(controller.sets()[0].allocated(), 0);
    }

    #[test]
    fn blocks_used_by_services_are_skipped_and_deleting_a_node_over_them_frees_them() {
        let flags = [
            "--cluster-cidr=10.0.0.0/22",
            "--service-cluster-ip-range=10.0.1.0/24",
        ];
        let mut controller = Controller::start(config(&flags), &[]).unwrap();
        controller.create_node("odd", &["10.0.1.0/24".to_owned()]);
        assert_eq!(controller.create_node("n0", &[]).pod_cidrs, ["10.0.0.0/24"]);
        assert_eq!(controller.create_node("n1", &[]).pod_cidrs, ["10.0.2.0/24"]);
        controller.delete_node("odd");
        assert_eq!(controller.create_node("n2", &[]).pod_cidrs, ["10.0.3.0/24"]);
        assert_eq!(controller.create_node("n3", &[]).pod_cidrs, ["10.0.1.0/24"]);
    }

    #[test]
    fn before_the_work_queue_the_log_says_so_in_other_words() {
        let flags = Flags::from_args(["--allocate-node-cidrs", "--cluster-cidr=10.0.0.0/24"]);
        let mut controller =
            Controller::start(check("1.27".parse().unwrap(), &(&flags).into()).unwrap(), &[]).unwrap();
        controller.create_node("n0", &[]);
        let log = controller.create_node("n1", &[]).log;
        assert!(
            log[0]
                .message
                .starts_with("Error while processing Node Add: failed to allocate cidr from cluster")
        );
    }
}
