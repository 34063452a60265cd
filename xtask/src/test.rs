//! The command `cargo xtask test`: every test, each runner with its own summary, and a table at the end.

use crate::browser;
use crate::build;
use crate::command::Cmd;
use crate::error::Result;
use crate::stages::{self, Stage};
use crate::workspace::{has_web, root, target};
use crate::{docs, new, package, release, reproducible, schemas, serve, size, tools};

const STAGES: &[Stage] = &[
    Stage {
        name: "rust",
        about: "unit, table, property and documentation tests of every crate",
        run: rust,
    },
    Stage {
        name: "new",
        about: "what `cargo xtask new` writes compiles and tells what is missing",
        run: new::check,
    },
    Stage {
        name: "conformance",
        about: "recorded answers of real components",
        run: conformance,
    },
    Stage {
        name: "build",
        about: "the npm package and the planner",
        run: || build::run(&[]),
    },
    Stage {
        name: "browser",
        about: "the engine in headless Chromium",
        run: in_browser,
    },
    Stage {
        name: "package",
        about: "the npm package in Node, and its command line",
        run: package,
    },
    Stage {
        name: "cidr",
        about: "address algebra under the names of other packages, against these packages",
        run: cidr,
    },
    Stage {
        name: "real",
        about: "files, dumps and log lines of the shape that people bring",
        run: real,
    },
    Stage {
        name: "consumers",
        about: "the packed npm file in projects that use it",
        run: consumers,
    },
    Stage {
        name: "docs",
        about: "the examples in the documentation",
        run: examples,
    },
    Stage {
        name: "site",
        about: "the documentation site: built, its links, and a sample of its pages in Chromium, with axe",
        run: site,
    },
    Stage {
        name: "embed",
        about: "the plugins for blocks in Markdown, in the programs that they are for",
        run: embed,
    },
    Stage {
        name: "schemas",
        about: "exported files against the schemas and readers of the tools",
        run: || schemas::run(node_tests("tests/schemas")?),
    },
    Stage {
        name: "release",
        about: "bills of materials (CycloneDX) and licences of what is shipped",
        run: release_files,
    },
    Stage {
        name: "e2e",
        about: "the planner in Chromium, with axe",
        run: e2e,
    },
    Stage {
        name: "size",
        about: "sizes against pkg/size-budget.json",
        run: size,
    },
];

/// The stages that take too long for every change: `test --all`.
const LONG: &[Stage] = &[
    Stage {
        name: "consumers-all",
        about: "the packed npm file in Vite 5 to 8, Rollup, Parcel, Next.js, Vitest, Workers, Deno and Bun",
        run: consumers_all,
    },
    Stage {
        name: "starts",
        about: "500 random plans for every target, version and kind of cluster against the tools' start-up checks",
        run: || random_plans("start_checks", 500),
    },
    Stage {
        name: "refusals",
        about: "20,000 random plans: what their own tools refuse, lint knows",
        run: || random_plans("own_tools", 20_000),
    },
    Stage {
        name: "fixes",
        about: "4,000 random plans: every fix that is offered is applied and keeps its promise",
        run: || random_plans("fixes", 4_000),
    },
    Stage {
        name: "reproducible",
        about: "a second build, in another folder, gives the same bytes: the npm package and the page",
        run: reproducible::check,
    },
    Stage {
        name: "same",
        about: "10,000 random plans: the same bytes natively, as WASM in Node, and as WASM in Chromium",
        run: || same_bytes(10_000),
    },
];

/// Runs `test [--all] [--only …]`.
pub(crate) fn run(arguments: &[String]) -> Result {
    let mut arguments = arguments.to_vec();
    let mut chosen = STAGES.to_vec();
    if let Some(at) = arguments.iter().position(|argument| argument == "--all") {
        arguments.remove(at);
        chosen.extend(LONG);
    }
    stages::run("test", &chosen, &arguments)
}

/// Runs a test over that many random plans instead of the few of every run.
fn random_plans(test: &str, plans: u32) -> Result {
    Cmd::cargo()
        .args("test --release -p dualstack-conformance --test")
        .arg(test)
        .env("DUALSTACK_PLANS", plans.to_string())
        .run()
}

fn rust() -> Result {
    // The features of the engine that the workspace does not use otherwise. They are on for every test: a second set
    // of features would compile the engine, its tests and all dependents a second time.
    Cmd::cargo()
        .args("test --workspace --features dualstack-core/schema,dualstack-core/test-panic")
        .run()
}

fn conformance() -> Result {
    Cmd::cargo()
        .args("run --release --quiet -p dualstack-conformance -- tests/vectors")
        .run()
}

/// Runs the browser tests. wasm-bindgen's runner starts chromedriver, which starts Chromium.
fn in_browser() -> Result {
    tools::wasm_target()?;
    let paths = tools::wasm_tools()?;
    let capabilities = browser::webdriver_capabilities()?;
    let driver = browser::chromedriver()?;
    let test = |package: &str| {
        Cmd::cargo()
            .args("test --target wasm32-unknown-unknown --tests -p")
            .arg(package)
            .env(
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
                "wasm-bindgen-test-runner",
            )
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &capabilities)
            .env("CHROMEDRIVER", &driver)
            .paths(&paths)?
            .run()
    };
    test("dualstack-browser")?;
    if has_web() { test("dualstack-web") } else { Ok(()) }
}

/// Returns the call of Node's test runner for every test of a directory.
fn node_tests(directory: &str) -> Result<Cmd> {
    let files = build::list(&root().join(directory))?;
    let tests = files
        .iter()
        .filter(|file| file.to_string_lossy().ends_with(".test.mjs"));
    Ok(tests.fold(Cmd::new("node").args("--test --test-reporter spec"), Cmd::arg))
}

fn node_test(directory: &str) -> Result {
    node_tests(directory)?.run()
}

fn package() -> Result {
    package::build_for_tests()?;
    let programs = tools::npm("pkg")?;
    node_test("pkg/test")?;
    Cmd::new(programs.join("publint"))
        .arg("--strict")
        .dir("pkg")
        .run()
}

fn cidr() -> Result {
    package::build()?;
    tools::npm("tests")?;
    node_test("tests/cidr")
}

fn real() -> Result {
    package::build_for_tests()?;
    node_test("tests/cases/real")
}

/// Compares the engine with its WASM modules over that many random plans.
fn same_bytes(plans: u32) -> Result {
    package::build()?;
    tools::npm("tests")?;
    Cmd::cargo()
        .args("build --release -p dualstack-conformance --bin dualstack-conformance")
        .run()?;
    let native = format!("release/dualstack-conformance{}", std::env::consts::EXE_SUFFIX);
    node_tests("tests/same")?
        .env("DUALSTACK_NATIVE", target().join(native))
        .env("DUALSTACK_PLANS", plans.to_string())
        .env("CHROME", browser::chromium()?)
        .env("DUALSTACK_CHROMIUM_SWITCHES", browser::switches().join(" "))
        .run()
}

fn consumers() -> Result {
    tools::npm("tests/consumers/everyday")?;
    consumer_tests("tests/consumers")
}

fn consumers_all() -> Result {
    consumer_tests("tests/consumers/long")
}

/// Runs tests that install the packed package; what they build for browsers is opened in Chromium.
fn consumer_tests(directory: &str) -> Result {
    package::build()?;
    tools::npm("tests")?;
    node_tests(directory)?
        .env("CHROME", browser::chromium()?)
        .env("DUALSTACK_CHROMIUM_SWITCHES", browser::switches().join(" "))
        .run()
}

fn size() -> Result {
    node_test("tests/size")?;
    size::check()
}

fn examples() -> Result {
    package::build()?;
    node_test("tests/docs")
}

fn site() -> Result {
    docs::build_site(None)?;
    let programs = tools::npm("tests")?;
    Cmd::new(programs.join("playwright"))
        .args("test --config site/playwright.config.ts")
        .dir("tests")
        .env("CHROME", browser::chromium()?)
        .env("DUALSTACK_CHROMIUM_SWITCHES", browser::switches().join(" "))
        .env("DUALSTACK_DOCS", docs::place())
        .run()
}

fn embed() -> Result {
    package::build()?;
    tools::npm("tests")?;
    let python = schemas::python_with("sphinx-python", "tests/embed/python/requirements.txt")?;
    node_tests("tests/embed")?.env("DUALSTACK_PYTHON", python).run()
}

fn release_files() -> Result {
    package::build()?;
    build::web()?;
    release::bills()?;
    let python = schemas::python_with("release-python", "tests/release/python/requirements.txt")?;
    node_tests("tests/release")?
        .env("DUALSTACK_PYTHON", python)
        .env("DUALSTACK_PUBLISH", release::place())
        .env("DUALSTACK_SITE", crate::workspace::site())
        .run()
}

fn e2e() -> Result {
    if !has_web() {
        eprintln!("xtask: web/index.html is missing, so there is nothing to test");
        return Ok(());
    }
    build::web()?;
    package::build_for_tests()?;
    let programs = tools::npm("tests")?;
    Cmd::new(programs.join("playwright"))
        .args("test --config e2e/playwright.config.ts")
        .dir("tests")
        .env("CHROME", browser::chromium()?)
        .env("DUALSTACK_CHROMIUM_SWITCHES", browser::switches().join(" "))
        .env("DUALSTACK_PORT", serve::free_port()?.to_string())
        .env("DUALSTACK_ROOT", root())
        .run()
}
