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
use crate::text::version_of;

const ID: &str = "talos";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        item.object()
            .is_some_and(|object| is_machine(object) || is_document(object))
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
    let network = objects
        .iter()
        .find(|object| object.text("kind") == Some("KubeNetworkConfig"))
        .map(|object| object.root(ID));
    let node = objects
        .iter()
        .find(|object| object.text("kind") == Some("KubeNodeConfig"))
        .map(|object| object.root(ID));
    let machines: Vec<At<'_>> = objects
        .iter()
        .filter(|object| is_machine(object))
        .map(|object| object.root(ID))
        .collect();
    for machine in &machines {
        let of_machine = machine.path("cluster/network");
        start(machine, network.as_ref().unwrap_or(&of_machine), found);
        nodes(&machine.path("machine/kubelet/nodeIP/validSubnets"), found);
    }
    if let (Some(network), true) = (&network, machines.is_empty()) {
        start(network, network, found);
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
    if let Some(node) = node {
        nodes(&node.path("nodeIP/validSubnets"), found);
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

fn nodes(subnets: &At<'_>, found: &mut Found) {
    let networks: Vec<&str> = subnets
        .list()
        .into_iter()
        .filter(|text| !text.starts_with('!'))
        .collect();
    found.fact(Field::NodeCidrs, networks, Strength::Configured, subnets.origin());
}

fn start(machine: &At<'_>, network: &At<'_>, found: &mut Found) {
    let pods = Setting::of(&network.get("podSubnets"), &["10.244.0.0/16"]);
    let services = Setting::of(&network.get("serviceSubnets"), &["10.96.0.0/12"]);
    let cluster = machine.get("cluster");
    let is_worker = machine.path("machine/type").text() == Some("worker");
    pods.fact(Field::PodCidrs, found);
    services.fact(Field::ServiceCidrs, found);
    found.fact(Field::Distribution, [ID], Strength::Implied, machine.origin());
    let name = cluster.get("clusterName");
    found.fact(Field::Name, name.text(), Strength::Configured, name.origin());
    let endpoint = cluster.path("controlPlane/endpoint");
    let strength = Strength::Configured;
    found.fact(
        Field::ControlPlaneEndpoint,
        endpoint.text(),
        strength,
        endpoint.origin(),
    );
    let cni = network.path("cni/name");
    let named = cni.text().filter(|name| *name != "none" && *name != "custom");
    found.fact(Field::Cni, named, Strength::Configured, cni.origin());
    image_version(machine, &cluster, found);

    let kubelet = machine.path("machine/kubelet");
    kubelet_of(&kubelet, found);
    if is_worker {
        return;
    }
    let api = cluster.get("apiServer");
    let own = flag("service-cluster-ip-range", &services.joined());
    let flags = overlaid(own.into_iter().collect(), &arguments_at(&api.get("extraArgs")));
    run(Component::KubeApiserver, flags, &api.origin(), found);

    let manager = cluster.get("controllerManager");
    let own = [
        flag("allocate-node-cidrs", "true"),
        flag("cluster-cidr", &pods.joined()),
        flag("service-cluster-ip-range", &services.joined()),
        flag(
            "node-cidr-mask-size-ipv4",
            network.get("nodeCIDRMaskSizeIPv4").text().unwrap_or_default(),
        ),
        flag(
            "node-cidr-mask-size-ipv6",
            network.get("nodeCIDRMaskSizeIPv6").text().unwrap_or_default(),
        ),
    ];
    let flags = overlaid(
        own.into_iter().flatten().collect(),
        &arguments_at(&manager.get("extraArgs")),
    );
    run(Component::KubeControllerManager, flags, &manager.origin(), found);

    let scheduler = cluster.get("scheduler");
    let flags = arguments_at(&scheduler.get("extraArgs"));
    found.start_with(Component::KubeScheduler, flags, &scheduler.origin());

    let proxy = cluster.get("proxy");
    if proxy.get("disabled").text() != Some("true") {
        let own = [
            flag("cluster-cidr", &pods.joined()),
            flag("proxy-mode", proxy.get("mode").text().unwrap_or("iptables")),
        ];
        let flags = overlaid(
            own.into_iter().flatten().collect(),
            &arguments_at(&proxy.get("extraArgs")),
        );
        run(Component::KubeProxy, flags, &proxy.origin(), found);
    }
}

fn kubelet_of(kubelet: &At<'_>, found: &mut Found) {
    let mut flags: Flags = arguments_at(&kubelet.get("extraArgs"));
    let configured = kubelet.get("extraConfig");
    let gates = crate::text::gates(&configured.get("featureGates"));
    if !gates.is_empty() {
        flags.push("feature-gates", crate::kinds::starting::gates_text(&gates));
    }
    if let Some(pods) = configured.get("maxPods").text() {
        flags.push("max-pods", pods);
    }
    if !flags.is_empty() {
        run(Component::Kubelet, flags, &kubelet.origin(), found);
    }
}

/// Takes the version from the tag of an image: `ghcr.io/siderolabs/kubelet:v1.30.1`.
fn image_version(machine: &At<'_>, cluster: &At<'_>, found: &mut Found) {
    let images = [
        machine.path("machine/kubelet/image"),
        cluster.path("apiServer/image"),
        cluster.path("controllerManager/image"),
    ];
    for image in images {
        let tag = image
            .text()
            .and_then(|text| text.rsplit_once(':'))
            .map(|(_, tag)| tag);
        if let Some(tag) = tag.filter(|tag| version_of(tag).is_some()) {
            found.fact(Field::KubernetesVersion, [tag], Strength::Implied, image.origin());
            return;
        }
    }
}
