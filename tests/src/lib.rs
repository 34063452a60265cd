//! Recorded answers of real Kubernetes components, and how the engine's answers are compared with them.
//!
//! A suite reads its folder of vectors and gives one [`FileResult`] a file. The layout of the folders and what
//! "agrees" means stand in `tests/vectors/README.md`.

pub mod exports;
pub mod flags;
pub mod kubeadm_files;
pub mod nodeipam;
pub mod patches;
pub mod proxy_warnings;
pub mod random_plans;
pub mod ranges;
pub mod rules;
pub mod service;
pub mod servicecidr;
mod simulated;
pub mod start_checks;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use dualstack_core::kubernetes::Version;
use serde::de::DeserializeOwned;

/// One case in which the engine and the recording differ.
#[derive(Clone, Debug)]
pub struct Difference {
    /// Stable name of the case.
    pub case: String,
    /// What was asked, in one line.
    pub input: String,
    /// What the real component answered.
    pub recorded: String,
    /// What the engine answers.
    pub engine: String,
}

/// How one file of vectors went.
#[derive(Clone, Debug, Default)]
pub struct FileResult {
    /// `service/v1.36/v4v6`
    pub name: String,
    /// Cases in the file.
    pub total: usize,
    /// The cases in which they differ.
    pub differences: Vec<Difference>,
}

impl FileResult {
    /// How many cases agree.
    pub fn agreed(&self) -> usize {
        self.total - self.differences.len()
    }

    /// The line of the file, and its first `show` differences.
    pub fn describe(&self, show: usize) -> String {
        let mut text = format!("{}: {} of {}", self.name, self.agreed(), self.total);
        for difference in self.differences.iter().take(show) {
            let _ = write!(
                text,
                "\n  {}\n    input:    {}\n    recorded: {}\n    engine:   {}",
                difference.case, difference.input, difference.recorded, difference.engine
            );
        }
        text
    }
}

/// Reads `DIR/suite/VERSION/file` of every version that has it, and has `check` compare it: it returns the number of cases
/// and the differences.
///
/// # Errors
/// Returns a text if a file cannot be read.
pub fn recordings<T: DeserializeOwned>(
    dir: &Path,
    suite: &str,
    file: &str,
    check: impl Fn(Version, T) -> (usize, Vec<Difference>),
) -> Result<Vec<FileResult>, String> {
    let root = dir.join(suite);
    if !root.is_dir() {
        return Ok(Vec::new());
    }
    let mut names: Vec<String> = fs::read_dir(&root)
        .map_err(|error| format!("{}: {error}", root.display()))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| root.join(name).join(file).is_file())
        .collect();
    names.sort_unstable();
    names
        .into_iter()
        .map(|name| {
            let path = root.join(&name).join(file);
            let said = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
            let version: Version = name.parse().map_err(|error| said(&error))?;
            let text = fs::read_to_string(&path).map_err(|error| said(&error))?;
            let recording: T = serde_json::from_str(&text).map_err(|error| said(&error))?;
            let (total, differences) = check(version, recording);
            Ok(FileResult {
                name: format!("{suite}/{name}"),
                total,
                differences,
            })
        })
        .collect()
}
