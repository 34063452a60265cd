//! The per-user cache of tools, `…/dualstack-planner/tools/<tool>-<version>/`.
//!
//! A tool is installed into a temporary directory beside its place, which is renamed when it is complete. So an
//! interrupted installation leaves nothing that looks like a tool.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::error::{Context as _, Error, Result};
use crate::progress;

/// Returns the directory of one version of a tool. If it does not exist, `install` installs the tool into the
/// directory that it gets.
pub(crate) fn tool(name: &str, version: &str, install: impl FnOnce(&Path) -> Result) -> Result<PathBuf> {
    install_once(&directory()?, &format!("{name}-{version}"), install)
}

fn install_once(tools: &Path, key: &str, install: impl FnOnce(&Path) -> Result) -> Result<PathBuf> {
    let place = tools.join(key);
    if place.is_dir() {
        return Ok(place);
    }
    fs::create_dir_all(tools).context(format!("cannot create {}", tools.display()))?;
    // One installation runs at a time; a process that waited finds the tool in place. The lock ends with the process.
    let lock_path = tools.join(format!(".{key}.lock"));
    let lock = File::create(&lock_path).context(format!("cannot create {}", lock_path.display()))?;
    if lock.try_lock().is_err() {
        progress::say(&format!("waiting for another build that installs {key} …"));
        lock.lock()
            .context(format!("cannot lock {}", lock_path.display()))?;
    }
    if place.is_dir() {
        return Ok(place);
    }
    // Files of an installation that was killed; the lock guarantees that no process uses them.
    let staging = tools.join(format!(".{key}.partial"));
    let _ = fs::remove_dir_all(&staging);
    let finished = install(&staging)
        .and_then(|()| fs::rename(&staging, &place).context(format!("cannot move {key} into place")));
    if let Err(error) = finished {
        let _ = fs::remove_dir_all(&staging);
        return Err(error);
    }
    Ok(place)
}

fn directory() -> Result<PathBuf> {
    let variable = |name: &str| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let base = variable("XDG_CACHE_HOME").or_else(|| match std::env::consts::OS {
        "windows" => variable("LOCALAPPDATA"),
        "macos" => variable("HOME").map(|home| home.join("Library/Caches")),
        _ => variable("HOME").map(|home| home.join(".cache")),
    });
    let base = base.ok_or_else(|| Error::new("no cache directory: set XDG_CACHE_HOME or HOME"))?;
    Ok(base.join("dualstack-planner").join("tools"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::fail;

    fn scratch(name: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("xtask-cache-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        path
    }

    #[test]
    fn a_failed_installation_leaves_no_tool_and_no_staging_directory() {
        let tools = scratch("failed");
        let result = install_once(&tools, "tool-1", |staging| {
            fs::create_dir_all(staging.join("bin")).unwrap();
            fail("no network")
        });
        assert_eq!(result.unwrap_err().to_string(), "no network");
        let left: Vec<_> = fs::read_dir(&tools)
            .unwrap()
            .map(|e| e.unwrap().file_name().into_string().unwrap())
            .collect();
        assert_eq!(left, [".tool-1.lock"]);
        fs::remove_dir_all(&tools).unwrap();
    }

    #[test]
    fn of_two_installations_at_once_one_is_made_and_both_find_it() {
        use std::sync::atomic::{AtomicUsize, Ordering};
        let tools = scratch("twice");
        let installations = AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    let place = install_once(&tools, "tool-1", |staging| {
                        installations.fetch_add(1, Ordering::SeqCst);
                        fs::create_dir_all(staging.join("bin")).context("cannot create")
                    });
                    assert!(place.unwrap().join("bin").is_dir());
                });
            }
        });
        assert_eq!(installations.into_inner(), 1);
        fs::remove_dir_all(&tools).unwrap();
    }

    #[test]
    fn an_installed_tool_is_not_installed_again() {
        let tools = scratch("again");
        fs::create_dir_all(tools.join(".tool-1.partial/left-over")).unwrap();
        let first = install_once(&tools, "tool-1", |staging| {
            assert!(!staging.exists());
            fs::create_dir_all(staging.join("bin")).context("cannot create")
        });
        assert!(first.unwrap().join("bin").is_dir());
        assert!(install_once(&tools, "tool-1", |_| fail("installed twice")).is_ok());
        fs::remove_dir_all(&tools).unwrap();
    }
}
