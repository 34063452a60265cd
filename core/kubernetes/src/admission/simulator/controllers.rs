//! What happens to ServiceCIDR objects by themselves: the API server looks after its own one
//! (`pkg/controlplane/controller/defaultservicecidr`) and makes allocators of all
//! (`pkg/registry/core/service/ipallocator/cidrallocator.go`), and kube-controller-manager gives them finalizers and
//! conditions, and takes the deleted ones away (`pkg/controller/servicecidrs`).

use std::collections::BTreeSet;
use std::net::IpAddr;

use super::ranges::{ObjectCondition, ServiceCidr};
use super::{Cidr, Message, Note, Simulation};
use crate::kubernetes::cluster_ip::IP_ADDRESS_IPV6_SHORTEST_PREFIX;
use crate::kubernetes::service_cidr::{
    DEFAULT_OBJECT, DEFAULT_OBJECT_SECONDS, DELETION_GRACE_SECONDS, FINALIZER, ServiceCidrRules,
    ServiceCidrUpdates,
};
use crate::net::IpFamily;

impl Simulation {
    /// Runs the controllers after an action.
    pub(super) fn settle(&mut self, notes: &mut Vec<Note>) {
        if self.has_objects() {
            self.look_after_default_object(notes);
            self.run_controller_manager(notes);
            self.make_allocators();
        } else {
            self.objects.clear_service_cidrs();
        }
        self.repair();
        self.objects.starting = false;
    }

    /// Lets time pass: deleted objects whose time has come go, one after the other.
    pub(super) fn wait(&mut self, seconds: u64, notes: &mut Vec<Note>) {
        let end = self.objects.now.saturating_add(seconds);
        let mut due: Vec<(u64, String)> = self
            .objects
            .service_cidrs()
            .iter()
            .filter_map(|object| Some((object.deleted_at?.saturating_add(DELETION_GRACE_SECONDS), object)))
            .filter(|(due, _)| *due <= end)
            .map(|(due, object)| (due, object.name.clone()))
            .collect();
        crate::order::sort_by_key(&mut due, |(due, name)| (*due, name.clone()));
        for (due, name) in due {
            self.objects.now = self.objects.now.max(due);
            if self.objects.controller_manager {
                self.review_deleted(&name, notes);
            }
        }
        self.objects.now = end;
    }

    /// Creates the object of the flag, adds a second range to it, or says that it is ready.
    fn look_after_default_object(&mut self, notes: &mut Vec<Note>) {
        let flag: Vec<String> = self.ranges.iter().map(Cidr::to_string).collect();
        let rules = ServiceCidrRules::at(self.version);
        let first_start = self.actions.is_empty() && self.timeline.is_empty();
        let now = self.objects.now;
        let starting = self.objects.starting;
        let Some(object) = self.objects.find_mut(DEFAULT_OBJECT) else {
            let missing_since = *self.objects.default_missing_since.get_or_insert(now);
            if starting || now.saturating_sub(missing_since) >= DEFAULT_OBJECT_SECONDS {
                let mut object = ServiceCidr::new(DEFAULT_OBJECT, &flag);
                object.conditions = vec![ObjectCondition::DEFAULT_READY];
                self.objects.insert(object);
                self.objects.default_missing_since = None;
                if !first_start {
                    notes.push(Note(Message::new("service-simulation-default-object-created")));
                }
            }
            return;
        };
        let second_range =
            object.written.len() == 1 && flag.len() == 2 && object.written.first() == flag.first();
        if second_range && rules.updates == ServiceCidrUpdates::SecondRange {
            object.write(&flag);
            notes.push(Note(Message::new("service-simulation-default-object-extended")));
        } else if object.deleted_at.is_none() && object.conditions.is_empty() && object.written == flag {
            object.conditions = vec![ObjectCondition::DEFAULT_READY];
        }
    }

    fn run_controller_manager(&mut self, notes: &mut Vec<Note>) {
        if !self.objects.controller_manager {
            return;
        }
        let names: Vec<String> = self
            .objects
            .service_cidrs()
            .iter()
            .map(|object| object.name.clone())
            .collect();
        for name in names {
            let Some(object) = self.objects.find_mut(&name) else {
                continue;
            };
            if object.deleted_at.is_some() {
                self.review_deleted(&name, notes);
                continue;
            }
            if !object.finalizers.contains(&FINALIZER) {
                object.finalizers.push(FINALIZER);
            }
            object.conditions = vec![ObjectCondition::READY];
        }
    }

    /// Takes a deleted object away if its time has come and no address depends on it (`sync`, `canDeleteCIDR`).
    fn review_deleted(&mut self, name: &str, notes: &mut Vec<Note>) {
        let now = self.objects.now;
        let is_blocked = self.is_needed(name);
        let Some(object) = self.objects.find_mut(name) else {
            return;
        };
        if is_blocked {
            if object.conditions != [ObjectCondition::TERMINATING] {
                object.conditions = vec![ObjectCondition::TERMINATING];
                let message = Message::new("service-simulation-object-waits").with("name", name);
                notes.push(Note(message));
            }
        } else if object
            .deleted_at
            .is_some_and(|deleted| now.saturating_sub(deleted) >= DELETION_GRACE_SECONDS)
        {
            self.remove_service_cidr(name, notes);
        }
    }

    /// Whether an address would be without an object if this one went. Objects that are being deleted count as others.
    fn is_needed(&self, name: &str) -> bool {
        let Some(object) = self.objects.find(name) else {
            return false;
        };
        let others = || {
            let all = self.objects.service_cidrs().iter();
            all.filter(|other| other.name != name)
        };
        let is_inside =
            |cidr: &Cidr| others().any(|other| other.cidrs.iter().any(|range| range.contains(cidr)));
        if object.cidrs.iter().all(is_inside) {
            return false;
        }
        let depends = |address: IpAddr| object.holds(address) && !others().any(|other| other.holds(address));
        self.objects.addresses.keys().copied().any(depends)
            || self.start.occupied.iter().copied().any(depends)
    }

    /// One allocator for each range, whatever the number of its objects. It is ready if one of them is; a single object
    /// that is not ready makes it not ready (`syncAllocators`).
    fn make_allocators(&mut self) {
        let objects: Vec<(String, Vec<Cidr>, bool)> = self
            .objects
            .service_cidrs()
            .iter()
            .map(|object| {
                (
                    object.name.clone(),
                    object.cidrs.clone(),
                    object.gives_addresses(),
                )
            })
            .collect();
        for (name, cidrs, ready) in objects {
            for cidr in cidrs {
                let too_short =
                    cidr.family() == IpFamily::IPv6 && cidr.prefix_len() < IP_ADDRESS_IPV6_SHORTEST_PREFIX;
                if too_short {
                    continue;
                }
                let (names, is_ready) = self
                    .objects
                    .allocators
                    .entry(cidr)
                    .or_insert_with(|| (BTreeSet::new(), ready));
                names.insert(name.clone());
                if ready {
                    *is_ready = true;
                } else if names.len() == 1 {
                    *is_ready = false;
                }
            }
        }
    }
}
