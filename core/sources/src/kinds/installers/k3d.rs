//! K3s in containers: k3d's configuration file and `k3d cluster create`, and Compose files.

use super::k3s;
use crate::components::Flags;
use crate::found::{Field, Found, Origin, Strength};
use crate::items::{At, Item, Lines, Object};
use crate::kinds::{Kind, nothing_embedded};
use crate::text::{version_tag, words};

const ID: &str = "k3d";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| match item {
        Item::Object(object) => object.is("k3d.io/", "Simple") || !composed(object).is_empty(),
        Item::Lines(lines) => commands(lines).next().is_some(),
    },
    embedded: nothing_embedded,
    read,
};

/// Returns the words behind `k3d cluster create` of each such command.
fn commands(lines: &Lines) -> impl Iterator<Item = (usize, Vec<String>)> {
    lines.lines().filter_map(|(number, line)| {
        let words = words(&line);
        let at = words.windows(3).position(|three| {
            matches!(three, [program, group, verb]
                if program.rsplit('/').next() == Some("k3d") && group == "cluster" && verb == "create")
        })?;
        Some((number, words.into_iter().skip(at.saturating_add(3)).collect()))
    })
}

fn read(items: &[Item], found: &mut Found) {
    for item in items {
        match item {
            Item::Object(object) if object.is("k3d.io/", "Simple") => file(&object.root(ID), found),
            Item::Object(object) => {
                for service in composed(object) {
                    let image = service.get("image");
                    image_version(image.text(), image.origin(), found);
                    let command = service.get("command");
                    let words = match command.text() {
                        Some(text) => words(text),
                        None => command.list().into_iter().map(str::to_owned).collect(),
                    };
                    k3s::command(k3s::ID, &words, &command.origin(), found);
                }
            }
            Item::Lines(lines) => {
                for (number, words) in commands(lines) {
                    command(&words, &lines.origin(ID, number, ""), found);
                }
            }
        }
    }
}

/// Returns the services of a Compose file that run K3s.
fn composed(object: &Object) -> Vec<At<'_>> {
    let services = object.root(ID).get("services").entries().into_iter();
    services
        .map(|(_, service)| service)
        .filter(|service| {
            service
                .get("image")
                .text()
                .is_some_and(|image| image.contains("rancher/k3s"))
        })
        .collect()
}

fn file(root: &At<'_>, found: &mut Found) {
    let strength = Strength::Configured;
    let name = match root.path("metadata/name") {
        name if name.exists() => name,
        _ => root.get("name"),
    };
    found.fact(Field::Name, name.text(), strength, name.origin());
    let image = root.get("image");
    image_version(image.text(), image.origin(), found);
    let options = root.path("options/k3s");
    let mut arguments: Vec<String> = options
        .get("extraServerArgs")
        .list()
        .into_iter()
        .map(str::to_owned)
        .collect();
    for extra in options.get("extraArgs").items() {
        arguments.extend(
            extra
                .get("arg")
                .text()
                .filter(|_| for_servers(&extra))
                .map(str::to_owned),
        );
    }
    k3s::command(k3s::ID, &server(arguments), &options.origin(), found);
    let (servers, agents) = (root.get("servers"), root.get("agents"));
    nodes([servers.text(), agents.text()], root.origin(), found);
}

/// Adds the number of nodes: one server and no agents, where nothing else is given.
fn nodes([servers, agents]: [Option<&str>; 2], origin: Origin, found: &mut Found) {
    let number = |given: Option<&str>, default| given.map_or(Some(default), |text| text.parse::<u32>().ok());
    if let (Some(servers), Some(agents)) = (number(servers, 1), number(agents, 0)) {
        let count = servers.saturating_add(agents).to_string();
        found.fact(Field::NodeCount, [count], Strength::Configured, origin);
    }
}

/// Returns whether an argument is one of servers too: its filters name them, or nobody.
fn for_servers(extra: &At<'_>) -> bool {
    let filters = extra.get("nodeFilters").list();
    filters.is_empty()
        || filters
            .iter()
            .any(|filter| filter.starts_with("server") || *filter == "all")
}

fn command(words: &[String], origin: &Origin, found: &mut Found) {
    let flags = Flags::from_args(words);
    // `--cluster-cidr=10.44.0.0/16@server:*`
    let mut given: Vec<&str> = Vec::new();
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        let (name, value) = word.split_once('=').unwrap_or((word, ""));
        if name == "--k3s-arg" || name == "--k3s-server-arg" {
            // The value begins like a flag.
            let next = if name == word { rest.next() } else { None };
            given.push(next.map_or(value, String::as_str));
        }
    }
    let arguments = given
        .into_iter()
        .map(|text| text.rsplit_once('@').unwrap_or((text, "server")))
        .filter(|(_, filter)| filter.starts_with("server") || *filter == "all")
        .map(|(argument, _)| argument.to_owned())
        .collect();
    let name = words.first().filter(|word| !word.starts_with('-'));
    found.fact(Field::Name, name.cloned(), Strength::Configured, origin.clone());
    image_version(flags.get("image"), origin.clone(), found);
    k3s::command(k3s::ID, &server(arguments), origin, found);
    nodes([flags.get("servers"), flags.get("agents")], origin.clone(), found);
}

fn server(arguments: Vec<String>) -> Vec<String> {
    std::iter::once("server".to_owned()).chain(arguments).collect()
}

/// Takes the version from the tag of an image: `rancher/k3s:v1.31.5-k3s1`.
fn image_version(image: Option<&str>, origin: Origin, found: &mut Found) {
    let tag = image.and_then(version_tag);
    found.fact(Field::KubernetesVersion, tag, Strength::Implied, origin);
}
