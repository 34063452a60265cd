//! A manifest applied over a stored Service, as `kubectl apply` makes its patch: fields that the manifest before it had
//! and this one has not are removed, fields of this one are set, all others stay (`kubectl/pkg/cmd/apply`). Ports are
//! one by their number and protocol, the keys of a selector one by one; any other field is replaced whole
//! (`patchStrategy` of `k8s.io/api/core/v1/types.go`).

use serde_json::{Map, Value};

use crate::admission::ServiceSpec;
use crate::document::as_json;

/// The annotation in which `kubectl apply` keeps the manifest.
const LAST_APPLIED: &str = "kubectl.kubernetes.io/last-applied-configuration";

/// Returns the manifest that `kubectl apply` stored with an object, or null if it was not applied.
pub fn last_applied(object: &Value) -> Value {
    object
        .pointer("/metadata/annotations")
        .and_then(|annotations| annotations.get(LAST_APPLIED))
        .and_then(Value::as_str)
        .and_then(|text| serde_json::from_str(text).ok())
        .unwrap_or_default()
}

/// Returns the object that is sent if `sent` is applied over the stored spec. `before` is the manifest that was applied
/// before; null if there was none.
///
/// ```
/// use dualstack_plan::apply::applied;
/// use serde_json::json;
/// let live = serde_json::from_value(json!({"clusterIP": "10.96.0.7", "ports": [{"port": 80, "nodePort": 30080}]})).unwrap();
/// let before = json!({"spec": {"externalName": "x", "ports": [{"port": 80}]}});
/// let sent = json!({"metadata": {"name": "web"}, "spec": {"ports": [{"port": 80, "name": "http"}]}});
/// assert_eq!(applied(&live, &before, &sent)["spec"], json!({
///     "clusterIP": "10.96.0.7", "ports": [{"port": 80, "nodePort": 30080, "name": "http"}],
/// }));
/// ```
pub fn applied(live: &ServiceSpec, before: &Value, sent: &Value) -> Value {
    let spec = |object: &Value| {
        object
            .get("spec")
            .and_then(Value::as_object)
            .cloned()
            .unwrap_or_default()
    };
    let mut merged = as_json(&live.clone().with_hidden_values());
    if let Some(merged) = merged.as_object_mut() {
        merge(merged, &spec(before), &spec(sent));
    }
    let mut object = sent.clone();
    if let Some(object) = object.as_object_mut() {
        object.insert("spec".to_owned(), merged);
    }
    object
}

fn merge(live: &mut Map<String, Value>, before: &Map<String, Value>, sent: &Map<String, Value>) {
    for gone in before.keys().filter(|field| !sent.contains_key(*field)) {
        live.shift_remove(gone);
    }
    for (field, value) in sent {
        match value {
            Value::Null => {
                live.shift_remove(field);
            }
            Value::Object(entries) => {
                let there = live
                    .entry(field.clone())
                    .or_insert_with(|| Value::Object(Map::new()));
                let none = Map::new();
                let before = before.get(field).and_then(Value::as_object).unwrap_or(&none);
                if let Some(there) = there.as_object_mut() {
                    merge(there, before, entries);
                }
            }
            Value::Array(ports) if field == "ports" => {
                let list =
                    |ports: Option<&Value>| ports.and_then(Value::as_array).cloned().unwrap_or_default();
                let merged = ports_of(list(live.get(field)), &list(before.get(field)), ports);
                live.insert(field.clone(), Value::Array(merged));
            }
            value => {
                live.insert(field.clone(), value.clone());
            }
        }
    }
}

/// Returns the ports that are sent, and behind them those that somebody else added.
fn ports_of(mut live: Vec<Value>, before: &[Value], sent: &[Value]) -> Vec<Value> {
    let mut merged = Vec::with_capacity(sent.len());
    for port in sent {
        let at = live.iter().position(|other| is_same_port(other, port));
        let mut kept = at
            .map(|at| live.remove(at))
            .unwrap_or_else(|| Value::Object(Map::new()));
        let was = before.iter().find(|other| is_same_port(other, port));
        let none = Map::new();
        if let (Some(kept), Some(port)) = (kept.as_object_mut(), port.as_object()) {
            merge(kept, was.and_then(Value::as_object).unwrap_or(&none), port);
        }
        merged.push(kept);
    }
    live.retain(|port| !before.iter().any(|other| is_same_port(other, port)));
    merged.extend(live);
    merged
}

fn is_same_port(one: &Value, other: &Value) -> bool {
    let key = |port: &Value| {
        let protocol = port.get("protocol").and_then(Value::as_str).unwrap_or("TCP");
        (port.get("port").and_then(Value::as_i64), protocol.to_owned())
    };
    key(one) == key(other)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn spec(value: Value) -> ServiceSpec {
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn what_the_server_set_stays_and_what_the_manifest_dropped_goes() {
        let live = spec(json!({
            "type": "NodePort", "clusterIP": "10.96.0.7", "selector": {"app": "web", "track": "a", "by": "somebody"},
            "ports": [
                {"port": 53, "protocol": "UDP", "nodePort": 30053}, {"port": 53, "protocol": "TCP", "nodePort": 30054},
                {"port": 9000, "protocol": "TCP", "nodePort": 30055},
            ],
            "externalIPs": ["192.0.2.1"], "sessionAffinity": "ClientIP",
        }));
        let before = json!({"spec": {
            "type": "NodePort", "selector": {"app": "web", "track": "a"}, "externalIPs": ["192.0.2.1"],
            "ports": [{"port": 53, "protocol": "UDP"}, {"port": 53}],
        }});
        let sent = json!({"spec": {
            "type": "NodePort", "selector": {"app": "api"}, "ports": [{"name": "dns", "port": 53}], "sessionAffinity": null,
        }});
        assert_eq!(
            applied(&live, &before, &sent)["spec"],
            json!({
                "type": "NodePort", "clusterIP": "10.96.0.7", "selector": {"app": "api", "by": "somebody"},
                "ports": [
                    {"name": "dns", "port": 53, "protocol": "TCP", "nodePort": 30054},
                    {"port": 9000, "protocol": "TCP", "nodePort": 30055},
                ],
            })
        );
    }

    #[test]
    fn an_object_says_itself_how_it_was_applied() {
        let manifest = r#"{"spec":{"type":"ClusterIP"}}"#;
        let object = json!({"metadata": {"annotations": {LAST_APPLIED: manifest}}});
        assert_eq!(last_applied(&object), json!({"spec": {"type": "ClusterIP"}}));
        assert_eq!(last_applied(&json!({"metadata": {"name": "web"}})), Value::Null);
    }
}
