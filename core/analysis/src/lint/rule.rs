//! A rule: its metadata, its check, and what the readers of its page are told.

use super::context::{LintContext, Reporter};
use super::meta::RuleMeta;

/// Reads the context and reports every place that breaks a rule. A check does not format sentences, compare versions
/// or call other rules.
pub type Check = fn(&LintContext<'_>, &mut Reporter<'_>);

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// The metadata of the rule.
    pub meta: RuleMeta,
    /// The check; `None` for an item of the checklist ([`super::Needs::Hosts`]), which no file can show.
    pub check: Option<Check>,
}

/// What readers of a rule's page are told besides its [`RuleMeta`]. The pages, SARIF and [`crate::explain`] are made from
/// it. Nothing else refers to it, so that a WASM module without those does not hold it.
#[derive(Debug)]
pub struct RuleNotes {
    /// The rule.
    pub rule: &'static Rule,
    /// Name in words, `PodServiceOverlap`.
    pub name: &'static str,
    /// What the component prints, as patterns for [`crate::explain`]; see there for the holes.
    pub upstream: &'static [&'static str],
    /// Project version that brought the rule.
    pub since: &'static str,
    /// Issues, pull requests and source files that show the failure.
    pub sources: &'static [&'static str],
    /// The page of the rule, in Markdown.
    pub doc: &'static str,
    /// Its source file.
    pub file: &'static str,
}

impl RuleNotes {
    /// Returns its doc comment as Markdown: what it checks, why, and an example.
    pub fn body(&self) -> String {
        let lines: Vec<&str> = self
            .doc
            .lines()
            // Doc comments keep the blank behind `///`.
            .map(|line| line.strip_prefix(' ').unwrap_or(line))
            .collect();
        let mut out = String::new();
        for (index, line) in lines.iter().enumerate() {
            if line.starts_with("## ") && index > 0 {
                out.push('\n');
            }
            out.push_str(line);
            out.push('\n');
            if line.starts_with("## ") {
                out.push('\n');
            }
        }
        out
    }
}

/// Declares the `RULE` of a module, a [`RuleMeta`] and a [`Check`], the kinds that it `READS`, and its `NOTES`, of which
/// the doc comment is the page.
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
            $(, refusals: [$($refusal:literal),+ $(,)?])?
            $(, upstream: [$($pattern:literal),+ $(,)?])?
            $(, fixes: [$($fix:literal),+ $(,)?])?
            $(, check: $check:path)?
            $(,)?
        }
    ) => {
        pub(super) const READS: &[&str] = &[$($($kind),+)?];

        pub(super) static RULE: $crate::lint::Rule = $crate::lint::Rule {
            meta: $crate::lint::RuleMeta {
                code: $code,
                severity: $severity,
                versions: $crate::lint::rule::given!($($versions)? ; $crate::kubernetes::Window::ALL),
                needs: $crate::lint::Needs::$needs,
                component: $crate::diagnostic::Component::$component,
                stage: $crate::diagnostic::Stage::$stage,
                covers: &[$($($covered),+)?],
                refusals: &[$($($refusal),+)?],
                reads: READS,
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

/// Expands to the first of two arguments that is given.
macro_rules! given {
    (; $default:expr) => {
        $default
    };
    ($value:expr ; $default:expr) => {
        $value
    };
}
pub(crate) use given;
