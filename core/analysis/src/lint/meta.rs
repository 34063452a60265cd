//! The metadata of a rule, as data.

use crate::diagnostic::{Component, Severity, Stage};
use crate::i18n::{Catalogue, Message};
use crate::kubernetes::{Timeline, Window};

/// The input that a rule needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum Needs {
    /// The plan alone.
    Plan,
    /// The CNI plugin, provider or distribution of the plan.
    Cni,
    /// Services beside the plan.
    Services,
    /// Other manifests beside the plan.
    Manifests,
    /// The older plan.
    PreviousPlan,
    /// The way in which components are started today: units, manifests, configuration files beside the plan.
    Started,
    /// The machines. No file shows their state, so the rule is an item of the checklist and a page that `explain`
    /// finds.
    Hosts,
    /// The findings of the other rules; such a rule runs after them.
    Findings,
}

/// What the check of a rule needs to be run, and its findings to be shown. What only readers of its page need stands in
/// [`super::RuleNotes`].
#[derive(Debug)]
pub struct RuleMeta {
    /// The stable code, `ADDR001`. A code is never reused.
    pub code: &'static str,
    /// The severity of a finding, by version.
    pub severity: Timeline<Severity>,
    /// The Kubernetes versions that the rule checks.
    pub versions: Window,
    /// The input that the rule needs.
    pub needs: Needs,
    /// The component that fails.
    pub component: Component,
    /// The moment at which the component fails.
    pub stage: Stage,
    /// Checks that this rule explains: start-up checks of components ([`crate::components::FailedCheck::id`]), and checks of
    /// the API server that refuse a Service ([`crate::admission::Cause::rule`]).
    pub covers: &'static [&'static str],
    /// Refusals of tools that this rule explains, by the codes or the message ids of [`crate::needs`].
    pub refusals: &'static [&'static str],
    /// The kinds of manifests beside the plan that the rule reads. A kind that no rule reads is PLAN003. Services are
    /// not named, because every file is read for them.
    pub reads: &'static [&'static str],
    /// The names of the fixes that the rule can offer. The title of `move` is in the attribute `.fix-move` of the
    /// rule's texts.
    pub fixes: &'static [&'static str],
}

/// Where the pages of the rules are published.
const PAGES: &str = concat!(env!("CARGO_PKG_REPOSITORY"), "/blob/main/docs/rules/");

impl RuleMeta {
    /// Returns the address of the rule's page.
    pub fn docs_url(&self) -> String {
        format!("{PAGES}{}.md", self.code)
    }

    /// Returns the sentence that says what to do, in general words; a finding has the same with its values.
    pub fn help(&self) -> Message {
        self.general("help")
    }

    /// Returns the titles of the fixes, in general words.
    pub fn fix_titles(&self) -> impl Iterator<Item = Message> {
        self.fixes.iter().map(|name| self.general(&format!("fix-{name}")))
    }

    /// Returns a text without parameters: `.page-NAME` of the rule if `.NAME` has parameters.
    fn general(&self, name: &str) -> Message {
        let page = format!("{}.page-{name}", self.code);
        let has_holes = Catalogue::of("en").has(&page);
        Message::new(if has_holes {
            page
        } else {
            format!("{}.{name}", self.code)
        })
    }

    /// Returns the ids of the titles of its fixes: `ADDR001.fix-move`.
    pub fn fix_ids(&self) -> impl Iterator<Item = String> {
        let code = self.code;
        self.fixes.iter().map(move |name| format!("{code}.fix-{name}"))
    }
}

macro_rules! always {
    ($name:ident, $severity:ident) => {
        #[doc = concat!("`", stringify!($severity), "` at every version.")]
        pub(crate) const $name: Timeline<Severity> = Timeline::new(&[crate::kubernetes::row(
            16,
            Severity::$severity,
            "the sources of the rule",
        )]);
    };
}
always!(ERROR, Error);
always!(WARNING, Warning);
always!(INFO, Info);

/// A warning up to 1.35, an error from 1.36: for values that `StrictIPCIDRValidation` refuses by default since then.
pub(crate) const STRICT_FROM_1_36: Timeline<Severity> = Timeline::new(&[
    crate::kubernetes::row(16, Severity::Warning, "kubernetes/kubernetes#137053"),
    crate::kubernetes::row(36, Severity::Error, "kubernetes/kubernetes#137053"),
]);
