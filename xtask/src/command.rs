//! Execution of other programs.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::error::{Context as _, Result, fail};
use crate::workspace;

/// A program with its arguments. It runs in the workspace's root unless another directory is set.
pub(crate) struct Cmd {
    inner: Command,
    shown: String,
    quiet: bool,
}

impl Cmd {
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Cmd {
        let program = program.as_ref();
        let shown = Path::new(program)
            .file_name()
            .unwrap_or(program)
            .to_string_lossy()
            .into_owned();
        let mut inner = Command::new(program);
        inner.current_dir(workspace::root());
        Cmd {
            inner,
            shown,
            quiet: false,
        }
    }

    /// Returns the cargo that runs this program.
    pub(crate) fn cargo() -> Cmd {
        Cmd::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
    }

    pub(crate) fn arg(mut self, argument: impl AsRef<OsStr>) -> Cmd {
        self.shown.push(' ');
        self.shown.push_str(&argument.as_ref().to_string_lossy());
        self.inner.arg(argument);
        self
    }

    /// Does not print the command before it runs, for very long command lines.
    pub(crate) fn quiet(mut self) -> Cmd {
        self.quiet = true;
        self
    }

    /// Adds arguments, split at blanks.
    pub(crate) fn args(self, arguments: &str) -> Cmd {
        arguments.split_whitespace().fold(self, Cmd::arg)
    }

    pub(crate) fn dir(mut self, directory: impl AsRef<Path>) -> Cmd {
        self.inner.current_dir(workspace::root().join(directory));
        self
    }

    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Cmd {
        self.inner.env(name, value);
        self
    }

    /// Puts these directories before the rest of PATH.
    pub(crate) fn paths(self, directories: &[PathBuf]) -> Result<Cmd> {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let all = directories.iter().cloned().chain(std::env::split_paths(&path));
        let joined: OsString = std::env::join_paths(all).context("cannot extend PATH")?;
        Ok(self.env("PATH", joined))
    }

    fn program(&self) -> &str {
        self.shown.split(' ').next().unwrap_or_default()
    }

    /// Prints the command, runs it with this terminal, and fails if it fails.
    pub(crate) fn run(mut self) -> Result {
        if !self.quiet {
            eprintln!("$ {}", self.shown);
        }
        let status = self
            .inner
            .status()
            .context(format!("cannot run `{}`", self.shown))?;
        if status.success() {
            Ok(())
        } else {
            let shown = if self.quiet { self.program() } else { &self.shown };
            fail(format!("`{shown}` failed ({status})"))
        }
    }

    /// Runs the command without output. Its output is printed only if it fails.
    pub(crate) fn run_silently(mut self) -> Result {
        let output = self
            .inner
            .stdin(Stdio::null())
            .output()
            .context(format!("cannot run `{}`", self.shown))?;
        if output.status.success() {
            return Ok(());
        }
        eprint!(
            "$ {}\n{}{}",
            self.shown,
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
        fail(format!("`{}` failed ({})", self.shown, output.status))
    }

    /// Runs the command and returns its standard output. Its errors go to this terminal.
    pub(crate) fn output(mut self) -> Result<String> {
        let output = self
            .inner
            .stderr(Stdio::inherit())
            .output()
            .context(format!("cannot run `{}`", self.shown))?;
        if !output.status.success() {
            return fail(format!("`{}` failed ({})", self.shown, output.status));
        }
        String::from_utf8(output.stdout)
            .context(format!("`{}` printed something else than UTF-8", self.shown))
    }

    /// Runs the command and returns its output on both streams, even if it fails.
    pub(crate) fn any_output(mut self) -> Result<String> {
        let output = self
            .inner
            .stdin(Stdio::null())
            .output()
            .context(format!("cannot run `{}`", self.shown))?;
        let both = [output.stdout, output.stderr].concat();
        Ok(String::from_utf8_lossy(&both).into_owned())
    }

    /// Runs the command and returns its output, to find out whether a tool exists. `None` if it cannot be run or
    /// fails.
    pub(crate) fn probe(mut self) -> Option<String> {
        let output = self
            .inner
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .output()
            .ok()?;
        output
            .status
            .success()
            .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }
}

/// Returns the program of that name on PATH. `None` if there is none.
pub(crate) fn find_program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|directory| directory.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
        .find(|candidate| candidate.is_file())
}
