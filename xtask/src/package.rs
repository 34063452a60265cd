//! The npm package's `dist/`: three WASM modules, the languages that are read at run time, and the TypeScript around them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use crate::build::{self, ALGEBRA, ENGINE, ENGINE_FOR_TESTS, INPUTS, Profile, TOOLS, TOOLS_FOR_TESTS};
use crate::command::Cmd;
use crate::error::{Context as _, Result};
use crate::progress::step;
use crate::workspace::{root, target};
use crate::{licences, site as files, tools};

/// Builds it once, however many stages ask.
pub(crate) fn build() -> Result {
    static BUILT: OnceLock<Result> = OnceLock::new();
    build::once(&BUILT, build_package)
}

fn build_package() -> Result {
    let modules = modules(&[ENGINE, TOOLS, ALGEBRA], Profile::Release)?;
    let programs = tools::npm("pkg")?;
    // Files of an earlier build are removed: a file deleted in src/ must not be published.
    let dist = root().join("pkg/dist");
    build::remove_tree(&dist)?;
    files::write(&modules, &dist.join("core"))?;
    files::write(&languages(&root().join("core/locales"))?, &dist.join("locales"))?;
    build::copy_file(&root().join("LICENSE"), &root().join("pkg/LICENSE"))?;
    fs::write(
        root().join("pkg/THIRD-PARTY-LICENSES.txt"),
        licences::text(&licences::PACKAGE)?,
    )
    .context("cannot write the licences of what is shipped")?;
    compile_typescript(&programs)
}

fn compile_typescript(programs: &Path) -> Result {
    step("compiling the TypeScript of the npm package", || {
        Cmd::new(programs.join("tsc"))
            .args("--project tsconfig.json")
            .dir("pkg")
            .quiet()
            .run()
    })?;
    step("making the entries of one file", || {
        Cmd::new("node")
            .arg("scripts/entries.mjs")
            .dir("pkg")
            .quiet()
            .run()
    })
}

/// Builds the package once more, with modules that have the exports tests need (a call that panics).
pub(crate) fn build_for_tests() -> Result {
    build()?;
    let modules = modules(&[ENGINE_FOR_TESTS, TOOLS_FOR_TESTS, ALGEBRA], Profile::Dev)?;
    let directory = target().join("test-package");
    build::copy_tree(&root().join("pkg/dist"), &directory.join("dist"))?;
    build::copy_file(&root().join("pkg/package.json"), &directory.join("package.json"))?;
    build::remove_tree(&directory.join("dist/core"))?;
    files::write(&modules, &directory.join("dist/core"))
}

/// Returns the files of the modules. Declarations that several of them share are in `types.d.ts` once.
fn modules(modules: &[build::Module], profile: Profile) -> Result<files::Files> {
    let mut all = files::Files::new();
    let mut declarations = Vec::new();
    for module in modules {
        let mut made = files::read(&module.build(profile)?)?;
        made.remove(INPUTS);
        let name = format!("{}.d.ts", module.name);
        let text = made.remove(&name).unwrap_or_default();
        let text = String::from_utf8(text).context(format!("{name} is no text"))?;
        declarations.push((name, text));
        all.extend(made);
    }
    let texts: Vec<&str> = declarations.iter().map(|(_, text)| text.as_str()).collect();
    let types = Types::of(&texts);
    for (name, text) in &declarations {
        all.insert(name.clone(), types.taken_from(text).into_bytes());
    }
    all.insert("types.d.ts".to_owned(), types.text().into_bytes());
    Ok(all)
}

/// The types that modules declare, each once: a Rust type is declared by every module that it is linked into.
struct Types<'a> {
    /// The names in the order of the files, with the declaration.
    declared: Vec<(&'a str, &'a str)>,
}

impl<'a> Types<'a> {
    fn of(files: &[&'a str]) -> Types<'a> {
        let mut declared: Vec<(&str, &str)> = Vec::new();
        let mut differing = BTreeSet::new();
        for statement in files.iter().flat_map(|text| statements(text)) {
            let Some(name) = type_name(statement) else {
                continue;
            };
            match declared.iter().find(|(known, _)| *known == name) {
                None => declared.push((name, statement)),
                Some((_, known)) if known.trim() == statement.trim() => {}
                Some(_) => {
                    differing.insert(name);
                }
            }
        }
        // What the glue of each module calls by the same name stays there, and so do the types of its arguments: they name
        // types of browsers, which the users of a type need not have.
        let of_glue = |name: &str| ["InitInput", "SyncInitInput"].contains(&name);
        declared.retain(|(name, _)| !differing.contains(name) && !of_glue(name));
        Types { declared }
    }

    fn text(&self) -> String {
        let all: Vec<&str> = self
            .declared
            .iter()
            .map(|(_, statement)| statement.trim())
            .collect();
        without_rust_links(&(all.join("\n\n") + "\n"))
    }

    /// Returns the declarations of a module, with these types imported.
    fn taken_from(&self, declarations: &str) -> String {
        let has = |name: &str| self.declared.iter().any(|(known, _)| *known == name);
        let left: String = statements(declarations)
            .into_iter()
            .filter(|statement| !type_name(statement).is_some_and(has))
            .collect();
        let words: BTreeSet<&str> = left.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
        let mut names: Vec<&str> = self.declared.iter().map(|(name, _)| *name).collect();
        names.retain(|name| words.contains(name));
        names.sort_unstable();
        format!(
            "import type {{ {} }} from \"./types.js\";\n\n{left}",
            names.join(", ")
        )
    }
}

/// Returns declarations whose comments name members as TypeScript does: ``[`Scene::ranges`]`` becomes `` `Scene.ranges` ``.
fn without_rust_links(declarations: &str) -> String {
    let plain = |line: &str| match line.trim_start() {
        comment if comment.starts_with('*') || comment.starts_with("/**") => {
            line.replace("[`", "`").replace("`]", "`").replace("::", ".")
        }
        _ => line.to_owned(),
    };
    declarations.split_inclusive('\n').map(plain).collect()
}

/// Returns the statements of a file of declarations, each with its comment. One begins at a line without indentation
/// with a comment, or with a keyword that no comment stands before.
fn statements(declarations: &str) -> Vec<&str> {
    const KEYWORDS: [&str; 3] = ["export ", "declare ", "import "];
    let mut found = Vec::new();
    let (mut begin, mut at) = (0, 0);
    let mut commented = false;
    for line in declarations.split_inclusive('\n') {
        let keyword = KEYWORDS.iter().any(|keyword| line.starts_with(keyword));
        if line.starts_with("/**") || (keyword && !commented) {
            found.extend(declarations.get(begin..at).filter(|before| !before.is_empty()));
            begin = at;
        }
        if !line.trim().is_empty() {
            commented = line.trim_end().ends_with("*/") && !keyword;
        }
        at += line.len();
    }
    found.extend(declarations.get(begin..).filter(|rest| !rest.is_empty()));
    found
}

/// Returns the name of the type that a statement declares.
fn type_name(statement: &str) -> Option<&str> {
    let line = statement.lines().find(|line| line.starts_with("export "))?;
    let rest = line
        .strip_prefix("export interface ")
        .or_else(|| line.strip_prefix("export type "))?;
    rest.split(|c: char| !c.is_alphanumeric() && c != '_').next()
}

/// Returns the messages of the languages that are read at run time: `ja.ftl` for the engine, and `ja.tools.ftl` for
/// what only the second module says. A test of `dualstack-ground` holds the same line between the two.
fn languages(locales: &Path) -> Result<files::Files> {
    let mut all = files::Files::new();
    for folder in build::list(locales)? {
        let tag = folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if tag == COMPILED_IN {
            continue;
        }
        for (file, text) in files::read(&folder)? {
            let of_tools = file.starts_with("export")
                || [
                    "change.ftl",
                    "draw.ftl",
                    "fleet.ftl",
                    "import.ftl",
                    "render.ftl",
                    "whose.ftl",
                ]
                .contains(&file.as_str());
            let part = if of_tools { ".tools" } else { "" };
            let whole = all.entry(format!("{tag}{part}.ftl")).or_default();
            whole.extend(text);
            // A message ends with its line, and a comment must not run into the next file's.
            whole.extend(b"\n\n");
        }
    }
    Ok(all)
}

/// The language whose messages are in the modules.
pub(crate) const COMPILED_IN: &str = "en";

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: &str = "\
/* tslint:disable */
/**
 * A plan.
 */
export interface Plan {
    /** Its name; } is no end. */
    name: string;
}
/** What comes of it. */
export type Outcome =
| { plan: Plan }
| { error: string };

export type Step = { kind: \"a\" } | {
    kind: \"b\";
};

/** Reads. */
export function parse(text: string): Outcome;
export interface Glue {
    readonly parse: number;
}
";

    fn second() -> String {
        FIRST.replace("parse", "step").replace(
            "/** What comes of it. */",
            "/** Of this module. */\nexport interface Own {\n    step: Step;\n}\n/** What comes of it. */",
        )
    }

    #[test]
    fn statements_keep_their_comments_and_nothing_is_lost() {
        let found: Vec<Option<&str>> = statements(FIRST).into_iter().map(type_name).collect();
        let expected = [
            None,
            Some("Plan"),
            Some("Outcome"),
            Some("Step"),
            None,
            Some("Glue"),
        ];
        assert_eq!(found, expected);
        assert_eq!(statements(FIRST).concat(), FIRST);
    }

    #[test]
    fn comments_name_members_as_typescript_does() {
        assert_eq!(
            without_rust_links("/** Of [`Scene::ranges`]. */\n    * [`A::b`] and `c`\nranges: [`a`];\n"),
            "/** Of `Scene.ranges`. */\n    * `A.b` and `c`\nranges: [`a`];\n"
        );
    }

    #[test]
    fn a_type_is_declared_once() {
        let second = second();
        let types = Types::of(&[FIRST, &second]);
        let names: Vec<&str> = types.declared.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["Plan", "Outcome", "Step", "Own"]);
        assert!(
            types
                .text()
                .contains("/** Of this module. */\nexport interface Own {")
        );
        assert!(types.text().contains("| { error: string };\n"));
    }

    #[test]
    fn modules_import_the_types_they_use_and_keep_what_is_called_alike_only() {
        let second = second();
        let text = Types::of(&[FIRST, &second]).taken_from(&second);
        assert_eq!(
            text,
            "import type { Outcome } from \"./types.js\";\n\n/* tslint:disable */\n/** Reads. */\n\
             export function step(text: string): Outcome;\nexport interface Glue {\n    readonly step: number;\n}\n"
        );
    }

    #[test]
    fn every_language_but_the_one_in_the_modules_has_a_file_for_each() {
        let all = languages(&root().join("core/locales")).unwrap();
        let names: Vec<&str> = all.keys().map(String::as_str).collect();
        assert_eq!(
            names,
            [
                "ja.ftl",
                "ja.tools.ftl",
                "ko.ftl",
                "ko.tools.ftl",
                "zh-Hans.ftl",
                "zh-Hans.tools.ftl"
            ]
        );
        let holds = |file: &str, part: &str| String::from_utf8_lossy(&all[file]).contains(part);
        assert!(holds("ja.ftl", "\nAPI001 = ") && holds("ja.ftl", "\nADDR001 = "));
        assert!(!holds("ja.ftl", "\nEXP001 = ") && holds("ja.tools.ftl", "\nEXP001 = "));
    }
}
