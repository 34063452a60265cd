//! Objects of a file: a document, or an item of a List, whatever its kind.

use serde_json::Value as Json;

use crate::diagnostic::{PatchOperation, Pointer};

use super::{Document, Node, Stream, patch, read, to_json};

/// An object of the file: a document, or an item of a List.
#[derive(Clone, Debug)]
pub struct Object<'a> {
    /// Its document.
    pub document: &'a Document,
    /// Its place in the document.
    pub pointer: Pointer,
    /// The object.
    pub node: &'a Node,
}

impl<'a> Object<'a> {
    /// Its kind; empty where none is given.
    pub fn kind(&self) -> &'a str {
        self.text(&["kind"]).unwrap_or_default()
    }

    /// Its `apiVersion` up to the `/`; empty for the core group.
    pub fn group(&self) -> &'a str {
        self.text(&["apiVersion"])
            .and_then(|version| version.split_once('/'))
            .map_or("", |(group, _)| group)
    }

    /// Its name; empty where none is given.
    pub fn name(&self) -> &'a str {
        self.text(&["metadata", "name"]).unwrap_or_default()
    }

    /// The field of that path below the object.
    pub fn get(&self, path: &[&str]) -> Option<&'a Node> {
        path.iter().try_fold(self.node, |node, key| node.get(key))
    }

    /// The scalar of that path, as written.
    pub fn text(&self, path: &[&str]) -> Option<&'a str> {
        self.get(path)?.text()
    }

    /// The list of that path, with the place of each entry.
    pub fn items(&self, path: &[&str]) -> impl Iterator<Item = (Pointer, &'a Node)> + use<'a> {
        let list = self.at(path);
        let items = self.get(path).map_or(&[][..], Node::items);
        items
            .iter()
            .enumerate()
            .map(move |(i, node)| (list.index(i), node))
    }

    /// The place of that path in the document.
    pub fn at(&self, path: &[&str]) -> Pointer {
        path.iter()
            .fold(self.pointer.clone(), |pointer, key| pointer.key(key))
    }

    /// A place in the object as Kubernetes writes it, counted from the object.
    pub fn field_path(&self, place: &Pointer) -> String {
        let below = place.as_str().strip_prefix(self.pointer.as_str());
        below
            .and_then(Pointer::parse)
            .map_or_else(String::new, |place| place.field_path())
    }

    /// A patch that sets the field of that place, whatever of it is there.
    pub fn set(&self, place: &Pointer, value: Json) -> Vec<PatchOperation> {
        patch::set(self.document, place, value)
    }

    /// The YAML or JSON that the text of that path holds, as in `data` of a ConfigMap.
    pub fn embedded(&self, path: &[&str]) -> Option<Json> {
        let stream = read(self.text(path)?);
        stream.documents.first().map(|document| to_json(document.root()))
    }

    /// Every container of a Pod or of the pod template of a workload, with its place.
    pub fn containers(&self) -> Vec<(Pointer, &'a Node)> {
        let spec = pod_spec(self.kind());
        ["containers", "initContainers"]
            .into_iter()
            .flat_map(|list| {
                let path: Vec<&str> = spec.iter().copied().chain([list]).collect();
                self.items(&path).collect::<Vec<_>>()
            })
            .collect()
    }

    /// The pod spec of a Pod or workload.
    pub fn pod_spec(&self) -> Option<&'a Node> {
        self.get(pod_spec(self.kind()))
    }

    /// The labels of the pods of a Pod or workload.
    pub fn pod_labels(&self) -> Option<&'a Node> {
        match self.kind() {
            "Pod" => self.get(&["metadata", "labels"]),
            _ => self.get(&["spec", "template", "metadata", "labels"]),
        }
    }
}

fn pod_spec(kind: &str) -> &'static [&'static str] {
    match kind {
        "Pod" => &["spec"],
        _ => &["spec", "template", "spec"],
    }
}

/// Kinds with a pod template, and the pod itself.
pub const WORKLOADS: &[&str] = &["DaemonSet", "Deployment", "Pod", "ReplicaSet", "StatefulSet"];

impl Stream {
    /// Every object of the file in its order, the items of Lists one by one.
    pub fn objects(&self) -> impl Iterator<Item = Object<'_>> {
        self.documents.iter().flat_map(objects_of)
    }
}

fn objects_of(document: &Document) -> Vec<Object<'_>> {
    let whole = Object {
        document,
        pointer: Pointer::root(),
        node: document.root(),
    };
    if !whole.kind().ends_with("List") {
        return vec![whole];
    }
    whole
        .items(&["items"])
        .map(|(pointer, node)| Object {
            document,
            pointer,
            node,
        })
        .collect()
}
