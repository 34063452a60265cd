//! Managed clusters: command lines, what the clouds say about a cluster, and variables of tools.

pub(super) mod aks;
pub(super) mod ansible;
pub(super) mod eks;
pub(super) mod gke;
pub(super) mod terraform;

use crate::found::{Field, Found, Origin, Strength};
use crate::items::Lines;
use crate::text::words;

/// A command of a script, with the values that its variables have by default.
struct Command {
    /// The words behind the program.
    words: Vec<String>,
    origin: Origin,
}

impl Command {
    /// Returns the values of a flag: `--name=a`, `--name a b`.
    fn values(&self, name: &str) -> Vec<String> {
        let flag = format!("--{name}");
        let mut words = self.words.iter();
        while let Some(word) = words.next() {
            if let Some(value) = word.strip_prefix(&flag).and_then(|rest| rest.strip_prefix('=')) {
                return value.split(',').map(str::to_owned).collect();
            }
            if *word == flag {
                return words
                    .take_while(|word| !word.starts_with('-'))
                    .flat_map(|word| word.split(','))
                    .map(str::to_owned)
                    .collect();
            }
        }
        Vec::new()
    }

    /// Adds the values of a flag, unless one is a variable of the shell.
    fn fact(&self, name: &str, field: Field, found: &mut Found) {
        let values = self.values(name);
        if !values.iter().any(|value| value.contains('$')) {
            found.fact(field, values, Strength::Configured, self.place(name));
        }
    }

    fn place(&self, name: &str) -> Origin {
        Origin {
            path: format!("--{name}"),
            ..self.origin.clone()
        }
    }

    /// Returns whether the words of the command begin so: `container clusters create`.
    fn is(&self, begin: &str) -> bool {
        let own: Vec<&str> = self
            .words
            .iter()
            .map(String::as_str)
            .filter(|word| !word.starts_with('-'))
            .collect();
        let wanted: Vec<&str> = begin.split(' ').collect();
        own.starts_with(&wanted)
    }

    /// Returns the first word behind those that no flag has: the name of what is made.
    fn operand(&self, behind: usize) -> Option<&str> {
        let word = self.words.get(behind)?;
        (!word.starts_with('-')).then_some(word.as_str())
    }
}

/// Returns the commands of a script that run a program.
fn commands(lines: &Lines, program: &str, kind: &'static str) -> Vec<Command> {
    let mut variables: Vec<(String, String)> = Vec::new();
    let mut commands = Vec::new();
    for (number, line) in lines.lines() {
        let line = line.trim();
        // `NODE_COUNT="${NODE_COUNT:-40}"`
        if let Some((name, value)) = line.split_once('=')
            && let Some(default) = value
                .trim_matches('"')
                .strip_prefix(&format!("${{{name}:-"))
                .and_then(|rest| rest.strip_suffix('}'))
        {
            variables.push((format!("${name}"), default.to_owned()));
        }
        let mut own: Vec<String> = words(line);
        let Some(at) = own
            .iter()
            .position(|word| word.rsplit('/').next() == Some(program))
            .filter(|at| *at <= 2)
        else {
            continue;
        };
        let mut arguments = own.split_off(at.saturating_add(1));
        for word in &mut arguments {
            for (name, value) in &variables {
                if word.ends_with(name.as_str()) {
                    *word = word.replace(name.as_str(), value);
                }
            }
        }
        commands.push(Command {
            words: arguments,
            origin: lines.origin(kind, number, ""),
        });
    }
    commands
}

/// Adds the distribution, the cloud and the plugin that a managed cluster has.
fn managed(ids: (&str, &str, Option<&str>), origin: &Origin, found: &mut Found) {
    let (distribution, provider, plugin) = ids;
    found.fact(
        Field::Distribution,
        [distribution],
        Strength::Implied,
        origin.clone(),
    );
    found.fact(Field::Provider, [provider], Strength::Implied, origin.clone());
    found.fact(Field::Cni, plugin, Strength::Implied, origin.clone());
}
