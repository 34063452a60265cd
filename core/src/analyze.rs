//! The centre: a plan file in, one report out. Calls the stages in order; nothing clever happens here.

use serde::Serialize;
use serde_json::Value;
use serde_path_to_error::Segment;

use crate::admission::aspects::{Aspects, Surroundings, aspects};
use crate::admission::convert::{convert, written_for};
use crate::admission::{Admission, Remark, Request, Service, ServiceCluster, Taken, admit};
use crate::clusterip::KUBERNETES_SERVICE_INDEX;
use crate::components::{
    self, ComponentSettings, FailedCheck, KubeadmConfiguration, forecast, paste, settings,
};
use crate::diagnostic::{Component, Diagnostic, Location, PatchOperation};
use crate::document::{self, Stream, to_json};
use crate::export::{Exported, FileToVerify, VerifiedFile, export, verify};
use crate::i18n::Message;
use crate::kubernetes::Version;
use crate::lint::{self, LintContext};
use crate::plan::{self, AddressPlan};
use crate::request::ClusterPlan;
use crate::request::decode::{
    DecodedFile, DecodedPlan, NO_PREVIOUS_PLAN, ServiceSource, UNREADABLE_SERVICE, decode,
};

/// What an analysis may depend on besides the text. Nothing else does: no clock, no randomness.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AnalyzeOptions<'a> {
    /// Seed for everything that real components pick at random: automatic cluster IPs, and unique local ranges that
    /// fixes offer.
    pub seed: u64,
    /// The plan file as it was before: what cannot be changed on a running cluster is reported.
    pub previous: Option<&'a str>,
    /// How components are started today: command lines, units, Pod manifests, configuration files. What they refuse at
    /// the plan's version, and where they differ from each other, is reported.
    pub running: Option<&'a str>,
}

/// Everything that follows from a plan file.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The plan as it was understood; absent when there is none or its version is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub plan: Option<ClusterPlan>,
    /// Index of the plan's document in the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub document: Option<usize>,
    /// What the ranges of the plan come to.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub addresses: Option<AddressPlan>,
    /// The plan in a few sentences.
    pub summary: Vec<Message>,
    /// Each Service beside the plan, as the API server would store or refuse it.
    pub services: Vec<ServiceReport>,
    /// What each component is given.
    pub components: Vec<ComponentSettings>,
    /// Start-up checks that components fail with these settings.
    pub failed_checks: Vec<FailedCheck>,
    /// What is wrong or worth knowing, by place.
    pub diagnostics: Vec<Diagnostic>,
}

/// A Service of the file and what becomes of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ServiceReport {
    /// Where it stands.
    pub location: Location,
    /// Its namespace, `default` where none is given.
    pub namespace: String,
    /// Its name.
    pub name: String,
    /// The object as it was sent.
    #[cfg_attr(feature = "wasm", tsify(type = "Record<string, unknown>"))]
    pub sent: Value,
    /// What the API server does with it; absent when it cannot be read, or when there is no cluster to send it to.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub admission: Option<Admission>,
    /// What follows from the stored Service elsewhere in the cluster; absent when it is not stored.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub aspects: Option<Aspects>,
    /// The form the plan's version takes; absent when the manifest has it already.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub conversion: Option<ServiceConversion>,
}

/// How a manifest of another era is written for the plan's version.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ServiceConversion {
    /// The newest version the manifest can have been written for.
    #[cfg_attr(feature = "wasm", tsify(type = "KubernetesVersion"))]
    pub written_for: Version,
    /// What changes in the manifest's document of the file.
    pub patch: Vec<PatchOperation>,
    /// What was decided and what is lost.
    pub remarks: Vec<Remark>,
}

/// Everything that follows from the text of a plan file.
///
/// ```
/// use dualstack_core::{AnalyzeOptions, analyze};
/// let text = "\
/// apiVersion: dualstack-planner/v1
/// kind: ClusterPlan
/// spec:
///   kubernetesVersion: \"1.36\"
///   podCIDRs: [10.244.0.0/16, \"fd00:10:244::/56\"]
///   serviceCIDRs: [10.96.0.0/16, \"fd00:10:96::/112\"]
/// ";
/// let report = analyze(text, &AnalyzeOptions::default());
/// assert_eq!(report.addresses.unwrap().capacity.unwrap().nodes.to_string(), "256");
/// ```
pub fn analyze(text: &str, options: &AnalyzeOptions<'_>) -> Report {
    let stream = document::read(text);
    analyze_stream(&stream, options)
}

/// What an older plan file planned, for rules about changes.
#[derive(Clone, Debug)]
pub struct PreviousPlan {
    /// The plan.
    pub plan: ClusterPlan,
    /// What it came to.
    pub addresses: AddressPlan,
    /// Its Services, and what became of them.
    pub services: Vec<ServiceReport>,
}

/// The older plan; `None` where the text holds none.
fn previous(text: &str, seed: u64) -> Option<PreviousPlan> {
    let stream = document::read(text);
    let decoded = decode(&stream, crate::lint::is_read);
    let DecodedPlan { plan, ranges, .. } = decoded.plan?;
    // What is wrong with the older file was said when it was the newer one.
    let services = admit_all(
        cluster_of(&plan, seed),
        &Surroundings::of_plan(&plan.spec),
        &decoded.services,
        &mut Vec::new(),
    );
    let addresses = plan::plan_with(&plan, ranges);
    Some(PreviousPlan {
        plan,
        addresses,
        services,
    })
}

/// The cluster that Services are sent to; `None` while its ranges are not usable.
fn cluster_of(plan: &ClusterPlan, seed: u64) -> Option<ServiceCluster<'static>> {
    Some(ServiceCluster {
        seed,
        ..ServiceCluster::new(plan.spec.kubernetes_version, plan.spec.services()?)
    })
}

fn analyze_stream(stream: &Stream, options: &AnalyzeOptions<'_>) -> Report {
    let DecodedFile {
        plan,
        services,
        diagnostics,
    } = decode(stream, crate::lint::is_read);
    let mut report = Report {
        plan: None,
        document: None,
        addresses: None,
        summary: Vec::new(),
        services: Vec::new(),
        components: Vec::new(),
        failed_checks: Vec::new(),
        diagnostics: stream.diagnostics.iter().cloned().chain(diagnostics).collect(),
    };
    let cluster = plan
        .as_ref()
        .and_then(|decoded| cluster_of(&decoded.plan, options.seed));
    let previous = options.previous.map(|text| previous(text, options.seed));
    if previous.as_ref().is_some_and(Option::is_none) {
        report.diagnostics.push(NO_PREVIOUS_PLAN.at(Location::default()));
    }
    let previous = previous.flatten();
    let surroundings = plan
        .as_ref()
        .map(|decoded| Surroundings::of_plan(&decoded.plan.spec))
        .unwrap_or_default();
    report.services = admit_all(cluster, &surroundings, &services, &mut report.diagnostics);
    if let Some(DecodedPlan {
        plan,
        document,
        ranges,
    }) = plan
    {
        let addresses = plan::plan_with(&plan, ranges);
        report.summary = addresses.summary();
        if !plan.spec.pod_cidrs.is_empty() && !plan.spec.service_cidrs.is_empty() {
            report.components = settings(&plan);
            report.failed_checks = failed_checks(&plan, &report.components);
        }
        if let Some(document) = stream.document(document) {
            let started = options
                .running
                .map(|text| paste::check(plan.spec.kubernetes_version, text))
                .unwrap_or_default();
            let context = LintContext {
                components: &report.components,
                started: &started,
                plan: &plan,
                document,
                addresses: &addresses,
                services: &report.services,
                failed_checks: &report.failed_checks,
                previous: previous.as_ref(),
                stream,
                seed: options.seed,
                lookups: lint::Lookups::default(),
            };
            report.diagnostics.extend(lint::run(&context));
        }
        report.document = Some(document);
        report.addresses = Some(addresses);
        report.plan = Some(plan);
    }
    lint::sort(&mut report.diagnostics);
    report
}

/// The files of the named targets for a plan file, and what there is to say about the file and the targets. Nothing is
/// written for a file without a readable plan.
///
/// ```
/// let text = "\
/// apiVersion: dualstack-planner/v1
/// kind: ClusterPlan
/// spec:
///   kubernetesVersion: \"1.36\"
///   podCIDRs: [10.244.0.0/16, \"fd00:10:244::/56\"]
///   serviceCIDRs: [10.96.0.0/16, \"fd00:10:96::/112\"]
/// ";
/// let exported = dualstack_core::export_text(text, &["flags"]);
/// assert!(exported.files[0].text.contains("--service-cluster-ip-range=10.96.0.0/16,fd00:10:96::/112"));
/// ```
pub fn export_text(text: &str, targets: &[&str]) -> Exported {
    let stream = document::read(text);
    let (plan, services, found) = plan_and_services(&stream);
    let Some((plan, document)) = plan else {
        return Exported {
            files: Vec::new(),
            diagnostics: found,
        };
    };
    let mut exported = export(&plan, &services, targets);
    if let Some(document) = stream.document(document) {
        // Targets speak of fields of the plan; where those stand, only the text knows.
        for diagnostic in &mut exported.diagnostics {
            diagnostic.location = document.locate(&diagnostic.location.pointer);
        }
    }
    exported.diagnostics.extend(found);
    lint::sort(&mut exported.diagnostics);
    exported
}

/// Where files come from, if not from the plan file given; and what there is to say about the plan file. `None`
/// without a readable plan.
pub fn verify_text(text: &str, files: &[FileToVerify]) -> (Option<Vec<VerifiedFile>>, Vec<Diagnostic>) {
    let stream = document::read(text);
    let (plan, services, found) = plan_and_services(&stream);
    (plan.map(|(plan, _)| verify(&plan, &services, files)), found)
}

/// The plan of a file with the number of its document, the Services beside it, and what is wrong with any of that.
fn plan_and_services(stream: &Stream) -> (Option<(ClusterPlan, usize)>, Vec<Value>, Vec<Diagnostic>) {
    let DecodedFile {
        plan,
        services,
        diagnostics,
    } = decode(stream, crate::lint::is_read);
    let services = services.iter().map(|source| to_json(source.node)).collect();
    let found = stream.diagnostics.iter().cloned().chain(diagnostics).collect();
    (plan.map(|found| (found.plan, found.document)), services, found)
}

/// The start-up checks that components fail when they are started with the plan's own settings.
fn failed_checks(plan: &ClusterPlan, settings: &[ComponentSettings]) -> Vec<FailedCheck> {
    let version = plan.spec.kubernetes_version;
    let mut failed = components::failed_checks(version, settings);
    if plan.spec.distribution.is_some_and(|found| found.row().kubeadm) {
        let configuration = KubeadmConfiguration::of_plan(plan, settings);
        failed.extend(forecast(version, Component::Kubeadm, &configuration.into()));
    }
    failed
}

/// Sends the Services of the file to the API server one after the other, so that no two get the same address.
fn admit_all(
    cluster: Option<ServiceCluster<'_>>,
    surroundings: &Surroundings<'_>,
    sources: &[ServiceSource<'_>],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<ServiceReport> {
    let mut taken = Taken::default();
    // The API server's own Service has the first address of the first range.
    if let Some(own) = cluster.and_then(|cluster| cluster.ranges.primary().address(KUBERNETES_SERVICE_INDEX))
    {
        taken.add_address(own);
    }
    let mut reports = Vec::with_capacity(sources.len());
    for source in sources {
        let sent = to_json(source.node);
        let service = match serde_path_to_error::deserialize::<_, Service>(&sent) {
            Ok(service) => Some(service),
            Err(error) => {
                diagnostics.push(unreadable(source, &error));
                None
            }
        };
        let admission = cluster.zip(service.clone()).map(|(cluster, service)| {
            let cluster = ServiceCluster {
                occupancy: &taken,
                ..cluster
            };
            admit(&cluster, &Request::Create { service })
        });
        let mut follows = None;
        if let Some(stored) = admission.as_ref().and_then(Admission::stored) {
            taken.add(stored);
            follows = cluster.zip(service.as_ref()).map(|(cluster, service)| {
                let stored = Service {
                    metadata: service.metadata.clone(),
                    spec: stored.clone(),
                };
                aspects(&cluster, &stored, surroundings)
            });
        }
        let conversion = cluster
            .zip(service.as_ref())
            .and_then(|(cluster, service)| conversion(source, service, cluster.version));
        let metadata = service.map(|service| service.metadata).unwrap_or_default();
        reports.push(ServiceReport {
            location: source.document.locate(&source.pointer),
            namespace: Some(metadata.namespace)
                .filter(|name| !name.is_empty())
                .unwrap_or_else(|| "default".to_owned()),
            name: metadata.name,
            sent,
            admission,
            aspects: follows,
            conversion,
        });
    }
    reports
}

/// The manifest in the form of that version, if it is written in another one's.
fn conversion(source: &ServiceSource<'_>, service: &Service, version: Version) -> Option<ServiceConversion> {
    let written_for = written_for(&service.spec, version)?;
    let converted = convert(&service.spec, written_for, version);
    (!converted.patch.is_empty()).then(|| ServiceConversion {
        written_for,
        patch: converted
            .patch
            .into_iter()
            .map(|operation| operation.below(&source.pointer))
            .collect(),
        remarks: converted.remarks,
    })
}

/// A Service whose JSON the API types cannot hold: the field that fails, and what the decoder says of it.
fn unreadable(
    source: &ServiceSource<'_>,
    error: &serde_path_to_error::Error<serde_json::Error>,
) -> Diagnostic {
    let place = error
        .path()
        .iter()
        .fold(source.pointer.clone(), |place, segment| match segment {
            Segment::Seq { index } => place.index(*index),
            Segment::Map { key } => place.key(key),
            Segment::Enum { variant } => place.key(variant),
            Segment::Unknown => place,
        });
    let reason = error.inner().to_string();
    let message = Message::new("PLAN005")
        .with("field", place.field_path())
        .with("reason", reason);
    UNREADABLE_SERVICE.with(source.document.locate(&place), message)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN: &str = "\
apiVersion: dualstack-planner/v1
kind: ClusterPlan
spec:
  kubernetesVersion: \"1.36\"
  provider: aws
  podCIDRs: [10.244.0.0/16, \"fd00:10:244::/56\"]
  serviceCIDRs: [10.96.0.0/16, \"fd00:10:96::/112\"]
---
";

    #[test]
    fn a_stored_service_has_its_aspects_in_the_plans_surroundings() {
        let service = "{kind: Service, metadata: {name: web}, spec: {type: LoadBalancer, ipFamilyPolicy: \
                       RequireDualStack, selector: {a: b}, ports: [{port: 80}]}}\n";
        let report = analyze(&format!("{PLAN}{service}"), &AnalyzeOptions::default());
        let aspects = report.services[0].aspects.as_ref().unwrap();
        let provided: Vec<_> = aspects
            .load_balancer
            .iter()
            .map(|address| address.provided)
            .collect();
        assert_eq!(
            provided,
            [true, false],
            "AWS gives one family unless asked for two"
        );
        assert_eq!(aspects.node_ports.len(), 2);
        assert_eq!(report.services[0].conversion, None);
        let refused = service.replace("port: 80", "port: 0");
        let report = analyze(&format!("{PLAN}{refused}"), &AnalyzeOptions::default());
        assert_eq!(report.services[0].aspects, None);
    }

    #[test]
    fn a_service_of_another_era_is_converted_where_it_stands() {
        let list = "kind: List\nitems:\n  - kind: Service\n    metadata: {name: web}\n    spec:\n      \
                    ipFamily: IPv6 # the new one\n      ports: [{port: 80}] # http\n";
        let text = format!("{PLAN}{list}");
        let report = analyze(&text, &AnalyzeOptions::default());
        let service = &report.services[0];
        let conversion = service.conversion.as_ref().unwrap();
        assert_eq!(conversion.written_for.to_string(), "1.19");
        let patched = document::patch::apply(&text, service.location.document, &conversion.patch).unwrap();
        assert!(!patched.rewritten);
        assert!(
            patched.text.contains("ipFamilyPolicy: SingleStack"),
            "{}",
            patched.text
        );
        assert!(
            patched.text.contains("ports: [{port: 80}] # http"),
            "{}",
            patched.text
        );
        let report = analyze(&patched.text, &AnalyzeOptions::default());
        assert_eq!(report.services[0].conversion, None);
    }
}
