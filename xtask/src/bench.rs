//! The command `cargo xtask bench`.

use crate::command::Cmd;
use crate::error::{Result, fail};
use crate::workspace::target;
use crate::{browser, build, package, tools};

/// Runs the native benchmarks, then the same engine as WASM in Node; with `--only cidr`, address algebra against the packages
/// of others, whose table goes into `docs/benchmarks.md`; with `--only page`, visits of the page and keys in it; with `--only limits`,
/// the largest inputs of each kind, natively and as WASM.
pub(crate) fn run(arguments: &[String]) -> Result {
    match arguments
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        [] => {
            engine()?;
            cidr()?;
            limits()?;
            page()
        }
        ["--only", "engine"] => engine(),
        ["--only", "cidr"] => cidr(),
        ["--only", "page"] => page(),
        ["--only", "limits"] => limits(),
        _ => fail("usage: cargo xtask bench [--only engine|cidr|page|limits]"),
    }
}

fn engine() -> Result {
    Cmd::cargo()
        .args("bench --profile measure -p dualstack-conformance --bench engine --bench rules")
        .run()?;
    Cmd::cargo()
        .args("bench --profile measure -p dualstack-core --bench admission --bench nodeipam")
        .run()?;
    package::build()?;
    Cmd::new("node").arg("tests/bench/wasm.mjs").run()
}

fn cidr() -> Result {
    package::build()?;
    tools::npm("tests")?;
    Cmd::new("node").args("tests/bench/cidr/run.mjs --write").run()
}

fn limits() -> Result {
    package::build()?;
    Cmd::cargo()
        .args("build --profile measure -p dualstack-conformance --example large")
        .run()?;
    let program = format!("measure/examples/large{}", std::env::consts::EXE_SUFFIX);
    Cmd::new("node")
        .arg("tests/bench/limits.mjs")
        .env("DUALSTACK_LARGE", target().join(program))
        .run()
}

fn page() -> Result {
    build::run(&[])?;
    tools::npm("tests")?;
    Cmd::new("node")
        .arg("tests/bench/page.mjs")
        .env("CHROME", browser::chromium()?)
        .env("DUALSTACK_CHROMIUM_SWITCHES", browser::switches().join(" "))
        .run()
}
