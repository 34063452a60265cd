//! What a step changes: the settings of components, and the exported files as patches.

use std::rc::Rc;

use serde::Serialize;

use super::state::State;
use crate::components::settings_at;
use crate::diagnostic::Component;
use crate::export::{ExportContext, ExportFile, export, targets};
use crate::i18n::Catalogue;
use crate::lines::{Change, hunks};
use crate::request::ClusterPlan;

/// A setting of a component that a step changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct ChangedSetting {
    /// The component.
    pub component: Component,
    /// The flag, with its dashes.
    pub flag: String,
    /// Its value before; absent if it was not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub before: Option<String>,
    /// Its value after; absent if it is no longer given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub after: Option<String>,
}

/// An exported file that a step changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct FilePatch {
    /// The path below the output folder of an export: `kubeadm/init.yaml`.
    pub path: String,
    /// The difference, in the form of `diff -u`.
    pub patch: String,
}

/// Returns the settings that differ between two moments.
pub(super) fn settings(before: &State, after: &State) -> Vec<ChangedSetting> {
    let mut found = Vec::new();
    for (component, view) in &after.views {
        let of = |plan: &ClusterPlan| -> Vec<(String, String)> {
            settings_at(plan, plan.spec.kubernetes_version)
                .iter()
                .filter(|settings| settings.component == *component)
                .flat_map(|settings| &settings.settings)
                .map(|setting| (setting.flag.to_owned(), setting.value.clone()))
                .collect()
        };
        let (old, new) = (of(before.view(*component)), of(view));
        let value = |list: &[(String, String)], flag: &str| {
            list.iter()
                .find(|(name, _)| name == flag)
                .map(|(_, value)| value.clone())
        };
        let mut flags: Vec<&str> = old.iter().map(|(flag, _)| flag.as_str()).collect();
        for (flag, _) in &new {
            if !flags.contains(&flag.as_str()) {
                flags.push(flag);
            }
        }
        for flag in flags {
            let (before, after) = (value(&old, flag), value(&new, flag));
            if before != after {
                found.push(ChangedSetting {
                    component: *component,
                    flag: flag.to_owned(),
                    before,
                    after,
                });
            }
        }
    }
    found
}

/// Returns the targets of an export that a plan's distribution and plugin read, each with the component whose settings
/// they hold.
fn read_targets(plan: &ClusterPlan) -> Vec<(Component, &'static str)> {
    let known = |id: &str| {
        targets()
            .into_iter()
            .find(|target| target.id == id)
            .map(|target| target.id)
    };
    let plugin = plan.spec.cni.and_then(|cni| match cni.id() {
        "calico" => known("calico-operator"),
        id => known(id),
    });
    let installer = plan
        .spec
        .distribution
        .and_then(|distribution| known(distribution.id()));
    let installer = installer.map(|target| (Component::Kubeadm, target));
    installer
        .into_iter()
        .chain(plugin.map(|target| (Component::Cni, target)))
        .collect()
}

/// Returns the exported files that differ between two moments.
pub(super) fn patches(before: &State, after: &State, catalogue: &Rc<Catalogue>) -> Vec<FilePatch> {
    let mut found = Vec::new();
    for (component, target) in read_targets(&after.plan) {
        let (old, new) = (before.view(component), after.view(component));
        if old == new {
            continue;
        }
        let files = |plan: &ClusterPlan| {
            let cx = ExportContext::new(plan, &[], Rc::clone(catalogue));
            export(&cx, &[target]).files
        };
        found.extend(differences(&files(old), &files(new)));
    }
    found
}

fn differences(old: &[ExportFile], new: &[ExportFile]) -> Vec<FilePatch> {
    let text = |files: &[ExportFile], path: &str| {
        files
            .iter()
            .find(|file| file.path == path)
            .map(|file| without_origin(&file.text))
            .unwrap_or_default()
    };
    let gone = old
        .iter()
        .filter(|file| !new.iter().any(|other| other.path == file.path));
    new.iter()
        .chain(gone)
        .filter_map(|file| {
            let (before, after) = (text(old, &file.path), text(new, &file.path));
            (before != after).then(|| FilePatch {
                path: file.path.clone(),
                patch: unified(&file.path, &before, &after),
            })
        })
        .collect()
}

/// Returns a file without the comment that says which plan it comes from: it differs between any two plans.
fn without_origin(text: &str) -> String {
    let is_origin = |line: &str| {
        let comment = line.trim_start_matches(['#', '/', ' ']);
        line.starts_with(['#', '/'])
            && ["dualstack-planner ", "plan: ", "checksum: "]
                .iter()
                .any(|word| comment.starts_with(word))
    };
    text.lines()
        .filter(|line| !is_origin(line))
        .flat_map(|line| [line, "\n"])
        .collect()
}

/// The number of lines that are the same around those that differ.
const CONTEXT: usize = 2;

/// Returns the difference of two texts in the form of `diff -u`; empty if there is none.
fn unified(path: &str, before: &str, after: &str) -> String {
    let mut out = String::new();
    for hunk in hunks(before, after, CONTEXT) {
        if out.is_empty() {
            out = format!("--- {path}\n+++ {path}\n");
        }
        out.push_str(&hunk.header);
        out.push('\n');
        for (change, line) in &hunk.lines {
            match change {
                Change::Added => out.push('+'),
                Change::Removed => out.push('-'),
                // Readers of patches take an empty line for one that is empty on both sides.
                Change::Same | Change::Changed if line.is_empty() => {}
                Change::Same | Change::Changed => out.push(' '),
            }
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_far_apart_are_hunks_of_their_own() {
        let before = "a\nb\nc\nd\ne\nf\ng\nh\ni\n";
        let after = "a\nB\nc\nd\ne\nf\ng\nh\ni\nj\n";
        assert_eq!(
            unified("x.yaml", before, after),
            "--- x.yaml\n+++ x.yaml\n@@ -1,4 +1,4 @@\n a\n-b\n+B\n c\n d\n@@ -8,2 +8,3 @@\n h\n i\n+j\n"
        );
        assert_eq!(unified("x.yaml", before, before), "");
    }

    #[test]
    fn a_file_that_is_new_is_all_new() {
        assert_eq!(unified("x", "", "a\n"), "--- x\n+++ x\n@@ -0,0 +1,1 @@\n+a\n");
    }
}
