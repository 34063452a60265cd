//! `cargo xtask lint`: what is checked without running anything.

use crate::command::Cmd;
use crate::error::Result;
use crate::stages::{self, Stage};
use crate::workspace::has_web;
use crate::{build, generate, tools};

const STAGES: &[Stage] = &[
    Stage {
        name: "format",
        about: "cargo fmt",
        run: || Cmd::cargo().args("fmt --all --check").run(),
    },
    Stage {
        name: "clippy",
        about: "clippy of every crate and feature",
        run: clippy,
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

/// `lint [--only …]`
pub(crate) fn run(arguments: &[String]) -> Result {
    stages::run("lint", STAGES, arguments)
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
    clippy("-p dualstack-core --all-targets --all-features")?;
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
    build::package()?;
    let programs = tools::npm("pkg")?;
    tools::npm("tests")?;
    Cmd::new(programs.join("tsc"))
        .args("--noEmit --project ../tests/tsconfig.json")
        .dir("pkg")
        .run()
}
