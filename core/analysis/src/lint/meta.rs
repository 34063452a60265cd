//! What a rule says of itself, as data.

use crate::diagnostic::{Component, Severity, Stage};
use crate::i18n::{Catalogue, Message};
use crate::kubernetes::{Timeline, Window};

/// What a rule needs to be able to say anything.
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
    /// The plan as it was before.
    PreviousPlan,
    /// How components are started today: units, manifests, configuration files beside the plan.
    Started,
    /// The machines: no file shows it, so the rule is an item of a checklist and a page that `explain` finds.
    Hosts,
    /// What the other rules found: such a rule runs after them.
    Findings,
}

/// What the check of a rule needs to be run, and its findings to be shown. What only readers of its page need stands in
/// [`super::RuleNotes`].
#[derive(Debug)]
pub struct RuleMeta {
    /// Stable code, `ADDR001`; never used again for something else.
    pub code: &'static str,
    /// How bad a finding is, by version.
    pub severity: Timeline<Severity>,
    /// The Kubernetes versions that it checks.
    pub versions: Window,
    /// What it looks at.
    pub needs: Needs,
    /// The component that fails.
    pub component: Component,
    /// The moment at which it fails.
    pub stage: Stage,
    /// Checks that this rule explains: start-up checks of components ([`crate::components::FailedCheck::id`]), and checks of
    /// the API server that refuse a Service ([`crate::admission::Cause::rule`]).
    pub covers: &'static [&'static str],
    /// Kinds of the manifests beside the plan that it looks at. A kind that no rule reads is PLAN003. Services are not
    /// named: every file is read for them.
    pub reads: &'static [&'static str],
    /// Names of the fixes that it can offer: `move` has its title in the attribute `.fix-move` of the rule's texts.
    pub fixes: &'static [&'static str],
}

/// Where the pages of the rules are published.
const PAGES: &str = concat!(env!("CARGO_PKG_REPOSITORY"), "/blob/main/docs/rules/");

impl RuleMeta {
    /// Returns the address of the rule's page.
    pub fn docs_url(&self) -> String {
        format!("{PAGES}{}.md", self.code)
    }

    /// Returns what to do about it, whatever the plan: a finding has the same with its own values.
    pub fn help(&self) -> Message {
        self.general("help")
    }

    /// Returns what its fixes do, whatever the plan.
    pub fn fix_titles(&self) -> impl Iterator<Item = Message> {
        self.fixes.iter().map(|name| self.general(&format!("fix-{name}")))
    }

    /// Returns a text that needs no values: `.page-NAME` of the rule where `.NAME` has holes.
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

/// A warning up to 1.35, an error from 1.36: the values that `StrictIPCIDRValidation` refuses by default since then.
pub(crate) const STRICT_FROM_1_36: Timeline<Severity> = Timeline::new(&[
    crate::kubernetes::row(16, Severity::Warning, "kubernetes/kubernetes#137053"),
    crate::kubernetes::row(36, Severity::Error, "kubernetes/kubernetes#137053"),
]);
