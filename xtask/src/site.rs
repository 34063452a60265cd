//! The planner's site as any static server can serve it: names that change with the content, and compressed copies.
//!
//! A file that another one names gets a hash in its own name, so that browsers may keep it for ever; pages keep their
//! names. `app.js` becomes `app-0123456789abcdef.js`, and whoever names it names that.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Component, Path, PathBuf};

use crate::build::remove_tree;
use crate::command::Cmd;
use crate::error::{Context as _, Result};
use crate::progress::step;
use crate::workspace::target;

/// The files of a site: path with `/` → content.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// Files that keep their names: people and browsers ask for them without having read another file first.
const ENTRY_POINTS: &[&str] = &["html", "webmanifest", "ico", "txt"];
/// Files that name others.
const NAMING: &[&str] = &["html", "webmanifest", "js", "css"];
/// Files that are smaller when compressed.
const COMPRESSIBLE: &[&str] = &[
    "html",
    "webmanifest",
    "js",
    "css",
    "svg",
    "json",
    "txt",
    "ftl",
    "wasm",
];

fn has_extension(path: &str, extensions: &[&str]) -> bool {
    let extension = Path::new(path)
        .extension()
        .and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| extensions.contains(&extension))
}

/// The content of a file as 16 hexadecimal digits.
pub(crate) fn fingerprint(parts: &[&[u8]]) -> String {
    let mut hasher = DefaultHasher::new();
    parts.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// The fingerprint in a name such as `app-0123456789abcdef.js`.
pub(crate) fn fingerprint_in(name: &str) -> Option<&str> {
    let stem = name.split('.').next()?;
    let (_, digits) = stem.rsplit_once('-')?;
    let is_hash = digits.len() == 16
        && digits
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    is_hash.then_some(digits)
}

/// Where in `text` the files of `names` are named: the range of the reference and the file. A reference is a relative
/// path between quotes or in the brackets of `url(…)`. The name of a member (`"./glue.js": …`) is none: a module knows its
/// imports by the names it was made with.
fn references<'a>(at: &str, text: &str, names: &'a Files) -> Vec<(std::ops::Range<usize>, &'a str)> {
    let mut found = Vec::new();
    let mut begin = 0;
    for (end, mark) in text.match_indices(['"', '\'', '(', ')']) {
        let token = text.get(begin..end).unwrap_or_default();
        let is_member = mark != "("
            && text
                .get(end + mark.len()..)
                .is_some_and(|rest| rest.starts_with(':'));
        if let Some(file) = resolve(at, token)
            .filter(|_| !is_member)
            .and_then(|path| names.get_key_value(&path))
        {
            found.push((begin..end, file.0.as_str()));
        }
        begin = end + mark.len();
    }
    found
}

/// The path from the root of a site that `reference` in the file `at` leads to.
fn resolve(at: &str, reference: &str) -> Option<String> {
    if reference.is_empty() || reference.len() > 200 || reference.contains([' ', '\n', ':']) {
        return None;
    }
    let mut parts: Vec<&str> = at.split('/').collect();
    parts.pop();
    for component in Path::new(reference).components() {
        match component {
            Component::Normal(part) => parts.push(part.to_str()?),
            Component::CurDir => {}
            Component::ParentDir => {
                parts.pop()?;
            }
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(parts.join("/"))
}

/// The relative path from the file `at` to the file `to`, beginning as `before` did (`./` or not).
fn relative(at: &str, to: &str, before: &str) -> String {
    let from: Vec<&str> = at.split('/').collect();
    let to: Vec<&str> = to.split('/').collect();
    let folders = from.len().saturating_sub(1);
    let shared = from
        .iter()
        .take(folders)
        .zip(&to)
        .take_while(|(one, other)| one == other)
        .count();
    let up = folders - shared;
    let path = "../".repeat(up) + &to.get(shared..).unwrap_or_default().join("/");
    if up == 0 && before.starts_with("./") {
        format!("./{path}")
    } else {
        path
    }
}

/// The site with the style sheets of its page, in the order of their links, as one file: a request less for each.
pub(crate) fn with_one_style_sheet(mut files: Files) -> Files {
    const ALL: &str = "styles.css";
    let Some(page) = files
        .get("index.html")
        .map(|page| String::from_utf8_lossy(page).into_owned())
    else {
        return files;
    };
    let mut sheet = Vec::new();
    let mut lines: Vec<String> = Vec::new();
    for line in page.lines() {
        let linked = line
            .trim()
            .strip_prefix("<link rel=\"stylesheet\" href=\"./")
            .and_then(|rest| rest.strip_suffix("\">"));
        match linked.and_then(|path| files.remove(path)) {
            Some(content) => {
                if sheet.is_empty() {
                    lines.push(format!("    <link rel=\"stylesheet\" href=\"./{ALL}\">"));
                }
                sheet.extend(content);
            }
            None => lines.push(line.to_owned()),
        }
    }
    if !sheet.is_empty() {
        files.insert(ALL.to_owned(), sheet);
        files.insert("index.html".to_owned(), (lines.join("\n") + "\n").into_bytes());
    }
    files
}

/// The site with the style sheets of `styles/later` as one file, which `app.js` loads with what is loaded on demand.
pub(crate) fn with_later_styles(mut files: Files) -> Files {
    const FOLDER: &str = "styles/later/";
    const ALL: &str = "later.css";
    let paths: Vec<String> = files
        .keys()
        .filter(|path| path.starts_with(FOLDER))
        .cloned()
        .collect();
    let sheets: Vec<u8> = paths
        .iter()
        .filter_map(|path| files.remove(path))
        .flatten()
        .collect();
    if !sheets.is_empty() {
        files.insert(ALL.to_owned(), sheets);
    }
    files
}

/// The site without the lines of scripts and style sheets that are comments and nothing else: who reads the page's code
/// reads it in the repository.
pub(crate) fn without_comments(mut files: Files) -> Files {
    for (_, content) in files
        .iter_mut()
        .filter(|(path, _)| has_extension(path, &["js", "css"]))
    {
        let Ok(text) = std::str::from_utf8(content) else {
            continue;
        };
        let mut kept = String::new();
        let mut in_comment = false;
        for line in text.split_inclusive('\n') {
            let trimmed = line.trim();
            let begins = trimmed.starts_with("/*");
            let is_comment = in_comment || begins || trimmed.starts_with("//");
            // A comment that ends before its line does stands before code.
            let is_whole = trimmed.find("*/").is_none_or(|end| end + 2 == trimmed.len());
            if !is_comment || !is_whole {
                kept.push_str(line);
            }
            in_comment = (in_comment || begins) && !trimmed.contains("*/");
        }
        *content = kept.into_bytes();
    }
    files
}

/// The same site with a hash in the name of every file that another one names.
///
/// The hash covers the file and all it leads to, so files may name each other in a circle.
pub(crate) fn with_hashed_names(files: &Files) -> Files {
    let text_of = |path: &str| {
        let content = files.get(path).filter(|_| has_extension(path, NAMING));
        content.and_then(|bytes| std::str::from_utf8(bytes).ok())
    };
    let named: BTreeMap<&str, BTreeSet<&str>> = files
        .keys()
        .map(|path| {
            let found = text_of(path).map(|text| references(path, text, files));
            let others = found.into_iter().flatten().map(|(_, file)| file);
            (path.as_str(), others.filter(|file| file != path).collect())
        })
        .collect();
    let leads_to = |path: &str| {
        let mut reached = BTreeSet::new();
        let mut open = vec![path.to_owned()];
        while let Some(next) = open.pop() {
            let others = named.get(next.as_str()).into_iter().flatten();
            open.extend(
                others
                    .filter(|file| !reached.contains(**file))
                    .map(|file| (*file).to_owned()),
            );
            reached.insert(next);
        }
        reached
    };
    let is_named: BTreeSet<&str> = named.values().flatten().copied().collect();
    let renamed: BTreeMap<&str, String> = is_named
        .into_iter()
        .filter(|path| !has_extension(path, ENTRY_POINTS))
        .map(|path| {
            let reached = leads_to(path);
            let parts: Vec<&[u8]> = reached
                .iter()
                .flat_map(|file| {
                    let content = files.get(file).map(Vec::as_slice).unwrap_or_default();
                    [file.as_bytes(), content]
                })
                .collect();
            let (stem, extension) = path.rsplit_once('.').unwrap_or((path, ""));
            (path, format!("{stem}-{}.{extension}", fingerprint(&parts)))
        })
        .collect();
    files
        .iter()
        .map(|(path, content)| {
            let name = renamed.get(path.as_str()).unwrap_or(path).clone();
            let content = text_of(path).map_or_else(
                || content.clone(),
                |text| rewritten(path, text, files, &renamed).into_bytes(),
            );
            (name, content)
        })
        .collect()
}

fn rewritten(path: &str, text: &str, files: &Files, renamed: &BTreeMap<&str, String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut copied = 0;
    for (range, file) in references(path, text, files) {
        let Some(name) = renamed.get(file) else { continue };
        let before = text.get(range.clone()).unwrap_or_default();
        out.push_str(text.get(copied..range.start).unwrap_or_default());
        out.push_str(&relative(path, name, before));
        copied = range.end;
    }
    out.push_str(text.get(copied..).unwrap_or_default());
    out
}

/// Adds `.br` and `.gz` copies of what gets smaller by them. Copies of unchanged content are kept from the last build,
/// because the best compression of a module takes seconds.
pub(crate) fn with_compressed_copies(mut files: Files) -> Result<Files> {
    let kept = target().join("compressed");
    fs::create_dir_all(&kept).context(format!("cannot create {}", kept.display()))?;
    let wanted: Vec<(String, PathBuf)> = files
        .iter()
        .filter(|(path, _)| has_extension(path, COMPRESSIBLE))
        .map(|(path, content)| (path.clone(), kept.join(fingerprint(&[content]))))
        .collect();
    let mut compress = Cmd::new("node").arg("xtask/src/compress.mjs").quiet();
    let mut missing = 0;
    for (path, place) in &wanted {
        if place.with_extension("br").is_file() && place.with_extension("gz").is_file() {
            continue;
        }
        let content = files.get(path).map(Vec::as_slice).unwrap_or_default();
        fs::write(place, content).context(format!("cannot write {}", place.display()))?;
        compress = compress.arg(place);
        missing += 1;
    }
    if missing > 0 {
        step(&format!("compressing {missing} files"), || compress.run())?;
    }
    let mut in_use = BTreeSet::new();
    for (path, place) in wanted {
        let size = files.get(&path).map_or(0, Vec::len);
        for extension in ["br", "gz"] {
            let copy = place.with_extension(extension);
            let content = fs::read(&copy).context(format!("cannot read {}", copy.display()))?;
            if content.len() < size {
                files.insert(format!("{path}.{extension}"), content);
            }
            in_use.insert(copy);
        }
    }
    for entry in fs::read_dir(&kept)
        .context("cannot list compressed files")?
        .flatten()
    {
        if !in_use.contains(&entry.path()) {
            let _ = fs::remove_file(entry.path());
        }
    }
    Ok(files)
}

/// Every file below `directory`, by its path with `/`.
pub(crate) fn read(directory: &Path) -> Result<Files> {
    fn walk(directory: &Path, prefix: &str, files: &mut Files) -> Result {
        let entries = fs::read_dir(directory).context(format!("cannot read {}", directory.display()))?;
        for entry in entries.flatten() {
            let (path, name) = (
                entry.path(),
                format!("{prefix}{}", entry.file_name().to_string_lossy()),
            );
            if path.is_dir() {
                walk(&path, &format!("{name}/"), files)?;
            } else {
                let content = fs::read(&path).context(format!("cannot read {}", path.display()))?;
                files.insert(name, content);
            }
        }
        Ok(())
    }
    let mut files = Files::new();
    walk(directory, "", &mut files)?;
    Ok(files)
}

/// Replaces the directory `place` by these files, in one step.
pub(crate) fn write(files: &Files, place: &Path) -> Result {
    let staging = place.with_extension("new");
    remove_tree(&staging)?;
    for (path, content) in files {
        let file = staging.join(path);
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent).context(format!("cannot create {}", parent.display()))?;
        }
        fs::write(&file, content).context(format!("cannot write {}", file.display()))?;
    }
    remove_tree(place)?;
    fs::rename(&staging, place).context(format!("cannot move {} into place", place.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> Files {
        let entry = |(path, text): &(&str, &str)| ((*path).to_owned(), text.as_bytes().to_vec());
        files.iter().map(entry).collect()
    }

    fn text<'a>(files: &'a Files, path: &str) -> &'a str {
        std::str::from_utf8(&files[path]).unwrap()
    }

    /// The only file whose name begins so.
    fn find<'a>(files: &'a Files, beginning: &str) -> &'a str {
        let mut found = files.keys().filter(|path| path.starts_with(beginning));
        let first = found.next().unwrap();
        assert_eq!(found.next(), None);
        first
    }

    #[test]
    fn lines_of_comments_are_left_out() {
        let files = site(&[
            (
                "a.js",
                "// A.\nlet a = 1; // B\n  /**\n   * C\n   */\nlet b = \"/* d */\";\n/* e */ let c;\n/* f */\n",
            ),
            ("a.css", "/* A\n   b {} */\nb { }\n"),
            ("a.txt", "// kept\n"),
        ]);
        let files = without_comments(files);
        assert_eq!(
            text(&files, "a.js"),
            "let a = 1; // B\nlet b = \"/* d */\";\n/* e */ let c;\n"
        );
        assert_eq!(text(&files, "a.css"), "b { }\n");
        assert_eq!(text(&files, "a.txt"), "// kept\n");
    }

    const SITE: &[(&str, &str)] = &[
        (
            "index.html",
            r#"<link href="./styles/base.css"><script src="./app.js"></script><a href="./index.html">"#,
        ),
        (
            "app.js",
            "import('./glue.js'); import './snippets/a/inline0.js'; // no file: './other.js'",
        ),
        (
            "glue.js",
            "new URL('glue_bg.wasm', import.meta.url); imports = { './snippets/a/inline0.js': inline }",
        ),
        ("glue_bg.wasm", "module"),
        ("snippets/a/inline0.js", "import '../../glue.js';"),
        ("styles/base.css", "a { background: url(../mark.svg) }"),
        ("mark.svg", "<svg/>"),
        ("licence.txt", "free"),
    ];

    #[test]
    fn what_is_named_gets_a_hash_and_is_named_by_it() {
        let files = with_hashed_names(&site(SITE));
        assert_eq!(files.len(), SITE.len());
        let [app, glue, module, inline, css, mark] = [
            "app",
            "glue-",
            "glue_bg",
            "snippets/a/inline0",
            "styles/base",
            "mark",
        ]
        .map(|beginning| find(&files, beginning));
        for path in [app, glue, module, inline, css, mark] {
            assert!(
                fingerprint_in(path.rsplit('/').next().unwrap()).is_some(),
                "{path}"
            );
        }
        assert_eq!(
            text(&files, "index.html"),
            format!(r#"<link href="./{css}"><script src="./{app}"></script><a href="./index.html">"#)
        );
        assert_eq!(
            text(&files, app),
            format!("import('./{glue}'); import './{inline}'; // no file: './other.js'")
        );
        assert_eq!(
            text(&files, glue),
            format!(
                "new URL('{module}', import.meta.url); imports = {{ './snippets/a/inline0.js': inline }}"
            )
        );
        assert_eq!(text(&files, inline), format!("import '../../{glue}';"));
        assert_eq!(text(&files, css), format!("a {{ background: url(../{mark}) }}"));
        assert_eq!(text(&files, "licence.txt"), "free");
    }

    #[test]
    fn a_changed_file_changes_the_names_of_all_that_lead_to_it_and_of_no_other() {
        let before = with_hashed_names(&site(SITE));
        let mut changed = site(SITE);
        changed.insert("glue_bg.wasm".to_owned(), b"other module".to_vec());
        let after = with_hashed_names(&changed);
        for (beginning, same) in [
            ("app", false),
            ("glue-", false),
            ("glue_bg", false),
            ("snippets/a/inline0", false),
            ("styles/base", true),
            ("mark", true),
        ] {
            assert_eq!(
                find(&before, beginning) == find(&after, beginning),
                same,
                "{beginning}"
            );
        }
        assert_eq!(with_hashed_names(&site(SITE)), before);
    }

    #[test]
    fn style_sheets_become_one_in_the_order_of_their_links() {
        let files = with_one_style_sheet(site(&[
            (
                "index.html",
                "<head>\n    <link rel=\"stylesheet\" href=\"./styles/b.css\">\n    <link rel=\"stylesheet\" \
                 href=\"./styles/a.css\">\n<link rel=\"icon\" href=\"./x.svg\">\n",
            ),
            ("styles/a.css", "a {}\n"),
            ("styles/b.css", "b {}\n"),
            ("x.svg", "<svg/>"),
        ]));
        let names: Vec<&str> = files.keys().map(String::as_str).collect();
        assert_eq!(names, ["index.html", "styles.css", "x.svg"]);
        assert_eq!(text(&files, "styles.css"), "b {}\na {}\n");
        assert_eq!(
            text(&files, "index.html"),
            "<head>\n    <link rel=\"stylesheet\" href=\"./styles.css\">\n<link rel=\"icon\" href=\"./x.svg\">\n"
        );
    }

    #[test]
    fn styles_that_are_loaded_later_become_one_file() {
        let files = with_later_styles(site(&[
            ("app.js", "new URL(\"./later.css\", import.meta.url)"),
            ("styles/later/b.css", "b {}\n"),
            ("styles/later/a.css", "a {}\n"),
            ("styles/base.css", "c {}\n"),
        ]));
        let names: Vec<&str> = files.keys().map(String::as_str).collect();
        assert_eq!(names, ["app.js", "later.css", "styles/base.css"]);
        assert_eq!(text(&files, "later.css"), "a {}\nb {}\n");
    }

    #[test]
    fn files_may_name_each_other_in_a_circle() {
        let files = with_hashed_names(&site(&[
            ("index.html", "\"./a.js\""),
            ("a.js", "import './b.js'"),
            ("b.js", "import './a.js'"),
        ]));
        let (a, b) = (find(&files, "a-"), find(&files, "b-"));
        assert_eq!(text(&files, a), format!("import './{b}'"));
        assert_eq!(text(&files, b), format!("import './{a}'"));
    }

    #[test]
    fn a_hash_in_a_name_is_sixteen_digits_after_a_dash() {
        assert_eq!(
            fingerprint_in("app-0123456789abcdef.js"),
            Some("0123456789abcdef")
        );
        assert_eq!(
            fingerprint_in("app-0123456789abcdef.js.br"),
            Some("0123456789abcdef")
        );
        for name in [
            "app.js",
            "app-0123.js",
            "app-0123456789abcdeg.js",
            "0123456789abcdef.js",
            "",
        ] {
            assert_eq!(fingerprint_in(name), None, "{name}");
        }
    }

    #[test]
    fn a_site_is_replaced_as_a_whole() {
        let place = std::env::temp_dir().join(format!("xtask-site-{}", std::process::id()));
        write(&site(&[("old.txt", "old")]), &place).unwrap();
        let files = site(&[("index.html", "<p>"), ("styles/base.css", "a {}")]);
        write(&files, &place).unwrap();
        assert_eq!(read(&place).unwrap(), files);
        fs::remove_dir_all(place).unwrap();
    }
}
