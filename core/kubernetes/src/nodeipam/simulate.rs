//! A run of the controller: its flags, the existing Nodes, and a list of steps.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::config::LogLine;
use super::controller::{Controller, Node, NodeEvent, NodeOutcome};
use super::flags::ControllerFlags;
use super::start::{StartRefusal, check};
use crate::go::flags::Flags;
use crate::kubernetes::Version;

/// A step of the run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(tag = "step", rename_all = "camelCase", deny_unknown_fields)]
pub enum NodeStep {
    /// Adds a Node.
    Create {
        /// The name, `metadata.name`.
        name: String,
        /// The `spec.podCIDRs` with which the Node is created; empty if it has none.
        #[serde(default, rename = "podCIDRs")]
        #[cfg_attr(feature = "wasm", tsify(optional))]
        pod_cidrs: Vec<String>,
    },
    /// Removes a Node.
    Delete {
        /// The name, `metadata.name`.
        name: String,
    },
    /// Makes one more attempt for every Node that got nothing.
    Retry,
    /// Restarts kube-controller-manager.
    Restart,
    /// Restarts kube-controller-manager with other flags.
    Reconfigure {
        /// The arguments of the command line.
        flags: Vec<String>,
    },
}

/// The members of every step together: serde's own reader of tagged enums would keep the members aside, and lose the
/// places in them.
impl<'de> Deserialize<'de> for NodeStep {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Clone, Copy, PartialEq, Deserialize)]
        #[serde(rename_all = "camelCase")]
        enum Kind {
            Create,
            Delete,
            Retry,
            Restart,
            Reconfigure,
        }
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Members {
            step: Kind,
            name: Option<String>,
            #[serde(rename = "podCIDRs")]
            pod_cidrs: Option<Vec<String>>,
            flags: Option<Vec<String>>,
        }
        let Members {
            step,
            name,
            pod_cidrs,
            flags,
        } = Members::deserialize(deserializer)?;
        let known: &'static [&'static str] = match step {
            Kind::Create => &["name", "podCIDRs"],
            Kind::Delete => &["name"],
            Kind::Retry | Kind::Restart => &[],
            Kind::Reconfigure => &["flags"],
        };
        let given = [
            ("name", name.is_some()),
            ("podCIDRs", pod_cidrs.is_some()),
            ("flags", flags.is_some()),
        ];
        if let Some((unknown, _)) = given
            .iter()
            .find(|(member, given)| *given && !known.contains(member))
        {
            return Err(D::Error::unknown_field(unknown, known));
        }
        let name = name.ok_or_else(|| D::Error::missing_field("name"));
        Ok(match step {
            Kind::Create => NodeStep::Create {
                name: name?,
                pod_cidrs: pod_cidrs.unwrap_or_default(),
            },
            Kind::Delete => NodeStep::Delete { name: name? },
            Kind::Retry => NodeStep::Retry,
            Kind::Restart => NodeStep::Restart,
            Kind::Reconfigure => NodeStep::Reconfigure {
                flags: flags.ok_or_else(|| D::Error::missing_field("flags"))?,
            },
        })
    }
}

/// The result of a step for one Node, or for the controller if no Node is named.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct StepResult {
    /// The index of the step, from 0.
    pub step: usize,
    /// The name of the Node.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub node: Option<String>,
    /// The `spec.podCIDRs` of the Node afterwards; empty if it has none.
    #[serde(rename = "podCIDRs")]
    pub pod_cidrs: Vec<String>,
    /// The events on the Node.
    pub events: Vec<NodeEvent>,
    /// The log lines of severity error.
    pub log: Vec<LogLine>,
}

/// The result of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct NodeSimulation {
    /// The log lines of the first start.
    pub start_log: Vec<LogLine>,
    /// The results of the steps, in order.
    pub results: Vec<StepResult>,
    /// The check that made the controller exit; later steps were not executed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub refusal: Option<StartRefusal>,
    /// The Nodes at the end, by name.
    pub nodes: Vec<Node>,
    /// The names of the Nodes that still wait for blocks.
    pub pending: Vec<String>,
}

/// Runs the controller of a version.
///
/// ```
/// use dualstack_kubernetes::nodeipam::{NodeStep, simulate};
/// let create = |name: &str| NodeStep::Create { name: name.into(), pod_cidrs: vec![] };
/// let run = simulate(
///     "1.36".parse().unwrap(),
///     &["--allocate-node-cidrs", "--cluster-cidr=10.244.0.0/24,fd00::/56"],
///     &[],
///     &[create("n0"), create("n1")],
/// );
/// assert_eq!(run.results[0].pod_cidrs, ["10.244.0.0/24", "fd00::/64"]);
/// assert_eq!(run.results[1].events[0].message, "Node n1 status is now: CIDRNotAvailable");
/// ```
pub fn simulate<T: AsRef<str>>(
    version: Version,
    flags: &[T],
    existing: &[Node],
    steps: &[NodeStep],
) -> NodeSimulation {
    let mut run = NodeSimulation::default();
    let started = check(version, &read(flags)).and_then(|config| Controller::start(config, existing));
    let mut controller = match started {
        Ok(controller) => controller,
        Err(refusal) => {
            run.refusal = Some(refusal);
            run.nodes = existing.to_vec();
            return run;
        }
    };
    run.start_log = controller.start_log().to_vec();
    for (index, step) in steps.iter().enumerate() {
        let result = |node: Option<&str>, outcome: NodeOutcome| StepResult {
            step: index,
            node: node.map(str::to_owned),
            pod_cidrs: outcome.pod_cidrs,
            events: outcome.events,
            log: outcome.log,
        };
        let logged = |log| NodeOutcome {
            log,
            ..NodeOutcome::default()
        };
        let restarted = match step {
            NodeStep::Create { name, pod_cidrs } => {
                let outcome = controller.create_node(name, pod_cidrs);
                run.results.push(result(Some(name), outcome));
                continue;
            }
            NodeStep::Delete { name } => {
                let log = controller.delete_node(name);
                run.results.push(result(Some(name), logged(log)));
                continue;
            }
            NodeStep::Retry => {
                let outcomes = controller.retry_pending();
                run.results.extend(
                    outcomes
                        .into_iter()
                        .map(|(name, outcome)| result(Some(&name), outcome)),
                );
                continue;
            }
            NodeStep::Restart => controller.restart(),
            NodeStep::Reconfigure { flags } => {
                check(version, &read(flags)).and_then(|config| controller.reconfigure(config))
            }
        };
        match restarted {
            Ok(next) => {
                run.results.push(result(None, logged(next.start_log().to_vec())));
                controller = next;
            }
            Err(refusal) => {
                run.refusal = Some(refusal);
                break;
            }
        }
    }
    run.nodes = controller.nodes().collect();
    run.pending = controller.pending().map(str::to_owned).collect();
    run
}

fn read<T: AsRef<str>>(flags: &[T]) -> ControllerFlags {
    ControllerFlags::from(&Flags::from_args(flags))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const FLAGS: &[&str] = &["--allocate-node-cidrs", "--cluster-cidr=10.244.0.0/23,fd00::/56"];

    fn create(name: &str) -> NodeStep {
        NodeStep::Create {
            name: name.to_owned(),
            pod_cidrs: Vec::new(),
        }
    }

    #[test]
    fn a_step_has_its_own_members_only() {
        let read = |json: serde_json::Value| {
            crate::document::typed::<NodeStep>(&json)
                .map_err(|misfit| (misfit.place().to_string(), misfit.to_string()))
        };
        let said = |place: &str, reason: &str| Err((place.to_owned(), reason.to_owned()));
        assert_eq!(read(json!({"step": "create", "name": "n0"})), Ok(create("n0")));
        assert_eq!(read(json!({"step": "retry"})), Ok(NodeStep::Retry));
        assert_eq!(
            read(json!({"step": "delete", "name": "n0", "flags": []})),
            said("", "unknown field `flags`, expected `name`")
        );
        assert_eq!(
            read(json!({"step": "retry", "name": "n0"})),
            said("", "unknown field `name`, there are no fields")
        );
        assert_eq!(read(json!({"step": "delete"})), said("", "missing field `name`"));
        assert_eq!(
            read(json!({"step": "reconfigure", "flags": ["--a", 1]})),
            said("/flags/1", "invalid type: integer `1`, expected a string")
        );
    }

    fn run(steps: &[NodeStep]) -> NodeSimulation {
        simulate(Version::minor_version(36), FLAGS, &[], steps)
    }

    #[test]
    fn a_deleted_node_gives_its_blocks_back_and_the_waiting_one_gets_blocks() {
        let delete = NodeStep::Delete {
            name: "n0".to_owned(),
        };
        let got = run(&[create("n0"), create("n1"), create("n2"), delete, NodeStep::Retry]);
        assert_eq!(got.results[2].pod_cidrs, [""; 0]);
        assert_eq!(got.results[2].events[0].reason, "CIDRNotAvailable");
        assert_eq!(
            (got.results[4].step, got.results[4].node.as_deref()),
            (4, Some("n2"))
        );
        assert_eq!(got.results[4].pod_cidrs[0], "10.244.0.0/24");
        assert_eq!(got.nodes.len(), 2);
        assert!(got.pending.is_empty());
    }

    #[test]
    fn flags_that_exclude_a_node_end_the_run() {
        let other = NodeStep::Reconfigure {
            flags: vec![
                "--allocate-node-cidrs".into(),
                "--cluster-cidr=10.9.0.0/23".into(),
            ],
        };
        let got = run(&[create("n0"), other, create("n1")]);
        assert_eq!(got.results.len(), 1);
        assert!(got.refusal.is_some());
        assert_eq!(got.nodes.len(), 1);
    }

    #[test]
    fn a_command_line_is_read_as_the_start_check_reads_it() {
        let steps = [create("n0")];
        let joined = simulate(Version::minor_version(36), FLAGS, &[], &steps);
        for flags in [
            [
                "--allocate-node-cidrs=true",
                "--cluster-cidr",
                "10.244.0.0/23,fd00::/56",
            ]
            .as_slice(),
            &["--allocate_node_cidrs", "--cluster_cidr=10.244.0.0/23,fd00::/56"],
            &[
                "--allocate-node-cidrs",
                "--v",
                "2",
                "--cluster_cidr",
                "10.244.0.0/23,fd00::/56",
            ],
        ] {
            assert_eq!(
                simulate(Version::minor_version(36), flags, &[], &steps),
                joined,
                "{flags:?}"
            );
        }
        assert_eq!(joined.results[0].pod_cidrs, ["10.244.0.0/24", "fd00::/64"]);
    }

    #[test]
    fn gates_of_several_flags_are_merged() {
        let flags = [
            "--allocate-node-cidrs",
            "--cluster-cidr=10.244.0.0/16,fd00:10:244::/56",
            "--feature-gates=IPv6DualStack=true",
            "--feature-gates=EndpointSlice=true",
        ];
        let got = simulate(Version::minor_version(20), &flags, &[], &[create("n0")]);
        assert_eq!(got.refusal, None);
        assert_eq!(got.results[0].pod_cidrs.len(), 2);
    }

    #[test]
    fn a_start_that_is_refused_has_no_results() {
        let got = simulate(
            Version::minor_version(36),
            &[
                "--allocate-node-cidrs",
                "--cluster-cidr=10.244.0.0/16,10.245.0.0/16",
            ],
            &[],
            &[create("n0")],
        );
        assert!(got.results.is_empty());
        assert!(got.refusal.is_some());
    }
}
