//! Service ranges that change in a running cluster: the objects, and the API server's answers to requests for
//! ServiceCIDR objects (`pkg/registry/networking/servicecidr`, `pkg/registry/networking/ipaddress`).

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;

use serde::Serialize;

use super::{
    ActionResult, AllocatorKind, Cidr, ClusterEvent, ClusterStart, Dual, Key, Message, Note, Simulation,
    refused,
};
use crate::admission::service_cidr::{creation_errors, refusal, update_errors};
use crate::kubernetes::service_cidr::{DELETION_GRACE_SECONDS, FINALIZER};
use crate::net::IpFamily;
use crate::net::lenient;

/// A condition in the status of an object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ObjectCondition {
    /// The type of the condition: `Ready`.
    #[serde(rename = "type")]
    pub type_: &'static str,
    /// `True` or `False`.
    pub status: &'static str,
    /// The reason; may be empty.
    pub reason: &'static str,
    /// The message, in the component's words.
    pub message: &'static str,
}

impl ObjectCondition {
    /// What the API server says of the object that it creates itself (`defaultservicecidr`, `syncStatus`).
    pub(super) const DEFAULT_READY: ObjectCondition = ObjectCondition {
        type_: "Ready",
        status: "True",
        reason: "",
        message: "Kubernetes default Service CIDR is ready",
    };
    /// What kube-controller-manager says of every object (`servicecidrs`, `sync`).
    pub(super) const READY: ObjectCondition = ObjectCondition {
        message: "Kubernetes Service CIDR is ready",
        ..ObjectCondition::DEFAULT_READY
    };
    /// What kube-controller-manager says of a deleted object that addresses depend on.
    pub(super) const TERMINATING: ObjectCondition = ObjectCondition {
        type_: "Ready",
        status: "False",
        reason: "Terminating",
        message: "There are still IPAddresses referencing the ServiceCIDR, please remove them or create a new \
                  ServiceCIDR",
    };
}

/// A ServiceCIDR object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ServiceCidr {
    /// The name of the object.
    pub name: String,
    /// The value of `spec.cidrs`.
    #[cfg_attr(feature = "wasm", tsify(type = "string[]"))]
    pub cidrs: Vec<Cidr>,
    /// The phase of the object.
    pub phase: ServiceCidrPhase,
    /// The conditions in its status.
    pub conditions: Vec<ObjectCondition>,
    /// The finalizers that keep a deleted object.
    #[cfg_attr(feature = "wasm", tsify(type = "string[]"))]
    pub finalizers: Vec<&'static str>,
    /// `spec.cidrs` as it was sent.
    #[serde(skip)]
    pub(super) written: Vec<String>,
    /// The time of the deletion, in seconds since the start.
    #[serde(skip)]
    pub(super) deleted_at: Option<u64>,
}

impl ServiceCidr {
    /// An object as the API server stores it, before any controller has seen it.
    pub(super) fn new(name: &str, written: &[String]) -> ServiceCidr {
        ServiceCidr {
            name: name.to_owned(),
            cidrs: read(written),
            phase: ServiceCidrPhase::Ready,
            conditions: Vec::new(),
            finalizers: Vec::new(),
            written: written.to_vec(),
            deleted_at: None,
        }
    }

    pub(super) fn write(&mut self, written: &[String]) {
        self.cidrs = read(written);
        self.written = written.to_vec();
    }

    /// Whether allocators take addresses from it (`cidrallocator.go`, `isReady`): without a condition they do.
    pub(super) fn gives_addresses(&self) -> bool {
        self.deleted_at.is_none() && self.conditions.iter().all(|condition| condition.status == "True")
    }

    /// Whether a Service can have the address from this object.
    pub(super) fn holds(&self, address: IpAddr) -> bool {
        self.cidrs.iter().any(|cidr| prefix_contains(cidr, address))
    }
}

fn read(written: &[String]) -> Vec<Cidr> {
    let read = written.iter().filter_map(|cidr| lenient::parse_cidr(cidr));
    read.map(|read| read.cidr).collect()
}

/// Whether a network holds an address that a Service can have: neither the network address nor the broadcast address
/// of IPv4 (`pkg/api/servicecidr`, `PrefixContainsIP`).
pub(super) fn prefix_contains(cidr: &Cidr, address: IpAddr) -> bool {
    cidr.contains_address(address)
        && cidr.network() != address
        && (cidr.family() == IpFamily::IPv6 || cidr.last() != address)
}

/// The phase of a ServiceCIDR object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum ServiceCidrPhase {
    /// The object is not being deleted.
    Ready,
    /// The object is being deleted, and its finalizer waits: ten seconds, and until the addresses in it are free.
    Terminating,
}

/// An IPAddress object: an address that a Service has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct IpAddressObject {
    /// The name of the object, which is the address.
    #[cfg_attr(feature = "wasm", tsify(type = "IpAddress"))]
    pub name: IpAddr,
    /// The namespace of the Service in `spec.parentRef`.
    pub namespace: String,
    /// The name of the Service in `spec.parentRef`.
    pub service: String,
}

/// The ServiceCIDR and IPAddress objects of a cluster, with what its controllers remember.
#[derive(Clone, Debug)]
pub(super) struct Objects {
    /// By name, as a list of the API server is.
    service_cidrs: Vec<ServiceCidr>,
    /// The Service of each IPAddress object.
    pub(super) addresses: BTreeMap<IpAddr, Key>,
    /// The addresses in the bitmaps of the flag's ranges.
    pub(super) bitmap: BTreeSet<IpAddr>,
    /// For each range, the names of its objects, and whether addresses are given from it.
    pub(super) allocators: BTreeMap<Cidr, (BTreeSet<String>, bool)>,
    /// Seconds since the start.
    pub(super) now: u64,
    pub(super) controller_manager: bool,
    /// Whether the API servers have just started: they look after their own object at once then.
    pub(super) starting: bool,
    /// Since when the API server's own object is missing.
    pub(super) default_missing_since: Option<u64>,
    /// Repairs that were not told yet.
    pub(super) repairs: Vec<ClusterEvent>,
}

impl Objects {
    pub(super) fn of(start: &ClusterStart) -> Objects {
        let mut objects = Objects {
            service_cidrs: Vec::new(),
            addresses: BTreeMap::new(),
            bitmap: BTreeSet::new(),
            allocators: BTreeMap::new(),
            now: 0,
            controller_manager: start.controller_manager,
            starting: true,
            default_missing_since: None,
            repairs: Vec::new(),
        };
        for object in &start.service_cidr_objects {
            let written: Vec<String> = object.cidrs.iter().map(Cidr::to_string).collect();
            objects.insert(ServiceCidr::new(&object.name, &written));
        }
        objects
    }

    pub(super) fn service_cidrs(&self) -> &[ServiceCidr] {
        &self.service_cidrs
    }

    pub(super) fn ip_addresses(&self) -> Vec<IpAddressObject> {
        let object = |(address, (namespace, name)): (&IpAddr, &Key)| IpAddressObject {
            name: *address,
            namespace: namespace.clone(),
            service: name.clone(),
        };
        self.addresses.iter().map(object).collect()
    }

    /// The API servers start again: their allocators are made anew from the objects.
    pub(super) fn restart(&mut self) {
        self.starting = true;
        self.allocators.clear();
    }

    pub(super) fn find(&self, name: &str) -> Option<&ServiceCidr> {
        self.service_cidrs.iter().find(|object| object.name == name)
    }

    pub(super) fn find_mut(&mut self, name: &str) -> Option<&mut ServiceCidr> {
        self.service_cidrs.iter_mut().find(|object| object.name == name)
    }

    pub(super) fn insert(&mut self, object: ServiceCidr) {
        let after = self
            .service_cidrs
            .partition_point(|other| other.name < object.name);
        self.service_cidrs.insert(after, object);
    }

    /// Takes an object out of the store, and its references out of the allocators.
    pub(super) fn remove(&mut self, name: &str) {
        self.service_cidrs.retain(|object| object.name != name);
        self.allocators.retain(|_, (objects, _)| {
            objects.remove(name);
            !objects.is_empty()
        });
    }

    pub(super) fn clear_service_cidrs(&mut self) {
        self.service_cidrs.clear();
        self.allocators.clear();
        self.default_missing_since = None;
    }
}

impl Simulation {
    pub(super) fn has_objects(&self) -> bool {
        self.api().allocator != AllocatorKind::Bitmap
    }

    /// Returns the CIDRs that give addresses. `None` if the version does not use objects.
    pub(super) fn ready_ranges(&self) -> Option<Vec<Cidr>> {
        self.has_objects().then(|| {
            let allocators = self.objects.allocators.iter();
            allocators
                .filter(|(_, (_, ready))| *ready)
                .map(|(range, _)| *range)
                .collect()
        })
    }

    pub(super) fn set_ranges(&mut self, ranges: Dual<Cidr>, notes: &mut Vec<Note>) {
        let before = self.ranges;
        self.ranges = ranges;
        self.objects.restart();
        let note = match (before.is_dual_stack(), ranges.is_dual_stack()) {
            (false, true) => "service-simulation-now-dual-stack",
            (true, false) => "service-simulation-now-single-stack",
            _ => "service-simulation-ranges-changed",
        };
        notes.push(Note(Message::new(note)));
    }

    pub(super) fn create_service_cidr(&mut self, name: &str, cidrs: &[String]) -> ActionResult {
        if !self.has_objects() {
            return no_such_resource();
        }
        let errors = creation_errors(self.version, name, cidrs);
        if !errors.is_empty() {
            return ActionResult::Refused {
                refusal: refusal(self.version, name, &errors),
            };
        }
        if let Some(other) = self.objects.find(name) {
            let exists = format!("servicecidrs.networking.k8s.io {name:?} already exists");
            let message = match other.deleted_at {
                Some(_) => format!("object is being deleted: {exists}"),
                None => exists,
            };
            return refused(409, "AlreadyExists", message);
        }
        self.objects.insert(ServiceCidr::new(name, cidrs));
        ActionResult::Done
    }

    pub(super) fn update_service_cidr(&mut self, name: &str, cidrs: &[String]) -> ActionResult {
        if !self.has_objects() {
            return no_such_resource();
        }
        let version = self.version;
        let Some(object) = self.objects.find_mut(name) else {
            return no_such_object(name);
        };
        let errors = update_errors(version, &object.written, cidrs);
        if !errors.is_empty() {
            return ActionResult::Refused {
                refusal: refusal(version, name, &errors),
            };
        }
        object.write(cidrs);
        ActionResult::Done
    }

    pub(super) fn delete_service_cidr(&mut self, name: &str, notes: &mut Vec<Note>) -> ActionResult {
        if !self.has_objects() {
            return no_such_resource();
        }
        let now = self.objects.now;
        let Some(object) = self.objects.find_mut(name) else {
            return no_such_object(name);
        };
        if !object.finalizers.contains(&FINALIZER) {
            // Nothing waits: kube-controller-manager has never seen the object.
            self.remove_service_cidr(name, notes);
        } else if object.deleted_at.is_none() {
            object.deleted_at = Some(now);
            object.phase = ServiceCidrPhase::Terminating;
            let message = Message::new("service-simulation-object-leaves").with("name", name);
            notes.push(Note(message.with("seconds", DELETION_GRACE_SECONDS.to_string())));
        }
        ActionResult::Done
    }

    pub(super) fn remove_service_cidr(&mut self, name: &str, notes: &mut Vec<Note>) {
        self.objects.remove(name);
        let message = Message::new("service-simulation-object-removed");
        notes.push(Note(message.with("name", name)));
    }
}

fn no_such_resource() -> ActionResult {
    let message = "the server could not find the requested resource";
    refused(404, "NotFound", message.to_owned())
}

fn no_such_object(name: &str) -> ActionResult {
    let message = format!("servicecidrs.networking.k8s.io {name:?} not found");
    refused(404, "NotFound", message)
}
