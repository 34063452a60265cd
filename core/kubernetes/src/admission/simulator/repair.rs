//! The events about ranges and addresses that no longer fit, and what the repair loops mend
//! (`pkg/registry/core/service/ipallocator/controller/{repair,repairip}.go`).

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;

use super::{AllocatorKind, Cidr, ClusterEvent, Key, ServiceSpec, Simulation, Stored};
use crate::kubernetes::service_cidr::{DEFAULT_OBJECT, DefaultMismatch, ServiceCidrRules};
use crate::net::{IpFamily, lenient};

/// The addresses of a stored spec, as they are written.
fn written_addresses(spec: &ServiceSpec) -> impl Iterator<Item = &String> {
    let has_none = spec.is_external_name() || spec.has_headless_ip();
    let singular = spec.ips().is_empty().then_some(&spec.cluster_ip);
    let all = spec.ips().iter().chain(singular);
    all.filter(move |ip| !has_none && !ip.is_empty())
}

fn addresses(spec: &ServiceSpec) -> Vec<IpAddr> {
    written_addresses(spec)
        .filter_map(|ip| lenient::parse_address(ip).map(|read| read.address))
        .collect()
}

impl Simulation {
    /// Whether an address lies in a bitmap of the API servers.
    fn is_in_bitmap_range(&self, address: IpAddr) -> bool {
        self.api().allocator != AllocatorKind::Objects
            && self.ranges.iter().any(|range| range.contains_address(address))
    }

    /// Notes the addresses that the API server has just given to a Service, and forgets those it has taken back. What it
    /// does itself is no repair.
    pub(super) fn record_addresses(&mut self) {
        let mut held: BTreeMap<IpAddr, Key> = BTreeMap::new();
        for (key, stored) in &self.services {
            held.extend(addresses(&stored.spec).into_iter().map(|ip| (ip, key.clone())));
        }
        if self.has_objects() {
            self.objects
                .addresses
                .retain(|address, owner| held.get(address) == Some(owner));
            for (address, key) in &held {
                // One outside of every range was had before, and keeps having no object.
                if self
                    .objects
                    .service_cidrs()
                    .iter()
                    .any(|object| object.holds(*address))
                {
                    self.objects
                        .addresses
                        .entry(*address)
                        .or_insert_with(|| key.clone());
                }
            }
        }
        let in_bitmap: Vec<IpAddr> = held
            .into_keys()
            .filter(|address| self.is_in_bitmap_range(*address))
            .collect();
        self.objects.bitmap.extend(in_bitmap);
    }

    /// Runs the repair loop: addresses of Services that the allocator does not know are noted, and those that it knows
    /// of no Service are forgotten.
    pub(super) fn repair(&mut self) {
        let stored: Vec<(Key, Vec<IpAddr>)> = self
            .services
            .iter()
            .map(|(key, stored)| (key.clone(), addresses(&stored.spec)))
            .collect();
        if !self.has_objects() {
            let lost = stored
                .iter()
                .flat_map(|(key, held)| held.iter().map(move |ip| (key, *ip)));
            let lost: Vec<(&Key, IpAddr)> = lost
                .filter(|(_, ip)| self.is_in_bitmap_range(*ip) && !self.objects.bitmap.contains(ip))
                .collect();
            for (key, address) in lost {
                self.objects.bitmap.insert(address);
                self.objects.repairs.push(not_allocated(key, address, ""));
            }
            return;
        }
        for (key, held) in &stored {
            for address in held {
                let has_range = self
                    .objects
                    .service_cidrs()
                    .iter()
                    .any(|object| object.holds(*address));
                if has_range && !self.objects.addresses.contains_key(address) {
                    self.objects.addresses.insert(*address, key.clone());
                    self.objects.repairs.push(not_allocated(key, *address, " "));
                }
            }
        }
        let leaked: Vec<(IpAddr, Key)> = self
            .objects
            .addresses
            .iter()
            .filter(|(address, owner)| {
                let holds = |stored: &Stored| addresses(&stored.spec).contains(address);
                !self.services.get(*owner).is_some_and(holds)
            })
            .map(|(address, owner)| (*address, owner.clone()))
            .collect();
        for (address, owner) in leaked {
            self.objects.addresses.remove(&address);
            let (namespace, name) = &owner;
            let (reason, rest) = if self.services.contains_key(&owner) {
                ("IPAddressWrongReference", "has a wrong reference; cleaning up")
            } else {
                ("IPAddressNotAllocated", "appears to have leaked: cleaning up")
            };
            self.objects.repairs.push(ClusterEvent {
                reason,
                message: format!("IPAddress: {address} for Service {namespace}/{name} {rest}"),
                object: address.to_string(),
            });
        }
    }

    /// Returns the events that occur now and had not occurred before.
    pub(super) fn new_events(&mut self) -> Vec<ClusterEvent> {
        let now = self.all_events();
        let mut said: BTreeSet<&ClusterEvent> = BTreeSet::new();
        said.extend(&self.said);
        let mut new: Vec<ClusterEvent> = now
            .iter()
            .filter(|event| !said.contains(event))
            .cloned()
            .collect();
        self.said = now;
        new.append(&mut self.objects.repairs);
        new
    }

    fn all_events(&self) -> Vec<ClusterEvent> {
        let mut events = Vec::new();
        events.extend(self.default_mismatch());
        for ((namespace, name), stored) in &self.services {
            for ip in written_addresses(&stored.spec) {
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

    /// Returns the event about the API server's own object if it has other ranges than the flag (`syncStatus`).
    fn default_mismatch(&self) -> Option<ClusterEvent> {
        let says =
            self.has_objects() && ServiceCidrRules::at(self.version).mismatch == DefaultMismatch::Event;
        let object = self.objects.find(DEFAULT_OBJECT).filter(|_| says)?;
        let flag: Vec<String> = self.ranges.iter().map(Cidr::to_string).collect();
        (object.deleted_at.is_none() && object.written != flag).then(|| ClusterEvent {
            reason: "KubernetesDefaultServiceCIDRInconsistent",
            message: format!(
                "The default ServiceCIDR [{}] does not match the controller flag configurations [{}]",
                object.written.join(" "),
                flag.join(" ")
            ),
            object: DEFAULT_OBJECT.to_owned(),
        })
    }

    /// Returns the event of the repair loop about a stored address. `None` if the address is correct.
    fn repair_event(&self, ip: &str) -> Option<(&'static str, String)> {
        let Some(read) = lenient::parse_address(ip) else {
            // The loop over objects prints the address that it could not read.
            let (shown, service) = if self.has_objects() {
                ("<nil>", "Service")
            } else {
                (ip, "service")
            };
            return Some((
                "ClusterIPNotValid",
                format!("Cluster IP {shown} is not a valid IP; please recreate {service}"),
            ));
        };
        let family = IpFamily::of(read.address);
        if self.has_objects() {
            // A terminating range still holds its addresses.
            let mut held = self.objects.service_cidrs().iter();
            let fits = held.any(|object| object.holds(read.address));
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

/// The event about an address that the allocator did not know. The loop over bitmaps puts no space before the address.
fn not_allocated((namespace, name): &Key, address: IpAddr, space: &str) -> ClusterEvent {
    ClusterEvent {
        reason: "ClusterIPNotAllocated",
        message: format!(
            "Cluster IP [{}]:{space}{address} is not allocated; repairing",
            IpFamily::of(address)
        ),
        object: format!("{namespace}/{name}"),
    }
}
