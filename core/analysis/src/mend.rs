//! Application of fixes one after the other, as `dualstack lint --fix` does it.

use serde::Serialize;

use crate::analyze::{AnalyzeOptions, analyze};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::patch;
use crate::i18n::Message;

/// The largest number of fixes of one call, since fixes whose findings return would not end.
const MOST: usize = 500;

/// A fix that was applied.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct AppliedFix {
    /// The code of the fix's finding.
    pub code: &'static str,
    /// The title of the fix.
    pub title: Message,
}

/// A text with fixes applied.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Fixed {
    /// The new text.
    pub text: String,
    /// The fixes that were applied, in order.
    pub applied: Vec<AppliedFix>,
}

fn count(diagnostics: &[Diagnostic], code: &str) -> usize {
    diagnostics.iter().filter(|found| found.code == code).count()
}

fn errors(diagnostics: &[Diagnostic]) -> usize {
    diagnostics
        .iter()
        .filter(|found| found.severity == Severity::Error)
        .count()
}

/// Applies every safe fix. A fix that would leave its finding or add an error is left out.
pub fn apply_safe(text: &str, options: &AnalyzeOptions<'_>) -> Fixed {
    let mut fixed = Fixed {
        text: text.to_owned(),
        applied: Vec::new(),
    };
    let mut found = analyze(text, options).diagnostics;
    while fixed.applied.len() < MOST {
        let step = found.iter().find_map(|diagnostic| {
            let fix = diagnostic.fixes.iter().find(|fix| fix.safe)?;
            let text = patch::apply(&fixed.text, fix.document, &fix.patch).ok()?.text;
            let after = analyze(&text, options).diagnostics;
            let better = count(&after, diagnostic.code) < count(&found, diagnostic.code)
                && errors(&after) <= errors(&found);
            let applied = AppliedFix {
                code: diagnostic.code,
                title: fix.title.clone(),
            };
            better.then_some((text, after, applied))
        });
        let Some((text, after, applied)) = step else { break };
        fixed.text = text;
        fixed.applied.push(applied);
        found = after;
    }
    fixed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn safe_fixes_are_applied_and_comments_kept() {
        let text = "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nspec:\n  kubernetesVersion: \"1.36\"\n  \
                    podCIDRs: [010.244.1.0/16] # pods\n  serviceCIDRs: [10.96.0.0/16]\n";
        let fixed = apply_safe(text, &AnalyzeOptions::default());
        assert!(
            fixed.text.contains("podCIDRs: [10.244.0.0/16] # pods"),
            "{}",
            fixed.text
        );
        assert_eq!(fixed.applied.len(), 1);
        assert_eq!(apply_safe(&fixed.text, &AnalyzeOptions::default()).applied, []);
    }

    #[test]
    fn what_needs_a_look_is_left_alone() {
        let text = "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nspec:\n  kubernetesVersion: \"1.36\"\n  \
                    podCIDRs: [10.96.0.0/12]\n  serviceCIDRs: [10.96.0.0/16]\n";
        let fixed = apply_safe(text, &AnalyzeOptions::default());
        assert_eq!(fixed.text, text);
    }
}
