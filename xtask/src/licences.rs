//! The licence texts of what the npm package ships: the crates that are linked into its WASM modules, the Rust standard
//! library, and the npm packages that are bundled with the command line.
//!
//! They are read where cargo and npm have unpacked them, so that nothing is fetched and a text is that of the version
//! which is shipped.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::build::{self, ENGINE, TOOLS};
use crate::command::Cmd;
use crate::error::{Context as _, Error, Result, fail};
use crate::tools::WASM_TARGET;
use crate::workspace::root;

/// The npm packages whose code is in `dist/`.
const BUNDLED: [&str; 1] = ["fflate"];

/// Something that is shipped, and the texts it comes with.
struct Shipped {
    /// Its name and version: `serde 1.0.228`.
    name: String,
    /// Its licence as an SPDX expression.
    licence: String,
    texts: Vec<String>,
}

/// Returns the file for the package. Fails if something that is shipped has no text.
pub(crate) fn text() -> Result<String> {
    let metadata = Cmd::cargo()
        .args("metadata --format-version 1 --locked --filter-platform")
        .arg(WASM_TARGET)
        .output()?;
    let metadata = serde_json::from_str(&metadata).context("cannot read cargo metadata")?;
    let mut shipped = crates(&metadata, &[ENGINE.package, TOOLS.package])?;
    for name in BUNDLED {
        shipped.push(npm_package(name)?);
    }
    written(&shipped)
}

/// Returns the crates of others that are linked into those of these directories: their normal dependencies. Macros and
/// build scripts run at compile time and are not shipped.
fn crates(metadata: &serde_json::Value, directories: &[&str]) -> Result<Vec<Shipped>> {
    let list = |value: &serde_json::Value, pointer: &str| -> Vec<serde_json::Value> {
        value
            .pointer(pointer)
            .and_then(|found| found.as_array())
            .cloned()
            .unwrap_or_default()
    };
    let text = |value: &serde_json::Value, name: &str| -> String {
        value
            .get(name)
            .and_then(|found| found.as_str())
            .unwrap_or_default()
            .to_owned()
    };
    let packages = list(metadata, "/packages");
    let package = |id: &str| packages.iter().find(|package| text(package, "id") == id);
    let nodes = list(metadata, "/resolve/nodes");
    let is_macro = |package: &serde_json::Value| {
        list(package, "/targets")
            .iter()
            .flat_map(|target| list(target, "/kind"))
            .any(|kind| kind == "proc-macro")
    };
    let mut waiting: Vec<String> = packages
        .iter()
        .filter(|package| {
            let manifest = text(package, "manifest_path");
            directories
                .iter()
                .any(|directory| Path::new(&manifest) == root().join(directory).join("Cargo.toml"))
        })
        .map(|package| text(package, "id"))
        .collect();
    if waiting.len() != directories.len() {
        return fail("cargo metadata does not have the crates of the modules");
    }
    let mut seen = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if !seen.insert(id.clone()) {
            continue;
        }
        let node = nodes.iter().find(|node| text(node, "id") == id);
        for dependency in node.map(|node| list(node, "/deps")).unwrap_or_default() {
            let is_normal = list(&dependency, "/dep_kinds")
                .iter()
                .any(|kind| kind.get("kind").is_some_and(|kind| kind.is_null()));
            let id = text(&dependency, "pkg");
            if is_normal && !package(&id).is_some_and(is_macro) {
                waiting.push(id);
            }
        }
    }
    let of_others = packages.iter().filter(|package| {
        seen.contains(&text(package, "id")) && package.get("source").is_some_and(|source| !source.is_null())
    });
    of_others
        .map(|package| {
            let manifest = text(package, "manifest_path");
            let directory = Path::new(&manifest).parent().unwrap_or(Path::new(""));
            Ok(Shipped {
                name: format!("{} {}", text(package, "name"), text(package, "version")),
                licence: text(package, "license"),
                texts: texts_in(directory)?,
            })
        })
        .collect()
}

fn npm_package(name: &str) -> Result<Shipped> {
    let directory = root().join("pkg/node_modules").join(name);
    let manifest = fs::read_to_string(directory.join("package.json"))
        .context(format!("cannot read the manifest of {name}"))?;
    let manifest: serde_json::Value =
        serde_json::from_str(&manifest).context(format!("cannot read the manifest of {name}"))?;
    let text = |field: &str| {
        manifest
            .get(field)
            .and_then(|value| value.as_str())
            .unwrap_or_default()
            .to_owned()
    };
    Ok(Shipped {
        name: format!("{name} {}", text("version")),
        licence: text("license"),
        texts: texts_in(&directory)?,
    })
}

/// Returns the licence texts in a directory.
fn texts_in(directory: &Path) -> Result<Vec<String>> {
    let is_licence = |name: &str| {
        let name = name.to_ascii_uppercase();
        [
            "LICENSE",
            "LICENCE",
            "COPYING",
            "UNLICENSE",
            "NOTICE",
            "COPYRIGHT",
        ]
        .iter()
        .any(|word| name.starts_with(word))
    };
    let files = build::list(directory)?.into_iter().filter(|path| {
        path.is_file()
            && path
                .file_name()
                .is_some_and(|name| is_licence(&name.to_string_lossy()))
    });
    files
        .map(|path| {
            let text = fs::read_to_string(&path).context(format!("cannot read {}", path.display()))?;
            Ok(text.replace("\r\n", "\n").trim().to_owned())
        })
        .collect()
}

/// Returns the file: a list of what is shipped, then each text once, with the names of those that it came with.
fn written(shipped: &[Shipped]) -> Result<String> {
    let ours = fs::read_to_string(root().join("LICENSE")).context("cannot read LICENSE")?;
    let mut by_text: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut without = Vec::new();
    for one in shipped {
        if one.texts.is_empty() {
            without.push(one);
        }
        for text in &one.texts {
            by_text.entry(text).or_default().push(&one.name);
        }
    }
    // A crate may leave the text to its repository. Apache's is one text for everybody, and it is ours too.
    if let Some(one) = without.iter().find(|one| !one.licence.contains("Apache-2.0")) {
        return Err(Error::new(format!(
            "{} ({}) has no licence text beside it",
            one.name, one.licence
        )));
    }
    let rows: String = shipped
        .iter()
        .map(|one| format!("  {}: {}\n", one.name, one.licence))
        .collect();
    let rust = "  the Rust standard library: MIT OR Apache-2.0\n";
    let apache: Vec<&str> = without
        .iter()
        .map(|one| one.name.as_str())
        .chain(["the Rust standard library"])
        .collect();
    by_text.entry(ours.trim()).or_default().extend(apache);
    let texts: String = by_text
        .iter()
        .map(|(text, names)| format!("\n{}\n{}\n\n{text}\n", "=".repeat(78), names.join(", ")))
        .collect();
    Ok(format!(
        "dualstack-planner is under the Apache License 2.0, see LICENSE. Its WebAssembly and JavaScript also hold code of\n\
         others, under these licences (SPDX):\n\n{rows}{rust}\nTheir texts, each with those that it came with:\n{texts}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metadata(kind: serde_json::Value, target: &str) -> serde_json::Value {
        let manifest = |name: &str| root().join(name).join("Cargo.toml");
        serde_json::json!({
            "packages": [
                {"id": "engine", "name": "engine", "manifest_path": manifest("core/wasm/engine"), "source": null},
                {"id": "dep", "name": "dep", "version": "1.2.3", "license": "MIT", "source": "registry",
                 "manifest_path": manifest("."), "targets": [{"kind": [target]}]},
            ],
            "resolve": {"nodes": [
                {"id": "engine", "deps": [{"pkg": "dep", "dep_kinds": [{"kind": kind}]}]},
                {"id": "dep", "deps": []},
            ]},
        })
    }

    #[test]
    fn what_is_linked_is_listed_and_what_runs_at_compile_time_is_not() {
        let names = |metadata| -> Vec<String> {
            let found = crates(&metadata, &["core/wasm/engine"]).unwrap();
            found.into_iter().map(|one| one.name).collect()
        };
        assert_eq!(names(metadata(serde_json::Value::Null, "lib")), ["dep 1.2.3"]);
        assert!(names(metadata("build".into(), "lib")).is_empty());
        assert!(names(metadata(serde_json::Value::Null, "proc-macro")).is_empty());
    }

    #[test]
    fn a_text_is_printed_once_with_everybody_it_came_with() {
        let one = |name: &str, texts: &[&str]| Shipped {
            name: name.to_owned(),
            licence: "MIT".to_owned(),
            texts: texts.iter().map(|text| (*text).to_owned()).collect(),
        };
        let file = written(&[one("a 1", &["same"]), one("b 2", &["same"])]).unwrap();
        assert_eq!(file.matches("\nsame\n").count(), 1);
        assert!(file.contains("\na 1, b 2\n"));
        let missing = written(&[one("c 3", &[])]).unwrap_err();
        assert_eq!(missing.to_string(), "c 3 (MIT) has no licence text beside it");
    }
}
