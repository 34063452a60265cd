//! `cargo xtask`: everything that builds, tests, serves and checks the project.
//!
//! A command installs the tools it needs at their first use and prints a line about it. Only Rust, Node and, on
//! systems that do not allow an installation, a Chromium have to be set up by hand.

mod advisories;
mod apt;
mod bench;
mod browser;
mod build;
mod cache;
mod command;
mod dependencies;
mod docs;
mod error;
mod fuzz;
mod generate;
mod http;
mod licences;
mod lint;
mod markup;
mod mutants;
mod new;
mod package;
mod policy;
mod progress;
mod release;
mod reproducible;
mod sbom;
mod schemas;
mod serve;
mod site;
mod size;
mod stages;
mod test;
mod tools;
mod watch;
mod workspace;

use std::process::ExitCode;

use error::{Result, fail};

const HELP: &str = "\
cargo xtask <command>

  serve [--port N] [--dev | --no-build]
                                  build the planner and serve it on http://127.0.0.1:8080/
                                  --dev: soon built, large and slow; built again after every change, and
                                  open pages follow
  test [--only STAGE,…]           every test; `--only` names stages, `--list` shows them
  build [core|web [--dev]]        the npm package's WASM (pkg/dist) and the planner (target/site)
  docs [--planner ADDRESS] [--serve [--port N] [--no-build]]
                                  the documentation site (target/docs), and on http://127.0.0.1:8081/
  bench [--only engine|cidr|page|limits]
                                  benchmarks, native and in Node; address algebra against other packages; visits of the
                                  page; the largest inputs
  fuzz [TARGET,…] [--minutes N]   inputs by libFuzzer against what holds for every input; a table of what was done
                                  --keep: the smallest corpus is kept in tests/fuzz/corpus
  mutants [PART,…] [--minutes N]  small changes to the engine that a test has to notice; the share that is noticed
                                  --survivors: only those that none noticed
  lint [--only STAGE,…]           formatting, lints, dependencies, documentation, generated files, types
  new rule|target|component|language|version …
                                  the files and lines that each of them begins with
  size [--check]                  sizes of what is shipped, what loads it, what its functions come from
  release                         what a version hands out, with bills of materials and checksums, in
                                  target/publish
  gen [--check]                   write the generated files, or say which of them are stale
";

fn main() -> ExitCode {
    progress::start();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result {
    let Some((command, rest)) = arguments.split_first() else {
        eprint!("{HELP}");
        return fail("no command given");
    };
    match command.as_str() {
        "serve" => serve::run(rest),
        "test" => test::run(rest),
        "build" => build::run(rest),
        "docs" => docs::run(rest),
        "bench" => bench::run(rest),
        "fuzz" => fuzz::run(rest),
        "mutants" => mutants::run(rest),
        "lint" => lint::run(rest),
        "gen" => generate::run(rest),
        "new" => new::run(rest),
        "size" => size::run(rest),
        "release" => release::run(rest),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => {
            eprint!("{HELP}");
            fail(format!("there is no command `{other}`"))
        }
    }
}
