//! Bills of materials of what is shipped (CycloneDX 1.6, JSON): each crate and npm package whose code is in it, with its
//! version, licence and hash, and what it stands on.
//!
//! The same commit gives the same bytes: there is no time and no random number in them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::{Value, json};

use crate::command::Cmd;
use crate::dependencies::{Graph, Package, spdx};
use crate::error::{Context as _, Error, Result};
use crate::licences::{Shipment, npm_package};
use crate::tools::WASM_TARGET;
use crate::workspace::root;

/// What a bill is about.
pub(crate) struct Subject {
    pub(crate) name: &'static str,
    pub(crate) version: String,
    /// `library` or `application`.
    pub(crate) kind: &'static str,
    /// Its package URL, where a registry has it.
    pub(crate) purl: Option<String>,
}

/// Returns the bill of a shipment.
pub(crate) fn text(subject: &Subject, shipment: &Shipment) -> Result<String> {
    let graph = Graph::read(Some(WASM_TARGET))?;
    let lock = fs::read_to_string(root().join("Cargo.lock")).context("cannot read Cargo.lock")?;
    let crates = graph.shipped(shipment.modules)?;
    let mut components = vec![standard_library()?];
    components.extend(
        crates
            .iter()
            .map(|package| crate_component(package, &checksums(&lock))),
    );
    for name in shipment.bundled {
        let package = npm_package(name)?;
        let purl = format!("pkg:npm/{name}@{}", package.version);
        components.push(component(name, &package.version, &purl, &package.licence));
    }
    let bill = bill(subject, components, &links(&graph, &crates));
    let text = serde_json::to_string_pretty(&bill).context("a bill of materials has no JSON form")?;
    Ok(text + "\n")
}

fn bill(subject: &Subject, components: Vec<Value>, links: &BTreeMap<String, Vec<String>>) -> Value {
    let reference = format!("{}@{}", subject.name, subject.version);
    let mut about = json!({
        "type": subject.kind,
        "bom-ref": reference,
        "name": subject.name,
        "version": subject.version,
        "licenses": [{"license": {"id": "Apache-2.0"}}],
    });
    if let (Some(purl), Some(about)) = (&subject.purl, about.as_object_mut()) {
        about.insert("purl".to_owned(), purl.as_str().into());
    }
    let refers = |component: &Value| {
        component
            .get("bom-ref")
            .and_then(Value::as_str)
            .map(str::to_owned)
    };
    let all: Vec<String> = components.iter().filter_map(refers).collect();
    // What nothing else stands on is what we have chosen ourselves; our own crates are no components.
    let below: BTreeSet<&String> = links.values().flatten().collect();
    let chosen: Vec<&String> = all.iter().filter(|name| !below.contains(name)).collect();
    let mut dependencies = vec![json!({"ref": reference, "dependsOn": chosen})];
    dependencies.extend(all.iter().map(|name| match links.get(name) {
        Some(links) if !links.is_empty() => json!({"ref": name, "dependsOn": links}),
        _ => json!({"ref": name}),
    }));
    json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": about},
        "components": components,
        "dependencies": dependencies,
    })
}

fn component(name: &str, version: &str, purl: &str, licence: &str) -> Value {
    let licence = if licence.contains(' ') {
        json!({"expression": licence})
    } else {
        json!({"license": {"id": licence}})
    };
    json!({
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": version,
        "purl": purl,
        "licenses": [licence],
    })
}

fn purl(package: &Package) -> String {
    format!("pkg:cargo/{}@{}", package.name, package.version)
}

fn crate_component(package: &Package, checksums: &BTreeMap<(&str, &str), &str>) -> Value {
    let mut made = component(
        &package.name,
        &package.version,
        &purl(package),
        &spdx(&package.licence),
    );
    let checksum = checksums.get(&(package.name.as_str(), package.version.as_str()));
    if let (Some(checksum), Some(members)) = (checksum, made.as_object_mut()) {
        members.insert(
            "hashes".to_owned(),
            json!([{"alg": "SHA-256", "content": checksum}]),
        );
    }
    made
}

/// Returns the hash of each crate's file by name and version, from Cargo.lock, whose tables are written line by line.
fn checksums(lock: &str) -> BTreeMap<(&str, &str), &str> {
    let tables = lock.split("[[package]]\n").skip(1);
    let member = |table: &str, name: &str| -> Option<(usize, usize)> {
        let begin = format!("{name} = \"");
        let at = table.find(&begin)? + begin.len();
        Some((at, at + table.get(at..)?.find('"')?))
    };
    tables
        .filter_map(|table| {
            let text = |name: &str| member(table, name).and_then(|(from, to)| table.get(from..to));
            Some((
                (text("\nname").or(text("name"))?, text("\nversion")?),
                text("\nchecksum")?,
            ))
        })
        .collect()
}

/// Rust's standard library is linked into every module.
fn standard_library() -> Result<Value> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let printed = Cmd::new(rustc).arg("--version").output()?;
    let version = printed
        .split_whitespace()
        .nth(1)
        .ok_or_else(|| Error::new(format!("rustc says no version: {printed}")))?;
    let purl = format!("pkg:github/rust-lang/rust@{version}");
    Ok(component("std", version, &purl, "MIT OR Apache-2.0"))
}

/// Returns what each crate links.
fn links(graph: &Graph, crates: &[&Package]) -> BTreeMap<String, Vec<String>> {
    let linked = |package: &&Package| {
        let below = graph.linked_by(&package.id).into_iter();
        (purl(package), below.map(purl).collect())
    };
    crates.iter().map(linked).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_come_from_the_lock_file() {
        let lock = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nsource = \"registry\"\nchecksum = \"ab\"\n\n\
                    [[package]]\nname = \"own\"\nversion = \"0.1.0\"\n";
        let found = checksums(lock);
        assert_eq!(found.get(&("a", "1.0.0")), Some(&"ab"));
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn a_bill_says_who_stands_on_whom() {
        let subject = Subject {
            name: "it",
            version: "1.0.0".to_owned(),
            kind: "application",
            purl: None,
        };
        let components = ["a", "b"].map(|name| component(name, "1", &format!("pkg:cargo/{name}@1"), "MIT"));
        let links = BTreeMap::from([("pkg:cargo/a@1".to_owned(), vec!["pkg:cargo/b@1".to_owned()])]);
        let bill = bill(&subject, components.to_vec(), &links);
        assert_eq!(
            bill.get("dependencies"),
            Some(&json!([
                {"ref": "it@1.0.0", "dependsOn": ["pkg:cargo/a@1"]},
                {"ref": "pkg:cargo/a@1", "dependsOn": ["pkg:cargo/b@1"]},
                {"ref": "pkg:cargo/b@1"},
            ]))
        );
        assert_eq!(
            bill.pointer("/components/0/licenses"),
            Some(&json!([{"license": {"id": "MIT"}}]))
        );
    }
}
