//! The tools a build needs: found where the user has them in the right version, installed otherwise.

use std::fs;
use std::path::{Path, PathBuf};

use crate::cache;
use crate::command::{Cmd, find_program};
use crate::error::{Context as _, Result, fail};
use crate::workspace::{ToolVersions, root};

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Says what is being installed, because the first run takes minutes.
fn announce(what: &str) {
    eprintln!("xtask: installing {what} (once; this takes a while)");
}

/// The standard library for WebAssembly.
pub(crate) fn wasm_target() -> Result {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let libraries = Cmd::new(rustc)
        .args("--print target-libdir --target")
        .arg(WASM_TARGET)
        .probe();
    let installed = libraries.is_some_and(|path| {
        fs::read_dir(path.trim()).is_ok_and(|entries| {
            entries
                .flatten()
                .any(|entry| entry.file_name().to_string_lossy().starts_with("libcore-"))
        })
    });
    if installed {
        return Ok(());
    }
    if find_program("rustup").is_none() {
        return fail(format!(
            "Rust's standard library for {WASM_TARGET} is missing and there is no rustup to add it: install it with \
             the package manager that installed Rust (Debian: libstd-rust-dev-wasm32, Fedora: \
             rust-std-static-wasm32-unknown-unknown)"
        ));
    }
    announce(&format!("the Rust target {WASM_TARGET}"));
    Cmd::new("rustup").args("target add").arg(WASM_TARGET).run()
}

/// The directories with `wasm-bindgen`, `wasm-bindgen-test-runner` and `wasm-pack`.
pub(crate) fn wasm_tools() -> Result<Vec<PathBuf>> {
    let versions = ToolVersions::read()?;
    // wasm-pack is an application with a lock file of its own; wasm-bindgen-cli pins its sister crates by itself.
    let bindgen = cargo_tool("wasm-bindgen-cli", "wasm-bindgen", &versions.wasm_bindgen, false)?;
    let pack = cargo_tool("wasm-pack", "wasm-pack", &versions.wasm_pack, true)?;
    Ok(vec![bindgen, pack])
}

fn cargo_tool(package: &str, program: &str, version: &str, locked: bool) -> Result<PathBuf> {
    if let Some(found) = find_program(program) {
        let printed = Cmd::new(&found).arg("--version").probe().unwrap_or_default();
        if let (true, Some(directory)) = (prints_version(&printed, version), found.parent()) {
            return Ok(directory.to_owned());
        }
    }
    let place = cache::tool(program, version, |staging| {
        announce(&format!("{package} {version}"));
        let install = Cmd::cargo()
            .arg("install")
            .arg(package)
            .args("--version")
            .arg(version);
        let install = if locked { install.arg("--locked") } else { install };
        // Not into this workspace's target directory: its profiles and flags are not the tool's.
        install
            .arg("--root")
            .arg(staging)
            .env("CARGO_TARGET_DIR", staging.join("build"))
            .run()?;
        fs::remove_dir_all(staging.join("build")).context("cannot remove the build directory")
    })?;
    Ok(place.join("bin"))
}

/// `wasm-bindgen 0.2.130` has version `0.2.130`, and `0.2.13` it has not.
fn prints_version(printed: &str, version: &str) -> bool {
    printed.split_whitespace().any(|word| word == version)
}

/// The npm dependencies of a directory with a lock file, and the directory of their programs.
pub(crate) fn npm(directory: &str) -> Result<PathBuf> {
    if find_program("node").is_none() || find_program("npm").is_none() {
        return fail("Node.js 20 or newer with npm is needed: https://nodejs.org/ or your package manager");
    }
    let base = root().join(directory);
    let modules = base.join("node_modules");
    // npm writes this file last; it is older than the lock file after the lock file changed.
    let installed = modified(&modules.join(".package-lock.json"));
    let fresh = installed.is_some() && installed >= modified(&base.join("package-lock.json"));
    if !fresh {
        eprintln!("xtask: installing the npm dependencies of {directory}/");
        npm_command()
            .args("ci --no-audit --no-fund")
            .dir(directory)
            .run()?;
    }
    Ok(modules.join(".bin"))
}

/// npm is a script with another name on Windows.
pub(crate) fn npm_command() -> Cmd {
    Cmd::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

fn modified(path: &Path) -> Option<std::time::SystemTime> {
    fs::metadata(path).and_then(|metadata| metadata.modified()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_compared_as_a_whole_word() {
        assert!(prints_version("wasm-bindgen 0.2.130\n", "0.2.130"));
        assert!(!prints_version("wasm-bindgen 0.2.130\n", "0.2.13"));
        assert!(!prints_version("", "0.2.130"));
    }
}
