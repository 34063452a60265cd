//! What a rule is, and what it says of itself.

use crate::diagnostic::{Component, Severity, Stage};
use crate::kubernetes::Timeline;

use super::context::{LintContext, Reporter};

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

/// Everything a rule says of itself: the list of rules, the documentation and `explain` are made from it.
#[derive(Debug)]
pub struct RuleMeta {
    /// Stable code, `ADDR001`; never used again for something else.
    pub code: &'static str,
    /// Name in words, `PodServiceOverlap`.
    pub name: &'static str,
    /// How bad, by version.
    pub severity: Timeline<Severity>,
    /// The minors it holds for, both included.
    pub minors: (u8, u8),
    /// What it needs.
    pub needs: Needs,
    /// Who fails.
    pub component: Component,
    /// When.
    pub stage: Stage,
    /// Checks that this rule explains: start-up checks of components ([`crate::components::FailedCheck::id`]), and checks of
    /// the API server that refuse a Service ([`crate::admission::Cause::rule`]).
    pub covers: &'static [&'static str],
    /// What the component prints, as patterns for [`crate::lint::explain`]; see there for the holes.
    pub upstream: &'static [&'static str],
    /// Project version that brought the rule.
    pub since: &'static str,
    /// Issues, pull requests and source files that show the failure.
    pub sources: &'static [&'static str],
    /// The page of the rule, in Markdown.
    pub doc: &'static str,
    /// Source file.
    pub file: &'static str,
}

/// One rule. It reads the context and reports; it formats no sentence, compares no version and calls no other rule.
pub trait Rule: Sync {
    /// What the rule says of itself.
    fn meta(&self) -> &'static RuleMeta;
    /// Reports every place that breaks the rule.
    fn check(&self, cx: &LintContext<'_>, out: &mut Reporter<'_>);
}

/// Declares a rule: its doc comment is its page, the block its [`RuleMeta`].
macro_rules! declare_rule {
    (
        $(#[doc = $doc:literal])+
        pub struct $name:ident {
            code: $code:literal,
            severity: $severity:expr,
            needs: $needs:ident,
            component: $component:ident,
            stage: $stage:ident,
            since: $since:literal,
            sources: [$($source:literal),* $(,)?]
            $(, minors: $minors:expr)?
            $(, covers: [$($check:literal),+ $(,)?])?
            $(, upstream: [$($pattern:literal),+ $(,)?])?
            $(,)?
        }
    ) => {
        $(#[doc = $doc])+
        pub(crate) struct $name;

        impl $name {
            const META: &'static $crate::lint::RuleMeta = &$crate::lint::RuleMeta {
                code: $code,
                name: stringify!($name),
                severity: $severity,
                minors: $crate::lint::rule::minors(&[$($minors)?]),
                needs: $crate::lint::Needs::$needs,
                component: $crate::diagnostic::Component::$component,
                stage: $crate::diagnostic::Stage::$stage,
                covers: &[$($($check),+)?],
                upstream: &[$($($pattern),+)?],
                since: $since,
                sources: &[$($source),*],
                doc: concat!($($doc, "\n"),+),
                file: file!(),
            };
        }
    };
}
pub(crate) use declare_rule;

/// The given window, or every known minor.
pub(crate) const fn minors(given: &[(u8, u8)]) -> (u8, u8) {
    match given {
        [window, ..] => *window,
        [] => (
            crate::kubernetes::Version::OLDEST.minor(),
            crate::kubernetes::Version::NEWEST.minor(),
        ),
    }
}

macro_rules! always {
    ($name:ident, $severity:ident) => {
        #[doc = concat!("`", stringify!($severity), "` at every version.")]
        pub(crate) const $name: Timeline<Severity> = Timeline::new(&[crate::kubernetes::row(
            16,
            Severity::$severity,
            "spec/lints.md",
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
