//! What the suites of whole clusters have in common: the simulated cluster in the form of the recordings.

use dualstack_core::admission::simulator::{ActionResult, ServiceCidr, ServiceCidrPhase, Simulation};
use dualstack_core::admission::{Admission, Refusal, ServiceSpec};
use dualstack_core::net::IpFamily;
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// The events that come of a race inside of the server: the loop that repairs sees a Service before the address that
/// was made for it, or the server tells that it has started.
pub(crate) const RACES: &[&str] = &["ClusterIPNotAllocated", "KubeAPIReadyz"];

/// A ServiceCIDR object as it is recorded; fields that a recording does not have are not compared.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub(crate) struct RecordedObject {
    pub(crate) name: String,
    pub(crate) cidrs: Vec<String>,
    /// Type, status, reason, message.
    #[serde(default)]
    pub(crate) conditions: Vec<(String, String, String, String)>,
    pub(crate) deleting: Option<bool>,
    #[serde(default)]
    pub(crate) finalizers: Option<Vec<String>>,
}

impl RecordedObject {
    /// Whether kube-controller-manager has seen the object.
    pub(crate) fn is_controlled(&self) -> bool {
        self.finalizers.as_ref().is_some_and(|list| !list.is_empty())
    }
}

/// The ServiceCIDR objects of a simulated cluster, as they are recorded.
pub(crate) fn objects(simulation: &Simulation) -> Vec<RecordedObject> {
    let recorded = |object: &ServiceCidr| RecordedObject {
        name: object.name.clone(),
        cidrs: object.cidrs.iter().map(ToString::to_string).collect(),
        conditions: object
            .conditions
            .iter()
            .map(|condition| {
                (
                    condition.type_.to_owned(),
                    condition.status.to_owned(),
                    condition.reason.to_owned(),
                    condition.message.to_owned(),
                )
            })
            .collect(),
        deleting: Some(object.phase == ServiceCidrPhase::Terminating),
        finalizers: (!object.finalizers.is_empty())
            .then(|| object.finalizers.iter().map(|name| (*name).to_owned()).collect()),
    };
    simulation.service_cidrs().iter().map(recorded).collect()
}

/// The fields of a stored spec that the recordings hold.
const FIELDS: &[&str] = &["clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy", "type"];

/// The spec as the recordings hold it.
pub(crate) fn recorded_spec(spec: &ServiceSpec) -> Value {
    let whole = serde_json::to_value(spec).unwrap_or_default();
    let fields = whole.as_object().cloned().unwrap_or_default();
    let kept = fields
        .into_iter()
        .filter(|(name, _)| FIELDS.contains(&name.as_str()));
    Value::Object(kept.collect())
}

/// The refusal as the recordings hold it: a cause without field has none.
pub(crate) fn recorded_refusal(refusal: &Refusal) -> Value {
    let or_null = |text: &str| {
        if text.is_empty() {
            Value::Null
        } else {
            Value::from(text)
        }
    };
    let causes: Vec<Value> = refusal
        .causes
        .iter()
        .map(|cause| json!({"field": or_null(&cause.field), "message": cause.message, "reason": or_null(&cause.reason)}))
        .collect();
    json!({"code": refusal.code, "reason": refusal.reason, "message": refusal.message, "causes": causes})
}

/// The result of an action as the recordings hold it; `code` is that of success.
pub(crate) fn recorded_result(result: &ActionResult, code: u16) -> Value {
    match result {
        ActionResult::Admitted {
            admission: Admission::Stored { spec, .. },
        } => json!({"code": code, "spec": recorded_spec(spec)}),
        ActionResult::Admitted {
            admission: Admission::Refused { refusal, .. },
        }
        | ActionResult::Refused { refusal } => recorded_refusal(refusal),
        ActionResult::Done => json!({"code": code}),
    }
}

/// The addresses that a server picked, by the order in which they were seen first. Two servers pick other ones; they agree
/// if they show the same ones again in the same places.
#[derive(Clone, Debug, Default)]
pub(crate) struct Picked(Vec<String>);

impl Picked {
    /// The answer with the fields that are compared, and in its spec a label for every address that does not stand in the
    /// request.
    pub(crate) fn comparable(&mut self, answer: &Value, fields: &Map<String, Value>, request: &str) -> Value {
        let mut kept = answer.clone();
        if let Some(answer) = kept.as_object_mut() {
            answer.retain(|name, _| fields.contains_key(name));
        }
        if let Some(spec) = kept.get_mut("spec") {
            self.label(spec, request);
        }
        kept
    }

    fn label(&mut self, value: &mut Value, request: &str) {
        match value {
            Value::Array(entries) => entries.iter_mut().for_each(|entry| self.label(entry, request)),
            Value::Object(fields) => fields.values_mut().for_each(|field| self.label(field, request)),
            Value::String(text) => {
                let address = text.parse::<std::net::IpAddr>().ok();
                let Some(address) = address.filter(|_| !request.contains(&format!("\"{text}\""))) else {
                    return;
                };
                let place = self.0.iter().position(|seen| seen == text).unwrap_or_else(|| {
                    self.0.push(text.clone());
                    self.0.len() - 1
                });
                *text = format!("<{} {place}>", IpFamily::of(address));
            }
            _ => {}
        }
    }
}
