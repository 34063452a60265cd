//! The WASM of the npm package and of the planner, and the planner's site.
//!
//! What a build waits for is done side by side: compiling the crate, the tools that make a module of it, npm's packages.
//! A module whose inputs have not changed is not made again.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::command::Cmd;
use crate::dependencies::Graph;
use crate::error::{Context as _, Result, fail};
use crate::progress::{Task, side_by_side, step};
use crate::workspace::{ToolVersions, has_web, root, site, target};
use crate::{licences, package, site as files, tools, watch};

/// How a module is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Small and fast, and minutes of work.
    Release,
    /// Soon there, large and slow: for looking at what one has just written.
    Dev,
}

/// `build [core|web [--dev]]`
pub(crate) fn run(arguments: &[String]) -> Result {
    match arguments
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        [] => {
            package::build()?;
            if has_web() { web() } else { Ok(()) }
        }
        ["core"] => package::build(),
        ["web"] => web(),
        ["web", "--dev"] => web_as(Profile::Dev),
        _ => fail("usage: cargo xtask build [core|web [--dev]]"),
    }
}

/// A build that failed fails again at once.
pub(crate) fn once(built: &OnceLock<Result>, build: fn() -> Result) -> Result {
    built.get_or_init(build).clone()
}

/// `target/site/`: what any static server can serve.
pub(crate) fn web() -> Result {
    static BUILT: OnceLock<Result> = OnceLock::new();
    once(&BUILT, || web_as(Profile::Release))
}

/// The same, compiled in that way. A `Dev` site keeps plain names and reloads by itself under `serve --dev`.
pub(crate) fn web_as(profile: Profile) -> Result {
    if !has_web() {
        return fail("web/index.html is missing: there is no planner to build");
    }
    let module = PLANNER.build(profile)?;
    let mut all = files::read(&module)?;
    all.remove(INPUTS);
    all.extend(static_files(&root().join("web"))?);
    all.extend(texts()?);
    let licences = licences::text(&licences::PAGE)?;
    all.insert("licences.txt".to_owned(), licences.into_bytes());
    let all = match profile {
        Profile::Release => {
            let small = files::without_comments(files::with_one_style_sheet(all));
            let named = files::with_hashed_names(&small);
            files::with_compressed_copies(named)?
        }
        Profile::Dev => watch::with_reloading(all),
    };
    files::write(&all, &site())
}

/// The languages that are not compiled in: for each what the engine says and what the page says, and a module that tells
/// where.
fn texts() -> Result<files::Files> {
    let mut found = files::Files::new();
    let mut rows = String::new();
    for language in list(&root().join("web/locales"))? {
        let tag = language
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if tag == package::COMPILED_IN {
            continue;
        }
        let mut paths = Vec::new();
        for (name, locales) in [("engine", "core/locales"), ("page", "web/locales")] {
            let path = format!("texts/{tag}/{name}.ftl");
            let sources = files::read(&root().join(locales).join(&tag))?;
            // A message ends with its line: the files can follow one another.
            let text = sources.into_values().flat_map(|text| [text, b"\n".to_vec()]);
            found.insert(path.clone(), text.flatten().collect());
            paths.push(format!("at(\"./{path}\")"));
        }
        rows.push_str(&format!("  \"{tag}\": [{}],\n", paths.join(", ")));
    }
    let module =
        format!("const at = (path) => new URL(path, import.meta.url);\nexport const texts = {{\n{rows}}};\n");
    found.insert("texts.js".to_owned(), module.into_bytes());
    Ok(found)
}

/// The files of `web/` that are served as they are written.
fn static_files(sources: &Path) -> Result<files::Files> {
    let mut found = files::Files::new();
    for entry in list(sources)?.into_iter().filter(|entry| entry.is_file()) {
        let extension = entry.extension().and_then(|extension| extension.to_str());
        let served = ["html", "js", "css", "svg", "png", "ico", "webmanifest"];
        if extension.is_some_and(|extension| served.contains(&extension)) {
            let content = fs::read(&entry).context(format!("cannot read {}", entry.display()))?;
            let name = entry.file_name().unwrap_or_default();
            found.insert(name.to_string_lossy().into_owned(), content);
        }
    }
    for directory in ["styles", "assets"] {
        if sources.join(directory).is_dir() {
            let inside = files::read(&sources.join(directory))?.into_iter();
            found.extend(inside.map(|(path, content)| (format!("{directory}/{path}"), content)));
        }
    }
    Ok(files::with_later_styles(found))
}

/// A crate that becomes a WASM module with its glue for `<script type=module>`, which serves Node and bundlers as well.
pub(crate) struct Module {
    /// What it is, for lines of progress.
    what: &'static str,
    /// Its directory.
    pub(crate) package: &'static str,
    /// What its files are called.
    pub(crate) name: &'static str,
    features: &'static str,
    typescript: bool,
    /// Crates that are compiled in the same call of cargo.
    beside: &'static [&'static str],
    /// The feature under which parts of it are cut off, to be loaded on demand (release only).
    split: Option<&'static str>,
}

/// The first module of the npm package. Compiled in one call with the others, so that all are linked side by side.
pub(crate) const ENGINE: Module = Module {
    what: "the engine",
    package: "core/wasm/engine",
    name: "dualstack_engine",
    features: "",
    typescript: true,
    beside: &["dualstack-tools", "dualstack-algebra"],
    split: None,
};

/// The second one: what is loaded on demand.
pub(crate) const TOOLS: Module = Module {
    what: "the engine's tools",
    package: "core/wasm/tools",
    name: "dualstack_tools",
    beside: &[],
    ..ENGINE
};

/// The third: address algebra, which needs neither of the others.
pub(crate) const ALGEBRA: Module = Module {
    what: "address algebra",
    package: "core/wasm/cidr",
    name: "dualstack_algebra",
    beside: &[],
    ..ENGINE
};

pub(crate) const ENGINE_FOR_TESTS: Module = Module {
    what: "the engine for tests",
    beside: &["dualstack-tools"],
    features: TEST_FEATURES,
    ..ENGINE
};

pub(crate) const TOOLS_FOR_TESTS: Module = Module {
    what: "the engine's tools for tests",
    features: TEST_FEATURES,
    ..TOOLS
};

const TEST_FEATURES: &str = "test-panic";

/// The planner.
pub(crate) const PLANNER: Module = Module {
    what: "the planner",
    package: "web",
    name: "dualstack_web",
    features: "",
    typescript: false,
    beside: &[],
    split: Some("split"),
};

/// What wasm-opt does to the modules of a split crate: what rustc emits, by name, as in the manifest of `core`. With
/// `--all-features` it makes modules that browsers refuse.
const OPTIMISE: &str = "-Oz --enable-bulk-memory --enable-sign-ext --enable-mutable-globals \
     --enable-nontrapping-float-to-int --enable-multivalue --enable-reference-types";

/// What wasm-split-cli reads besides the code: where each symbol is used, and the names of functions.
const SPLITTABLE: &str = "-Clink-args=--emit-relocs -Cstrip=none";

/// Holds the fingerprint of what a module was made from, beside it.
pub(crate) const INPUTS: &str = ".inputs";

impl Module {
    /// The directory of the module and its glue, made anew if something it is made from has changed.
    pub(crate) fn build(&self, profile: Profile) -> Result<PathBuf> {
        let paths = self.compile_and_install_tools(profile)?;
        let inputs = self.inputs(profile)?;
        let place = target().join("modules").join(self.directory_name(profile));
        if fs::read_to_string(place.join(INPUTS)).is_ok_and(|made_from| made_from == inputs) {
            return Ok(place);
        }
        let what = match profile {
            Profile::Release => {
                let split = if self.is_split(profile) {
                    "wasm-split, "
                } else {
                    ""
                };
                format!(
                    "making the module of {} small ({split}wasm-bindgen, wasm-opt)",
                    self.what
                )
            }
            Profile::Dev => format!("making the module of {} (wasm-bindgen)", self.what),
        };
        step(&what, || {
            let staging = place.with_extension("new");
            remove_tree(&staging)?;
            if self.is_split(profile) {
                self.cut(&staging, &paths)?;
            } else {
                self.pack(profile, &staging, &paths)?;
            }
            fs::write(staging.join(INPUTS), inputs).context("cannot write what a module is made from")?;
            remove_tree(&place)?;
            fs::rename(&staging, &place).context(format!("cannot move {} into place", place.display()))
        })?;
        Ok(place)
    }

    fn directory_name(&self, profile: Profile) -> String {
        let features = self.features.replace(',', "-");
        format!("{}-{features}-{profile:?}", self.name).to_lowercase()
    }

    /// What is looked at during development is one module: it is there sooner, and nobody waits for its download.
    fn is_split(&self, profile: Profile) -> bool {
        self.split.is_some() && profile == Profile::Release
    }

    /// The compiled crate.
    fn compiled(&self, profile: Profile) -> PathBuf {
        let folder = match profile {
            Profile::Release => "release",
            Profile::Dev => "debug",
        };
        let file = format!("{}.wasm", self.name);
        target().join(tools::WASM_TARGET).join(folder).join(file)
    }

    /// Compiles the crate while the tools are installed; gives the directories of the tools.
    fn compile_and_install_tools(&self, profile: Profile) -> Result<Vec<PathBuf>> {
        let mut wasm_tools = Ok(Vec::new());
        let mut optimiser = Ok(PathBuf::new());
        let mut splitter = Ok(PathBuf::new());
        let compile: Task<'_> = Box::new(|| {
            tools::wasm_target()?;
            step(&format!("compiling {}", self.what), || self.compile(profile))
        });
        side_by_side(vec![
            compile,
            Box::new(|| {
                wasm_tools = tools::wasm_tools();
                Ok(())
            }),
            Box::new(|| {
                // wasm-opt: the `binaryen` of the lock file, whatever else is installed.
                if profile == Profile::Release {
                    optimiser = tools::npm("pkg");
                }
                Ok(())
            }),
            Box::new(|| {
                if self.is_split(profile) {
                    splitter = tools::split_tool();
                }
                Ok(())
            }),
        ])?;
        let mut paths = vec![optimiser?, splitter?];
        paths.extend(wasm_tools?);
        paths.retain(|path| !path.as_os_str().is_empty());
        Ok(paths)
    }

    /// The same call of cargo that wasm-pack makes, which then finds everything done; or, for a module that is cut
    /// without wasm-pack, the one that keeps what the cut needs.
    fn compile(&self, profile: Profile) -> Result {
        let split = self.split.filter(|_| self.is_split(profile));
        let command = if split.is_some() { "rustc" } else { "build" };
        let mut cargo = Cmd::cargo()
            .arg(command)
            .args("--lib --quiet")
            .dir(self.package)
            .quiet();
        if profile == Profile::Release {
            cargo = cargo.arg("--release");
        }
        for features in [Some(self.features), split].into_iter().flatten() {
            if !features.is_empty() {
                cargo = cargo.arg("--features").arg(features);
            }
        }
        if !self.beside.is_empty() {
            let own = self.name.replace('_', "-");
            cargo = cargo.arg("-p").arg(own);
            for other in self.beside {
                cargo = cargo.arg("-p").arg(other);
            }
        }
        if split.is_some() {
            cargo = cargo.arg("--").args(SPLITTABLE);
        }
        self.reproducible(cargo, profile)?
            .env("CARGO_BUILD_TARGET", tools::WASM_TARGET)
            .run()
    }

    /// Adds the flags of rustc that keep the folders of this machine out of a released module, which would differ with
    /// them: a panic names the file it is in.
    fn reproducible(&self, command: Cmd, profile: Profile) -> Result<Cmd> {
        // Flags that somebody has set are set for all that is compiled.
        let set = std::env::var("RUSTFLAGS").unwrap_or_default();
        let mut flags: Vec<String> = set.split_whitespace().map(str::to_owned).collect();
        if profile == Profile::Dev {
            return Ok(command);
        }
        for directory in Graph::read(Some(tools::WASM_TARGET))?.unpacked_in() {
            flags.push(format!("--remap-path-prefix={}=", directory.display()));
        }
        flags.push(format!("--remap-path-prefix={}=", root().display()));
        flags.push(format!("--remap-path-prefix={}", own_sources()?));
        // The one variable whose flags may hold blanks. It is for the target alone, as one is named.
        Ok(command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}")))
    }

    /// A fingerprint of the compiled crate, the tools and their options.
    fn inputs(&self, profile: Profile) -> Result<String> {
        let versions = ToolVersions::read()?;
        let mut parts = vec![
            versions.wasm_bindgen.into_bytes(),
            versions.wasm_pack.into_bytes(),
            self.options(profile).into_bytes(),
        ];
        if self.is_split(profile) {
            parts.push(versions.wasm_split.into_bytes());
            parts.push(OPTIMISE.as_bytes().to_vec());
        }
        // The manifest has the options of wasm-opt, the lock file its version.
        let manifest = root().join(self.package).join("Cargo.toml");
        for file in [
            self.compiled(profile),
            manifest,
            root().join("pkg/package-lock.json"),
        ] {
            parts.push(fs::read(&file).context(format!("cannot read {}", file.display()))?);
        }
        let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
        Ok(files::fingerprint(&parts))
    }

    fn options(&self, profile: Profile) -> String {
        let profile = match profile {
            Profile::Release => "--release",
            Profile::Dev => "--dev",
        };
        let types = if self.typescript { "" } else { " --no-typescript" };
        format!("--target web --mode no-install --no-pack --no-gitignore {profile}{types}")
    }

    fn pack(&self, profile: Profile, into: &Path, paths: &[PathBuf]) -> Result {
        let mut pack = Cmd::new("wasm-pack")
            .args("--quiet --log-level error build")
            .arg(self.package)
            .args(&self.options(profile))
            .arg("--out-dir")
            .arg(into)
            .arg("--out-name")
            .arg(self.name)
            .quiet();
        if !self.features.is_empty() {
            pack = pack.arg("--features").arg(self.features);
        }
        self.reproducible(pack, profile)?.paths(paths)?.run()
    }

    /// Cuts the compiled crate into the module that is loaded first and those that are loaded on demand, and makes
    /// each small. wasm-pack cannot take a step between compiling and wasm-bindgen.
    fn cut(&self, into: &Path, paths: &[PathBuf]) -> Result {
        let parts = into.join("parts");
        fs::create_dir_all(&parts).context(format!("cannot create {}", parts.display()))?;
        Cmd::new("wasm-split-cli")
            .args("--target web --out-name")
            .arg(self.name)
            .arg(self.compiled(Profile::Release))
            .arg(&parts)
            .quiet()
            .paths(paths)?
            .run()?;
        let first = parts.join(format!("{}.wasm", self.name));
        // The parts take memory, table and functions of the first module by its exports.
        Cmd::new("wasm-bindgen")
            .args("--target web --no-typescript --keep-lld-exports --out-name")
            .arg(self.name)
            .arg("--out-dir")
            .arg(into)
            .arg(&first)
            .quiet()
            .paths(paths)?
            .run()?;
        fs::remove_file(&first).context(format!("cannot remove {}", first.display()))?;
        for part in list(&parts)? {
            copy_file(&part, &into.join(part.file_name().unwrap_or_default()))?;
        }
        remove_tree(&parts)?;
        for module in list(into)? {
            if module.extension().is_some_and(|extension| extension == "wasm") {
                // It warns of the names that wasm-split leaves and it drops.
                Cmd::new("wasm-opt")
                    .args(OPTIMISE)
                    .arg(&module)
                    .arg("-o")
                    .arg(&module)
                    .paths(paths)?
                    .run_silently()?;
            }
        }
        Ok(())
    }
}

/// The sources of Rust's own library, as a remapping to the name that they have where they are not installed: rustc names the
/// installed files, for whoever looks at a panic, and with them the folder of the toolchain.
fn own_sources() -> Result<String> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let sysroot = Cmd::new(&rustc).args("--print sysroot").output()?;
    let printed = Cmd::new(&rustc).args("--version --verbose").output()?;
    let commit = printed
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: "));
    let Some(commit) = commit else {
        return fail("rustc does not say which commit it is of");
    };
    let sources = Path::new(sysroot.trim()).join("lib/rustlib/src/rust");
    Ok(format!("{}=/rustc/{commit}", sources.display()))
}

/// What a directory holds, sorted.
pub(crate) fn list(directory: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(directory).context(format!("cannot read {}", directory.display()))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort_unstable();
    Ok(paths)
}

pub(crate) fn copy_file(from: &Path, to: &Path) -> Result {
    if let Some(parent) = to.parent() {
        fs::create_dir_all(parent).context(format!("cannot create {}", parent.display()))?;
    }
    fs::copy(from, to).context(format!("cannot copy {}", from.display()))?;
    Ok(())
}

/// Replaces `to` by a copy of `from`.
pub(crate) fn copy_tree(from: &Path, to: &Path) -> Result {
    remove_tree(to)?;
    for entry in list(from)? {
        let destination = to.join(entry.file_name().unwrap_or_default());
        if entry.is_dir() {
            copy_tree(&entry, &destination)?
        } else {
            copy_file(&entry, &destination)?
        }
    }
    Ok(())
}

pub(crate) fn remove_tree(path: &Path) -> Result {
    if path.exists() {
        fs::remove_dir_all(path).context(format!("cannot remove {}", path.display()))?;
    }
    Ok(())
}
