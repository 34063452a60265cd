//! A step as people read it: where it is done, how, what is noticed, and how to go back.

use std::rc::Rc;

use serde::Serialize;

use super::MigrationStep;
use super::commands;
use super::files::{patches, settings};
use super::state::State;
use super::ways::{Kind, Planned, one_by_one};
use super::{clouds, pools, tools};
use crate::catalog::transitions::{Standing, Transition, transition};
use crate::i18n::{Catalogue, Message};
use crate::net::IpFamily;
use crate::request::PlanSpec;

/// The nodes on which a step is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum StepNodes {
    /// None: something is sent to the API server.
    None,
    /// Those with API servers.
    ControlPlane,
    /// All of them.
    All,
    /// Those of a cloud's node pools, pool by pool.
    Pools,
    /// Those of a whole cluster, at once.
    Cluster,
}

impl StepNodes {
    const fn as_str(self) -> &'static str {
        match self {
            StepNodes::None => "none",
            StepNodes::ControlPlane => "control-plane",
            StepNodes::All => "all",
            StepNodes::Pools => "pools",
            StepNodes::Cluster => "cluster",
        }
    }
}

const fn nodes_of(kind: Kind) -> StepNodes {
    match kind {
        Kind::ApiServers | Kind::ControllerManager | Kind::ControlPlane | Kind::Version | Kind::Endpoint => {
            StepNodes::ControlPlane
        }
        Kind::Hosts | Kind::Nodes | Kind::NodesKeep | Kind::Kubelets | Kind::NodesVersion | Kind::Gates => {
            StepNodes::All
        }
        Kind::NewCluster | Kind::OldCluster => StepNodes::Cluster,
        Kind::NodePools => StepNodes::Pools,
        Kind::KubeadmConfig
        | Kind::KubeProxy
        | Kind::Plugin
        | Kind::Pods
        | Kind::Dns
        | Kind::DnsSingle
        | Kind::Services
        | Kind::ServicesSingle
        | Kind::ServicesAnew
        | Kind::ServiceCidr
        | Kind::ServiceCidrGone
        | Kind::OldRange
        | Kind::Manifests
        | Kind::Plan
        | Kind::Subnet
        | Kind::CloudUpdate
        | Kind::CloudRange
        | Kind::Workloads => StepNodes::None,
    }
}

/// Returns where it was read that a cloud takes what the step does.
fn taken(before: &PlanSpec, after: &PlanSpec, step: &Planned) -> Option<&'static str> {
    let family = step.family.unwrap_or(IpFamily::IPv4);
    let change = match step.kind {
        Kind::Subnet | Kind::CloudUpdate if after.pod_cidrs.len() < before.pod_cidrs.len() => {
            Transition::OneFamilyAgain
        }
        Kind::Subnet | Kind::CloudUpdate => Transition::SecondFamily,
        Kind::CloudRange if before.pod_cidrs.len() > 1 => Transition::LargerPodsOfTwo,
        Kind::CloudRange => Transition::LargerPods,
        Kind::NodePools => Transition::OtherMask,
        _ => return None,
    };
    let plugin = after.cni.map(|cni| cni.id());
    let row = transition(after.distribution?.id(), plugin, change, family)?;
    (row.standing == Standing::Taken).then_some(row.source)
}

/// Describes a step between two moments.
pub(super) fn described(
    step: &Planned,
    before: &State,
    after: &State,
    catalogue: &Rc<Catalogue>,
) -> MigrationStep {
    let kind = step.kind.as_str();
    let distribution = after.plan.spec.distribution.map(|found| found.row());
    let say = |attribute: &str| {
        let mut message = Message::new(format!("migrate-{kind}{attribute}"))
            .with("subject", step.subject.as_str())
            .with("count", after.nodes.len());
        message = message.with(
            "family",
            step.family.map_or_else(String::new, |family| family.to_string()),
        );
        message.with("distribution", distribution.map_or("Kubernetes", |row| row.title))
    };
    let spec = &after.plan.spec;
    let mut how = say(".how");
    let mut source = taken(&before.plan.spec, spec, step);
    let is_told_by_a_tool = matches!(step.kind, Kind::ControlPlane) || !one_by_one(spec);
    if let Some((own, read)) = tools::how(spec, step.kind) {
        how.and("migrate-joint", own);
        source = source.or(Some(read));
    } else if is_told_by_a_tool
        && matches!(
            step.kind,
            Kind::ControlPlane | Kind::Nodes | Kind::NodesKeep | Kind::Gates | Kind::Endpoint
        )
    {
        let caveat = Message::new("migrate-caveat")
            .with("distribution", distribution.map_or("Kubernetes", |row| row.title));
        how.and("migrate-joint", caveat);
    }
    let id = distribution.map_or("", |row| row.id);
    if let Some(attribute) = clouds::note(id, step.kind) {
        how.and(
            "migrate-joint",
            Message::new(format!("migrate-tool-{id}.{attribute}")),
        );
    }
    // What is exported for the new plan is for a cluster that is built with it.
    let pools_grow =
        matches!(step.kind, Kind::Plugin | Kind::ControlPlane) && !pools::growing(before, after).is_empty();
    if pools_grow {
        how.and("migrate-joint", Message::new("migrate-pools"));
    }
    let flannel = match (after.plan.spec.cni.map(|cni| cni.id()), step.kind) {
        (Some("flannel"), Kind::ControlPlane) if step.family.is_some() && tools::brings_plugin(spec) => {
            Some("migrate-flannel.plugin")
        }
        (Some("flannel"), Kind::Plugin) if step.family.is_some() => Some("migrate-flannel.plugin"),
        (Some("flannel"), Kind::Nodes | Kind::NodesKeep) => Some("migrate-flannel.nodes"),
        _ => None,
    };
    if let Some(id) = flannel {
        how.and("migrate-joint", Message::new(id));
    }
    let nodes = nodes_of(step.kind);
    let commands::Commands {
        commands,
        check,
        prints,
    } = commands::of(step, before, after);
    MigrationStep {
        id: step.id.clone(),
        title: say(""),
        how,
        nodes,
        place: Message::new(format!("migrate-place.{}", nodes.as_str())),
        settings: settings(before, after),
        files: match pools_grow && step.kind == Kind::Plugin {
            true => Vec::new(),
            false => patches(before, after, catalogue),
        },
        commands,
        check,
        prints,
        notice: say(".notice"),
        back: say(".back"),
        until: say(".until"),
        source: source.map(str::to_owned),
        plan: after.text.clone(),
    }
}
