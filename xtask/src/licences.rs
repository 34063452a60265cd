//! The licence texts of what is shipped: the crates that are linked into WASM modules, the Rust standard library, and the
//! npm packages that are bundled with the command line.
//!
//! They are read where cargo and npm have unpacked them, so that nothing is fetched and a text is that of the version
//! which is shipped.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::build::{self, ALGEBRA, ENGINE, PLANNER, TOOLS};
use crate::dependencies::{Graph, spdx};
use crate::error::{Context as _, Error, Result};
use crate::tools::WASM_TARGET;
use crate::workspace::root;

/// Something that is handed out, with the code of others in it.
pub(crate) struct Shipment {
    /// The directories of the crates that are its WASM modules.
    pub(crate) modules: &'static [&'static str],
    /// The npm packages whose code is in it.
    pub(crate) bundled: &'static [&'static str],
}

/// The npm package.
pub(crate) const PACKAGE: Shipment = Shipment {
    modules: &[ENGINE.package, TOOLS.package, ALGEBRA.package],
    bundled: &["fflate"],
};

/// The planner's page.
pub(crate) const PAGE: Shipment = Shipment {
    modules: &[PLANNER.package],
    bundled: &[],
};

/// Code of others that is shipped, and the texts it comes with.
struct Shipped {
    /// Its name and version: `serde 1.0.228`.
    name: String,
    /// Its licence as an SPDX expression.
    licence: String,
    texts: Vec<String>,
}

/// Returns the file of licences for a shipment. Fails if something in it has no text.
pub(crate) fn text(shipment: &Shipment) -> Result<String> {
    let graph = Graph::read(Some(WASM_TARGET))?;
    let crates = graph.shipped(shipment.modules)?.into_iter().map(|package| {
        Ok(Shipped {
            name: format!("{} {}", package.name, package.version),
            licence: spdx(&package.licence),
            texts: texts_in(&package.directory)?,
        })
    });
    let packages = shipment.bundled.iter().map(|name| {
        let package = npm_package(name)?;
        Ok(Shipped {
            name: format!("{name} {}", package.version),
            licence: package.licence,
            texts: texts_in(&npm_directory(name))?,
        })
    });
    let shipped = crates.chain(packages).collect::<Result<Vec<Shipped>>>()?;
    written(&shipped)
}

/// What the manifest of an npm package says.
pub(crate) struct NpmPackage {
    pub(crate) version: String,
    pub(crate) licence: String,
}

fn npm_directory(name: &str) -> std::path::PathBuf {
    root().join("pkg/node_modules").join(name)
}

/// Returns what the manifest of a bundled npm package says.
pub(crate) fn npm_package(name: &str) -> Result<NpmPackage> {
    let place = npm_directory(name).join("package.json");
    let what = format!("cannot read the manifest of {name}");
    let manifest = fs::read_to_string(place).context(&what)?;
    let manifest: serde_json::Value = serde_json::from_str(&manifest).context(&what)?;
    let text = |field: &str| {
        let value = manifest.get(field).and_then(|value| value.as_str());
        value.unwrap_or_default().to_owned()
    };
    Ok(NpmPackage {
        version: text("version"),
        licence: text("license"),
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
        "dualstack-planner is under the Apache License 2.0, whose text is below. Its WebAssembly and JavaScript also hold code of\n\
         others, under these licences (SPDX):\n\n{rows}{rust}\nTheir texts, each with those that it came with:\n{texts}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

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
