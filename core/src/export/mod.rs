//! Files for a target: what the plan comes to, in the form that installers and components read.
//!
//! A target is one file below `targets/<group>/` and a line of that folder's `mod.rs`. What a target cannot express is a
//! diagnostic.

pub mod checksum;
pub mod docs;
mod file_set;
mod forecasts;
mod names;
mod ranges;
mod targets;
mod text;
mod verify;

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value;

pub use file_set::{ExportFile, FileError, FileSet};
pub use verify::{FileToVerify, Origin, VerifiedFile, verify};

use crate::components::{self, ComponentSettings, Effect, FailedCheck, Setting};
use crate::diagnostic::{Component, Diagnostic, Location, Pointer, Severity, Stage};
use crate::document::{nearest, write};
use crate::i18n::{Message, spoken};
use crate::kubernetes::{Profile, Version, Window};
use crate::request::ClusterPlan;

/// What a target is about; lists show targets by group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "wasm", serde(rename = "TargetGroup"))]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Installers and distributions.
    Installers,
    /// The components themselves.
    Components,
    /// CNI plugins.
    Plugins,
    /// Packets that leave the cluster.
    Egress,
    /// Load balancers on bare metal.
    Balancers,
    /// Objects of the Kubernetes API.
    Objects,
    /// Admission policies.
    Policies,
    /// Managed clusters.
    Clouds,
    /// Infrastructure as code.
    Tools,
    /// Address management.
    Addresses,
    /// The plan for readers and programs.
    Documents,
}

impl Group {
    /// Every group, in the order of lists.
    pub fn all() -> impl Iterator<Item = Group> {
        targets::GROUPS.iter().map(|(group, _)| *group)
    }

    /// `installers`, `plugins` …: part of a message id and of the folder's name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Group::Installers => "installers",
            Group::Components => "components",
            Group::Plugins => "plugins",
            Group::Egress => "egress",
            Group::Balancers => "balancers",
            Group::Objects => "objects",
            Group::Policies => "policies",
            Group::Clouds => "clouds",
            Group::Tools => "tools",
            Group::Addresses => "addresses",
            Group::Documents => "documents",
        }
    }

    /// Its name for people.
    pub fn title(self) -> Message {
        Message::new(format!("group-{}", self.as_str()))
    }
}

/// What is fixed about a target.
#[derive(Clone, Copy, Debug)]
pub struct TargetMeta {
    /// Its name on the command line: `kubeadm`.
    pub id: &'static str,
    /// The Kubernetes versions it writes for.
    pub versions: Window,
    /// Documentation of the format.
    pub docs: &'static str,
}

/// A target as lists show it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Target {
    /// Its name on the command line.
    pub id: &'static str,
    /// What it is about.
    pub group: Group,
    /// The group's name for people.
    pub group_title: Message,
    /// Its name for people.
    pub title: Message,
    /// What its files are for.
    pub description: Message,
    /// The first Kubernetes version it writes for.
    #[cfg_attr(feature = "wasm", tsify(type = "KubernetesVersion"))]
    pub since: Version,
    /// The last one; absent while nothing later is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "KubernetesVersion"))]
    pub until: Option<Version>,
    /// Documentation of the format.
    pub docs: &'static str,
}

impl TargetMeta {
    /// The target with its titles.
    pub fn describe(&self, group: Group) -> Target {
        Target {
            id: self.id,
            group,
            group_title: group.title(),
            title: Message::new(format!("target-{}", self.id)),
            description: Message::new(format!("target-{}.description", self.id)),
            since: self.versions.first(),
            until: self.versions.last(),
            docs: self.docs,
        }
    }
}

/// Why a target writes nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused(pub Vec<Diagnostic>);

impl From<Diagnostic> for Refused {
    fn from(reason: Diagnostic) -> Refused {
        Refused(vec![reason])
    }
}

/// Whether a target can write the plan, with what there is to say: what is not in the files, or is left to do by hand.
pub type Support = Result<Vec<Diagnostic>, Refused>;

/// Stops where there are reasons to write nothing.
fn refuse(reasons: impl IntoIterator<Item = Diagnostic>) -> Result<(), Refused> {
    let reasons: Vec<Diagnostic> = reasons.into_iter().collect();
    if reasons.is_empty() {
        Ok(())
    } else {
        Err(Refused(reasons))
    }
}

/// A target.
pub trait Exporter: Sync {
    /// What is fixed about it.
    fn meta(&self) -> &'static TargetMeta;
    /// Whether it can write the plan. The version is checked before.
    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        let _ = cx;
        Ok(Vec::new())
    }
    /// Writes the files.
    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError>;
}

/// Every target: group by group, by name within.
fn exporters() -> impl Iterator<Item = (Group, &'static dyn Exporter)> {
    targets::GROUPS
        .iter()
        .flat_map(|(group, targets)| targets.iter().map(|target| (*group, *target)))
}

/// What a target may look at.
pub struct ExportContext<'a> {
    /// The plan.
    pub plan: &'a ClusterPlan,
    /// The Services beside it.
    pub services: &'a [Value],
    /// The plan's version.
    pub profile: Profile,
    /// What every component is given.
    pub settings: Vec<ComponentSettings>,
    checksum: String,
}

impl<'a> ExportContext<'a> {
    /// For a plan and the Services beside it.
    pub fn new(plan: &'a ClusterPlan, services: &'a [Value]) -> ExportContext<'a> {
        ExportContext {
            plan,
            services,
            profile: Profile::resolve(plan.spec.kubernetes_version),
            settings: components::settings(plan),
            checksum: checksum::of_plan(plan, services),
        }
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
        let catalogue = spoken();
        let mut header = self.header();
        for message in messages {
            header.push('\n');
            header.push_str(&catalogue.text(message));
        }
        header
    }

    /// YAML documents with the header and further comments.
    pub fn yaml(&self, comments: &[Message], documents: &[Value]) -> String {
        write::with_header(&self.header_with(comments), &write::to_yaml_documents(documents))
    }

    /// HCL with the header and further comments.
    fn hcl(&self, comments: &[Message], body: &text::hcl::Body) -> String {
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

    /// What there is to say about a target that writes the flags of these components: placeholders, and start-up checks
    /// that fail.
    pub fn flags_findings(&self, target: &'static str, has: impl Fn(Component) -> bool) -> Vec<Diagnostic> {
        let settings = self
            .settings
            .iter()
            .filter(|settings| has(settings.component))
            .flat_map(|settings| &settings.settings);
        let mut found: Vec<Diagnostic> = self
            .placeholder_diagnostic(target, settings)
            .into_iter()
            .collect();
        found.extend(forecasts::of_components(self, target, has));
        found
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

/// The start-up checks that what a target writes would fail.
fn refused(target: &'static str, refusals: impl IntoIterator<Item = FailedCheck>) -> Vec<Diagnostic> {
    refusals
        .into_iter()
        .filter(|refusal| refusal.effect != Effect::Warning)
        .map(|refusal| {
            let field = match refusal.component {
                Component::KubeApiserver => "serviceCIDRs",
                _ => "podCIDRs",
            };
            let message = Message::new("EXP015")
                .with("target", target)
                .with("component", refusal.component.as_str());
            let mut diagnostic = finding("EXP015", Severity::Error, field, message);
            diagnostic.upstream = Some(refusal.text);
            diagnostic.component = refusal.component;
            diagnostic.stage = refusal.stage;
            diagnostic
        })
        .collect()
}

/// A finding of an export about a field of the plan's spec.
fn finding(code: &'static str, severity: Severity, field: &str, message: Message) -> Diagnostic {
    let help = Message::new(format!("{code}.help"));
    Diagnostic {
        code,
        severity,
        location: Location {
            pointer: Pointer::root().key("spec").key(field),
            ..Location::default()
        },
        message,
        help: crate::i18n::Catalogue::of("en").has(&help.id).then_some(help),
        upstream: None,
        component: Component::Planner,
        stage: Stage::Install,
        fixes: Vec::new(),
    }
}

/// The files of an export, and what is to be said about them.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Exported {
    /// The files, sorted by path.
    pub files: Vec<ExportFile>,
    /// What the targets cannot express, and what is left to do by hand.
    pub diagnostics: Vec<Diagnostic>,
}

/// Every target that there is.
pub fn targets() -> Vec<Target> {
    exporters()
        .map(|(group, target)| target.meta().describe(group))
        .collect()
}

/// The files of the named targets, in the language of [`crate::i18n::speaking`] as far as comments go.
pub fn export(plan: &ClusterPlan, services: &[Value], names: &[&str]) -> Exported {
    let mut chosen: Vec<&dyn Exporter> = Vec::new();
    let mut unknown_names = Vec::new();
    let mut done = BTreeSet::new();
    for name in names.iter().filter(|name| done.insert(**name)) {
        match exporters().find(|(_, target)| target.meta().id == *name) {
            Some((_, target)) => chosen.push(target),
            None => unknown_names.push(unknown(name)),
        }
    }
    let mut exported = write_all(&ExportContext::new(plan, services), chosen);
    exported.diagnostics.splice(0..0, unknown_names);
    exported
}

/// The files of some targets, none of them twice.
fn write_all(cx: &ExportContext<'_>, targets: impl IntoIterator<Item = &'static dyn Exporter>) -> Exported {
    let mut files = FileSet::new();
    let mut diagnostics = Vec::new();
    for target in targets {
        run(target, cx, &mut files, &mut diagnostics);
    }
    Exported {
        files: files.into_files(),
        diagnostics,
    }
}

/// The files of one target: for those who go through many of them and work out the plan once.
pub fn export_one(cx: &ExportContext<'_>, name: &str) -> Exported {
    match exporters().find(|(_, target)| target.meta().id == name) {
        Some((_, target)) => write_all(cx, [target]),
        None => Exported {
            files: Vec::new(),
            diagnostics: vec![unknown(name)],
        },
    }
}

/// Whether files of that type can hold comments, and so name their plan.
fn has_comments(media_type: &str) -> bool {
    !matches!(media_type, "application/json" | "text/csv")
}

fn unknown(name: &str) -> Diagnostic {
    let near = nearest(name, exporters().map(|(_, target)| target.meta().id));
    let message = match near {
        Some(near) => Message::new("EXP003.nearest").with("near", near),
        None => Message::new("EXP003"),
    };
    let mut diagnostic = finding("EXP003", Severity::Error, "", message.with("target", name));
    diagnostic.location = Location::default();
    diagnostic
}

fn run(
    target: &dyn Exporter,
    cx: &ExportContext<'_>,
    files: &mut FileSet,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let meta = target.meta();
    if !meta.versions.contains(cx.profile.version) {
        let message = Message::new("EXP002")
            .with("target", meta.id)
            .with("version", cx.profile.version)
            .with("first", meta.versions.first());
        diagnostics.push(finding("EXP002", Severity::Error, "kubernetesVersion", message));
        return;
    }
    match target.supports(cx) {
        Ok(found) => diagnostics.extend(found),
        Err(Refused(reasons)) => {
            diagnostics.extend(reasons);
            return;
        }
    }
    if let Err(error) = target.export(cx, files) {
        let message = Message::new("EXP009")
            .with("target", meta.id)
            .with("error", error.to_string());
        diagnostics.push(finding("EXP009", Severity::Error, "", message));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::i18n::{Catalogue, LOCALES};

    #[test]
    fn targets_are_sorted_and_have_titles_in_every_language() {
        for (group, targets) in targets::GROUPS {
            let ids: Vec<&str> = targets.iter().map(|target| target.meta().id).collect();
            assert!(ids.windows(2).all(|w| w[0] < w[1]), "{group:?}: {ids:?}");
        }
        let unique: BTreeSet<&str> = exporters().map(|(_, target)| target.meta().id).collect();
        assert_eq!(unique.len(), exporters().count());
        for locale in LOCALES {
            let catalogue = Catalogue::of(locale.tag);
            for group in Group::all() {
                assert!(catalogue.has(&group.title().id), "{} {group:?}", locale.tag);
            }
            for target in targets() {
                assert!(
                    catalogue.has(&target.title.id),
                    "{} {}",
                    locale.tag,
                    target.title.id
                );
                assert!(catalogue.has(&target.description.id), "{}", target.description.id);
            }
        }
    }

    #[test]
    fn unknown_targets_and_versions_are_said() {
        let plan = plan("1.20", &["10.244.0.0/16"], &["10.96.0.0/16"]);
        let result = export(&plan, &[], &["kubadm", "servicecidr"]);
        assert!(result.files.is_empty());
        let codes: Vec<&str> = result.diagnostics.iter().map(|d| d.code).collect();
        assert_eq!(codes, ["EXP003", "EXP002"]);
        assert_eq!(result.diagnostics[0].message.id, "EXP003.nearest");
    }

    #[test]
    fn a_target_named_twice_is_written_once() {
        let plan = plan("1.36", &["10.244.0.0/16"], &["10.96.0.0/16"]);
        let twice = export(&plan, &[], &["kubeadm", "kubeadm"]);
        assert_eq!(twice, export(&plan, &[], &["kubeadm"]));
        assert!(!twice.files.is_empty());
    }

    #[test]
    fn targets_exported_together_give_what_each_gives_alone() {
        let plan = plan(
            "1.36",
            &["10.244.0.0/16", "fd00:10:244::/56"],
            &["10.96.0.0/16", "fd00:10:96::/112"],
        );
        let ids: Vec<&str> = exporters().map(|(_, target)| target.meta().id).collect();
        let together = export(&plan, &[], &ids);
        let cx = ExportContext::new(&plan, &[]);
        let alone: Vec<Exported> = ids.iter().map(|id| export_one(&cx, id)).collect();
        let mut files: Vec<_> = alone.iter().flat_map(|one| one.files.clone()).collect();
        files.sort_by(|one, other| one.path.cmp(&other.path));
        let diagnostics: Vec<_> = alone.iter().flat_map(|one| one.diagnostics.clone()).collect();
        assert_eq!(together.files, files);
        assert_eq!(together.diagnostics, diagnostics);
        assert!(alone.iter().filter(|one| !one.files.is_empty()).count() > ids.len() / 2);
        let unknown = export_one(&cx, "kubadm");
        assert_eq!(unknown.files, []);
        assert_eq!(unknown.diagnostics[0].message.id, "EXP003.nearest");
    }

    #[test]
    fn every_file_of_a_group_is_registered() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/export/targets");
        for (group, targets) in targets::GROUPS {
            let files: BTreeSet<String> = std::fs::read_dir(root.join(group.as_str()))
                .unwrap()
                .map(|entry| entry.unwrap().file_name().into_string().unwrap())
                .filter(|name| name != "mod.rs")
                .collect();
            let named: BTreeSet<String> = targets
                .iter()
                .map(|target| format!("{}.rs", target.meta().id.replace('-', "_")))
                .collect();
            assert!(named.is_subset(&files), "{group:?}: {named:?} {files:?}");
            // What several targets of a group need stands in `shared.rs`.
            let rest: Vec<&String> = files
                .difference(&named)
                .filter(|name| *name != "shared.rs")
                .collect();
            assert!(rest.is_empty(), "{group:?}: {rest:?}");
        }
    }

    #[test]
    fn every_file_names_its_plan_and_reads_back() {
        let ids: Vec<&str> = exporters().map(|(_, target)| target.meta().id).collect();
        let mut plan = plan(
            "1.36",
            &["10.244.0.0/16", "fd00:10:244::/56"],
            &["10.96.0.0/16", "fd00:10:96::/112"],
        );
        plan.metadata.name = "odd\nname: [\t".to_owned();
        let services = [serde_json::json!({
            "apiVersion": "v1", "kind": "Service", "metadata": {"name": "web"}, "spec": {"ports": [{"port": 80}]}
        })];
        let result = export(&plan, &services, &ids);
        assert!(result.diagnostics.iter().all(|found| found.code != "EXP009"));
        // A message that is missing is shown by its id.
        for file in &result.files {
            let id = file
                .text
                .split_whitespace()
                .find(|word| word.starts_with("export-") && !word.contains(':'));
            assert_eq!(id, None, "{}", file.path);
        }
        for file in &result.files {
            assert!(
                !has_comments(file.media_type) || file.text.contains("plan: odd name: [ , Kubernetes 1.36\n"),
                "{}",
                file.path
            );
            if file.path.ends_with(".yaml") {
                let stream = crate::document::read(&file.text);
                assert!(
                    stream.diagnostics.is_empty(),
                    "{}: {:?}",
                    file.path,
                    stream.diagnostics
                );
                assert!(!stream.documents.is_empty());
            }
        }
    }

    /// Names of flags and fields that no component of the version has, and of gates it does not know.
    fn foreign_names(version: Version) -> Vec<&'static str> {
        use crate::kubernetes::facts::{self, FactKind};
        let facts = facts::all();
        let known = |name: &str| {
            facts
                .iter()
                .any(|fact| fact.name == name && fact.holds_at(version))
        };
        let mut names: Vec<&'static str> = facts
            .iter()
            .filter(|fact| matches!(fact.kind, FactKind::Flag | FactKind::Field | FactKind::Gate))
            .map(|fact| fact.name)
            .filter(|name| !known(name))
            .map(|name| name.rsplit('.').next().unwrap())
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Whether a file sets the name: as a flag, a key or a gate. A comment may speak of it.
    fn sets(text: &str, name: &str) -> bool {
        text.lines()
            .map(|line| line.split(" #").next().unwrap().trim())
            .filter(|line| !line.starts_with('#'))
            .any(|line| {
                line.match_indices(name).any(|(at, found)| {
                    let boundary = |c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_');
                    let behind = line[at + found.len()..].chars().next();
                    line[..at].chars().next_back().is_none_or(boundary)
                        && behind.is_some_and(|c| c == '=' || c == ':')
                })
            })
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
        #[test]
        fn no_file_sets_what_the_version_does_not_have(
            minor in Version::OLDEST.minor()..=Version::NEWEST.minor(),
            pods in proptest::sample::subsequence(vec!["10.244.0.0/16", "fd00:10:244::/56"], 1..=2),
            services in proptest::sample::subsequence(vec!["10.96.0.0/16", "fd00:10:96::/112"], 1..=2),
            swap in proptest::prelude::any::<bool>(),
            cni in proptest::option::of(0..crate::catalog::CNIS.len()),
            provider in proptest::option::of(0..crate::catalog::PROVIDERS.len()),
        ) {
            let (mut pods, mut services) = (pods, services);
            if swap {
                pods.reverse();
                services.reverse();
            }
            let mut plan = plan(&format!("1.{minor}"), &pods, &services);
            plan.spec.cni = cni.and_then(|i| crate::catalog::Cni::all().nth(i));
            plan.spec.provider = provider.and_then(|i| crate::catalog::Provider::all().nth(i));
            let foreign = foreign_names(plan.spec.kubernetes_version);
            for (group, target) in exporters() {
                for file in export(&plan, &[], &[target.meta().id]).files {
                    // Command lines of clouds are not those of components: az has a `--network-plugin` too.
                    let flags = group != Group::Clouds;
                    for name in foreign.iter().filter(|name| flags || !name.starts_with("--")) {
                        proptest::prop_assert!(!sets(&file.text, name), "1.{minor} {} {name}\n{}", file.path, file.text);
                    }
                }
            }
        }
    }

    fn any_cidrs() -> impl proptest::strategy::Strategy<Value = Vec<crate::net::Cidr>> {
        use proptest::prelude::*;
        let cidr = (any::<bool>(), any::<u128>(), 0u8..=128).prop_map(|(v4, bits, len)| {
            let (family, bits, len) = if v4 {
                (crate::net::IpFamily::IPv4, bits >> 96, len % 33)
            } else {
                (crate::net::IpFamily::IPv6, bits, len)
            };
            crate::net::Cidr::from_bits(family, bits, len).unwrap()
        });
        proptest::collection::vec(cidr, 0..4)
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]
        #[test]
        fn every_plan_has_files_that_read_back_or_an_error(
            minor in Version::OLDEST.minor()..=Version::NEWEST.minor(),
            pods in any_cidrs(),
            services in any_cidrs(),
            nodes in any_cidrs(),
            count in 0u32..2000,
            masks in (proptest::option::of(0u8..=32), proptest::option::of(0u8..=128)),
            name in "[ -~漢]{0,70}",
        ) {
            let mut plan = plan(&format!("1.{minor}"), &[], &[]);
            plan.metadata.name = name.clone();
            plan.spec.reserved = nodes
                .iter()
                .map(|cidr| crate::request::Reserved { name: name.clone(), cidr: *cidr })
                .collect();
            plan.spec.pod_cidrs = pods;
            plan.spec.service_cidrs = services;
            plan.spec.node_cidrs = nodes;
            plan.spec.nodes.count = count;
            plan.spec.nodes.mask_size_ipv4 = masks.0;
            plan.spec.nodes.mask_size_ipv6 = masks.1;
            let service = serde_json::json!({
                "apiVersion": "v1", "kind": "Service", "metadata": {"name": name}, "spec": {"ports": [{"port": 0}]}
            });
            for (_, target) in exporters() {
                let id = target.meta().id;
                let result = export(&plan, std::slice::from_ref(&service), &[id]);
                // EXP010: there is nothing to masquerade, so an empty file would be wrong.
                let mut found = result.diagnostics.iter();
                let refused = found.any(|found| found.severity == Severity::Error || found.code == "EXP010");
                proptest::prop_assert!(refused || !result.files.is_empty(), "{id}: {:?}", result.diagnostics);
                let mut paths = BTreeSet::new();
                for file in &result.files {
                    proptest::prop_assert!(paths.insert(&file.path), "{} twice", file.path);
                    if file.media_type == "application/yaml" || file.media_type == "application/json" {
                        let stream = crate::document::read(&file.text);
                        proptest::prop_assert!(stream.diagnostics.is_empty(), "{}: {:?}", file.path, stream.diagnostics);
                        proptest::prop_assert!(!stream.documents.is_empty(), "{} is empty", file.path);
                    }
                }
                let broken = result.diagnostics.iter().find(|found| found.code == "EXP009");
                proptest::prop_assert!(broken.is_none(), "{id}: {broken:?}");
            }
        }
    }

    #[test]
    fn names_outside_their_versions_are_found() {
        let old = foreign_names("1.16".parse().unwrap());
        assert!(old.contains(&"--node-cidr-mask-size-ipv6") && old.contains(&"detectLocalMode"));
        assert!(foreign_names("1.36".parse().unwrap()).contains(&"IPv6DualStack"));
        assert!(sets("- --feature-gates=IPv6DualStack=true", "IPv6DualStack"));
        assert!(sets("detectLocalMode: ClusterCIDR", "detectLocalMode"));
        assert!(!sets("# --node-cidr-mask-size=24", "--node-cidr-mask-size"));
        assert!(!sets("--node-cidr-mask-size-ipv6=64", "--node-cidr-mask-size"));
    }
}
