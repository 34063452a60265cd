//! The command `cargo xtask docs`: the documentation site, in `target/docs`. What it says comes from the files of docs/, the
//! declarations of the package and the engine; `docs/site` writes it.

use std::fs;
use std::path::PathBuf;

use crate::build;
use crate::command::Cmd;
use crate::error::{Context as _, Error, Result, fail};
use crate::progress::{self, step};
use crate::workspace::target;
use crate::{http, package, serve, tools};

const DEFAULT_PORT: u16 = 8081;
const USAGE: &str = "usage: cargo xtask docs [--planner ADDRESS] [--serve [--port N] [--no-build]]";

/// Runs `docs [--planner ADDRESS] [--serve [--port N] [--no-build]]`.
pub(crate) fn run(arguments: &[String]) -> Result {
    let options = Options::parse(arguments)?;
    // Before the build, which takes minutes, so that a port in use is reported at once.
    let listener = options.port.map(serve::bind).transpose()?;
    if options.build {
        build_site(options.planner.as_deref())?;
    }
    let (Some(listener), Some(port)) = (listener, options.port) else {
        return Ok(());
    };
    if !place().join("index.html").is_file() {
        return fail(format!(
            "{} has no index.html: run without --no-build",
            place().display()
        ));
    }
    progress::say("ready");
    println!("The documentation is at http://127.0.0.1:{port}/ (stop with Ctrl+C)");
    http::serve(&listener, &place(), None);
    Ok(())
}

/// The directory of the site.
pub(crate) fn place() -> PathBuf {
    target().join("docs")
}

/// Builds the site. `planner` is the address that its examples are opened at; without one the planner is put into the site.
pub(crate) fn build_site(planner: Option<&str>) -> Result {
    package::build()?;
    if planner.is_none() {
        build::web()?;
    }
    let programs = tools::npm("docs/site")?;
    let declarations = target().join("docs-api.json");
    step("reading the declarations of the package (TypeDoc)", || {
        let _ = fs::remove_file(&declarations);
        Cmd::new(programs.join("typedoc"))
            .args("--options typedoc.json --logLevel Warn --treatWarningsAsErrors --json")
            .arg(&declarations)
            .dir("docs/site")
            .quiet()
            .run()?;
        fs::metadata(&declarations)
            .map(|_| ())
            .context("TypeDoc has written nothing")
    })?;
    let write = Cmd::new("node")
        .args("docs/site/build.mjs --out")
        .arg(place())
        .arg("--api")
        .arg(&declarations);
    let write = match planner {
        Some(address) => write.arg("--planner").arg(address),
        None => write,
    };
    step("writing the documentation", || write.run())
}

#[derive(Debug, PartialEq)]
struct Options {
    /// The address of a planner outside of the site.
    planner: Option<String>,
    /// The port to serve the site on; `None` to build it only.
    port: Option<u16>,
    build: bool,
}

impl Options {
    fn parse(arguments: &[String]) -> Result<Options> {
        let mut options = Options {
            planner: None,
            port: None,
            build: true,
        };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--serve" => options.port = options.port.or(Some(DEFAULT_PORT)),
                "--no-build" => options.build = false,
                "--port" => {
                    let port = arguments.next().and_then(|port| port.parse().ok());
                    options.port =
                        Some(port.ok_or_else(|| Error::new("--port needs a number from 1 to 65535"))?);
                }
                "--planner" => {
                    let address = arguments.next().filter(|address| address.contains("://"));
                    let address =
                        address.ok_or_else(|| Error::new("--planner needs an address: https://…"))?;
                    options.planner = Some(address.clone());
                }
                other => return fail(format!("`{other}` is not known; {USAGE}")),
            }
        }
        if options.port.is_none() && !options.build {
            return fail(format!("--no-build is for --serve; {USAGE}"));
        }
        Ok(options)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Options> {
        Options::parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn options_are_read() {
        let built = Options {
            planner: None,
            port: None,
            build: true,
        };
        assert_eq!(parse("").unwrap(), built);
        assert_eq!(parse("--serve").unwrap().port, Some(DEFAULT_PORT));
        assert_eq!(parse("--port 9000 --serve").unwrap().port, Some(9000));
        let elsewhere = parse("--planner https://planner.example/").unwrap();
        assert_eq!(elsewhere.planner.as_deref(), Some("https://planner.example/"));
        assert!(!parse("--serve --no-build").unwrap().build);
        for wrong in [
            "--no-build",
            "--port",
            "--port x",
            "--planner",
            "--planner planner/",
            "--srve",
        ] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
