//! Recorded answers of kube-apiserver: `service/VERSION/CLUSTER.jsonl.gz`, and, with names, labels and annotations of
//! all kinds, `service-metadata/VERSION/CLUSTER.jsonl.gz`.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader};
use std::net::IpAddr;
use std::path::Path;

use dualstack_core::admission::{
    Admission, Request, Service, ServiceCluster, ServiceMetadata, ServiceSpec, admit,
};
use dualstack_core::kubernetes::gates::GateSettings;
use dualstack_core::kubernetes::service_api::DUAL_STACK;
use dualstack_core::kubernetes::{Profile, Version};
use dualstack_core::net::{Cidr, Dual, IpFamily};
use dualstack_core::{Analysis, AnalyzeOptions};
use flate2::read::MultiGzDecoder;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::recordings::{file_name, sorted, versions};
use crate::{Difference, FileResult};

/// The fields of a stored spec that the recordings hold; ports and what else a server adds are left out of them.
const RECORDED_FIELDS: &[&str] = &[
    "type",
    "selector",
    "externalName",
    "clusterIP",
    "clusterIPs",
    "ipFamilies",
    "ipFamilyPolicy",
    "ipFamily",
];

/// The name in the recorded messages.
const NAME: &str = "NAME";
/// The name of a Service whose recording leaves it out; one that a Service can have.
const UNNAMED: &str = "recorded";

/// The metadata of a Service whose recording leaves it out.
pub fn unnamed_metadata() -> ServiceMetadata {
    ServiceMetadata {
        name: UNNAMED.to_owned(),
        ..ServiceMetadata::default()
    }
}

#[derive(Deserialize)]
struct Case {
    id: String,
    op: String,
    #[serde(default)]
    metadata: Option<ServiceMetadata>,
    #[serde(default)]
    old: Option<ServiceSpec>,
    new: ServiceSpec,
    want: Want,
}

#[derive(Deserialize)]
struct Want {
    code: u16,
    #[serde(default)]
    spec: Option<Map<String, Value>>,
    /// The whole stored spec, and the warnings: only some recordings have them.
    #[serde(default)]
    full: Option<Value>,
    #[serde(default)]
    warnings: Option<Vec<String>>,
    #[serde(default)]
    message: String,
    #[serde(default)]
    causes: Vec<Value>,
}

/// How a case gets its answer: from a cluster, for a request; `None` for what that way cannot ask.
type Ask = fn(Version, Dual<Cidr>, &Request) -> Option<Admission>;

/// Runs every file under `DIR/service`.
///
/// # Errors
/// Returns a text if a file cannot be read.
pub fn run(dir: &Path) -> Result<Vec<FileResult>, String> {
    run_through(dir, "service", answer)
}

/// Runs every file under `DIR/service-metadata`.
///
/// # Errors
/// Returns a text if a file cannot be read.
pub fn run_metadata(dir: &Path) -> Result<Vec<FileResult>, String> {
    run_through(dir, "service-metadata", answer)
}

/// Returns the engine's answer. All servers were started with the feature gate on.
fn answer(version: Version, ranges: Dual<Cidr>, request: &Request) -> Option<Admission> {
    Some(admit(&cluster_of(version, ranges), request))
}

/// The server of a recording.
pub fn cluster_of(version: Version, ranges: Dual<Cidr>) -> ServiceCluster<'static> {
    let gates = GateSettings::from_iter([(DUAL_STACK.to_owned(), true)]);
    ServiceCluster::new(version, ranges).with_gates(&gates)
}

/// Runs every creation under `DIR/service` the way a user asks: the cluster as a plan file, the Service beside it, both
/// analysed as one text.
///
/// # Errors
/// Returns a text if a file cannot be read.
pub fn run_as_plan_files(dir: &Path) -> Result<Vec<FileResult>, String> {
    run_through(dir, "service", as_plan_file)
}

/// The same for `DIR/service-metadata`.
///
/// # Errors
/// Returns a text if a file cannot be read.
pub fn run_metadata_as_plan_files(dir: &Path) -> Result<Vec<FileResult>, String> {
    run_through(dir, "service-metadata", as_plan_file)
}

fn as_plan_file(version: Version, ranges: Dual<Cidr>, request: &Request) -> Option<Admission> {
    let Request::Create { service } = request else {
        return None;
    };
    Analysis::of(&plan_file(version, ranges, service), &AnalyzeOptions::default())
        .services()
        .first()?
        .admission
        .clone()
}
/// A plan file with one Service. Two ranges switch the gate on by themselves; one needs it by name.
fn plan_file(version: Version, ranges: Dual<Cidr>, service: &Service) -> String {
    let services: Vec<String> = ranges.iter().map(|range| format!("{range:?}")).collect();
    let pods = |range: &Cidr| match range.family() {
        IpFamily::IPv4 => "\"10.244.0.0/16\"",
        IpFamily::IPv6 => "\"fd00:10:244::/56\"",
    };
    let pods: Vec<&str> = ranges.iter().map(pods).collect();
    let needs_gate = Profile::resolve(version).dual_stack_gate.is_some() && !ranges.is_dual_stack();
    let gates = if needs_gate {
        ", featureGates: {IPv6DualStack: true}"
    } else {
        ""
    };
    format!(
        "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nspec: {{kubernetesVersion: \"{version}\", podCIDRs: \
         [{}], serviceCIDRs: [{}]{gates}}}\n---\n{}\n",
        pods.join(", "),
        services.join(", "),
        json!({"apiVersion": "v1", "kind": "Service", "metadata": service.metadata, "spec": service.spec}),
    )
}

fn run_through(dir: &Path, folder: &str, ask: Ask) -> Result<Vec<FileResult>, String> {
    let mut results = Vec::new();
    for (version_dir, name, version) in versions(dir, folder)? {
        for file in sorted(&version_dir)? {
            let Some(cluster) =
                file_name(&file).and_then(|name| name.strip_suffix(".jsonl.gz").map(str::to_owned))
            else {
                continue;
            };
            let ranges = ranges_of(&cluster).ok_or_else(|| format!("{}: unknown cluster", file.display()))?;
            let mut result = run_file(&file, version, ranges, ask)?;
            result.name = format!("{name}/{cluster}");
            results.push(result);
        }
    }
    Ok(results)
}

/// The Service ranges of a recorded cluster.
pub fn ranges_of(cluster: &str) -> Option<Dual<Cidr>> {
    let v4: Cidr = "10.96.0.0/16".parse().ok()?;
    let v6: Cidr = "fd00:10:96::/112".parse().ok()?;
    match cluster {
        "v4" => Some(Dual::single(v4)),
        "v6" => Some(Dual::single(v6)),
        "v4v6" => Dual::from_cidrs(&[v4, v6]),
        "v6v4" => Dual::from_cidrs(&[v6, v4]),
        _ => None,
    }
}

fn run_file(file: &Path, version: Version, ranges: Dual<Cidr>, ask: Ask) -> Result<FileResult, String> {
    let opened = std::fs::File::open(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let mut result = FileResult::default();
    for (i, line) in BufReader::new(MultiGzDecoder::new(opened)).lines().enumerate() {
        let at = |error: String| format!("{}: line {}: {error}", file.display(), i + 1);
        let line = line.map_err(|error| at(error.to_string()))?;
        if line.trim().is_empty() {
            continue;
        }
        let case: Case = serde_json::from_str(&line).map_err(|error| at(error.to_string()))?;
        let request = request_of(&case);
        if let Some(answer) = ask(version, ranges, &request) {
            result.total += 1;
            result.differences.extend(compare(&answer, &case, &line));
        }
    }
    Ok(result)
}

fn request_of(case: &Case) -> Request {
    let service = Service {
        metadata: case.metadata.clone().unwrap_or_else(unnamed_metadata),
        spec: case.new.clone(),
    };
    match (case.op.as_str(), &case.old) {
        ("update", Some(old)) => Request::Update {
            old: Box::new(old.clone()),
            old_metadata: None,
            service,
        },
        _ => Request::Create { service },
    }
}

fn compare(answer: &Admission, case: &Case, line: &str) -> Option<Difference> {
    let given = Given::of([Some(&case.new), case.old.as_ref()]);
    // Some errors print an address the server had picked before it refused: another one each time.
    let hidden = |mut answer: Value| {
        hide_quoted(&mut answer, &given.addresses);
        answer
    };
    let recorded = match &case.want.spec {
        Some(spec) => json!({
            "code": case.want.code, "spec": spec, "full": case.want.full, "warnings": case.want.warnings,
        }),
        None => hidden(json!({
            "code": case.want.code, "message": case.want.message, "causes": case.want.causes,
        })),
    };
    let engine = match answer {
        Admission::Stored { spec, warnings, .. } => {
            let fields = case
                .want
                .spec
                .as_ref()
                .map(|spec| spec.keys().map(String::as_str).collect());
            let full = case.want.full.as_ref().map(|_| given.hide_picked(spec));
            json!({
                "code": if case.op == "update" { 200 } else { 201 },
                "spec": recorded_form(given.hide_picked(spec), spec, &fields.unwrap_or_default()),
                "full": full,
                "warnings": case.want.warnings.as_ref().map(|_| warnings),
            })
        }
        Admission::Refused { refusal, .. } => hidden(json!({
            "code": refusal.code,
            "message": as_recorded(&refusal.message, case.metadata.as_ref().map_or(UNNAMED, |metadata| &metadata.name)),
            "causes": refusal.causes,
        })),
    };
    (engine != recorded).then(|| Difference {
        case: case.id.clone(),
        input: line.split("\"want\"").next().unwrap_or(line).to_owned(),
        recorded: recorded.to_string(),
        engine: engine.to_string(),
    })
}

/// A message with the name of the Service as recordings hold it.
pub fn as_recorded(message: &str, name: &str) -> String {
    if name.is_empty() {
        return message.to_owned();
    }
    message.replace(&format!("\"{name}\""), &format!("\"{NAME}\""))
}

/// The addresses and ports of a request and of what was stored; any other one was picked.
#[derive(Default)]
pub struct Given<'a> {
    addresses: BTreeSet<&'a str>,
    ports: BTreeSet<i32>,
}

impl<'a> Given<'a> {
    /// Those of these specs.
    pub fn of(specs: impl IntoIterator<Item = Option<&'a ServiceSpec>>) -> Given<'a> {
        let mut given = Given::default();
        for spec in specs.into_iter().flatten() {
            let addresses = spec.ips().iter().chain([&spec.cluster_ip]);
            given.addresses.extend(addresses.map(String::as_str));
            given
                .ports
                .extend(spec.node_ports().chain([spec.health_check_node_port]));
        }
        given
    }

    /// The spec with placeholders for what was picked.
    pub fn hide_picked(&self, spec: &ServiceSpec) -> Value {
        let mut form = serde_json::to_value(spec).unwrap_or_default();
        let is_picked = |port: &Value| {
            let number = port.as_i64().and_then(|number| i32::try_from(number).ok());
            number.is_some_and(|number| !self.ports.contains(&number))
        };
        for field in ["clusterIP", "clusterIPs"] {
            if let Some(value) = form.get_mut(field) {
                change_texts(value, &|text| placeholder(text, &self.addresses));
            }
        }
        let ports = form.get_mut("ports").and_then(Value::as_array_mut);
        let mut node_ports: Vec<&mut Value> = ports
            .into_iter()
            .flatten()
            .filter_map(|port| port.get_mut("nodePort"))
            .collect();
        for port in node_ports.iter_mut().filter(|port| is_picked(port)) {
            **port = "<PORT>".into();
        }
        if let Some(port) = form.get_mut("healthCheckNodePort").filter(|port| is_picked(port)) {
            *port = "<PORT>".into();
        }
        form
    }
}

/// The placeholder for a text, if it is an address that was picked.
fn placeholder(text: &str, given: &BTreeSet<&str>) -> Option<String> {
    let address = text.parse::<IpAddr>().ok().filter(|_| !given.contains(text))?;
    Some(format!("<{}>", IpFamily::of(address)))
}

/// The fields that a recording holds. It holds ports as they were, because its cases without a whole spec have none that
/// were picked.
fn recorded_form(hidden: Value, spec: &ServiceSpec, also: &BTreeSet<&str>) -> Value {
    let mut form = hidden;
    if let Some(fields) = form.as_object_mut() {
        fields.retain(|name, _| RECORDED_FIELDS.contains(&name.as_str()) || also.contains(name.as_str()));
        if let Some(ports) = fields.get_mut("ports") {
            *ports = serde_json::to_value(&spec.ports).unwrap_or_default();
        }
    }
    form
}

/// Puts placeholders for picked addresses that stand between quotes inside a text.
fn hide_quoted(answer: &mut Value, given: &BTreeSet<&str>) {
    change_texts(answer, &|text| {
        let parts: Vec<String> = text
            .split('"')
            .map(|part| placeholder(part, given).unwrap_or_else(|| part.to_owned()))
            .collect();
        Some(parts.join("\""))
    });
}

fn change_texts(value: &mut Value, change: &dyn Fn(&str) -> Option<String>) {
    match value {
        Value::Array(entries) => entries.iter_mut().for_each(|entry| change_texts(entry, change)),
        Value::Object(fields) => fields
            .iter_mut()
            .for_each(|(_, field)| change_texts(field, change)),
        Value::String(text) => {
            if let Some(changed) = change(text) {
                *text = changed;
            }
        }
        _ => {}
    }
}
