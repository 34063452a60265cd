//! The only place that calls the engine. Everything here is a pure function of the plan text.

pub mod diff;
pub mod edit;
pub mod exports;
pub mod form;
pub mod masks;
pub mod simulation;
pub mod start;

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use dualstack_core::admission::aspects::Aspects;
use dualstack_core::admission::{Admission, Step};
use dualstack_core::analyze::{ServiceConversion, ServiceReport};
use dualstack_core::components::{ComponentSettings, Flags, forecast, printed, settings, warnings};
use dualstack_core::diagnostic::{Diagnostic, Fix, Location, PatchOperation, Pointer};
use dualstack_core::document::write::to_yaml;
use dualstack_core::document::{Document, Stream, patch, read, to_json};
use dualstack_core::i18n::Message;
use dualstack_core::nodeipam::NodeBlocks;
use dualstack_core::plan::AddressPlan;
use dualstack_core::request::{ClusterPlan, KIND};
use dualstack_core::{AnalyzeOptions, analyze};
use serde_json::Value;

use crate::state::selectors::split_services;

pub use dualstack_core::net::AddressCount;
pub use dualstack_core::plan::declared::{DeclaredRange, RangeKind};
pub use dualstack_core::plan::map::{MapBlock, Segment};

/// Each safe fix costs an analysis; a text that needs more of them can be mended again.
const MOST_FIXES: usize = 100;

/// What the API server does with a Service, as text.
#[derive(Clone, Debug, PartialEq)]
pub enum ServiceOutcome {
    /// It stores this.
    Stored {
        /// The object as YAML.
        yaml: String,
        /// Warnings in the answer, verbatim.
        warnings: Vec<String>,
    },
    /// It refuses.
    Refused {
        /// HTTP status.
        code: u16,
        /// Reason of the Status.
        reason: String,
        /// Message of the Status, verbatim.
        message: String,
    },
    /// There is no plan to ask.
    Unknown,
}

/// A Service of the file. Texts are made when it is looked at: a plan may have thousands.
#[derive(Clone, Debug)]
pub struct ServiceView {
    /// The same for the same Service while others come and go.
    pub key: String,
    report: Rc<ServiceReport>,
}

impl PartialEq for ServiceView {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key && (Rc::ptr_eq(&self.report, &other.report) || self.report == other.report)
    }
}

impl ServiceView {
    /// `namespace/name`
    pub fn name(&self) -> String {
        format!("{}/{}", self.report.namespace, self.report.name)
    }

    /// Where it stands.
    pub fn location(&self) -> &Location {
        &self.report.location
    }

    /// Whether the API server refuses it.
    pub fn is_refused(&self) -> bool {
        matches!(self.report.admission, Some(Admission::Refused { .. }))
    }

    /// The object as it was sent, as YAML.
    pub fn sent(&self) -> String {
        to_yaml(&self.report.sent)
    }

    /// The decisions on the way.
    pub fn trace(&self) -> &[Step] {
        self.report.admission.as_ref().map_or(&[], Admission::trace)
    }

    /// What follows elsewhere in the cluster.
    pub fn aspects(&self) -> Option<&Aspects> {
        self.report.aspects.as_ref()
    }

    /// The form the plan's version takes, where the manifest has another.
    pub fn conversion(&self) -> Option<&ServiceConversion> {
        self.report.conversion.as_ref()
    }

    /// What becomes of it.
    pub fn outcome(&self) -> ServiceOutcome {
        match &self.report.admission {
            None => ServiceOutcome::Unknown,
            Some(Admission::Stored { spec, warnings, .. }) => {
                let mut object = self.report.sent.clone();
                if let Some(object) = object.as_object_mut() {
                    object.insert("spec".to_owned(), serde_json::to_value(spec).unwrap_or_default());
                }
                ServiceOutcome::Stored {
                    yaml: to_yaml(&object),
                    warnings: warnings.clone(),
                }
            }
            Some(Admission::Refused { refusal, .. }) => ServiceOutcome::Refused {
                code: refusal.code,
                reason: refusal.reason.clone(),
                message: refusal.message.clone(),
            },
        }
    }
}

/// A component with what it is given and what it makes of that.
#[derive(Clone, Debug, PartialEq)]
pub struct ComponentView {
    /// Its settings, each with its reason.
    pub settings: ComponentSettings,
    /// The settings as command line arguments, one a line.
    pub flags: String,
    /// Kind and YAML of its configuration file.
    pub config: Option<(&'static str, String)>,
    /// What it prints when it refuses to start.
    pub failures: Vec<String>,
    /// What it warns of.
    pub warnings: Vec<String>,
}

/// Everything the page shows of a text.
pub struct Analysis {
    /// The text.
    pub text: Rc<str>,
    /// Index of the plan's document, whether or not it can be understood.
    pub plan_document: Option<usize>,
    /// The plan's document as JSON; null where there is none.
    pub values: Value,
    /// The plan as it was understood.
    pub plan: Option<ClusterPlan>,
    /// What its ranges come to.
    pub addresses: Option<AddressPlan>,
    /// The plan in a few sentences.
    pub summary: Vec<Message>,
    /// The Services beside it.
    pub services: Vec<ServiceView>,
    /// The components with their flags.
    pub components: Vec<ComponentView>,
    /// What is wrong or worth knowing.
    pub diagnostics: Vec<Diagnostic>,
    stream: Stream,
    // How much of the text `stream` was read from: up to the end of the plan.
    covered: usize,
    blocks: OnceCell<Option<NodeBlocks>>,
}

impl PartialEq for Analysis {
    /// The same text has the same analysis.
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

fn is_plan(document: &Document) -> bool {
    document.root().get("kind").and_then(|kind| kind.text()) == Some(KIND)
}

impl Analysis {
    /// What the form needs and nothing more: for edits of a text that is not analysed yet.
    pub fn structure(text: &Rc<str>) -> Analysis {
        // Thousands of Services behind the plan are no concern of the form.
        let mut covered = split_services(text).0.len();
        let mut stream = read(text.get(..covered).unwrap_or(text));
        if !stream.documents.iter().any(is_plan) && covered < text.len() {
            covered = text.len();
            stream = read(text);
        }
        let plan = stream.documents.iter().find(|document| is_plan(document));
        Analysis {
            text: Rc::clone(text),
            plan_document: plan.map(Document::index),
            values: plan.map_or(Value::Null, |plan| to_json(plan.root())),
            plan: None,
            addresses: None,
            summary: Vec::new(),
            services: Vec::new(),
            components: Vec::new(),
            diagnostics: Vec::new(),
            stream,
            covered,
            blocks: OnceCell::new(),
        }
    }

    /// The findings and nothing more.
    fn diagnosed(text: &Rc<str>) -> Analysis {
        let mut analysis = Analysis::structure(text);
        analysis.diagnostics = analyze(text, &AnalyzeOptions::default()).diagnostics;
        analysis
    }

    /// The analysis of a text.
    pub fn of(text: &Rc<str>) -> Analysis {
        let mut analysis = Analysis::structure(text);
        let report = analyze(text, &AnalyzeOptions::default());
        analysis.plan_document = report.document.or(analysis.plan_document);
        if let Some(plan) = &report.plan {
            analysis.components = settings(plan)
                .into_iter()
                .map(|given| component(plan, given))
                .collect();
        }
        analysis.services = services(report.services);
        analysis.plan = report.plan;
        analysis.addresses = report.addresses;
        analysis.summary = report.summary;
        analysis.diagnostics = report.diagnostics;
        analysis
    }

    fn document(&self) -> Option<&Document> {
        self.stream.document(self.plan_document?)
    }

    /// Whether the form can show and change the plan: there is one, and all of it was understood as YAML.
    pub fn is_editable(&self) -> bool {
        self.document()
            .is_some_and(|document| document.is_complete() && document.root().is_mapping())
    }

    /// A scalar of the plan as it is written; empty where there is none.
    pub fn field(&self, pointer: &str) -> String {
        let node = || {
            self.document()?
                .at(&Pointer::parse(pointer)?)?
                .text()
                .map(str::to_owned)
        };
        node().unwrap_or_default()
    }

    /// Number of entries of a list of the plan.
    pub fn entries(&self, list: &str) -> usize {
        let node = || Some(self.document()?.at(&Pointer::parse(list)?)?.items().len());
        node().unwrap_or(0)
    }

    /// What the version takes where a number is left out.
    pub fn default_of(&self, pointer: &str) -> String {
        let sizing = dualstack_core::request::NodeSizing::default();
        let mask =
            |family| Some(dualstack_core::plan::node_mask(&self.plan.as_ref()?.spec, family).to_string());
        match pointer {
            "/spec/nodes/count" => sizing.count.to_string(),
            "/spec/nodes/max" => self
                .plan
                .as_ref()
                .map_or(sizing.count, |plan| plan.spec.nodes.count)
                .to_string(),
            "/spec/nodes/maxPods" => sizing.max_pods.to_string(),
            "/spec/nodes/maskSizeIPv4" => mask(dualstack_core::net::IpFamily::IPv4).unwrap_or_default(),
            "/spec/nodes/maskSizeIPv6" => mask(dualstack_core::net::IpFamily::IPv6).unwrap_or_default(),
            _ => String::new(),
        }
    }

    /// The node blocks of the plan.
    pub fn node_blocks(&self) -> Option<NodeBlocks> {
        self.blocks
            .get_or_init(|| dualstack_core::plan::node_blocks(&self.plan.as_ref()?.spec))
            .clone()
    }

    /// The text with a patch of the plan document; `None` where it cannot be applied or changes nothing.
    pub fn patched(&self, operations: &[PatchOperation]) -> Option<String> {
        let document = self.plan_document.filter(|_| !operations.is_empty())?;
        let (plan_text, rest) = self.text.split_at_checked(self.covered)?;
        let mut text = patch::apply(plan_text, document, operations).ok()?.text;
        if !rest.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text.push_str(rest);
        Some(text)
    }

    /// The text with a fix applied; `None` where it does not fit.
    pub fn fixed(&self, fix: &Fix) -> Option<String> {
        patch::apply(&self.text, fix.document, &fix.patch)
            .ok()
            .map(|result| result.text)
    }

    /// The text with a Service in the form the plan's version takes, and whether its document had to be written anew.
    pub fn converted(&self, service: &ServiceView) -> Option<(String, bool)> {
        let conversion = service.conversion()?;
        patch::apply(&self.text, service.location().document, &conversion.patch)
            .ok()
            .map(|result| (result.text, result.rewritten))
    }

    /// The fixes that can be applied without a human looking at them, one a finding.
    pub fn safe_fixes(&self) -> impl Iterator<Item = &Fix> {
        self.diagnostics
            .iter()
            .filter_map(|found| found.fixes.iter().find(|fix| fix.safe))
    }

    /// The text with every safe fix applied. The text is analysed after each: a fix may mend two findings, and moves
    /// the entries behind it.
    pub fn fixed_safely(&self) -> Option<String> {
        let mut seen = BTreeSet::from([self.text.to_string()]);
        let mut mended = self.safe_fixes().find_map(|fix| self.fixed(fix))?;
        while seen.len() < MOST_FIXES && seen.insert(mended.clone()) {
            let next = Analysis::diagnosed(&mended.as_str().into());
            match next.safe_fixes().find_map(|fix| next.fixed(fix)) {
                Some(text) => mended = text,
                None => break,
            }
        }
        (*mended != *self.text).then_some(mended)
    }
}

fn component(plan: &ClusterPlan, settings: ComponentSettings) -> ComponentView {
    let arguments: Vec<String> = settings.arguments().collect();
    let input = Flags::from_args(&arguments).into();
    let refusals = forecast(plan.spec.kubernetes_version, settings.component, &input);
    let config = settings
        .config
        .as_ref()
        .map(|config| config.kind)
        .zip(settings.document());
    ComponentView {
        flags: arguments.into_iter().map(|argument| argument + "\n").collect(),
        config: config.map(|(kind, document)| (kind, to_yaml(&document))),
        failures: printed(&refusals),
        warnings: warnings(&refusals),
        settings,
    }
}

/// Services keep their key while others come and go; two of one name are told apart by their order.
fn services(reports: Vec<ServiceReport>) -> Vec<ServiceView> {
    let mut seen = BTreeMap::new();
    reports
        .into_iter()
        .map(|report| {
            let name = format!("{}/{}", report.namespace, report.name);
            let nth = *seen.entry(name.clone()).and_modify(|n| *n += 1).or_insert(0);
            ServiceView {
                key: format!("{name}#{nth}"),
                report: Rc::new(report),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use dualstack_core::diagnostic::Severity;
    use serde_json::json;

    use super::*;
    use crate::engine::edit::set;
    use crate::views::planner::EXAMPLE;

    fn analysis(text: &str) -> Analysis {
        Analysis::of(&text.into())
    }

    fn edited(text: &str, pointer: &str, value: Value) -> String {
        let analysis = analysis(text);
        let patch = set(&analysis.values, &Pointer::parse(pointer).unwrap(), Some(value));
        analysis.patched(&patch).unwrap()
    }

    fn codes(text: &str) -> Vec<&'static str> {
        analysis(text)
            .diagnostics
            .iter()
            .map(|found| found.code)
            .collect()
    }

    #[test]
    fn the_example_is_a_plan_without_errors() {
        let example = analysis(EXAMPLE);
        assert!(example.is_editable());
        assert!(
            example
                .diagnostics
                .iter()
                .all(|found| found.severity != Severity::Error)
        );
        assert_eq!(example.field("/spec/kubernetesVersion"), "1.36");
        assert_eq!(example.field("/spec/podCIDRs/1"), "fd00:10:244::/56");
        assert_eq!(example.entries("/spec/reserved"), 1);
        assert_eq!(example.node_blocks().unwrap().count().to_string(), "256");
        let ServiceOutcome::Stored { yaml, .. } = example.services[0].outcome() else {
            panic!("{:?}", example.services[0]);
        };
        assert!(yaml.contains("ipFamilyPolicy: PreferDualStack\n"));
        assert!(
            example
                .components
                .iter()
                .all(|component| component.failures.is_empty())
        );
    }

    #[test]
    fn form_edits_change_one_line_and_keep_comments() {
        let text = edited(EXAMPLE, "/spec/nodes/count", json!(41));
        let changed: Vec<_> = EXAMPLE
            .lines()
            .zip(text.lines())
            .filter(|(a, b)| a != b)
            .collect();
        assert_eq!(changed, [("    count: 40 # today", "    count: 41 # today")]);
    }

    #[test]
    fn what_is_typed_into_the_form_stands_in_the_text_however_wrong() {
        for raw in [
            "",
            "garbage",
            "10.0.0.0/8 # x",
            "a: b",
            "- [",
            "\u{0}",
            "１０．０．０．０／８",
            "'\"",
        ] {
            let text = edited(EXAMPLE, "/spec/podCIDRs/0", json!(raw));
            let read = analysis(&text);
            assert_eq!(read.field("/spec/podCIDRs/0"), raw, "{text}");
            assert!(read.is_editable());
        }
    }

    #[test]
    fn form_edits_leave_what_follows_the_plan_alone() {
        let rest = "---\nkind: Service # mine\n--- # odd\n[\n";
        let text = format!("kind: ClusterPlan\n{rest}");
        let edited = edited(&text, "/spec/cni", json!("calico"));
        assert_eq!(edited, format!("kind: ClusterPlan\nspec:\n  cni: calico\n{rest}"));
    }

    #[test]
    fn a_plan_behind_services_can_be_edited_too() {
        let text = "kind: Service\n---\nkind:\n  ClusterPlan\nspec: {cni: calico}\n";
        let edited = edited(text, "/spec/cni", json!("cilium"));
        assert_eq!(edited, text.replace("calico", "cilium"));
    }

    #[test]
    fn versions_without_quotes_keep_their_digits() {
        let text = EXAMPLE.replace("\"1.36\"", "1.30");
        assert_eq!(analysis(&text).field("/spec/kubernetesVersion"), "1.30");
    }

    #[test]
    fn garbage_is_said_to_be_garbage() {
        for text in [
            "",
            "\u{0}",
            "- ",
            "{",
            "kind: ClusterPlan",
            "kind: ClusterPlan\nspec: [",
            "\u{feff}---\n...\n---",
            "a: &a [*a]",
        ] {
            let read = analysis(text);
            assert!(!read.diagnostics.is_empty(), "{text:?}");
        }
    }

    #[test]
    fn every_fix_of_an_overlap_mends_it() {
        let text = edited(EXAMPLE, "/spec/serviceCIDRs/0", json!("10.244.0.0/20"));
        assert!(codes(&text).contains(&"ADDR001"));
        let broken = analysis(&text);
        for fix in broken.diagnostics.iter().flat_map(|found| &found.fixes) {
            let mended = broken.fixed(fix).unwrap();
            assert_ne!(mended, text);
        }
    }

    #[test]
    fn safe_fixes_are_applied_until_none_is_left() {
        let text = edited(EXAMPLE, "/spec/podCIDRs/0", json!("010.244.0.1/16"));
        let broken = analysis(&text);
        assert!(broken.safe_fixes().count() > 0, "{:?}", broken.diagnostics);
        let mended = broken.fixed_safely().unwrap();
        let mended = analysis(&mended);
        assert_eq!(mended.safe_fixes().count(), 0);
        assert_eq!(mended.field("/spec/podCIDRs/0"), "10.244.0.0/16");
        assert_eq!(mended.fixed_safely(), None);
    }
}
