//! What a running cluster shows, and the plan itself.

pub(super) mod described;
pub(super) mod ip_address;
pub(super) mod node;
pub(super) mod plan;
pub(super) mod service;
pub(super) mod service_cidr;
pub(super) mod tables;
pub(super) mod versions;

use serde_json::{Map, Value as Json};

use crate::document::to_json;
use crate::found::{Beside, Found};
use crate::items::Object;

/// Adds an object that stays beside the plan, without what only its writers need. An entry of a List without `kind` gets
/// the kind that the list has.
fn keep(object: &Object, kind: &'static str, fields: &[&str], found: &mut Found) {
    let root = object.root(kind);
    let Some(Json::Object(whole)) = root.node().map(to_json) else {
        return;
    };
    let mut kept = Map::new();
    for name in ["apiVersion", "kind"] {
        if let Some(text) = object.text(name) {
            kept.insert(name.to_owned(), Json::String(text.to_owned()));
        }
    }
    kept.extend(
        whole
            .into_iter()
            .filter(|(name, _)| fields.contains(&name.as_str())),
    );
    if let Some(metadata) = kept.get_mut("metadata").and_then(Json::as_object_mut) {
        metadata.remove("managedFields");
        if let Some(annotations) = metadata.get_mut("annotations").and_then(Json::as_object_mut) {
            annotations.remove("kubectl.kubernetes.io/last-applied-configuration");
            if annotations.is_empty() {
                metadata.remove("annotations");
            }
        }
    }
    found.beside.push(Beside {
        object: Json::Object(kept),
        origin: root.origin(),
        is_whole: true,
    });
}
