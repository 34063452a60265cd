//! A cluster to try things on: Services come, change and go, and so does the cluster under them.
//!
//! The list of actions is the whole state: [`Simulation::replay`] gives the same result for the same start and
//! actions, and undoing is replaying all but the last. Stored objects are kept as the version that wrote them left
//! them, and are seen as a client of the present version reads them (`pkg/registry/core/service/storage`).

mod ranges;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::net::IpAddr;

use serde::de;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::outcome::{Admission, Refusal};
use super::service::{Service, ServiceMetadata, ServicePort, ServiceSpec};
use super::{Request, ServiceCluster, Taken, admit, policy, read, service_type};
use crate::document::{as_json, typed};
use crate::go::field_error::FieldError;
use crate::i18n::Message;
use crate::kubernetes::Version;
use crate::kubernetes::gates::GateSettings;
use crate::kubernetes::service_api::{AllocatorKind, DUAL_STACK, ServiceApi, ServiceEra};
use crate::net::{Cidr, Dual};

pub use ranges::{ServiceCidr, ServiceCidrPhase};

/// The cluster before the first action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ClusterStart {
    /// Its version.
    #[cfg_attr(feature = "wasm", tsify(type = "string"))]
    pub version: Version,
    /// `--service-cluster-ip-range`, in order.
    #[serde(rename = "serviceCIDRs")]
    #[cfg_attr(feature = "wasm", tsify(type = "string[]"))]
    pub service_cidrs: Vec<Cidr>,
    /// The feature gate `IPv6DualStack`, if it is set. Absent, two Service ranges mean it is on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dual_stack_gate: Option<bool>,
    /// Further feature gates of the API servers, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "Record<string, boolean>"))]
    pub feature_gates: BTreeMap<String, bool>,
    /// ServiceCIDR objects that are there besides the one of the flag. Count where the version has an allocator of
    /// IPAddress objects.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub service_cidr_objects: Vec<NamedCidrs>,
    /// Addresses in use by Services that are not shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "IpAddress[]"))]
    pub occupied: Vec<IpAddr>,
    /// Where automatic addresses start to be looked for.
    #[serde(default)]
    pub seed: u64,
}

/// A ServiceCIDR object that is there at the start.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct NamedCidrs {
    /// Its name.
    pub name: String,
    /// `spec.cidrs`.
    #[cfg_attr(feature = "wasm", tsify(type = "Cidr[]"))]
    pub cidrs: Vec<Cidr>,
}

/// Something done to the cluster or on it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(tag = "action", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Action {
    /// `kubectl create`.
    Create {
        /// The Service.
        service: Service,
    },
    /// `kubectl replace`: the whole new object. Creates what is not there, as the API does.
    Replace {
        /// The Service.
        service: Service,
    },
    /// `kubectl patch --type=merge`.
    Patch {
        /// Namespace; `default` where empty.
        #[serde(default)]
        namespace: String,
        /// Name.
        name: String,
        /// The merge patch (RFC 7386) of the object.
        #[cfg_attr(feature = "wasm", tsify(type = "unknown"))]
        patch: Value,
    },
    /// `kubectl delete`.
    Delete {
        /// Namespace; `default` where empty.
        #[serde(default)]
        namespace: String,
        /// Name.
        name: String,
    },
    /// All API servers are restarted with these Service ranges.
    SetServiceRanges {
        /// `--service-cluster-ip-range`, in order.
        #[serde(rename = "serviceCIDRs")]
        #[cfg_attr(feature = "wasm", tsify(type = "string[]"))]
        service_cidrs: Vec<Cidr>,
    },
    /// All API servers are replaced by this version.
    SetVersion {
        /// The version.
        #[cfg_attr(feature = "wasm", tsify(type = "string"))]
        version: Version,
    },
    /// All API servers are restarted with this feature gate.
    SetDualStackGate {
        /// `--feature-gates=IPv6DualStack=`; `null` for what a server needs that runs with these ranges.
        enabled: Option<bool>,
    },
    /// A ServiceCIDR object is created (from 1.33).
    CreateServiceCidr {
        /// Its name.
        name: String,
        /// `spec.cidrs`.
        cidrs: Vec<String>,
    },
    /// A ServiceCIDR object is deleted (from 1.33).
    DeleteServiceCidr {
        /// Its name.
        name: String,
    },
}

/// The members of every action together, as with [`Request`].
impl<'de> Deserialize<'de> for Action {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        enum Kind {
            Create,
            Replace,
            Patch,
            Delete,
            SetServiceRanges,
            SetVersion,
            SetDualStackGate,
            CreateServiceCidr,
            DeleteServiceCidr,
        }
        #[derive(Deserialize)]
        struct Members {
            action: Kind,
            service: Option<Service>,
            #[serde(default)]
            namespace: String,
            name: Option<String>,
            #[serde(default, deserialize_with = "given")]
            patch: Option<Value>,
            #[serde(rename = "serviceCIDRs")]
            service_cidrs: Option<Vec<Cidr>>,
            version: Option<Version>,
            enabled: Option<bool>,
            cidrs: Option<Vec<String>>,
        }
        /// A patch that is null is one.
        fn given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
            Value::deserialize(deserializer).map(Some)
        }
        fn required<T, E: de::Error>(member: Option<T>, name: &'static str) -> Result<T, E> {
            member.ok_or_else(|| E::missing_field(name))
        }
        let members = Members::deserialize(deserializer)?;
        let namespace = members.namespace;
        Ok(match members.action {
            Kind::Create => Action::Create {
                service: required(members.service, "service")?,
            },
            Kind::Replace => Action::Replace {
                service: required(members.service, "service")?,
            },
            Kind::Patch => Action::Patch {
                namespace,
                name: required(members.name, "name")?,
                patch: required(members.patch, "patch")?,
            },
            Kind::Delete => Action::Delete {
                namespace,
                name: required(members.name, "name")?,
            },
            Kind::SetServiceRanges => Action::SetServiceRanges {
                service_cidrs: required(members.service_cidrs, "serviceCIDRs")?,
            },
            Kind::SetVersion => Action::SetVersion {
                version: required(members.version, "version")?,
            },
            Kind::SetDualStackGate => Action::SetDualStackGate {
                enabled: members.enabled,
            },
            Kind::CreateServiceCidr => Action::CreateServiceCidr {
                name: required(members.name, "name")?,
                cidrs: required(members.cidrs, "cidrs")?,
            },
            Kind::DeleteServiceCidr => Action::DeleteServiceCidr {
                name: required(members.name, "name")?,
            },
        })
    }
}

/// What came of an action.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(tag = "result", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum ActionResult {
    /// The API server's answer about a Service.
    Admitted {
        /// The answer and its trace.
        admission: Admission,
    },
    /// It is gone, or the cluster is another one.
    Done,
    /// It could not be done. Code 0: no API server started with that configuration, so none answered.
    Refused {
        /// The answer.
        refusal: Refusal,
    },
}

/// Something controllers and the repair loops say.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ClusterEvent {
    /// `ClusterIPNotValid`, …
    pub reason: &'static str,
    /// The event's message, in the component's words.
    pub message: String,
    /// The object it is about, `default/web`.
    pub object: String,
}

/// One line of the timeline.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct TimelineEntry {
    /// What was done.
    pub action: Action,
    /// What came of it.
    pub result: ActionResult,
    /// What controllers say afterwards and had not said before.
    pub events: Vec<ClusterEvent>,
    /// What happened without being asked for.
    pub notes: Vec<Note>,
}

/// A remark of the simulation itself.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(transparent)]
pub struct Note(
    /// The remark.
    pub Message,
);

/// A stored Service.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ServiceView {
    /// Its name and namespace.
    pub metadata: ServiceMetadata,
    /// As it lies in the store.
    pub stored: ServiceSpec,
    /// As a client reads it.
    pub seen: ServiceSpec,
    /// The version that wrote it last.
    #[cfg_attr(feature = "wasm", tsify(type = "string"))]
    pub written_by: Version,
    /// The answer to sending it back unchanged, where it is a refusal: every update of the Service then fails.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub update_refused: Option<Refusal>,
}

#[derive(Clone, Debug, PartialEq)]
struct Stored {
    metadata: ServiceMetadata,
    spec: ServiceSpec,
    written_by: Version,
}

type Key = (String, String);

/// A cluster after some actions.
#[derive(Clone, Debug)]
pub struct Simulation {
    start: ClusterStart,
    actions: Vec<Action>,
    timeline: Vec<TimelineEntry>,
    version: Version,
    ranges: Dual<Cidr>,
    gates: GateSettings,
    services: BTreeMap<Key, Stored>,
    service_cidrs: Vec<ServiceCidr>,
    said: Vec<ClusterEvent>,
}

/// Why there is no cluster to simulate.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StartError {
    /// The ranges are none, more than two, or two of one family.
    #[error("expected one Service range, or two of different families")]
    Ranges,
}

const DEFAULT_NAMESPACE: &str = "default";

impl Simulation {
    /// A new cluster: nothing in it but the Service `default/kubernetes`.
    pub fn new(start: ClusterStart) -> Result<Simulation, StartError> {
        let ranges = Dual::from_cidrs(&start.service_cidrs).ok_or(StartError::Ranges)?;
        let mut gates: GateSettings = start.feature_gates.clone().into_iter().collect();
        if let Some(enabled) = start.dual_stack_gate {
            gates.set(DUAL_STACK, enabled);
        }
        let given = start.service_cidr_objects.iter();
        let service_cidrs = given
            .map(|object| ServiceCidr {
                name: object.name.clone(),
                cidrs: object.cidrs.clone(),
                phase: ServiceCidrPhase::Ready,
            })
            .collect();
        let mut simulation = Simulation {
            version: start.version,
            ranges,
            gates,
            start,
            actions: Vec::new(),
            timeline: Vec::new(),
            services: BTreeMap::new(),
            service_cidrs,
            said: Vec::new(),
        };
        simulation.create_default_service();
        simulation.settle(&mut Vec::new());
        Ok(simulation)
    }

    /// The cluster after these actions.
    pub fn replay(start: &ClusterStart, actions: &[Action]) -> Result<Simulation, StartError> {
        let mut simulation = Simulation::new(start.clone())?;
        for action in actions {
            simulation.apply(action.clone());
        }
        Ok(simulation)
    }

    /// Does one thing more.
    pub fn apply(&mut self, action: Action) {
        let mut notes = Vec::new();
        let result = self.perform(&action, &mut notes);
        self.settle(&mut notes);
        let events = self.new_events();
        self.actions.push(action.clone());
        self.timeline.push(TimelineEntry {
            action,
            result,
            events,
            notes,
        });
    }

    /// Takes the last action back, and gives it.
    pub fn undo(&mut self) -> Option<Action> {
        let (last, before) = self.actions.split_last()?;
        let last = last.clone();
        // The start was accepted before.
        let Ok(replayed) = Simulation::replay(&self.start, before) else {
            return None;
        };
        *self = replayed;
        Some(last)
    }

    /// The cluster before the first action.
    pub fn start(&self) -> &ClusterStart {
        &self.start
    }

    /// What was done.
    pub fn actions(&self) -> &[Action] {
        &self.actions
    }

    /// What was done and what came of it.
    pub fn timeline(&self) -> &[TimelineEntry] {
        &self.timeline
    }

    /// What was done and what came of it, for whoever needs the rest no more.
    pub fn into_timeline(self) -> Vec<TimelineEntry> {
        self.timeline
    }

    /// The version now.
    pub fn version(&self) -> Version {
        self.version
    }

    /// The Service ranges now.
    pub fn ranges(&self) -> &Dual<Cidr> {
        &self.ranges
    }

    /// The ServiceCIDR objects now; none where the version has none.
    pub fn service_cidrs(&self) -> &[ServiceCidr] {
        &self.service_cidrs
    }

    /// The Services now, by namespace and name.
    pub fn services(&self) -> Vec<ServiceView> {
        let taken = self.taken();
        self.services
            .values()
            .map(|stored| {
                let ready = self.ready_ranges();
                let cluster = self.cluster(&taken, ready.as_deref());
                let seen = read(&cluster, &stored.spec);
                let request = Request::Update {
                    old: Box::new(stored.spec.clone()),
                    service: Service {
                        metadata: stored.metadata.clone(),
                        spec: seen.clone(),
                    },
                };
                ServiceView {
                    metadata: stored.metadata.clone(),
                    stored: stored.spec.clone(),
                    seen,
                    written_by: stored.written_by,
                    update_refused: admit(&cluster, &request).refused().cloned(),
                }
            })
            .collect()
    }

    fn api(&self) -> ServiceApi {
        self.cluster(&Taken::default(), None).api
    }

    fn taken(&self) -> Taken {
        let mut taken = Taken::default();
        self.start
            .occupied
            .iter()
            .for_each(|address| taken.add_address(*address));
        self.services.values().for_each(|stored| taken.add(&stored.spec));
        taken
    }

    fn cluster<'a>(&self, taken: &'a Taken, ready: Option<&'a [Cidr]>) -> ServiceCluster<'a> {
        ServiceCluster {
            service_cidrs: ready,
            occupancy: taken,
            seed: self.start.seed,
            ..ServiceCluster::new(self.version, self.ranges).with_gates(&self.gates)
        }
    }

    /// The API servers themselves: index 1 of the primary range, one family in every version.
    fn create_default_service(&mut self) {
        let Some(address) = self.ranges.primary().address(1) else {
            return;
        };
        let metadata = ServiceMetadata {
            name: "kubernetes".to_owned(),
            namespace: DEFAULT_NAMESPACE.to_owned(),
            annotations: BTreeMap::new(),
        };
        let spec = ServiceSpec {
            type_: service_type::CLUSTER_IP.to_owned(),
            ports: Some(vec![ServicePort {
                name: "https".to_owned(),
                port: 443,
                ..ServicePort::default()
            }]),
            cluster_ip: address.to_string(),
            ip_family_policy: Some(policy::SINGLE_STACK.to_owned()),
            ..ServiceSpec::default()
        };
        let service = Service {
            metadata: metadata.clone(),
            spec,
        };
        let empty = Taken::default();
        let admission = admit(&self.cluster(&empty, None), &Request::Create { service });
        if let Admission::Stored { spec, .. } = admission {
            let key = key(&metadata.namespace, &metadata.name);
            self.services.insert(
                key,
                Stored {
                    metadata,
                    spec: *spec,
                    written_by: self.version,
                },
            );
        }
    }

    fn perform(&mut self, action: &Action, notes: &mut Vec<Note>) -> ActionResult {
        match action {
            Action::Create { service } => {
                let key = key_of(&service.metadata);
                if self.services.contains_key(&key) {
                    return refused(
                        409,
                        "AlreadyExists",
                        format!("services {:?} already exists", key.1),
                    );
                }
                self.write(key, service.clone())
            }
            Action::Replace { service } => self.write(key_of(&service.metadata), service.clone()),
            Action::Patch {
                namespace,
                name,
                patch,
            } => self.patch(key(namespace, name), patch),
            Action::Delete { namespace, name } => {
                let key = key(namespace, name);
                match self.services.remove(&key) {
                    Some(_) => ActionResult::Done,
                    None => not_found(&key.1),
                }
            }
            Action::SetServiceRanges { service_cidrs } => match Dual::from_cidrs(service_cidrs) {
                Some(ranges) => {
                    self.set_ranges(ranges, notes);
                    ActionResult::Done
                }
                None => refused(0, "", StartError::Ranges.to_string()),
            },
            Action::SetVersion { version } => {
                self.version = *version;
                ActionResult::Done
            }
            Action::SetDualStackGate { enabled } => {
                self.gates.unset(DUAL_STACK);
                if let Some(enabled) = enabled {
                    self.gates.set(DUAL_STACK, *enabled);
                }
                ActionResult::Done
            }
            Action::CreateServiceCidr { name, cidrs } => self.create_service_cidr(name, cidrs),
            Action::DeleteServiceCidr { name } => self.delete_service_cidr(name),
        }
    }

    /// Create or update, whichever it is.
    fn write(&mut self, key: Key, mut service: Service) -> ActionResult {
        service.metadata.namespace.clone_from(&key.0);
        let metadata = service.metadata.clone();
        let request = match self.services.get(&key) {
            Some(stored) => Request::Update {
                old: Box::new(stored.spec.clone()),
                service,
            },
            None => Request::Create { service },
        };
        let taken = self.taken();
        let ready = self.ready_ranges();
        let admission = admit(&self.cluster(&taken, ready.as_deref()), &request);
        if let Some(spec) = admission.stored() {
            let stored = Stored {
                metadata,
                spec: spec.clone(),
                written_by: self.version,
            };
            self.services.insert(key, stored);
        }
        ActionResult::Admitted { admission }
    }

    fn patch(&mut self, key: Key, patch: &Value) -> ActionResult {
        let Some(stored) = self.services.get(&key) else {
            return not_found(&key.1);
        };
        let taken = Taken::default();
        let cluster = self.cluster(&taken, None);
        // From 1.23 the patch meets the object as it is stored; before, as it is read.
        let spec = match self.api().era {
            ServiceEra::AllocatedFirst => super::defaults::decode(&self.api(), &stored.spec),
            ServiceEra::SingleFamily | ServiceEra::ValidatedFirst => read(&cluster, &stored.spec),
        };
        let service = Service {
            metadata: stored.metadata.clone(),
            spec,
        };
        let mut object = as_json(&service);
        merge(&mut object, patch);
        match typed::<Service>(&object) {
            Ok(mut patched) => {
                patched.metadata.name.clone_from(&key.1);
                self.write(key, patched)
            }
            Err(error) => refused(400, "BadRequest", error.to_string()),
        }
    }
}

fn key(namespace: &str, name: &str) -> Key {
    let namespace = if namespace.is_empty() {
        DEFAULT_NAMESPACE
    } else {
        namespace
    };
    (namespace.to_owned(), name.to_owned())
}

fn key_of(metadata: &ServiceMetadata) -> Key {
    key(&metadata.namespace, &metadata.name)
}

fn refused(code: u16, reason: &str, message: String) -> ActionResult {
    ActionResult::Refused {
        refusal: Refusal {
            code,
            reason: reason.to_owned(),
            message,
            causes: Vec::new(),
        },
    }
}

fn not_found(name: &str) -> ActionResult {
    refused(404, "NotFound", format!("services {name:?} not found"))
}

/// RFC 7386.
fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(changes) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = Value::Object(serde_json::Map::new());
    }
    let Some(fields) = target.as_object_mut() else {
        return;
    };
    for (name, change) in changes {
        if change.is_null() {
            fields.shift_remove(name);
        } else {
            merge(fields.entry(name.clone()).or_insert(Value::Null), change);
        }
    }
}
