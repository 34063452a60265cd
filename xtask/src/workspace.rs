//! Where things are, and which versions of the tools the workspace asks for.

use std::path::{Path, PathBuf};

use crate::command::Cmd;
use crate::error::{Context as _, Error, Result};

/// The root of the workspace.
pub(crate) fn root() -> &'static Path {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest)
}

/// The build directory.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The folder of cargo on this machine. `None` where the system has no home for whoever runs it.
pub(crate) fn cargo_home() -> Option<PathBuf> {
    let named = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")))
}

/// Where the planner, ready to be served, is put together.
pub(crate) fn site() -> PathBuf {
    target().join("site")
}

/// The web application is there.
pub(crate) fn has_web() -> bool {
    root().join("web/index.html").is_file()
}

/// The versions of the tools that are installed with cargo. All stand in the workspace's `Cargo.toml`.
pub(crate) struct ToolVersions {
    pub(crate) wasm_bindgen: String,
    pub(crate) wasm_pack: String,
    pub(crate) wasm_split: String,
    pub(crate) mutants: String,
}

impl ToolVersions {
    pub(crate) fn read() -> Result<ToolVersions> {
        let text = Cmd::cargo()
            .args("metadata --format-version 1 --no-deps")
            .output()?;
        let metadata: serde_json::Value =
            serde_json::from_str(&text).context("cannot read cargo metadata")?;
        ToolVersions::from_metadata(&metadata)
    }

    fn from_metadata(metadata: &serde_json::Value) -> Result<ToolVersions> {
        let wasm_bindgen = metadata
            .get("packages")
            .and_then(|packages| packages.as_array())
            .into_iter()
            .flatten()
            .filter_map(|package| package.get("dependencies")?.as_array())
            .flatten()
            .find(|dependency| dependency.get("name").is_some_and(|name| name == "wasm-bindgen"))
            .and_then(|dependency| dependency.get("req")?.as_str()?.strip_prefix('='))
            .ok_or_else(|| Error::new("Cargo.toml does not pin wasm-bindgen exactly (`=0.2.…`)"))?;
        let tool = |name: &str| {
            metadata
                .pointer(&format!("/metadata/tools/{name}"))
                .and_then(|version| version.as_str())
                .map(str::to_owned)
                .ok_or_else(|| {
                    Error::new(format!(
                        "Cargo.toml has no `{name}` under [workspace.metadata.tools]"
                    ))
                })
        };
        Ok(ToolVersions {
            wasm_bindgen: wasm_bindgen.trim().to_owned(),
            wasm_pack: tool("wasm-pack")?,
            wasm_split: tool("wasm-split")?,
            mutants: tool("cargo-mutants")?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_come_from_the_exact_pin_and_the_metadata_table() {
        let metadata = serde_json::json!({
            "packages": [
                {"dependencies": [{"name": "serde", "req": "^1"}]},
                {"dependencies": [{"name": "wasm-bindgen", "req": "=0.2.130"}]},
            ],
            "metadata": {"tools": {"wasm-pack": "0.15.1", "wasm-split": "0.2.4", "cargo-mutants": "27.1.0"}},
        });
        let versions = ToolVersions::from_metadata(&metadata).unwrap();
        assert_eq!(
            [
                versions.wasm_bindgen,
                versions.wasm_pack,
                versions.wasm_split,
                versions.mutants
            ],
            ["0.2.130", "0.15.1", "0.2.4", "27.1.0"]
        );
    }

    #[test]
    fn a_loose_requirement_is_refused() {
        let metadata = serde_json::json!({
            "packages": [{"dependencies": [{"name": "wasm-bindgen", "req": "^0.2.130"}]}],
            "metadata": {"tools": {"wasm-pack": "0.15.1", "wasm-split": "0.2.4", "cargo-mutants": "27.1.0"}},
        });
        assert!(ToolVersions::from_metadata(&metadata).is_err());
    }
}
