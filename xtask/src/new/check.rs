//! The complete test of `new`: a copy of the workspace with one new entry of every kind. It has to compile, and its
//! tests have to name the texts that a person has to write, and nothing else.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::draft::Draft;
use super::{format, version, write};
use crate::build::remove_tree;
use crate::command::Cmd;
use crate::error::{Context as _, Result, fail};
use crate::progress::step;
use crate::workspace::{root, target};

/// The tests that a rule without sources and without a case fails, and those that require recorded or translated
/// data. Users of `new` see these names.
const TOLD: &[&str] = &["lint::rules::tests::every_page_says_what_and_why_and_shows_an_example"];

/// The tests of registries and texts.
const REGISTRIES: &[&str] = &[
    "lint::rules::",
    "export::tests::every_file_of",
    "export::tests::targets_are",
    "i18n::",
];

/// Copies the workspace, runs every generator there, compiles it and runs the tests of registries.
pub(crate) fn run() -> Result {
    let copy = target().join("with-new-things");
    copy_workspace(&copy)?;
    let mut draft = Draft::new(&copy);
    let next = version::newest(&draft)? + 1;
    for arguments in [
        "rule ADDR999 new-rule",
        "target objects new-target",
        "component map new-part",
        "language xx Test",
        &format!("version 1.{next}"),
    ] {
        let arguments: Vec<String> = arguments.split(' ').map(str::to_owned).collect();
        write(&mut draft, &arguments)?;
    }
    draft.save()?;
    format(draft.rust_files())?;
    let cargo = |arguments: &str| {
        Cmd::cargo()
            .args(arguments)
            .dir(&copy)
            .env("CARGO_TARGET_DIR", target())
            .env("RUST_BACKTRACE", "0")
    };
    step("compiling the engine and the page with new things", || {
        cargo("check --quiet -p dualstack-core -p dualstack-web --tests").run()
    })?;
    let output = step("running the tests of registries", || {
        let tests = cargo(
            "test -p dualstack-ground -p dualstack-analysis -p dualstack-exports --lib --no-fail-fast --",
        )
        .args(&REGISTRIES.join(" "));
        Ok(tests.quiet().any_output())
    })??;
    let failed: BTreeSet<&str> = output
        .lines()
        .filter_map(|line| line.strip_prefix("test ")?.strip_suffix(" ... FAILED"))
        .collect();
    // A registry whose tests are looked for in the wrong crate would tell nothing.
    for registry in REGISTRIES {
        if !output.contains(&format!("test {registry}")) {
            return fail(format!("no test of {registry} ran\n{output}"));
        }
    }
    if failed != TOLD.iter().copied().collect() {
        return fail(format!(
            "with new things these tests fail: {failed:?}; expected are {TOLD:?}\n{output}"
        ));
    }
    println!("new: one of everything compiles, and the tests tell what is missing: {TOLD:?}");
    remove_tree(&copy)
}

/// Copies the files that git knows or would add.
pub(crate) fn copy_workspace(to: &Path) -> Result {
    remove_tree(to)?;
    let listed = Cmd::new("git")
        .args("ls-files --cached --others --exclude-standard")
        .output()?;
    for file in listed.lines().filter(|file| root().join(file).is_file()) {
        let place = to.join(file);
        if let Some(parent) = place.parent() {
            fs::create_dir_all(parent).context(format!("cannot create {}", parent.display()))?;
        }
        fs::copy(root().join(file), &place).context(format!("cannot copy {file}"))?;
    }
    Ok(())
}
