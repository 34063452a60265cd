//! The cluster between two steps: each component with the settings it has at that moment, the nodes with their blocks,
//! the API server with its Services.

use std::collections::BTreeMap;

use super::ways::{Operation, Part, Planned};
use crate::admission::simulator::{Action, ServiceCidrPhase, Simulation};
use crate::admission::{Service, ServiceMetadata, ServiceSpec, namespace_or_default};
use crate::apply::applied;
use crate::components::{KubeadmConfiguration, StartUpCheck, settings_at};
use crate::diagnostic::Component;
use crate::diff::{is_stale, kept_blocks, refused_probe, single_stack};
use crate::document::typed;
use crate::edit::with_plan;
use crate::file_conversion::convert_text;
use crate::i18n::Message;
use crate::kubernetes::Version;
use crate::kubernetes::skew;
use crate::net::{Cidr, IpFamily};
use crate::nodeipam::{Node, NodeStep};
use crate::request::{ClusterPlan, PlanSpec};
use crate::running::{apply, nodes, printed, run_controller, simulation, takes_node_blocks};
use crate::side::Side;
use crate::{Analysis, AnalyzeOptions};

/// Somebody who fails, and the line that says so.
pub(super) type Trouble = (Component, String);

/// What is configured by itself.
const CONFIGURED: [Component; 7] = [
    Component::KubeApiserver,
    Component::KubeControllerManager,
    Component::CloudControllerManager,
    Component::Kubelet,
    Component::KubeProxy,
    Component::Kubeadm,
    Component::Cni,
];

/// A cluster between two steps.
#[derive(Clone)]
pub(super) struct State {
    /// What each component is configured from.
    pub(super) views: BTreeMap<Component, ClusterPlan>,
    /// The plan as far as it is done.
    pub(super) plan: ClusterPlan,
    /// Its text.
    pub(super) text: String,
    /// The nodes with their blocks.
    pub(super) nodes: Vec<Node>,
    /// Nodes that wait for blocks.
    pending: Vec<String>,
    /// The API server.
    api: Option<Simulation>,
}

impl State {
    /// The cluster before the first step.
    pub(super) fn of(from: &Side, to: &Side) -> State {
        let mut plan = from.plan.clone();
        // What the newer plan alone says of the same cluster.
        let spec = &mut plan.spec;
        spec.distribution = spec.distribution.or(to.plan.spec.distribution);
        spec.cni = spec.cni.or(to.plan.spec.cni);
        let mut views = BTreeMap::new();
        for component in CONFIGURED {
            views.insert(component, plan.clone());
        }
        State {
            views,
            plan,
            text: from.text.clone(),
            nodes: nodes(from),
            pending: Vec::new(),
            api: simulation(from),
        }
    }

    pub(super) fn view(&self, component: Component) -> &ClusterPlan {
        self.views.get(&component).unwrap_or(&self.plan)
    }

    /// Whether kubeadm keeps the configuration.
    pub(super) fn by_kubeadm(&self) -> bool {
        self.plan
            .spec
            .distribution
            .is_some_and(|found| found.row().kubeadm)
    }

    /// Does a step, and returns what is refused in doing it.
    pub(super) fn apply(&mut self, step: &Planned, to: &Side) -> Vec<Trouble> {
        let mut troubles = Vec::new();
        for operation in &step.operations {
            self.operate(operation, to, &mut troubles);
        }
        self.text = match step.convert_to {
            Some(version) => convert_text(&self.text, version).0.text,
            None => with_plan(&self.text, &self.plan),
        };
        if step.convert_to.is_some() {
            troubles.extend(self.refused_manifests());
        }
        troubles
    }

    fn operate(&mut self, operation: &Operation, to: &Side, troubles: &mut Vec<Trouble>) {
        match operation {
            Operation::Configure { component, parts } => {
                if let Some(view) = self.views.get_mut(component) {
                    parts
                        .iter()
                        .for_each(|part| copy(part, &to.plan.spec, &mut view.spec));
                }
                parts
                    .iter()
                    .for_each(|part| copy(part, &to.plan.spec, &mut self.plan.spec));
                if *component == Component::KubeApiserver && parts.contains(&Part::Services) {
                    self.set_service_ranges();
                }
            }
            Operation::Version { component, version } => self.set_version(*component, *version, troubles),
            Operation::RegisterNodes => self.register_nodes(&to.plan.spec, troubles),
            Operation::Api(action) => {
                if let Some(text) = self.api.as_mut().and_then(|api| apply(api, (**action).clone())) {
                    troubles.push((Component::KubeApiserver, text));
                }
            }
            Operation::SingleStack(names) => {
                for name in names {
                    let refused = self.api.as_mut().and_then(|api| single_stack(api, name));
                    troubles.extend(refused.map(|text| (Component::KubeApiserver, text)));
                }
            }
            Operation::CreateAgain(names) => {
                for name in names {
                    troubles.extend(
                        self.create_again(name, to)
                            .map(|text| (Component::KubeApiserver, text)),
                    );
                }
            }
            Operation::ApplyServices => troubles.extend(self.apply_services(to)),
            Operation::NewCluster => *self = State::of(to, to),
        }
    }

    fn set_service_ranges(&mut self) {
        let service_cidrs = self.view(Component::KubeApiserver).spec.service_cidrs.clone();
        if let Some(api) = &mut self.api {
            api.apply(Action::SetServiceRanges { service_cidrs });
            api.apply(Action::Wait { seconds: 10 });
        }
    }

    fn set_version(&mut self, component: Component, version: Version, troubles: &mut Vec<Trouble>) {
        let before = self.view(component).spec.kubernetes_version;
        let by_kubeadm = self.by_kubeadm();
        if let Some(view) = self.views.get_mut(&component) {
            view.spec.kubernetes_version = version;
        }
        if component != Component::KubeApiserver {
            return;
        }
        self.plan.spec.kubernetes_version = version;
        if !skew::is_one_step(before, version) {
            let refusal = skew::kubeadm_refusal(before, version).filter(|_| by_kubeadm);
            let line = refusal.unwrap_or_else(|| format!("kube-apiserver {before} → {version}"));
            let who = if by_kubeadm {
                Component::Kubeadm
            } else {
                Component::KubeApiserver
            };
            troubles.push((who, line));
        }
        if let Some(api) = &mut self.api {
            api.apply(Action::SetVersion { version });
        }
    }

    /// Registers every node anew that does not have what a new one gets.
    fn register_nodes(&mut self, wanted: &PlanSpec, troubles: &mut Vec<Trouble>) {
        let mut steps = vec![NodeStep::Restart];
        for node in self.nodes.iter().filter(|node| is_stale(node, wanted)) {
            steps.push(NodeStep::Delete {
                name: node.name.clone(),
            });
            steps.push(NodeStep::Create {
                name: node.name.clone(),
                pod_cidrs: kept_blocks(node, wanted),
            });
        }
        let run = run_controller(self.view(Component::KubeControllerManager), &self.nodes, &steps);
        match run.refusal {
            Some(refusal) => troubles.push((Component::KubeControllerManager, refusal.printed())),
            None => {
                self.nodes = run.nodes;
                self.pending = run.pending;
            }
        }
        let events = run.results.iter().flat_map(|result| &result.events);
        if let Some(event) = events.into_iter().next() {
            troubles.push((Component::KubeControllerManager, event.message.clone()));
        }
    }

    /// Deletes a Service and creates it as the newer file has it, or as it was without its addresses.
    fn create_again(&mut self, name: &str, to: &Side) -> Option<String> {
        let (namespace, name) = name.split_once('/').unwrap_or(("default", name));
        let ranges = self.view(Component::KubeApiserver).spec.services()?;
        let api = self.api.as_mut()?;
        let stored = api.services().into_iter().find(|view| {
            let own = namespace_or_default(&view.metadata.namespace);
            own == namespace && view.metadata.name == name
        })?;
        let metadata = ServiceMetadata {
            name: name.to_owned(),
            namespace: namespace.to_owned(),
            ..ServiceMetadata::default()
        };
        let mut spec = stored.stored;
        spec.cluster_ip = String::new();
        spec.cluster_ips = None;
        if namespace == "default" && name == "kubernetes" {
            // The API servers create their own again, with the first address of their range.
            spec.cluster_ip = ranges.primary().address(1)?.to_string();
        }
        let sent = to
            .analysis
            .services()
            .iter()
            .find(|service| service.namespace == namespace && service.name == name)
            .and_then(|service| typed::<Service>(&service.sent).ok());
        let service = sent.unwrap_or(Service { metadata, spec });
        let _ = apply(
            api,
            Action::Delete {
                namespace: namespace.to_owned(),
                name: name.to_owned(),
            },
        );
        apply(api, Action::Create { service })
    }

    /// Applies the Services of the newer file.
    fn apply_services(&mut self, to: &Side) -> Vec<Trouble> {
        let mut troubles = Vec::new();
        let Some(api) = &mut self.api else {
            return troubles;
        };
        for service in to.analysis.services().iter().filter(|service| !service.replaced) {
            let stored = api.services().into_iter().find(|view| {
                let own = namespace_or_default(&view.metadata.namespace);
                own == service.namespace && view.metadata.name == service.name
            });
            let object = match &stored {
                Some(view) => applied(&view.seen, &serde_json::Value::Null, &service.sent),
                None => service.sent.clone(),
            };
            let Ok(sent) = typed::<Service>(&object) else {
                continue;
            };
            let refused = apply(api, Action::Replace { service: sent });
            troubles.extend(refused.map(|text| (Component::KubeApiserver, text)));
        }
        troubles
    }

    /// What the API server of the plan says to the manifests beside it.
    fn refused_manifests(&self) -> Vec<Trouble> {
        let analysis = Analysis::of(&self.text, &AnalyzeOptions::default());
        let services = analysis.services().iter();
        services
            .filter_map(|service| service.admission.as_ref()?.refused())
            .map(|refusal| (Component::KubeApiserver, refusal.message.clone()))
            .collect()
    }

    /// Returns everything that does not work now.
    pub(super) fn troubles(&self) -> Vec<Trouble> {
        let mut found = Vec::new();
        for (component, view) in &self.views {
            let version = view.spec.kubernetes_version;
            let settings = settings_at(view, version);
            let check = match component {
                Component::Kubeadm if self.by_kubeadm() => {
                    let configuration = KubeadmConfiguration::of_plan(view, &settings);
                    StartUpCheck::of(version, Component::Kubeadm, configuration.into())
                }
                Component::Kubeadm | Component::Cni => continue,
                _ => match settings.iter().find(|settings| settings.component == *component) {
                    Some(own) => StartUpCheck::of_settings(version, own),
                    None => continue,
                },
            };
            found.extend(printed(&check).map(|line| (*component, line)));
        }
        let run = run_controller(self.view(Component::KubeControllerManager), &self.nodes, &[]);
        if let Some(refusal) = run.refusal {
            let line = refusal.printed();
            let is_told = found.iter().any(|(_, told)| *told == line);
            if !is_told {
                found.push((Component::KubeControllerManager, line));
            }
        }
        found.extend(self.skew_troubles());
        found.extend(self.flannel_trouble());
        if let Some(api) = &self.api {
            for view in api.services() {
                let refused = view.update_refused.map(|refusal| refusal.message);
                found.extend(refused.map(|text| (Component::KubeApiserver, text)));
            }
            let dual = self.view(Component::KubeApiserver).spec.service_cidrs.len() > 1;
            found.extend(refused_probe(api, dual).map(|text| (Component::KubeApiserver, text)));
        }
        found
    }

    /// Flannel of a node that has an IPv6 block, and no IPv6 network in its configuration
    /// (flannel-io/flannel pkg/subnet/kube/kube.go, `AcquireLease`).
    fn flannel_trouble(&self) -> Option<Trouble> {
        let spec = &self.view(Component::Cni).spec;
        let is_six = |cidr: &Cidr| cidr.family() == IpFamily::IPv6;
        if spec.cni.is_none_or(|cni| cni.id() != "flannel") || spec.pod_cidrs.iter().any(is_six) {
            return None;
        }
        let (node, block) = self.nodes.iter().find_map(|node| {
            let blocks = node
                .pod_cidrs
                .iter()
                .filter_map(|block| block.parse::<Cidr>().ok());
            Some((&node.name, blocks.into_iter().find(is_six)?))
        })?;
        let line = format!(
            "subnet \"{block}\" specified in the PodCIDR, but doesn't exist in the flannel net config of the \"{node}\" node"
        );
        Some((Component::Cni, line))
    }

    /// Versions that may not run together.
    fn skew_troubles(&self) -> Vec<Trouble> {
        let version = |component| self.view(component).spec.kubernetes_version;
        let apiserver = version(Component::KubeApiserver);
        let mut found = Vec::new();
        let mut say = |component: Component| {
            let line = format!(
                "{} {} / kube-apiserver {apiserver}",
                component.as_str(),
                version(component)
            );
            found.push((component, line));
        };
        for component in [Component::Kubelet, Component::KubeProxy] {
            if !skew::kubelet_fits(version(component), apiserver) {
                say(component);
            }
        }
        if !skew::controller_fits(version(Component::KubeControllerManager), apiserver) {
            say(Component::KubeControllerManager);
        }
        found
    }

    /// Returns what is not as the newer plan wants it, behind the last step.
    pub(super) fn left_over(&self, to: &Side) -> Vec<(Component, Message)> {
        let mut found = Vec::new();
        let spec = &to.plan.spec;
        let stale = self.nodes.iter().filter(|node| is_stale(node, spec)).count();
        if stale > 0 && takes_node_blocks(spec) {
            found.push((
                Component::KubeControllerManager,
                Message::new("migrate-left-nodes").with("count", stale),
            ));
        }
        let names = self.stranded();
        if !names.is_empty() {
            let message = Message::new("migrate-left-services")
                .with("count", names.len())
                .with("names", names.join(", "));
            found.push((Component::KubeApiserver, message));
        }
        found
    }

    /// Returns a Service as it is stored.
    pub(super) fn service(&self, name: &str) -> Option<ServiceSpec> {
        let (namespace, name) = name.split_once('/').unwrap_or(("default", name));
        let views = self.api.as_ref()?.services();
        let found = views.into_iter().find(|view| {
            namespace_or_default(&view.metadata.namespace) == namespace && view.metadata.name == name
        });
        found.map(|view| view.stored)
    }

    /// The Services with an address outside of every range.
    pub(super) fn stranded(&self) -> Vec<String> {
        let Some(api) = &self.api else {
            return Vec::new();
        };
        let objects = api
            .service_cidrs()
            .iter()
            .filter(|object| object.phase == ServiceCidrPhase::Ready)
            .flat_map(|object| object.cidrs.iter().copied());
        let ranges: Vec<Cidr> = api.ranges().iter().copied().chain(objects).collect();
        // A family that the API servers do not have is nobody's, whatever an object says.
        let families = api.ranges().families();
        let is_inside = |text: &String| {
            text.parse().map_or(true, |address| {
                families.iter().any(|family| *family == IpFamily::of(address))
                    && ranges.iter().any(|cidr| cidr.contains_address(address))
            })
        };
        api.services()
            .iter()
            .filter(|view| !view.stored.ips().iter().all(is_inside))
            .map(|view| {
                format!(
                    "{}/{}",
                    namespace_or_default(&view.metadata.namespace),
                    view.metadata.name
                )
            })
            .collect()
    }
}

/// Returns whether nodes of a plan show blocks by which one sees what they have.
pub(super) fn has_node_blocks(spec: &PlanSpec) -> bool {
    takes_node_blocks(spec)
}

/// Copies a part of a plan.
fn copy(part: &Part, from: &PlanSpec, into: &mut PlanSpec) {
    match part {
        Part::Pods => {
            into.pod_cidrs.clone_from(&from.pod_cidrs);
            into.nodes.mask_size_ipv4 = from.nodes.mask_size_ipv4;
            into.nodes.mask_size_ipv6 = from.nodes.mask_size_ipv6;
        }
        Part::Services => into.service_cidrs.clone_from(&from.service_cidrs),
        Part::NodeNetworks => into.node_cidrs.clone_from(&from.node_cidrs),
        Part::Advertise => {
            into.advertise_address = from.advertise_address;
            into.control_plane_endpoint
                .clone_from(&from.control_plane_endpoint);
        }
        Part::MaxPods => into.nodes.max_pods = from.nodes.max_pods,
        Part::Plugin => {
            into.cni = from.cni;
            into.tools.clone_from(&from.tools);
        }
        Part::Gate(name) => {
            match from.feature_gates.get(name) {
                Some(on) => into.feature_gates.insert(name.clone(), *on),
                None => into.feature_gates.remove(name),
            };
        }
    }
}
