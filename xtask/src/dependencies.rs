//! The crates that ours depend on, as `cargo metadata` tells them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::command::Cmd;
use crate::error::{Context as _, Result, fail};
use crate::workspace::root;

/// A crate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Package {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) version: String,
    /// The licence as the manifest says it: an SPDX expression, or the older `MIT/Apache-2.0`.
    pub(crate) licence: String,
    /// The registry that it comes from. `None` for a crate of the workspace.
    pub(crate) source: Option<String>,
    /// The directory of its manifest.
    pub(crate) directory: PathBuf,
    /// Whether it runs at compile time and is not linked.
    pub(crate) is_macro: bool,
}

/// Crates with their normal dependencies: neither those of tests nor those of build scripts.
#[derive(Debug, Default)]
pub(crate) struct Graph {
    pub(crate) packages: Vec<Package>,
    /// The ids of those that each one depends on.
    pub(crate) normal: BTreeMap<String, Vec<String>>,
}

impl Graph {
    /// Reads the graph of the workspace for a platform, or for all of them.
    pub(crate) fn read(platform: Option<&str>) -> Result<Graph> {
        let mut metadata = Cmd::cargo().args("metadata --format-version 1 --locked");
        if let Some(platform) = platform {
            metadata = metadata.arg("--filter-platform").arg(platform);
        }
        let text = metadata.output()?;
        Ok(Graph::of(
            &serde_json::from_str(&text).context("cannot read cargo metadata")?,
        ))
    }

    fn of(metadata: &Value) -> Graph {
        let list = |value: &Value, pointer: &str| -> Vec<Value> {
            let found = value.pointer(pointer).and_then(Value::as_array);
            found.cloned().unwrap_or_default()
        };
        let text = |value: &Value, name: &str| -> String {
            let found = value.get(name).and_then(Value::as_str);
            found.unwrap_or_default().to_owned()
        };
        let package = |value: &Value| {
            let manifest = PathBuf::from(text(value, "manifest_path"));
            Package {
                id: text(value, "id"),
                name: text(value, "name"),
                version: text(value, "version"),
                licence: text(value, "license"),
                source: value.get("source").and_then(Value::as_str).map(str::to_owned),
                directory: manifest.parent().unwrap_or(Path::new("")).to_owned(),
                is_macro: list(value, "/targets")
                    .iter()
                    .flat_map(|target| list(target, "/kind"))
                    .any(|kind| kind == "proc-macro"),
            }
        };
        let is_normal = |dependency: &Value| {
            let kinds = list(dependency, "/dep_kinds");
            kinds
                .iter()
                .any(|kind| kind.get("kind").is_some_and(Value::is_null))
        };
        let node = |node: &Value| {
            let dependencies = list(node, "/deps").into_iter().filter(is_normal);
            let ids = dependencies.map(|dependency| text(&dependency, "pkg"));
            (text(node, "id"), ids.collect())
        };
        Graph {
            packages: list(metadata, "/packages").iter().map(package).collect(),
            normal: list(metadata, "/resolve/nodes").iter().map(node).collect(),
        }
    }

    pub(crate) fn package(&self, id: &str) -> Option<&Package> {
        self.packages.iter().find(|package| package.id == id)
    }

    /// Returns the crates that a crate links, in the order of their ids. Macros run at compile time and are not among them.
    pub(crate) fn linked_by(&self, id: &str) -> Vec<&Package> {
        let ids = self.normal.get(id).into_iter().flatten();
        let mut linked: Vec<&Package> = ids
            .filter_map(|id| self.package(id))
            .filter(|package| !package.is_macro)
            .collect();
        linked.sort_unstable_by(|one, other| one.id.cmp(&other.id));
        linked
    }

    /// Returns the crates of others that are linked into those of these directories, by name.
    pub(crate) fn shipped(&self, directories: &[&str]) -> Result<Vec<&Package>> {
        let is_root = |package: &&Package| {
            directories
                .iter()
                .any(|directory| package.directory == root().join(directory))
        };
        let mut waiting: Vec<&Package> = self.packages.iter().filter(is_root).collect();
        if waiting.len() != directories.len() {
            return fail("cargo metadata does not have the crates of the modules");
        }
        let mut seen = BTreeSet::new();
        while let Some(package) = waiting.pop() {
            if seen.insert(package.id.as_str()) {
                waiting.extend(self.linked_by(&package.id));
            }
        }
        let mut shipped: Vec<&Package> = seen
            .into_iter()
            .filter_map(|id| self.package(id))
            .filter(|package| package.source.is_some())
            .collect();
        shipped.sort_unstable_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
        Ok(shipped)
    }

    /// Returns the directories that the sources of others are unpacked in: those of the registry, or of what stands in for it.
    pub(crate) fn unpacked_in(&self) -> BTreeSet<&Path> {
        let of_others = self.packages.iter().filter(|package| package.source.is_some());
        of_others
            .filter_map(|package| package.directory.parent())
            .collect()
    }
}

/// The licence as an SPDX expression: manifests of old say `MIT/Apache-2.0`.
pub(crate) fn spdx(licence: &str) -> String {
    let parts: Vec<&str> = licence.split('/').map(str::trim).collect();
    parts.join(" OR ")
}

#[cfg(test)]
pub(crate) mod tests {
    use serde_json::json;

    use super::*;

    /// A graph of one crate of ours in `dir` that links these, of a package `kind`.
    fn graph(kind: Value, target: &str) -> Graph {
        let manifest = |directory: &str| root().join(directory).join("Cargo.toml").display().to_string();
        Graph::of(&json!({
            "packages": [
                {"id": "own", "name": "own", "version": "1.0.0", "license": "MIT", "source": null,
                 "manifest_path": manifest("dir"), "targets": []},
                {"id": "dep", "name": "dep", "version": "2.0.0", "license": "MIT/Apache-2.0", "source": "registry",
                 "manifest_path": manifest("elsewhere/dep-2.0.0"), "targets": [{"kind": [target]}]},
                {"id": "deep", "name": "deep", "version": "3.0.0", "license": "Zlib", "source": "registry",
                 "manifest_path": manifest("elsewhere/deep-3.0.0"), "targets": [{"kind": ["lib"]}]},
            ],
            "resolve": {"nodes": [
                {"id": "own", "deps": [{"pkg": "dep", "dep_kinds": [{"kind": kind}]}]},
                {"id": "dep", "deps": [{"pkg": "deep", "dep_kinds": [{"kind": null}]}]},
                {"id": "deep", "deps": []},
            ]},
        }))
    }

    fn names(graph: &Graph) -> Vec<&str> {
        let shipped = graph.shipped(&["dir"]).unwrap();
        shipped.iter().map(|package| package.name.as_str()).collect()
    }

    #[test]
    fn linked_crates_are_shipped_and_what_runs_at_compile_time_is_not() {
        assert_eq!(names(&graph(Value::Null, "lib")), ["deep", "dep"]);
        assert!(names(&graph("dev".into(), "lib")).is_empty());
        assert!(names(&graph("build".into(), "lib")).is_empty());
        assert!(names(&graph(Value::Null, "proc-macro")).is_empty());
    }

    #[test]
    fn a_missing_module_is_an_error() {
        assert!(graph(Value::Null, "lib").shipped(&["dir", "other"]).is_err());
    }

    #[test]
    fn sources_of_others_lie_in_the_registrys_directory() {
        let graph = graph(Value::Null, "lib");
        let found: Vec<&Path> = graph.unpacked_in().into_iter().collect();
        assert_eq!(found, [root().join("elsewhere").as_path()]);
    }

    #[test]
    fn old_licences_become_expressions() {
        assert_eq!(spdx("MIT/Apache-2.0"), "MIT OR Apache-2.0");
        assert_eq!(spdx("Apache-2.0 / MIT"), "Apache-2.0 OR MIT");
        assert_eq!(
            spdx("(MIT OR Apache-2.0) AND Unicode-3.0"),
            "(MIT OR Apache-2.0) AND Unicode-3.0"
        );
    }
}
