//! Recorded answers of real Kubernetes components, and how the engine's answers are compared with them.
//!
//! A suite reads its folder of vectors and gives one [`FileResult`] a file. The layout of the folders and what
//! "agrees" means stand in `tests/vectors/README.md`.

pub mod exports;
pub mod findings;
pub mod flags;
pub mod go_values;
pub mod kubeadm_files;
pub mod large_files;
pub mod nodeipam;
pub mod patches;
pub mod proxy_warnings;
pub mod random_plans;
pub mod ranges;
mod recordings;
pub mod rules;
pub mod same_bytes;
pub mod service;
pub mod servicecidr;
mod simulated;
pub mod start_checks;

use std::fmt::Write as _;

pub use recordings::vectors;

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

/// Asserts that every case of the files agrees, and that there are at least so many.
///
/// # Panics
/// Panics with the first differences of each file.
pub fn assert_agree(files: &[FileResult], at_least: usize) {
    let differing: Vec<String> = files
        .iter()
        .filter(|file| !file.differences.is_empty())
        .map(|file| file.describe(3))
        .collect();
    assert!(differing.is_empty(), "{}", differing.join("\n"));
    let total: usize = files.iter().map(|file| file.total).sum();
    assert!(total >= at_least, "{total} cases: {files:?}");
}
