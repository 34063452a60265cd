//! The input of a target: the plan and the values derived from it.

use std::rc::Rc;

use serde_json::Value;

use super::findings::finding;
use super::{checksum, names, text};
use crate::components::{self, ComponentSettings, Setting};
use crate::diagnostic::{Component, Diagnostic, Severity};
use crate::document::{as_json, write};
use crate::i18n::{Catalogue, Message, use_exports};
use crate::kubernetes::Profile;
use crate::kubernetes::tools::{Release, ToolRow};
use crate::needs::{Tool, named_release, tool_of};
use crate::net::Cidr;
use crate::request::ranges::DeclaredRange;
use crate::request::{ClusterPlan, Endpoint};

/// The placeholder for the address under which nodes reach the API servers.
pub(super) const CONTROL_PLANE_ENDPOINT: &str = "CONTROL_PLANE_ENDPOINT";

/// Writes the report about a plan as Markdown, in the language of the catalogue.
///
/// The report needs more than the plan: the places in the file, the seed, the older file. So the caller does the
/// analysis, and a target receives its text.
pub type WriteReport<'a> = &'a dyn Fn(&Catalogue) -> String;

/// The map of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// The picture, as SVG.
    pub svg: String,
    /// What it shows, in a sentence.
    pub summary: String,
}

/// Draws the map of a plan, in the language of the catalogue. `None` if there is nothing to draw.
pub type DrawMap<'a> = &'a dyn Fn(&Catalogue) -> Option<Picture>;

/// The input of a target. The files depend on nothing else.
#[derive(Clone)]
pub struct ExportContext<'a> {
    /// The plan to export.
    pub plan: &'a ClusterPlan,
    /// The Services beside the plan.
    pub services: &'a [Value],
    /// The ranges of ServiceCIDR objects beside the plan, each with the name of its object.
    pub service_objects: &'a [DeclaredRange],
    /// The profile of the plan's Kubernetes version.
    pub profile: Profile,
    /// The settings of every component.
    pub settings: Vec<ComponentSettings>,
    /// The language of comments and descriptions.
    pub catalogue: Rc<Catalogue>,
    /// The function that writes the report about the plan. Without it the target `markdown` writes nothing.
    pub report: Option<WriteReport<'a>>,
    /// The function that draws the map which stands in the report. Without it the report has no picture.
    pub map: Option<DrawMap<'a>>,
    pub(super) checksum: String,
    /// The comment about the release of the tool that the files are for.
    pub(super) release: Option<Message>,
}

impl<'a> ExportContext<'a> {
    /// Creates the context of a plan and the Services beside it. Comments are in the language of `catalogue`.
    pub fn new(plan: &'a ClusterPlan, services: &'a [Value], catalogue: Rc<Catalogue>) -> ExportContext<'a> {
        use_exports();
        ExportContext {
            plan,
            services,
            service_objects: &[],
            profile: Profile::resolve(plan.spec.kubernetes_version),
            settings: components::settings(plan),
            catalogue,
            report: None,
            map: None,
            checksum: checksum::of_plan(plan, services),
            release: None,
        }
    }

    /// Returns the context with the ranges of ServiceCIDR objects beside the plan.
    #[must_use]
    pub fn with_service_objects(self, service_objects: &'a [DeclaredRange]) -> ExportContext<'a> {
        ExportContext {
            service_objects,
            ..self
        }
    }

    /// Returns the ranges of ServiceCIDR objects that add addresses to those of the plan, each with the name of its object.
    pub fn added_service_ranges(&self) -> impl Iterator<Item = (Cidr, &'a str)> {
        let own = &self.plan.spec.service_cidrs;
        // An object of a family that the flag lacks gives no addresses.
        let adds = |range: &&DeclaredRange| {
            !own.contains(&range.cidr) && own.iter().any(|cidr| cidr.family() == range.cidr.family())
        };
        let mut told: Vec<Cidr> = Vec::new();
        self.service_objects.iter().filter(adds).filter_map(move |range| {
            let is_new = !told.contains(&range.cidr);
            told.push(range.cidr);
            is_new.then_some((range.cidr, range.name.as_deref().unwrap_or_default()))
        })
    }

    /// Returns the context with a report about the plan.
    #[must_use]
    pub fn with_report(self, report: WriteReport<'a>) -> ExportContext<'a> {
        ExportContext {
            report: Some(report),
            ..self
        }
    }

    /// Returns the context with the map that stands in the report.
    #[must_use]
    pub fn with_map(self, map: DrawMap<'a>) -> ExportContext<'a> {
        ExportContext {
            map: Some(map),
            ..self
        }
    }

    /// Returns the context with another language.
    #[must_use]
    pub fn in_language(self, catalogue: Rc<Catalogue>) -> ExportContext<'a> {
        ExportContext { catalogue, ..self }
    }

    /// Returns the context of one target, whose files say for which release of the tool they are. Targets whose files
    /// differ by their names say it only of a release that the plan names.
    pub(super) fn of_target(&self, id: &str) -> ExportContext<'a> {
        let named = named_release(id, self.plan);
        let message = |which: &'static str, row: &ToolRow, release: Release| {
            Message::new(which)
                .with("tool", row.title)
                .with("release", release.to_string())
        };
        let release = tool_of(id).and_then(|row| match named {
            Some(release) => Some(message("export-release", row, release)),
            None if id == "talos" => None,
            None => Some(message(
                "export-release.newest",
                row,
                self.plan.spec.release(row.id)?,
            )),
        });
        ExportContext {
            release,
            ..self.clone()
        }
    }

    /// Returns the text of a message in the language of the export.
    pub fn text(&self, message: &Message) -> String {
        self.catalogue.text(message)
    }

    /// Returns the plan in the hands of a tool.
    pub(super) fn tool(&self, id: &'static str) -> Tool<'_> {
        Tool::of(id, self.plan)
    }

    /// Returns the address or name under which nodes reach the API servers. `None` if the plan has none.
    pub(super) fn endpoint(&self) -> Option<&'a Endpoint> {
        self.plan.spec.control_plane_endpoint.as_ref()
    }

    /// Returns the API servers' host and port, or a placeholder with that port.
    pub(super) fn endpoint_or_placeholder(&self, port: u16) -> String {
        match self.endpoint() {
            Some(endpoint) => endpoint.at_port(endpoint.port.unwrap_or(port)),
            None => format!("{CONTROL_PLANE_ENDPOINT}:{port}"),
        }
    }

    /// Returns the plan as a document of a plan file.
    pub(super) fn plan_document(&self) -> Value {
        // A plan has no map with keys other than strings, the only cause of a failure here.
        as_json(self.plan)
    }

    /// Returns the settings of a component. `None` if the plan does not have the component.
    pub fn component(&self, component: Component) -> Option<&ComponentSettings> {
        self.settings
            .iter()
            .find(|settings| settings.component == component)
    }

    /// Returns the plan's name as a DNS label, for objects, resources and files.
    pub fn object_name(&self) -> String {
        names::object_name(&self.plan.metadata.name)
    }

    /// Returns the comment lines at the top of every file: the tool that wrote it, and its plan.
    pub fn header(&self) -> String {
        let name = text::one_line(&self.plan.metadata.name);
        let version = self.plan.spec.kubernetes_version;
        let mut header = format!(
            "dualstack-planner {}\nplan: {name}, Kubernetes {version}\nchecksum: {}",
            env!("CARGO_PKG_VERSION"),
            self.checksum
        );
        if let Some(message) = version.not_compared() {
            header.push('\n');
            header.push_str(&self.text(&message));
        }
        header
    }

    /// Returns the header with sentences of the catalogue below it.
    pub fn header_with(&self, messages: &[Message]) -> String {
        let mut header = self.header();
        for message in self.release.iter().chain(messages) {
            header.push('\n');
            header.push_str(&text::one_line(&self.text(message)));
        }
        header
    }

    /// Writes YAML documents with the header and further comments.
    pub fn yaml(&self, comments: &[Message], documents: &[Value]) -> String {
        write::with_header(&self.header_with(comments), &write::to_yaml_documents(documents))
    }

    /// Writes HCL with the header and further comments.
    pub(super) fn hcl(&self, comments: &[Message], body: &text::hcl::Body) -> String {
        write::with_header(&self.header_with(comments), &format!("\n{}", body.render()))
    }

    /// Returns one comment line for each placeholder among the settings.
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
