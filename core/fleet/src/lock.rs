//! The lock file: where the clusters of a fleet are. It is written by the planner and read back, so that what has a place
//! keeps it.
//!
//! It is one document with the kind `FleetLock`. A cluster whose entry is taken out is placed anew; lint rule ADDR021 reads
//! the ranges of connected clusters from it.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use super::codes::BAD_LOCK;
use super::file::MOST_CLUSTERS;
use crate::diagnostic::{Diagnostic, Location, Pointer, Severity};
use crate::document::decode::{FieldReader, ObjectReader};
use crate::document::{self, Document, Node, as_json, write};
use crate::i18n::Message;
use crate::net::Cidr;
use crate::request::API_VERSION;
use crate::request::decode::cidr;

/// The `kind` of the lock file.
pub const LOCK_KIND: &str = "FleetLock";

/// Where the clusters of a fleet are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FleetLock {
    /// The aggregates of each site.
    pub aggregates: Vec<LockedAggregates>,
    /// The clusters that were placed, by name.
    pub clusters: Vec<LockedCluster>,
    /// The clusters that were there before, by name.
    pub existing: Vec<LockedCluster>,
}

/// The networks that the clusters of a site lie in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LockedAggregates {
    /// The group of connected clusters.
    pub group: String,
    /// The site.
    pub site: String,
    /// The networks, IPv4 first.
    pub cidrs: Vec<Cidr>,
}

/// Where a cluster is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LockedCluster {
    /// Name of the cluster.
    pub name: String,
    /// The group that it is connected with.
    pub group: String,
    /// The site; empty for a cluster that was there before.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub site: String,
    /// Pod ranges, the primary family first.
    #[serde(rename = "podCIDRs", skip_serializing_if = "Vec::is_empty")]
    pub pod_cidrs: Vec<Cidr>,
    /// The networks around the pod ranges that are kept free for them.
    #[serde(rename = "podRooms", skip_serializing_if = "Vec::is_empty")]
    pub pod_rooms: Vec<Cidr>,
    /// Service ranges.
    #[serde(rename = "serviceCIDRs", skip_serializing_if = "Vec::is_empty")]
    pub service_cidrs: Vec<Cidr>,
    /// The networks around the Service ranges that are kept free for them.
    #[serde(rename = "serviceRooms", skip_serializing_if = "Vec::is_empty")]
    pub service_rooms: Vec<Cidr>,
    /// Networks of the nodes' own addresses.
    #[serde(rename = "nodeCIDRs", skip_serializing_if = "Vec::is_empty")]
    pub node_cidrs: Vec<Cidr>,
}

impl LockedCluster {
    /// Returns every network that the cluster uses or keeps free, as the clusters connected with it have to leave it.
    pub(crate) fn held(&self) -> impl Iterator<Item = Cidr> {
        let rooms = self.pod_rooms.iter().chain(&self.service_rooms);
        let is_held = |cidr: &&Cidr| !rooms.clone().any(|room| room.contains(cidr));
        let ranges = self.pod_cidrs.iter().chain(&self.service_cidrs).filter(is_held);
        let all: Vec<Cidr> = rooms
            .clone()
            .chain(ranges)
            .chain(&self.node_cidrs)
            .copied()
            .collect();
        all.into_iter()
    }
}

impl FleetLock {
    /// Reads the text of a lock file. An empty text is an empty lock.
    ///
    /// # Errors
    /// Returns the findings if the text is no lock file of this planner: nothing may be placed by a part of one.
    pub fn read(text: &str) -> Result<FleetLock, Vec<Diagnostic>> {
        let stream = document::read(text);
        let mut found = stream.diagnostics.clone();
        let lock = match stream.documents.as_slice() {
            [] => FleetLock::default(),
            [only] if only.root().get("kind").and_then(Node::text) == Some(LOCK_KIND) => {
                decode(only, &mut found)
            }
            _ => {
                found.push(BAD_LOCK.at(Location::default()));
                FleetLock::default()
            }
        };
        match found
            .iter()
            .any(|diagnostic| diagnostic.severity == Severity::Error)
        {
            true => Err(found),
            false => Ok(lock),
        }
    }

    /// Returns the text of the lock file of the fleet `name`. The same lock gives the same text.
    pub fn write(&self, name: &str, comment: &str) -> String {
        let value = json!({
            "apiVersion": API_VERSION,
            "kind": LOCK_KIND,
            "metadata": { "name": name },
            "spec": as_json(self),
        });
        write::with_header(comment, &write::to_yaml(&value))
    }

    /// Returns the clusters that were placed, by name.
    pub(crate) fn by_name(&self) -> BTreeMap<&str, &LockedCluster> {
        let mut named = BTreeMap::new();
        named.extend(
            self.clusters
                .iter()
                .map(|cluster| (cluster.name.as_str(), cluster)),
        );
        named
    }
}

fn decode(document: &Document, found: &mut Vec<Diagnostic>) -> FleetLock {
    let mut lock = FleetLock::default();
    let mut reader = ObjectReader::new(document.root(), Pointer::root(), document, found);
    reader.required("apiVersion").one_of(&[(API_VERSION, ())]);
    reader.required("kind").one_of(&[(LOCK_KIND, ())]);
    let _: Option<Value> = reader.optional("metadata").json();
    reader.required("spec").object(|spec| {
        lock.aggregates = spec
            .optional("aggregates")
            .list_up_to(MOST_CLUSTERS, |field| field.object(aggregates)?)
            .unwrap_or_default();
        lock.clusters = clusters(spec.optional("clusters"));
        lock.existing = clusters(spec.optional("existing"));
    });
    reader.finish();
    lock
}

fn aggregates(entry: &mut ObjectReader<'_, '_>) -> Option<LockedAggregates> {
    let group = entry.required("group").string();
    let site = entry.required("site").string();
    let cidrs = networks(entry.required("cidrs"));
    Some(LockedAggregates {
        group: group?,
        site: site?,
        cidrs,
    })
}

fn clusters(field: FieldReader<'_, '_>) -> Vec<LockedCluster> {
    let read = field.list_up_to(MOST_CLUSTERS, |field| {
        field.object(|entry| {
            let name = entry.required("name").string();
            let group = entry.required("group").string();
            let found = LockedCluster {
                name: String::new(),
                group: String::new(),
                site: entry.optional("site").string().unwrap_or_default(),
                pod_cidrs: networks(entry.optional("podCIDRs")),
                pod_rooms: networks(entry.optional("podRooms")),
                service_cidrs: networks(entry.optional("serviceCIDRs")),
                service_rooms: networks(entry.optional("serviceRooms")),
                node_cidrs: networks(entry.optional("nodeCIDRs")),
            };
            Some(LockedCluster {
                name: name?,
                group: group?,
                ..found
            })
        })?
    });
    read.unwrap_or_default()
}

fn networks(field: FieldReader<'_, '_>) -> Vec<Cidr> {
    field.list(cidr).unwrap_or_default()
}

/// Returns the comment at the top of a lock file.
pub(crate) fn comment() -> Message {
    Message::new("fleet-lock-comment")
}
