//! The stage `reproducible` of `cargo xtask test --all`: the workspace is built a second time, in a folder of another name and
//! with the registry unpacked somewhere else, and what is shipped has to be the same to the byte.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::build::{self, remove_tree};
use crate::command::Cmd;
use crate::error::{Context as _, Result, fail};
use crate::new::copy_workspace;
use crate::package;
use crate::progress::step;
use crate::site::{self, Files};
use crate::workspace::{cargo_home, has_web, root, site as built_site, target};

/// Runs the stage.
pub(crate) fn check() -> Result {
    package::build()?;
    let folder = target().join("reproducible");
    remove_tree(&folder)?;
    // Of another depth and length than this one.
    let copy = folder.join("a/longer path/of the same").join("checkout");
    copy_workspace(&copy)?;
    let home = other_home(&folder.join("home"))?;
    let build_there = |what: &str| {
        step(&format!("building {what} in another folder"), || {
            let mut again = Cmd::cargo()
                .args("xtask build")
                .arg(what)
                .dir(&copy)
                .env("CARGO_TARGET_DIR", copy.join("target"));
            if let Some(home) = &home {
                again = again.env("CARGO_HOME", home);
            }
            again.run_silently()
        })
    };
    build_there("core")?;
    compare(
        "the npm package",
        &root().join("pkg/dist"),
        &copy.join("pkg/dist"),
    )?;
    if has_web() {
        build::web()?;
        build_there("web")?;
        compare("the page", &built_site(), &copy.join("target/site"))?;
    }
    remove_tree(&folder)
}

/// A folder of cargo at another place that holds what its folder holds, so that sources of crates have other paths. `None`
/// where the system has no links for it: paths of the registry are then the same in both builds.
#[cfg(unix)]
fn other_home(place: &Path) -> Result<Option<PathBuf>> {
    let Some(home) = cargo_home().filter(|home| home.is_dir()) else {
        return Ok(None);
    };
    fs::create_dir_all(place).context(format!("cannot create {}", place.display()))?;
    for entry in build::list(&home)? {
        let link = place.join(entry.file_name().unwrap_or_default());
        std::os::unix::fs::symlink(&entry, &link).context(format!("cannot create {}", link.display()))?;
    }
    Ok(Some(place.to_owned()))
}

#[cfg(not(unix))]
fn other_home(_place: &Path) -> Result<Option<PathBuf>> {
    Ok(None)
}

/// Compares two folders, file by file.
fn compare(what: &str, one: &Path, other: &Path) -> Result {
    let (one, other) = (site::read(one)?, site::read(other)?);
    let differing = differing(&one, &other);
    if one.is_empty() {
        return fail(format!("{what} has no file: nothing was compared"));
    }
    if differing.is_empty() {
        let bytes: usize = one.values().map(Vec::len).sum();
        println!("{what}: {} files, {bytes} bytes, all the same", one.len());
        return Ok(());
    }
    for line in &differing {
        eprintln!("{line}");
    }
    fail(format!(
        "{what}: {} of {} files differ in another folder",
        differing.len(),
        one.len()
    ))
}

/// A line for each file that is not the same in both.
fn differing(one: &Files, other: &Files) -> Vec<String> {
    let names: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    let line = |name: &String| match (one.get(name), other.get(name)) {
        (Some(one), Some(other)) if one == other => None,
        (Some(one), Some(other)) => {
            let at = one.iter().zip(other).take_while(|(one, other)| one == other);
            Some(format!(
                "{name}: {} and {} bytes, the same up to {}",
                one.len(),
                other.len(),
                at.count()
            ))
        }
        (Some(_), None) => Some(format!("{name}: is not there the second time")),
        _ => Some(format!("{name}: is there the second time only")),
    };
    names.into_iter().filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(list: &[(&str, &str)]) -> Files {
        let file = |(name, text): &(&str, &str)| ((*name).to_owned(), text.as_bytes().to_vec());
        list.iter().map(file).collect()
    }

    #[test]
    fn a_file_that_differs_or_is_missing_is_named() {
        let one = files(&[("a", "same"), ("b", "one"), ("c", "")]);
        let other = files(&[("a", "same"), ("b", "ones"), ("d", "")]);
        assert!(differing(&one, &one).is_empty());
        assert_eq!(
            differing(&one, &other),
            [
                "b: 3 and 4 bytes, the same up to 3",
                "c: is not there the second time",
                "d: is there the second time only",
            ]
        );
    }
}
