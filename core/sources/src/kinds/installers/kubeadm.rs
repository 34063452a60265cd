//! kubeadm's configuration, whose documents configure one cluster together. It is checked as kubeadm, and as each component
//! that kubeadm starts with it.
//!
//! Models `cmd/kubeadm/app/phases/controlplane/manifests.go`, `cmd/kubeadm/app/componentconfigs/kubeproxy.go` and
//! `cmd/kubeadm/app/util/config/initconfiguration.go` of 1.16 … 1.36.

use serde_json::Value as Json;

use super::kubeadm_join;
use crate::components::{
    Effect, FailedCheck, Flags, KubeadmConfiguration, KubeadmDocument, StartInput, StartUp, forecast,
};
use crate::diagnostic::Component;
use crate::document::to_json;
use crate::found::{Field, Found, Origin, Strength};
use crate::items::{Item, Object};
use crate::kinds::starting::{
    arguments, at, family_of, flag, gates_text, nameless, overlaid, run, version_for,
};
use crate::kinds::{Kind, nothing_embedded};
use crate::kubernetes::gates::{GateState, kubeadm_state};
use crate::kubernetes::{DerivedMask, Profile, Version, unknown_kubeadm_fields};
use crate::net::IpFamily;

const ID: &str = "kubeadm";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| item.object().is_some_and(is_kubeadm),
    embedded: nothing_embedded,
    read,
};

const KINDS: [&str; 3] = ["ClusterConfiguration", "InitConfiguration", "JoinConfiguration"];

fn is_kubeadm(object: &Object) -> bool {
    KINDS.iter().any(|kind| object.is("kubeadm.k8s.io/", kind))
}

fn read(items: &[Item], found: &mut Found) {
    let mut documents: Vec<Part> = Vec::new();
    for object in items.iter().filter_map(Item::object) {
        let root = object.root(ID);
        if let Some(node) = root.node() {
            documents.push(Part {
                object: to_json(node),
                whole: true,
                origin: root.origin(),
                duplicate_keys: object.duplicate_keys().to_vec(),
                places: PLACES
                    .iter()
                    .map(|path| (*path, root.path(path)))
                    .filter(|(_, at)| at.exists())
                    .map(|(path, at)| (path, at.origin()))
                    .collect(),
            });
        }
    }
    // The files of several clusters do not stand in one text, but the nodes of one cluster may.
    start(&documents, found);
}

/// The fields that have a place of their own.
const PLACES: &[&str] = &[
    "networking/podSubnet",
    "networking/serviceSubnet",
    "apiServer/extraArgs",
    "controllerManager/extraArgs",
    "scheduler/extraArgs",
    "featureGates",
    "kubernetesVersion",
    "controlPlaneEndpoint",
    "discovery/bootstrapToken/apiServerEndpoint",
    "clusterName",
    "localAPIEndpoint/advertiseAddress",
    "nodeRegistration/kubeletExtraArgs",
];

/// A document of kubeadm's configuration.
#[derive(Default)]
pub(super) struct Part {
    pub(super) object: Json,
    /// Whether kubeadm reads it as it is; otherwise its tool adds to it.
    pub(super) whole: bool,
    pub(super) origin: Origin,
    /// The places of some of its fields.
    pub(super) places: Vec<(&'static str, Origin)>,
    /// The keys that stand twice in it, as the parser names each.
    pub(super) duplicate_keys: Vec<String>,
}

impl Part {
    fn get(&self, path: &str) -> &Json {
        at(&self.object, path)
    }

    fn text(&self, path: &str) -> String {
        match self.get(path) {
            Json::String(text) => text.clone(),
            Json::Number(number) => number.to_string(),
            _ => String::new(),
        }
    }

    fn kind(&self) -> &str {
        self.object.get("kind").and_then(Json::as_str).unwrap_or_default()
    }

    /// Returns the document as kubeadm takes it. `None` for a part of another tool's file that names no type.
    fn document(&self) -> Option<KubeadmDocument> {
        let api_version = self.object.get("apiVersion").and_then(Json::as_str)?;
        Some(KubeadmDocument {
            api_version: api_version.to_owned(),
            kind: self.kind().to_owned(),
            unknown_fields: unknown_kubeadm_fields(&self.object),
            duplicate_keys: self.duplicate_keys.clone(),
        })
    }

    fn place(&self, path: &str) -> Origin {
        let place = self.places.iter().find(|(known, _)| *known == path);
        place.map_or_else(|| self.origin.clone(), |(_, origin)| origin.clone())
    }

    fn fact(&self, field: Field, path: &str, found: &mut Found) {
        let text = self.text(path);
        found.fact(
            field,
            text.split(',').map(str::trim),
            Strength::Configured,
            self.place(path),
        );
    }
}

/// Adds kubeadm with its configuration, and the components that it starts.
pub(super) fn start(parts: &[Part], found: &mut Found) {
    let cluster = parts.iter().find(|part| part.kind() == "ClusterConfiguration");
    let nodes: Vec<&Part> = parts
        .iter()
        .filter(|part| part.kind() != "ClusterConfiguration")
        .collect();
    let init = nodes.iter().find(|part| part.kind() == "InitConfiguration");
    let Some(first) = cluster.or(init.copied()).or(nodes.first().copied()) else {
        return;
    };
    let named = cluster.map(|cluster| cluster.text("kubernetesVersion"));
    let version = version_for(found, named.as_deref());
    let mut documents: Vec<KubeadmDocument> = parts.iter().filter_map(Part::document).collect();
    if !documents.is_empty() {
        // kubeadm reads the documents of components too, and writes for them what it has understood.
        let file = &first.origin.file;
        let odd = found.odd_documents.iter().filter(|(of, _)| of == file);
        documents.extend(odd.map(|(_, document)| document.clone()));
        for start in &mut found.start_ups {
            if start.input.from_config && start.origin.file == *file {
                start.refusals.retain(|refusal| refusal.effect == Effect::Fatal);
            }
        }
    }
    let unknown = documents
        .iter()
        .any(|document| !document.unknown_fields.is_empty() || !document.duplicate_keys.is_empty());
    let joining = nodes
        .iter()
        .rfind(|part| part.whole && part.kind() == "JoinConfiguration");
    if cluster.is_some() || init.is_some() || joining.is_some() || unknown {
        let configuration = configuration(cluster, init.copied(), first, documents, found);
        let input = configuration.into();
        // A file with more than a node that joins is checked for that first, and an error ends it.
        let refusals = joining
            .filter(|_| !ends(&forecast(version, Component::Kubeadm, &input)))
            .map(|join| kubeadm_join::check(&join.object, version))
            .unwrap_or_default();
        found.start_ups.push(StartUp {
            component: Component::Kubeadm,
            input,
            origin: first.origin.clone(),
            refusals,
        });
    }
    if cluster.is_some() || init.is_some() {
        facts(first, init.copied(), found);
        control_plane(cluster, &nodes, first, version, found);
        proxy(cluster, first, version, found);
    }
    for node in nodes {
        join(node, found);
        let extra = arguments(node.get("nodeRegistration/kubeletExtraArgs"));
        if !extra.is_empty() {
            let place = node.place("nodeRegistration/kubeletExtraArgs");
            if let Some(addresses) = extra.get("node-ip") {
                let addresses: Vec<&str> = addresses.split(',').collect();
                found.fact(
                    Field::NodeAddresses,
                    addresses,
                    Strength::Configured,
                    place.clone(),
                );
            }
            run(Component::Kubelet, extra, &place, found);
        }
    }
}

/// Returns whether one of the checks ends the start.
fn ends(checks: &[FailedCheck]) -> bool {
    checks.iter().any(|check| check.effect == Effect::Fatal)
}

/// The extra arguments of a configuration, in the order in which kubeadm checks them.
const EXTRA_ARGS: [&str; 4] = [
    "apiServer/extraArgs",
    "controllerManager/extraArgs",
    "scheduler/extraArgs",
    "etcd/local/extraArgs",
];
/// The extra arguments of a node's kubelet.
const KUBELET_ARGS: &str = "nodeRegistration/kubeletExtraArgs";

/// Adds where a node that joins looks for the API server: the endpoint that they share, or the first of them.
fn join(node: &Part, found: &mut Found) {
    let path = "discovery/bootstrapToken/apiServerEndpoint";
    found.fact(
        Field::ControlPlaneEndpoint,
        Some(node.text(path)).filter(|text| !text.is_empty()),
        Strength::Implied,
        node.place(path),
    );
}

fn configuration(
    cluster: Option<&Part>,
    init: Option<&Part>,
    part: &Part,
    documents: Vec<KubeadmDocument>,
    found: &Found,
) -> KubeadmConfiguration {
    let absent = Part::default();
    let (cluster, init) = (cluster.unwrap_or(&absent), init.unwrap_or(&absent));
    let given = |part: &Part, path: &str| Some(part.text(path)).filter(|text| !text.is_empty());
    let nameless = |part: &Part, path: &str| -> Vec<(String, usize)> {
        let places = nameless(part.get(path));
        places
            .into_iter()
            .map(|index| (path.replace('/', "."), index))
            .collect()
    };
    // The configurations of other components that lie in the same file.
    let beside = |component: Component| {
        let start = found.start_ups.iter().find(|start| {
            start.component == component && start.input.from_config && start.origin.file == part.origin.file
        });
        start.map(|start| start.input.flags.clone())
    };
    let api_version = part.object.get("apiVersion").and_then(Json::as_str);
    KubeadmConfiguration {
        api_version: api_version.map(str::to_owned),
        pod_subnet: cluster.text("networking/podSubnet"),
        service_subnet: cluster.text("networking/serviceSubnet"),
        dns_domain: given(cluster, "networking/dnsDomain"),
        feature_gates: gates(cluster.get("featureGates")),
        controller_manager_args: arguments(cluster.get("controllerManager/extraArgs")),
        advertise_address: given(init, "localAPIEndpoint/advertiseAddress"),
        documents,
        validated: false,
        kubernetes_version: given(cluster, "kubernetesVersion"),
        control_plane_endpoint: given(cluster, "controlPlaneEndpoint"),
        bind_port: init.get("localAPIEndpoint/bindPort").as_i64(),
        node_name: given(init, "nodeRegistration/name"),
        nameless_args: nameless(init, KUBELET_ARGS)
            .into_iter()
            .chain(EXTRA_ARGS.iter().flat_map(|path| nameless(cluster, path)))
            .collect(),
        kube_proxy: beside(Component::KubeProxy),
        kubelet: beside(Component::Kubelet),
    }
}

fn gates(given: &Json) -> Vec<(String, bool)> {
    given
        .as_object()
        .into_iter()
        .flatten()
        .filter_map(|(name, on)| Some((name.clone(), on.as_bool()?)))
        .collect()
}

fn facts(cluster: &Part, init: Option<&Part>, found: &mut Found) {
    for (field, path) in [
        (Field::PodCidrs, "networking/podSubnet"),
        (Field::KubernetesVersion, "kubernetesVersion"),
        (Field::Name, "clusterName"),
        (Field::ControlPlaneEndpoint, "controlPlaneEndpoint"),
    ] {
        cluster.fact(field, path, found);
    }
    if cluster.text("networking/serviceSubnet").is_empty() {
        let origin = cluster.origin.clone();
        found.fact(Field::ServiceCidrs, [DEFAULT_SERVICES], Strength::Default, origin);
    } else {
        cluster.fact(Field::ServiceCidrs, "networking/serviceSubnet", found);
    }
    if let Some(init) = init {
        init.fact(
            Field::AdvertiseAddress,
            "localAPIEndpoint/advertiseAddress",
            found,
        );
    }
    found.fact(
        Field::Distribution,
        [ID],
        Strength::Implied,
        cluster.origin.clone(),
    );
}

/// The Service subnet where none is given (`cmd/kubeadm/app/apis/kubeadm/v1beta4/defaults.go`).
const DEFAULT_SERVICES: &str = "10.96.0.0/12";

fn control_plane(cluster: Option<&Part>, nodes: &[&Part], first: &Part, version: Version, found: &mut Found) {
    let text = |path: &str| cluster.map(|part| part.text(path)).unwrap_or_default();
    let place = |path: &'static str| cluster.unwrap_or(first).place(path);
    let extra = |path: &str| cluster.map_or_else(Flags::new, |part| arguments(part.get(path)));
    let mut services = text("networking/serviceSubnet");
    if services.is_empty() {
        DEFAULT_SERVICES.clone_into(&mut services);
    }
    let pods = text("networking/podSubnet");
    let handed_on = cluster.map_or_else(String::new, |part| handed_on(part.get("featureGates"), version));

    let mut addresses: Vec<String> = Vec::new();
    for node in nodes {
        for path in [
            "localAPIEndpoint/advertiseAddress",
            "controlPlane/localAPIEndpoint/advertiseAddress",
        ] {
            let address = node.text(path);
            if !address.is_empty() && !addresses.contains(&address) {
                addresses.push(address);
            }
        }
    }
    if addresses.is_empty() {
        addresses.push(String::new());
    }
    for address in addresses {
        let own = [
            flag("advertise-address", &address),
            flag("feature-gates", &handed_on),
            flag("service-cluster-ip-range", &services),
        ];
        let flags = overlaid(own.into_iter().flatten().collect(), &extra("apiServer/extraArgs"));
        run(
            Component::KubeApiserver,
            flags,
            &place("apiServer/extraArgs"),
            found,
        );
    }

    let profile = Profile::resolve(version).kubeadm;
    let mut own: Vec<(&str, String)> = flag("feature-gates", &handed_on).into_iter().collect();
    if !pods.is_empty() {
        own.extend(derived_masks(&pods, &handed_on, profile.derived_mask));
        own.push(("allocate-node-cidrs", "true".to_owned()));
        own.push(("cluster-cidr", pods));
        own.push(("service-cluster-ip-range", services));
    }
    let flags = overlaid(own, &extra("controllerManager/extraArgs"));
    run(
        Component::KubeControllerManager,
        flags,
        &place("controllerManager/extraArgs"),
        found,
    );
    let own: Vec<(&str, String)> = flag("feature-gates", &handed_on).into_iter().collect();
    let flags = overlaid(own, &extra("scheduler/extraArgs"));
    found.start_with(Component::KubeScheduler, flags, &place("scheduler/extraArgs"));
}

/// Returns the gate that kubeadm of that version hands on to the components. Empty if there is none.
fn handed_on(given: &Json, version: Version) -> String {
    const GATE: &str = "IPv6DualStack";
    let known = matches!(kubeadm_state(GATE, version), GateState::Known(_));
    let given: Vec<(String, bool)> = gates(given)
        .into_iter()
        .filter(|(name, _)| known && name == GATE)
        .collect();
    gates_text(&given)
}

/// Returns the flags of node masks that kubeadm writes itself. `gates` is what it hands on to the components.
fn derived_masks(pods: &str, gates: &str, rule: DerivedMask) -> Vec<(&'static str, String)> {
    let is_gate_on = gates.ends_with("=true");
    match rule {
        DerivedMask::Nothing => Vec::new(),
        DerivedMask::GenericWithoutGate if is_gate_on => Vec::new(),
        DerivedMask::ByFamilyWithGate if is_gate_on => pods
            .split(',')
            .map(|subnet| match family_of(subnet) {
                Some(IpFamily::IPv6) => ("node-cidr-mask-size-ipv6", derived_mask(subnet)),
                _ => ("node-cidr-mask-size-ipv4", derived_mask(subnet)),
            })
            .collect(),
        _ => vec![("node-cidr-mask-size", derived_mask(pods))],
    }
}

/// Returns the node mask of a pod subnet (`calcNodeCidrSize`).
fn derived_mask(pods: &str) -> String {
    let length = pods
        .split_once('/')
        .and_then(|(_, length)| length.parse::<u8>().ok())
        .filter(|_| family_of(pods) == Some(IpFamily::IPv6));
    match length {
        // A list is not read here, so it has the mask of IPv4.
        None => 24,
        Some(112) => 120,
        Some(length @ ..=111) => {
            let blocks = 127_u8.saturating_sub(length) / 8;
            128_u8.saturating_sub(blocks.saturating_sub(1).saturating_mul(8))
        }
        Some(length) => length,
    }
    .to_string()
}

/// Gives kube-proxy the pod subnet, as kubeadm does where its configuration has none.
fn proxy(cluster: Option<&Part>, first: &Part, version: Version, found: &mut Found) {
    let text = |path: &str| cluster.map(|part| part.text(path)).unwrap_or_default();
    if cluster.is_some_and(|part| part.get("proxy/disabled") == &Json::Bool(true)) {
        return;
    }
    let pods = text("networking/podSubnet");
    let handed_on = cluster.map_or_else(String::new, |part| handed_on(part.get("featureGates"), version));
    let given = found.start_ups.iter_mut().find(|start| {
        start.component == Component::KubeProxy
            && start.input.from_config
            && start.origin.file == first.origin.file
    });
    let own = [flag("cluster-cidr", &pods), flag("feature-gates", &handed_on)];
    let own: Vec<(&str, String)> = own.into_iter().flatten().collect();
    match given {
        Some(start) => start.input.flags = overlaid(own, &start.input.flags),
        None if own.is_empty() => {}
        None => {
            let input = StartInput {
                from_config: true,
                ..overlaid(own, &Flags::new()).into()
            };
            let place = cluster.unwrap_or(first).place("networking/podSubnet");
            found.start(Component::KubeProxy, input, &place);
        }
    }
}
