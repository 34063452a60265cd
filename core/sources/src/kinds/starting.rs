//! What the kinds share that start components: settings with their places, and flags over the tool's own.

use serde_json::Value as Json;

use crate::components::{Effect, Flags, ReadRefusal as Refusal};
use crate::diagnostic::Component;
use crate::document::to_json;
use crate::found::{Field, Found, Origin, Strength};
use crate::items::At;
use crate::kubernetes::{Confidence, Version};
use crate::net::IpFamily;

/// Returns the value at a path with `/` between its keys; null where there is none.
pub(super) fn at<'v>(value: &'v Json, path: &str) -> &'v Json {
    path.split('/')
        .fold(value, |value, key| value.get(key).unwrap_or(&Json::Null))
}

/// A list that a tool is given, or takes by default.
#[derive(Clone, Debug)]
pub(super) struct Setting {
    pub(super) values: Vec<String>,
    origin: Origin,
    strength: Strength,
}

impl Setting {
    /// Returns the texts of a field, or the defaults of the tool where it is absent or empty.
    pub(super) fn of(given: &At<'_>, default: &[&str]) -> Setting {
        Setting::new(given.list(), given.origin(), default)
    }

    /// Returns the values that are not empty, or the defaults of the tool.
    pub(super) fn new<T: AsRef<str>>(
        given: impl IntoIterator<Item = T>,
        origin: Origin,
        default: &[&str],
    ) -> Setting {
        let values: Vec<String> = given
            .into_iter()
            .map(|value| value.as_ref().trim().to_owned())
            .filter(|value| !value.is_empty())
            .collect();
        if values.is_empty() {
            Setting {
                values: default.iter().map(|value| (*value).to_owned()).collect(),
                origin,
                strength: Strength::Default,
            }
        } else {
            Setting {
                values,
                origin,
                strength: Strength::Configured,
            }
        }
    }

    pub(super) fn joined(&self) -> String {
        self.values.join(",")
    }

    pub(super) fn fact(&self, field: Field, found: &mut Found) {
        found.fact(field, self.values.clone(), self.strength, self.origin.clone());
    }
}

/// Returns the family of the network or address. `None` for any other text.
pub(super) fn family_of(text: &str) -> Option<IpFamily> {
    let address = text.split('/').next().unwrap_or(text);
    address.trim().parse().ok().map(IpFamily::of)
}

/// Returns the flags that a tool sets, less those that are given besides.
pub(super) fn overlaid(own: Vec<(&str, String)>, given: &Flags) -> Flags {
    let mut flags = Flags::new();
    for (name, value) in own {
        if given.get(name).is_none() {
            flags.push(name, value);
        }
    }
    for flag in given.iter() {
        flags.push(&flag.name, flag.value.clone());
    }
    flags
}

/// Returns a flag where there is a value for it.
pub(super) fn flag<'a>(name: &'a str, value: &str) -> Option<(&'a str, String)> {
    (!value.is_empty()).then(|| (name, value.to_owned()))
}

/// Reads arguments from a mapping, from a list of `{name, value}`, or from a list of `name=value`.
pub(super) fn arguments(given: &Json) -> Flags {
    let mut flags = Flags::new();
    match given {
        Json::Object(entries) => {
            for (name, value) in entries {
                for text in texts(value) {
                    flags.push(name.trim_start_matches('-'), text);
                }
            }
        }
        Json::Array(entries) => {
            for entry in entries {
                if let Some(text) = entry.as_str() {
                    let text = text.trim_start_matches('-');
                    let (name, value) = text.split_once('=').unwrap_or((text, "true"));
                    flags.push(name, value);
                } else if let Some(name) = entry
                    .get("name")
                    .and_then(Json::as_str)
                    .filter(|name| !name.is_empty())
                {
                    for value in entry.get("value").map(texts).unwrap_or_default() {
                        flags.push(name, value);
                    }
                }
            }
        }
        _ => {}
    }
    flags
}

/// Returns the places of arguments without a name, from 0. A mapping is read in the order of its names.
pub(super) fn nameless(given: &Json) -> Vec<usize> {
    match given {
        Json::Object(entries) => (0..usize::from(entries.contains_key(""))).collect(),
        Json::Array(entries) => entries
            .iter()
            .enumerate()
            .filter(|(_, entry)| {
                let name = entry.get("name").and_then(Json::as_str).unwrap_or_default();
                entry.is_object() && name.is_empty()
            })
            .map(|(index, _)| index)
            .collect(),
        _ => Vec::new(),
    }
}

/// Returns the scalars of a value: one, or those of a list.
fn texts(value: &Json) -> Vec<String> {
    match value {
        Json::String(text) => vec![text.clone()],
        Json::Bool(on) => vec![on.to_string()],
        Json::Number(number) => vec![number.to_string()],
        Json::Array(entries) => entries.iter().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// Returns the arguments below a value of an object.
pub(super) fn arguments_at(given: &At<'_>) -> Flags {
    given
        .node()
        .map(|node| arguments(&to_json(node)))
        .unwrap_or_default()
}

/// Returns a mapping of gates as `--feature-gates` has it: `A=true,B=false`. Empty if there are none.
pub(super) fn gates_text(gates: &[(String, bool)]) -> String {
    let pairs: Vec<String> = gates.iter().map(|(name, on)| format!("{name}={on}")).collect();
    pairs.join(",")
}

/// Returns the version that a piece is read for: the one that is known from elsewhere, or the one that it names, or the
/// newest that is known throughout.
pub(super) fn version_for(found: &Found, named: Option<&str>) -> Version {
    found
        .version
        .or_else(|| crate::text::version_of(named?))
        .unwrap_or(Version::DEFAULT)
}

/// Returns what a tool says when it does not start.
pub(super) fn fatal(text: impl Into<String>, confidence: Confidence) -> Refusal {
    Refusal {
        text: text.into(),
        effect: Effect::Fatal,
        confidence,
    }
}

/// Adds a component, and what its flags say about masks, gates and pods.
pub(super) fn run(component: Component, flags: Flags, origin: &Origin, found: &mut Found) {
    crate::text::small_facts(component, &flags, Strength::Configured, origin, found);
    found.start(component, flags, origin);
}
