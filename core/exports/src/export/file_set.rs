use std::collections::BTreeMap;

use serde::Serialize;

/// A file of an export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ExportFile {
    /// The path below the output folder: `kubeadm/init.yaml`.
    pub path: String,
    /// The media type: `application/yaml`, `text/x-shellscript` or `text/plain`.
    pub media_type: &'static str,
    /// The text; it ends with one line break.
    pub text: String,
}

/// The reason why a file is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// The path leads out of the folder, or is not a path of plain names.
    #[error("`{0}` is not a path below the folder")]
    Path(String),
    /// Two files have the same path.
    #[error("`{0}` is there already")]
    Duplicate(String),
    /// The text contains a tab or a carriage return.
    #[error("`{0}` holds a tab or carriage return")]
    Text(String),
}

/// The files of an export, by path.
#[derive(Clone, Debug, Default)]
pub struct FileSet {
    files: BTreeMap<String, ExportFile>,
}

impl FileSet {
    /// Creates an empty set.
    pub fn new() -> FileSet {
        FileSet::default()
    }

    /// Adds a file. Blank lines at the end of the text become one line break.
    ///
    /// # Errors
    /// Returns an error if the path leads out of the folder or is taken, or if the text contains a tab or a carriage
    /// return.
    ///
    /// ```
    /// use dualstack_exports::export::FileSet;
    /// let mut files = FileSet::new();
    /// files.add("a/b.yaml", "application/yaml", "x: 1\n\n").unwrap();
    /// assert!(files.add("../b.yaml", "application/yaml", "x: 1").is_err());
    /// assert!(files.add("a/b.yaml", "application/yaml", "x: 2").is_err());
    /// assert_eq!(files.into_files()[0].text, "x: 1\n");
    /// ```
    pub fn add(&mut self, path: &str, media_type: &'static str, text: &str) -> Result<(), FileError> {
        let plain = !path.is_empty()
            && !path.contains(['\\', ':'])
            && !path.chars().any(char::is_control)
            && path
                .split('/')
                .all(|part| !part.is_empty() && part != "." && part != "..");
        if !plain {
            return Err(FileError::Path(path.to_owned()));
        }
        if self.files.contains_key(path) {
            return Err(FileError::Duplicate(path.to_owned()));
        }
        if text.contains(['\t', '\r']) {
            return Err(FileError::Text(path.to_owned()));
        }
        let file = ExportFile {
            path: path.to_owned(),
            media_type,
            text: format!("{}\n", text.trim_end_matches('\n')),
        };
        self.files.insert(path.to_owned(), file);
        Ok(())
    }

    /// Returns whether a file of the set contains a text.
    pub(super) fn mentions(&self, text: &str) -> bool {
        self.files.values().any(|file| file.text.contains(text))
    }

    /// Takes the files of another set.
    ///
    /// # Errors
    /// Returns an error if a path is taken.
    pub(super) fn take(&mut self, other: FileSet) -> Result<(), FileError> {
        for (path, file) in other.files {
            if self.files.contains_key(&path) {
                return Err(FileError::Duplicate(path));
            }
            self.files.insert(path, file);
        }
        Ok(())
    }

    /// Returns the files, sorted by path.
    pub fn into_files(self) -> Vec<ExportFile> {
        self.files.into_values().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_below_the_folder() {
        for path in [
            "",
            "/etc/passwd",
            "a/../b",
            "a//b",
            "./a",
            "a/",
            "c:\\x",
            "a\nb",
            "C:/x",
        ] {
            let error = FileSet::new().add(path, "text/plain", "x").unwrap_err();
            assert_eq!(error, FileError::Path(path.to_owned()));
        }
    }

    #[test]
    fn tabs_and_carriage_returns_are_refused() {
        for text in ["a\tb", "a\r\n"] {
            assert!(FileSet::new().add("a", "text/plain", text).is_err());
        }
    }

    #[test]
    fn files_are_sorted() {
        let mut files = FileSet::new();
        for path in ["b", "a/c", "a"] {
            files.add(path, "text/plain", "").unwrap();
        }
        let files = files.into_files();
        let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["a", "a/c", "b"]);
    }
}
