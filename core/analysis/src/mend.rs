//! Application of fixes one after the other, as `dualstack lint --fix` does it.

use serde::Serialize;

use crate::analyze::{Analysis, AnalyzeOptions};
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

/// Applies every safe fix, one after the other, until no finding has one.
pub fn apply_safe(text: &str, options: &AnalyzeOptions<'_>) -> Fixed {
    let mut analysis = Analysis::of(text, options);
    let mut applied = Vec::new();
    while applied.len() < MOST {
        let Some((code, fix, after)) = analysis.safely_fixed() else {
            break;
        };
        applied.push(AppliedFix {
            code,
            title: fix.title,
        });
        analysis = after;
    }
    let source = analysis.stream().sources.first();
    Fixed {
        // A text that is too long to be read is none of the sources.
        text: match source.filter(|_| !applied.is_empty()) {
            Some(source) => source.text().to_owned(),
            None => text.to_owned(),
        },
        applied,
    }
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
