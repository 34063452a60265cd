//! One side of a comparison: a plan file, or the plan that an import makes of other texts.

use std::cell::OnceCell;

use crate::admission::simulator::Simulation;
use crate::diagnostic::{Diagnostic, Location, Pointer, Severity};
use crate::document::codes::Code;
use crate::edit::with_plan;
use crate::i18n::use_exports;
use crate::request::ClusterPlan;
use crate::sources::{ImportOptions, Text, import};
use crate::{Analysis, AnalyzeOptions};

/// A text whose plan cannot be compared: it has no ranges, or some that no cluster can have.
pub const UNUSABLE_SIDE: Code = Code::new("CHANGE001", Severity::Error, "CHANGE001.help");

/// A plan with everything that follows from it.
#[derive(Debug)]
pub struct Side {
    /// The text of the plan file.
    pub text: String,
    /// Whether the plan comes from an import.
    pub imported: bool,
    /// What follows from the text.
    pub analysis: Analysis,
    /// The plan.
    pub plan: ClusterPlan,
    /// Its API server with the Services of the file, once somebody has asked.
    pub(crate) api: OnceCell<Option<Simulation>>,
}

impl Side {
    /// Reads texts: plan files and the manifests beside them, or anything that [`import()`] reads. Each is a name and a text.
    /// `language` is that of the comments in an imported plan.
    ///
    /// # Errors
    /// The findings, if the texts give no plan with pod and Service ranges of one family or of two.
    pub fn read(files: &[(&str, &str)], seed: u64, language: &str) -> Result<Side, Vec<Diagnostic>> {
        use_exports();
        let options = AnalyzeOptions {
            seed,
            ..AnalyzeOptions::default()
        };
        let given = Analysis::of_files(files, &options);
        if let Some(plan) = given.plan().cloned() {
            return Side::usable(joined(files), false, given, plan, Vec::new());
        }
        let texts: Vec<Text<'_>> = files
            .iter()
            .map(|(name, text)| Text {
                name: (!name.is_empty()).then_some(*name),
                text,
            })
            .collect();
        let imported = import(
            &texts,
            &ImportOptions {
                version: None,
                language,
            },
        );
        if imported.pieces.is_empty() {
            return Err(given.reading_with_fixes());
        }
        let analysis = Analysis::of(&imported.text, &options);
        match analysis.plan().cloned() {
            Some(plan) => Side::usable(imported.text, true, analysis, plan, imported.diagnostics),
            None => Err(imported.diagnostics),
        }
    }

    fn usable(
        text: String,
        imported: bool,
        analysis: Analysis,
        plan: ClusterPlan,
        mut found: Vec<Diagnostic>,
    ) -> Result<Side, Vec<Diagnostic>> {
        if plan.spec.pods().is_none() || plan.spec.services().is_none() {
            found.extend(analysis.reading_with_fixes());
            found.push(UNUSABLE_SIDE.at(Location::default()));
            return Err(found);
        }
        Ok(Side {
            text,
            imported,
            analysis,
            plan,
            api: OnceCell::new(),
        })
    }

    /// Returns whether the text itself says how many nodes there are today.
    pub(crate) fn says_nodes(&self) -> bool {
        let count = Pointer::root().key("spec").key("nodes").key("count");
        let document = self.analysis.document();
        document.is_some_and(|document| document.at(&count).is_some()) || self.has_nodes()
    }

    /// Returns whether Node objects with blocks stand beside the plan.
    fn has_nodes(&self) -> bool {
        let blocks = self.analysis.node_blocks();
        blocks.is_ok_and(|blocks| !blocks.existing().is_empty())
    }

    /// Returns the side with the number of nodes of the other one, where its own text does not say it: a file of an
    /// installer does not. `None` if it does, or if the other one does not either.
    pub(crate) fn counted_as(&self, other: &Side) -> Option<Side> {
        if self.says_nodes() || !other.says_nodes() {
            return None;
        }
        let mut plan = self.plan.clone();
        plan.spec.nodes.count = other.plan.spec.nodes.count;
        let text = with_plan(&self.text, &plan);
        let analysis = Analysis::of(&text, &AnalyzeOptions::default());
        let plan = analysis.plan()?.clone();
        Some(Side {
            text,
            imported: self.imported,
            analysis,
            plan,
            api: OnceCell::new(),
        })
    }
}

/// Returns several files as one stream of documents.
fn joined(files: &[(&str, &str)]) -> String {
    let mut all = String::new();
    for (_, text) in files {
        if !all.is_empty() {
            if !all.ends_with('\n') {
                all.push('\n');
            }
            if !text.starts_with("---") {
                all.push_str("---\n");
            }
        }
        all.push_str(text);
    }
    all
}
