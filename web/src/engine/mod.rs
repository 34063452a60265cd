//! The only place that calls the engine. Everything here is a pure function of the plan text.

pub mod diff;
pub mod edit;
pub mod exports;
pub mod form;
pub mod masks;
pub mod simulation;
pub mod start;

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use dualstack_core::admission::aspects::Aspects;
use dualstack_core::admission::{Admission, Step};
use dualstack_core::components::{ComponentSettings, StartUpCheck, warnings};
use dualstack_core::diagnostic::{Diagnostic, Fix, Location, PatchOperation, Pointer};
use dualstack_core::document::write::to_yaml;
use dualstack_core::document::{Document, patch, to_json};
use dualstack_core::i18n::{Catalogue, Message};
use dualstack_core::mend::apply_safe;
use dualstack_core::nodeipam::NodeBlocks;
use dualstack_core::plan::AddressPlan;
use dualstack_core::plan::nodes::NoBlocks;
use dualstack_core::report;
use dualstack_core::request::ClusterPlan;
use dualstack_core::services::{PlannedCluster, ServiceConversion, ServiceReport};
use dualstack_core::{Analysis as Stages, AnalyzeOptions};
use serde_json::Value;

use crate::state::selectors::split_services;

pub use dualstack_core::net::AddressCount;
pub use dualstack_core::plan::declared::{DeclaredRange, RangeKind};
pub use dualstack_core::plan::map::{MapBlock, Segment};

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

/// Everything the page shows of a text. Each part is computed when something shows it.
pub struct Analysis {
    /// The text.
    pub text: Rc<str>,
    stages: Stages,
    // How much of the text the stages were made from: all of it, or up to the end of the plan.
    covered: usize,
    values: OnceCell<Value>,
    services: OnceCell<Vec<ServiceView>>,
    components: OnceCell<Vec<ComponentView>>,
}

impl PartialEq for Analysis {
    /// The same text has the same analysis.
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Analysis {
    /// What the form needs and nothing more: for edits of a text that is not analysed yet. Thousands of Services behind
    /// the plan are no concern of the form.
    pub fn structure(text: &Rc<str>) -> Analysis {
        let covered = split_services(text).0.len();
        let analysis = Analysis::up_to(text, covered);
        if analysis.stages.document().is_some() {
            analysis
        } else {
            Analysis::of(text)
        }
    }

    /// The analysis of a text.
    pub fn of(text: &Rc<str>) -> Analysis {
        Analysis::up_to(text, text.len())
    }

    fn up_to(text: &Rc<str>, covered: usize) -> Analysis {
        let part = text.get(..covered).unwrap_or(text);
        Analysis {
            text: Rc::clone(text),
            stages: Stages::of(part, &AnalyzeOptions::default()),
            covered: part.len(),
            values: OnceCell::new(),
            services: OnceCell::new(),
            components: OnceCell::new(),
        }
    }

    /// Index of the plan's document, whether or not it can be understood.
    pub fn plan_document(&self) -> Option<usize> {
        self.stages.document().map(Document::index)
    }

    /// The plan's document as JSON; null where there is none.
    pub fn values(&self) -> &Value {
        self.values.get_or_init(|| {
            let document = self.stages.document();
            document.map_or(Value::Null, |document| to_json(document.root()))
        })
    }

    /// The plan as it was understood.
    pub fn plan(&self) -> Option<&ClusterPlan> {
        self.stages.plan()
    }

    /// The cluster that Services are sent to.
    pub fn cluster(&self) -> Option<&PlannedCluster> {
        self.stages.cluster()
    }

    /// What its ranges come to.
    pub fn addresses(&self) -> Option<&AddressPlan> {
        self.stages.addresses()
    }

    /// The plan in a few sentences.
    pub fn summary(&self) -> Vec<Message> {
        self.stages.summary()
    }

    /// The Services beside it.
    pub fn services(&self) -> &[ServiceView] {
        self.services.get_or_init(|| services(self.stages.services()))
    }

    /// The components with their flags.
    pub fn components(&self) -> &[ComponentView] {
        self.components.get_or_init(|| {
            let checks = self.stages.start_checks();
            let settings = self.stages.components().iter();
            settings
                .map(|settings| {
                    let check = checks.iter().find(|check| check.component == settings.component);
                    component(settings, check)
                })
                .collect()
        })
    }

    /// The report as Markdown.
    pub fn report(&self, catalogue: &Catalogue) -> String {
        report::markdown(&self.stages, catalogue)
    }

    /// What is wrong or worth knowing.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        self.stages.diagnostics()
    }

    fn document(&self) -> Option<&Document> {
        self.stages.document()
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
        let mask = |family| Some(self.plan()?.spec.node_mask(family).to_string());
        match pointer {
            "/spec/nodes/count" => sizing.count.to_string(),
            "/spec/nodes/max" => self
                .plan()
                .map_or(sizing.count, |plan| plan.spec.nodes.count)
                .to_string(),
            "/spec/nodes/maxPods" => sizing.max_pods.to_string(),
            "/spec/nodes/maskSizeIPv4" => mask(dualstack_core::net::IpFamily::IPv4).unwrap_or_default(),
            "/spec/nodes/maskSizeIPv6" => mask(dualstack_core::net::IpFamily::IPv6).unwrap_or_default(),
            _ => String::new(),
        }
    }

    /// The node blocks of the plan, or why there are none.
    pub fn node_blocks(&self) -> Result<&NodeBlocks, &NoBlocks> {
        self.stages.node_blocks()
    }

    /// The text with a patch of the plan document; `None` where it cannot be applied or changes nothing.
    pub fn patched(&self, operations: &[PatchOperation]) -> Option<String> {
        let document = self.plan_document().filter(|_| !operations.is_empty())?;
        // What follows the plan is not read again.
        let head = split_services(&self.text).0.len();
        let end = self.document()?.range().end;
        let (plan_text, rest) = self
            .text
            .split_at_checked(if end <= head { head } else { self.covered })?;
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

    /// How many findings have a fix that can be applied without a human looking at it.
    pub fn safe_fixes(&self) -> usize {
        let found = self.diagnostics().iter();
        found
            .filter(|found| found.fixes.iter().any(|fix| fix.safe))
            .count()
    }

    /// The text with every safe fix applied; `None` where that changes nothing.
    pub fn fixed_safely(&self) -> Option<String> {
        let fixed = apply_safe(&self.text, &AnalyzeOptions::default());
        (!fixed.applied.is_empty()).then_some(fixed.text)
    }
}

fn component(settings: &ComponentSettings, check: Option<&StartUpCheck>) -> ComponentView {
    let config = settings
        .config
        .as_ref()
        .map(|config| config.kind)
        .zip(settings.document());
    ComponentView {
        flags: settings.arguments().map(|argument| argument + "\n").collect(),
        config: config.map(|(kind, document)| (kind, to_yaml(&document))),
        failures: check.map(|check| check.printed.clone()).unwrap_or_default(),
        warnings: check
            .map(|check| warnings(&check.failed_checks))
            .unwrap_or_default(),
        settings: settings.clone(),
    }
}

/// Services keep their key while others come and go; two of one name are told apart by their order.
fn services(reports: &[ServiceReport]) -> Vec<ServiceView> {
    let mut seen = BTreeMap::new();
    reports
        .iter()
        .map(|report| {
            let name = format!("{}/{}", report.namespace, report.name);
            let nth = *seen.entry(name.clone()).and_modify(|n| *n += 1).or_insert(0);
            ServiceView {
                key: format!("{name}#{nth}"),
                report: Rc::new(report.clone()),
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
        let patch = set(analysis.values(), &Pointer::parse(pointer).unwrap(), Some(value));
        analysis.patched(&patch).unwrap()
    }

    fn codes(text: &str) -> Vec<&'static str> {
        analysis(text)
            .diagnostics()
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
                .diagnostics()
                .iter()
                .all(|found| found.severity != Severity::Error)
        );
        assert_eq!(example.field("/spec/kubernetesVersion"), "1.36");
        assert_eq!(example.field("/spec/podCIDRs/1"), "fd00:10:244::/56");
        assert_eq!(example.entries("/spec/reserved"), 1);
        assert_eq!(example.node_blocks().unwrap().count().to_string(), "256");
        let one_mask = analysis(&EXAMPLE.replace("\"1.36\"", "\"1.16\""));
        assert_eq!(one_mask.field("/spec/kubernetesVersion"), "1.16");
        let Err(NoBlocks::Refused(check)) = one_mask.node_blocks() else {
            panic!("{:?}", one_mask.node_blocks());
        };
        assert_eq!(check.id, "KCM-12");
        let ServiceOutcome::Stored { yaml, .. } = example.services()[0].outcome() else {
            panic!("{:?}", example.services()[0]);
        };
        assert!(yaml.contains("ipFamilyPolicy: PreferDualStack\n"));
        assert!(
            example
                .components()
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
            assert!(!read.diagnostics().is_empty(), "{text:?}");
        }
    }

    #[test]
    fn every_fix_of_an_overlap_mends_it() {
        let text = edited(EXAMPLE, "/spec/serviceCIDRs/0", json!("10.244.0.0/20"));
        assert!(codes(&text).contains(&"ADDR001"));
        let broken = analysis(&text);
        for fix in broken.diagnostics().iter().flat_map(|found| &found.fixes) {
            let mended = broken.fixed(fix).unwrap();
            assert_ne!(mended, text);
        }
    }

    #[test]
    fn safe_fixes_are_applied_until_none_is_left() {
        let text = edited(EXAMPLE, "/spec/podCIDRs/0", json!("010.244.0.1/16"));
        let broken = analysis(&text);
        assert!(broken.safe_fixes() > 0, "{:?}", broken.diagnostics());
        let mended = broken.fixed_safely().unwrap();
        let mended = analysis(&mended);
        assert_eq!(mended.safe_fixes(), 0);
        assert_eq!(mended.field("/spec/podCIDRs/0"), "10.244.0.0/16");
        assert_eq!(mended.fixed_safely(), None);
    }
}
