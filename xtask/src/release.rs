//! The command `cargo xtask release`: everything that a version hands out, in `target/publish`.
//!
//! The npm package as npm packs it, the page as a folder, a bill of materials of each, and the SHA-256 of every file: whoever
//! builds the same commit compares.

use std::fs;
use std::path::PathBuf;

use crate::build;
use crate::command::Cmd;
use crate::error::{Context as _, Error, Result, fail};
use crate::licences::{PACKAGE, PAGE};
use crate::progress::{say, step};
use crate::sbom::{self, Subject};
use crate::workspace::{root, site, target};
use crate::{package, tools};

/// Where the files of a release are put.
pub(crate) fn place() -> PathBuf {
    target().join("publish")
}

/// Runs `release`.
pub(crate) fn run(arguments: &[String]) -> Result {
    if !arguments.is_empty() {
        return fail("usage: cargo xtask release");
    }
    package::build()?;
    build::web()?;
    build::remove_tree(&place())?;
    bills()?;
    step("packing the npm package", || {
        tools::npm_command()
            .args("pack --silent --pack-destination")
            .arg(place())
            .dir("pkg")
            .run_silently()
    })?;
    build::copy_tree(&site(), &place().join("page"))?;
    Cmd::new("node")
        .arg("xtask/src/checksums.mjs")
        .arg(place())
        .run()?;
    say(&format!("the files of the release are in {}", place().display()));
    Ok(())
}

/// Writes the bills of materials.
pub(crate) fn bills() -> Result {
    let version = version()?;
    let package = Subject {
        name: "dualstack-planner",
        version: version.clone(),
        kind: "library",
        purl: Some(format!("pkg:npm/dualstack-planner@{version}")),
    };
    let page = Subject {
        name: "dualstack-planner-page",
        version,
        kind: "application",
        purl: None,
    };
    fs::create_dir_all(place()).context("cannot create the folder of the release")?;
    for (subject, shipment) in [(package, PACKAGE), (page, PAGE)] {
        let file = place().join(format!("{}-{}.cdx.json", subject.name, subject.version));
        fs::write(&file, sbom::text(&subject, &shipment)?)
            .context(format!("cannot write {}", file.display()))?;
    }
    Ok(())
}

/// The version of the npm package, which is that of everything.
fn version() -> Result<String> {
    let manifest =
        fs::read_to_string(root().join("pkg/package.json")).context("cannot read pkg/package.json")?;
    let manifest: serde_json::Value =
        serde_json::from_str(&manifest).context("cannot read pkg/package.json")?;
    let version = manifest.get("version").and_then(serde_json::Value::as_str);
    version
        .map(str::to_owned)
        .ok_or_else(|| Error::new("pkg/package.json has no version"))
}
