//! The calls of the engine for JavaScript (feature `wasm`): the names of the Rust API, JSON in and out.
//!
//! Every call is stateless, so that a fresh instance can take the place of one that hit a bug. `pkg/src` wraps these
//! calls; a new one is a function here and a line in `pkg/src/engine.ts`.

mod boundary;
mod outcome;

use std::collections::BTreeMap;
use std::net::IpAddr;

use serde::{Deserialize, Serialize};
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use self::boundary::Problem;
use self::outcome::Outcome;
use crate::admission::simulator::{
    Action, ClusterStart, ServiceCidr, ServiceView, Simulation, TimelineEntry,
};
use crate::admission::{self, Request, ServiceCluster};
use crate::analyze::{Analysis, AnalyzeOptions};
use crate::components::{ComponentSettings, FailedCheck, compare as compare_settings, paste, settings};
use crate::diagnostic::{Component, Pointer};
use crate::document::write;
use crate::export::FileToVerify;
use crate::file_conversion::convert_text;
use crate::file_exports::{export_plan_file, verify_exports};
use crate::i18n::LOCALES;
use crate::i18n::Message;
use crate::kubernetes::{Version, changes as version_changes};
use crate::lint::docs::RulePage;
use crate::net::{Cidr, Dual};
use crate::nodeipam::{self, Node, NodeBlocks, NodeStep};
use crate::plan::suggest::{self, SuggestRequest};
use crate::report::{self, CheckedFile, Format};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** The result of a call: `switch` over `status` narrows it. */
export type Outcome<T> =
    | { status: "ok"; value: T; diagnostics: Diagnostic[] }
    | { status: "failed"; diagnostics: Diagnostic[] };

/** A message of the engine, in the language asked for. */
export type Message = MessageJson;
/** A network in canonical form: `10.244.0.0/16`, `fd00:10:244::/56`. */
export type Cidr = string;
/** An address in canonical form. */
export type IpAddress = string;
/** A count up to 2^128 as a decimal number; `BigInt(count)` where a number is too small. */
export type AddressCount = `${bigint}`;
/** A Kubernetes version, with the patch level if one was given. */
export type KubernetesVersion = `1.${number}`;
"#;

/// Runs when an instance starts, a fresh one after a bug too.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|report| {
        // The memory of this instance is in an unknown state; the next call runs in a new one. Throwing instead of
        // trapping carries the report to the caller.
        wasm_bindgen::handler::schedule_reinit();
        wasm_bindgen::throw_str(&report.to_string());
    }));
}

/// Lets the next call run in a fresh instance: for failures that run no panic hook, such as an exhausted stack.
#[wasm_bindgen]
pub fn restart() {
    wasm_bindgen::handler::schedule_reinit();
}

/// The version of the package.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// A language of the messages.
#[derive(Serialize, Tsify)]
pub struct LocaleMeta {
    /// BCP 47 tag: `en`.
    pub tag: &'static str,
    /// The language's own name.
    pub name: &'static str,
}

/// The languages of the messages, the default first.
#[wasm_bindgen(unchecked_return_type = "LocaleMeta[]")]
pub fn locales() -> JsValue {
    let all: Vec<LocaleMeta> = LOCALES
        .iter()
        .map(|locale| LocaleMeta {
            tag: locale.tag,
            name: locale.name,
        })
        .collect();
    boundary::give(&all)
}

/// The Kubernetes versions known, oldest first.
#[wasm_bindgen(js_name = kubernetesVersions, unchecked_return_type = "string[]")]
pub fn kubernetes_versions() -> JsValue {
    boundary::give(&Version::all().collect::<Vec<_>>())
}

/// What every call takes besides its input.
#[derive(Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct CallOptions {
    /// Language of the messages, such as `ja`; absent: English. The boundary reads it.
    #[serde(default)]
    #[tsify(optional)]
    lang: Option<String>,
    /// Seed for what real components pick at random; absent: 0. The same seed gives the same result.
    #[serde(default, with = "crate::plan::suggest::seed_text")]
    #[tsify(optional, type = "AddressCount | number")]
    seed: u64,
    /// The plan file as it was before: what a running cluster cannot change is reported.
    #[serde(default)]
    #[tsify(optional)]
    previous: Option<String>,
    /// How components are started today: command lines, units, Pod manifests, configuration files.
    #[serde(default)]
    #[tsify(optional)]
    running: Option<String>,
}

impl CallOptions {
    fn analysis(&self) -> AnalyzeOptions<'_> {
        AnalyzeOptions {
            seed: self.seed,
            previous: self.previous.as_deref(),
            running: self.running.as_deref(),
        }
    }

    fn language(&self) -> &str {
        self.lang.as_deref().unwrap_or_default()
    }

    fn analyze(&self, text: &JsValue) -> Result<Analysis, Problem> {
        Ok(Analysis::of(&boundary::text(text)?, &self.analysis()))
    }
}

/// The value of one stage of an analysis, with what there is to say about the file as a file. No rule runs.
fn stage_of<T>(analysis: &Analysis, value: Option<T>) -> Outcome<T> {
    Outcome::new(value, analysis.reading().to_vec())
}

/// Everything that follows from a plan file.
#[wasm_bindgen(unchecked_return_type = "Outcome<Report>")]
pub fn analyze(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    // Its diagnostics stand in the report; the wrapper shows the same list in the outcome.
    boundary::call(options, |options: CallOptions| {
        Ok(Outcome::ok(options.analyze(text)?.into_report()))
    })
}

/// The plan as typed values, defaults not filled in.
#[wasm_bindgen(unchecked_return_type = "Outcome<ClusterPlan>")]
pub fn parse(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, |options: CallOptions| {
        let analysis = options.analyze(text)?;
        Ok(stage_of(&analysis, analysis.plan().cloned()))
    })
}

/// The address plan.
#[wasm_bindgen(unchecked_return_type = "Outcome<AddressPlan>")]
pub fn plan(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, |options: CallOptions| {
        let analysis = options.analyze(text)?;
        Ok(stage_of(&analysis, analysis.addresses().cloned()))
    })
}

/// What is wrong with a plan file, or worth knowing.
#[wasm_bindgen(unchecked_return_type = "Outcome<Diagnostic[]>")]
pub fn lint(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, |options: CallOptions| {
        Ok(Outcome::ok(options.analyze(text)?.diagnostics().to_vec()))
    })
}

/// A file to check.
#[derive(Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct LintFile {
    /// Its name, as findings show it.
    name: String,
    /// Its text.
    text: String,
}

/// Files to check, and what to write their findings as.
#[derive(Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct LintRequest {
    /// The files.
    files: Vec<LintFile>,
    /// What findings are written as; absent: text.
    #[serde(default)]
    #[tsify(optional)]
    format: Format,
}

/// The findings of some files, written.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct LintOutput {
    /// The findings in the format asked for.
    text: String,
    /// 0, 1 where there are errors, 2 where a file holds no plan.
    exit_code: u8,
}

/// The findings of some files as text, JSON, SARIF, JUnit or annotations.
#[wasm_bindgen(js_name = lintFiles, unchecked_return_type = "Outcome<LintOutput>")]
pub fn lint_files(
    #[wasm_bindgen(unchecked_param_type = "LintRequest")] request: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, |options: CallOptions| {
        let request: LintRequest = boundary::large_json("request", request)?;
        let analyses: Vec<Analysis> = request
            .files
            .iter()
            .map(|file| Analysis::of(&file.text, &options.analysis()))
            .collect();
        let files: Vec<CheckedFile<'_>> = request
            .files
            .iter()
            .zip(&analyses)
            .map(|(file, analysis)| CheckedFile {
                name: &file.name,
                text: &file.text,
                diagnostics: analysis.diagnostics(),
            })
            .collect();
        let errors = report::exit_code(&files);
        // A file of which nothing could be made is no plan with errors in it.
        let unusable = errors > 0 && analyses.iter().any(|analysis| analysis.plan().is_none());
        let language = options.lang.as_deref().unwrap_or_default();
        Ok(Outcome::ok(LintOutput {
            text: report::write(request.format, &files, language),
            exit_code: if unusable { 2 } else { errors },
        }))
    })
}

/// The file with every fix applied that needs nobody to look at it.
#[wasm_bindgen(js_name = applySafeFixes, unchecked_return_type = "Outcome<Fixed>")]
pub fn apply_safe_fixes(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, |options: CallOptions| {
        Ok(Outcome::ok(crate::mend::apply_safe(
            &boundary::text(text)?,
            &options.analysis(),
        )))
    })
}

/// The rules that a code, or a line that a component has printed, is about; with a plan, what they find in it.
#[wasm_bindgen(unchecked_return_type = "Outcome<Explanation[]>")]
pub fn explain(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "string")] plan: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, |_: CallOptions| {
        let plan = if plan.is_undefined() || plan.is_null() {
            None
        } else {
            Some(boundary::text(plan)?)
        };
        Ok(Outcome::ok(crate::explain::explain(
            &boundary::text(text)?,
            plan.as_deref(),
        )))
    })
}

/// Every rule, by code.
#[wasm_bindgen(unchecked_return_type = "Outcome<RulePage[]>")]
pub fn rules(#[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue) -> JsValue {
    boundary::call(options, |_: CallOptions| {
        let pages: Vec<RulePage> = crate::lint::rules()
            .map(|rule| RulePage::of(&rule.meta))
            .collect();
        Ok(Outcome::ok(pages))
    })
}

/// Which node blocks to show.
#[derive(Deserialize, Tsify)]
#[serde(deny_unknown_fields, default)]
pub struct NodeQuery {
    /// The first node, from 0.
    #[serde(with = "crate::plan::suggest::seed_text")]
    #[tsify(optional, type = "AddressCount | number")]
    from: u64,
    /// How many; 1,000 at most.
    #[tsify(optional)]
    limit: usize,
}

/// The most nodes on one page.
const MAX_PAGE: usize = 1_000;

impl Default for NodeQuery {
    fn default() -> Self {
        NodeQuery { from: 0, limit: 100 }
    }
}

/// What is asked of the node blocks. Where there are none the rules run, and their findings say why.
fn of_blocks<T>(analysis: &Analysis, ask: impl FnOnce(&NodeBlocks) -> T) -> Outcome<T> {
    match analysis.node_blocks() {
        Ok(blocks) => stage_of(analysis, Some(ask(blocks))),
        Err(_) => Outcome::new(None, analysis.diagnostics().to_vec()),
    }
}

/// A page of node blocks. Fails with the refusal of kube-controller-manager among the diagnostics when it would not
/// start with the flags of the plan.
#[wasm_bindgen(unchecked_return_type = "Outcome<NodePage>")]
pub fn nodes(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "NodeQuery")] query: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, |options: CallOptions| {
        let query: NodeQuery = boundary::json("query", query)?;
        let analysis = options.analyze(text)?;
        Ok(of_blocks(&analysis, |blocks| {
            blocks.page(u128::from(query.from), query.limit.min(MAX_PAGE))
        }))
    })
}

/// Where an address lies among the node blocks.
#[wasm_bindgen(js_name = findNode, unchecked_return_type = "Outcome<BlockPlace>")]
pub fn find_node(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] address: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, |options: CallOptions| {
        let address: IpAddr = boundary::address(address)?;
        let analysis = options.analyze(text)?;
        Ok(of_blocks(&analysis, |blocks| blocks.find(address)))
    })
}

/// What the components of a plan are given, and which start-up checks they would fail with it.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ComponentsAnswer {
    /// Settings by component.
    components: Vec<ComponentSettings>,
    /// Start-up checks that fail.
    failed_checks: Vec<FailedCheck>,
}

/// Flags and configuration fields of every component, and the start-up checks each would fail.
#[wasm_bindgen(unchecked_return_type = "Outcome<ComponentsAnswer>")]
pub fn components(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, |options: CallOptions| {
        let analysis = options.analyze(text)?;
        let answer = analysis.plan().map(|_| ComponentsAnswer {
            components: analysis.components().to_vec(),
            failed_checks: analysis.failed_checks().to_vec(),
        });
        Ok(stage_of(&analysis, answer))
    })
}

/// The crash forecast for a command line, a unit, a Pod manifest or a configuration file.
#[wasm_bindgen(js_name = checkStart, unchecked_return_type = "Outcome<StartUpCheck[]>")]
pub fn check_start(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(js_name = kubernetesVersion, unchecked_param_type = "KubernetesVersion")]
    version: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, |_: CallOptions| {
        let version: Version = boundary::json("kubernetesVersion", version)?;
        Ok(Outcome::ok(paste::check(version, &boundary::text(text)?)))
    })
}

/// What changes in Kubernetes from one version to another, each with its source.
#[wasm_bindgen(unchecked_return_type = "Outcome<Change[]>")]
pub fn changes(
    #[wasm_bindgen(unchecked_param_type = "KubernetesVersion")] from: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "KubernetesVersion")] to: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, |_: CallOptions| {
        let (from, to): (Version, Version) = (boundary::json("from", from)?, boundary::json("to", to)?);
        Ok(Outcome::ok(version_changes(from, to)))
    })
}

/// What becomes of a plan's settings from one version to another, and why.
#[wasm_bindgen(unchecked_return_type = "Outcome<SettingChange[]>")]
pub fn compare(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "KubernetesVersion")] from: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "KubernetesVersion")] to: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, |options: CallOptions| {
        let (from, to): (Version, Version) = (boundary::json("from", from)?, boundary::json("to", to)?);
        let analysis = options.analyze(text)?;
        let changes = analysis.plan().map(|plan| compare_settings(plan, from, to));
        Ok(stage_of(&analysis, changes))
    })
}

/// A run of the node IPAM controller.
#[derive(Deserialize, Tsify)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SimulateNodesCall {
    /// The version; absent: the plan's.
    #[serde(default)]
    #[tsify(optional, type = "KubernetesVersion")]
    kubernetes_version: Option<Version>,
    /// The flags of kube-controller-manager; absent: those of the plan.
    #[serde(default)]
    #[tsify(optional)]
    flags: Option<Vec<String>>,
    /// The text of a plan file, for what is not given otherwise.
    #[serde(default)]
    #[tsify(optional)]
    plan: Option<String>,
    /// The Nodes at the start.
    #[serde(default)]
    #[tsify(optional)]
    nodes: Vec<Node>,
    /// What happens.
    #[serde(default)]
    #[tsify(optional)]
    steps: Vec<NodeStep>,
}

/// What the node IPAM controller does while Nodes come and go.
#[wasm_bindgen(js_name = simulateNodes, unchecked_return_type = "Outcome<NodeSimulation>")]
pub fn simulate_nodes(
    #[wasm_bindgen(unchecked_param_type = "SimulateNodesCall")] call: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, |options: CallOptions| {
        let call: SimulateNodesCall = boundary::json("call", call)?;
        let analysis = call
            .plan
            .as_ref()
            .map(|plan| Analysis::of(plan, &options.analysis()));
        let diagnostics = analysis
            .as_ref()
            .map(|analysis| analysis.reading().to_vec())
            .unwrap_or_default();
        let plan = analysis.as_ref().and_then(Analysis::plan);
        let version = call
            .kubernetes_version
            .or(plan.map(|plan| plan.spec.kubernetes_version));
        let flags = call.flags.or_else(|| {
            let own = settings(plan?)
                .into_iter()
                .find(|given| given.component == Component::KubeControllerManager)?;
            Some(own.arguments().collect())
        });
        Ok(match version.zip(flags) {
            Some((version, flags)) => Outcome::new(
                Some(nodeipam::simulate(version, &flags, &call.nodes, &call.steps)),
                diagnostics,
            ),
            None if diagnostics.is_empty() => {
                let message = Message::new("API004")
                    .with("argument", "call")
                    .with("error", "missing field `plan`");
                Outcome::refused("API004", Pointer::root(), message)
            }
            None => Outcome::new(None, diagnostics),
        })
    })
}

/// The files of export targets for a plan file.
#[wasm_bindgen(unchecked_return_type = "Outcome<Exported>")]
pub fn export(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string[]")] targets: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, |options: CallOptions| {
        let targets: Vec<String> = boundary::any("targets", targets)?;
        let targets: Vec<&str> = targets.iter().map(String::as_str).collect();
        let text = boundary::text(text)?;
        let exported = export_plan_file(&text, &targets, &options.analysis(), options.language());
        let diagnostics = exported.diagnostics.clone();
        let value = (!exported.files.is_empty()).then_some(exported);
        Ok(Outcome::new(value, diagnostics))
    })
}

/// Where files come from: from this plan file, from another one, or from neither.
#[wasm_bindgen(js_name = verifyExport, unchecked_return_type = "Outcome<VerifiedFile[]>")]
pub fn verify_export(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "FileToVerify[]")] files: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, |options: CallOptions| {
        let text = boundary::text(text)?;
        let files: Vec<FileToVerify> = boundary::large_list("files", files)?;
        let verified = verify_exports(&text, &files, &options.analysis());
        Ok(Outcome::new(verified.files, verified.diagnostics))
    })
}

/// What there is to export.
#[wasm_bindgen(js_name = exportTargets, unchecked_return_type = "Outcome<Target[]>")]
pub fn export_targets(
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, |_: CallOptions| {
        Ok(Outcome::ok(crate::export::targets()))
    })
}

/// What the API server of a cluster does with a Service.
#[wasm_bindgen(unchecked_return_type = "Outcome<Admission>")]
pub fn admit(
    #[wasm_bindgen(unchecked_param_type = "AdmitCall")] call: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, |options: CallOptions| {
        let AdmitCall {
            kubernetes_version,
            service_cidrs,
            feature_gates,
            request,
        } = boundary::json("call", call)?;
        let Some(ranges) = Dual::from_cidrs(&service_cidrs) else {
            let place = Pointer::root().key("serviceCIDRs");
            let message = Message::new("API006").with("argument", "serviceCIDRs");
            return Ok(Outcome::refused("API006", place, message));
        };
        let cluster = ServiceCluster::new(kubernetes_version, ranges)
            .with_gates(&feature_gates.into_iter().collect())
            .seeded(options.seed);
        Ok(Outcome::ok(admission::admit(&cluster, &request)))
    })
}

/// A request to the API server of a cluster.
#[derive(Deserialize, Tsify)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AdmitCall {
    /// The version.
    #[tsify(type = "KubernetesVersion")]
    kubernetes_version: Version,
    /// `--service-cluster-ip-range`, in order.
    #[serde(rename = "serviceCIDRs")]
    #[tsify(type = "Cidr[]")]
    service_cidrs: Vec<Cidr>,
    /// Feature gates of the API server, by name. Where `IPv6DualStack` is not named, two ranges mean it is on.
    #[serde(default)]
    #[tsify(optional, type = "Record<string, boolean>")]
    feature_gates: BTreeMap<String, bool>,
    /// What is asked.
    request: Request,
}

/// A value as YAML that readers of YAML 1.1 and 1.2 understand alike; empty for what has no JSON form.
#[wasm_bindgen(js_name = toYaml)]
pub fn to_yaml(#[wasm_bindgen(unchecked_param_type = "unknown")] value: &JsValue) -> String {
    boundary::any::<serde_json::Value>("value", value)
        .map_or_else(|_| String::new(), |value| write::to_yaml(&value))
}

/// A cluster before and after actions.
#[derive(Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct SimulateCall {
    /// The cluster before the first action.
    start: ClusterStart,
    /// What is done, in order.
    actions: Vec<Action>,
}

/// What came of the actions.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct SimulateAnswer {
    /// The version now.
    #[tsify(type = "KubernetesVersion")]
    version: Version,
    /// The Service ranges of the API servers now, the primary family first.
    #[serde(rename = "serviceCIDRs")]
    #[tsify(type = "Cidr[]")]
    ranges: Vec<Cidr>,
    /// The ServiceCIDR objects now; none where the version has none.
    service_cidr_objects: Vec<ServiceCidr>,
    /// What was done and what came of it.
    timeline: Vec<TimelineEntry>,
    /// The Services now, by namespace and name.
    services: Vec<ServiceView>,
}

/// A cluster through a list of actions. Stateless: undoing is calling with all but the last.
#[wasm_bindgen(unchecked_return_type = "Outcome<SimulateAnswer>")]
pub fn simulate(
    #[wasm_bindgen(unchecked_param_type = "SimulateCall")] call: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, |options: CallOptions| {
        let SimulateCall { mut start, actions } = boundary::json("call", call)?;
        if start.seed == 0 {
            start.seed = options.seed;
        }
        let Ok(simulation) = Simulation::replay(&start, &actions) else {
            let place = Pointer::root().key("start").key("serviceCIDRs");
            let message = Message::new("API006").with("argument", "start.serviceCIDRs");
            return Ok(Outcome::refused("API006", place, message));
        };
        Ok(Outcome::ok(SimulateAnswer {
            version: simulation.version(),
            ranges: simulation.ranges().iter().copied().collect(),
            service_cidr_objects: simulation.service_cidrs().to_vec(),
            services: simulation.services(),
            timeline: simulation.into_timeline(),
        }))
    })
}

/// A plan file in the form of another version.
#[wasm_bindgen(unchecked_return_type = "Outcome<ConvertedFile>")]
pub fn convert(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(js_name = toVersion, unchecked_param_type = "KubernetesVersion")] to: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, |_: CallOptions| {
        let to: Version = boundary::json("toVersion", to)?;
        let (file, diagnostics) = convert_text(&boundary::text(text)?, to);
        Ok(Outcome::new(Some(file), diagnostics))
    })
}

/// A plan from sizes and the blocks one may use.
#[wasm_bindgen(unchecked_return_type = "Outcome<ClusterPlan>")]
pub fn suggest(
    #[wasm_bindgen(unchecked_param_type = "SuggestRequest")] request: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, |_: CallOptions| {
        let request: SuggestRequest = boundary::json("request", request)?;
        Ok(match suggest::suggest(&request) {
            Ok(plan) => Outcome::ok(plan),
            Err(reason) => Outcome::refused("PLAN001", Pointer::root(), reason.message()),
        })
    })
}

/// Calls that fail on purpose, so that tests can see the next call work.
#[cfg(feature = "test-panic")]
pub mod testing {
    use wasm_bindgen::prelude::*;

    use super::{CallOptions, Outcome, boundary};

    /// Panics.
    #[wasm_bindgen(js_name = testPanic)]
    #[allow(clippy::panic, reason = "this is what the call is for")]
    pub fn test_panic() {
        panic!("on purpose");
    }

    /// Exhausts the stack.
    #[wasm_bindgen(js_name = testOverflow)]
    #[allow(unconditional_recursion, reason = "this is what the call is for")]
    pub fn test_overflow(depth: u32) -> u32 {
        // `black_box` keeps this from becoming a loop.
        std::hint::black_box(test_overflow(depth.wrapping_add(1))).wrapping_add(1)
    }

    /// The length of a text in bytes, through the boundary.
    #[wasm_bindgen(js_name = testText)]
    pub fn test_text(text: &JsValue, options: &JsValue) -> JsValue {
        boundary::call(options, |_: CallOptions| {
            Ok(Outcome::ok(boundary::text(text)?.len()))
        })
    }
}
