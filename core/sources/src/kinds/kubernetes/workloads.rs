//! Pods, static Pods and workloads, whose containers run components.

use crate::found::Found;
use crate::items::{At, Item};
use crate::kinds::{Kind, nothing_embedded};
use crate::text::{component_of, start, words};

const ID: &str = "workload";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| matches!(item, Item::Object(object) if pod_spec(object.text("kind").unwrap_or_default()).is_some()),
    embedded: nothing_embedded,
    read,
};

/// Returns the place of the Pod's properties in an object of that kind. `None` for a kind without.
fn pod_spec(kind: &str) -> Option<&'static str> {
    match kind {
        "Pod" => Some("spec"),
        "DaemonSet" | "Deployment" | "StatefulSet" => Some("spec/template/spec"),
        _ => None,
    }
}

fn read(items: &[Item], found: &mut Found) {
    for item in items {
        let Item::Object(object) = item else { continue };
        let Some(spec) = object.text("kind").and_then(pod_spec) else {
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
    let Some(at) = given.iter().position(|word| component_of(word).is_some()) else {
        return;
    };
    let (name, arguments) = given.split_at(at.saturating_add(1));
    if let Some(component) = name.last().and_then(|word| component_of(word)) {
        let place = lists.iter().find(|list| list.exists()).unwrap_or(container);
        start(component, arguments, &place.origin(), found);
    }
}
