//! What code of others the workspace may hold: licences, sources and versions of crates by `deny.toml`, and lock files of npm
//! that leave nothing open.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;
use spdx::{Expression, Licensee, ParseMode};
use toml::Table;

use crate::command::Cmd;
use crate::dependencies::{Graph, Package};
use crate::error::{Context as _, Result, fail};
use crate::workspace::root;

/// Returns the texts of a list, and of its tables the member `member`.
fn list(table: &Table, section: &str, key: &str, member: &str) -> Result<Vec<String>> {
    let entries = table
        .get(section)
        .and_then(|section| section.get(key)?.as_array());
    let Some(entries) = entries else {
        return fail(format!("{POLICY} has no list `{key}` in [{section}]"));
    };
    let texts = entries.iter().map(|entry| {
        let text = entry.get(member).unwrap_or(entry).as_str();
        text.map_or_else(
            || {
                fail(format!(
                    "{POLICY}: what `{key}` in [{section}] lists is not a text"
                ))
            },
            |text| Ok(text.to_owned()),
        )
    });
    texts.collect()
}

/// The file that cargo-deny reads too.
const POLICY: &str = "deny.toml";

/// The npm packages that may run a script when they are installed: they bring a program for the system.
const WITH_SCRIPTS: [&str; 2] = ["esbuild", "@parcel/watcher"];

/// Checks every dependency that a lock file has.
pub(crate) fn check() -> Result {
    let mut faults = Policy::read()?.faults(&Graph::read(None)?);
    for file in npm_locks()? {
        let lock = fs::read_to_string(root().join(&file)).context(format!("cannot read {file}"))?;
        let lock = serde_json::from_str(&lock).context(format!("cannot read {file}"))?;
        faults.extend(
            npm_faults(&lock)
                .into_iter()
                .map(|fault| format!("{file}: {fault}")),
        );
    }
    if faults.is_empty() {
        return Ok(());
    }
    for fault in &faults {
        eprintln!("{fault}");
    }
    fail(format!(
        "{} dependencies are not as {POLICY} wants them",
        faults.len()
    ))
}

/// The lock files of npm in the project.
pub(crate) fn npm_locks() -> Result<Vec<String>> {
    let listed = Cmd::new("git")
        .args("ls-files --cached --others --exclude-standard -- *package-lock.json")
        .output()?;
    let files = listed.lines().filter(|file| root().join(file).is_file());
    let files: Vec<String> = files.map(str::to_owned).collect();
    if files.is_empty() {
        return fail("git lists no lock file of npm: the check would check nothing");
    }
    Ok(files)
}

/// The lists of `deny.toml`.
#[derive(Debug, Default)]
pub(crate) struct Policy {
    licences: Vec<Licensee>,
    registries: Vec<String>,
    /// The older versions that are known: `syn@1`.
    skipped: Vec<String>,
    /// The advisories that are known: `RUSTSEC-2024-0370`.
    pub(crate) known: Vec<String>,
}

impl Policy {
    /// Reads the file of the project.
    pub(crate) fn read() -> Result<Policy> {
        let text = fs::read_to_string(root().join(POLICY)).context(format!("cannot read {POLICY}"))?;
        Policy::of(&text)
    }

    fn of(text: &str) -> Result<Policy> {
        let table: Table = text.parse().context(format!("cannot read {POLICY}"))?;
        let licences = list(&table, "licenses", "allow", "")?;
        let licensee = |name: &String| Licensee::parse(name).context(format!("{POLICY}: `{name}`"));
        Ok(Policy {
            licences: licences.iter().map(licensee).collect::<Result<_>>()?,
            registries: list(&table, "sources", "allow-registry", "")?,
            skipped: list(&table, "bans", "skip", "crate")?,
            known: list(&table, "advisories", "ignore", "id")?,
        })
    }

    fn faults(&self, graph: &Graph) -> Vec<String> {
        let mut faults = Vec::new();
        let mut versions: BTreeMap<&str, Vec<&Package>> = BTreeMap::new();
        for package in &graph.packages {
            let Some(source) = &package.source else { continue };
            versions.entry(&package.name).or_default().push(package);
            let named = format!("{} {}", package.name, package.version);
            if !is_allowed(&package.licence, &self.licences) {
                faults.push(format!("{named}: no licence of `{}` is allowed", package.licence));
            }
            let registry = source.strip_prefix("registry+").unwrap_or(source);
            if !self.registries.iter().any(|known| known == registry) {
                faults.push(format!("{named}: comes from {source}"));
            }
        }
        let skips = |package: &&Package| self.skipped.iter().any(|skip| is_version(package, skip));
        for packages in versions.values() {
            let counted: Vec<&&Package> = packages.iter().filter(|package| !skips(package)).collect();
            if counted.len() > 1 {
                let shown: Vec<&str> = counted.iter().map(|package| package.version.as_str()).collect();
                let name = counted.first().map_or("", |package| &package.name);
                faults.push(format!(
                    "{name}: is there in several versions: {}",
                    shown.join(", ")
                ));
            }
        }
        for skip in &self.skipped {
            let is_needed = versions.values().any(|packages| {
                packages.len() > 1 && packages.iter().any(|package| is_version(package, skip))
            });
            if !is_needed {
                faults.push(format!(
                    "{skip}: there is no second version any more; take it out of {POLICY}"
                ));
            }
        }
        faults
    }
}

/// Returns whether a crate is of `name@version`, where `1` stands for every 1.x.y and `0.2` for every 0.2.x.
fn is_version(package: &Package, named: &str) -> bool {
    named.split_once('@').is_some_and(|(name, version)| {
        package.name == name
            && package
                .version
                .strip_prefix(version)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    })
}

/// Returns whether an SPDX expression can be met by these licences alone. A text that is none is met by nothing.
fn is_allowed(expression: &str, licences: &[Licensee]) -> bool {
    // Manifests of old have a slash for `OR`.
    let mode = ParseMode {
        allow_slash_as_or_operator: true,
        ..ParseMode::STRICT
    };
    Expression::parse_mode(expression, mode).is_ok_and(|expression| {
        expression.evaluate(|wanted| licences.iter().any(|known| known.satisfies(wanted)))
    })
}

/// What a lock file of npm leaves open: a package without the hash of its content, from another place than the registry, or
/// with a script that runs when it is installed. `npm audit signatures` can check what is left.
fn npm_faults(lock: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    if lock.get("lockfileVersion") != Some(&Value::from(3)) {
        faults.push("is of another version than 3".to_owned());
    }
    let packages = lock.get("packages").and_then(Value::as_object);
    // The one without a path is the project itself.
    for (path, package) in packages
        .into_iter()
        .flatten()
        .filter(|(path, _)| !path.is_empty())
    {
        let name = path
            .rsplit_once("node_modules/")
            .map_or(path.as_str(), |(_, name)| name);
        let text = |member: &str| package.get(member).and_then(Value::as_str);
        if text("version").is_none() || !text("integrity").is_some_and(|hash| hash.starts_with("sha512-")) {
            faults.push(format!("{name} has no version with a SHA-512"));
        }
        if let Some(place) = text("resolved") {
            faults.push(format!("{name} names the place that it comes from: {place}"));
        }
        let runs = package.get("hasInstallScript") == Some(&Value::Bool(true));
        if runs && !WITH_SCRIPTS.contains(&name) {
            faults.push(format!("{name} runs a script when it is installed"));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const TEXT: &str = "\
# a comment
[licenses]
allow = [\"MIT\", \"Apache-2.0\"]

[bans]
deny = []
skip = [
    { crate = \"a@1\", reason = \"b\" },
]
[sources]
allow-registry = [\"https://registry\"]
[advisories]
ignore = [\"RUSTSEC-2020-0001\", { id = \"RUSTSEC-2020-0002\", reason = \"c\" }]
";

    fn package(name: &str, version: &str, licence: &str, source: &str) -> Package {
        Package {
            name: name.to_owned(),
            version: version.to_owned(),
            licence: licence.to_owned(),
            source: Some(source.to_owned()),
            ..Package::default()
        }
    }

    fn faults(packages: Vec<Package>) -> Vec<String> {
        Policy::of(TEXT).unwrap().faults(&Graph {
            packages,
            ..Graph::default()
        })
    }

    #[test]
    fn lists_are_read_with_texts_and_with_tables() {
        let policy = Policy::of(TEXT).unwrap();
        let licences: Vec<String> = policy.licences.iter().map(Licensee::to_string).collect();
        assert_eq!(licences, ["MIT", "Apache-2.0"]);
        assert_eq!(policy.skipped, ["a@1"]);
        assert_eq!(policy.registries, ["https://registry"]);
        assert_eq!(policy.known, ["RUSTSEC-2020-0001", "RUSTSEC-2020-0002"]);
    }

    #[test]
    fn a_list_that_is_missing_or_holds_something_else_is_an_error() {
        let refused = |text: &str| Policy::of(text).unwrap_err().to_string();
        assert_eq!(
            refused(&TEXT.replace("allow =", "permit =")),
            "deny.toml has no list `allow` in [licenses]"
        );
        assert_eq!(
            refused(&TEXT.replace("crate =", "krate =")),
            "deny.toml: what `skip` in [bans] lists is not a text"
        );
        assert!(refused(&TEXT.replace("\"MIT\"", "\"MTI\"")).contains("`MTI`"));
        assert!(Policy::of("allow = [").is_err());
    }

    #[test]
    fn the_file_of_the_project_allows_what_cargo_deny_reads_there() {
        let policy = Policy::read().unwrap();
        assert!(is_allowed("Apache-2.0", &policy.licences));
        assert!(!is_allowed("GPL-3.0-only", &policy.licences));
        assert_eq!(policy.registries.len(), 1);
        assert!(policy.skipped.iter().all(|name| name.contains('@')));
    }

    #[test]
    fn expressions_are_met_by_what_is_allowed() {
        let licences = ["MIT", "Apache-2.0", "Unicode-3.0"].map(|name| Licensee::parse(name).unwrap());
        for (expression, allowed) in [
            ("MIT", true),
            ("MIT OR GPL-3.0-only", true),
            ("MIT AND GPL-3.0-only", false),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
            ("(MIT OR Apache-2.0) AND CC0-1.0", false),
            ("Apache-2.0 WITH LLVM-exception OR GPL-3.0-only", false),
            ("Apache-2.0 WITH LLVM-exception OR MIT", true),
            ("Apache-2.0 OR NONE-SUCH", false),
            ("MIT/Apache-2.0", true),
            ("", false),
            ("MIT MIT", false),
            ("(MIT", false),
        ] {
            assert_eq!(is_allowed(expression, &licences), allowed, "{expression}");
        }
    }

    #[test]
    fn licences_sources_and_second_versions_are_found() {
        let good = package("a", "1.2.0", "MIT", "registry+https://registry");
        let newer = package("a", "2.0.0", "MIT", "registry+https://registry");
        assert!(faults(vec![good.clone(), newer.clone()]).is_empty());
        let unused = "a@1: there is no second version any more; take it out of deny.toml";
        assert_eq!(faults(vec![newer.clone()]), [unused]);
        let both = vec![
            good,
            newer,
            package("a", "3.0.0", "GPL-3.0-only", "git+https://elsewhere"),
        ];
        assert_eq!(
            faults(both),
            [
                "a 3.0.0: no licence of `GPL-3.0-only` is allowed",
                "a 3.0.0: comes from git+https://elsewhere",
                "a: is there in several versions: 2.0.0, 3.0.0",
            ]
        );
    }

    #[test]
    fn a_lock_file_of_npm_says_what_is_installed_to_the_byte() {
        let lock = |package: Value| json!({"lockfileVersion": 3, "packages": {"": {}, "node_modules/a/node_modules/b": package}});
        let good = json!({"version": "1.0.0", "integrity": "sha512-x"});
        assert!(npm_faults(&lock(good)).is_empty());
        let linked =
            json!({"resolved": "git+ssh://elsewhere", "hasInstallScript": true, "integrity": "sha1-x"});
        assert_eq!(
            npm_faults(&lock(linked)),
            [
                "b has no version with a SHA-512",
                "b names the place that it comes from: git+ssh://elsewhere",
                "b runs a script when it is installed",
            ]
        );
        assert_eq!(
            npm_faults(&json!({"lockfileVersion": 1})),
            ["is of another version than 3"]
        );
    }
}
