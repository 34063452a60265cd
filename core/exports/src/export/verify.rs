//! The origin of files: whether they come from a plan, by the comment at their top and by a new export of the plan.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::ExportContext;
use super::run::{export_all, has_comments};
use crate::i18n::{Catalogue, LOCALES, Message};

/// A file whose origin is to be found.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FileToVerify {
    /// The path of the file below the output folder.
    pub path: String,
    /// The text of the file.
    pub text: String,
}

/// The origin of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum Origin {
    /// This plan: the text equals that of this version of the tool, in one of its languages.
    ThisPlan,
    /// This plan, but with another text: edited, or written by another version of the tool.
    Edited,
    /// Another plan, or this one before it was changed.
    OtherPlan,
    /// Unknown: nothing marks the file as an export.
    Unknown,
}

impl Origin {
    /// Returns the id of the origin, `this-plan` …, which is a part of a message id.
    const fn as_str(self) -> &'static str {
        match self {
            Origin::ThisPlan => "this-plan",
            Origin::Edited => "edited",
            Origin::OtherPlan => "other-plan",
            Origin::Unknown => "unknown",
        }
    }
}

/// The result of the check of one file.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct VerifiedFile {
    /// The path of the file, as given.
    pub path: String,
    /// The origin of the file.
    pub origin: Origin,
    /// The origin as a sentence.
    pub message: Message,
}

/// Returns the origin of each file. The language of the context does not matter.
///
/// A file that names a plan at its top is judged by the checksum there. Formats without comments (JSON, CSV) are
/// compared with the file that the plan has at that path.
pub fn verify(cx: &ExportContext<'_>, files: &[FileToVerify]) -> Vec<VerifiedFile> {
    let expected = Expected::of(cx);
    files
        .iter()
        .map(|file| {
            let origin = expected.origin(file);
            VerifiedFile {
                path: file.path.clone(),
                origin,
                message: Message::new(format!("export-origin.{}", origin.as_str())),
            }
        })
        .collect()
}

/// The files that a plan has in every language.
struct Expected {
    checksum: String,
    texts: BTreeSet<String>,
    /// The paths of files that cannot name their plan.
    silent: BTreeSet<String>,
}

impl Expected {
    fn of(cx: &ExportContext<'_>) -> Expected {
        let files = LOCALES.iter().flat_map(|locale| {
            let cx = cx.clone().in_language(Catalogue::of(locale.tag));
            export_all(&cx).files
        });
        let mut texts = BTreeSet::new();
        let mut silent = BTreeSet::new();
        for file in files {
            if !has_comments(file.media_type) {
                silent.insert(file.path);
            }
            texts.insert(file.text);
        }
        Expected {
            checksum: cx.checksum.clone(),
            texts,
            silent,
        }
    }

    fn origin(&self, file: &FileToVerify) -> Origin {
        if self.texts.contains(&file.text) {
            return Origin::ThisPlan;
        }
        match named_checksum(&file.text) {
            Some(checksum) if checksum == self.checksum => Origin::Edited,
            Some(_) => Origin::OtherPlan,
            None if self.silent.contains(&file.path) => Origin::OtherPlan,
            None => Origin::Unknown,
        }
    }
}

/// The largest number of lines before the one with the checksum: a `#!` line, the tool and the plan.
const HEADER_LINES: usize = 8;

/// Returns the checksum that a header names, in any comment syntax. `None` if there is none.
fn named_checksum(text: &str) -> Option<&str> {
    let mut lines = text.lines().take(HEADER_LINES);
    lines.find(|line| line.contains("dualstack-planner "))?;
    lines.find_map(|line| line.split_once("checksum: ")?.1.split_whitespace().next())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::components::plan_for_tests;
    use crate::export::for_tests::context;
    use crate::request::ClusterPlan;

    fn plan() -> ClusterPlan {
        plan_for_tests(
            "1.36",
            &["10.244.0.0/16", "fd00:10:244::/56"],
            &["10.96.0.0/16", "fd00:10:96::/112"],
        )
    }

    fn by_path(plan: &ClusterPlan, language: &str) -> BTreeMap<String, String> {
        let cx = ExportContext::new(plan, &[], Catalogue::of(language)).with_report(&|_| "\n".to_owned());
        export_all(&cx)
            .files
            .into_iter()
            .map(|file| (file.path, file.text))
            .collect()
    }

    fn origins(files: &BTreeMap<String, String>) -> Vec<(String, Origin)> {
        let files: Vec<FileToVerify> = files
            .iter()
            .map(|(path, text)| FileToVerify {
                path: path.clone(),
                text: text.clone(),
            })
            .collect();
        let plan = plan();
        let cx = context(&plan, &[]);
        verify(&cx, &files)
            .into_iter()
            .map(|file| (file.path, file.origin))
            .collect()
    }

    #[test]
    fn what_a_plan_writes_in_any_language_comes_from_it() {
        for locale in LOCALES {
            let files = by_path(&plan(), locale.tag);
            assert!(files.len() > 5);
            for (path, origin) in origins(&files) {
                assert_eq!(origin, Origin::ThisPlan, "{} {path}", locale.tag);
            }
        }
    }

    #[test]
    fn every_file_of_another_plan_is_found() {
        let mut other = plan();
        // Every target that exists names the pod ranges or the plan's checksum.
        other.spec.pod_cidrs.reverse();
        other.spec.service_cidrs.reverse();
        other.metadata.name = "other".to_owned();
        let own = by_path(&plan(), "en");
        let silent = |path: &str| path.ends_with(".json") || path.ends_with(".csv");
        let others = by_path(&other, "en");
        for (path, origin) in origins(&others) {
            let expected = match own.get(&path) {
                // A list that is the same for every plan.
                Some(text) if *text == others[&path] => Origin::ThisPlan,
                None if silent(&path) => Origin::Unknown,
                _ => Origin::OtherPlan,
            };
            assert_eq!(origin, expected, "{path}");
        }
    }

    #[test]
    fn a_change_by_hand_is_found() {
        let mut files = by_path(&plan(), "en");
        files.retain(|path, _| path.ends_with(".yaml"));
        files.values_mut().for_each(|text| text.push_str("# mine\n"));
        assert!(!files.is_empty());
        for (path, origin) in origins(&files) {
            assert_eq!(origin, Origin::Edited, "{path}");
        }
    }

    #[test]
    fn a_file_of_somebody_else_is_not_judged() {
        let files = BTreeMap::from([
            ("README.md".to_owned(), "checksum: fnv1a64:0\n".to_owned()),
            ("empty".to_owned(), String::new()),
        ]);
        let found: Vec<Origin> = origins(&files).into_iter().map(|(_, origin)| origin).collect();
        assert_eq!(found, [Origin::Unknown, Origin::Unknown]);
    }

    #[test]
    fn headers_of_every_comment_style_are_read() {
        for text in [
            "# dualstack-planner 0.1.0\n# plan: x, Kubernetes 1.36\n# checksum: fnv1a64:12\n",
            "#!/bin/sh\n# dualstack-planner 0.1.0\n# checksum: fnv1a64:12\n",
            "<!--\ndualstack-planner 0.1.0\nchecksum: fnv1a64:12\n-->\n",
            "; dualstack-planner 0.1.0\r\n; checksum: fnv1a64:12\r\n",
        ] {
            assert_eq!(named_checksum(text), Some("fnv1a64:12"), "{text}");
        }
        assert_eq!(named_checksum("checksum: fnv1a64:12\n"), None);
    }
}
