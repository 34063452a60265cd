//! The cluster that runs before a change: the nodes with the blocks that they hold, kube-controller-manager that starts
//! with them, the API server with the Services that it stores.

use std::collections::BTreeSet;

use crate::admission::held::KUBERNETES_SERVICE;
use crate::admission::simulator::{Action, ActionResult, ServiceView, Simulation, TimelineEntry};
use crate::admission::{Service, ServiceMetadata, namespace_or_default};
use crate::catalog::PodAddressSource;
use crate::components::{Effect, StartUpCheck, settings_at};
use crate::diagnostic::Component;
use crate::kubernetes::Version;
use crate::net::Cidr;
use crate::nodeipam::{self, Node, NodeSimulation, NodeStep};
use crate::request::{ClusterPlan, PlanSpec};
use crate::side::Side;

/// The largest number of nodes that are looked at one by one: the size up to which Kubernetes is tested.
const MOST_NODES: u32 = 5_000;

/// The reasons of events that say that a Service has to be created again.
const SERVICE_EVENTS: [&str; 3] = [
    "ClusterIPNotValid",
    "ClusterIPOutOfRange",
    "ClusterIPAlreadyAllocated",
];

/// Returns the Nodes of a plan file; where it has none, the planned ones, each with the block that it gets if they join one
/// after the other.
pub(crate) fn nodes(side: &Side) -> Vec<Node> {
    let Ok(blocks) = side.analysis.node_blocks() else {
        return Vec::new();
    };
    let texts = |cidrs: &[Cidr]| cidrs.iter().map(Cidr::to_string).collect();
    if !blocks.existing().is_empty() {
        return blocks
            .existing()
            .iter()
            .map(|(name, cidrs)| Node {
                name: name.clone(),
                pod_cidrs: texts(cidrs),
            })
            .collect();
    }
    let count = side.plan.spec.nodes.count.min(MOST_NODES);
    // A u32 fits every usize that this runs on.
    let page = blocks.page(0, count as usize);
    page.nodes
        .iter()
        .map(|block| Node {
            name: format!("node-{:04}", block.node.saturating_add(1)),
            pod_cidrs: texts(&block.pod_cidrs),
        })
        .collect()
}

/// Returns how many nodes a plan file has: its Node objects, or the number that it plans for today.
pub(crate) fn node_count(side: &Side) -> u64 {
    let existing = side.analysis.node_blocks().map(|blocks| blocks.existing().len());
    match existing {
        Ok(existing) if existing > 0 => existing as u64,
        _ => u64::from(side.plan.spec.nodes.count),
    }
}

/// Returns whether pods have the addresses of `Node.spec.podCIDRs`.
pub(crate) fn takes_node_blocks(spec: &PlanSpec) -> bool {
    matches!(spec.pod_addresses(), None | Some(PodAddressSource::NodePodCidrs))
}

/// Returns the command line of a component for a plan at a version.
pub(crate) fn arguments(plan: &ClusterPlan, component: Component, version: Version) -> Vec<String> {
    settings_at(plan, version)
        .iter()
        .filter(|settings| settings.component == component)
        .flat_map(|settings| settings.arguments())
        .collect()
}

/// Runs kube-controller-manager with the settings of a plan, existing nodes and some steps.
pub(crate) fn run_controller(plan: &ClusterPlan, nodes: &[Node], steps: &[NodeStep]) -> NodeSimulation {
    let version = plan.spec.kubernetes_version;
    let flags = arguments(plan, Component::KubeControllerManager, version);
    nodeipam::simulate(version, &flags, nodes, steps)
}

/// Returns the lines that a component prints when it does not start with the settings of a plan at a version.
pub(crate) fn refusal_of(plan: &ClusterPlan, component: Component, version: Version) -> Option<String> {
    let settings = settings_at(plan, version);
    let own = settings.iter().find(|settings| settings.component == component)?;
    printed(&StartUpCheck::of_settings(version, own))
}

/// Returns the lines of a component that does not start, or whose controller does not. `None` if it runs.
pub(crate) fn printed(check: &StartUpCheck) -> Option<String> {
    let fatal: Vec<String> = check
        .failed_checks
        .iter()
        .filter(|failed| failed.effect == Effect::Fatal)
        .map(|failed| format!("{}{}", failed.prefix, failed.text))
        .collect();
    match (check.printed.is_empty(), fatal.is_empty()) {
        (false, _) => Some(check.printed.join("\n")),
        (true, false) => Some(fatal.join("\n")),
        (true, true) => None,
    }
}

/// Returns a cluster that holds the Services of a plan file, with the addresses that they have there. `None` if its
/// Service ranges are not usable.
pub(crate) fn simulation(side: &Side) -> Option<Simulation> {
    side.api.get_or_init(|| stored_services(side)).clone()
}

fn stored_services(side: &Side) -> Option<Simulation> {
    let start = side.analysis.cluster()?.start();
    let mut simulation = Simulation::new(start).ok()?;
    let reports = side.analysis.services().iter();
    let others =
        reports.filter(|report| (report.namespace.as_str(), report.name.as_str()) != KUBERNETES_SERVICE);
    simulation.create_all(others.filter_map(|report| {
        let metadata = ServiceMetadata {
            name: report.name.clone(),
            namespace: report.namespace.clone(),
            ..ServiceMetadata::default()
        };
        Some(Service {
            metadata,
            spec: report.stored()?.clone(),
        })
    }));
    Some(simulation)
}

/// A Service that a change breaks, and what is said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Broken {
    /// Its namespace and name: `default/web`.
    pub(crate) name: String,
    /// The text of the event, or of the refusal of its next update.
    pub(crate) text: String,
}

/// Returns the Services that an event since the action `from` says to create again, or whose every update is refused.
pub(crate) fn broken(simulation: &Simulation, from: usize) -> Vec<Broken> {
    let mut found: Vec<Broken> = Vec::new();
    let mut known: BTreeSet<String> = BTreeSet::new();
    let mut add = |name: String, text: &str| {
        if known.insert(name.clone()) {
            found.push(Broken {
                name,
                text: text.to_owned(),
            });
        }
    };
    let services = simulation.services();
    let name_of = |view: &ServiceView| {
        let ServiceMetadata { namespace, name, .. } = &view.metadata;
        format!("{}/{name}", namespace_or_default(namespace))
    };
    let mut present: BTreeSet<String> = BTreeSet::new();
    present.extend(services.iter().map(name_of));
    let recent = simulation.timeline().iter().skip(from);
    for event in recent.flat_map(|entry| &entry.events) {
        if SERVICE_EVENTS.contains(&event.reason) && present.contains(&event.object) {
            add(event.object.clone(), &event.message);
        }
    }
    for view in &services {
        if let Some(refusal) = &view.update_refused {
            add(name_of(view), &refusal.message);
        }
    }
    found
}

/// Returns why an action was refused. `None` if it was done.
pub(crate) fn refused(entry: &TimelineEntry) -> Option<String> {
    refusal_in(&entry.result)
}

/// Returns why a result is a refusal. `None` if it is none.
pub(crate) fn refusal_in(result: &ActionResult) -> Option<String> {
    match result {
        ActionResult::Done => None,
        ActionResult::Refused { refusal } => Some(refusal.message.clone()),
        ActionResult::Admitted { admission } => admission.refused().map(|refusal| refusal.message.clone()),
    }
}

/// Applies an action, and returns why it was refused. `None` if it was done.
pub(crate) fn apply(simulation: &mut Simulation, action: Action) -> Option<String> {
    simulation.apply(action);
    simulation.timeline().last().and_then(refused)
}
