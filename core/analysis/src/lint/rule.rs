//! A rule: its metadata and its check.

use super::context::{LintContext, Reporter};
use super::meta::RuleMeta;

/// Reads the context and reports every place that breaks a rule. It formats no sentence, compares no version and calls
/// no other rule.
pub type Check = fn(&LintContext<'_>, &mut Reporter<'_>);

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// What it says of itself.
    pub meta: RuleMeta,
    /// `None` for an item of the checklist ([`super::Needs::Hosts`]), which no file can show.
    pub check: Option<Check>,
}

/// Declares the `RULE` of a module, a [`RuleMeta`] and a [`Check`], and its `NOTES`, of which the doc comment is the page.
macro_rules! declare_rule {
    (
        $(#[doc = $doc:literal])+
        rule $name:ident {
            code: $code:literal,
            severity: $severity:expr,
            needs: $needs:ident,
            component: $component:ident,
            stage: $stage:ident,
            since: $since:literal,
            sources: [$($source:literal),* $(,)?]
            $(, versions: $versions:expr)?
            $(, reads: [$($kind:literal),+ $(,)?])?
            $(, covers: [$($covered:literal),+ $(,)?])?
            $(, upstream: [$($pattern:literal),+ $(,)?])?
            $(, fixes: [$($fix:literal),+ $(,)?])?
            $(, check: $check:path)?
            $(,)?
        }
    ) => {
        pub(super) static RULE: $crate::lint::Rule = $crate::lint::Rule {
            meta: $crate::lint::RuleMeta {
                code: $code,
                severity: $severity,
                versions: $crate::lint::rule::given!($($versions)? ; $crate::kubernetes::Window::ALL),
                needs: $crate::lint::Needs::$needs,
                component: $crate::diagnostic::Component::$component,
                stage: $crate::diagnostic::Stage::$stage,
                covers: &[$($($covered),+)?],
                reads: &[$($($kind),+)?],
                fixes: &[$($($fix),+)?],
            },
            check: $crate::lint::rule::given!($(Some($check))? ; None),
        };

        pub(super) static NOTES: $crate::lint::RuleNotes = $crate::lint::RuleNotes {
            rule: &RULE,
            name: stringify!($name),
            upstream: &[$($($pattern),+)?],
            since: $since,
            sources: &[$($source),*],
            doc: concat!($($doc, "\n"),+),
            file: file!(),
        };
    };
}
pub(crate) use declare_rule;

/// The first of the two that is there.
macro_rules! given {
    (; $default:expr) => {
        $default
    };
    ($value:expr ; $default:expr) => {
        $value
    };
}
pub(crate) use given;
