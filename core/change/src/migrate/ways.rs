//! Which steps lead from one plan to another, and in which order.

use super::{clouds, tools};
use crate::admission::namespace_or_default;
use crate::admission::simulator::Action;
use crate::components::settings_at;
use crate::diagnostic::Component;
use crate::diff::{Difference, Way, is_stale, two_addresses, way};
use crate::file_conversion::convert_text;
use crate::kubernetes::Version;
use crate::kubernetes::gates::{GateState, state as gate_state};
use crate::kubernetes::skew::{self, VersionPath};
use crate::net::{Cidr, IpFamily};
use crate::radius::BlastRadius;
use crate::request::{ClusterPlan, PlanSpec};
use crate::running::{nodes, simulation, takes_node_blocks};
use crate::side::Side;

/// A part of a plan that components are configured from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Pod ranges and node masks.
    Pods,
    /// Service ranges.
    Services,
    /// The networks of the nodes' own addresses.
    NodeNetworks,
    /// The addresses of the API servers.
    Advertise,
    /// The number of pods on a node.
    MaxPods,
    /// The network plugin and its release.
    Plugin,
    /// A feature gate.
    Gate(String),
}

/// What a step does to the cluster.
#[derive(Clone, Debug)]
pub(super) enum Operation {
    /// A component is started with parts of the newer plan.
    Configure { component: Component, parts: Vec<Part> },
    /// A component is replaced by another version.
    Version { component: Component, version: Version },
    /// Nodes are registered anew, one after the other.
    RegisterNodes,
    /// A request to the API server.
    Api(Box<Action>),
    /// Services are made single-stack.
    SingleStack(Vec<String>),
    /// Services are deleted and created again.
    CreateAgain(Vec<String>),
    /// The Services of the newer file are applied.
    ApplyServices,
    /// Another cluster takes the place of this one.
    NewCluster,
}

/// What kind of step it is, by which it is described.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Hosts,
    ApiServers,
    ControllerManager,
    ControlPlane,
    KubeadmConfig,
    KubeProxy,
    Plugin,
    Nodes,
    NodesKeep,
    Kubelets,
    Pods,
    Dns,
    DnsSingle,
    Services,
    ServicesSingle,
    ServicesAnew,
    ServiceCidr,
    ServiceCidrGone,
    OldRange,
    Gates,
    Version,
    NodesVersion,
    Manifests,
    Endpoint,
    Plan,
    NewCluster,
    Workloads,
    OldCluster,
    Subnet,
    CloudUpdate,
    CloudRange,
    NodePools,
}

impl Kind {
    /// The name of the kind, which is a part of message ids and, where there is one step of the kind, the step's name.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Kind::Hosts => "hosts",
            Kind::ApiServers => "api-servers",
            Kind::ControllerManager => "controller-manager",
            Kind::ControlPlane => "control-plane",
            Kind::KubeadmConfig => "kubeadm-config",
            Kind::KubeProxy => "kube-proxy",
            Kind::Plugin => "plugin",
            Kind::Nodes => "nodes",
            Kind::NodesKeep => "nodes-keep",
            Kind::Kubelets => "kubelets",
            Kind::Pods => "pods",
            Kind::Dns => "dns",
            Kind::DnsSingle => "dns-single",
            Kind::Services => "services",
            Kind::ServicesSingle => "services-single",
            Kind::ServicesAnew => "services-anew",
            Kind::ServiceCidr => "service-cidr",
            Kind::ServiceCidrGone => "service-cidr-gone",
            Kind::OldRange => "old-range",
            Kind::Gates => "gates",
            Kind::Version => "version",
            Kind::NodesVersion => "nodes-version",
            Kind::Manifests => "manifests",
            Kind::Endpoint => "endpoint",
            Kind::Plan => "plan",
            Kind::NewCluster => "new-cluster",
            Kind::Workloads => "workloads",
            Kind::OldCluster => "old-cluster",
            Kind::Subnet => "subnet",
            Kind::CloudUpdate => "cloud-update",
            Kind::CloudRange => "cloud-range",
            Kind::NodePools => "node-pools",
        }
    }
}

/// A step before it is done.
#[derive(Clone, Debug)]
pub(super) struct Planned {
    pub(super) id: String,
    pub(super) kind: Kind,
    pub(super) operations: Vec<Operation>,
    /// The version in whose form the file is written.
    pub(super) convert_to: Option<Version>,
    /// What commands name: an object, a version, the first of several names.
    pub(super) subject: String,
    /// The family that comes or goes.
    pub(super) family: Option<IpFamily>,
}

impl Planned {
    pub(super) fn new(kind: Kind, operations: Vec<Operation>) -> Planned {
        Planned {
            id: kind.as_str().to_owned(),
            kind,
            operations,
            convert_to: None,
            subject: String::new(),
            family: None,
        }
    }

    pub(super) fn about(self, subject: impl Into<String>) -> Planned {
        Planned {
            subject: subject.into(),
            ..self
        }
    }

    fn named(self, id: impl Into<String>) -> Planned {
        Planned {
            id: id.into(),
            ..self
        }
    }

    pub(super) fn of_family(self, family: Option<IpFamily>) -> Planned {
        Planned { family, ..self }
    }
}

pub(super) fn configure(component: Component, parts: &[Part]) -> Operation {
    Operation::Configure {
        component,
        parts: parts.to_vec(),
    }
}

/// Returns the steps where there is no way within the cluster. What is impossible has none.
pub(super) fn to_a_new_cluster(reasons: &[Difference]) -> Vec<Planned> {
    let impossible = reasons
        .iter()
        .any(|reason| reason.blast == BlastRadius::Impossible);
    match impossible {
        true => Vec::new(),
        false => vec![
            Planned::new(Kind::NewCluster, vec![Operation::NewCluster]),
            Planned::new(Kind::Workloads, Vec::new()),
            Planned::new(Kind::OldCluster, Vec::new()),
        ],
    }
}

/// How a distribution configures its components.
pub(super) fn one_by_one(spec: &PlanSpec) -> bool {
    match spec.distribution.map(|distribution| distribution.id()) {
        None => true,
        Some(id) => matches!(id, "kubeadm" | "kind" | "minikube"),
    }
}

/// The name of the ServiceCIDR object that holds the new range until that of the flag does.
const HELPER: &str = "new-services";

/// Returns the steps within the cluster.
pub(super) fn within(from: &Side, to: &Side) -> Vec<Planned> {
    let (mut steps, text) = versions(from, to);
    // The rest is done at the version of the newer plan, with the manifests in its form.
    let upgraded = Side::read(&[("", &text)], 0, "").ok();
    let first = from;
    let from = upgraded.as_ref().unwrap_or(from);
    let mut now = from.plan.clone();
    now.spec.kubernetes_version = to.plan.spec.kubernetes_version;
    now.spec.distribution = now.spec.distribution.or(to.plan.spec.distribution);
    now.spec.cni = now.spec.cni.or(to.plan.spec.cni);
    let change = Change {
        first,
        from,
        to,
        now,
        by_kubeadm: to
            .plan
            .spec
            .distribution
            .or(from.plan.spec.distribution)
            .is_some_and(|found| found.row().kubeadm),
    };
    steps.extend(change.gates());
    steps.extend(change.ranges());
    steps.extend(change.objects());
    steps.extend(change.single_fields());
    steps.extend(change.services());
    if steps.is_empty() && from.text != to.text {
        steps.push(Planned::new(Kind::Plan, Vec::new()));
    }
    steps
}

/// The steps of an upgrade, minor by minor, what would not start taken away before; and the text of the plan behind them.
fn versions(from: &Side, to: &Side) -> (Vec<Planned>, String) {
    let (old, new) = (&from.plan.spec, &to.plan.spec);
    let (start, goal) = (old.kubernetes_version, new.kubernetes_version);
    let way = match skew::path(start, goal) {
        VersionPath::SameMinor if skew::is_same(start, goal) => {
            return (Vec::new(), from.text.clone());
        }
        VersionPath::SameMinor => vec![goal],
        VersionPath::Up(versions) => versions,
        VersionPath::Down(_) => return (Vec::new(), from.text.clone()),
    };
    let distribution = old.distribution.or(new.distribution);
    let nodes_follow =
        distribution.is_some_and(|found| found.row().kubeadm || clouds::nodes_follow(found.id()));
    let mut steps = Vec::new();
    let mut gates: Vec<String> = old.feature_gates.keys().cloned().collect();
    let (mut current, mut kubelets) = (start, start);
    let mut text = from.text.clone();
    for version in way {
        let refused: Vec<String> = gates
            .iter()
            .filter(|gate| {
                let value = old.feature_gates.get(*gate).copied().unwrap_or_default();
                match gate_state(gate, version) {
                    GateState::Unknown => true,
                    GateState::Known(row) => row.locked && row.on != value,
                    GateState::Untracked => false,
                }
            })
            .cloned()
            .collect();
        if !refused.is_empty() {
            gates.retain(|gate| !refused.contains(gate));
            steps.push(gate_step(&refused).named(format!("gates-before-{version}")));
        }
        // Kubelets that would be too far behind come first. kubeadm and EKS want them to follow every time.
        if kubelets != current && (nodes_follow || !skew::kubelet_fits(kubelets, version)) {
            steps.push(nodes_version(current));
            kubelets = current;
        }
        let replaced = [
            Component::KubeApiserver,
            Component::KubeControllerManager,
            Component::CloudControllerManager,
            Component::Kubeadm,
            Component::KubeProxy,
            Component::Cni,
        ];
        let operations = replaced
            .into_iter()
            .map(|component| Operation::Version { component, version })
            .collect();
        steps.push(
            Planned::new(Kind::Version, operations)
                .named(format!("control-plane-{version}"))
                .about(version.to_string()),
        );
        let (converted, _) = convert_text(&text, version);
        if converted.services.iter().any(|service| service.changed) {
            steps.push(Planned {
                convert_to: Some(version),
                ..Planned::new(Kind::Manifests, Vec::new())
                    .named(format!("manifests-{version}"))
                    .about(version.to_string())
            });
        }
        text = converted.text;
        current = version;
    }
    steps.push(nodes_version(goal));
    (steps, text)
}

fn nodes_version(version: Version) -> Planned {
    let operation = Operation::Version {
        component: Component::Kubelet,
        version,
    };
    Planned::new(Kind::NodesVersion, vec![operation])
        .named(format!("nodes-{version}"))
        .about(version.to_string())
}

/// Every component that reads gates gets them as the newer plan has them.
fn gate_step(gates: &[String]) -> Planned {
    let parts: Vec<Part> = gates.iter().cloned().map(Part::Gate).collect();
    let readers = [
        Component::KubeApiserver,
        Component::KubeControllerManager,
        Component::CloudControllerManager,
        Component::Kubelet,
        Component::KubeProxy,
        Component::Kubeadm,
    ];
    let operations = readers
        .into_iter()
        .map(|component| configure(component, &parts))
        .collect();
    Planned::new(Kind::Gates, operations).about(gates.join(","))
}

/// A change within a version.
pub(super) struct Change<'a> {
    /// The older plan before any upgrade: its API server stored the Services. A manifest that it took may be refused by the
    /// newer version, and what is stored stays.
    pub(super) first: &'a Side,
    pub(super) from: &'a Side,
    pub(super) to: &'a Side,
    /// The older plan at the version of the newer one.
    pub(super) now: ClusterPlan,
    by_kubeadm: bool,
}

impl Change<'_> {
    fn gates(&self) -> Vec<Planned> {
        let (old, new) = (&self.now.spec, &self.to.plan.spec);
        let version = new.kubernetes_version;
        let differs = |gate: &&String| old.feature_gates.get(*gate) != new.feature_gates.get(*gate);
        // Those that this version does not know were taken away before it came.
        let is_there = |gate: &&String| {
            new.feature_gates.contains_key(*gate) || !matches!(gate_state(gate, version), GateState::Unknown)
        };
        let mut gates: Vec<String> = new.feature_gates.keys().filter(differs).cloned().collect();
        let gone = old
            .feature_gates
            .keys()
            .filter(|gate| !new.feature_gates.contains_key(*gate));
        gates.extend(gone.filter(is_there).cloned());
        match gates.is_empty() {
            true => Vec::new(),
            false => vec![gate_step(&gates)],
        }
    }

    fn ranges(&self) -> Vec<Planned> {
        let (old, new) = (&self.now.spec, &self.to.plan.spec);
        let pods = old.pod_cidrs != new.pod_cidrs || masks(old) != masks(new);
        let services = old.service_cidrs != new.service_cidrs;
        let networks = old.node_cidrs != new.node_cidrs;
        let max_pods = old.nodes.max_pods != new.nodes.max_pods;
        if new.distribution.is_some_and(|found| found.row().managed) {
            return clouds::ranges(self, networks || max_pods);
        }
        if !pods && !services {
            let parts: Vec<Part> = [(networks, Part::NodeNetworks), (max_pods, Part::MaxPods)]
                .into_iter()
                .filter_map(|(changed, part)| changed.then_some(part))
                .collect();
            return match parts.is_empty() {
                true => Vec::new(),
                false => vec![Planned::new(
                    Kind::Kubelets,
                    vec![configure(Component::Kubelet, &parts)],
                )],
            };
        }
        let goes = gone(&old.pod_cidrs, &new.pod_cidrs).or(gone(&old.service_cidrs, &new.service_cidrs));
        let comes = gone(&new.pod_cidrs, &old.pod_cidrs).or(gone(&new.service_cidrs, &old.service_cidrs));
        match goes {
            Some(family) => self.family_goes(family, pods, services),
            None => self.grow(comes, pods, services),
        }
    }

    /// Ranges grow, move, or a second family comes.
    fn grow(&self, family: Option<IpFamily>, pods: bool, services: bool) -> Vec<Planned> {
        let mut steps = Vec::new();
        if family.is_some() {
            steps.push(
                Planned::new(
                    Kind::Hosts,
                    vec![configure(Component::Cni, &[Part::NodeNetworks])],
                )
                .of_family(family),
            );
        }
        let anew = self.addresses_left_behind();
        steps.extend(self.new_range(&anew));
        steps.extend(self.control_plane(pods, services, family));
        if !anew.is_empty() {
            steps.extend(self.old_range(&anew));
        }
        steps.extend(self.behind_the_control_plane(pods, services, family));
        steps
    }

    /// The object that holds the new range until that of the flag does, where Services have addresses of the old one.
    fn new_range(&self, names: &[String]) -> Option<Planned> {
        if names.is_empty() || !self.has_objects() {
            return None;
        }
        let cidrs = self
            .to
            .plan
            .spec
            .service_cidrs
            .iter()
            .map(Cidr::to_string)
            .collect();
        let create = Action::CreateServiceCidr {
            name: HELPER.to_owned(),
            cidrs,
        };
        Some(
            Planned::new(Kind::ServiceCidr, vec![Operation::Api(Box::new(create))])
                .named(format!("service-cidr-{HELPER}"))
                .about(HELPER),
        )
    }

    /// Whether the API server has ServiceCIDR objects.
    fn has_objects(&self) -> bool {
        let cluster = self.to.analysis.cluster();
        cluster.is_some_and(|cluster| cluster.service_cidr_api().is_some())
    }

    /// The Services whose addresses of the families that stay are not in the newer ranges.
    fn addresses_left_behind(&self) -> Vec<String> {
        let Some(start) = simulation(self.first) else {
            return Vec::new();
        };
        let mut candidate = self.now.clone();
        candidate
            .spec
            .service_cidrs
            .clone_from(&self.to.plan.spec.service_cidrs);
        let ranges = &candidate.spec.service_cidrs;
        let is_outside = |text: &String| {
            text.parse().is_ok_and(|address| {
                let of_family = |cidr: &&Cidr| cidr.family() == IpFamily::of(address);
                let mut own = ranges.iter().filter(of_family).peekable();
                own.peek().is_some() && !own.any(|cidr| cidr.contains_address(address))
            })
        };
        start
            .services()
            .iter()
            .filter(|view| view.stored.ips().iter().any(is_outside))
            .map(|view| {
                format!(
                    "{}/{}",
                    namespace_or_default(&view.metadata.namespace),
                    view.metadata.name
                )
            })
            .collect()
    }

    /// The API server gives no more addresses of the old range, and what has one is created again.
    fn old_range(&self, names: &[String]) -> Vec<Planned> {
        let again = Planned::new(Kind::ServicesAnew, vec![Operation::CreateAgain(names.to_vec())])
            .about(names.join(" "));
        if !self.has_objects() {
            return vec![again];
        }
        let delete = |name: &str| {
            Operation::Api(Box::new(Action::DeleteServiceCidr {
                name: name.to_owned(),
            }))
        };
        let wait = || Operation::Api(Box::new(Action::Wait { seconds: 20 }));
        vec![
            Planned::new(Kind::OldRange, vec![delete("kubernetes")]).about("kubernetes"),
            Planned {
                operations: again.operations.iter().cloned().chain([wait()]).collect(),
                ..again
            },
            Planned::new(Kind::ServiceCidrGone, vec![delete(HELPER), wait()])
                .named(format!("service-cidr-gone-{HELPER}"))
                .about(HELPER),
        ]
    }

    fn control_plane(&self, pods: bool, services: bool, family: Option<IpFamily>) -> Vec<Planned> {
        let api = configure(Component::KubeApiserver, &[Part::Services, Part::Advertise]);
        let controller = configure(Component::KubeControllerManager, &[Part::Pods, Part::Services]);
        let cloud = configure(Component::CloudControllerManager, &[Part::Pods, Part::Services]);
        let proxy = configure(Component::KubeProxy, &[Part::Pods, Part::Services]);
        let kubeadm = configure(
            Component::Kubeadm,
            &[Part::Pods, Part::Services, Part::NodeNetworks, Part::Advertise],
        );
        if !one_by_one(&self.to.plan.spec) {
            let mut operations = vec![api, controller, cloud, proxy, kubeadm];
            if tools::brings_plugin(&self.to.plan.spec) {
                operations.push(configure(
                    Component::Cni,
                    &[Part::Pods, Part::Services, Part::Plugin],
                ));
            }
            return vec![Planned::new(Kind::ControlPlane, operations).of_family(family)];
        }
        let mut steps = Vec::new();
        if services {
            steps.push(Planned::new(Kind::ApiServers, vec![api]).of_family(family));
        }
        steps.push(Planned::new(Kind::ControllerManager, vec![controller, cloud]).of_family(family));
        if self.by_kubeadm {
            steps.push(Planned::new(Kind::KubeadmConfig, vec![kubeadm]).of_family(family));
        }
        let proxy_changes = pods && self.now.spec.pod_cidrs != self.to.plan.spec.pod_cidrs;
        if proxy_changes || self.settings_change(Component::KubeProxy) {
            steps.push(Planned::new(Kind::KubeProxy, vec![proxy]).of_family(family));
        }
        steps
    }

    /// Whether a component is given something else by the newer plan.
    fn settings_change(&self, component: Component) -> bool {
        let of = |plan: &ClusterPlan| -> Vec<String> {
            settings_at(plan, self.now.spec.kubernetes_version)
                .iter()
                .filter(|settings| settings.component == component)
                .flat_map(|settings| settings.arguments())
                .collect()
        };
        of(&self.now) != of(&self.to.plan)
    }

    fn behind_the_control_plane(&self, pods: bool, services: bool, family: Option<IpFamily>) -> Vec<Planned> {
        let new = &self.to.plan.spec;
        let mut steps = Vec::new();
        let other_pods = self.now.spec.pod_cidrs != new.pod_cidrs;
        if (other_pods || self.now.spec.cni != new.cni) && !tools::brings_plugin(new) {
            let operation = configure(Component::Cni, &[Part::Pods, Part::Services, Part::Plugin]);
            steps.push(Planned::new(Kind::Plugin, vec![operation]).of_family(family));
        }
        let kubelet = configure(
            Component::Kubelet,
            &[Part::Pods, Part::Services, Part::NodeNetworks, Part::MaxPods],
        );
        let stale = pods && nodes(self.from).iter().any(|node| is_stale(node, new));
        if stale && takes_node_blocks(new) {
            let operations = vec![kubelet, Operation::RegisterNodes];
            steps.push(Planned::new(Kind::Nodes, operations).of_family(family));
        } else if family.is_some() || self.settings_change(Component::Kubelet) {
            steps.push(Planned::new(Kind::Kubelets, vec![kubelet]).of_family(family));
            if pods && family.is_some() {
                steps.push(Planned::new(Kind::Pods, Vec::new()).of_family(family));
            }
        }
        if services && family.is_some() {
            steps.push(Planned::new(Kind::Dns, Vec::new()).of_family(family));
        }
        steps
    }

    /// A family goes: what uses it first, then what hands it out.
    fn family_goes(&self, family: IpFamily, pods: bool, services: bool) -> Vec<Planned> {
        let new = &self.to.plan.spec;
        let mut steps = Vec::new();
        if services {
            let names = two_addresses(self.first);
            steps.push(Planned::new(Kind::DnsSingle, Vec::new()).of_family(Some(family)));
            if !names.is_empty() {
                steps.push(
                    Planned::new(Kind::ServicesSingle, vec![Operation::SingleStack(names.clone())])
                        .about(names.join(" "))
                        .of_family(Some(family)),
                );
            }
        }
        let kubelet = configure(
            Component::Kubelet,
            &[Part::Pods, Part::Services, Part::NodeNetworks, Part::MaxPods],
        );
        if self.now.spec.pod_cidrs != new.pod_cidrs && !tools::brings_plugin(new) {
            let operation = configure(Component::Cni, &[Part::Pods, Part::Services, Part::Plugin]);
            steps.push(Planned::new(Kind::Plugin, vec![operation]).of_family(Some(family)));
        }
        if pods {
            let way = way(&self.now, &self.to.plan, &nodes(self.from));
            let operations = vec![kubelet, Operation::RegisterNodes];
            if matches!(way, Way::AfterNodes { .. }) {
                steps.push(Planned::new(Kind::NodesKeep, operations).of_family(Some(family)));
            } else {
                steps.push(Planned::new(Kind::Kubelets, operations).of_family(Some(family)));
            }
        }
        let anew = match services {
            true => self.addresses_left_behind(),
            false => Vec::new(),
        };
        steps.extend(self.new_range(&anew));
        steps.extend(self.control_plane(pods, services, Some(family)));
        if !anew.is_empty() {
            steps.extend(self.old_range(&anew));
        }
        steps
    }

    fn objects(&self) -> Vec<Planned> {
        let of = |side: &Side| {
            side.analysis
                .cluster()
                .map(|cluster| cluster.start().service_cidr_objects)
                .unwrap_or_default()
        };
        let (old, new) = (of(self.from), of(self.to));
        let mut steps = Vec::new();
        for object in new.iter().filter(|object| !old.contains(object)) {
            let create = Action::CreateServiceCidr {
                name: object.name.clone(),
                cidrs: object.cidrs.iter().map(Cidr::to_string).collect(),
            };
            steps.push(
                Planned::new(Kind::ServiceCidr, vec![Operation::Api(Box::new(create))])
                    .named(format!("service-cidr-{}", object.name))
                    .about(object.name.as_str()),
            );
        }
        for object in old.iter().filter(|object| !new.contains(object)) {
            let delete = Action::DeleteServiceCidr {
                name: object.name.clone(),
            };
            let operations = vec![
                Operation::Api(Box::new(delete)),
                Operation::Api(Box::new(Action::Wait { seconds: 20 })),
            ];
            steps.push(
                Planned::new(Kind::ServiceCidrGone, operations)
                    .named(format!("service-cidr-gone-{}", object.name))
                    .about(object.name.as_str()),
            );
        }
        steps
    }

    fn single_fields(&self) -> Vec<Planned> {
        let (old, new) = (&self.now.spec, &self.to.plan.spec);
        let mut steps = Vec::new();
        let addresses = old.advertise_address != new.advertise_address
            || old.control_plane_endpoint != new.control_plane_endpoint;
        if addresses && old.service_cidrs == new.service_cidrs {
            let operations = vec![
                configure(Component::KubeApiserver, &[Part::Advertise]),
                configure(Component::Kubeadm, &[Part::Advertise]),
            ];
            steps.push(Planned::new(Kind::Endpoint, operations));
        }
        let plugin = self.from.plan.spec.tools != new.tools;
        if plugin && old.pod_cidrs == new.pod_cidrs {
            let operation = configure(Component::Cni, &[Part::Plugin]);
            steps.push(Planned::new(Kind::Plugin, vec![operation]));
        }
        steps
    }

    fn services(&self) -> Vec<Planned> {
        let (old, new) = (&self.now.spec, &self.to.plan.spec);
        let comes = new.service_cidrs.len() > old.service_cidrs.len();
        let differ: Vec<Difference> = crate::diff::diff(self.from, self.to)
            .differences
            .into_iter()
            .filter(|found| found.path.starts_with("Service ") && found.after.is_some())
            .collect();
        let again: Vec<String> = differ
            .iter()
            .filter_map(|found| match &found.blast {
                BlastRadius::RecreateServices { names, .. } => Some(names.clone()),
                _ => None,
            })
            .flatten()
            .collect();
        let mut steps = Vec::new();
        if !again.is_empty() {
            let again = Planned::new(Kind::ServicesAnew, vec![Operation::CreateAgain(again.clone())])
                .named("services-created-again")
                .about(again.join(" "));
            steps.push(again);
        }
        if comes || differ.iter().any(|found| found.blast == BlastRadius::Safe) {
            let first = differ
                .iter()
                .find_map(|found| found.path.strip_prefix("Service "))
                .unwrap_or_default();
            steps.push(Planned::new(Kind::Services, vec![Operation::ApplyServices]).about(first));
        }
        steps
    }
}

pub(super) fn masks(spec: &PlanSpec) -> [Option<u8>; 2] {
    IpFamily::ALL.map(|family| {
        let has = spec.pod_cidrs.iter().any(|cidr| cidr.family() == family);
        has.then(|| spec.node_mask(family))
    })
}

/// Returns a family that one list has and the other lacks.
pub(super) fn gone(list: &[Cidr], other: &[Cidr]) -> Option<IpFamily> {
    list.iter()
        .map(Cidr::family)
        .find(|family| !other.iter().any(|cidr| cidr.family() == *family))
}
