//! The command `cargo xtask serve`: the planner on a small static server for this machine only.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;

use crate::build::{self, Profile};
use crate::error::{Context as _, Error, Result, fail};
use crate::watch::{self, Builds};
use crate::workspace::site;
use crate::{http, progress};

const DEFAULT_PORT: u16 = 8080;

/// Runs `serve [--port N] [--dev | --no-build]`.
pub(crate) fn run(arguments: &[String]) -> Result {
    let options = Options::parse(arguments)?;
    // Before the build, which takes minutes, so that a port in use is reported at once.
    let listener = bind(options.port)?;
    // Before the build too, so that changes made while it runs are built after it.
    let sources = watch::look();
    if let Some(profile) = options.build {
        build::web_as(profile)?;
    }
    let root = site();
    if !root.join("index.html").is_file() {
        return fail(format!(
            "{} has no index.html: run without --no-build",
            root.display()
        ));
    }
    let builds = (options.build == Some(Profile::Dev)).then(|| Arc::new(Builds::new()));
    if let Some(builds) = builds.clone() {
        std::thread::spawn(move || watch::build_on_change(sources, &builds));
    }
    progress::say("ready");
    println!(
        "The planner is at http://127.0.0.1:{}/ (stop with Ctrl+C)",
        options.port
    );
    http::serve(&listener, &root, builds.as_ref());
    Ok(())
}

#[derive(Debug, PartialEq)]
struct Options {
    port: u16,
    /// The profile of the build; `None` to serve the last build.
    build: Option<Profile>,
}

impl Options {
    fn parse(arguments: &[String]) -> Result<Options> {
        let mut options = Options {
            port: DEFAULT_PORT,
            build: Some(Profile::Release),
        };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--no-build" => options.build = None,
                "--dev" => options.build = Some(Profile::Dev),
                "--port" => {
                    let port = arguments.next().and_then(|port| port.parse().ok());
                    options.port = port.ok_or_else(|| Error::new("--port needs a number from 1 to 65535"))?;
                }
                other => {
                    return fail(format!(
                        "`{other}` is not known; usage: cargo xtask serve [--port N] [--dev | --no-build]"
                    ));
                }
            }
        }
        Ok(options)
    }
}

/// Takes a port of this machine.
pub(crate) fn bind(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        Error::new(match error.kind() {
            ErrorKind::AddrInUse => {
                format!(
                    "port {port} is in use by another program: stop it or choose another one with `--port N`"
                )
            }
            _ => format!("cannot listen on 127.0.0.1:{port}: {error}"),
        })
    })
}

/// Returns a free port, for tests that start a server.
pub(crate) fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("cannot find a free port")?;
    Ok(listener.local_addr().context("cannot find a free port")?.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_that_is_taken_is_said_so() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let message = bind(port).unwrap_err().to_string();
        assert!(
            message.starts_with(&format!("port {port} is in use")),
            "{message}"
        );
    }

    #[test]
    fn options_are_read() {
        let parse =
            |text: &str| Options::parse(&text.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
        assert_eq!(
            parse("").unwrap(),
            Options {
                port: 8080,
                build: Some(Profile::Release)
            }
        );
        assert_eq!(
            parse("--no-build --port 9000").unwrap(),
            Options {
                port: 9000,
                build: None
            }
        );
        assert_eq!(parse("--dev").unwrap().build, Some(Profile::Dev));
        for wrong in ["--port", "--port x", "--port 65536", "--prot 1"] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
