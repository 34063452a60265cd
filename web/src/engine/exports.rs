//! Files of many targets: the export of each target, and all of them as one folder.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use dualstack_core::diagnostic::{Diagnostic, Severity};
use dualstack_core::export::{ExportContext, ExportFile, Exported, Target, export};
use dualstack_core::i18n::Catalogue;
use miniz_oxide::deflate::compress_to_vec;
use rawzip::time::UtcDateTime;
use rawzip::{CompressionMethod, ZipArchiveWriter};
use serde_json::Value;
use std::io::Write as _;

use super::Analysis;

/// The result of a target for the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFate {
    /// The target has not been run yet.
    Unknown,
    /// The target writes files and has no findings.
    Writes,
    /// The target writes files and has warnings or information.
    Warns,
    /// The target writes files with which a component does not start.
    Fails,
    /// The target writes no files, because the plan has nothing for it.
    Empty,
    /// The target writes no files, because it cannot express the plan.
    Refuses,
}

/// Returns the result of an export in one word.
pub fn fate(exported: &Exported) -> ExportFate {
    let worst = exported.diagnostics.iter().map(|found| found.severity).min();
    match (exported.files.is_empty(), worst) {
        (true, Some(Severity::Error | Severity::Warning)) => ExportFate::Refuses,
        (true, _) => ExportFate::Empty,
        (false, Some(Severity::Error)) => ExportFate::Fails,
        (false, Some(Severity::Warning)) => ExportFate::Warns,
        (false, _) => ExportFate::Writes,
    }
}

/// The exports of one analysis in one language. Targets are run when needed.
#[derive(Clone)]
pub struct Exports {
    /// The analysis of the plan.
    pub analysis: Rc<Analysis>,
    /// The language of the comments.
    pub language: &'static str,
    // The Services beside the plan, as they were sent.
    services: Rc<[Value]>,
    // Some fifty targets: a list is as fast as a map and needs less code.
    made: Vec<(&'static str, Rc<Exported>)>,
    // The results of the targets for the plan before the last edit.
    before: Vec<(&'static str, ExportFate)>,
}

impl Exports {
    /// Creates the exports of these targets.
    pub fn of(analysis: &Rc<Analysis>, language: &'static str, targets: &[&'static str]) -> Exports {
        let services = analysis.services().iter();
        let mut exports = Exports {
            services: services.map(|service| service.report.sent.clone()).collect(),
            analysis: Rc::clone(analysis),
            language,
            made: Vec::new(),
            before: Vec::new(),
        };
        exports.make(targets.iter().copied(), || true);
        exports
    }

    /// Creates the exports of the same plan after an edit. Targets that have not been run again keep their result,
    /// because a list whose marks disappear and return with every pause is hard to read.
    pub fn after(
        &self,
        analysis: &Rc<Analysis>,
        language: &'static str,
        targets: &[&'static str],
    ) -> Exports {
        let mut exports = Exports::of(analysis, language, targets);
        if analysis.plan().is_some() {
            let made = self
                .made
                .iter()
                .map(|(target, exported)| (*target, fate(exported)));
            let older = self.before.iter().copied();
            exports.before = made
                .chain(older.filter(|(target, _)| self.get(target).is_none()))
                .collect();
        }
        exports
    }

    /// Runs targets until `go_on` returns false, and returns the targets that are left.
    pub fn make(
        &mut self,
        targets: impl IntoIterator<Item = &'static str>,
        mut go_on: impl FnMut() -> bool,
    ) -> Vec<&'static str> {
        let mut targets = targets.into_iter();
        let Some(plan) = self.analysis.plan() else {
            return Vec::new();
        };
        let report = |catalogue: &Catalogue| self.analysis.report(catalogue);
        let map = |catalogue: &Catalogue| self.analysis.report_map(catalogue);
        let catalogue = Catalogue::of(self.language);
        let cx = ExportContext::new(plan, &self.services, catalogue)
            .with_report(&report)
            .with_map(&map);
        for target in targets.by_ref() {
            if self.get(target).is_none() {
                let made = export(&cx, &[target]);
                self.made.push((target, Rc::new(made)));
            }
            if !go_on() {
                break;
            }
        }
        targets.collect()
    }

    /// Returns the export of a target. `None` if it has not been run.
    pub fn get(&self, target: &str) -> Option<&Rc<Exported>> {
        let found = self.made.iter().find(|(id, _)| *id == target);
        found.map(|(_, exported)| exported)
    }

    /// Returns the result of a target for the plan.
    pub fn fate(&self, target: &str) -> ExportFate {
        let before = || self.before.iter().find(|(id, _)| *id == target);
        self.get(target).map_or_else(
            || before().map_or(ExportFate::Unknown, |(_, fate)| *fate),
            |exported| fate(exported),
        )
    }

    /// Returns the files of several targets as one folder, sorted by path.
    pub fn folder(&self, targets: &[&'static str]) -> Vec<ExportFile> {
        let mut files: BTreeMap<String, ExportFile> = BTreeMap::new();
        for target in targets {
            for file in self.get(target).into_iter().flat_map(|exported| &exported.files) {
                let mut file = file.clone();
                // Two targets may use the same name; neither may overwrite the other's file, also where case makes no
                // difference.
                let mut folded = file.path.to_ascii_lowercase();
                if files.contains_key(&folded) {
                    file.path = format!("{target}/{}", file.path);
                    folded = format!("{target}/{folded}");
                }
                files.insert(folded, file);
            }
        }
        files.into_values().collect()
    }

    /// Returns the findings of a target, with places in the plan's document.
    pub fn diagnostics(&self, target: &str) -> Vec<Diagnostic> {
        let document = self.analysis.plan_document().unwrap_or_default();
        self.get(target)
            .into_iter()
            .flat_map(|exported| exported.diagnostics.iter().cloned())
            .map(|mut found| {
                found.location.document = document;
                found
            })
            .collect()
    }
}

impl Analysis {
    /// Returns the target that is selected first: that of the plan's distribution, otherwise the first one.
    pub fn default_target<'t>(
        &self,
        targets: impl IntoIterator<Item = &'t Target, IntoIter: Clone>,
    ) -> Option<&'static str> {
        let distribution = self.plan().and_then(|plan| plan.spec.distribution);
        let mut targets = targets.into_iter();
        let own = targets
            .clone()
            .find(|target| distribution.is_some_and(|row| row.id() == target.id));
        own.or_else(|| targets.next()).map(|target| target.id)
    }
}

/// A line of the tree of files.
#[derive(Clone, Debug, PartialEq)]
pub struct TreeRow {
    /// The whole path of the entry.
    pub path: String,
    /// The last part of the path.
    pub name: String,
    /// The depth of the entry, from 1.
    pub level: usize,
    /// The position of the entry in its folder, from 1.
    pub position: usize,
    /// The number of entries of its folder.
    pub size: usize,
    /// Whether a folder is open; `None` for files.
    pub open: Option<bool>,
}

impl TreeRow {
    /// Returns the path of the folder that holds the entry. Empty at the top.
    pub fn parent(&self) -> &str {
        parent(&self.path)
    }
}

fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Returns every entry of a folder, depth first. Entries of closed folders are left out.
pub fn tree(files: &[ExportFile], closed: &BTreeSet<Rc<str>>) -> Vec<TreeRow> {
    let mut entries: Vec<(String, bool)> = Vec::new();
    for file in files {
        for (at, _) in file.path.match_indices('/') {
            let folder = file.path.get(..at).unwrap_or_default();
            if !entries
                .iter()
                .any(|(path, is_folder)| *is_folder && path == folder)
            {
                entries.push((folder.to_owned(), true));
            }
        }
        entries.push((file.path.clone(), false));
    }
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    for (path, _) in &entries {
        *sizes.entry(parent(path)).or_default() += 1;
    }
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut rows = Vec::new();
    for (path, is_folder) in &entries {
        let position = seen.entry(parent(path)).or_default();
        *position += 1;
        let hidden = path
            .match_indices('/')
            .any(|(at, _)| path.get(..at).is_some_and(|folder| closed.contains(folder)));
        if hidden {
            continue;
        }
        rows.push(TreeRow {
            name: path.rsplit('/').next().unwrap_or_default().to_owned(),
            level: path.matches('/').count() + 1,
            position: *position,
            size: sizes.get(parent(path)).copied().unwrap_or_default(),
            open: is_folder.then(|| !closed.contains(path.as_str())),
            path: path.clone(),
        });
    }
    rows
}

/// The earliest time that a zip file can hold, in seconds since 1970. A fixed time gives the same bytes for the same
/// plan.
const ZIP_EPOCH: i64 = 315_532_800;

/// Packs files into a zip file. `None` if that fails.
pub fn zip(files: &[ExportFile]) -> Option<Vec<u8>> {
    let mut archive = ZipArchiveWriter::new(Vec::new());
    for file in files {
        let (mut entry, config) = archive
            .new_file(file.path.as_str())
            .compression_method(CompressionMethod::DEFLATE)
            .last_modified(UtcDateTime::from_unix(ZIP_EPOCH))
            .start()
            .ok()?;
        entry.write_all(&compress_to_vec(file.text.as_bytes(), 9)).ok()?;
        // The writer counts and sums up its input; the data it passes on was compressed above.
        let mut content = config.wrap(std::io::sink());
        content.write_all(file.text.as_bytes()).ok()?;
        let (_, descriptor) = content.finish().ok()?;
        entry.finish(descriptor).ok()?;
    }
    archive.finish().ok()
}

#[cfg(test)]
mod tests {
    use dualstack_core::export::targets;

    use super::*;
    use crate::views::planner::EXAMPLE;

    fn analysis(text: &str) -> Rc<Analysis> {
        Rc::new(Analysis::of(&text.into()))
    }

    fn file(path: &str, text: &str) -> ExportFile {
        ExportFile {
            path: path.to_owned(),
            media_type: "text/plain",
            text: text.to_owned(),
        }
    }

    #[test]
    fn the_work_stops_when_told_and_goes_on_from_there() {
        let example = analysis(EXAMPLE);
        let mut exports = Exports::of(&example, "en", &[]);
        let all: Vec<&'static str> = targets().iter().map(|target| target.id).collect();
        let left = exports.make(all.iter().copied(), || false);
        assert_eq!(left, all[1..]);
        assert_eq!(exports.fate(all[1]), ExportFate::Unknown);
        assert!(exports.make(left, || true).is_empty());
        assert!(
            all.iter()
                .all(|target| exports.fate(target) != ExportFate::Unknown)
        );
    }

    #[test]
    fn a_target_that_cannot_write_the_plan_refuses_it() {
        let old = analysis(&EXAMPLE.replace("\"1.36\"", "\"1.20\""));
        let exports = Exports::of(&old, "en", &["servicecidr", "kubeadm"]);
        assert_eq!(exports.fate("servicecidr"), ExportFate::Refuses);
        assert_eq!(exports.diagnostics("servicecidr")[0].code, "EXP002");
        assert_ne!(exports.fate("kubeadm"), ExportFate::Refuses);
    }

    #[test]
    fn a_target_keeps_its_fate_until_it_is_looked_at_again() {
        let old = analysis(&EXAMPLE.replace("\"1.36\"", "\"1.20\""));
        let before = Exports::of(&old, "en", &["servicecidr"]);
        let mut after = before.after(&analysis(EXAMPLE), "en", &[]);
        assert_eq!(after.fate("servicecidr"), ExportFate::Refuses);
        assert_eq!(after.get("servicecidr"), None);
        after.make(["servicecidr"], || true);
        assert_ne!(after.fate("servicecidr"), ExportFate::Refuses);
        let unread = before.after(&analysis(""), "en", &[]);
        assert_eq!(unread.fate("servicecidr"), ExportFate::Unknown);
    }

    #[test]
    fn without_a_plan_nothing_is_made() {
        let exports = Exports::of(&analysis(""), "en", &["kubeadm"]);
        assert_eq!(exports.fate("kubeadm"), ExportFate::Unknown);
    }

    #[test]
    fn the_distribution_decides_what_is_chosen_first() {
        let targets = targets();
        assert_eq!(analysis(EXAMPLE).default_target(&targets), Some("kubeadm"));
    }

    #[test]
    fn no_target_overwrites_the_file_of_another() {
        let mut exports = Exports::of(&analysis(EXAMPLE), "en", &[]);
        for (target, name, text) in [("a", "cluster.yaml", "1\n"), ("b", "Cluster.yaml", "2\n")] {
            let made = Exported {
                files: vec![file(name, text)],
                diagnostics: Vec::new(),
            };
            exports.made.push((target, Rc::new(made)));
        }
        let folder = exports.folder(&["a", "b"]);
        let paths: Vec<(&str, &str)> = folder
            .iter()
            .map(|f| (f.path.as_str(), f.text.as_str()))
            .collect();
        assert_eq!(paths, [("b/Cluster.yaml", "2\n"), ("cluster.yaml", "1\n")]);
    }

    #[test]
    fn a_tree_has_folders_that_open_and_close() {
        let files = [
            file("a/b/x", ""),
            file("a/b/y", ""),
            file("a/c", ""),
            file("d", ""),
        ];
        let names = |closed: &[&str]| {
            let closed = closed.iter().map(|path| Rc::from(*path)).collect();
            let rows = tree(&files, &closed);
            rows.into_iter()
                .map(|row| format!("{} {} {}/{}", row.path, row.level, row.position, row.size))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            names(&[]),
            [
                "a 1 1/2",
                "a/b 2 1/2",
                "a/b/x 3 1/2",
                "a/b/y 3 2/2",
                "a/c 2 2/2",
                "d 1 2/2"
            ]
        );
        assert_eq!(names(&["a"]), ["a 1 1/2", "d 1 2/2"]);
        assert_eq!(names(&["a/b"]), ["a 1 1/2", "a/b 2 1/2", "a/c 2 2/2", "d 1 2/2"]);
    }

    #[test]
    fn a_zip_holds_the_files_and_is_the_same_twice() {
        let files = [file("a/b.yaml", "x: 1\n"), file("日本.txt", &"y\n".repeat(500))];
        let bytes = zip(&files).unwrap();
        assert_eq!(zip(&files).unwrap(), bytes);
        assert!(bytes.len() < 600, "{}", bytes.len());
        let archive = rawzip::ZipArchive::from_slice(&bytes).unwrap();
        let mut entries = archive.entries();
        for file in &files {
            let entry = entries.next_entry().unwrap().unwrap();
            assert_eq!(entry.file_path().try_normalize().unwrap().as_ref(), file.path);
            assert_eq!(entry.last_modified().year(), 1980);
            let data = archive.get_entry(entry.wayfinder()).unwrap();
            let text = miniz_oxide::inflate::decompress_to_vec(data.data()).unwrap();
            assert_eq!(text, file.text.as_bytes());
            assert_eq!(entry.crc32(), rawzip::crc32(&text));
        }
        assert!(entries.next_entry().unwrap().is_none());
    }
}
