//! Application of fixes one after the other, as `dualstack lint --fix` does it.

use serde::{Deserialize, Serialize};

use crate::analyze::{Analysis, AnalyzeOptions};
use crate::diagnostic::PatchOperation;
use crate::document;
use crate::document::patch::{self, PatchError};
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

/// Texts that a fix has changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Patched {
    /// The new text; of several files the first.
    pub text: String,
    /// The new texts, in the order of the files.
    pub texts: Vec<String>,
}

/// A fix as somebody gives it back, to have it applied. What else a [`Fix`](crate::diagnostic::Fix) says is not read.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ChosenFix {
    /// Index of the document the fix changes, from 0; several files are counted through.
    pub document: usize,
    /// The operations of the patch.
    pub patch: Vec<PatchOperation>,
}

/// Applies one fix to files that are read as one.
///
/// # Errors
/// A [`PatchError`] if the fix does not fit the files: it is one of another text.
pub fn apply(files: &[(&str, &str)], fix: &ChosenFix) -> Result<Patched, PatchError> {
    let stream = document::read_files(files);
    let changed = stream
        .document(fix.document)
        .ok_or(PatchError::NoDocument(fix.document))?;
    let file = stream.file_of(fix.document).0;
    let mut texts: Vec<String> = files.iter().map(|(_, text)| (*text).to_owned()).collect();
    if let Some(place) = texts.get_mut(file) {
        *place = patch::apply_to(changed, &fix.patch)?.text;
    }
    Ok(Patched {
        text: texts.first().cloned().unwrap_or_default(),
        texts,
    })
}

/// Applies every safe fix, one after the other, until no finding has one.
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
    let mut analysis = Analysis::of_files(files, options);
    let mut applied: Vec<AppliedFix> = Vec::new();
    while applied.len() < MOST {
        let Some((code, fix, after)) = analysis.safely_fixed() else {
            break;
        };
        applied.push(AppliedFix {
            code,
            title: fix.title,
            file: analysis.stream().file_of(fix.document).0,
        });
        analysis = after;
    }
    let sources = analysis.stream().sources.iter();
    let texts = files
        .iter()
        .zip(sources)
        .enumerate()
        .map(|(index, ((_, text), source))| {
            // What nothing changed stays as it came: a text that is too long to be read has no source.
            match applied.iter().any(|applied| applied.file == index) {
                true => source.text().to_owned(),
                false => (*text).to_owned(),
            }
        });
    Fixed {
        text: String::new(),
        texts: texts.collect(),
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
    fn a_chosen_fix_is_applied_to_the_file_that_it_is_about() {
        let plan = "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nspec:\n  kubernetesVersion: \"1.36\"\n  \
                    podCIDRs: [10.244.0.0/16]\n  serviceCIDRs: [10.244.0.0/24] # all of them\n";
        let service = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {ports: [{port: 80}]}\n";
        let files = [("svc.yaml", service), ("plan.yaml", plan)];
        let listed = Analysis::of_files(&files, &AnalyzeOptions::default()).listed();
        let found = listed.iter().find(|found| found.code == "ADDR001").unwrap();
        let given = serde_json::to_value(&found.fixes[0]).unwrap();
        let fix: ChosenFix = serde_json::from_value(given).unwrap();
        let Patched { text, texts } = apply(&files, &fix).unwrap();
        assert_eq!(text, service);
        assert!(texts[1].contains(" # all of them"), "{}", texts[1]);
        let after: Vec<(&str, &str)> = vec![("svc.yaml", &texts[0]), ("plan.yaml", &texts[1])];
        let listed = Analysis::of_files(&after, &AnalyzeOptions::default()).listed();
        assert!(listed.iter().all(|found| found.code != "ADDR001"));
        let elsewhere = ChosenFix { document: 7, ..fix };
        assert_eq!(apply(&files, &elsewhere), Err(PatchError::NoDocument(7)));
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
