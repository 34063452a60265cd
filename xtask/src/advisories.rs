//! Known faults of crates and npm packages: the RustSec database, where a copy of it lies on this machine, and what the
//! registry of npm answers. Where neither can be asked, nothing is called good.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use semver::{Version, VersionReq};
use serde_json::Value;
use toml::Table;

use crate::build::list;
use crate::dependencies::{Graph, Package};
use crate::error::{Context as _, Result, fail, not_checked};
use crate::policy::{Policy, npm_locks};
use crate::tools;
use crate::workspace::{cargo_home, root};

/// Names a copy of the database: a checkout of `RustSec/advisory-db`. Without one where it says, the check fails.
const PLACE: &str = "DUALSTACK_ADVISORIES";

/// Checks the crates, then the npm packages. Fails if a fault is found in one, and else says what could not be looked up.
pub(crate) fn check() -> Result {
    let mut faults = Vec::new();
    let mut unchecked = Vec::new();
    match database()? {
        Some(database) => {
            let advisories = read(&database)?;
            eprintln!("{} advisories in {}", advisories.len(), database.display());
            faults.extend(crate_faults(
                &Graph::read(None)?.packages,
                &advisories,
                &Policy::read()?.known,
            ));
        }
        None => unchecked.push(format!(
            "crates: no copy of the RustSec database; {PLACE} names one, and cargo-audit keeps one in `advisory-db` of \
             cargo's home"
        )),
    }
    for file in npm_locks()? {
        match npm_faults(&file)? {
            Some(found) => faults.extend(found),
            None => {
                // One registry answers for all of them.
                unchecked.push("npm packages: the registry has no answer to `npm audit`".to_owned());
                break;
            }
        }
    }
    for fault in &faults {
        eprintln!("{fault}");
    }
    if !faults.is_empty() {
        return fail(format!("{} known faults", faults.len()));
    }
    if unchecked.is_empty() {
        return Ok(());
    }
    not_checked(unchecked.join("; "))
}

/// The copy of the database: the one that is named, or the one that cargo-audit or cargo-deny keeps.
fn database() -> Result<Option<PathBuf>> {
    if let Some(named) = std::env::var_os(PLACE) {
        let named = root().join(named);
        return if named.join("crates").is_dir() {
            Ok(Some(named))
        } else {
            fail(format!(
                "{PLACE} names {}, which has no folder `crates`",
                named.display()
            ))
        };
    }
    let Some(home) = cargo_home() else {
        return Ok(None);
    };
    // cargo-deny has a folder for each database.
    let mut places = vec![home.join("advisory-db")];
    places.extend(list(&home.join("advisory-dbs")).unwrap_or_default());
    Ok(places.into_iter().find(|place| place.join("crates").is_dir()))
}

/// What is known of a crate.
#[derive(Debug)]
struct Advisory {
    id: String,
    package: String,
    /// `unmaintained`, `unsound` or `notice`. `None` for a fault that can be used.
    kind: Option<String>,
    title: String,
    /// The versions that do not have it.
    free: Vec<VersionReq>,
}

impl Advisory {
    /// Reads an advisory: a table of TOML between fences, and its title below. `None` for one that was withdrawn.
    fn of(text: &str) -> Result<Option<Advisory>> {
        let (table, below) = text
            .trim_start()
            .strip_prefix("```toml")
            .and_then(|text| text.split_once("\n```"))
            .map_or_else(|| fail("does not begin with a table of TOML"), Ok)?;
        let table: Table = table.parse().context("is not TOML")?;
        let member = |name: &str| Some(table.get("advisory")?.get(name)?.as_str()?.to_owned());
        if member("withdrawn").is_some() {
            return Ok(None);
        }
        let mut free = Vec::new();
        for name in ["patched", "unaffected"] {
            let ranges = table
                .get("versions")
                .and_then(|versions| versions.get(name)?.as_array());
            for range in ranges.into_iter().flatten() {
                let range = range.as_str().unwrap_or_default();
                free.push(VersionReq::parse(range).context(format!("`{range}` is no range of versions"))?);
            }
        }
        let title = below.lines().find_map(|line| line.strip_prefix("# "));
        let (Some(id), Some(package)) = (member("id"), member("package")) else {
            return fail("has no id or no package");
        };
        Ok(Some(Advisory {
            id,
            package,
            kind: member("informational"),
            title: title.unwrap_or_default().trim().to_owned(),
            free,
        }))
    }

    /// Returns whether a crate has the fault. A pre-release is in no range, so it has every fault of its crate.
    fn is_of(&self, package: &Package) -> bool {
        let is_free = |version: &Version| self.free.iter().any(|range| range.matches(version));
        self.package == package.name
            && package.source.is_some()
            && !Version::parse(&package.version).is_ok_and(|version| is_free(&version))
    }
}

/// Reads the advisories of crates: `crates/NAME/RUSTSEC-….md`.
fn read(database: &Path) -> Result<Vec<Advisory>> {
    let mut found = Vec::new();
    for folder in list(&database.join("crates"))?
        .into_iter()
        .filter(|path| path.is_dir())
    {
        for file in list(&folder)? {
            let text = fs::read_to_string(&file).context(format!("cannot read {}", file.display()))?;
            found.extend(Advisory::of(&text).context(file.display())?);
        }
    }
    if found.is_empty() {
        return fail(format!("{} holds no advisory", database.display()));
    }
    Ok(found)
}

/// What is known of these crates and is not in the list of what is lived with, and what that list holds needlessly.
fn crate_faults(packages: &[Package], advisories: &[Advisory], known: &[String]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut needed: BTreeSet<&str> = BTreeSet::new();
    for package in packages {
        for advisory in advisories.iter().filter(|advisory| advisory.is_of(package)) {
            needed.insert(&advisory.id);
            if !known.contains(&advisory.id) {
                faults.push(format!(
                    "{} {}: {} ({}): {}",
                    package.name,
                    package.version,
                    advisory.id,
                    advisory.kind.as_deref().unwrap_or("vulnerability"),
                    advisory.title
                ));
            }
        }
    }
    let unused = known.iter().filter(|id| !needed.contains(id.as_str()));
    faults.extend(unused.map(|id| format!("{id}: no crate has it any more; take it out of deny.toml")));
    faults
}

/// What `npm audit` says of a lock file. `None` if the registry gives no answer.
fn npm_faults(file: &str) -> Result<Option<Vec<String>>> {
    let folder = Path::new(file).parent().unwrap_or(Path::new(""));
    let printed = tools::npm_command()
        .args("audit --package-lock-only --json --fetch-retries 0 --fetch-timeout 30000")
        .dir(folder)
        .any_output()?;
    // What npm says beside it stands before and behind.
    let answer = printed
        .find('{')
        .zip(printed.rfind('}'))
        .and_then(|(from, to)| serde_json::from_str(printed.get(from..=to)?).ok());
    Ok(npm_answer(file, &answer.unwrap_or(Value::Null)))
}

fn npm_answer(file: &str, answer: &Value) -> Option<Vec<String>> {
    let packages = answer.get("vulnerabilities")?.as_object()?;
    let faults = packages.iter().map(|(name, package)| {
        let severity = package
            .get("severity")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let via = package.get("via").and_then(Value::as_array);
        let titles = via
            .into_iter()
            .flatten()
            .filter_map(|via| via.get("title")?.as_str());
        format!(
            "{file}: {name} ({severity}): {}",
            titles.collect::<Vec<_>>().join(", ")
        )
    });
    Some(faults.collect())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const TEXT: &str = "\
```toml
[advisory]
id = \"RUSTSEC-2020-0001\"
package = \"a\"
date = \"2020-01-01\"

[versions]
patched = [\">= 1.2.3, < 1.3.0\", \">= 1.3.4\"]
unaffected = [\"< 0.9.0\"]
```

# `a` reads too far

More of it.
";

    fn package(name: &str, version: &str) -> Package {
        Package {
            name: name.to_owned(),
            version: version.to_owned(),
            source: Some("registry".to_owned()),
            ..Package::default()
        }
    }

    fn advisory(text: &str) -> Advisory {
        Advisory::of(text).unwrap().unwrap()
    }

    #[test]
    fn a_version_outside_of_every_range_has_the_fault() {
        let advisory = advisory(TEXT);
        for (version, has) in [
            ("0.8.9", false),
            ("0.9.0", true),
            ("1.2.2", true),
            ("1.2.3", false),
            ("1.3.0", true),
            ("1.3.4", false),
            ("2.0.0", false),
            ("2.0.0-rc.1", true),
        ] {
            assert_eq!(advisory.is_of(&package("a", version)), has, "{version}");
        }
        assert!(!advisory.is_of(&package("b", "1.0.0")));
        let own = Package {
            source: None,
            ..package("a", "1.0.0")
        };
        assert!(!advisory.is_of(&own));
    }

    #[test]
    fn a_fault_is_named_unless_it_is_known_and_a_known_one_has_to_be_there() {
        let packages = [package("a", "1.0.0"), package("b", "1.0.0")];
        let unmaintained = TEXT.replace("date", "informational = \"unmaintained\"\ndate");
        let known = ["RUSTSEC-2020-0001".to_owned()];
        assert_eq!(
            crate_faults(&packages, &[advisory(TEXT)], &[]),
            ["a 1.0.0: RUSTSEC-2020-0001 (vulnerability): `a` reads too far"]
        );
        assert_eq!(
            crate_faults(&packages, &[advisory(&unmaintained)], &[]),
            ["a 1.0.0: RUSTSEC-2020-0001 (unmaintained): `a` reads too far"]
        );
        assert!(crate_faults(&packages, &[advisory(TEXT)], &known).is_empty());
        assert_eq!(
            crate_faults(&packages[1..], &[advisory(TEXT)], &known),
            ["RUSTSEC-2020-0001: no crate has it any more; take it out of deny.toml"]
        );
    }

    #[test]
    fn what_is_no_advisory_is_an_error_and_a_withdrawn_one_is_none() {
        let withdrawn = TEXT.replace("date", "withdrawn = \"2021-01-01\"\ndate");
        assert!(Advisory::of(&withdrawn).unwrap().is_none());
        for text in [
            "# a".to_owned(),
            TEXT.replace("id =", "ident ="),
            TEXT.replace(">= 1.3.4", "new"),
            TEXT.replace("[versions]", "[versions"),
        ] {
            assert!(Advisory::of(&text).is_err(), "{text}");
        }
    }

    #[test]
    fn an_answer_of_npm_has_a_row_for_each_package_and_no_answer_is_not_a_good_one() {
        let answer = json!({"vulnerabilities": {
            "b": {"severity": "high", "via": [{"title": "b runs what it reads"}, "c"]},
        }});
        assert_eq!(
            npm_answer("package-lock.json", &answer),
            Some(vec![
                "package-lock.json: b (high): b runs what it reads".to_owned()
            ])
        );
        assert_eq!(
            npm_answer("package-lock.json", &json!({"vulnerabilities": {}})),
            Some(Vec::new())
        );
        assert_eq!(
            npm_answer("package-lock.json", &json!({"statusCode": 405, "error": {}})),
            None
        );
        assert_eq!(npm_answer("package-lock.json", &Value::Null), None);
    }
}
