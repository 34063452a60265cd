//! What a target may look at, and what it asks about it.

use std::rc::Rc;

use serde_json::Value;

use super::findings::finding;
use super::{checksum, names, text};
use crate::components::{self, ComponentSettings, Setting};
use crate::diagnostic::{Component, Diagnostic, Severity};
use crate::document::{as_json, write};
use crate::i18n::{Catalogue, Message, use_exports};
use crate::kubernetes::Profile;
use crate::request::ClusterPlan;

/// Writes the report about a plan as Markdown, in the language of the catalogue.
///
/// Whoever analyses a plan file knows more than its plan: where everything stands, the seed, the file before. So the
/// analysis stays with the caller, and a target asks for the text.
pub type WriteReport<'a> = &'a dyn Fn(&Catalogue) -> String;

/// What a target may look at. The files depend on nothing else.
#[derive(Clone)]
pub struct ExportContext<'a> {
    /// The plan.
    pub plan: &'a ClusterPlan,
    /// The Services beside it.
    pub services: &'a [Value],
    /// The plan's version.
    pub profile: Profile,
    /// What every component is given.
    pub settings: Vec<ComponentSettings>,
    /// The language of comments and descriptions.
    pub catalogue: Rc<Catalogue>,
    /// The report about the plan; without one, the target `markdown` writes nothing.
    pub report: Option<WriteReport<'a>>,
    pub(super) checksum: String,
}

impl<'a> ExportContext<'a> {
    /// For a plan and the Services beside it, with comments in the language of the catalogue.
    pub fn new(plan: &'a ClusterPlan, services: &'a [Value], catalogue: Rc<Catalogue>) -> ExportContext<'a> {
        use_exports();
        ExportContext {
            plan,
            services,
            profile: Profile::resolve(plan.spec.kubernetes_version),
            settings: components::settings(plan),
            catalogue,
            report: None,
            checksum: checksum::of_plan(plan, services),
        }
    }

    /// The same with a report about the plan.
    #[must_use]
    pub fn with_report(self, report: WriteReport<'a>) -> ExportContext<'a> {
        ExportContext {
            report: Some(report),
            ..self
        }
    }

    /// The same in another language.
    #[must_use]
    pub fn in_language(self, catalogue: Rc<Catalogue>) -> ExportContext<'a> {
        ExportContext { catalogue, ..self }
    }

    /// A message in the language of the export.
    pub fn text(&self, message: &Message) -> String {
        self.catalogue.text(message)
    }

    /// The plan as a document of a plan file.
    pub(super) fn plan_document(&self) -> Value {
        // A plan has no map with keys that are no strings, the only way this can fail.
        as_json(self.plan)
    }

    /// The settings of a component; absent where the plan has no such component.
    pub fn component(&self, component: Component) -> Option<&ComponentSettings> {
        self.settings
            .iter()
            .find(|settings| settings.component == component)
    }

    /// The plan's name as a DNS label, for objects, resources and files.
    pub fn object_name(&self) -> String {
        names::object_name(&self.plan.metadata.name)
    }

    /// The comment lines at the top of every file: who wrote it, from which plan.
    pub fn header(&self) -> String {
        let name: String = self
            .plan
            .metadata
            .name
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        format!(
            "dualstack-planner {}\nplan: {name}, Kubernetes {}\nchecksum: {}",
            env!("CARGO_PKG_VERSION"),
            self.plan.spec.kubernetes_version,
            self.checksum
        )
    }

    /// The header, and a sentence of the catalogue below it.
    pub fn header_with(&self, messages: &[Message]) -> String {
        let mut header = self.header();
        for message in messages {
            header.push('\n');
            header.push_str(&self.text(message));
        }
        header
    }

    /// YAML documents with the header and further comments.
    pub fn yaml(&self, comments: &[Message], documents: &[Value]) -> String {
        write::with_header(&self.header_with(comments), &write::to_yaml_documents(documents))
    }

    /// HCL with the header and further comments.
    pub(super) fn hcl(&self, comments: &[Message], body: &text::hcl::Body) -> String {
        write::with_header(&self.header_with(comments), &format!("\n{}", body.render()))
    }

    /// One comment line for each placeholder among the settings.
    pub fn placeholders<'s>(&self, settings: impl IntoIterator<Item = &'s Setting>) -> Vec<Message> {
        settings
            .into_iter()
            .filter(|setting| setting.placeholder)
            .map(|setting| {
                Message::new("export-placeholder")
                    .with("flag", setting.flag)
                    .with("value", setting.value.as_str())
            })
            .collect()
    }

    /// The diagnostic about placeholders in a target's files, if there are any.
    pub fn placeholder_diagnostic<'s>(
        &self,
        target: &'static str,
        settings: impl IntoIterator<Item = &'s Setting>,
    ) -> Option<Diagnostic> {
        let setting = settings.into_iter().find(|setting| setting.placeholder)?;
        let message = Message::new("EXP001")
            .with("target", target)
            .with("flag", setting.flag)
            .with("value", setting.value.as_str());
        Some(finding("EXP001", Severity::Warning, "nodes", message))
    }
}
