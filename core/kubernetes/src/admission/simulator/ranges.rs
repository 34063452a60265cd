//! Service ranges that change in a running cluster: ServiceCIDR objects and their controllers
//! (`pkg/controller/servicecidrs`, `pkg/controlplane/controller/defaultservicecidr`), and the events of the repair
//! loops about addresses that no longer fit (`pkg/registry/core/service/ipallocator/controller`).

use std::net::IpAddr;

use serde::Serialize;

use super::{
    ActionResult, AllocatorKind, Cidr, ClusterEvent, Dual, FieldError, Message, Note, Refusal, Simulation,
    refused,
};
use crate::go::field_error::{FieldValue, aggregate};
use crate::net::IpFamily;
use crate::net::lenient::{self, Oddity};

/// The name of the object that the API server creates from its flag.
const DEFAULT_OBJECT: &str = "kubernetes";

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
}

/// The phase of a ServiceCIDR object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum ServiceCidrPhase {
    /// Addresses are handed out from the object.
    Ready,
    /// The object is being deleted, and its finalizer waits until the addresses in it are free.
    Terminating,
}

impl Simulation {
    fn has_objects(&self) -> bool {
        self.api().allocator != AllocatorKind::Bitmap
    }

    /// Returns the CIDRs that give addresses. `None` if the version does not use objects.
    pub(super) fn ready_ranges(&self) -> Option<Vec<Cidr>> {
        self.has_objects().then(|| {
            let ready = self
                .service_cidrs
                .iter()
                .filter(|object| object.phase == ServiceCidrPhase::Ready);
            ready.flat_map(|object| object.cidrs.iter().copied()).collect()
        })
    }

    pub(super) fn set_ranges(&mut self, ranges: Dual<Cidr>, notes: &mut Vec<Note>) {
        let before = self.ranges;
        self.ranges = ranges;
        let note = match (before.is_dual_stack(), ranges.is_dual_stack()) {
            (false, true) => "service-simulation-now-dual-stack",
            (true, false) => "service-simulation-now-single-stack",
            _ => "service-simulation-ranges-changed",
        };
        notes.push(Note(Message::new(note)));
    }

    pub(super) fn create_service_cidr(&mut self, name: &str, cidrs: &[String]) -> ActionResult {
        if !self.has_objects() {
            return refused(
                404,
                "NotFound",
                "the server could not find the requested resource".to_owned(),
            );
        }
        if self.service_cidrs.iter().any(|object| object.name == name) {
            let message = format!("servicecidrs.networking.k8s.io {name:?} already exists");
            return refused(409, "AlreadyExists", message);
        }
        let errors = service_cidr_errors(cidrs);
        if !errors.is_empty() {
            return ActionResult::Refused {
                refusal: self.invalid_service_cidr(name, &errors),
            };
        }
        let cidrs = cidrs.iter().filter_map(|cidr| cidr.parse().ok()).collect();
        self.service_cidrs.push(ServiceCidr {
            name: name.to_owned(),
            cidrs,
            phase: ServiceCidrPhase::Ready,
        });
        ActionResult::Done
    }

    fn invalid_service_cidr(&self, name: &str, errors: &[FieldError]) -> Refusal {
        let syntax = self.api().value_syntax;
        let joined = aggregate(errors.iter().map(|error| error.message(syntax)));
        let mut refusal = Refusal::invalid(name, errors, syntax);
        refusal.message = format!("ServiceCIDR.networking.k8s.io {name:?} is invalid: {joined}");
        refusal
    }

    pub(super) fn delete_service_cidr(&mut self, name: &str) -> ActionResult {
        if !self.has_objects() {
            return refused(
                404,
                "NotFound",
                "the server could not find the requested resource".to_owned(),
            );
        }
        match self.service_cidrs.iter_mut().find(|object| object.name == name) {
            Some(object) => {
                object.phase = ServiceCidrPhase::Terminating;
                ActionResult::Done
            }
            None => refused(
                404,
                "NotFound",
                format!("servicecidrs.networking.k8s.io {name:?} not found"),
            ),
        }
    }

    /// Runs the controllers after an action.
    pub(super) fn settle(&mut self, notes: &mut Vec<Note>) {
        if !self.has_objects() {
            self.service_cidrs.clear();
            return;
        }
        self.finalize(notes);
        let flag: Vec<Cidr> = self.ranges.iter().copied().collect();
        match self
            .service_cidrs
            .iter_mut()
            .find(|object| object.name == DEFAULT_OBJECT)
        {
            None => {
                let phase = ServiceCidrPhase::Ready;
                self.service_cidrs.insert(
                    0,
                    ServiceCidr {
                        name: DEFAULT_OBJECT.to_owned(),
                        cidrs: flag,
                        phase,
                    },
                );
                if !self.actions.is_empty() || !self.timeline.is_empty() {
                    notes.push(Note(Message::new("service-simulation-default-object-created")));
                }
            }
            // A second range is taken over when the first one is the same; nothing else is changed.
            Some(object)
                if object.cidrs.len() == 1 && flag.len() == 2 && object.cidrs.first() == flag.first() =>
            {
                object.cidrs = flag;
                notes.push(Note(Message::new("service-simulation-default-object-extended")));
            }
            Some(_) => {}
        }
    }

    /// Removes deleted objects that nothing depends on.
    fn finalize(&mut self, notes: &mut Vec<Note>) {
        let taken: Vec<IpAddr> = self.taken().addresses().collect();
        let objects = self.service_cidrs.clone();
        self.service_cidrs.retain(|object| {
            if object.phase == ServiceCidrPhase::Ready {
                return true;
            }
            let others = || objects.iter().filter(|other| other.name != object.name);
            let covered =
                |cidr: &Cidr| others().any(|other| other.cidrs.iter().any(|range| range.contains(cidr)));
            let in_use = |address: &IpAddr| {
                object.cidrs.iter().any(|cidr| cidr.contains_address(*address))
                    && !others().any(|other| other.cidrs.iter().any(|cidr| cidr.contains_address(*address)))
            };
            let waits = !object.cidrs.iter().all(covered) && taken.iter().any(in_use);
            let note = if waits {
                "service-simulation-object-waits"
            } else {
                "service-simulation-object-removed"
            };
            notes.push(Note(Message::new(note).with("name", object.name.as_str())));
            waits
        });
    }

    /// Returns the events that occur now and had not occurred before.
    pub(super) fn new_events(&mut self) -> Vec<ClusterEvent> {
        let now = self.all_events();
        let new = now
            .iter()
            .filter(|event| !self.said.contains(event))
            .cloned()
            .collect();
        self.said = now;
        new
    }

    fn all_events(&self) -> Vec<ClusterEvent> {
        let mut events = Vec::new();
        let default = self
            .service_cidrs
            .iter()
            .find(|object| object.name == DEFAULT_OBJECT);
        let flag: Vec<Cidr> = self.ranges.iter().copied().collect();
        if let Some(object) = default.filter(|object| object.cidrs != flag) {
            let cidrs: Vec<String> = object.cidrs.iter().map(Cidr::to_string).collect();
            let flags: Vec<String> = flag.iter().map(Cidr::to_string).collect();
            events.push(ClusterEvent {
                reason: "KubernetesDefaultServiceCIDRInconsistent",
                message: format!(
                    "The default ServiceCIDR [{}] does not match the controller flag configurations {}",
                    cidrs.join(" "),
                    flags.join(",")
                ),
                object: DEFAULT_OBJECT.to_owned(),
            });
        }
        for ((namespace, name), stored) in &self.services {
            if stored.spec.is_external_name() || stored.spec.has_headless_ip() {
                continue;
            }
            let singular = stored.spec.ips().is_empty().then_some(&stored.spec.cluster_ip);
            for ip in stored.spec.ips().iter().chain(singular) {
                let object = format!("{namespace}/{name}");
                if let Some((reason, message)) = self.repair_event(ip) {
                    events.push(ClusterEvent {
                        reason,
                        message,
                        object,
                    });
                }
            }
        }
        events
    }

    /// Returns the event of the repair loop about a stored address. `None` if the address is correct.
    fn repair_event(&self, ip: &str) -> Option<(&'static str, String)> {
        let Some(read) = lenient::parse_address(ip) else {
            let service = if self.has_objects() { "Service" } else { "service" };
            return Some((
                "ClusterIPNotValid",
                format!("Cluster IP {ip} is not a valid IP; please recreate {service}"),
            ));
        };
        let family = IpFamily::of(read.address);
        if self.has_objects() {
            // A terminating range still holds its addresses.
            let held = self.service_cidrs.iter().flat_map(|object| &object.cidrs);
            let fits = held.into_iter().any(|cidr| cidr.contains_address(read.address));
            return (!fits).then(|| {
                let message = format!(
                    "Cluster IP [{family}]: {ip} is not within any configured Service CIDR; please recreate service"
                );
                ("ClusterIPOutOfRange", message)
            });
        }
        match self.ranges.of(family) {
            None => Some((
                "ClusterIPNotValid",
                format!(
                    "Cluster IP {ip}({family}) is of ip family that is no longer configured on cluster; please \
                     recreate service"
                ),
            )),
            Some(range) if !range.contains_address(read.address) => Some((
                "ClusterIPOutOfRange",
                format!(
                    "Cluster IP [{family}]:{ip} is not within the service CIDR {range}; please recreate service"
                ),
            )),
            Some(_) => None,
        }
    }
}

/// Returns the errors of `ValidateServiceCIDR`, from 1.33.
fn service_cidr_errors(cidrs: &[String]) -> Vec<FieldError> {
    let field = "spec.cidrs";
    if cidrs.is_empty() {
        return vec![FieldError::required(field, "at least one CIDR required")];
    }
    let quoted: Vec<String> = cidrs.iter().map(|cidr| format!("{cidr:?}")).collect();
    let whole = FieldValue::Raw {
        go: format!(
            "networking.ServiceCIDRSpec{{CIDRs:[]string{{{}}}}}",
            quoted.join(", ")
        ),
        json: format!("{{\"CIDRs\":[{}]}}", quoted.join(",")),
    };
    if cidrs.len() > 2 {
        return vec![FieldError::invalid(field, whole, "may only hold up to 2 values")];
    }
    let mut errors = Vec::new();
    let mut families = Vec::new();
    for (i, cidr) in cidrs.iter().enumerate() {
        let error = |detail: String| {
            FieldError::invalid(format!("{field}[{i}]"), FieldValue::Text(cidr.clone()), detail)
        };
        let Some(read) = lenient::parse_cidr(cidr) else {
            errors.push(error(
                "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)".to_owned(),
            ));
            continue;
        };
        families.push(read.cidr.family());
        let detail = match read.oddities.first() {
            None => continue,
            Some(Oddity::LeadingZeros) => "must not have leading 0s in IP or prefix length".to_owned(),
            Some(Oddity::Ipv4Mapped) => "must not have an IPv4-mapped IPv6 address".to_owned(),
            Some(Oddity::HostBits) => "must not have bits set beyond the prefix length".to_owned(),
            Some(Oddity::NotRfc5952) => format!("must be in canonical form (\"{}\")", read.cidr),
        };
        errors.push(error(detail));
    }
    if let [first, second] = families[..]
        && first == second
    {
        let detail =
            "may specify no more than one IP for each IP family, i.e 192.168.0.0/24 and 2001:db8::/64";
        errors.insert(0, FieldError::invalid(field, whole, detail));
    }
    errors
}
