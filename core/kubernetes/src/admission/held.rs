//! Services that a cluster holds already: objects of a dump, which are not requests.
//!
//! A server sets `uid`, `resourceVersion` and `creationTimestamp` when it stores an object
//! (`apiserver/pkg/registry/rest/create.go`), and its controllers the status. `kubectl create --dry-run=client -o yaml`
//! writes `creationTimestamp: null` and an empty status, and is a request.

use serde_json::Value;

use super::metadata::DEFAULT_NAMESPACE;
use super::outcome::{Admission, Refusal};
use super::service::{HEADLESS, ServiceSpec};
use super::trace::Step;
use super::{ServiceCluster, read};
use crate::i18n::Message;

/// The name and namespace of the API server's own Service
/// (`pkg/controlplane/controller/kubernetesservice/controller.go`).
pub const KUBERNETES_SERVICE: (&str, &str) = (DEFAULT_NAMESPACE, "kubernetes");

/// Returns whether the object is one that a server has stored.
///
/// ```
/// use dualstack_kubernetes::admission::held::is_held;
/// use serde_json::json;
/// assert!(is_held(&json!({"metadata": {"uid": "6a2f", "resourceVersion": "195"}})));
/// assert!(is_held(&json!({"spec": {"clusterIP": "10.96.0.10"}, "status": {"loadBalancer": {}}})));
/// assert!(!is_held(&json!({"metadata": {"creationTimestamp": null}, "spec": {"clusterIP": "10.96.0.10"}, "status": {}})));
/// assert!(!is_held(&json!({"spec": {"clusterIP": "10.96.0.10"}})));
/// ```
pub fn is_held(object: &Value) -> bool {
    let metadata = |field: &str| {
        object
            .pointer("/metadata")
            .and_then(|metadata| metadata.get(field))
    };
    let by_server = ["uid", "resourceVersion", "creationTimestamp", "selfLink"];
    if by_server.iter().any(|field| {
        metadata(field)
            .and_then(Value::as_str)
            .is_some_and(|text| !text.is_empty())
    }) {
        return true;
    }
    let address = object.pointer("/spec/clusterIP").and_then(Value::as_str);
    let has_address = address.is_some_and(|ip| !ip.is_empty() && ip != HEADLESS);
    let name = |field: &str| metadata(field).and_then(Value::as_str).unwrap_or_default();
    let dry_run = metadata("creationTimestamp").is_some();
    let own = (name("namespace"), name("name")) == KUBERNETES_SERVICE;
    has_address && (own || !dry_run && object.get("status").is_some_and(Value::is_object))
}

/// Returns the families of the addresses that a load balancer has given already. Empty if there are none, or only names.
pub fn ingress_addresses(object: &Value) -> Vec<&str> {
    let list = object
        .pointer("/status/loadBalancer/ingress")
        .and_then(Value::as_array);
    list.into_iter()
        .flatten()
        .filter_map(|entry| entry.get("ip").and_then(Value::as_str))
        .collect()
}

/// Returns the answer about a Service that the cluster holds: it is stored, as a client reads it.
pub fn held(cluster: &ServiceCluster<'_>, spec: &ServiceSpec) -> Admission {
    Admission::Stored {
        spec: Box::new(read(cluster, spec)),
        name: None,
        trace: vec![Step::new("SVC-held", Message::new("service-step-held"))],
        warnings: Vec::new(),
    }
}

/// Returns the answer of a server that does not decode the object.
pub fn not_decoded(refusal: Refusal) -> Admission {
    let text = Message::new("service-step-failed").with("error", refusal.message.as_str());
    Admission::Refused {
        trace: vec![Step::new("SVC-strict", text)],
        refusal,
    }
}
