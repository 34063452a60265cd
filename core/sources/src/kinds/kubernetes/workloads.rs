//! Pods, static Pods and workloads, whose containers run components.

use crate::diagnostic::Component;
use crate::found::{Field, Found, Origin, Strength};
use crate::items::{At, Item, Object};
use crate::kinds::{Kind, nothing_embedded};
use crate::text::{component_of, start, version_tag, words};

const ID: &str = "workload";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        matches!(item, Item::Object(object)
            if pod_spec(object).is_some() || inspected(object).is_some())
    },
    embedded: nothing_embedded,
    read,
};

/// The places of a Pod's properties, in a Pod and in what holds a template of one.
const POD: &str = "spec";
const TEMPLATE: &str = "spec/template/spec";

/// Returns the place of the Pod's properties in an object. `None` for an object without. A manifest that was cut off above
/// its `spec` is taken for what its containers show.
fn pod_spec(object: &Object) -> Option<&'static str> {
    match object.text("kind") {
        Some("Pod") => Some(POD),
        Some("DaemonSet" | "Deployment" | "StatefulSet") => Some(TEMPLATE),
        Some(_) => None,
        None => [POD, TEMPLATE].into_iter().find(|path| {
            let containers = object.root(ID).path(path).get("containers").items();
            containers
                .iter()
                .any(|container| container.get("image").exists() || container.get("command").exists())
        }),
    }
}

/// Returns the place of the arguments in what `docker inspect` and `crictl inspect` print. `None` for any other object.
fn inspected(object: &Object) -> Option<&'static str> {
    let root = object.root(ID);
    [
        "info/runtimeSpec/process/args",
        "info/config/args",
        "process/args",
        "Args",
    ]
    .into_iter()
    .find(|path| !object.has("kind") && !root.path(path).items().is_empty())
}

fn read(items: &[Item], found: &mut Found) {
    for object in items.iter().filter_map(Item::object) {
        if let Some(path) = inspected(object) {
            let root = object.root(ID);
            let program = match path {
                "Args" => root.get("Path").text(),
                "info/config/args" => root.path("info/config/command").list().first().copied(),
                _ => None,
            };
            let arguments = root.path(path);
            let image = match root.path("status/image/image") {
                image if image.exists() => image,
                _ => root.path("Config/Image"),
            };
            let mut given: Vec<String> = program.into_iter().map(str::to_owned).collect();
            given.extend(arguments.items().iter().filter_map(At::text).map(str::to_owned));
            run_words(&given, &arguments.origin(), &image, found);
            continue;
        }
        let Some(spec) = pod_spec(object) else {
            continue;
        };
        for container in object.root(ID).path(spec).get("containers").items() {
            run(&container, found);
        }
    }
}

fn run(container: &At<'_>, found: &mut Found) {
    let lists = [container.get("command"), container.get("args")];
    let given: Vec<String> = lists
        .iter()
        .flat_map(At::items)
        .filter_map(|word| word.node().and_then(|node| node.as_str()))
        .flat_map(|text| {
            // `sh -c "kube-proxy --…"` is one word.
            if text.starts_with('-') {
                vec![text.to_owned()]
            } else {
                words(text)
            }
        })
        .collect();
    let place = lists.iter().find(|list| list.exists()).unwrap_or(container);
    run_words(&given, &place.origin(), &container.get("image"), found);
}

fn run_words(given: &[String], origin: &Origin, image: &At<'_>, found: &mut Found) {
    let Some(at) = given.iter().position(|word| component_of(word).is_some()) else {
        return;
    };
    let (name, arguments) = given.split_at(at.saturating_add(1));
    if let Some(component) = name.last().and_then(|word| component_of(word)) {
        start(component, arguments, origin, found);
        // `registry.k8s.io/kube-apiserver:v1.33.1`
        let tag = image
            .text()
            .and_then(version_tag)
            .filter(|tag| tag.starts_with('v'));
        if component != Component::CloudControllerManager {
            found.fact(Field::KubernetesVersion, tag, Strength::Implied, image.origin());
        }
    }
}
