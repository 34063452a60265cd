//! Cluster API: a Cluster, its KubeadmControlPlane, KubeadmConfigTemplates and MachineDeployments.

use serde_json::{Value as Json, json};

use super::kubeadm::{self, Part};
use crate::document::to_json;
use crate::found::{Field, Found, Strength};
use crate::items::{At, Item, Object};
use crate::kinds::{Kind, nothing_embedded};
use crate::request::join_host_port;

const ID: &str = "cluster-api";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        matches!(item, Item::Object(object)
            if object.text("apiVersion").unwrap_or_default().contains("cluster.x-k8s.io/"))
    },
    embedded: nothing_embedded,
    read,
};

fn read(items: &[Item], found: &mut Found) {
    let objects: Vec<&Object> = items.iter().filter_map(Item::object).collect();
    let cluster = objects
        .iter()
        .find(|object| object.is("cluster.x-k8s.io/", "Cluster"))
        .map(|object| object.root(ID));
    let strength = Strength::Configured;
    let mut network = json!({});
    if let Some(root) = &cluster {
        found.fact(Field::Distribution, [ID], Strength::Implied, root.origin());
        let name = root.path("metadata/name");
        // A template has a variable there.
        let own = name.text().filter(|name| !name.contains("${"));
        found.fact(Field::Name, own, strength, name.origin());
        for (path, field, own) in [
            ("pods", Field::PodCidrs, "podSubnet"),
            ("services", Field::ServiceCidrs, "serviceSubnet"),
        ] {
            let blocks = root.path("spec/clusterNetwork").get(path).get("cidrBlocks");
            found.fact(field, blocks.list(), strength, blocks.origin());
            if let Some(network) = network.as_object_mut() {
                network.insert(own.to_owned(), Json::String(blocks.list().join(",")));
            }
        }
        let endpoint = root.path("spec/controlPlaneEndpoint");
        let host = endpoint.get("host").text();
        let port = endpoint.get("port").text().unwrap_or("6443");
        found.fact(
            Field::ControlPlaneEndpoint,
            host.map(|host| join_host_port(host, port)),
            strength,
            endpoint.origin(),
        );
        let version = root.path("spec/topology/version");
        found.fact(
            Field::KubernetesVersion,
            version.text(),
            strength,
            version.origin(),
        );
    }
    let mut count = 0u32;
    let mut counted = None;
    if let Some(topology) = cluster.as_ref().map(|root| root.path("spec/topology")) {
        let workers = ["machineDeployments", "machinePools"]
            .iter()
            .flat_map(|key| topology.get("workers").get(key).items());
        let parts = std::iter::once(topology.get("controlPlane")).chain(workers);
        for (index, replicas) in parts.map(|part| part.get("replicas")).enumerate() {
            if let Some(number) = replicas.text().and_then(|text| text.parse::<u32>().ok()) {
                count = count.saturating_add(number);
                if index > 0 {
                    counted = counted.or_else(|| Some(replicas.origin()));
                }
            }
        }
    }
    for object in &objects {
        let root = object.root(ID);
        let kind = object.text("kind").unwrap_or_default();
        if let "KubeadmControlPlane" | "MachineDeployment" | "MachinePool" = kind {
            let replicas = root.path("spec/replicas");
            if let Some(number) = replicas.text().and_then(|text| text.parse::<u32>().ok()) {
                count = count.saturating_add(number);
                found.summed.push(replicas.origin());
                if kind != "KubeadmControlPlane" {
                    counted = Some(replicas.origin());
                }
            }
        }
        if kind == "KubeadmControlPlane" {
            let version = root.path("spec/version");
            found.fact(
                Field::KubernetesVersion,
                version.text(),
                strength,
                version.origin(),
            );
            control_plane(&root, &network, found);
        }
        if kind == "KubeadmConfigTemplate" {
            let arguments =
                root.path("spec/template/spec/joinConfiguration/nodeRegistration/kubeletExtraArgs");
            pods_per_node(&arguments, found);
        }
    }
    // A control plane alone is not all nodes.
    if let Some(origin) = counted {
        found.fact(Field::NodeCount, [count.to_string()], strength, origin);
    }
}

/// Adds kubeadm with the configuration that the control plane has for it, and the ranges of the Cluster.
fn control_plane(root: &At<'_>, network: &Json, found: &mut Found) {
    let spec = root.path("spec/kubeadmConfigSpec");
    let version = root.path("spec/version");
    let mut parts = Vec::new();
    for (key, kind) in [
        ("clusterConfiguration", "ClusterConfiguration"),
        ("initConfiguration", "InitConfiguration"),
    ] {
        let at = spec.get(key);
        let mut object = at.node().map_or_else(|| json!({}), to_json);
        if let Some(members) = object.as_object_mut() {
            members.insert("kind".to_owned(), json!(kind));
            if kind == "ClusterConfiguration" {
                members.insert("networking".to_owned(), network.clone());
                if let Some(version) = version.text() {
                    members.insert("kubernetesVersion".to_owned(), json!(version));
                }
            } else if !at.exists() {
                continue;
            }
        }
        let origin = if at.exists() { at.origin() } else { root.origin() };
        parts.push(Part {
            object,
            origin,
            ..Part::default()
        });
    }
    let before = found.facts.len();
    kubeadm::start(&parts, found);
    // The ranges, the name and the version were told with their own places.
    let told = [
        Field::PodCidrs,
        Field::ServiceCidrs,
        Field::Name,
        Field::KubernetesVersion,
        Field::Distribution,
    ];
    let mut index = 0usize;
    found.facts.retain(|fact| {
        index = index.saturating_add(1);
        index <= before || !told.contains(&fact.field)
    });
}

fn pods_per_node(arguments: &At<'_>, found: &mut Found) {
    let strength = Strength::Configured;
    // A mapping up to v1beta1, a list of `{name, value}` after it.
    let mapped = arguments.get("max-pods");
    found.fact(Field::MaxPods, mapped.text(), strength, mapped.origin());
    for entry in arguments.items() {
        if entry.get("name").text() == Some("max-pods") {
            let value = entry.get("value");
            found.fact(Field::MaxPods, value.text(), strength, value.origin());
        }
    }
}
