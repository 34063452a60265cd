//! The checkers of exported files: Python packages, programs that load firewalls, types made from CRDs.

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use crate::command::{Cmd, find_program};
use crate::error::{Context as _, Error, Result};
use crate::workspace::{root, target};
use crate::{apt, cache, package, progress, tools};

const REQUIREMENTS: &str = "tests/schemas/python/requirements.txt";
/// The requirements of an older release of a package in [`REQUIREMENTS`], which is installed into a separate folder.
const OLDER_REQUIREMENTS: &str = "tests/schemas/python/requirements-1.24.txt";

/// Returns the test suite with its tools. Environment variables hold their paths.
pub(crate) fn run(suite: Cmd) -> Result {
    package::build()?;
    tools::npm("tests")?;
    let place = python_packages()?;
    let suite = suite
        .env("DUALSTACK_PYTHON", python_of(&place))
        .env("DUALSTACK_PYTHON_OLDER", place.join("older"))
        .env("DUALSTACK_CRDS", crds()?);
    firewalls()?;
    suite.run()
}

/// Returns the checker of custom resources.
fn crds() -> Result<PathBuf> {
    Cmd::cargo()
        .args("build -p dualstack-crds --features types")
        .run()?;
    Ok(target()
        .join("debug")
        .join(format!("dualstack-crds{}", std::env::consts::EXE_SUFFIX)))
}

/// Installs `nft`, `ip6tables` and `sysctl` if one is missing. They exist on Linux only.
fn firewalls() -> Result {
    let missing = |name: &str| find_program(name).is_none() && !Path::new("/usr/sbin").join(name).is_file();
    if cfg!(target_os = "linux") && ["nft", "ip6tables", "sysctl"].into_iter().any(missing) {
        apt::install("nftables iptables procps", "nft with ip6tables and sysctl")?;
    }
    Ok(())
}

/// Returns a virtual environment with the packages of the requirements files, in the cache of tools.
fn python_packages() -> Result<PathBuf> {
    let files = [REQUIREMENTS, OLDER_REQUIREMENTS];
    environment("schemas-python", &files, |staging| {
        pip(staging).arg("--requirement").arg(REQUIREMENTS).run()?;
        pip(staging)
            .arg("--requirement")
            .arg(OLDER_REQUIREMENTS)
            .args("--no-build-isolation --use-pep517 --target")
            .arg(staging.join("older"))
            .run()
    })
}

/// Returns a Python that has the packages of a requirements file; `name` is that of its environment in the cache.
pub(crate) fn python_with(name: &str, requirements: &str) -> Result<PathBuf> {
    let place = environment(name, &[requirements], |staging| {
        pip(staging).arg("--requirement").arg(requirements).run()
    })?;
    Ok(python_of(&place))
}

/// Returns a virtual environment in the cache of tools, which is filled once.
fn environment(name: &str, files: &[&str], fill: impl FnOnce(&Path) -> Result) -> Result<PathBuf> {
    let python = python()?;
    // Another Python, or other requirements, need another environment.
    let mut hasher = DefaultHasher::new();
    Cmd::new(&python).arg("--version").output()?.hash(&mut hasher);
    for file in files {
        fs::read(root().join(file))
            .context(format!("cannot read {file}"))?
            .hash(&mut hasher);
    }
    cache::tool(name, &format!("{:016x}", hasher.finish()), |staging| {
        progress::say(&format!(
            "installing the Python packages of {} (once) …",
            files.join(", ")
        ));
        Cmd::new(&python).args("-m venv").arg(staging).run()?;
        fill(staging)
    })
}

fn pip(environment: &Path) -> Cmd {
    Cmd::new(python_of(environment))
        .args("-m pip install --quiet --disable-pip-version-check --no-deps --require-hashes")
}

fn python_of(environment: &Path) -> PathBuf {
    environment.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    })
}

/// Returns a Python that can make virtual environments, and installs it if the system allows that.
fn python() -> Result<PathBuf> {
    if let Some(found) = find_python() {
        return Ok(found);
    }
    let what = "Python 3.11 or newer with venv";
    apt::install("python3 python3-venv", what)?;
    find_python().ok_or_else(|| Error::new(format!("{what} is still missing after the installation")))
}

fn find_python() -> Option<PathBuf> {
    const USABLE: &str = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))";
    ["python3", "python"]
        .iter()
        .filter_map(|name| find_program(name))
        .find(|python| Cmd::new(python).arg("-c").arg(USABLE).probe().is_some())
}
