//! The command `cargo xtask size`: the sizes of the shipped files, what loads them, and the groups of their
//! functions.

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::Cmd;
use crate::error::{Context as _, Result, fail};
use crate::progress::step;
use crate::workspace::{has_web, target};
use crate::{build, tools};

/// Runs `size [--check]`.
pub(crate) fn run(arguments: &[String]) -> Result {
    match arguments
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        [] => with_groups(),
        ["--check"] => check(),
        _ => fail("usage: cargo xtask size [--check]"),
    }
}

fn table() -> Cmd {
    Cmd::new("node")
        .arg("tests/size.mjs")
        .env("DUALSTACK_TARGET", target())
}

/// Prints the table. Fails if a file is larger than its budget, or a budget larger than before.
pub(crate) fn check() -> Result {
    build::run(&[])?;
    no_stable_sort()?;
    table().run()
}

/// Checks that the engine sorts by `order` and `sort_unstable`. Clippy sees a call of `sort`, but not the
/// stable sort that `collect` makes for a `BTreeMap` or a `BTreeSet`; the names in the compiled module show both, and
/// those of dependencies.
fn no_stable_sort() -> Result {
    for module in [build::ENGINE.name, build::TOOLS.name] {
        without_stable_sort(&compiled(module))?;
    }
    Ok(())
}

/// Returns a module as rustc compiled it.
fn compiled(name: &str) -> PathBuf {
    target()
        .join(tools::WASM_TARGET)
        .join(format!("release/{name}.wasm"))
}

fn without_stable_sort(module: &Path) -> Result {
    let bytes = fs::read(module).context(format!("cannot read {}", module.display()))?;
    if !has_name(&bytes, "ipnsort") {
        return fail(format!(
            "{} has no names of functions to look at",
            module.display()
        ));
    }
    if has_name(&bytes, "driftsort") {
        return fail(
            "the engine sorts stably somewhere: use order, or `extend` for a BTreeMap instead of `collect`",
        );
    }
    Ok(())
}

fn has_name(module: &[u8], part: &str) -> bool {
    module.windows(part.len()).any(|bytes| bytes == part.as_bytes())
}

fn with_groups() -> Result {
    build::run(&[])?;
    no_stable_sort()?;
    let modules = std::env::join_paths(modules_with_names()?).context("cannot name the modules")?;
    table().arg("--groups").env("DUALSTACK_MODULES", modules).run()
}

/// Builds the modules before wasm-opt, which removes the names of functions.
fn modules_with_names() -> Result<Vec<PathBuf>> {
    let tools = tools::wasm_tools()?;
    let names = [build::ENGINE.name, build::TOOLS.name]
        .into_iter()
        .chain(has_web().then_some("dualstack_web"));
    names
        .map(|name| {
            let compiled = compiled(name);
            let place = target().join("size").join(name);
            step(&format!("naming the functions of {name}"), || {
                Cmd::new("wasm-bindgen")
                    .arg(compiled)
                    .args("--target web --no-typescript --out-dir")
                    .arg(&place)
                    .quiet()
                    .paths(&tools)?
                    .run()
            })?;
            Ok(place.join(format!("{name}_bg.wasm")))
        })
        .collect()
}
