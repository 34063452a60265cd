//! The WASM of the npm package and of the planner, and the planner's site.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::command::Cmd;
use crate::error::{Context as _, Result, fail};
use crate::tools;
use crate::workspace::{has_web, root, site, target};

/// How the planner's module is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Small and fast, and minutes of work.
    Release,
    /// Soon there, large and slow: for looking at what one has just written.
    Dev,
}

/// `build [core|web [--dev]]`
pub(crate) fn run(arguments: &[String]) -> Result {
    match arguments
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        [] => {
            package()?;
            if has_web() { web() } else { Ok(()) }
        }
        ["core"] => package(),
        ["web"] => web(),
        ["web", "--dev"] => web_as(Profile::Dev),
        _ => fail("usage: cargo xtask build [core|web [--dev]]"),
    }
}

/// The npm package's `dist/`: one WASM module and the TypeScript around it. Built once however many stages ask.
pub(crate) fn package() -> Result {
    static BUILT: OnceLock<Result> = OnceLock::new();
    once(&BUILT, build_package)
}

/// A build that failed fails again at once.
fn once(built: &OnceLock<Result>, build: fn() -> Result) -> Result {
    built.get_or_init(build).clone()
}

fn build_package() -> Result {
    // Nothing of an earlier build stays: what is deleted in src/ must not be published.
    remove_tree(&root().join("pkg/dist"))?;
    copy_file(&root().join("LICENSE"), &root().join("pkg/LICENSE"))?;
    let programs = tools::npm("pkg")?;
    wasm_pack(
        "core",
        "--release",
        "--features wasm",
        &root().join("pkg/dist/core"),
        "dualstack_core",
    )?;
    Cmd::new(programs.join("tsc"))
        .args("--project tsconfig.json")
        .dir("pkg")
        .run()
}

/// The package once more, with a module that has the exports tests need (a call that panics).
pub(crate) fn package_for_tests() -> Result {
    package()?;
    let directory = target().join("test-package");
    copy_tree(&root().join("pkg/dist"), &directory.join("dist"))?;
    copy_file(&root().join("pkg/package.json"), &directory.join("package.json"))?;
    wasm_pack(
        "core",
        "--dev",
        "--features wasm,test-panic",
        &directory.join("dist/core"),
        "dualstack_core",
    )
}

/// `target/site/`: what any static server can serve.
pub(crate) fn web() -> Result {
    static BUILT: OnceLock<Result> = OnceLock::new();
    once(&BUILT, || web_as(Profile::Release))
}

/// The same, compiled in that way.
pub(crate) fn web_as(profile: Profile) -> Result {
    if !has_web() {
        return fail("web/index.html is missing: there is no planner to build");
    }
    let staging = target().join("site.new");
    remove_tree(&staging)?;
    let options = match profile {
        Profile::Release => "--release --no-typescript",
        Profile::Dev => "--dev --no-typescript",
    };
    wasm_pack("web", options, "", &staging, "dualstack_web")?;
    let sources = root().join("web");
    for entry in list(&sources)? {
        let kind = entry
            .extension()
            .and_then(|extension| extension.to_str())
            .unwrap_or_default();
        if matches!(
            kind,
            "html" | "js" | "css" | "svg" | "png" | "ico" | "webmanifest"
        ) {
            copy_file(&entry, &staging.join(entry.file_name().unwrap_or_default()))?;
        }
    }
    for directory in ["styles", "assets"] {
        if sources.join(directory).is_dir() {
            copy_tree(&sources.join(directory), &staging.join(directory))?;
        }
    }
    remove_tree(&site())?;
    fs::rename(&staging, site()).context("cannot move the site into place")
}

/// One crate as WASM and its glue for `<script type=module>`, which serves Node and bundlers as well.
fn wasm_pack(package: &str, options: &str, cargo_options: &str, into: &Path, name: &str) -> Result {
    tools::wasm_target()?;
    let mut paths = tools::wasm_tools()?;
    // wasm-opt: the `binaryen` of the lock file, whatever else is installed.
    paths.push(tools::npm("pkg")?);
    paths.reverse();
    Cmd::new("wasm-pack")
        .arg("build")
        .arg(package)
        .args("--target web --mode no-install --no-pack --no-gitignore")
        .args(options)
        .arg("--out-dir")
        .arg(into)
        .arg("--out-name")
        .arg(name)
        .args(cargo_options)
        .paths(&paths)?
        .run()
}

/// What a directory holds, sorted.
pub(crate) fn list(directory: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(directory).context(format!("cannot read {}", directory.display()))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    Ok(paths)
}

fn copy_file(from: &Path, to: &Path) -> Result {
    if let Some(parent) = to.parent() {
        fs::create_dir_all(parent).context(format!("cannot create {}", parent.display()))?;
    }
    fs::copy(from, to).context(format!("cannot copy {}", from.display()))?;
    Ok(())
}

/// Replaces `to` by a copy of `from`.
fn copy_tree(from: &Path, to: &Path) -> Result {
    remove_tree(to)?;
    for entry in list(from)? {
        let destination = to.join(entry.file_name().unwrap_or_default());
        if entry.is_dir() {
            copy_tree(&entry, &destination)?
        } else {
            copy_file(&entry, &destination)?
        }
    }
    Ok(())
}

fn remove_tree(path: &Path) -> Result {
    if path.exists() {
        fs::remove_dir_all(path).context(format!("cannot remove {}", path.display()))?;
    }
    Ok(())
}
