//! The centre: a plan file in, one report out. Calls the stages in order; nothing clever happens here.

use serde::Serialize;
use serde_json::Value;

use crate::diagnostic::{Diagnostic, Location};
use crate::document::{self, Stream, to_json};
use crate::i18n::Message;
use crate::lint::{self, LintContext};
use crate::plan::{self, AddressPlan};
use crate::request::ClusterPlan;
use crate::request::decode::{DecodedFile, DecodedPlan, ServiceSource, decode};

/// What an analysis may depend on besides the text. Nothing else does: no clock, no randomness.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AnalyzeOptions {
    /// Seed for everything that real components pick at random: automatic cluster IPs, and unique local ranges that
    /// fixes offer.
    pub seed: u64,
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
/// assert_eq!(report.addresses.unwrap().node_capacity.to_string(), "256");
/// ```
pub fn analyze(text: &str, options: &AnalyzeOptions) -> Report {
    let stream = document::read(text);
    analyze_stream(&stream, options)
}

fn analyze_stream(stream: &Stream, options: &AnalyzeOptions) -> Report {
    let DecodedFile {
        plan,
        services,
        diagnostics,
    } = decode(stream);
    let mut diagnostics: Vec<Diagnostic> = stream.diagnostics.iter().cloned().chain(diagnostics).collect();
    let mut report = Report {
        plan: None,
        document: None,
        addresses: None,
        summary: Vec::new(),
        services: services.iter().map(service).collect(),
        diagnostics: Vec::new(),
    };
    if let Some(DecodedPlan {
        plan,
        document,
        ranges,
    }) = plan
    {
        let addresses = plan::plan_with(&plan, ranges);
        if let Some(document) = stream.document(document) {
            let context = LintContext {
                plan: &plan,
                document,
                addresses: &addresses,
                seed: options.seed,
            };
            diagnostics.extend(lint::run(&context));
        }
        report.document = Some(document);
        report.addresses = Some(addresses);
        report.plan = Some(plan);
    }
    lint::sort(&mut diagnostics);
    report.diagnostics = diagnostics;
    report
}

fn service(source: &ServiceSource<'_>) -> ServiceReport {
    let text = |key: &str| {
        source
            .node
            .get("metadata")
            .and_then(|metadata| metadata.get(key)?.text())
            .unwrap_or_default()
            .to_owned()
    };
    let namespace = Some(text("namespace")).filter(|text| !text.is_empty());
    ServiceReport {
        location: source.document.locate(&source.pointer),
        namespace: namespace.unwrap_or_else(|| "default".to_owned()),
        name: text("name"),
        sent: to_json(source.node),
    }
}
