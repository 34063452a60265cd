//! Queries of rules about the Services of the file: the API server's answer to a Service with changed fields, and to
//! a change of a Service between two plan files.

use std::collections::BTreeMap;
use std::net::IpAddr;

use serde_json::Value as Json;

use crate::admission::{
    Admission, Cause, Occupancy, Request, Service, ServiceCluster, ServiceSpec, Taken, admit, would_store,
};
use crate::apply::applied;
use crate::cluster::PlannedCluster;
use crate::clusterip::Band;
use crate::diagnostic::{PatchOperation, Pointer};
use crate::document::{patch, typed};
use crate::i18n::Param;
use crate::net::IpFamily;
use crate::services::ServiceReport;

use super::context::{FindingBuilder, LintContext, Reporter};
use super::meta::RuleMeta;

/// A change of one field of a Service.
#[derive(Clone, Debug)]
pub struct FieldChange {
    path: Vec<&'static str>,
    value: Option<Json>,
}

impl FieldChange {
    /// Sets a field of `spec`.
    pub fn set(field: &'static str, value: impl Into<Json>) -> FieldChange {
        FieldChange {
            path: vec!["spec", field],
            value: Some(value.into()),
        }
    }

    /// Takes a field of `spec` out.
    pub fn remove(field: &'static str) -> FieldChange {
        FieldChange {
            path: vec!["spec", field],
            value: None,
        }
    }

    /// Sets an annotation.
    pub fn annotate(name: &'static str, value: &str) -> FieldChange {
        FieldChange {
            path: vec!["metadata", "annotations", name],
            value: Some(value.into()),
        }
    }

    fn at(&self, base: &Pointer) -> Pointer {
        self.path
            .iter()
            .fold(base.clone(), |pointer, key| pointer.key(key))
    }

    fn present<'j>(&self, object: &'j Json) -> Option<&'j Json> {
        self.path.iter().try_fold(object, |value, key| value.get(key))
    }

    fn apply(&self, object: &mut Json) {
        let Some((last, parents)) = self.path.split_last() else {
            return;
        };
        let mut place = object;
        for key in parents {
            let Some(map) = place.as_object_mut() else { return };
            let next = map.entry(*key).or_insert(Json::Null);
            if next.is_null() {
                *next = Json::Object(serde_json::Map::new());
            }
            place = next;
        }
        let Some(map) = place.as_object_mut() else { return };
        match &self.value {
            Some(value) => map.insert((*last).to_owned(), value.clone()),
            None => map.remove(*last),
        };
    }
}

/// A cause of a refusal, and the Service that is refused.
pub(crate) struct Refused<'a> {
    /// The Service that is refused.
    pub service: &'a ServiceReport,
    /// The cause of the refusal.
    pub cause: &'a Cause,
}

impl Refused<'_> {
    /// Starts a finding at the field of the cause, with the server's text.
    pub(crate) fn report<'r>(&self, out: &'r mut Reporter<'_>, cx: &LintContext<'_>) -> FindingBuilder<'r> {
        out.at_service(cx, self.service, &field_of(self.cause))
            .param("name", self.service.name.clone())
            .upstream(self.cause.text())
    }
}

/// Returns the parts of a cause's field: `spec.ipFamilies[0]` gives `spec`, `ipFamilies`, `0`.
pub(crate) fn field_of(cause: &Cause) -> Vec<&str> {
    cause
        .field
        .split(['.', '[', ']'])
        .filter(|part| !part.is_empty())
        .collect()
}

/// What is held in the cluster without what one Service holds.
struct Others<'a> {
    all: &'a Taken,
    own: Taken,
}

impl Occupancy for Others<'_> {
    fn is_address_taken(&self, address: IpAddr) -> bool {
        self.all.is_address_taken(address) && !self.own.is_address_taken(address)
    }

    fn is_node_port_taken(&self, port: i32) -> bool {
        self.all.is_node_port_taken(port) && !self.own.is_node_port_taken(port)
    }
}

/// Returns whether a stored spec has that family.
pub(crate) fn has_family(spec: &ServiceSpec, family: IpFamily) -> bool {
    spec.families().iter().any(|name| name == family.as_str())
}

impl<'a> LintContext<'a> {
    /// Returns the causes of refusals that a rule covers.
    pub(crate) fn refused_for(&self, meta: &'static RuleMeta) -> impl Iterator<Item = Refused<'a>> + use<'a> {
        self.services
            .iter()
            .filter_map(|service| Some((service, service.admission.as_ref()?.refused()?)))
            .flat_map(|(service, refusal)| refusal.causes.iter().map(move |cause| Refused { service, cause }))
            .filter(|refused| meta.covers.contains(&refused.cause.rule()))
    }

    /// Returns the Services that are accepted, with their stored specs.
    pub(crate) fn stored_services(
        &self,
    ) -> impl Iterator<Item = (&'a ServiceReport, &'a ServiceSpec)> + use<'a> {
        self.services
            .iter()
            .filter_map(|service| Some((service, service.stored()?)))
    }

    /// Returns the addresses and ports that the other Services of the file use.
    fn held_by_others<'s>(&'s self, service: &'s ServiceReport) -> Others<'s> {
        let all = self.lookups.taken.get_or_init(|| {
            let mut taken = self.cluster.map(PlannedCluster::taken).unwrap_or_default();
            self.stored_services().for_each(|(_, spec)| taken.add(spec));
            taken
        });
        let mut own = Taken::default();
        if let Some(spec) = service.stored() {
            own.add(spec);
        }
        Others { all, own }
    }

    /// Returns the Service of that name and namespace in the older file. `None` if it has none.
    pub(crate) fn counterpart(&self, service: &ServiceReport) -> Option<&'a ServiceReport> {
        let previous = self.previous?;
        let index = self.lookups.previous.get_or_init(|| {
            let services = previous.services.iter().enumerate();
            let mut index = BTreeMap::new();
            index.extend(services.map(|(i, old)| ((old.namespace.clone(), old.name.clone()), i)));
            index
        });
        let key = (service.namespace.clone(), service.name.clone());
        previous.services.get(*index.get(&key)?)
    }

    /// What becomes of a Service with these changes.
    pub(crate) fn admitted_with(
        &self,
        service: &ServiceReport,
        changes: &[FieldChange],
    ) -> Option<Admission> {
        self.sent_with(service, changes, admit)
    }

    /// Whether a Service with these changes is accepted.
    fn is_accepted_with(&self, service: &ServiceReport, changes: &[FieldChange]) -> bool {
        self.sent_with(service, changes, would_store) == Some(true)
    }

    fn sent_with<T>(
        &self,
        service: &ServiceReport,
        changes: &[FieldChange],
        answer: impl Fn(&ServiceCluster<'_>, &Request) -> T,
    ) -> Option<T> {
        let mut sent = service.sent.clone();
        changes.iter().for_each(|change| change.apply(&mut sent));
        let request = Request::Create {
            service: typed(&sent).ok()?,
        };
        self.answer(service, &request, answer)
    }

    /// Returns an answer of the API server while the other Services of the file exist.
    fn answer<T>(
        &self,
        service: &ServiceReport,
        request: &Request,
        answer: impl Fn(&ServiceCluster<'_>, &Request) -> T,
    ) -> Option<T> {
        let taken = self.held_by_others(service);
        Some(answer(&self.cluster?.with(&taken), request))
    }

    /// Returns the answer to a Service that the cluster holds, sent back as it is. `None` if it cannot be read.
    pub(crate) fn sent_back(&self, service: &ServiceReport) -> Option<Admission> {
        let sent: Service = typed(&service.sent).ok()?;
        let request = Request::update(sent.spec.clone(), sent);
        self.answer(service, &request, admit)
    }

    /// Returns the lowest free address of that family's static band above those that installers use. `None` if there
    /// is none.
    pub(crate) fn static_address(&self, service: &ServiceReport, family: IpFamily) -> Option<IpAddr> {
        let bands = self
            .addresses
            .services
            .iter()
            .find(|bands| bands.family == family)?;
        let taken = self.held_by_others(service);
        (crate::clusterip::DNS_SERVICE_INDEX + 1..=256)
            .filter_map(|index| bands.range.address(index))
            .take_while(|address| bands.band_of(*address) == Some(Band::Static))
            .find(|address| !taken.is_address_taken(*address))
    }

    /// Returns the API server's answer when the older file is applied first, then this one, as `kubectl apply` does
    /// it: fields absent from the file are removed, fields in it are set, all others stay. `None` if the older file
    /// has no such Service.
    pub(crate) fn applied_over(&self, service: &ServiceReport) -> Option<Admission> {
        self.applied_with(service, &[])
    }

    /// The same with changes.
    pub(crate) fn applied_with(&self, service: &ServiceReport, changes: &[FieldChange]) -> Option<Admission> {
        let before = self.counterpart(service)?;
        let old = before.stored()?;
        let mut sent = service.sent.clone();
        changes.iter().for_each(|change| change.apply(&mut sent));
        let object = applied(old, &before.sent, &sent);
        let request = Request::update(old.clone(), typed(&object).ok()?);
        self.answer(service, &request, admit)
    }
}

impl FindingBuilder<'_> {
    /// Adds a fix that changes fields of a Service. It is left out if it changes nothing, or if the API server would
    /// refuse the result.
    pub(crate) fn fix_service(
        self,
        cx: &LintContext<'_>,
        service: &ServiceReport,
        name: &str,
        safe: bool,
        changes: Vec<FieldChange>,
    ) -> Self {
        let accepted = |changes: &[FieldChange]| cx.is_accepted_with(service, changes);
        self.fix_service_if(cx, service, name, safe, changes, accepted)
    }

    /// Adds such a fix with another condition than that the API server accepts the result.
    pub(crate) fn fix_service_if(
        self,
        cx: &LintContext<'_>,
        service: &ServiceReport,
        name: &str,
        safe: bool,
        changes: Vec<FieldChange>,
        accepted: impl Fn(&[FieldChange]) -> bool,
    ) -> Self {
        let changes: Vec<FieldChange> = changes
            .into_iter()
            .filter(|change| change.present(&service.sent) != change.value.as_ref())
            .collect();
        let Some(document) = cx.stream.document(service.location.document) else {
            return self;
        };
        if changes.is_empty() || !accepted(&changes) {
            return self;
        }
        let base = &service.location.pointer;
        let patch = changes
            .iter()
            .flat_map(|change| match &change.value {
                Some(value) => patch::set(document, &change.at(base), value.clone()),
                None => vec![PatchOperation::Remove {
                    path: change.at(base),
                }],
            })
            .collect();
        let shown = changes
            .iter()
            .find_map(|change| change.value.as_ref())
            .map(shown)
            .unwrap_or_default();
        self.fix(name, [("to", Param::Text(shown))], safe, patch)
    }
}

/// Returns a value as a button shows it.
fn shown(value: &Json) -> String {
    match value {
        Json::String(text) => text.clone(),
        Json::Array(list) => list.iter().map(shown).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

/// The first entry of each family, in order.
pub(crate) fn one_of_each<T: Clone>(list: &[T], family: impl Fn(&T) -> Option<IpFamily>) -> Vec<T> {
    let mut seen = Vec::new();
    list.iter()
        .filter(|entry| {
            let Some(family) = family(entry) else { return false };
            let new = !seen.contains(&family);
            seen.push(family);
            new
        })
        .cloned()
        .collect()
}
