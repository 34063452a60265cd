//! Talos' machine configuration: the one document of 1.13 and older, and the documents of 1.14 and newer beside it.
//!
//! Models `internal/app/machined/pkg/controllers/k8s/control_plane_static_pod.go` and
//! `pkg/machinery/config/types/{v1alpha1,k8s}` of siderolabs/talos.

use crate::components::Flags;
use crate::diagnostic::Component;
use crate::found::{Field, Found, Strength};
use crate::items::{At, Item, Object};
use crate::kinds::starting::{Setting, arguments_at, flag, overlaid, run};
use crate::kinds::{Kind, nothing_embedded};
use crate::text::version_tag;

const ID: &str = "talos";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        item.object()
            .is_some_and(|object| is_machine(object) || is_document(object) || is_operation(object))
    },
    embedded: nothing_embedded,
    read,
};

/// Returns whether an object is the machine configuration, or a patch of it.
fn is_machine(object: &Object) -> bool {
    let root = object.root(ID);
    let has = |path: &str| root.path(path).exists();
    !object.has("kind")
        && !object.has("apiVersion")
        && (object.text("version") == Some("v1alpha1") && (has("machine") || has("cluster"))
            || has("machine/kubelet")
            || has("machine/network")
            || has("machine/install")
            || has("cluster/network/podSubnets")
            || has("cluster/network/serviceSubnets")
            || has("cluster/controllerManager/extraArgs")
            || has("cluster/apiServer/extraArgs"))
}

/// Returns whether an object is an operation of RFC 6902 on a machine configuration.
fn is_operation(object: &Object) -> bool {
    let path = object.text("path").unwrap_or_default();
    object.has("op") && (path.starts_with("/machine/") || path.starts_with("/cluster/"))
}

/// The documents beside the machine configuration that say how components are started and reached.
const DOCUMENTS: &[&str] = &[
    "KubeClusterConfig",
    "KubeNetworkConfig",
    "KubeNodeConfig",
    "KubeletConfig",
];

fn is_document(object: &Object) -> bool {
    object.text("apiVersion") == Some("v1alpha1")
        && DOCUMENTS.contains(&object.text("kind").unwrap_or_default())
}

fn read(items: &[Item], found: &mut Found) {
    let objects: Vec<&Object> = items.iter().filter_map(Item::object).collect();
    let last = |kind: &str| {
        let own = objects.iter().rfind(|object| object.text("kind") == Some(kind));
        own.map(|object| object.root(ID))
    };
    let network = last("KubeNetworkConfig");
    let operations: Vec<At<'_>> = objects
        .iter()
        .filter(|object| is_operation(object))
        .map(|object| object.root(ID))
        .collect();
    let machines: Vec<At<'_>> = objects
        .iter()
        .filter(|object| is_machine(object))
        .map(|object| object.root(ID))
        .collect();
    // Every whole configuration is one of a node, and the patches change each of them.
    let is_whole =
        |machine: &&At<'_>| machine.path("machine/type").exists() && machine.get("version").exists();
    let patches: Vec<At<'_>> = machines.iter().filter(|one| !is_whole(one)).cloned().collect();
    let mut nodes: Vec<Layers<'_>> = machines
        .iter()
        .filter(is_whole)
        .map(|whole| [vec![whole.clone()], patches.clone()].concat())
        .filter_map(|layers| Layers::of(layers, &operations))
        .collect();
    if nodes.is_empty() {
        let alone = network.iter().chain(&operations).take(1).cloned().collect();
        nodes.extend(Layers::of(patches, &operations).or_else(|| Layers::of(alone, &operations)));
    }
    for node in &nodes {
        start(node, network.as_ref(), found);
        node_networks(&node.all("machine/kubelet/nodeIP/validSubnets"), found);
    }
    for object in objects
        .iter()
        .filter(|object| object.text("kind") == Some("KubeClusterConfig"))
    {
        let root = object.root(ID);
        for (key, field) in [
            ("endpoint", Field::ControlPlaneEndpoint),
            ("clusterName", Field::Name),
        ] {
            let value = root.get(key);
            found.fact(field, value.text(), Strength::Configured, value.origin());
        }
    }
    if let Some(node) = last("KubeNodeConfig") {
        node_networks(&[node.path("nodeIP/validSubnets")], found);
    }
    let kubelets = objects
        .iter()
        .filter(|object| object.text("kind") == Some("KubeletConfig"));
    for kubelet in kubelets {
        let pods = kubelet.root(ID).path("config/maxPods");
        if let Some(text) = pods.text() {
            let mut flags = Flags::new();
            flags.push("max-pods", text);
            run(Component::Kubelet, flags, &pods.origin(), found);
        }
    }
}

/// A machine configuration with the patches of it: a later one outweighs those before it.
///
/// Lists of arguments add up by name; the subnets of pods and Services are replaced, as the tags of
/// `pkg/machinery/config/types/v1alpha1` say.
struct Layers<'a> {
    /// The configuration.
    base: At<'a>,
    /// It and what is merged into it.
    layers: Vec<At<'a>>,
    /// Operations of RFC 6902.
    operations: &'a [At<'a>],
}

impl<'a> Layers<'a> {
    /// Returns the configuration in `layers` with what is merged into it. `None` if there is none.
    fn of(layers: Vec<At<'a>>, operations: &'a [At<'a>]) -> Option<Layers<'a>> {
        Some(Layers {
            base: layers.first()?.clone(),
            layers,
            operations,
        })
    }

    /// Returns the value below several keys that is in force; its place in the configuration if it is absent.
    fn path(&self, path: &str) -> At<'a> {
        let operated = self.operations.iter().rev().find_map(|operation| {
            let target = operation.get("path").text()?.trim_start_matches('/');
            let value = operation.get("value");
            match path.strip_prefix(target)? {
                "" => Some(value),
                rest => Some(value.path(rest.strip_prefix('/')?)),
            }
        });
        if let Some(value) = operated.filter(At::exists) {
            return value;
        }
        let given = self
            .layers
            .iter()
            .rev()
            .map(|layer| layer.path(path))
            .find(At::exists);
        given.unwrap_or_else(|| self.base.path(path))
    }

    /// Returns the values of every layer that has one.
    fn all(&self, path: &str) -> Vec<At<'a>> {
        let given = self.layers.iter().map(|layer| layer.path(path));
        given.filter(At::exists).collect()
    }

    /// Returns arguments: those of a later layer replace those of their name.
    fn arguments(&self, path: &str) -> Flags {
        let mut flags = Flags::new();
        for given in self.all(path) {
            let given = arguments_at(&given);
            let own = flags
                .iter()
                .map(|flag| (flag.name.as_str(), flag.value.clone()))
                .collect();
            flags = overlaid(own, &given);
        }
        flags
    }
}

fn node_networks(subnets: &[At<'_>], found: &mut Found) {
    let Some(first) = subnets.first() else { return };
    let networks: Vec<&str> = subnets
        .iter()
        .flat_map(At::list)
        .filter(|text| !text.starts_with('!'))
        .collect();
    found.fact(Field::NodeCidrs, networks, Strength::Configured, first.origin());
}

fn start(machine: &Layers<'_>, document: Option<&At<'_>>, found: &mut Found) {
    let network = |key: &str| match document {
        Some(document) => document.path(key),
        None => machine.path(&format!("cluster/network/{key}")),
    };
    let pods = Setting::of(&network("podSubnets"), &["10.244.0.0/16"]);
    let services = Setting::of(&network("serviceSubnets"), &["10.96.0.0/12"]);
    let is_worker = machine.path("machine/type").text() == Some("worker");
    pods.fact(Field::PodCidrs, found);
    services.fact(Field::ServiceCidrs, found);
    for layer in &machine.layers {
        found.fact(Field::Distribution, [ID], Strength::Implied, layer.origin());
    }
    let name = machine.path("cluster/clusterName");
    found.fact(Field::Name, name.text(), Strength::Configured, name.origin());
    let endpoint = machine.path("cluster/controlPlane/endpoint");
    let strength = Strength::Configured;
    found.fact(
        Field::ControlPlaneEndpoint,
        endpoint.text(),
        strength,
        endpoint.origin(),
    );
    let cni = network("cni/name");
    let named = cni.text().filter(|name| *name != "none" && *name != "custom");
    found.fact(Field::Cni, named, Strength::Configured, cni.origin());
    image_version(machine, found);

    kubelet_of(machine, found);
    if is_worker {
        return;
    }
    let own = flag("service-cluster-ip-range", &services.joined());
    let given = machine.arguments("cluster/apiServer/extraArgs");
    let flags = overlaid(own.into_iter().collect(), &given);
    let place = machine.path("cluster/apiServer").origin();
    run(Component::KubeApiserver, flags, &place, found);

    let own = [
        flag("allocate-node-cidrs", "true"),
        flag("cluster-cidr", &pods.joined()),
        flag("service-cluster-ip-range", &services.joined()),
        flag(
            "node-cidr-mask-size-ipv4",
            network("nodeCIDRMaskSizeIPv4").text().unwrap_or_default(),
        ),
        flag(
            "node-cidr-mask-size-ipv6",
            network("nodeCIDRMaskSizeIPv6").text().unwrap_or_default(),
        ),
    ];
    let flags = overlaid(
        own.into_iter().flatten().collect(),
        &machine.arguments("cluster/controllerManager/extraArgs"),
    );
    let place = machine.path("cluster/controllerManager").origin();
    run(Component::KubeControllerManager, flags, &place, found);

    let flags = machine.arguments("cluster/scheduler/extraArgs");
    let place = machine.path("cluster/scheduler").origin();
    found.start_with(Component::KubeScheduler, flags, &place);

    if machine.path("cluster/proxy/disabled").text() != Some("true") {
        let mode = machine.path("cluster/proxy/mode");
        let own = [
            flag("cluster-cidr", &pods.joined()),
            flag("proxy-mode", mode.text().unwrap_or("iptables")),
        ];
        let flags = overlaid(
            own.into_iter().flatten().collect(),
            &machine.arguments("cluster/proxy/extraArgs"),
        );
        run(
            Component::KubeProxy,
            flags,
            &machine.path("cluster/proxy").origin(),
            found,
        );
    }
}

fn kubelet_of(machine: &Layers<'_>, found: &mut Found) {
    let mut flags: Flags = machine.arguments("machine/kubelet/extraArgs");
    let gates = crate::text::gates(&machine.path("machine/kubelet/extraConfig/featureGates"));
    if !gates.is_empty() {
        flags.push("feature-gates", crate::kinds::starting::gates_text(&gates));
    }
    if let Some(pods) = machine.path("machine/kubelet/extraConfig/maxPods").text() {
        flags.push("max-pods", pods);
    }
    if !flags.is_empty() {
        run(
            Component::Kubelet,
            flags,
            &machine.path("machine/kubelet").origin(),
            found,
        );
    }
}

/// Takes the version from the tag of an image: `ghcr.io/siderolabs/kubelet:v1.30.1`.
fn image_version(machine: &Layers<'_>, found: &mut Found) {
    let images = [
        machine.path("machine/kubelet/image"),
        machine.path("cluster/apiServer/image"),
        machine.path("cluster/controllerManager/image"),
    ];
    for image in images {
        if let Some(tag) = image.text().and_then(version_tag) {
            found.fact(Field::KubernetesVersion, [tag], Strength::Implied, image.origin());
            return;
        }
    }
}
