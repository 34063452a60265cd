//! Reading of a fleet file, with every problem collected.

use std::collections::BTreeMap;

use super::codes::{NO_FLEET, SAME_NAME};
use super::file::{
    ClusterGrowth, ClusterSettings, DEFAULT_GROUP, ExistingCluster, FleetCluster, FleetGroup, FleetPlan,
    FleetSpec, KIND, MOST_CLUSTERS, rate,
};
use crate::catalog::{Cni, Distribution, Provider};
use crate::diagnostic::{Diagnostic, Location, Pointer};
use crate::document::decode::{FieldReader, ObjectReader};
use crate::document::{Document, Node, Stream};
use crate::i18n::Message;
use crate::net::{Cidr, IpFamily};
use crate::request::decode::{choices, cidr, decode_nodes, version};
use crate::request::{API_VERSION, Metadata, Reserved};

/// The largest number of Services: more than a Service range of Kubernetes holds.
const MOST_SERVICES: u32 = 1_000_000;
/// The largest number of months.
const MOST_MONTHS: u32 = 600;

/// Finds the document of the fleet. `None` if there is none.
pub(crate) fn fleet_document(stream: &Stream) -> Option<&Document> {
    let is_fleet = |document: &&Document| document.root().get("kind").and_then(Node::text) == Some(KIND);
    stream.documents.iter().find(is_fleet)
}

/// Returns whether a text is a file of that kind, [`KIND`] or [`LOCK_KIND`](crate::LOCK_KIND).
pub fn is_of_kind(text: &str, kind: &str) -> bool {
    // Most texts are neither, and are not read to find that out.
    text.contains(kind) && {
        let stream = crate::document::read(text);
        let is_it = |document: &Document| document.root().get("kind").and_then(Node::text) == Some(kind);
        stream.documents.iter().any(is_it)
    }
}

/// Returns the files that existing clusters are read from, each once, as the fleet file names them.
///
/// ```
/// let text = "kind: FleetPlan\nspec: {existing: [{name: a, plan: a.yaml}, {name: b, plan: a.yaml}]}\n";
/// assert_eq!(dualstack_fleet::referred_files(text), ["a.yaml"]);
/// ```
pub fn referred_files(text: &str) -> Vec<String> {
    let stream = crate::document::read(text);
    let Some(document) = fleet_document(&stream) else {
        return Vec::new();
    };
    let place = Pointer::root().key("spec").key("existing");
    let entries = document.at(&place).map_or(&[][..], Node::items);
    let mut files: Vec<String> = Vec::new();
    for name in entries.iter().filter_map(|entry| entry.get("plan")?.text()) {
        if !files.iter().any(|known| known == name) {
            files.push(name.to_owned());
        }
    }
    files
}

/// Reads the fleet of a stream. `None` if the stream has none.
pub(crate) fn decode(stream: &Stream, diagnostics: &mut Vec<Diagnostic>) -> Option<FleetPlan> {
    let Some(document) = fleet_document(stream) else {
        diagnostics.push(NO_FLEET.at(Location::default()));
        return None;
    };
    let mut fleet = FleetPlan {
        api_version: API_VERSION.to_owned(),
        kind: KIND.to_owned(),
        metadata: Metadata {
            name: "fleet".to_owned(),
        },
        spec: FleetSpec {
            blocks: Vec::new(),
            groups: Vec::new(),
            reserved: Vec::new(),
            existing: Vec::new(),
            defaults: ClusterSettings::default(),
            clusters: Vec::new(),
        },
    };
    let mut reader = ObjectReader::new(document.root(), Pointer::root(), document, diagnostics);
    reader.required("apiVersion").one_of(&[(API_VERSION, ())]);
    reader.required("kind").one_of(&[(KIND, ())]);
    reader.optional("metadata").object(|metadata| {
        if let Some(name) = metadata.optional("name").string().filter(|name| !name.is_empty()) {
            fleet.metadata.name = name;
        }
    });
    reader
        .required("spec")
        .object(|spec| decode_spec(spec, &mut fleet.spec));
    reader.finish();
    diagnostics.extend(same_names(&fleet.spec, document));
    Some(fleet)
}

fn decode_spec(spec: &mut ObjectReader<'_, '_>, out: &mut FleetSpec) {
    out.blocks = cidrs(spec.required("blocks"));
    out.groups = spec
        .optional("groups")
        .list(|field| {
            field.object(|group| {
                let name = group.required("name").string();
                let blocks = cidrs(group.optional("blocks"));
                Some(FleetGroup { name: name?, blocks })
            })?
        })
        .unwrap_or_default();
    out.reserved = spec
        .optional("reserved")
        .list(|field| {
            field.object(|entry| {
                let name = entry.optional("name").string().unwrap_or_default();
                let cidr = cidr(entry.required("cidr"))?;
                Some(Reserved { name, cidr })
            })?
        })
        .unwrap_or_default();
    let groups: Vec<String> = out.groups.iter().map(|group| group.name.clone()).collect();
    out.existing = spec
        .optional("existing")
        .list(|field| field.object(|entry| existing(entry, &groups))?)
        .unwrap_or_default();
    let defaults = &mut out.defaults;
    spec.optional("defaults")
        .object(|entry| settings(entry, defaults, &groups));
    let defaults = &out.defaults;
    let clusters = spec.required("clusters").list_up_to(MOST_CLUSTERS, |field| {
        field.object(|entry| {
            let mut found = defaults.clone();
            let name = name(entry.required("name"));
            let node_cidrs = cidrs(entry.optional("nodeCIDRs"));
            settings(entry, &mut found, &groups);
            Some(FleetCluster {
                name: name?,
                node_cidrs,
                settings: found,
                pointer: entry.pointer().clone(),
            })
        })?
    });
    out.clusters = clusters.unwrap_or_default();
}

fn existing(entry: &mut ObjectReader<'_, '_>, groups: &[String]) -> Option<ExistingCluster> {
    let name = entry.required("name").string();
    let of_group = group(entry.optional("group"), groups);
    let found = ExistingCluster {
        name: String::new(),
        group: of_group.unwrap_or_else(|| DEFAULT_GROUP.to_owned()),
        plan: entry.optional("plan").string(),
        pod_cidrs: cidrs(entry.optional("podCIDRs")),
        service_cidrs: cidrs(entry.optional("serviceCIDRs")),
        node_cidrs: cidrs(entry.optional("nodeCIDRs")),
        pointer: entry.pointer().clone(),
    };
    Some(ExistingCluster { name: name?, ..found })
}

/// Reads the settings of a cluster over those that stand in `out`.
fn settings(entry: &mut ObjectReader<'_, '_>, out: &mut ClusterSettings, groups: &[String]) {
    if let Some(name) = group(entry.optional("group"), groups) {
        out.group = name;
    }
    if let Some(site) = entry.optional("site").string() {
        out.site = site;
    }
    if let Some(found) = version(entry.optional("kubernetesVersion")) {
        out.kubernetes_version = found;
    }
    let names = IpFamily::ALL.map(|family| (family.as_str(), family));
    let families = entry.optional("families").list(|field| field.one_of(&names));
    if let Some(mut families) = families {
        // A family that is named twice is there once.
        if families.first() == families.get(1) {
            families.truncate(1);
        }
        families.truncate(2);
        out.families = families;
    }
    entry
        .optional("nodes")
        .object(|nodes| decode_nodes(nodes, &mut out.nodes));
    if let Some(services) = entry.optional("services").integer(0..=MOST_SERVICES) {
        out.services = services;
    }
    let growth = &mut out.growth;
    entry.optional("growth").object(|entry| {
        let mut found = growth.unwrap_or_default();
        if let Some(nodes) = entry.optional("nodesPerMonth").parse("fleet-rate", rate) {
            found.nodes_per_month = nodes;
        }
        if let Some(services) = entry.optional("servicesPerMonth").parse("fleet-rate", rate) {
            found.services_per_month = services;
        }
        if let Some(months) = entry.optional("months").integer(1..=MOST_MONTHS) {
            found.months = months;
        }
        *growth = Some::<ClusterGrowth>(found);
    });
    let distributions = choices(Distribution::all().map(|row| (row.id(), row)));
    out.distribution = entry
        .optional("distribution")
        .one_of(&distributions)
        .or(out.distribution);
    let plugins = choices(Cni::all().map(|row| (row.id(), row)));
    out.cni = entry.optional("cni").one_of(&plugins).or(out.cni);
    let providers = choices(Provider::all().map(|row| (row.id(), row)));
    out.provider = entry.optional("provider").one_of(&providers).or(out.provider);
}

/// Reads the name of a group: one of the list, if the fleet has one.
fn group(mut field: FieldReader<'_, '_>, groups: &[String]) -> Option<String> {
    let name = field.node()?.text().map(str::to_owned);
    let known = |name: &String| groups.is_empty() || name == DEFAULT_GROUP || groups.contains(name);
    match name {
        Some(name) if known(&name) => Some(name),
        Some(name) => {
            let message = field
                .message(crate::document::codes::NOT_ONE_OF.id)
                .with("value", name)
                .with("allowed", groups.join(", "));
            field.report(crate::document::codes::NOT_ONE_OF, message);
            None
        }
        None => field.string(),
    }
}

/// Reads the name of a cluster, which becomes the name of files and objects.
fn name(field: FieldReader<'_, '_>) -> Option<String> {
    field.parse("fleet-name", |text| {
        let is_end = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        let fits = text.len() <= 63
            && text.starts_with(is_end)
            && text.ends_with(is_end)
            && text.chars().all(|c| is_end(c) || c == '-' || c == '.');
        fits.then(|| text.to_owned())
    })
}

fn cidrs(field: FieldReader<'_, '_>) -> Vec<Cidr> {
    field.list(cidr).unwrap_or_default()
}

/// Reports clusters that have the name of an earlier one.
fn same_names(spec: &FleetSpec, document: &Document) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<&str, &Pointer> = BTreeMap::new();
    let existing = spec.existing.iter().map(|entry| (&entry.name, &entry.pointer));
    let clusters = spec.clusters.iter().map(|entry| (&entry.name, &entry.pointer));
    existing
        .chain(clusters)
        .filter(|(name, place)| seen.insert(name, place).is_some())
        .map(|(name, place)| {
            let message = Message::new(SAME_NAME.id).with("cluster", name.as_str());
            SAME_NAME.with(document.locate(&place.key("name")), message)
        })
        .collect()
}
