//! What `kubectl version`, `k3s -v` and the like print.

use crate::found::{Field, Found, Origin, Strength};
use crate::items::{Item, Object};
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "kubectl-version";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| match item {
        Item::Object(object) => server_of(object).is_some(),
        Item::Lines(lines) => lines.lines().any(|(_, line)| printed(&line).is_some()),
    },
    embedded: nothing_embedded,
    read,
};

/// What stands before the version of the server.
const BEFORE: &[&str] = &["Server Version: ", "k3s version ", "rke2 version "];

/// Returns the version of the server in a line.
fn printed(line: &str) -> Option<&str> {
    let line = line.trim();
    if let Some(rest) = BEFORE.iter().find_map(|before| line.strip_prefix(before)) {
        // `version.Info{Major:"1", Minor:"20", GitVersion:"v1.20.2", …}` up to kubectl 1.27.
        let rest = rest
            .split_once("GitVersion:\"")
            .map_or(rest, |(_, version)| version);
        return rest.split([' ', '"', ',']).next();
    }
    None
}

fn server_of(object: &Object) -> Option<(String, Origin)> {
    let given = object.root(ID).path("serverVersion/gitVersion");
    Some((given.text()?.to_owned(), given.origin()))
}

fn read(items: &[Item], found: &mut Found) {
    for item in items {
        match item {
            Item::Object(object) => {
                if let Some((version, origin)) = server_of(object) {
                    found.fact(Field::KubernetesVersion, [version], Strength::Observed, origin);
                }
            }
            Item::Lines(lines) => {
                for (number, line) in lines.lines() {
                    if let Some(version) = printed(&line) {
                        let origin = lines.origin(ID, number, "");
                        found.fact(Field::KubernetesVersion, [version], Strength::Observed, origin);
                    }
                }
            }
        }
    }
}
