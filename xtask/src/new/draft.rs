//! Changes to files that are written together or not at all.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Context as _, Error, Result, fail};

/// The files to write, by their paths from the root.
pub(crate) struct Draft<'a> {
    root: &'a Path,
    files: BTreeMap<String, String>,
}

impl<'a> Draft<'a> {
    pub(crate) fn new(root: &'a Path) -> Draft<'a> {
        Draft {
            root,
            files: BTreeMap::new(),
        }
    }

    /// Returns the paths that would be written.
    pub(crate) fn paths(&self) -> impl Iterator<Item = String> {
        self.files.keys().cloned()
    }

    /// Returns whether a file or folder exists.
    pub(crate) fn exists(&self, path: &str) -> bool {
        self.files.contains_key(path) || self.root.join(path).exists()
    }

    /// Returns the names in a folder, sorted.
    pub(crate) fn names(&self, folder: &str) -> Result<Vec<String>> {
        let entries = fs::read_dir(self.root.join(folder)).context(format!("cannot read {folder}"))?;
        let mut names: Vec<String> = entries
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort_unstable();
        Ok(names)
    }

    /// Returns the only folder below `core/` whose path ends with `end`. This does not depend on the division into
    /// crates.
    pub(crate) fn folder(&self, end: &str) -> Result<String> {
        fn walk(root: &Path, folder: &str, end: &str, found: &mut Vec<String>) {
            for entry in fs::read_dir(root.join(folder)).into_iter().flatten().flatten() {
                let name = entry.file_name().to_string_lossy().into_owned();
                if !entry.path().is_dir() || name == "target" || name == "node_modules" {
                    continue;
                }
                let path = format!("{folder}/{name}");
                if path.ends_with(&format!("/{end}")) {
                    found.push(path.clone());
                }
                walk(root, &path, end, found);
            }
        }
        let mut found = Vec::new();
        walk(self.root, "core", end, &mut found);
        match found.as_slice() {
            [only] => Ok(only.clone()),
            [] => fail(format!("there is no folder {end} below core/")),
            _ => fail(format!("there are several folders {end}: {}", found.join(", "))),
        }
    }

    /// Returns the folders of the engine's texts, one per complete language: the others may lack a message.
    pub(crate) fn locales(&self) -> Result<Vec<String>> {
        let all = self.folder("locales")?;
        let declared = self.text(&format!("{}/mod.rs", self.folder("src/i18n")?))?;
        let is_complete = |name: &String| {
            declared
                .lines()
                .map(str::trim)
                .any(|line| line.starts_with(&format!("\"{name}\": \"")) && line.ends_with("\" Complete,"))
        };
        let names = self.names(&all)?.into_iter().filter(is_complete);
        Ok(names.map(|name| format!("{all}/{name}")).collect())
    }

    /// Returns the text of a file with the changes drafted so far.
    pub(crate) fn text(&self, path: &str) -> Result<String> {
        match self.files.get(path) {
            Some(text) => Ok(text.clone()),
            None => fs::read_to_string(self.root.join(path)).context(format!("cannot read {path}")),
        }
    }

    /// Adds a file that does not exist yet.
    pub(crate) fn add(&mut self, path: &str, text: &str) -> Result {
        if self.exists(path) {
            return fail(format!("{path} is there already"));
        }
        self.files.insert(path.to_owned(), text.to_owned());
        Ok(())
    }

    /// Adds a copy of a file under another name.
    pub(crate) fn copy(&mut self, from: &str, to: &str, edit: impl FnOnce(String) -> String) -> Result {
        let text = self.text(from)?;
        self.add(to, &edit(text))
    }

    /// Changes a file that exists. `edit` returns `None` if it does not find the place to change.
    pub(crate) fn edit(&mut self, path: &str, edit: impl FnOnce(&str) -> Option<String>) -> Result {
        let text = self.text(path)?;
        let changed = edit(&text)
            .filter(|changed| *changed != text)
            .ok_or_else(|| Error::new(format!("{path} does not look as expected: nothing was written")))?;
        self.files.insert(path.to_owned(), changed);
        Ok(())
    }

    /// Writes all files and returns their paths.
    pub(crate) fn save(&self) -> Result<Vec<String>> {
        for (path, text) in &self.files {
            let place = self.root.join(path);
            if let Some(parent) = place.parent() {
                fs::create_dir_all(parent).context(format!("cannot create {}", parent.display()))?;
            }
            fs::write(&place, text).context(format!("cannot write {path}"))?;
        }
        Ok(self.paths().collect())
    }

    /// Returns the written files that rustfmt can read alone.
    pub(crate) fn rust_files(&self) -> Vec<PathBuf> {
        let rust = self.files.keys().filter(|path| path.ends_with(".rs"));
        rust.map(|path| self.root.join(path)).collect()
    }
}
