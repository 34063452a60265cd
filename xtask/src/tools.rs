//! The tools a build needs: found where the user has them in the right version, installed otherwise.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use crate::cache;
use crate::command::{Cmd, find_program};
use crate::error::{Context as _, Result, fail};
use crate::progress::{Task, say, side_by_side, step};
use crate::workspace::{ToolVersions, root};

pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

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
    step(&format!("installing the Rust target {WASM_TARGET}"), || {
        Cmd::new("rustup")
            .args("target add")
            .arg(WASM_TARGET)
            .run_silently()
    })
}

/// A program that cargo installs.
struct CargoTool {
    package: &'static str,
    program: &'static str,
    /// What its program needs to be built at all.
    features: &'static [&'static str],
    /// Whether the versions of its own lock file are taken.
    locked: bool,
    /// The crates of it that rustc optimises a little; the rest is not optimised at all. Compiling these tools was half
    /// of what a first build waited for, and neither of them works for long: CONTRIBUTING.md has the measured times.
    optimised: &'static [&'static str],
}

/// Pins its sister crates by itself. It reads and writes modules of several megabytes at every build.
const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    features: &[],
    locked: false,
    optimised: &[
        "hashbrown",
        "id-arena",
        "leb128fmt",
        "walrus",
        "wasm-bindgen-cli-support",
        "wasm-encoder",
        "wasmparser",
    ],
};

/// Only starts other programs.
const WASM_PACK: CargoTool = CargoTool {
    package: "wasm-pack",
    program: "wasm-pack",
    features: &[],
    locked: true,
    optimised: &[],
};

/// Cuts a module into the one that is loaded first and those that are loaded on demand, in a second, not optimised.
const WASM_SPLIT: CargoTool = CargoTool {
    package: "wasm_split_cli_support",
    program: "wasm-split-cli",
    features: &["build-binary"],
    locked: true,
    optimised: &[
        "hashbrown",
        "wasm-encoder",
        "wasm_split_cli_support",
        "wasmparser",
    ],
};

/// Makes small changes to the engine, for the tests to notice. It compiles nothing itself.
const MUTANTS: CargoTool = CargoTool {
    package: "cargo-mutants",
    program: "cargo-mutants",
    features: &[],
    locked: true,
    optimised: &[],
};

/// The directory with `cargo-mutants`.
pub(crate) fn mutants() -> Result<PathBuf> {
    MUTANTS.directory(&ToolVersions::read()?.mutants)
}

/// The directory with `wasm-split-cli`.
pub(crate) fn split_tool() -> Result<PathBuf> {
    WASM_SPLIT.directory(&ToolVersions::read()?.wasm_split)
}

/// The directories with `wasm-bindgen`, `wasm-bindgen-test-runner` and `wasm-pack`.
pub(crate) fn wasm_tools() -> Result<Vec<PathBuf>> {
    let versions = ToolVersions::read()?;
    let places = [Mutex::new(None), Mutex::new(None)];
    let wanted = [
        (&WASM_BINDGEN, versions.wasm_bindgen.as_str()),
        (&WASM_PACK, versions.wasm_pack.as_str()),
    ];
    let tasks = wanted.into_iter().zip(&places).map(|((tool, version), place)| {
        let task: Task<'_> = Box::new(move || {
            let found = tool.directory(version)?;
            if let Ok(mut place) = place.lock() {
                *place = Some(found);
            }
            Ok(())
        });
        task
    });
    side_by_side(tasks.collect())?;
    let found = places.into_iter().filter_map(|place| place.into_inner().ok());
    Ok(found.flatten().collect())
}

impl CargoTool {
    /// The directory of the program: where the user has it in the right version, or the cache.
    fn directory(&self, version: &str) -> Result<PathBuf> {
        if let Some(found) = find_program(self.program) {
            let printed = Cmd::new(&found).arg("--version").probe().unwrap_or_default();
            if let (true, Some(directory)) = (prints_version(&printed, version), found.parent()) {
                return Ok(directory.to_owned());
            }
        }
        let place = cache::tool(self.program, version, |staging| self.install(version, staging))?;
        let programs = place.join("bin");
        if self.program == WASM_PACK.program {
            never_look_for_a_newer_version(&programs)?;
        }
        Ok(programs)
    }

    /// Installs into the empty directory `staging`: a ready-made program if `cargo binstall` is there and has one,
    /// otherwise from source.
    fn install(&self, version: &str, staging: &Path) -> Result {
        let what = format!("{} {version}", self.package);
        if find_program("cargo-binstall").is_some() {
            let fetched = step(&format!("fetching {what} (cargo binstall)"), || {
                Cmd::cargo()
                    .args("binstall --no-confirm --disable-strategies compile --root")
                    .arg(staging)
                    .arg(format!("{}@{version}", self.package))
                    .run_silently()
            });
            let name = format!("{}{}", self.program, std::env::consts::EXE_SUFFIX);
            if fetched.is_ok() && staging.join("bin").join(name).is_file() {
                return Ok(());
            }
            say(&format!("cargo binstall has no {what}: compiling it"));
            let _ = fs::remove_dir_all(staging);
        }
        step(&format!("compiling {what} (once)"), || {
            let install = Cmd::cargo()
                .args("install --quiet")
                .arg(self.package)
                .args("--version")
                .arg(version);
            let install = self
                .features
                .iter()
                .fold(install, |install, feature| install.arg("--features").arg(feature));
            let install = if self.locked {
                install.arg("--locked")
            } else {
                install
            };
            let install = self.optimised.iter().fold(install, |install, package| {
                install
                    .arg("--config")
                    .arg(format!("profile.release.package.{package}.opt-level=1"))
            });
            // Not into this workspace's target directory: its profiles and flags are not the tool's.
            install
                .arg("--root")
                .arg(staging)
                .env("CARGO_TARGET_DIR", staging.join("build"))
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
                .run_silently()?;
            fs::remove_dir_all(staging.join("build")).context("cannot remove the build directory")
        })
    }
}

/// Once a day wasm-pack asks the registry for its newest version and warns if it gets no answer ("failed to get
/// wasm-pack version"). It keeps the time of that in a file beside itself, and asks nothing as long as that file has no
/// time in it (wasm-pack 0.15.1, `Crate::return_wasm_pack_latest_version` in src/manifest/mod.rs).
fn never_look_for_a_newer_version(programs: &Path) -> Result {
    const STAMP: &str = "The version is pinned by the project: not looked for.\n";
    let file = programs.join("wasm-pack.stamp");
    if fs::read_to_string(&file).is_ok_and(|text| text == STAMP) {
        return Ok(());
    }
    fs::write(&file, STAMP).context(format!("cannot write {}", file.display()))
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
        step(
            &format!("installing the npm dependencies of {directory}/"),
            || {
                npm_command()
                    .args("ci --no-audit --no-fund")
                    .dir(directory)
                    .run_silently()
            },
        )?;
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
