//! The WASM of the npm package and of the planner, and the planner's site.
//!
//! What a build waits for is done side by side: compiling the crate, the tools that make a module of it, npm's packages.
//! A module whose inputs have not changed is not made again.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::command::Cmd;
use crate::error::{Context as _, Result, fail};
use crate::progress::{Task, side_by_side, step};
use crate::workspace::{ToolVersions, has_web, root, site, target};
use crate::{package, site as files, tools, watch};

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
    let all = match profile {
        Profile::Release => {
            let named = files::with_hashed_names(&all);
            files::with_compressed_copies(named)?
        }
        Profile::Dev => watch::with_reloading(all),
    };
    files::write(&all, &site())
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
    Ok(found)
}

/// A crate that becomes a WASM module with its glue for `<script type=module>`, which serves Node and bundlers as well.
pub(crate) struct Module {
    /// What it is, for lines of progress.
    what: &'static str,
    /// Its directory.
    package: &'static str,
    /// What its files are called.
    pub(crate) name: &'static str,
    features: &'static str,
    typescript: bool,
    /// A crate that is compiled in the same call of cargo.
    beside: Option<&'static str>,
}

/// The first module of the npm package. Compiled in one call with the second, so that both are linked side by side.
pub(crate) const ENGINE: Module = Module {
    what: "the engine",
    package: "core/wasm/engine",
    name: "dualstack_engine",
    features: "",
    typescript: true,
    beside: Some("dualstack-tools"),
};

/// The second one: what is loaded on demand.
pub(crate) const TOOLS: Module = Module {
    what: "the engine's tools",
    package: "core/wasm/tools",
    name: "dualstack_tools",
    beside: None,
    ..ENGINE
};

pub(crate) const ENGINE_FOR_TESTS: Module = Module {
    what: "the engine for tests",
    features: TEST_FEATURES,
    ..ENGINE
};

pub(crate) const TOOLS_FOR_TESTS: Module = Module {
    what: "the engine's tools for tests",
    features: TEST_FEATURES,
    ..TOOLS
};

const TEST_FEATURES: &str = "test-panic";

const PLANNER: Module = Module {
    what: "the planner",
    package: "web",
    name: "dualstack_web",
    features: "",
    typescript: false,
    beside: None,
};

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
            Profile::Release => format!(
                "making the module of {} small (wasm-bindgen, wasm-opt)",
                self.what
            ),
            Profile::Dev => format!("making the module of {} (wasm-bindgen)", self.what),
        };
        step(&what, || {
            let staging = place.with_extension("new");
            remove_tree(&staging)?;
            self.pack(profile, &staging, &paths)?;
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

    /// Compiles the crate while the tools are installed; gives the directories of the tools.
    fn compile_and_install_tools(&self, profile: Profile) -> Result<Vec<PathBuf>> {
        let mut wasm_tools = Ok(Vec::new());
        let mut optimiser = Ok(PathBuf::new());
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
        ])?;
        let mut paths = vec![optimiser?];
        paths.extend(wasm_tools?);
        paths.retain(|path| !path.as_os_str().is_empty());
        Ok(paths)
    }

    /// The same call of cargo that wasm-pack makes, which then finds everything done.
    fn compile(&self, profile: Profile) -> Result {
        let mut cargo = Cmd::cargo().args("build --lib --quiet").dir(self.package).quiet();
        if profile == Profile::Release {
            cargo = cargo.arg("--release");
        }
        if !self.features.is_empty() {
            cargo = cargo.arg("--features").arg(self.features);
        }
        if let Some(other) = self.beside {
            let own = self.name.replace('_', "-");
            cargo = cargo.args("-p").arg(own).arg("-p").arg(other);
        }
        cargo.env("CARGO_BUILD_TARGET", tools::WASM_TARGET).run()
    }

    /// A fingerprint of the compiled crate, the tools and their options.
    fn inputs(&self, profile: Profile) -> Result<String> {
        let folder = match profile {
            Profile::Release => "release",
            Profile::Dev => "debug",
        };
        let compiled = target()
            .join(tools::WASM_TARGET)
            .join(folder)
            .join(format!("{}.wasm", self.name));
        let versions = ToolVersions::read()?;
        let mut parts = vec![
            versions.wasm_bindgen.into_bytes(),
            versions.wasm_pack.into_bytes(),
            self.options(profile).into_bytes(),
        ];
        // The manifest has the options of wasm-opt, the lock file its version.
        let manifest = root().join(self.package).join("Cargo.toml");
        for file in [compiled, manifest, root().join("pkg/package-lock.json")] {
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
        pack.paths(paths)?.run()
    }
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
