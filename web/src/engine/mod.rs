//! The only place that calls the engine. Everything here is a pure function of the plan text.

pub mod brought;
pub mod edit;
pub mod exports;
pub mod fleet;
pub mod form;
pub mod masks;
pub mod rules;
pub mod simulation;
pub mod start;
pub mod told;

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use dualstack_core::admission::aspects::Aspects;
use dualstack_core::admission::{Admission, Step};
use dualstack_core::cluster::PlannedCluster;
use dualstack_core::components::{ComponentSettings, StartUpCheck, warnings};
use dualstack_core::diagnostic::{Diagnostic, Fix, Location, PatchOperation, Pointer};
use dualstack_core::document::write::to_yaml;
use dualstack_core::document::{Document, patch, to_json};
use dualstack_core::export::Picture;
use dualstack_core::i18n::{Catalogue, Message};
use dualstack_core::nodeipam::NodeBlocks;
use dualstack_core::plan::AddressPlan;
use dualstack_core::plan::nodes::NoBlocks;
use dualstack_core::plan::suggest::second_range;
use dualstack_core::report;
use dualstack_core::request::ClusterPlan;
use dualstack_core::services::{ServiceConversion, ServiceReport};
use dualstack_core::{Analysis as Stages, AnalyzeOptions};
use serde_json::Value;

use self::rules::Rules;
use crate::state::selectors::split_services;

pub use dualstack_core::net::{AddressCount, Cidr};
pub use dualstack_core::plan::declared::{DeclaredRange, RangeKind};
pub use dualstack_core::plan::map::{MapBlock, Segment};

/// The API server's answer to a Service, as text.
#[derive(Clone, Debug, PartialEq)]
pub enum ServiceOutcome {
    /// The API server stores the Service.
    Stored {
        /// The stored object as YAML.
        yaml: String,
        /// The warnings in the answer, verbatim.
        warnings: Vec<String>,
    },
    /// The API server refuses the Service.
    Refused {
        /// The HTTP status code.
        code: u16,
        /// The reason of the Status.
        reason: String,
        /// The message of the Status, verbatim.
        message: String,
    },
    /// There is no plan, and so no answer.
    Unknown,
}

/// A Service of the file. Its texts are made when it is shown, since a plan may have thousands of Services.
#[derive(Clone, Debug)]
pub struct ServiceView {
    /// A key that stays the same while other Services are added and removed.
    pub key: String,
    report: Rc<ServiceReport>,
}

impl PartialEq for ServiceView {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key && (Rc::ptr_eq(&self.report, &other.report) || self.report == other.report)
    }
}

impl ServiceView {
    /// Returns the name of the Service: `namespace/name`.
    pub fn name(&self) -> String {
        format!("{}/{}", self.report.namespace, self.report.name)
    }

    /// Returns the place of the Service in the file.
    pub fn location(&self) -> &Location {
        &self.report.location
    }

    /// Returns whether the API server refuses the Service.
    pub fn is_refused(&self) -> bool {
        matches!(self.report.admission, Some(Admission::Refused { .. }))
    }

    /// Returns the object as it was sent, as YAML.
    pub fn sent(&self) -> String {
        to_yaml(&self.report.sent)
    }

    /// Returns the decisions that lead to the answer.
    pub fn trace(&self) -> &[Step] {
        self.report.admission.as_ref().map_or(&[], Admission::trace)
    }

    /// Returns the consequences elsewhere in the cluster. `None` if the Service is not stored.
    pub fn aspects(&self) -> Option<&Aspects> {
        self.report.aspects.as_ref()
    }

    /// Returns the form that the plan's version accepts. `None` if the manifest has that form.
    pub fn conversion(&self) -> Option<&ServiceConversion> {
        self.report.conversion.as_ref()
    }

    /// Returns whether a Service of the same name behind it has replaced this one.
    pub fn is_replaced(&self) -> bool {
        self.report.replaced
    }

    /// Returns the namespace and the name of the object.
    pub fn key_of_object(&self) -> (&str, &str) {
        (&self.report.namespace, &self.report.name)
    }

    /// Returns the family fields as they are stored. `None` if the Service is not stored.
    pub fn families(&self) -> Option<Families<'_>> {
        let Some(Admission::Stored { spec, .. }) = &self.report.admission else {
            return None;
        };
        Some(Families {
            policy: spec.ip_family_policy.as_deref().unwrap_or_default(),
            families: spec.ip_families.as_deref().unwrap_or_default(),
            addresses: spec.cluster_ips.as_deref().unwrap_or_default(),
        })
    }

    /// Returns the answer of the API server.
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

/// The family fields of a stored Service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Families<'a> {
    /// Its `ipFamilyPolicy`; empty if it has none, as before 1.20 and for ExternalName.
    pub policy: &'a str,
    /// Its `ipFamilies`.
    pub families: &'a [String],
    /// Its `clusterIPs`.
    pub addresses: &'a [String],
}

/// A component with its settings and its start.
#[derive(Clone, Debug, PartialEq)]
pub struct ComponentView {
    /// The settings of the component, each with its reason.
    pub settings: ComponentSettings,
    /// The settings as command line arguments, one per line.
    pub flags: String,
    /// The kind of its configuration file, and the file as YAML.
    pub config: Option<(&'static str, String)>,
    /// The lines that it prints when it refuses to start.
    pub failures: Vec<String>,
    /// The warnings that it prints.
    pub warnings: Vec<String>,
}

/// Everything that the page shows of a text. Each part is computed when it is first shown.
pub struct Analysis {
    /// The text.
    pub text: Rc<str>,
    /// Random bits from which fixes draw a unique local prefix.
    pub ula_seed: u64,
    stages: Stages,
    /// The rules that were there when the analysis was made.
    rules: Option<Rules>,
    values: OnceCell<Value>,
    services: OnceCell<Vec<ServiceView>>,
    components: OnceCell<Vec<ComponentView>>,
}

impl PartialEq for Analysis {
    /// Compares what analyses are made of, since equal texts have equal analyses.
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text && self.ula_seed == other.ula_seed && self.is_checked() == other.is_checked()
    }
}

impl Analysis {
    /// Analyses only what the form needs, for edits of a text that is not analysed yet. The Services behind the plan
    /// are left out.
    pub fn structure(text: &Rc<str>) -> Analysis {
        let covered = split_services(text).0.len();
        let analysis = Analysis::up_to(text, covered, 0);
        if analysis.stages.document().is_some() {
            analysis
        } else {
            Analysis::of(text)
        }
    }

    /// Analyses a text.
    pub fn of(text: &Rc<str>) -> Analysis {
        Analysis::seeded(text, 0)
    }

    /// Analyses a text whose fixes draw from those random bits.
    pub fn seeded(text: &Rc<str>, ula_seed: u64) -> Analysis {
        Analysis::up_to(text, text.len(), ula_seed)
    }

    fn up_to(text: &Rc<str>, covered: usize, ula_seed: u64) -> Analysis {
        let part = text.get(..covered).unwrap_or(text);
        Analysis {
            text: Rc::clone(text),
            ula_seed,
            stages: Stages::of(part, &options(ula_seed)),
            rules: Rules::current(),
            values: OnceCell::new(),
            services: OnceCell::new(),
            components: OnceCell::new(),
        }
    }

    /// Returns the analysis of the engine.
    pub(crate) fn stages(&self) -> &Stages {
        &self.stages
    }

    /// Returns the index of the plan's document, from 0. `None` if there is none. The document need not be readable.
    pub fn plan_document(&self) -> Option<usize> {
        self.stages.document().map(Document::index)
    }

    /// Returns the plan's document as JSON; null if there is none.
    pub fn values(&self) -> &Value {
        self.values.get_or_init(|| {
            let document = self.stages.document();
            document.map_or(Value::Null, |document| to_json(document.root()))
        })
    }

    /// Returns the plan as it was read. `None` if there is none.
    pub fn plan(&self) -> Option<&ClusterPlan> {
        self.stages.plan()
    }

    /// Returns the cluster that Services are sent to. `None` if its Service ranges are not usable.
    pub fn cluster(&self) -> Option<&PlannedCluster> {
        self.stages.cluster()
    }

    /// Returns the address plan. `None` if there is no plan.
    pub fn addresses(&self) -> Option<&AddressPlan> {
        self.stages.addresses()
    }

    /// Returns the plan in a few sentences.
    pub fn summary(&self) -> Vec<Message> {
        self.stages.summary()
    }

    /// Returns the Services beside the plan.
    pub fn services(&self) -> &[ServiceView] {
        self.services.get_or_init(|| services(self.stages.services()))
    }

    /// Returns the components with their settings.
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

    /// Returns the report as Markdown.
    pub fn report(&self, catalogue: &Catalogue) -> String {
        report::markdown(&self.stages, catalogue)
    }

    /// Draws the map that stands in the report.
    pub fn report_map(&self, catalogue: &Catalogue) -> Option<Picture> {
        dualstack_core::file_exports::report_map(&self.stages, catalogue)
    }

    /// Returns whether the rules have been there to check the plan.
    pub fn is_checked(&self) -> bool {
        self.rules.is_some()
    }

    /// Returns the findings about the file, without their fixes: those are tried when they are shown. Before the rules are
    /// there, the findings are those about its text.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        match self.rules {
            Some(rules) => (rules.findings)(&self.stages),
            None => self.stages.reading(),
        }
    }

    /// Returns the fixes of one of the findings.
    pub fn fixes(&self, found: &Diagnostic) -> &[Fix] {
        let index = self.diagnostics().iter().position(|other| other == found);
        match self.rules.zip(index) {
            Some((rules, index)) => (rules.fixes)(&self.stages, index),
            None => &[],
        }
    }

    /// Returns a range of the family that a list of ranges lacks. `None` if there is no place for one.
    pub fn second_range(&self, kind: RangeKind) -> Option<Cidr> {
        let declared = &self.addresses()?.declared;
        second_range(&self.plan()?.spec, declared, kind, self.ula_seed)
    }

    fn document(&self) -> Option<&Document> {
        self.stages.document()
    }

    /// Returns whether the form can show and change the plan: the plan exists, and the YAML of its document was read
    /// completely.
    pub fn is_editable(&self) -> bool {
        self.document()
            .is_some_and(|document| document.is_complete() && document.root().is_mapping())
    }

    /// Returns a scalar of the plan as it is written. Empty if it is absent.
    pub fn field(&self, pointer: &str) -> String {
        let node = || {
            self.document()?
                .at(&Pointer::parse(pointer)?)?
                .text()
                .map(str::to_owned)
        };
        node().unwrap_or_default()
    }

    /// Returns the number of entries of a list of the plan.
    pub fn entries(&self, list: &str) -> usize {
        let node = || Some(self.document()?.at(&Pointer::parse(list)?)?.items().len());
        node().unwrap_or(0)
    }

    /// Returns the default of the version for a number that is absent.
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

    /// Returns the node blocks of the plan.
    ///
    /// # Errors
    /// Returns the reason if there are none.
    pub fn node_blocks(&self) -> Result<&NodeBlocks, &NoBlocks> {
        self.stages.node_blocks()
    }

    /// Returns the text after a patch of the plan document. `None` if the patch cannot be applied or changes nothing.
    pub fn patched(&self, operations: &[PatchOperation]) -> Option<String> {
        let document = self.plan_document().filter(|_| !operations.is_empty())?;
        // The text behind the plan is not read again.
        let head = split_services(&self.text).0.len();
        let end = self.document()?.range().end;
        let (plan_text, rest) =
            self.text
                .split_at_checked(if end <= head { head } else { self.text.len() })?;
        let mut text = patch::apply(plan_text, document, operations).ok()?.text;
        if !rest.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text.push_str(rest);
        Some(text)
    }

    /// Returns the text after a fix. `None` if the fix cannot be applied.
    pub fn fixed(&self, fix: &Fix) -> Option<String> {
        patch::apply(&self.text, fix.document, &fix.patch)
            .ok()
            .map(|result| result.text)
    }

    /// Returns the text with a Service in the form that the plan's version accepts, and whether its document was
    /// written anew.
    pub fn converted(&self, service: &ServiceView) -> Option<(String, bool)> {
        let conversion = service.conversion()?;
        patch::apply(&self.text, service.location().document, &conversion.patch)
            .ok()
            .map(|result| (result.text, result.rewritten))
    }

    /// Returns the text in which Services have an `ipFamilyPolicy`. `None` if that changes nothing.
    pub fn with_policy(&self, services: &[ServiceView], policy: &str) -> Option<String> {
        let mut text = self.text.to_string();
        for service in services {
            let location = service.location();
            let sent = &service.report.sent;
            let object = edit::set(
                sent,
                &Pointer::root().key("spec").key("ipFamilyPolicy"),
                Some(Value::from(policy)),
            );
            let patch: Vec<PatchOperation> = object
                .into_iter()
                .map(|operation| operation.below(&location.pointer))
                .collect();
            // A Service that cannot be patched, as one behind an alias, stays as it is.
            if let Ok(patched) = patch::apply(&text, location.document, &patch) {
                text = patched.text;
            }
        }
        (*text != *self.text).then_some(text)
    }

    /// Returns the number of findings for which a safe fix is proposed. They are tried when they are applied.
    pub fn safe_fixes(&self) -> usize {
        let proposes = |rules: Rules| {
            (0..self.diagnostics().len())
                .filter(|index| (rules.proposes_safely)(&self.stages, *index))
                .count()
        };
        self.rules.map_or(0, proposes)
    }

    /// Returns the text after every safe fix. `None` if that changes nothing.
    pub fn fixed_safely(&self) -> Option<String> {
        let fixed = (self.rules?.apply_safe)(&self.text, &options(self.ula_seed));
        (!fixed.applied.is_empty()).then_some(fixed.text)
    }
}

fn options(ula_seed: u64) -> AnalyzeOptions<'static> {
    AnalyzeOptions {
        ula_seed: Some(ula_seed),
        ..AnalyzeOptions::default()
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

/// Returns the Services. Each keeps its key while others are added and removed; the order distinguishes two of one
/// name.
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
        let found = broken
            .diagnostics()
            .iter()
            .find(|found| found.code == "ADDR001")
            .unwrap();
        let fixes = broken.fixes(found);
        assert!(!fixes.is_empty());
        for fix in fixes {
            assert!(!codes(&broken.fixed(fix).unwrap()).contains(&"ADDR001"));
        }
    }

    #[test]
    fn services_are_given_a_policy_where_they_stand() {
        let text = format!(
            "{EXAMPLE}---\nkind: List\napiVersion: v1\nitems:\n- kind: Service # one\n  metadata: {{name: one}}\n  spec: {{ports: [{{port: 80}}]}}\n"
        );
        let before = analysis(&text);
        assert_eq!(before.services().len(), 2);
        let after = before.with_policy(before.services(), "RequireDualStack").unwrap();
        assert!(after.contains("kind: Service # one"), "{after}");
        let after = analysis(&after);
        let stored: Vec<_> = after
            .services()
            .iter()
            .map(|service| service.families().unwrap())
            .collect();
        assert!(
            stored
                .iter()
                .all(|families| families.policy == "RequireDualStack"),
            "{stored:?}"
        );
        assert!(
            stored
                .iter()
                .all(|families| families.families == ["IPv4", "IPv6"]),
            "{stored:?}"
        );
        assert_eq!(after.with_policy(after.services(), "RequireDualStack"), None);
    }

    #[test]
    fn a_second_range_is_proposed_from_the_seed_of_the_plan() {
        let text = EXAMPLE
            .replace(", \"fd00:10:244::/56\"", "")
            .replace(", \"fd00:10:96::/112\"", "")
            .replace(", \"fd00:192:168:1::/64\"", "");
        let proposed = |seed| {
            let analysis = Analysis::seeded(&text.as_str().into(), seed);
            analysis.second_range(RangeKind::Pods).unwrap().to_string()
        };
        assert!(
            proposed(1).starts_with("fd") && proposed(1).ends_with("/56"),
            "{}",
            proposed(1)
        );
        assert_ne!(proposed(1), proposed(2));
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
