//! `cargo xtask bench`

use crate::command::Cmd;
use crate::error::{Result, fail};
use crate::package;

/// Native benchmarks, then the same engine as WASM in Node.
pub(crate) fn run(arguments: &[String]) -> Result {
    if !arguments.is_empty() {
        return fail("usage: cargo xtask bench");
    }
    Cmd::cargo()
        .args("bench --profile measure -p dualstack-conformance --bench engine --bench rules")
        .run()?;
    Cmd::cargo()
        .args("bench --profile measure -p dualstack-core --bench admission --bench nodeipam")
        .run()?;
    package::build()?;
    Cmd::new("node").arg("tests/bench/wasm.mjs").run()
}
