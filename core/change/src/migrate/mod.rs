//! The way from one plan to another: steps in an order in which the cluster works after each of them, and the proof.
//!
//! Each step is tried on a cluster that runs: every component starts with its settings of that moment, the node IPAM
//! controller reads the blocks that nodes hold, the API server keeps the Services that it stores and takes new ones.

mod clouds;
mod commands;
mod files;
mod places;
mod pools;
mod state;
#[cfg(test)]
mod tests;
mod text;
mod tools;
mod ways;

use serde::Serialize;

use crate::diagnostic::{Component, Diagnostic, Location, Severity};
use crate::diff::{Difference, diff};
use crate::document::codes::Code;
use crate::i18n::{Catalogue, Message, use_exports};
use crate::radius::BlastRadius;
use crate::side::Side;

pub use files::{ChangedSetting, FilePatch};
pub use places::StepNodes;
use state::State;

/// A step of an order that the migration does not have.
pub const UNKNOWN_STEP: Code = Code::new("CHANGE002", Severity::Error, "CHANGE002.help");

/// A step of a migration.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct MigrationStep {
    /// The name of the step, by which an order names it: `api-servers`.
    pub id: String,
    /// What the step does.
    pub title: Message,
    /// How it is done.
    pub how: Message,
    /// The nodes on which it is done.
    pub nodes: StepNodes,
    /// Those nodes in words, and their order.
    pub place: Message,
    /// The settings of components that change.
    pub settings: Vec<ChangedSetting>,
    /// The exported files that change, as patches.
    pub files: Vec<FilePatch>,
    /// The commands; what stands in capitals is put in by the reader.
    pub commands: Vec<String>,
    /// The command that checks the step.
    pub check: String,
    /// What it prints.
    pub prints: String,
    /// What users notice.
    pub notice: Message,
    /// How to go back.
    pub back: Message,
    /// Until when going back is possible.
    pub until: Message,
    /// Where it was read how the distribution or the cloud does it; absent where nothing of that is its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub source: Option<String>,
    /// The plan file after the step.
    pub plan: String,
}

/// What goes wrong in a step.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct MigrationProblem {
    /// The name of the step; empty for the end of all steps.
    pub step: String,
    /// The number of the step, from 1; 0 for the end.
    pub number: usize,
    /// Who fails.
    pub component: Component,
    /// The line that would be printed, or what is wrong if nobody prints a line.
    pub line: String,
}

/// The way from one plan to another.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Migration {
    /// The differences for which there is no way within the cluster. Empty if there is one.
    pub rebuild: Vec<Difference>,
    /// The steps, in order.
    pub steps: Vec<MigrationStep>,
    /// What goes wrong in that order. Empty if the cluster works after every step.
    pub problems: Vec<MigrationProblem>,
    /// All of it in a sentence.
    pub summary: Message,
    /// The exit code of a check: 1 if there is no way within the cluster, or if something goes wrong on it; otherwise 0.
    pub exit_code: u8,
    /// The migration as text, in the format that was asked for; absent if none was.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub text: Option<String>,
}

/// Returns the way from one plan to another.
///
/// `order` names steps that are done first, in that order; the others follow in their own. It is empty for the order that
/// works.
///
/// # Errors
/// A finding if the order names a step that the migration does not have.
///
/// ```
/// use dualstack_change::{Side, migrate};
/// let plan = |pods: &str| format!(
///     "kind: ClusterPlan\nspec: {{kubernetesVersion: '1.33', distribution: kubeadm, podCIDRs: [{pods}], serviceCIDRs: [10.96.0.0/16]}}\n"
/// );
/// let side = |text: &str| Side::read(&[("plan.yaml", text)], 0, "en").unwrap();
/// let found = migrate(&side(&plan("10.244.0.0/16")), &side(&plan("10.244.0.0/15")), &[], "en").unwrap();
/// let names: Vec<&str> = found.steps.iter().map(|step| step.id.as_str()).collect();
/// assert_eq!(names, ["controller-manager", "kubeadm-config", "kube-proxy", "plugin"]);
/// assert_eq!(found.problems, []);
/// ```
pub fn migrate(
    from: &Side,
    to: &Side,
    order: &[String],
    language: &str,
) -> Result<Migration, Box<Diagnostic>> {
    use_exports();
    let catalogue = Catalogue::of(language);
    let (counted_from, counted_to) = (from.counted_as(to), to.counted_as(from));
    let from = counted_from.as_ref().unwrap_or(from);
    let to = counted_to.as_ref().unwrap_or(to);
    let rebuild: Vec<Difference> = diff(from, to)
        .differences
        .into_iter()
        .filter(|found| matches!(found.blast, BlastRadius::Rebuild | BlastRadius::Impossible))
        .collect();
    let planned = match rebuild.is_empty() {
        true => ways::within(from, to),
        false => ways::to_a_new_cluster(&rebuild),
    };
    let planned = ordered(planned, order)?;
    let mut state = State::of(from, to);
    let known = state.troubles();
    let mut steps = Vec::new();
    let mut problems = Vec::new();
    for (step, number) in planned.into_iter().zip(1..) {
        let before = state.clone();
        let mut troubles = state.apply(&step, to);
        troubles.extend(state.troubles());
        troubles.retain(|trouble| !known.contains(trouble));
        for (component, line) in troubles {
            let problem = MigrationProblem {
                step: step.id.clone(),
                number,
                component,
                line,
            };
            let is_told =
                |other: &MigrationProblem| other.component == problem.component && other.line == problem.line;
            if !problems.iter().any(is_told) {
                problems.push(problem);
            }
        }
        steps.push(places::described(&step, &before, &state, &catalogue));
    }
    if rebuild.is_empty() {
        for (component, line) in state.left_over(to) {
            problems.push(MigrationProblem {
                step: String::new(),
                number: 0,
                component,
                line: catalogue.text(&line),
            });
        }
    }
    if let Some(last) = steps.last_mut().filter(|_| order.is_empty()) {
        last.plan.clone_from(&to.text);
    }
    let summary = match (rebuild.is_empty(), problems.is_empty()) {
        (false, _) => Message::new("migrate-summary.rebuild"),
        (true, true) => Message::new("migrate-summary").with("count", steps.len()),
        (true, false) => Message::new("migrate-summary.wrong").with("count", problems.len()),
    };
    Ok(Migration {
        exit_code: u8::from(!rebuild.is_empty() || !problems.is_empty()),
        rebuild,
        steps,
        problems,
        summary,
        text: None,
    })
}

/// Puts the named steps first.
fn ordered(mut steps: Vec<ways::Planned>, order: &[String]) -> Result<Vec<ways::Planned>, Box<Diagnostic>> {
    let mut first = Vec::new();
    for name in order {
        match steps.iter().position(|step| step.id == *name) {
            Some(index) => first.push(steps.remove(index)),
            None => {
                let names: Vec<&str> = first
                    .iter()
                    .chain(&steps)
                    .map(|step: &ways::Planned| step.id.as_str())
                    .collect();
                let message = Message::new(UNKNOWN_STEP.id)
                    .with("name", name.as_str())
                    .with("names", names.join(", "));
                return Err(Box::new(UNKNOWN_STEP.with(Location::default(), message)));
            }
        }
    }
    first.extend(steps);
    Ok(first)
}
