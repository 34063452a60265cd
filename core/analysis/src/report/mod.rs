//! Output of findings for readers and tools: text for terminals, JSON, SARIF for code scanning, JUnit for test
//! reports, GitHub's workflow commands; and a whole report as Markdown.

mod checked;
mod github;
mod json;
mod junit;
mod markdown;
mod sarif;
#[cfg(test)]
mod tests;
mod text;
mod width;

use serde::{Deserialize, Serialize};

use crate::analyze::Counts;
use crate::diagnostic::Severity;
use crate::i18n::Catalogue;

pub use checked::CheckedFile;
pub use github::{data as github_data, property as github_property};
pub use markdown::{markdown, syntax as markdown_syntax};
pub use width::{aligned, display_width, printable};

/// What findings are written as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// For a terminal, with the lines of the file.
    #[default]
    Text,
    /// A list of findings, each with its file.
    Json,
    /// SARIF 2.1.0.
    Sarif,
    /// JUnit XML: a finding is a failed test.
    Junit,
    /// Workflow commands of GitHub Actions.
    Github,
}

/// Writes the findings of files in a format. `counts` are the numbers of all findings, of those too that are not listed.
/// `language` is a BCP 47 tag; messages are in that language.
///
/// ```
/// use dualstack_analysis::report::{CheckedFile, Format, write};
/// use dualstack_analysis::analyze::Counts;
/// use dualstack_analysis::{AnalyzeOptions, analyze};
/// let text = "kind: ClusterPlan\n";
/// let report = analyze(text, &AnalyzeOptions::default());
/// let file = CheckedFile { name: "plan.yaml", text, diagnostics: &report.diagnostics };
/// let counts = Counts::of(&report.diagnostics);
/// assert!(write(Format::Github, &[file], counts, "en").starts_with("::error file=plan.yaml,line=1"));
/// ```
pub fn write(format: Format, files: &[CheckedFile<'_>], counts: Counts, language: &str) -> String {
    without_pages(format, files, counts, language)
        .unwrap_or_else(|| sarif::write(files, &Catalogue::of(language)))
}

/// Writes findings as [`write()`] does, in the formats without pages of rules, so that a WASM module with these formats
/// does not hold the pages. `None` for SARIF.
pub fn without_pages(
    format: Format,
    files: &[CheckedFile<'_>],
    counts: Counts,
    language: &str,
) -> Option<String> {
    let catalogue = Catalogue::of(language);
    match format {
        Format::Text => Some(text::write(files, counts, &catalogue)),
        Format::Json => Some(json::write(files, language)),
        Format::Sarif => None,
        Format::Junit => Some(junit::write(files, &catalogue)),
        Format::Github => Some(github::write(files, &catalogue)),
    }
}

/// Returns the exit code of a check: 1 if there are errors, otherwise 0.
pub fn exit_code(files: &[CheckedFile<'_>]) -> u8 {
    let errors = |file: &CheckedFile<'_>| {
        file.diagnostics
            .iter()
            .any(|found| found.severity == Severity::Error)
    };
    u8::from(files.iter().any(errors))
}
