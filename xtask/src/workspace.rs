//! The paths of the workspace, and the versions of the tools it requires.

use std::path::{Path, PathBuf};

use crate::command::Cmd;
use crate::error::{Context as _, Error, Result};

/// Returns the root of the workspace.
pub(crate) fn root() -> &'static Path {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest)
}

/// Returns the build directory.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// Returns the directory in which the planner is put together to be served.
pub(crate) fn site() -> PathBuf {
    target().join("site")
}

/// Returns whether the web application exists.
pub(crate) fn has_web() -> bool {
    root().join("web/index.html").is_file()
}

/// The versions of the tools that cargo installs. Both are in the workspace's `Cargo.toml`.
pub(crate) struct ToolVersions {
    pub(crate) wasm_bindgen: String,
    pub(crate) wasm_pack: String,
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
        let wasm_pack = metadata
            .pointer("/metadata/tools/wasm-pack")
            .and_then(|version| version.as_str())
            .ok_or_else(|| Error::new("Cargo.toml has no `wasm-pack` under [workspace.metadata.tools]"))?;
        Ok(ToolVersions {
            wasm_bindgen: wasm_bindgen.trim().to_owned(),
            wasm_pack: wasm_pack.to_owned(),
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
            "metadata": {"tools": {"wasm-pack": "0.15.1"}},
        });
        let versions = ToolVersions::from_metadata(&metadata).unwrap();
        assert_eq!(
            (versions.wasm_bindgen.as_str(), versions.wasm_pack.as_str()),
            ("0.2.130", "0.15.1")
        );
    }

    #[test]
    fn a_loose_requirement_is_refused() {
        let metadata = serde_json::json!({
            "packages": [{"dependencies": [{"name": "wasm-bindgen", "req": "^0.2.130"}]}],
            "metadata": {"tools": {"wasm-pack": "0.15.1"}},
        });
        assert!(ToolVersions::from_metadata(&metadata).is_err());
    }
}
