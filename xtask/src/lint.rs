//! The command `cargo xtask lint`: checks that run no test.

use crate::command::Cmd;
use crate::error::{Result, fail};
use crate::stages::{self, Stage};
use crate::workspace::{has_web, root};
use crate::{advisories, generate, markup, package, policy, tools};

const STAGES: &[Stage] = &[
    Stage {
        name: "format",
        about: "rustfmt of every Rust file",
        run: format,
    },
    Stage {
        name: "clippy",
        about: "clippy of every crate and feature",
        run: clippy,
    },
    Stage {
        name: "markup",
        about: "nothing that is shipped makes markup or code of a text",
        run: markup::check,
    },
    Stage {
        name: "dependencies",
        about: "licences, sources and versions of crates by deny.toml; lock files of npm",
        run: policy::check,
    },
    Stage {
        name: "advisories",
        about: "known faults of crates and npm packages, where there is a database of them",
        run: advisories::check,
    },
    Stage {
        name: "doc",
        about: "API documentation without warnings",
        run: doc,
    },
    Stage {
        name: "generated",
        about: "generated files are fresh",
        run: generate::check,
    },
    Stage {
        name: "types",
        about: "TypeScript compiles",
        run: types,
    },
];

/// Runs `lint [--only …]`.
pub(crate) fn run(arguments: &[String]) -> Result {
    stages::run("lint", STAGES, arguments)
}

/// Checks the format of every file that git knows or would add. `cargo fmt` alone follows `mod` lines and misses
/// modules that a macro declares (rules, export targets).
fn format() -> Result {
    let listed = Cmd::new("git")
        .args("ls-files --cached --others --exclude-standard -- *.rs")
        .output()?;
    let files = listed.lines().filter(|file| root().join(file).is_file());
    let mut count = 0;
    let rustfmt = files.fold(Cmd::new("rustfmt").quiet().arg("--check"), |command, file| {
        count += 1;
        command.arg(file)
    });
    if count == 0 {
        return fail("git lists no Rust file: the check would check nothing");
    }
    eprintln!("$ rustfmt --check ({count} files)");
    rustfmt.run()
}

fn clippy() -> Result {
    let clippy = |options: &str| {
        Cmd::cargo()
            .arg("clippy")
            .args(options)
            .args("-- -D warnings")
            .run()
    };
    clippy("--workspace --all-targets")?;
    clippy(
        "-p dualstack-core -p dualstack-ground -p dualstack-kubernetes -p dualstack-plan -p dualstack-analysis -p dualstack-exports --all-targets --all-features",
    )?;
    tools::wasm_target()?;
    clippy("-p dualstack-browser --tests --target wasm32-unknown-unknown")?;
    if has_web() {
        clippy("-p dualstack-web --all-targets --target wasm32-unknown-unknown")
    } else {
        Ok(())
    }
}

fn doc() -> Result {
    Cmd::cargo()
        .args("doc --workspace --no-deps")
        .env("RUSTDOCFLAGS", "-D warnings")
        .run()
}

fn types() -> Result {
    // The types of the calls are made from Rust, so they are built first; the compiler checks ours on the way.
    package::build()?;
    let programs = tools::npm("pkg")?;
    tools::npm("tests")?;
    Cmd::new(programs.join("tsc"))
        .args("--noEmit --project ../tests/tsconfig.json")
        .dir("pkg")
        .run()
}
