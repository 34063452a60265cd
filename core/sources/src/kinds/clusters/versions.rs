//! `kubectl version`, as text of each age, YAML or JSON, and log lines in which a component or tool names its version. The
//! server's version is that of the cluster.

use crate::found::{Field, Found, Strength};
use crate::items::{Item, Lines};
use crate::kinds::{Kind, nothing_embedded};
use crate::text::version_of;

const ID: &str = "versions";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| match item {
        Item::Object(object) => {
            let root = object.root(ID);
            ["serverVersion", "clientVersion"]
                .iter()
                .any(|key| root.get(key).get("gitVersion").exists())
        }
        Item::Lines(lines) => server_lines(lines).next().is_some() || client(lines),
    },
    embedded: nothing_embedded,
    read,
};

fn client(lines: &Lines) -> bool {
    lines
        .lines()
        .any(|(_, line)| line.trim_start().starts_with("Client Version:"))
}

/// What stands before the version of a cluster, or of the component that prints it, and how sure it is then that the
/// cluster has it.
const BEFORE: &[(&str, Strength)] = &[
    ("Server Version: v", Strength::Observed),
    // `oc version`
    ("Kubernetes Version: v", Strength::Observed),
    ("Starting k3s v", Strength::Observed),
    ("Starting rke2 v", Strength::Observed),
    ("Starting k3s agent v", Strength::Implied),
    ("Starting rke2 agent v", Strength::Implied),
    ("Using Kubernetes version: v", Strength::Observed),
    ("Preparing Kubernetes v", Strength::Observed),
    ("] Version: v", Strength::Implied),
    ("\"Kubelet version\" kubeletVersion=\"v", Strength::Implied),
    ("\"Version info\" version=\"v", Strength::Implied),
    ("\"Starting\" version=\"v", Strength::Implied),
    ("\"Starting Kubernetes Scheduler\" version=\"v", Strength::Implied),
];

/// Returns the versions that lines name. Before 1.28 kubectl prints
/// `Server Version: version.Info{…, GitVersion:"v1.20.4", …}`.
fn server_lines(lines: &Lines) -> impl Iterator<Item = (usize, String, Strength, &'static str)> {
    lines.lines().filter_map(|(number, line)| {
        if let Some((_, behind)) = line.split_once("Server Version: version.Info{") {
            let (_, version) = behind.split_once("GitVersion:\"")?;
            let version = version.split('"').next().unwrap_or_default();
            return Some((number, version.to_owned(), Strength::Observed, "Server Version"));
        }
        let (before, behind, strength) = BEFORE
            .iter()
            .find_map(|(before, strength)| Some((*before, line.split_once(before)?.1, *strength)))?;
        let end = behind
            .find(|c: char| c.is_whitespace() || matches!(c, '"' | '\\'))
            .unwrap_or(behind.len());
        let version = format!("v{}", behind.get(..end)?);
        // `Server Version: v1.33.2`: the words before it are its place.
        let path = before
            .strip_suffix(": v")
            .unwrap_or_default()
            .trim_start_matches("] ");
        version_of(&version).map(|_| (number, version, strength, path))
    })
}

/// Returns the line in which `oc version` says that the server is one of OpenShift: `Server Version: 4.14.3`.
fn openshift_line(lines: &Lines) -> Option<usize> {
    let mut own = lines
        .lines()
        .filter(|(_, line)| line.trim_start().starts_with("Server Version: 4."));
    own.next().map(|(number, _)| number)
}

fn read(items: &[Item], found: &mut Found) {
    for item in items {
        match item {
            Item::Object(object) => {
                let version = object.root(ID).path("serverVersion/gitVersion");
                found.fact(
                    Field::KubernetesVersion,
                    version.text(),
                    Strength::Observed,
                    version.origin(),
                );
            }
            Item::Lines(lines) => {
                for (number, version, strength, path) in server_lines(lines) {
                    let origin = lines.origin(ID, number, path);
                    found.fact(Field::KubernetesVersion, [version], strength, origin);
                }
                if let Some(number) = openshift_line(lines) {
                    let origin = lines.origin(ID, number, "Server Version");
                    found.fact(Field::Distribution, ["openshift"], Strength::Implied, origin);
                }
            }
        }
    }
}
