//! Decoding of the documents of a file to the plan and the Services beside it, with every problem collected.

use std::collections::BTreeMap;

use super::ranges::{DeclaredRange, RangeKind};
use super::{
    API_VERSION, ClusterPlan, KIND, Metadata, NodeSizing, PlanSpec, Reserved, RuleSetting, RuleSeverity,
};
use crate::catalog::{Cni, Distribution, Provider};
use crate::diagnostic::{Diagnostic, Fix, Location, PatchOperation, Pointer, Severity};
use crate::document::codes::{self, Code};
use crate::document::decode::{FieldReader, MAX_ENTRIES, ObjectReader};
use crate::document::{Document, Node, Object, Stream};
use crate::i18n::Message;
use crate::kubernetes::tools::{Release, TOOLS, ToolRow};
use crate::kubernetes::{Version, VersionError};
use crate::net::{Cidr, lenient};
use crate::order;

/// The file has no ClusterPlan.
pub const NO_PLAN: Code = Code::new("PLAN001", Severity::Error, "PLAN001.help");
/// The file has more than one ClusterPlan.
pub const SECOND_PLAN: Code = Code::new("PLAN002", Severity::Error, "PLAN002.help");
/// A document is neither a plan nor a Service, and no rule reads its kind.
pub const OTHER_KIND: Code = Code::new("PLAN003", Severity::Info, "PLAN003.help");
/// A text is not a Kubernetes version, or this release does not know the version.
pub const UNKNOWN_VERSION: Code = Code::new("PLAN004", Severity::Error, "PLAN004.help");
/// A Service cannot be decoded.
pub const UNREADABLE_SERVICE: Code = Code::new("PLAN005", Severity::Error, "PLAN005.help");

/// The older plan file has no plan.
pub const NO_PREVIOUS_PLAN: Code = Code::new("PLAN006", Severity::Error, "PLAN006.help");

/// No running cluster of the plan's version was compared yet.
pub const NOT_COMPARED: Code = Code::new("PLAN008", Severity::Info, "PLAN008.help");

/// Returns the finding that no running cluster of a version was compared yet, for answers that need no plan. `None` for the
/// versions of which one was.
pub fn not_compared(version: Version) -> Option<Diagnostic> {
    let message = version.not_compared()?;
    Some(NOT_COMPARED.with(Location::default(), message))
}

/// The suffix of the version names a distribution, and the plan names none.
pub const IMPLIED_DISTRIBUTION: Code = Code::new("PLAN007", Severity::Info, "PLAN007.help");

/// A plan, and the places of its ranges in the file.
#[derive(Clone, Debug)]
pub struct DecodedPlan {
    /// The plan. Fields that could not be read have their defaults, and unreadable list entries are left out.
    pub plan: ClusterPlan,
    /// The index of its document, from 0.
    pub document: usize,
    /// Every range that could be read, with the field that declares it.
    pub ranges: Vec<DeclaredRange>,
}

/// A Service of the file.
#[derive(Clone, Debug)]
pub struct ServiceSource {
    /// The index of its document, from 0.
    pub document: usize,
    /// Its place in the document: the root, or an item of a List.
    pub pointer: Pointer,
}

impl ServiceSource {
    /// Returns the object in the stream that it was found in. `None` if the stream does not have it.
    pub fn object<'a>(&self, stream: &'a Stream) -> Option<Object<'a>> {
        let document = stream.document(self.document)?;
        Some(Object {
            document,
            pointer: self.pointer.clone(),
            node: document.at(&self.pointer)?,
        })
    }
}

/// The contents of a file.
#[derive(Debug, Default)]
pub struct DecodedFile {
    /// The first ClusterPlan; `None` if there is none.
    pub plan: Option<DecodedPlan>,
    /// The Services, in the order of the file.
    pub services: Vec<ServiceSource>,
    /// The findings about the text, in its order.
    pub diagnostics: Vec<Diagnostic>,
}

/// The largest number of pod ranges, and of Service ranges, that are read of a plan. No component takes more than two; of each a
/// cluster would be planned.
pub const MAX_RANGES: usize = 16;

/// The largest number of Services that are read of one file, or of the files of one plan. The usual Service range has 65,534
/// addresses.
pub const MAX_SERVICES: usize = 100_000;

/// Reads every document of a file. `is_read` returns whether a kind of other manifests is read; objects of other kinds
/// are counted in one [`OTHER_KIND`].
pub fn decode(stream: &Stream, is_read: fn(&str) -> bool) -> DecodedFile {
    let mut file = DecodedFile::default();
    let mut others = Vec::new();
    for document in &stream.documents {
        let root = document.root();
        match root.get("kind").and_then(Node::text) {
            Some(KIND) if file.plan.is_none() => {
                file.plan = Some(decode_plan(document, &mut file.diagnostics));
            }
            Some(KIND) => {
                let place = document.locate(&Pointer::root().key("kind"));
                file.diagnostics.push(SECOND_PLAN.at(place));
            }
            Some("Service") => file.services.push(ServiceSource {
                document: document.index(),
                pointer: Pointer::root(),
            }),
            Some("List" | "ServiceList") => services_of_list(document, is_read, &mut file, &mut others),
            Some(kind) if is_read(kind) => {}
            Some(kind) => others.push((document.locate(&Pointer::root().key("kind")), kind)),
            // The kind may stand in the part that could not be read.
            None if document.is_cut() => {}
            None => others.push((document.locate(&Pointer::root()), without_kind(root))),
        }
    }
    if let Some(first) = file.services.get(MAX_SERVICES) {
        let id = codes::TOO_MUCH.id;
        let message = Message::new(format!("{id}.services")).with("limit", MAX_SERVICES);
        let document = stream.document(first.document);
        let place = document.map(|document| document.locate(&first.pointer));
        file.diagnostics
            .push(codes::TOO_MUCH.with(place.unwrap_or_default(), message));
        file.services.truncate(MAX_SERVICES);
    }
    file.diagnostics.extend(left_alone(others));
    // A plan that could not be read is not a missing one.
    let unread = stream
        .diagnostics
        .iter()
        .any(|found| UNREAD.contains(&found.code))
        || stream.documents.iter().any(Document::is_cut);
    if file.plan.is_none() && !unread {
        file.diagnostics.push(NO_PLAN.at(Location::default()));
    }
    file
}

/// The codes of files or documents that could not be read.
const UNREAD: &[&str] = &[codes::SYNTAX.id, codes::TOO_LARGE.id, codes::TEMPLATE.id];

/// What stands in the place of the kind of objects that have none.
const NO_KIND: &str = "";
/// What stands in the place of the kind of a JSON patch.
const JSON_PATCH: &str = "JSON Patch";

fn without_kind(root: &Node) -> &'static str {
    let operations = |node: &Node| node.get("op").is_some() && node.get("path").is_some();
    if !root.items().is_empty() && root.items().iter().all(operations) {
        JSON_PATCH
    } else {
        NO_KIND
    }
}

/// Returns one note about all objects that nothing reads, at the first of them.
fn left_alone(others: Vec<(Location, &str)>) -> Option<Diagnostic> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, kind) in &others {
        *counts.entry(kind).or_default() += 1;
    }
    let count = others.len();
    let (place, first) = others.into_iter().next()?;
    let message = match (counts.len(), first) {
        (_, JSON_PATCH) if count == 1 => Message::new("PLAN003.patch"),
        (_, "Kustomization") if count == 1 => Message::new("PLAN003.kustomization"),
        (_, NO_KIND) if count == 1 => Message::new("PLAN003.no-kind"),
        (_, kind) if count == 1 => Message::new("PLAN003").with("kind", kind),
        _ => {
            let kinds: Vec<String> = counts
                .iter()
                .map(|(kind, count)| format!("{count} {}", if kind.is_empty() { "?" } else { kind }))
                .collect();
            Message::new("PLAN003.several")
                .with("count", count)
                .with("kinds", kinds.join(", "))
        }
    };
    Some(OTHER_KIND.with(place, message))
}

fn services_of_list<'a>(
    document: &'a Document,
    is_read: fn(&str) -> bool,
    file: &mut DecodedFile,
    others: &mut Vec<(Location, &'a str)>,
) {
    let list = document.root().get("kind").and_then(Node::text);
    let items = Pointer::root().key("items");
    for (i, node) in document
        .root()
        .get("items")
        .map_or(&[][..], Node::items)
        .iter()
        .enumerate()
    {
        let pointer = items.index(i);
        // The items of a ServiceList have no kind.
        match node.get("kind").and_then(Node::text) {
            Some("Service") => file.services.push(ServiceSource {
                document: document.index(),
                pointer,
            }),
            None if list == Some("ServiceList") => file.services.push(ServiceSource {
                document: document.index(),
                pointer,
            }),
            Some(kind) if is_read(kind) => {}
            None if document.is_cut() => {}
            kind => others.push((document.locate(&pointer), kind.unwrap_or(NO_KIND))),
        }
    }
}

fn decode_plan(document: &Document, diagnostics: &mut Vec<Diagnostic>) -> DecodedPlan {
    let mut ranges = Vec::new();
    let mut plan = ClusterPlan {
        api_version: API_VERSION.to_owned(),
        kind: KIND.to_owned(),
        metadata: Metadata::default(),
        spec: PlanSpec {
            kubernetes_version: Version::DEFAULT,
            pod_cidrs: Vec::new(),
            service_cidrs: Vec::new(),
            node_cidrs: Vec::new(),
            load_balancer_cidrs: Vec::new(),
            advertise_address: None,
            control_plane_endpoint: None,
            nodes: NodeSizing::default(),
            feature_gates: BTreeMap::new(),
            distribution: None,
            cni: None,
            provider: None,
            tools: BTreeMap::new(),
            reserved: Vec::new(),
            rules: Vec::new(),
        },
    };
    let mut reader = ObjectReader::new(document.root(), Pointer::root(), document, diagnostics);
    reader.required("apiVersion").one_of(&[(API_VERSION, ())]);
    reader.required("kind").one_of(&[(KIND, ())]);
    reader.optional("metadata").object(|metadata| {
        if let Some(name) = metadata.optional("name").string().filter(|name| !name.is_empty()) {
            plan.metadata.name = name;
        }
    });
    reader
        .required("spec")
        .object(|spec| decode_spec(spec, &mut plan.spec, &mut ranges));
    reader.finish();
    if document.is_cut() {
        // What is missing or odd may go on behind the error.
        let follows = [codes::REQUIRED.id, codes::TYPE.id, codes::UNKNOWN_FIELD.id];
        diagnostics
            .retain(|found| !follows.contains(&found.code) || found.location.document != document.index());
    }
    if plan.spec.distribution.is_none() {
        diagnostics.extend(implied_distribution(&plan.spec, document));
    }
    order::sort_by_key(&mut ranges, |range: &DeclaredRange| range.kind);
    DecodedPlan {
        plan,
        document: document.index(),
        ranges,
    }
}

/// Returns the note that the suffix of the version names a distribution, which the plan does not.
fn implied_distribution(spec: &PlanSpec, document: &Document) -> Option<Diagnostic> {
    let version = spec.kubernetes_version;
    let id = version.distribution()?;
    let distribution = Distribution::all().find(|known| known.id() == id)?;
    let place = Pointer::root().key("spec");
    let message = Message::new("PLAN007")
        .with("version", version.as_written())
        .with("distribution", distribution.title());
    let mut finding = IMPLIED_DISTRIBUTION.with(document.locate(&place.key("kubernetesVersion")), message);
    finding.fixes.push(Fix {
        title: Message::new("PLAN007.fix-say").with("distribution", id),
        safe: false,
        document: document.index(),
        patch: vec![PatchOperation::Add {
            path: place.key("distribution"),
            value: id.into(),
        }],
    });
    Some(finding)
}

fn decode_spec(spec: &mut ObjectReader<'_, '_>, out: &mut PlanSpec, ranges: &mut Vec<DeclaredRange>) {
    if let Some(version) = version(spec.required("kubernetesVersion")) {
        out.kubernetes_version = version;
    }
    out.pod_cidrs = cidrs(spec.required("podCIDRs"), RangeKind::Pods, ranges);
    out.service_cidrs = cidrs(spec.required("serviceCIDRs"), RangeKind::Services, ranges);
    out.node_cidrs = cidrs(spec.optional("nodeCIDRs"), RangeKind::Nodes, ranges);
    out.load_balancer_cidrs = cidrs(
        spec.optional("loadBalancerCIDRs"),
        RangeKind::LoadBalancers,
        ranges,
    );
    out.advertise_address = spec
        .optional("advertiseAddress")
        .parse("FILE016.address", |text| {
            lenient::parse_address(text).map(|read| read.address)
        });
    out.control_plane_endpoint = spec
        .optional("controlPlaneEndpoint")
        .parse("FILE016.endpoint", |text| text.parse().ok());
    spec.optional("nodes")
        .object(|nodes| decode_nodes(nodes, &mut out.nodes));
    let gates = spec.optional("featureGates");
    let gates = gates.entries(|name, value| Some((name.to_owned(), value.boolean()?)));
    out.feature_gates.extend(gates.unwrap_or_default());
    out.distribution = spec
        .optional("distribution")
        .one_of(&choices(Distribution::all().map(|d| (d.id(), d))));
    out.cni = spec
        .optional("cni")
        .one_of(&choices(Cni::all().map(|c| (c.id(), c))));
    spec.optional("tools").object(|tools| {
        for row in TOOLS {
            if let Some(release) = release(tools.optional(row.id), row) {
                out.tools.insert(row.id.to_owned(), release);
            }
        }
    });
    out.provider = spec
        .optional("provider")
        .one_of(&choices(Provider::all().map(|p| (p.id(), p))));
    out.reserved = spec
        .optional("reserved")
        .list(|field| {
            let pointer = field.pointer().key("cidr");
            field.object(|entry| {
                let name = entry.optional("name").string().unwrap_or_default();
                let cidr = cidr(entry.required("cidr"))?;
                let declared = DeclaredRange {
                    kind: RangeKind::Reserved,
                    cidr,
                    name: Some(name.clone()),
                    pointer,
                    document: None,
                };
                ranges.push(declared);
                Some(Reserved { name, cidr })
            })?
        })
        .unwrap_or_default();
    out.rules = decode_rules(spec.optional("rules")).unwrap_or_default();
}

/// The names of severities in `spec.rules`.
const SEVERITIES: &[(&str, RuleSeverity)] = &[
    ("error", RuleSeverity::Error),
    ("warning", RuleSeverity::Warning),
    ("info", RuleSeverity::Info),
    ("off", RuleSeverity::Off),
];

fn decode_rules(field: FieldReader<'_, '_>) -> Option<Vec<RuleSetting>> {
    field.list(|field| {
        field.object(|entry| {
            let code = entry.required("code").string();
            let severity = entry.required("severity").one_of(SEVERITIES);
            let reason = entry.optional("reason").string();
            Some(RuleSetting {
                code: code?,
                severity: severity?,
                reason,
            })
        })?
    })
}

/// Reads the sizes of a plan over those that stand in `out`.
pub fn decode_nodes(nodes: &mut ObjectReader<'_, '_>, out: &mut NodeSizing) {
    if let Some(count) = nodes.optional("count").integer(0..=u32::MAX) {
        out.count = count;
    }
    out.max = nodes.optional("max").integer(0..=u32::MAX).or(out.max);
    if let Some(max_pods) = nodes.optional("maxPods").integer(1..=u32::MAX) {
        out.max_pods = max_pods;
    }
    out.mask_size_ipv4 = nodes
        .optional("maskSizeIPv4")
        .integer(0..=32)
        .or(out.mask_size_ipv4);
    out.mask_size_ipv6 = nodes
        .optional("maskSizeIPv6")
        .integer(0..=128)
        .or(out.mask_size_ipv6);
}

/// Returns the choices of a field that names one of them.
pub fn choices<T>(all: impl Iterator<Item = (&'static str, T)>) -> Vec<(&'static str, T)> {
    all.collect()
}

/// Reads a range in any form that some component accepts. Rules report its oddities.
pub fn cidr(field: FieldReader<'_, '_>) -> Option<Cidr> {
    field.parse("FILE016.cidr", |text| {
        lenient::parse_cidr(text).map(|read| read.cidr)
    })
}

fn cidrs(field: FieldReader<'_, '_>, kind: RangeKind, ranges: &mut Vec<DeclaredRange>) -> Vec<Cidr> {
    let most = match kind {
        RangeKind::Pods | RangeKind::Services => MAX_RANGES,
        _ => MAX_ENTRIES,
    };
    let read = field.list_up_to(most, |entry| {
        let pointer = entry.pointer().clone();
        let cidr = cidr(entry)?;
        ranges.push(DeclaredRange {
            kind,
            cidr,
            name: None,
            pointer,
            document: None,
        });
        Some(cidr)
    });
    read.unwrap_or_default()
}

/// Reports a version that no running cluster was compared with.
fn compared(field: &mut FieldReader<'_, '_>, version: Version) -> Version {
    if let Some(message) = version.not_compared() {
        field.report(NOT_COMPARED, message);
    }
    version
}

/// Reads a release of a tool. One that is not known is reported with the nearest that is.
fn release(mut field: FieldReader<'_, '_>, row: &ToolRow) -> Option<Release> {
    let text = field.node()?.text().map(str::trim);
    let Some(wanted) = text.and_then(|text| text.parse::<Release>().ok()) else {
        return field.parse("FILE016.release", |_| None);
    };
    if row.knows(wanted) {
        return Some(wanted);
    }
    let nearest = row.nearest(wanted);
    let id = codes::NOT_ONE_OF.id;
    let message = field
        .message(id)
        .with("value", wanted.to_string())
        .with("allowed", row.known());
    let title = Message::new(format!("{id}.fix")).with("nearest", nearest.to_string());
    let fix = field.replacement(title, false, nearest.to_string().into());
    field.report_with(codes::NOT_ONE_OF, message, vec![fix]);
    None
}

/// Reads a Kubernetes version. One that is not known is reported with a fix.
pub fn version(mut field: FieldReader<'_, '_>) -> Option<Version> {
    let text = field
        .node()?
        .text()
        .map(|text| crate::document::normalise::normalise(text).trim().to_owned());
    let Some(text) = text else {
        // A list or a mapping is reported as a wrong type.
        return field.string().and(None);
    };
    // What `kubectl version` or `k3s -v` prints is taken too.
    if let Some(version) = Version::printed(&text) {
        return Some(compared(&mut field, version));
    }
    let message = match text.parse::<Version>() {
        Ok(version) => return Some(compared(&mut field, version)),
        Err(VersionError::Malformed) => Message::new("PLAN004.malformed").with("text", text),
        Err(VersionError::Unknown(known)) => Message::new("PLAN004").with("version", known),
    };
    let message = message
        .with("first", Version::OLDEST)
        .with("last", Version::NEWEST)
        .with("shown", Version::DEFAULT);
    let title = Message::new("PLAN004.fix-use").with("to", Version::DEFAULT);
    let fix = field.replacement(title, false, Version::DEFAULT.to_string().into());
    field.report_with(UNKNOWN_VERSION, message, vec![fix]);
    None
}
