//! A simulated cluster: Services are created, changed and deleted, and the configuration of the cluster changes.
//!
//! The list of actions is the whole state: [`Simulation::replay`] gives the same result for the same start and
//! actions, and undoing replays all actions but the last. Stored objects stay as the version that wrote them
//! left them, and are shown as a client of the present version reads them (`pkg/registry/core/service/storage`).

mod controllers;
#[cfg(test)]
mod range_tests;
mod ranges;
mod repair;
#[cfg(test)]
mod tests;

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::net::IpAddr;

use serde::de;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::metadata::{DEFAULT_NAMESPACE, ServiceMetadata, namespace_or_default};
use super::outcome::{ALREADY_EXISTS, Admission, Refusal};
use super::service::{Service, ServicePort, ServiceSpec};
use super::{Request, ServiceCluster, Taken, admit, policy, read, service_type};
use crate::i18n::Message;
use crate::kubernetes::Version;
use crate::kubernetes::gates::GateSettings;
use crate::kubernetes::service_api::{AllocatorKind, DUAL_STACK, ServiceApi};
use crate::kubernetes::service_cidr::DELETION_GRACE_SECONDS;
use crate::net::{Cidr, Dual};

use ranges::Objects;
pub use ranges::{IpAddressObject, ObjectCondition, ServiceCidr, ServiceCidrPhase};

/// The state of the cluster before the first action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ClusterStart {
    /// The Kubernetes version.
    #[cfg_attr(feature = "wasm", tsify(type = "KubernetesVersion"))]
    pub version: Version,
    /// The value of `--service-cluster-ip-range`, in order.
    #[serde(rename = "serviceCIDRs")]
    #[cfg_attr(feature = "wasm", tsify(type = "string[]"))]
    pub service_cidrs: Vec<Cidr>,
    /// The value of the feature gate `IPv6DualStack`; absent: on if there are two Service ranges.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dual_stack_gate: Option<bool>,
    /// Further feature gates of the API servers, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "Record<string, boolean>"))]
    pub feature_gates: BTreeMap<String, bool>,
    /// ServiceCIDR objects that exist besides the one of the flag. They have an effect in versions with an allocator
    /// of IPAddress objects.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub service_cidr_objects: Vec<NamedCidrs>,
    /// Addresses used by Services that are not shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "IpAddress[]"))]
    pub occupied: Vec<IpAddr>,
    /// The seed of the starting points at which automatic addresses are searched.
    #[serde(default)]
    pub seed: u64,
    /// Whether kube-controller-manager runs. It puts finalizers and conditions on ServiceCIDR objects.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub controller_manager: bool,
}

const fn yes() -> bool {
    true
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
const fn is_yes(value: &bool) -> bool {
    *value
}

/// A ServiceCIDR object that exists at the start.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct NamedCidrs {
    /// The name of the object.
    pub name: String,
    /// The value of `spec.cidrs`.
    #[cfg_attr(feature = "wasm", tsify(type = "Cidr[]"))]
    pub cidrs: Vec<Cidr>,
}

/// An action on the cluster.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(tag = "action", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Action {
    /// Creates a Service, as `kubectl create` does.
    Create {
        /// The Service to create.
        service: Service,
    },
    /// Replaces a whole Service, as `kubectl replace` does. A Service that does not exist is created, as in the API.
    Replace {
        /// The new Service.
        service: Service,
    },
    /// Patches a Service, as `kubectl patch --type=merge` does.
    Patch {
        /// The namespace of the Service; `default` if empty.
        #[serde(default)]
        namespace: String,
        /// The name of the Service.
        name: String,
        /// The merge patch (RFC 7386) of the object.
        #[cfg_attr(feature = "wasm", tsify(type = "unknown"))]
        patch: Value,
    },
    /// Deletes a Service, as `kubectl delete` does.
    Delete {
        /// The namespace of the Service; `default` if empty.
        #[serde(default)]
        namespace: String,
        /// The name of the Service.
        name: String,
    },
    /// Restarts all API servers with these Service ranges.
    SetServiceRanges {
        /// The value of `--service-cluster-ip-range`, in order.
        #[serde(rename = "serviceCIDRs")]
        #[cfg_attr(feature = "wasm", tsify(type = "string[]"))]
        service_cidrs: Vec<Cidr>,
    },
    /// Replaces all API servers by those of this version.
    SetVersion {
        /// The Kubernetes version.
        #[cfg_attr(feature = "wasm", tsify(type = "KubernetesVersion"))]
        version: Version,
    },
    /// Restarts all API servers with this value of the feature gate.
    SetDualStackGate {
        /// The value of `--feature-gates=IPv6DualStack=`; `null`: the value that a server with these ranges needs.
        enabled: Option<bool>,
    },
    /// Creates a ServiceCIDR object (from 1.33).
    CreateServiceCidr {
        /// The name of the object.
        name: String,
        /// The value of `spec.cidrs`.
        cidrs: Vec<String>,
    },
    /// Replaces `spec.cidrs` of a ServiceCIDR object, as `kubectl replace` does.
    UpdateServiceCidr {
        /// The name of the object.
        name: String,
        /// The new value of `spec.cidrs`.
        cidrs: Vec<String>,
    },
    /// Deletes a ServiceCIDR object (from 1.33). It stays for ten seconds at least.
    DeleteServiceCidr {
        /// The name of the object.
        name: String,
    },
    /// Lets time pass. No other action takes time.
    Wait {
        /// The number of seconds; absent: ten, as long as a deleted ServiceCIDR object stays.
        #[serde(default = "grace")]
        #[cfg_attr(feature = "wasm", tsify(optional))]
        seconds: u64,
    },
    /// Starts or stops kube-controller-manager.
    SetControllerManager {
        /// Whether it runs from now on.
        running: bool,
    },
}

const fn grace() -> u64 {
    DELETION_GRACE_SECONDS
}

impl Action {
    /// Whether the API server gives addresses to Services in this action, or takes them back.
    const fn changes_services(&self) -> bool {
        matches!(
            self,
            Action::Create { .. } | Action::Replace { .. } | Action::Patch { .. } | Action::Delete { .. }
        )
    }
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
            UpdateServiceCidr,
            DeleteServiceCidr,
            Wait,
            SetControllerManager,
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
            seconds: Option<u64>,
            running: Option<bool>,
        }
        /// Reads a patch; null counts as a patch, not as an absent member.
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
                // The server says what it thinks of a list that is not there.
                cidrs: members.cidrs.unwrap_or_default(),
            },
            Kind::UpdateServiceCidr => Action::UpdateServiceCidr {
                name: required(members.name, "name")?,
                cidrs: required(members.cidrs, "cidrs")?,
            },
            Kind::DeleteServiceCidr => Action::DeleteServiceCidr {
                name: required(members.name, "name")?,
            },
            Kind::Wait => Action::Wait {
                seconds: members.seconds.unwrap_or_else(grace),
            },
            Kind::SetControllerManager => Action::SetControllerManager {
                running: required(members.running, "running")?,
            },
        })
    }
}

/// The result of an action.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(tag = "result", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum ActionResult {
    /// The API server answered about a Service.
    Admitted {
        /// The answer with its decisions.
        admission: Admission,
    },
    /// The action was done: the object is deleted, or the cluster is changed.
    Done,
    /// The action was refused. Code 0: no API server started with that configuration, so none answered.
    Refused {
        /// The refusal.
        refusal: Refusal,
    },
}

/// An event of a controller or of the repair loops.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ClusterEvent {
    /// The reason of the event: `ClusterIPNotValid`, …
    pub reason: &'static str,
    /// The message of the event, in the component's words.
    pub message: String,
    /// The object of the event: `default/web`.
    pub object: String,
}

/// An entry of the timeline: an action and its consequences.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct TimelineEntry {
    /// The action.
    pub action: Action,
    /// The result of the action.
    pub result: ActionResult,
    /// The events that follow and that had not occurred before.
    pub events: Vec<ClusterEvent>,
    /// Remarks about changes that the action did not ask for.
    pub notes: Vec<Note>,
}

/// A remark of the simulation.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(transparent)]
pub struct Note(
    /// The text of the remark.
    pub Message,
);

/// A stored Service.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ServiceView {
    /// The name and namespace of the Service.
    pub metadata: ServiceMetadata,
    /// The spec in the store.
    pub stored: ServiceSpec,
    /// The spec as a client of the present version reads it.
    pub seen: ServiceSpec,
    /// The version that wrote the Service last.
    #[cfg_attr(feature = "wasm", tsify(type = "string"))]
    pub written_by: Version,
    /// The refusal of the Service when it is sent back unchanged; present if every update of it fails.
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

/// A cluster after a list of actions.
#[derive(Clone, Debug)]
pub struct Simulation {
    start: ClusterStart,
    actions: Vec<Action>,
    timeline: Vec<TimelineEntry>,
    version: Version,
    ranges: Dual<Cidr>,
    gates: GateSettings,
    services: BTreeMap<Key, Stored>,
    /// What the Services hold, once somebody has asked.
    taken: OnceCell<Taken>,
    objects: Objects,
    said: Vec<ClusterEvent>,
}

/// The reason why a cluster cannot be simulated.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StartError {
    /// The number of ranges is not one or two, or two ranges have one family.
    #[error("expected one Service range, or two of different families")]
    Ranges,
}

impl Simulation {
    /// Creates a cluster that holds only the Service `default/kubernetes`.
    ///
    /// # Errors
    /// Returns an error if the Service ranges are not usable.
    pub fn new(start: ClusterStart) -> Result<Simulation, StartError> {
        let ranges = Dual::from_cidrs(&start.service_cidrs).ok_or(StartError::Ranges)?;
        let mut gates: GateSettings = start.feature_gates.clone().into_iter().collect();
        if let Some(enabled) = start.dual_stack_gate {
            gates.set(DUAL_STACK, enabled);
        }
        let mut simulation = Simulation {
            version: start.version,
            ranges,
            gates,
            objects: Objects::of(&start),
            start,
            actions: Vec::new(),
            timeline: Vec::new(),
            services: BTreeMap::new(),
            taken: OnceCell::new(),
            said: Vec::new(),
        };
        simulation.create_default_service();
        simulation.settle(&mut Vec::new());
        // What the first start finds is the start of the simulation, not a repair.
        simulation.objects.repairs.clear();
        Ok(simulation)
    }

    /// Creates a cluster and applies these actions.
    ///
    /// # Errors
    /// Returns an error if the Service ranges of the start are not usable.
    pub fn replay(start: &ClusterStart, actions: &[Action]) -> Result<Simulation, StartError> {
        let mut simulation = Simulation::new(start.clone())?;
        for action in actions {
            simulation.apply(action.clone());
        }
        Ok(simulation)
    }

    /// Applies one more action.
    pub fn apply(&mut self, action: Action) {
        let mut notes = Vec::new();
        let result = self.perform(&action, &mut notes);
        if action.changes_services() {
            self.record_addresses();
        }
        self.settle(&mut notes);
        let events = self.new_events();
        self.record(action, result, events, notes);
    }

    /// Creates Services one after the other, as with [`Action::Create`]. The controllers look at the cluster when the last is
    /// there, and not after each, so that the time grows with the number of Services and not with its square. What they
    /// say is in the last entry of the timeline.
    pub fn create_all(&mut self, services: impl IntoIterator<Item = Service>) {
        for service in services {
            let action = Action::Create { service };
            let result = self.perform(&action, &mut Vec::new());
            self.record(action, result, Vec::new(), Vec::new());
        }
        let mut notes = Vec::new();
        self.record_addresses();
        self.settle(&mut notes);
        let events = self.new_events();
        if let Some(last) = self.timeline.last_mut() {
            last.events.extend(events);
            last.notes.extend(notes);
        }
    }

    fn record(&mut self, action: Action, result: ActionResult, events: Vec<ClusterEvent>, notes: Vec<Note>) {
        self.actions.push(action.clone());
        self.timeline.push(TimelineEntry {
            action,
            result,
            events,
            notes,
        });
    }

    /// Undoes the last action and returns it. `None` if there is no action.
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

    /// Returns the state of the cluster before the first action.
    pub fn start(&self) -> &ClusterStart {
        &self.start
    }

    /// Returns the actions in order.
    pub fn actions(&self) -> &[Action] {
        &self.actions
    }

    /// Returns the actions with their consequences, in order.
    pub fn timeline(&self) -> &[TimelineEntry] {
        &self.timeline
    }

    /// Returns the actions with their consequences, and consumes the simulation.
    pub fn into_timeline(self) -> Vec<TimelineEntry> {
        self.timeline
    }

    /// Returns the present version.
    pub fn version(&self) -> Version {
        self.version
    }

    /// Returns the present Service ranges.
    pub fn ranges(&self) -> &Dual<Cidr> {
        &self.ranges
    }

    /// Returns the present ServiceCIDR objects by name. Empty if the version has none.
    pub fn service_cidrs(&self) -> &[ServiceCidr] {
        self.objects.service_cidrs()
    }

    /// Returns the present IPAddress objects of Services, by address. Empty if the version has none.
    pub fn ip_addresses(&self) -> Vec<IpAddressObject> {
        if self.has_objects() {
            self.objects.ip_addresses()
        } else {
            Vec::new()
        }
    }

    /// Returns the present Services, sorted by namespace and name.
    pub fn services(&self) -> Vec<ServiceView> {
        let ready = self.ready_ranges();
        let cluster = self.cluster(self.taken(), ready.as_deref());
        self.services
            .values()
            .map(|stored| stored.view(&cluster))
            .collect()
    }

    /// Returns one of the present Services. `None` if there is none of that namespace (`default` if empty) and name.
    pub fn service(&self, namespace: &str, name: &str) -> Option<ServiceView> {
        let stored = self.services.get(&key(namespace, name))?;
        let ready = self.ready_ranges();
        Some(stored.view(&self.cluster(self.taken(), ready.as_deref())))
    }

    /// Returns the answer to a Service that is sent as with [`Action::Replace`]. Nothing is stored.
    pub fn answer_to_replacement(&self, service: Service) -> ActionResult {
        let request = self.replacement(service);
        result_of(self.answer(&request))
    }

    fn api(&self) -> ServiceApi {
        self.cluster(&Taken::default(), None).api
    }

    /// What the Services hold. Whoever changes them keeps this in step, by [`Simulation::store`] or by forgetting it.
    fn taken(&self) -> &Taken {
        self.taken.get_or_init(|| {
            let mut taken = Taken::default();
            self.start
                .occupied
                .iter()
                .for_each(|address| taken.add_address(*address));
            self.services.iter().for_each(|((namespace, name), stored)| {
                taken.add(&stored.spec);
                taken.add_name(namespace, name);
            });
            taken
        })
    }

    fn store(&mut self, key: Key, stored: Stored) {
        if self.services.contains_key(&key) {
            // Another Service may hold what this one gives back.
            self.taken = OnceCell::new();
        } else if let Some(taken) = self.taken.get_mut() {
            taken.add(&stored.spec);
            taken.add_name(&key.0, &key.1);
        }
        self.services.insert(key, stored);
    }

    fn cluster<'a>(&self, taken: &'a Taken, ready: Option<&'a [Cidr]>) -> ServiceCluster<'a> {
        ServiceCluster {
            service_cidrs: ready,
            occupancy: taken,
            seed: self.start.seed,
            ..ServiceCluster::new(self.version, self.ranges).with_gates(&self.gates)
        }
    }

    /// Creates the Service of the API servers: index 1 of the primary range, one family in every version.
    fn create_default_service(&mut self) {
        let Some(address) = self.ranges.primary().address(1) else {
            return;
        };
        let metadata = ServiceMetadata {
            name: "kubernetes".to_owned(),
            namespace: DEFAULT_NAMESPACE.to_owned(),
            ..ServiceMetadata::default()
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
            let stored = Stored {
                metadata,
                spec: *spec,
                written_by: self.version,
            };
            self.store(key, stored);
        }
    }

    fn perform(&mut self, action: &Action, notes: &mut Vec<Note>) -> ActionResult {
        match action {
            Action::Create { service } => self.send(Request::Create {
                service: service.clone(),
            }),
            Action::Replace { service } => self.replace(service.clone()),
            Action::Patch {
                namespace,
                name,
                patch,
            } => self.patch(key(namespace, name), patch),
            Action::Delete { namespace, name } => {
                let key = key(namespace, name);
                self.taken = OnceCell::new();
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
                self.objects.restart();
                ActionResult::Done
            }
            Action::SetDualStackGate { enabled } => {
                self.gates.unset(DUAL_STACK);
                if let Some(enabled) = enabled {
                    self.gates.set(DUAL_STACK, *enabled);
                }
                self.objects.restart();
                ActionResult::Done
            }
            Action::CreateServiceCidr { name, cidrs } => self.create_service_cidr(name, cidrs),
            Action::UpdateServiceCidr { name, cidrs } => self.update_service_cidr(name, cidrs),
            Action::DeleteServiceCidr { name } => self.delete_service_cidr(name, notes),
            Action::Wait { seconds } => {
                self.wait(*seconds, notes);
                ActionResult::Done
            }
            Action::SetControllerManager { running } => {
                self.objects.controller_manager = *running;
                ActionResult::Done
            }
        }
    }

    /// Creates the Service, or updates it if it exists.
    fn replace(&mut self, service: Service) -> ActionResult {
        let request = self.replacement(service);
        self.send(request)
    }

    fn replacement(&self, mut service: Service) -> Request {
        let key = key_of(&service.metadata);
        service.metadata.namespace.clone_from(&key.0);
        match self.services.get(&key) {
            Some(stored) => Request::Update {
                old: Box::new(stored.spec.clone()),
                old_metadata: Some(Box::new(stored.metadata.clone())),
                service,
            },
            None => Request::Create { service },
        }
    }

    fn patch(&mut self, key: Key, patch: &Value) -> ActionResult {
        match self.services.get(&key) {
            Some(stored) => {
                let stored = Service {
                    metadata: stored.metadata.clone(),
                    spec: stored.spec.clone(),
                };
                self.send(Request::Patch {
                    stored: Box::new(stored),
                    patch: patch.clone(),
                })
            }
            None => not_found(&key.1),
        }
    }

    fn answer(&self, request: &Request) -> Admission {
        let ready = self.ready_ranges();
        admit(&self.cluster(self.taken(), ready.as_deref()), request)
    }

    /// Sends a request, and stores what the server stores.
    fn send(&mut self, request: Request) -> ActionResult {
        let admission = self.answer(&request);
        if let Admission::Stored { spec, name, .. } = &admission {
            let mut metadata = request.sent_metadata();
            metadata.name = name.clone().unwrap_or(metadata.name);
            let key = key_of(&metadata);
            metadata.namespace.clone_from(&key.0);
            let stored = Stored {
                metadata,
                spec: (**spec).clone(),
                written_by: self.version,
            };
            self.store(key, stored);
        }
        result_of(admission)
    }
}

impl Stored {
    /// Returns the Service as a client of that cluster sees it.
    fn view(&self, cluster: &ServiceCluster<'_>) -> ServiceView {
        let seen = read(cluster, &self.spec);
        let service = Service {
            metadata: self.metadata.clone(),
            spec: seen.clone(),
        };
        let request = Request::update(self.spec.clone(), service);
        ServiceView {
            metadata: self.metadata.clone(),
            stored: self.spec.clone(),
            seen,
            written_by: self.written_by,
            update_refused: admit(cluster, &request).refused().cloned(),
        }
    }
}

fn result_of(admission: Admission) -> ActionResult {
    match admission {
        Admission::Refused { refusal, .. } if refusal.reason == ALREADY_EXISTS => {
            ActionResult::Refused { refusal }
        }
        admission => ActionResult::Admitted { admission },
    }
}

fn key(namespace: &str, name: &str) -> Key {
    (namespace_or_default(namespace).to_owned(), name.to_owned())
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
