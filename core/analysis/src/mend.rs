//! Application of fixes one after the other, as `dualstack lint --fix` does it.

use serde::Serialize;

use crate::analyze::{Analysis, AnalyzeOptions};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::patch;
use crate::groups::groups;
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
    /// The number of the file that it changed, from 0.
    pub file: usize,
}

/// A text with fixes applied.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Fixed {
    /// The new text; of several files the first.
    pub text: String,
    /// The new texts, in the order of the files.
    pub texts: Vec<String>,
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
    apply_safe_to(&[("", text)], options)
}

/// Applies every safe fix to files, those that belong to one plan together.
pub fn apply_safe_to(files: &[(&str, &str)], options: &AnalyzeOptions<'_>) -> Fixed {
    let mut all = Fixed {
        text: String::new(),
        texts: files.iter().map(|(_, text)| (*text).to_owned()).collect(),
        applied: Vec::new(),
    };
    for group in groups(files.iter().map(|(_, text)| *text)) {
        let own: Vec<(&str, &str)> = group
            .iter()
            .filter_map(|index| files.get(*index).copied())
            .collect();
        let fixed = apply_to_one(&own, options);
        for (index, text) in group.iter().zip(fixed.texts) {
            if let Some(place) = all.texts.get_mut(*index) {
                *place = text;
            }
        }
        all.applied
            .extend(fixed.applied.into_iter().map(|applied| AppliedFix {
                file: group.get(applied.file).copied().unwrap_or_default(),
                ..applied
            }));
    }
    all.text = all.texts.first().cloned().unwrap_or_default();
    all
}

/// Applies every safe fix to files that are read as one: the plan of one of them, and the manifests of all.
fn apply_to_one(files: &[(&str, &str)], options: &AnalyzeOptions<'_>) -> Fixed {
    let mut texts: Vec<String> = files.iter().map(|(_, text)| (*text).to_owned()).collect();
    let mut applied = Vec::new();
    let analysis = |texts: &[String]| {
        let files: Vec<(&str, &str)> = files
            .iter()
            .zip(texts)
            .map(|((name, _), text)| (*name, text.as_str()))
            .collect();
        Analysis::of_files(&files, options)
    };
    let mut now = analysis(&texts);
    while applied.len() < MOST {
        let found = now.diagnostics();
        let step = found.iter().find_map(|diagnostic| {
            let fix = diagnostic.fixes.iter().find(|fix| fix.safe)?;
            let firsts = &now.stream().firsts;
            let at = firsts
                .partition_point(|first| *first <= fix.document)
                .checked_sub(1)?;
            let document = fix.document.saturating_sub(*firsts.get(at)?);
            let patched = patch::apply(texts.get(at)?, document, &fix.patch).ok()?.text;
            let mut changed = texts.clone();
            *changed.get_mut(at)? = patched;
            let after = analysis(&changed);
            let better = count(after.diagnostics(), diagnostic.code) < count(found, diagnostic.code)
                && errors(after.diagnostics()) <= errors(found);
            let applied = AppliedFix {
                code: diagnostic.code,
                title: fix.title.clone(),
                file: at,
            };
            better.then_some((changed, after, applied))
        });
        let Some((changed, after, one)) = step else { break };
        texts = changed;
        applied.push(one);
        now = after;
    }
    Fixed {
        text: String::new(),
        texts,
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
    fn files_are_mended_together_each_in_its_own_text() {
        let plan = "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nspec:\n  kubernetesVersion: \"1.36\"\n  \
                    podCIDRs: [10.244.0.0/16, \"fd00:10:244::/56\"]\n  serviceCIDRs: [010.96.0.0/16, \"fd00:10:96::/112\"]\n";
        let service =
            "kind: Service # mine\nmetadata: {name: web}\nspec: {ipFamily: IPv6, ports: [{port: 80}]}\n";
        let fixed = apply_safe_to(
            &[("svc.yaml", service), ("plan.yaml", plan)],
            &AnalyzeOptions::default(),
        );
        let [first, second] = fixed.texts.as_slice() else {
            panic!("two texts")
        };
        assert!(first.contains("ipFamilies: [IPv6]"), "{first}");
        assert!(second.contains("serviceCIDRs: [10.96.0.0/16"), "{second}");
        let mut changed: Vec<usize> = fixed.applied.iter().map(|applied| applied.file).collect();
        changed.sort_unstable();
        changed.dedup();
        assert_eq!(changed, [0, 1]);
    }

    #[test]
    fn what_needs_a_look_is_left_alone() {
        let text = "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nspec:\n  kubernetesVersion: \"1.36\"\n  \
                    podCIDRs: [10.96.0.0/12]\n  serviceCIDRs: [10.96.0.0/16]\n";
        let fixed = apply_safe(text, &AnalyzeOptions::default());
        assert_eq!(fixed.text, text);
    }
}
