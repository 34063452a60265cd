//! What `kubectl describe` prints of Nodes, Services and ConfigMaps.

use serde_json::json;

use crate::found::{Beside, Field, Found, Strength};
use crate::items::{Item, Lines};
use crate::kinds::Kind;

const ID: &str = "described";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        item.lines()
            .is_some_and(|lines| objects(lines).iter().any(|object| object.about.is_some()))
    },
    embedded,
    read,
};

#[derive(Clone, Copy, PartialEq)]
enum About {
    Node,
    Service,
    ConfigMap,
}

/// Lines that only such a description has, under the key or as a whole.
const ABOUT: &[(&str, About)] = &[
    ("PodCIDR", About::Node),
    ("Kubelet Version", About::Node),
    ("IP Family Policy", About::Service),
    ("IP Families", About::Service),
    ("Data", About::ConfigMap),
];

/// The description of one object.
struct Described {
    about: Option<About>,
    /// Its lines with their numbers.
    lines: Vec<(usize, String)>,
}

impl Described {
    /// Returns the values of a key, each with its line.
    fn all(&self, key: &str) -> impl Iterator<Item = (usize, &str)> {
        self.lines
            .iter()
            .filter_map(move |(number, line)| Some((*number, value(line, key)?)))
    }

    fn get(&self, key: &str) -> Option<(usize, &str)> {
        self.all(key).next()
    }
}

fn value<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    Some(line.trim_start().strip_prefix(key)?.strip_prefix(':')?.trim())
}

/// Returns the objects of a text: each begins with its name at the left edge.
fn objects(lines: &Lines) -> Vec<Described> {
    let mut objects: Vec<Described> = Vec::new();
    for (index, line) in lines.text().lines().enumerate() {
        if line.starts_with("Name:") {
            objects.push(Described {
                about: None,
                lines: Vec::new(),
            });
        }
        let Some(object) = objects.last_mut() else {
            continue;
        };
        let about = ABOUT.iter().find(|(key, about)| match about {
            About::ConfigMap => line.trim_end() == *key,
            _ => value(line, key).is_some(),
        });
        object.about = object.about.or(about.map(|(_, about)| *about));
        object.lines.push((index.saturating_add(1), line.to_owned()));
    }
    objects
}

/// Returns the files of a ConfigMap: each has its name and a line of `----` above it.
fn embedded(item: &Item) -> Vec<Item> {
    let Item::Lines(lines) = item else {
        return Vec::new();
    };
    let mut items = Vec::new();
    for object in objects(lines) {
        if object.about != Some(About::ConfigMap) {
            continue;
        }
        let mut file: Option<(usize, String)> = None;
        let mut files: Vec<(usize, String)> = Vec::new();
        let next = object.lines.iter().skip(1).map(Some).chain([None]);
        for ((number, line), next) in object.lines.iter().zip(next) {
            let text = line.trim_end();
            let below = next.map(|(_, next)| next.trim_end()).unwrap_or_default();
            let is_ruled = |rule: &str| !rule.is_empty() && rule.bytes().all(|c| c == b'=' || c == b'-');
            if text == "----" {
                file = Some((*number, String::new()));
            } else if text.starts_with("Events:") || (is_ruled(below) && below.len() > 3) {
                files.extend(file.take());
            } else if let Some((_, content)) = &mut file {
                content.push_str(text);
                content.push('\n');
            }
        }
        files.extend(file);
        for (before, text) in files {
            let inside = lines.part(before, &text).into_iter();
            items.extend(inside.filter(|item| matches!(item, Item::Object(_))));
        }
    }
    items
}

fn read(items: &[Item], found: &mut Found) {
    for lines in items.iter().filter_map(Item::lines) {
        let objects = objects(lines);
        let count = objects
            .iter()
            .filter(|object| object.about == Some(About::Node))
            .count();
        let mut is_counted = false;
        for object in &objects {
            match object.about {
                Some(About::Node) => {
                    node(object, lines, found);
                    // One Node alone may be one of many.
                    let strength = if count == 1 {
                        Strength::Implied
                    } else {
                        Strength::Observed
                    };
                    let place = lines.origin(ID, object.lines.first().map_or(1, |(number, _)| *number), "");
                    if !is_counted {
                        found.fact(Field::NodeCount, [count.to_string()], strength, place);
                    }
                    is_counted = true;
                }
                Some(About::Service) => service(object, lines, found),
                _ => {}
            }
        }
    }
}

fn node(object: &Described, lines: &Lines, found: &mut Found) {
    let name = object.get("Name").map(|(_, name)| name).unwrap_or_default();
    let mut fact = |key: &str, field: Field, strength: Strength| {
        for (number, value) in object.all(key) {
            found.fact(field, [value], strength, lines.origin(ID, number, key));
        }
    };
    fact("Kubelet Version", Field::KubernetesVersion, Strength::Implied);
    fact("InternalIP", Field::NodeAddresses, Strength::Observed);
    if let Some((number, pods)) = object.get("pods") {
        let place = lines.origin(ID, number, "pods");
        found.fact(Field::MaxPods, [pods], Strength::Observed, place);
    }
    let Some((number, blocks)) = object.get("PodCIDRs").or_else(|| object.get("PodCIDR")) else {
        return;
    };
    let blocks: Vec<String> = blocks.split(',').map(|block| block.trim().to_owned()).collect();
    let origin = lines.origin(ID, number, "PodCIDRs");
    super::node::with_blocks(name, &blocks, origin, found);
}

/// Adds the addresses and ports that a Service has.
fn service(object: &Described, lines: &Lines, found: &mut Found) {
    let text = |key: &str| object.get(key).map(|(_, value)| value).unwrap_or_default();
    let addresses: Vec<&str> = match text("IPs") {
        "" | "<none>" => vec![text("IP")],
        list => list.split(',').map(str::trim).collect(),
    };
    let ports: Vec<_> = object
        .all("NodePort")
        .filter_map(|(_, value)| {
            let (port, protocol) = value.split_whitespace().next_back()?.split_once('/')?;
            Some(json!({"nodePort": port.parse::<u64>().ok()?, "protocol": protocol}))
        })
        .collect();
    let number = object.lines.first().map_or(1, |(number, _)| *number);
    found.beside.push(Beside {
        object: json!({
            "kind": "Service",
            "metadata": {"name": text("Name"), "namespace": text("Namespace")},
            "spec": {"clusterIPs": addresses, "ports": ports},
        }),
        origin: lines.origin(ID, number, ""),
        is_whole: false,
    });
}
