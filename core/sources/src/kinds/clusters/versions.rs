//! `kubectl version`, as text of each age, YAML or JSON. The server's version is that of the cluster.

use crate::found::{Field, Found, Strength};
use crate::items::{Item, Lines};
use crate::kinds::{Kind, nothing_embedded};

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

/// `Server Version: v1.33.2`, and before 1.28 `Server Version: version.Info{…, GitVersion:"v1.20.4", …}`.
fn server_lines(lines: &Lines) -> impl Iterator<Item = (usize, String)> {
    lines.lines().filter_map(|(number, line)| {
        let behind = line
            .trim_start()
            .strip_prefix("Server Version:")?
            .trim()
            .to_owned();
        let version = match behind.split_once("GitVersion:\"") {
            Some((_, version)) => version.split('"').next().unwrap_or_default().to_owned(),
            None => behind,
        };
        version.starts_with('v').then_some((number, version))
    })
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
                for (number, version) in server_lines(lines) {
                    let origin = lines.origin(ID, number, "Server Version");
                    found.fact(Field::KubernetesVersion, [version], Strength::Observed, origin);
                }
            }
        }
    }
}
