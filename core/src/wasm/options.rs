//! The options of every call, and the analysis they describe.

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use super::boundary::{self, Problem};
use super::kept;
use super::outcome::Outcome;
use crate::analyze::{Analysis, AnalyzeOptions};
use crate::components::Running;

/// The options of every call.
#[derive(Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct CallOptions {
    /// Language of the messages, such as `ja`; absent: English. The tag of a language that there is not gives English, and
    /// a finding API008. The boundary reads it.
    #[serde(default)]
    #[tsify(optional, type = "Language | (string & {})")]
    pub lang: Option<String>,
    /// Seed for what real components pick at random; absent: 0. The same seed gives the same result.
    #[serde(default, with = "crate::plan::suggest::seed_text")]
    #[tsify(optional, type = "AnyCount")]
    pub seed: u64,
    /// Random bits from which fixes draw a unique local prefix; absent: `seed`. Keep them with the plan, so that the same fix
    /// is offered again.
    #[serde(default, rename = "ulaSeed")]
    #[tsify(optional, type = "AnyCount")]
    pub ula_seed: Option<UlaSeed>,
    /// The plan file as it was before: what a running cluster cannot change is reported.
    #[serde(default)]
    #[tsify(optional)]
    pub previous: Option<String>,
    /// How components are started today: command lines, units, Pod manifests, configuration files. The package reads the
    /// text before the call.
    #[serde(default)]
    #[tsify(optional, type = "string")]
    pub running: Option<Running>,
    /// Whether Services are only sent as `kubectl apply --dry-run=server` sends them: nothing is stored or picked.
    #[serde(default, rename = "dryRun")]
    #[tsify(optional)]
    pub dry_run: bool,
    /// Whether every finding is listed; absent: of one kind and severity the first 20 are listed, and the others are counted in a
    /// finding FILE010.
    #[serde(default, rename = "allFindings")]
    #[tsify(optional)]
    pub all_findings: bool,
}

/// Random bits, as a decimal text or a number.
#[derive(Deserialize)]
#[serde(transparent)]
pub struct UlaSeed(#[serde(with = "crate::plan::suggest::seed_text")] u64);

impl CallOptions {
    /// Returns the options of the analysis.
    pub fn analysis(&self) -> AnalyzeOptions<'_> {
        AnalyzeOptions {
            seed: self.seed,
            ula_seed: self.ula_seed.as_ref().map(|seed| seed.0),
            previous: self.previous.as_deref(),
            running: self.running.as_ref(),
            dry_run: self.dry_run,
            all_findings: self.all_findings,
        }
    }

    /// Returns the tag of the language; empty where none is given.
    pub fn language(&self) -> &str {
        self.lang.as_deref().unwrap_or_default()
    }

    /// Analyses the text of an argument, or the texts of a list as one file. An object with the number of an analysis that is kept
    /// open stands for its texts and options.
    ///
    /// # Errors
    ///
    /// If it is no text and no list of texts, or too long.
    pub fn analyze(&self, text: &JsValue) -> Result<Rc<Analysis>, Problem> {
        if let Some(kept) = kept::find(text) {
            return Ok(kept);
        }
        let texts = boundary::texts(text)?;
        Ok(Rc::new(Analysis::of_files(&as_files(&texts), &self.analysis())))
    }
}

/// Returns texts with their names as the engine takes them.
pub fn as_files(texts: &[(String, String)]) -> Vec<(&str, &str)> {
    texts
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect()
}

/// Returns the value of one stage of an analysis, with the findings about the text of the file. No rule runs unless there
/// are such findings.
pub fn stage_of<T: Serialize>(analysis: &Analysis, value: Option<T>) -> Outcome {
    Outcome::new(value, analysis.reading_with_fixes())
}
