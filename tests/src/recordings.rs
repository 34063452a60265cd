//! The files of recordings: where they lie, and how they are read.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use dualstack_core::kubernetes::Version;
use flate2::read::MultiGzDecoder;
use serde::de::DeserializeOwned;

use crate::{Difference, FileResult};

/// The recordings of this project.
pub fn vectors() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors")
}

/// The entries of a folder, by the numbers in their names, so that v1.9 would stand before v1.16.
pub(crate) fn sorted(dir: &Path) -> Result<Vec<PathBuf>, String> {
    let read = fs::read_dir(dir).map_err(|error| format!("{}: {error}", dir.display()))?;
    let mut paths: Vec<PathBuf> = read
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .collect();
    paths.sort_unstable_by_key(|path| (path.as_os_str().len(), path.clone()));
    Ok(paths)
}

pub(crate) fn file_name(path: &Path) -> Option<String> {
    path.file_name().and_then(|name| name.to_str()).map(str::to_owned)
}

/// The folders of a suite, `DIR/SUITE/VERSION`, each with its name and version. None if the suite has no folder.
pub(crate) fn versions(dir: &Path, suite: &str) -> Result<Vec<(PathBuf, String, Version)>, String> {
    let root = dir.join(suite);
    if !root.is_dir() {
        return Ok(Vec::new());
    }
    let mut versions = Vec::new();
    for folder in sorted(&root)?.into_iter().filter(|path| path.is_dir()) {
        let name = file_name(&folder).unwrap_or_default();
        let version = name
            .parse()
            .map_err(|error| format!("{}: {error}", folder.display()))?;
        versions.push((folder, format!("{suite}/{name}"), version));
    }
    Ok(versions)
}

/// Reads a file of JSON, which may be compressed.
fn json<T: DeserializeOwned>(file: &Path) -> Result<T, String> {
    let at = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
    let text = text_of(file).map_err(|error| at(&error))?;
    serde_json::from_str(&text).map_err(|error| at(&error))
}

/// Reads a compressed file of a value on each line.
///
/// # Errors
/// Returns a text if the file cannot be read.
pub(crate) fn lines<T: DeserializeOwned>(file: &Path) -> Result<Vec<T>, String> {
    let at = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
    let text = text_of(file).map_err(|error| at(&error))?;
    let value = |line| serde_json::from_str(line).map_err(|error| at(&error));
    text.lines().map(value).collect()
}

fn text_of(file: &Path) -> std::io::Result<String> {
    if file.extension().is_none_or(|ending| ending != "gz") {
        return fs::read_to_string(file);
    }
    let mut text = String::new();
    MultiGzDecoder::new(fs::File::open(file)?).read_to_string(&mut text)?;
    Ok(text)
}

/// Reads `DIR/SUITE/VERSION/FILE` of every version that has it, and has `check` compare it: it returns the number of cases
/// and the differences.
///
/// # Errors
/// Returns a text if a file cannot be read.
pub(crate) fn recordings<T: DeserializeOwned>(
    dir: &Path,
    suite: &str,
    file: &str,
    check: impl Fn(Version, T) -> (usize, Vec<Difference>),
) -> Result<Vec<FileResult>, String> {
    let mut results = Vec::new();
    for (folder, name, version) in versions(dir, suite)? {
        let path = folder.join(file);
        if path.is_file() {
            let (total, differences) = check(version, json(&path)?);
            results.push(FileResult {
                name,
                total,
                differences,
            });
        }
    }
    Ok(results)
}

/// Reads every file of JSON of a suite: its name without the ending, its version, and what it holds.
pub(crate) fn files<T: DeserializeOwned>(
    dir: &Path,
    suite: &str,
) -> Result<Vec<(String, Version, T)>, String> {
    let mut read = Vec::new();
    for (folder, name, version) in versions(dir, suite)? {
        for file in sorted(&folder)? {
            let file_name = file_name(&file).unwrap_or_default();
            let stem = file_name
                .strip_suffix(".json.gz")
                .or_else(|| file_name.strip_suffix(".json"));
            if let Some(stem) = stem {
                read.push((format!("{name}/{stem}"), version, json(&file)?));
            }
        }
    }
    Ok(read)
}
