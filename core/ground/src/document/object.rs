//! The objects of a file: a document, or an item of a List, of any kind.

use serde_json::Value as Json;

use crate::diagnostic::{PatchOperation, Pointer};

use super::{Document, Node, Stream, patch, read, to_json};

/// An object of the file: a document, or an item of a List.
#[derive(Clone, Debug)]
pub struct Object<'a> {
    /// The document that holds the object.
    pub document: &'a Document,
    /// The place of the object in the document.
    pub pointer: Pointer,
    /// The node of the object.
    pub node: &'a Node,
}

impl<'a> Object<'a> {
    /// Returns the `kind` of the object. Empty if the field is absent.
    pub fn kind(&self) -> &'a str {
        self.text(&["kind"]).unwrap_or_default()
    }

    /// Returns the group of the object: its `apiVersion` up to the `/`. Empty for the core group.
    pub fn group(&self) -> &'a str {
        self.text(&["apiVersion"])
            .and_then(|version| version.split_once('/'))
            .map_or("", |(group, _)| group)
    }

    /// Returns `metadata.name` of the object. Empty if the field is absent.
    pub fn name(&self) -> &'a str {
        self.text(&["metadata", "name"]).unwrap_or_default()
    }

    /// Returns the field at `path`, counted from the object. `None` if it does not exist.
    pub fn get(&self, path: &[&str]) -> Option<&'a Node> {
        path.iter().try_fold(self.node, |node, key| node.get(key))
    }

    /// Returns the scalar at `path`, as it is written. `None` if it does not exist or is not a scalar.
    pub fn text(&self, path: &[&str]) -> Option<&'a str> {
        self.get(path)?.text()
    }

    /// Returns the entries of the list at `path`, each with its place in the document.
    pub fn items(&self, path: &[&str]) -> impl Iterator<Item = (Pointer, &'a Node)> + use<'a> {
        let list = self.at(path);
        let items = self.get(path).map_or(&[][..], Node::items);
        items
            .iter()
            .enumerate()
            .map(move |(i, node)| (list.index(i), node))
    }

    /// Returns the place in the document of the field at `path`.
    pub fn at(&self, path: &[&str]) -> Pointer {
        path.iter()
            .fold(self.pointer.clone(), |pointer, key| pointer.key(key))
    }

    /// Returns the place as Kubernetes writes it, counted from the object.
    pub fn field_path(&self, place: &Pointer) -> String {
        let below = place.as_str().strip_prefix(self.pointer.as_str());
        below
            .and_then(Pointer::parse)
            .map_or_else(String::new, |place| place.field_path())
    }

    /// Returns a patch that sets the field at `place` and adds the parents that are missing.
    pub fn set(&self, place: &Pointer, value: Json) -> Vec<PatchOperation> {
        patch::set(self.document, place, value)
    }

    /// Returns the YAML or JSON that the text at `path` holds, as in `data` of a ConfigMap. `None` if there is no
    /// such text.
    pub fn embedded(&self, path: &[&str]) -> Option<Json> {
        let stream = read(self.text(path)?);
        stream.documents.first().map(|document| to_json(document.root()))
    }

    /// Returns every container of a Pod or of the pod template of a workload, with its place in the document.
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

    /// Returns the pod spec of a Pod or workload. `None` for other kinds.
    pub fn pod_spec(&self) -> Option<&'a Node> {
        self.get(pod_spec(self.kind()))
    }

    /// Returns the labels of the pods of a Pod or workload. `None` for other kinds.
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
    /// Returns every object of the file in its order, and each item of a List as an object.
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
