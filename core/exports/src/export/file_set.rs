use std::collections::BTreeMap;

use serde::Serialize;

use super::names::is_file_name;

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
    /// The path leads out of the folder, or some system has no file of that name.
    #[error("`{0}` is not a path below the folder")]
    Path(String),
    /// Two files have the same path, also where case makes no difference, or one is a folder of the other.
    #[error("`{0}` is there already")]
    Duplicate(String),
    /// The text contains a tab or a carriage return.
    #[error("`{0}` holds a tab or carriage return")]
    Text(String),
}

/// The files of an export, by path. Whatever folder or archive they are written to, none of them lands outside of it or
/// on another one.
#[derive(Clone, Debug, Default)]
pub struct FileSet {
    files: BTreeMap<String, ExportFile>,
    /// The paths of files and folders in lower case, each with its own spelling. `None` for a file.
    taken: BTreeMap<String, Option<String>>,
}

impl FileSet {
    /// Creates an empty set.
    pub fn new() -> FileSet {
        FileSet::default()
    }

    /// Adds a file. Blank lines at the end of the text become one line break.
    ///
    /// # Errors
    /// Returns an error if the path leads out of the folder or is taken, if a part of it is a name that some system
    /// refuses, or if the text contains a tab or a carriage return.
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
        if !path.split('/').all(is_file_name) {
            return Err(FileError::Path(path.to_owned()));
        }
        if text.contains(['\t', '\r']) {
            return Err(FileError::Text(path.to_owned()));
        }
        self.claim(path)?;
        let file = ExportFile {
            path: path.to_owned(),
            media_type,
            text: format!("{}\n", text.trim_end_matches('\n')),
        };
        self.files.insert(path.to_owned(), file);
        Ok(())
    }

    /// Takes a path and the folders on the way to it.
    ///
    /// # Errors
    /// Returns an error if one of them is a file already, or a folder that is spelled in another way.
    fn claim(&mut self, path: &str) -> Result<(), FileError> {
        let folders = path.match_indices('/').filter_map(|(end, _)| path.get(..end));
        let wanted = folders
            .map(|folder| (folder.to_ascii_lowercase(), Some(folder.to_owned())))
            .chain([(path.to_ascii_lowercase(), None)]);
        let wanted: Vec<(String, Option<String>)> = wanted.collect();
        let fits = wanted
            .iter()
            .all(|(folded, folder)| match self.taken.get(folded) {
                None => true,
                Some(there) => folder.is_some() && there == folder,
            });
        if !fits {
            return Err(FileError::Duplicate(path.to_owned()));
        }
        self.taken.extend(wanted);
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
            self.claim(&path)?;
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
            "a/con",
            "Aux.txt",
            "lpt1.tar.gz",
            "a./b",
            "a /b",
            "-rf/a",
            "a/b?",
            "ä",
        ] {
            let error = FileSet::new().add(path, "text/plain", "x").unwrap_err();
            assert_eq!(error, FileError::Path(path.to_owned()));
        }
    }

    #[test]
    fn no_file_lands_on_another_where_case_makes_no_difference() {
        let mut files = FileSet::new();
        for path in ["a/b.yaml", "a/c", "d"] {
            files.add(path, "text/plain", "").unwrap();
        }
        for path in ["a/b.yaml", "a/B.yaml", "A/e", "a", "a/c/e", "D"] {
            let error = files.add(path, "text/plain", "").unwrap_err();
            assert_eq!(error, FileError::Duplicate(path.to_owned()));
            let mut other = FileSet::new();
            other.add(path, "text/plain", "").unwrap();
            assert_eq!(files.take(other), Err(FileError::Duplicate(path.to_owned())));
        }
        files.add("a/e", "text/plain", "").unwrap();
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
        for path in ["b", "a/c", "a.d"] {
            files.add(path, "text/plain", "").unwrap();
        }
        let files = files.into_files();
        let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["a.d", "a/c", "b"]);
    }
}
