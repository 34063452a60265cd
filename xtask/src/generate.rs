//! `cargo xtask gen`: files that are made from the engine's own tables and committed where people read them.
//!
//! The generator is `core/examples/generate.rs`, beside the types it reads.

use std::collections::BTreeMap;
use std::fs;

use crate::command::Cmd;
use crate::error::{Context as _, Result, fail};
use crate::workspace::root;

/// Runs `gen [--check]`.
pub(crate) fn run(arguments: &[String]) -> Result {
    match arguments
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        [] => write(),
        ["--check"] => check(),
        _ => fail("usage: cargo xtask gen [--check]"),
    }
}

/// Returns every generated file: the path from the root, and the text.
fn generated() -> Result<BTreeMap<String, String>> {
    let text = Cmd::cargo()
        .args("run --quiet -p dualstack-core --all-features --example generate")
        .output()?;
    serde_json::from_str(&text).context("cannot read what core/examples/generate.rs printed")
}

/// Returns the generated files whose text differs from the file on disk.
fn stale(files: &BTreeMap<String, String>) -> Vec<&str> {
    let fresh =
        |path: &str, text: &str| fs::read_to_string(root().join(path)).is_ok_and(|on_disk| on_disk == text);
    files
        .iter()
        .filter(|(path, text)| !fresh(path, text))
        .map(|(path, _)| path.as_str())
        .collect()
}

fn write() -> Result {
    let files = generated()?;
    for path in stale(&files) {
        let place = root().join(path);
        if let Some(parent) = place.parent() {
            fs::create_dir_all(parent).context(format!("cannot create {}", parent.display()))?;
        }
        fs::write(&place, files.get(path).map_or("", String::as_str))
            .context(format!("cannot write {path}"))?;
        println!("wrote {path}");
    }
    println!("gen: {} files up to date", files.len());
    Ok(())
}

/// Fails if a committed file differs from the generated one.
pub(crate) fn check() -> Result {
    let files = generated()?;
    let stale = stale(&files);
    if !stale.is_empty() {
        return fail(format!(
            "stale: {}; run `cargo xtask gen` and commit",
            stale.join(", ")
        ));
    }
    println!("gen: {} files up to date", files.len());
    Ok(())
}
